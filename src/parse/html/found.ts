import type { Evidence } from "../../model/draft.ts";

/** A value of a page's metadata, what it stands in, and where, in UTF-16 units of the page. */
export interface Found {
  readonly value: string;
  /** `og:title`, `JSON-LD datePublished`, `<time>`. */
  readonly name: string;
  readonly at: number;
}

/** A headline that readers see is a heading; everything else that a page says of itself is metadata. */
export function evidenceOf({ value, name, at }: Found): Evidence<string> {
  return { value, from: /^<(?:h\d|p|div)>$/.test(name) ? "heading" : "metadata", name, at: { offset: at } };
}
