import { type KeptEntry, type KeyPart, type SeenMedia, type StoryShelf, storyKey } from "../catalog/index.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { ArticleStore } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import type { StoryLine } from "../model/release.ts";
import { type RelatedIndex, relatedLinks } from "../normalize/related.ts";
import { atPath } from "../sorted.ts";
import type { EntryFacts } from "../validate/index.ts";
import type { Bodies } from "./bodies.ts";
import type { Candidate } from "./candidates.ts";
import { completer, type Faults } from "./complete.ts";
import { completeAhead, type Taker } from "./complete-ahead.ts";
import { freshMaker, type Shown } from "./fresh-story.ts";
import type { Helper } from "./helper.ts";
import { isAsSeen } from "./seen-media.ts";

/** A story's entries by name, rendered now or in an earlier build. */
export type Entries = ReadonlyMap<string, KeptEntry<EntryFacts>>;

/** A story with its entries. */
export interface Made {
  /** The story as the release remembers it. */
  readonly line: () => StoryLine;
  readonly entries: Entries;
  readonly problems: readonly Problem[];
  readonly media: readonly SeenMedia[];
  /** Whether this build rendered it. */
  readonly fresh: boolean;
}

export interface ShelfInput {
  readonly outlet: Outlet;
  readonly store: ArticleStore;
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly related: RelatedIndex;
  readonly shelf: StoryShelf<EntryFacts>;
  /** Parts that keys leave out: only a test that shows what a part is for names any. */
  readonly without: ReadonlySet<KeyPart>;
  readonly bodies: Bodies;
  readonly helper?: Helper | undefined;
}

/** Gives stories ready to print, taken from the shelf or made from their bodies; only stories that appear are asked for. */
export interface StoryMaker {
  make(candidate: Candidate): Promise<Made | Faults>;
  /** Tells which stories will be asked for, in their order: a helper begins with them. */
  announce(candidates: readonly Candidate[]): void;
}

export function storyMaker(input: ShelfInput): StoryMaker {
  const { store, shelf, without, helper } = input;
  const completeHere = completer(input);
  let taker: Taker | undefined;
  const makeFresh = freshMaker(
    input.outlet,
    async (order) => (await taker?.(order.article.path)) ?? completeHere(order),
  );
  const keyOf = (shown: Shown) => {
    const article = shown.kind === "last-good" ? shown.story : shown.article;
    return storyKey({ article, related: shown.kind === "article" ? shown.related : [] }, without);
  };
  return {
    async make(candidate) {
      const shown = shownOf(candidate, input);
      const key = keyOf(shown);
      const kept = shelf.recall(key);
      if (kept !== undefined && (without.has("media") || isAsSeen(kept.media, store)))
        return { ...kept, entries: byName(kept.entries), fresh: false };
      const made = await makeFresh(shown);
      if ("faults" in made) return made;
      const put = shelf.keep(key, made);
      return { ...put, entries: byName(put.entries), fresh: true };
    },
    announce(candidates) {
      if (helper === undefined) return;
      const orders = candidates.flatMap((candidate) => {
        const shown = shownOf(candidate, input);
        return shown.kind === "article" && shelf.recall(keyOf(shown)) === undefined ? [shown] : [];
      });
      taker = completeAhead(helper, orders);
    },
  };
}

function shownOf(candidate: Candidate, { files, related }: ShelfInput): Shown {
  if (candidate.kind === "last-good") return { kind: "last-good", story: candidate.story };
  if (candidate.kind === "stub") return { kind: "stub", article: candidate.article };
  const { article } = candidate;
  const file = atPath(files, article.path);
  const links = relatedLinks(article.related, related, article.url);
  return { kind: "article", article, related: links, ...(file !== undefined && { file }) };
}

function byName(entries: readonly KeptEntry<EntryFacts>[]): Entries {
  return new Map(entries.map((entry) => [entry.name, entry]));
}
