import type { Instant, Person } from "../model/article.ts";

/** What selecting needs to know of a story: an article of this build, or a story of the last release that stands in for a broken one. */
export interface Listed {
  readonly id: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly authors: readonly Person[];
  /** Section id. */
  readonly section?: string;
  readonly tags: readonly string[];
  readonly language: string;
  /** Set on a stub that a retraction leaves. */
  readonly retracted?: { readonly at: Instant };
}

/** Newest first; of stories published in the same second the one with the smaller id, by code unit, on every machine alike. */
export function newestFirst(a: Listed, b: Listed): number {
  return b.published - a.published || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
