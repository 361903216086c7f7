import type { Story } from "../model/article.ts";
import type { FeedFormat, FeedHead } from "../model/feed.ts";
import { atomEntry, atomHead } from "./atom.ts";
import type { EntryOptions, HeadParts } from "./format.ts";
import { jsonHead, jsonItem } from "./json-feed.ts";
import { rssHead, rssItem } from "./rss.ts";

export type { EntryOptions, HeadParts } from "./format.ts";
export { NEWS_NAMESPACE } from "./namespaces.ts";

/** Opening and closing of a document: everything but its entries. Both together are a document without entries. */
export function renderHead(format: FeedFormat, head: FeedHead): HeadParts {
  return FORMATS[format].head(head);
}

/**
 * One story's entry, as it stands in a document of its format.
 *
 * It says its language itself and nothing in it depends on the feed, so it is rendered once and put into every feed the story is in.
 */
export function renderEntry(format: FeedFormat, story: Story, options: EntryOptions): string {
  return FORMATS[format].entry(story, options);
}

/** The pieces of a document, made of bytes of `renderHead` and `renderEntry`. Two bytes at most stand between two entries. */
export function assemble(
  format: FeedFormat,
  head: Uint8Array,
  entries: readonly Uint8Array[],
  tail: Uint8Array,
): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [head];
  entries.forEach((entry, index) => {
    pieces.push(index === 0 ? LINE_END : FORMATS[format].joint, entry);
  });
  pieces.push(tail);
  return pieces;
}

const LINE_END = new TextEncoder().encode("\n");

interface Format {
  head(head: FeedHead): HeadParts;
  entry(story: Story, options: EntryOptions): string;
  /** What stands between two entries. */
  readonly joint: Uint8Array;
}

const FORMATS: Readonly<Record<FeedFormat, Format>> = {
  rss: { head: rssHead, entry: rssItem, joint: LINE_END },
  atom: { head: atomHead, entry: atomEntry, joint: LINE_END },
  json: { head: jsonHead, entry: jsonItem, joint: new TextEncoder().encode(",\n") },
};
