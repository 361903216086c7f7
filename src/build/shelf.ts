import { type KeptEntry, type KeyPart, type SeenMedia, type StoryShelf, storyKey } from "../catalog/index.ts";
import type { Story } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import { relatedLinks } from "../normalize/related.ts";
import type { EntryFacts } from "../validate/index.ts";
import type { Candidate } from "./candidates.ts";
import { type Faults, type FreshInput, freshMaker } from "./fresh-story.ts";
import { isAsSeen } from "./seen-media.ts";

/** A story's entries by name, rendered now or in an earlier build. */
export type Entries = ReadonlyMap<string, KeptEntry<EntryFacts>>;

/** A story with its entries. */
export interface Made {
  readonly story: () => Story;
  readonly entries: Entries;
  readonly problems: readonly Problem[];
  readonly media: readonly SeenMedia[];
  /** Whether this build rendered it. */
  readonly fresh: boolean;
}

export interface ShelfInput extends FreshInput {
  readonly shelf: StoryShelf<EntryFacts>;
  /** Parts that keys leave out: only a test that shows what a part is for names any. */
  readonly without: ReadonlySet<KeyPart>;
}

/** Gives stories ready to print, taken from the shelf or made from their bodies; only stories that appear are asked for. */
export function storyMaker(input: ShelfInput): (candidate: Candidate) => Promise<Made | Faults> {
  const { store, related, shelf, without } = input;
  const make = freshMaker(input);
  return async (candidate) => {
    const { kind } = candidate;
    const told = kind === "last-good" ? candidate.story : candidate.article;
    const links = kind === "article" ? relatedLinks(candidate.article.related, related, candidate.article.url) : [];
    const key = storyKey({ article: told, related: links }, without);
    const kept = shelf.recall(key);
    if (kept !== undefined && (without.has("media") || isAsSeen(kept.media, store)))
      return { ...kept, entries: byName(kept.entries), fresh: false };
    const made = await make(candidate);
    if ("faults" in made) return made;
    const put = shelf.keep(key, made);
    return { ...put, entries: byName(put.entries), fresh: true };
  };
}

function byName(entries: readonly KeptEntry<EntryFacts>[]): Entries {
  return new Map(entries.map((entry) => [entry.name, entry]));
}
