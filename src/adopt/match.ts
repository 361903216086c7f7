import type { Instant } from "../model/article.ts";
import { foldAccents } from "../text.ts";
import type { OldItem } from "./old-feed.ts";

/** An article as far as an old feed's item can be told to be it. */
export interface Adoptable {
  readonly path: string;
  readonly url: string;
  readonly title: string;
  /** Absent: the article has no date. */
  readonly published?: Instant;
}

/** Why an item of the old feed has no article. */
export type Unmatched =
  | "no article has its address or headline"
  | "several articles have its headline"
  | "another item has the same article";

export interface Matches<A> {
  readonly matched: readonly { readonly item: OldItem; readonly article: A }[];
  readonly unmatched: readonly { readonly item: OldItem; readonly why: Unmatched }[];
}

/** Finds the article of each item: by its address, else by a headline that no two articles and no two items have. */
export function matchItems<A extends Adoptable>(items: readonly OldItem[], articles: readonly A[]): Matches<A> {
  const byLink = groups(articles, ({ url }) => linkKey(url));
  const byTitle = groups(articles, ({ title }) => foldAccents(title));
  const titles = groups(items, ({ title }) => foldAccents(title));
  const matched: { item: OldItem; article: A }[] = [];
  const unmatched: { item: OldItem; why: Unmatched }[] = [];
  const taken = new Set<A>();
  const take = (item: OldItem, found: readonly A[]): boolean => {
    const [article, ...others] = found;
    if (article === undefined || others.length > 0 || taken.has(article)) return false;
    taken.add(article);
    matched.push({ item, article });
    return true;
  };
  // Addresses first, for all: a headline must not take the article that another item's address names.
  const rest = items.filter(
    (item) => !take(item, (item.link === undefined ? [] : byLink.get(linkKey(item.link))) ?? []),
  );
  for (const item of rest) {
    const key = foldAccents(item.title);
    const found = item.title === "" ? [] : (byTitle.get(key) ?? []);
    const alone = titles.get(key)?.length === 1;
    if (alone && take(item, found)) continue;
    const why =
      found.length === 0
        ? "no article has its address or headline"
        : found.length > 1
          ? "several articles have its headline"
          : "another item has the same article";
    unmatched.push({ item, why });
  }
  return { matched, unmatched };
}

/** An address without what differs between spellings of it: the scheme, `www.`, a slash at the end, tracking. */
function linkKey(link: string): string {
  if (!URL.canParse(link)) return link;
  const { hostname, pathname, searchParams } = new URL(link);
  const asked = [...searchParams]
    .filter(([name]) => !/^(?:utm_|fbclid|gclid)/.test(name))
    .map((pair) => pair.join("="));
  const path = pathname.replace(/(?:\/index\.html?|\/)$/, "");
  return `${hostname.replace(/^www\./, "")}${path}?${asked.sort().join("&")}`;
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return found;
}
