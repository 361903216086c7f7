import type { Contributor, Credit } from "../../model/draft.ts";
import { nameKey } from "../../names.ts";
import type { Contribution } from "./contribution.ts";
import { isPersonName, surname } from "./names.ts";
import type { SignedName } from "./sign-off.ts";

/** One thing that was found, with its place in the text. */
export interface SignedPart {
  readonly index: number;
  readonly names?: readonly SignedName[];
  readonly contribution?: Contribution;
  readonly email?: string;
}

/** Gives the names of sign-offs their places among authors and contributors. */
export function credit(
  parts: readonly SignedPart[],
  bylined: boolean,
  authors: Credit[],
  contributors: Contributor[],
): void {
  const known = (name: string): boolean => authors.some((author) => nameKey(author.name) === nameKey(name));
  const reporters: string[] = [];
  for (const part of parts) {
    for (const { name, role } of part.names ?? []) {
      if (role === "reporting") {
        reporters.push(name);
        if (known(name)) continue;
        if (bylined) contributors.push({ name, role });
        else authors.push({ name, sort: isPersonName(name, 1) ? "person" : "organisation", from: "sign-off" });
      } else contributors.push(role === "other" ? { name } : { name, role });
    }
    for (const name of part.contribution?.reporters ?? []) {
      const partial = authors.some((author) => nameKey(surname(author.name)) === nameKey(name));
      if (known(name) || partial || !isPersonName(name)) continue;
      if (bylined) contributors.push({ name, role: "reporting" });
      else authors.push({ name, sort: "person", from: "sign-off" });
    }
    for (const name of part.contribution?.contributors ?? []) if (!known(name)) contributors.push({ name });
    if (part.email === undefined) continue;
    const only =
      reporters.length === 1
        ? reporters[0]
        : reporters.length === 0 && authors.length === 1
          ? authors[0]?.name
          : undefined;
    const at = only === undefined ? -1 : authors.findIndex((author) => nameKey(author.name) === nameKey(only));
    const author = authors[at];
    if (author !== undefined && author.email === undefined) authors[at] = { ...author, email: part.email };
  }
}
