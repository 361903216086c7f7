/**
 * What news feeds say that no standard has a word for: corrections and retractions. An IRI that never changes and needs no domain.
 * docs/extensions.md describes what is in it.
 */
export const NEWS_NAMESPACE = "urn:wireroom:news:1";

/** Marks the one category that is the story's section, so that it can be told from a tag. */
export const SECTION_SCHEME = "urn:wireroom:section";

const MEDIA = "http://search.yahoo.com/mrss/";

/**
 * Namespaces of every RSS document, with their usual prefixes: some readers match prefixes literally. Declared whether used or
 * not, since an entry is put into feeds whose other entries are unknown to it.
 *
 * Those that the W3C validator does not know are not here, since it warns of a declaration alone: elements of `NEWS_NAMESPACE` and
 * `TOMBSTONES` declare their own.
 */
export const RSS_NAMESPACES: Readonly<Record<string, string>> = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": MEDIA,
};

/** Namespaces of every Atom document. */
export const ATOM_NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:media": MEDIA,
};

/** @see https://www.rfc-editor.org/rfc/rfc6721#section-2 */
export const TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
