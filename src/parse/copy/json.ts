import type { Credit, TextFindings } from "../../model/draft.ts";
import { oneLine } from "../../text.ts";
import type { Copy } from "./parse-copy.ts";

/** What `explain --json` prints of a plain story at its top level. A field with nothing in it is absent. */
export interface CopyJson {
  readonly title: { readonly value: string; readonly from: string };
  readonly authors?: readonly {
    readonly name: string;
    readonly role?: string;
    readonly org?: string;
    readonly email?: string;
    readonly from: string;
  }[];
  readonly contributors?: TextFindings["contributors"];
  readonly dateline?: TextFindings["dateline"];
  readonly related?: TextFindings["related"];
  readonly notes?: TextFindings["notes"];
  readonly paragraphs: readonly string[];
}

/** A plain story as `explain --json` prints it: white space normalised, nothing empty. */
export function copyJson(copy: Pick<Copy, "findings" | "paragraphs">): CopyJson {
  const { titles, credits, contributors, dateline, related, notes } = copy.findings;
  const title = titles[0];
  return {
    title: { value: title?.value ?? "", from: title?.from ?? "filename" },
    ...(credits.length === 0 ? {} : { authors: credits.map(author) }),
    ...(contributors.length === 0 ? {} : { contributors }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(related.length === 0 ? {} : { related }),
    ...(notes.length === 0 ? {} : { notes }),
    paragraphs: copy.paragraphs.map(oneLine),
  };
}

function author({ name, role, org, email, from }: Credit): NonNullable<CopyJson["authors"]>[number] {
  return {
    name,
    ...(role === undefined ? {} : { role }),
    ...(org === undefined ? {} : { org }),
    ...(email === undefined ? {} : { email }),
    from,
  };
}
