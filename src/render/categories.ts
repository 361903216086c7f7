import type { Story } from "../model/article.ts";
import { fold } from "../text.ts";
import { SECTION_SCHEME } from "./namespaces.ts";

/** What a story is filed under. All formats print the same labels in the same order. */
export interface Category {
  readonly label: string;
  /** Set on the section alone: readers show the label, and whoever must can tell it from a tag. */
  readonly scheme?: string;
}

/** The section, then the tags. A tag that says the same as the section is printed once, as the tag was written. */
export function categoriesOf({ section, tags }: Story): readonly Category[] {
  const labels = tags.map((label) => ({ label }));
  if (section === undefined) return labels;
  const name = fold(section.title);
  if (tags.some((tag) => fold(tag) === name)) return labels;
  return [{ label: section.title, scheme: SECTION_SCHEME }, ...labels];
}
