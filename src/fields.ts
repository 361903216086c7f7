import type { FieldValue, FrontMatter } from "./model/draft.ts";

/**
 * The front matter fields we read, each with the names that sites use for it. When two names of one field are present, the
 * first in this order wins and a warning says so. Keys are compared in lower case, without spaces, hyphens and underscores.
 */
export const FIELDS = {
  title: ["title", "headline"],
  published: ["date", "published", "pubDate", "datePublished", "publishDate", "publishedAt", "dateCreated"],
  updated: ["updated", "lastmod", "modified", "dateModified", "updatedAt", "lastModified"],
  authors: ["authors", "author", "byline", "creator", "by"],
  summary: ["summary", "description", "excerpt", "deck", "standfirst", "dek", "abstract"],
  tags: ["tags", "keywords", "categories", "tag", "category", "topics"],
  section: ["section", "desk"],
  slug: ["slug"],
  url: ["url", "link", "permalink", "canonical", "canonicalUrl"],
  id: ["id", "guid", "uuid"],
  image: ["image", "cover", "thumbnail", "featuredImage", "photo"],
  imageAlt: ["imageAlt", "coverAlt", "alt"],
  imageCredit: ["imageCredit", "photoCredit", "credit"],
  imageCaption: ["imageCaption", "caption"],
  enclosure: ["enclosure", "audio", "video", "podcast"],
  language: ["lang", "language", "locale"],
  draft: ["draft"],
  status: ["status", "pubStatus"],
  embargo: ["embargo", "embargoed", "embargoUntil"],
  expires: ["expires", "expiry", "expiryDate", "unpublishDate"],
  retracted: ["retracted", "retraction", "withdrawn"],
  reason: ["reason", "retractionReason"],
  corrections: ["corrections", "correction"],
  related: ["related"],
  accept: ["accept"],
} as const;

export type FieldName = keyof typeof FIELDS;

/** A field that was found, and the names beside it that lost. */
export interface FoundField {
  /** As typed, in lower case. */
  readonly key: string;
  readonly value: FieldValue;
  /** Other keys that mean the same field and are not used. */
  readonly unused: readonly string[];
}

/** Finds a field under any of its names. A key without a value counts as absent, except where that hides a slip (`title:`). */
export function findField(frontMatter: FrontMatter, name: FieldName): FoundField | undefined {
  if (frontMatter.size === 0) return undefined;
  if (frontMatter !== last) {
    found = fieldsIn(frontMatter);
    last = frontMatter;
  }
  return found.get(name);
}

/** Whether we give a key of front matter any meaning. */
export function isKnownField(key: string): boolean {
  return ALIASES.has(squash(key));
}

/** The key by which names of fields are compared: `pub_date`, `Pub-Date` and `pubDate` are one. */
function squash(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, "");
}

/** What a squashed key means, and how many names of that field go before it. */
const ALIASES: ReadonlyMap<string, readonly [FieldName, number]> = new Map(
  Object.entries(FIELDS).flatMap(([name, aliases]) =>
    aliases.map((alias, rank) => [squash(alias), [name as FieldName, rank]] as const),
  ),
);

let last: FrontMatter | undefined;
let found: ReadonlyMap<FieldName, FoundField> = new Map();

function fieldsIn(frontMatter: FrontMatter): ReadonlyMap<FieldName, FoundField> {
  const present = new Map<FieldName, { readonly key: string; readonly value: FieldValue; readonly rank: number }[]>();
  for (const [key, value] of frontMatter) {
    const alias = ALIASES.get(key) ?? ALIASES.get(squash(key));
    if (alias === undefined) continue;
    const [name, rank] = alias;
    const others = present.get(name);
    if (others === undefined) present.set(name, [{ key, value, rank }]);
    else others.push({ key, value, rank });
  }
  const fields = new Map<FieldName, FoundField>();
  for (const [name, all] of present) {
    const [first, ...others] = all.length === 1 ? all : all.sort((a, b) => a.rank - b.rank);
    if (first !== undefined)
      fields.set(name, { key: first.key, value: first.value, unused: others.map(({ key }) => key) });
  }
  return fields;
}
