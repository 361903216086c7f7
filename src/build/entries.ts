import type { Story } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FeedFormat, FeedHead } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import { renderEntry, renderHead } from "../render/index.ts";
import { checkEntry, type EntryFacts } from "../validate/index.ts";

export const FORMATS: readonly FeedFormat[] = ["rss", "atom", "json"];

/** A story's entry in one format and extent, judged. */
export interface RenderedEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What it declares, for rules about whole documents. */
  readonly declared: EntryFacts;
}

/** A story's entries in every format and extent that feeds want, with what readers may stumble over, or why one must not be published. */
export type EntriesResult =
  | { readonly entries: readonly RenderedEntry[]; readonly warnings: readonly Diagnostic[] }
  | { readonly faults: readonly Diagnostic[] };

/** Names an entry among those of its story. */
export function entryName(format: FeedFormat, content: "full" | "summary"): string {
  return `${format}.${content}`;
}

/**
 * Renders stories, once a format and extent however many feeds hold them, and has each entry parsed back and judged.
 * When one format's entry fails, the story is held in all three.
 */
export function entryMaker(outlet: Outlet, extents: readonly ("full" | "summary")[]): (story: Story) => EntriesResult {
  const wrappers = FORMATS.map((format) => {
    const { head, tail } = renderHead(format, neutralHead(outlet));
    return { format, head: Buffer.from(head, "utf8"), tail: Buffer.from(tail, "utf8") };
  });
  return (story) => {
    const entries: RenderedEntry[] = [];
    const warnings = new Map<string, Diagnostic>();
    for (const { format, head, tail } of wrappers) {
      for (const content of extents) {
        const text = renderEntry(format, story, { content, creators: outlet.creators });
        const bytes = Buffer.from(text, "utf8");
        const { diagnostics, declared } = checkEntry(format, head, bytes, tail);
        const faults = diagnostics.filter(({ severity }) => severity === "error");
        if (faults.length > 0) return { faults };
        for (const found of diagnostics) if (found.severity === "warning") warnings.set(found.code, found);
        entries.push({ name: entryName(format, content), bytes, declared });
      }
    }
    return { entries, warnings: [...warnings.values()] };
  };
}

/** The head that entries are judged below: the main feed's, without anything that differs between feeds. */
function neutralHead(outlet: Outlet): FeedHead {
  return {
    id: outlet.url,
    title: outlet.title,
    description: outlet.description,
    language: outlet.language,
    url: outlet.url,
    self: { rss: `${outlet.feedUrl}rss.xml`, atom: `${outlet.feedUrl}atom.xml`, json: `${outlet.feedUrl}feed.json` },
    updated: 0,
    publisher: outlet.title,
    hubs: [],
    tombstones: [],
  };
}
