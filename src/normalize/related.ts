import type { RelatedLink } from "../model/article.ts";
import type { RelatedLine } from "../model/draft.ts";
import { foldAccents } from "../text.ts";
import { webUrl } from "../url.ts";

/** Letters that a shortened headline must have to mean a story. */
const LEAST = 20;

/** Finds the outlet's own stories by headline. */
export type RelatedIndex = (title: string) => { readonly title: string; readonly url: string } | undefined;

/** A story that a headline may mean. */
export interface Headlined {
  readonly title: string;
  readonly url: string;
  readonly published: number;
}

/**
 * Readies the headlines of published stories to be looked up, also when they were shortened. Of equal ones the newest is meant.
 *
 * @param stories asked for at the first look-up: most builds need none
 */
export function relatedIndex(stories: () => readonly Headlined[]): RelatedIndex {
  let byKey: ReadonlyMap<string, Headlined> | undefined;
  let sorted: readonly string[] | undefined;
  return (title) => {
    byKey ??= byHeadline(stories());
    const key = headlineKey(title);
    const exact = byKey.get(key);
    if (exact !== undefined || key.length < LEAST) return exact;
    sorted ??= [...byKey.keys()].sort();
    const from = lowerBound(sorted, key);
    // Two stories with that beginning: nobody can tell which is meant.
    return sorted[from]?.startsWith(key) === true && sorted[from + 1]?.startsWith(key) !== true
      ? byKey.get(sorted[from] ?? "")
      : undefined;
  };
}

function byHeadline(stories: readonly Headlined[]): ReadonlyMap<string, Headlined> {
  const byKey = new Map<string, Headlined>();
  for (const story of stories) {
    const key = headlineKey(story.title);
    const known = byKey.get(key);
    if (known === undefined || known.published < story.published) byKey.set(key, story);
  }
  return byKey;
}

/** Related lines as links: those with an address of their own, else those whose headline is a story of ours; the others by name only. */
export function relatedLinks(
  lines: readonly RelatedLine[],
  index: RelatedIndex,
  permalink: string,
): readonly RelatedLink[] {
  const links = new Map<string, RelatedLink>();
  for (const { title, url } of lines) {
    const own = index(title);
    const address = url === undefined ? own?.url : webUrl(url, permalink);
    if (address === permalink || links.has(address ?? title)) continue;
    links.set(address ?? title, { title: own?.title ?? title, ...(address !== undefined && { url: address }) });
  }
  return [...links.values()];
}

/** Letters and digits only, folded: quotes, dashes and an ellipsis at the end make no other headline. */
function headlineKey(title: string): string {
  return foldAccents(title)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
