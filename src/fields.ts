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

/** The key by which names of fields are compared: `pub_date`, `Pub-Date` and `pubDate` are one. */
function squash(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/g, "");
}

const SQUASHED = Object.fromEntries(
  Object.entries(FIELDS).map(([name, aliases]) => [name, aliases.map(squash)]),
) as unknown as Readonly<Record<FieldName, readonly string[]>>;

/** Finds a field under any of its names. A key without a value counts as absent, except where that hides a slip (`title:`). */
export function findField(frontMatter: FrontMatter, name: FieldName): FoundField | undefined {
  if (frontMatter.size === 0) return undefined;
  const aliases = SQUASHED[name];
  const present = [...frontMatter].filter(([key]) => aliases.includes(squash(key)));
  if (present.length > 1) present.sort(([a], [b]) => aliases.indexOf(squash(a)) - aliases.indexOf(squash(b)));
  const [first, ...others] = present;
  if (first === undefined) return undefined;
  return { key: first[0], value: first[1], unused: others.map(([key]) => key) };
}

/** Whether we give a key of front matter any meaning. */
export function isKnownField(key: string): boolean {
  const squashed = squash(key);
  return Object.values(SQUASHED).some((aliases) => aliases.includes(squashed));
}
