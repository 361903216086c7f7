import { byId } from "../history/by-id.ts";
import { asOf, statusAt } from "../history/standing.ts";
import type { Article, Instant, Story } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { rememberedOf } from "../remembered.ts";
import type { Listed } from "../select/listed.ts";
import type { HeldFile } from "./read.ts";

/** Where a story that could be in a feed comes from. */
export type Candidate =
  | { readonly kind: "article"; readonly article: Article; readonly listed: Listed }
  | { readonly kind: "stub"; readonly article: Retracted; readonly listed: Listed }
  | {
      readonly kind: "last-good";
      readonly story: Story;
      readonly row: ReleasedStory;
      /** The broken file, below the articles folder. */
      readonly file: string;
      readonly listed: Listed;
    };

export type Retracted = Article & { readonly retracted: NonNullable<Article["retracted"]> };

/** A story that was in feeds and is gone from them by its own doing; its feeds tell when. */
export interface Gone {
  readonly listed: Listed;
  readonly at: Instant;
  readonly retracted?: NonNullable<Article["retracted"]>;
}

/** Everything that may stand in a feed now, by id, and what has left. */
export interface Candidates {
  readonly live: ReadonlyMap<string, Candidate>;
  readonly gone: readonly Gone[];
}

/** Problems in which the writer may have meant to take the story back: the old version must not stay up. */
const FAIL_CLOSED = /^(?:copy|draft|status|embargo|retraction)\//;

/** Works out how every article stands at a moment, and which broken ones are shown in their last good version. */
export function candidatesOf(
  articles: readonly Article[],
  held: readonly HeldFile[],
  previous: PreviousRelease | undefined,
  outlet: Outlet,
  now: Instant,
): Candidates {
  const live = new Map<string, Candidate>();
  const gone: Gone[] = [];
  const seen = new Map(previous?.manifest.stories.flatMap((row) => (row.state === "seen" ? [] : [[row.id, row]])));
  for (const filed of articles) {
    const article = asOf(filed, now);
    const status = statusAt(article, now);
    const { retracted } = article;
    if (status === "published") live.set(article.id, candidateOf(article));
    if (status === "expired" && article.expires !== undefined)
      gone.push({ listed: listedOf(article), at: article.expires });
    if (status !== "retracted" || retracted === undefined) continue;
    // Taken back before anybody saw it: readers who never had the story are not told of it.
    const row = seen.get(article.id);
    if (previous !== undefined && row === undefined) continue;
    const updated = retractionTold(article, retracted.at, row, now);
    const told = { ...article, retracted, updated };
    const listed = { ...listedOf(article), updated };
    if (outlet.retraction.show === "remove") gone.push({ listed, at: updated, retracted });
    else live.set(article.id, { kind: "stub", article: told, listed });
  }
  const known = byId(articles);
  for (const file of held) {
    const good = lastGood(file, previous, now);
    if (good !== undefined && !known.has(good.story.id)) live.set(good.story.id, good);
  }
  // Readers are told of a retraction for its time, also when the file was deleted or broken since.
  for (const row of seen.values()) {
    const { id, published, updated, state, retracted } = row;
    if (state !== "retracted" || retracted === undefined || known.has(id) || live.has(id)) continue;
    const listed = { id, published, updated, authors: [], tags: [], language: outlet.language, retracted };
    gone.push({ listed, at: updated, retracted });
  }
  return { live, gone };
}

/** An article that may be shown; a process that builds again has most of them in mind. */
const candidateOf = rememberedOf(
  (article: Article): Candidate => ({ kind: "article", article, listed: listedOf(article) }),
);

/** The version of a broken file's story that subscribers have, unless the break may be a wish to take it back. */
export function lastGood(
  { path, id, problems }: HeldFile,
  previous: PreviousRelease | undefined,
  now: Instant,
): (Candidate & { readonly kind: "last-good" }) | undefined {
  if (previous === undefined || problems.some(({ code }) => FAIL_CLOSED.test(code))) return undefined;
  const rows = rowsOf(previous);
  const row = id === undefined ? rows.byPath.get(path) : rows.byId.get(id);
  const story = row === undefined ? undefined : previous.stories.get(row.id);
  if (row === undefined || story === undefined) return undefined;
  if (story.expires !== undefined && story.expires <= now) return undefined;
  // The clock went back, and that was accepted: nothing is told before its time.
  if (story.updated > now) return undefined;
  return { kind: "last-good", story, row, file: path, listed: listedOf(story) };
}

/**
 * When readers are told of a retraction: its date, or the second after the story's last update, for readers show again only what
 * is newer. `retracted: 2025-08-19` for a story of that afternoon is told that afternoon.
 */
function retractionTold({ updated }: Article, at: Instant, row: ReleasedStory | undefined, now: Instant): Instant {
  const last = Math.max(updated, row?.updated ?? updated);
  const next = row?.state === "retracted" ? last : last + 1;
  return Math.max(last, Math.min(now, Math.max(at, next)));
}

interface Rows {
  /** Of stories that could be shown again, by the path of their file. */
  readonly byPath: ReadonlyMap<string, ReleasedStory>;
  readonly byId: ReadonlyMap<string, ReleasedStory>;
}

/** What the last release knows of its stories; worked out once a release. */
const rowsOf = rememberedOf((previous: PreviousRelease): Rows => {
  const byPath = new Map<string, ReleasedStory>();
  const byId = new Map<string, ReleasedStory>();
  for (const row of previous.manifest.stories) {
    byId.set(row.id, row);
    if (previous.stories.has(row.id) && !byPath.has(row.path)) byPath.set(row.path, row);
  }
  return { byPath, byId };
});

/**
 * What selecting needs of an article, or of a story, whose section has its title beside its id. A process that builds again has most of
 * them in mind.
 */
const listedOf = rememberedOf((one: Article | Story): Listed => {
  const { id, published, updated, authors, section, tags, language, retracted } = one;
  return {
    id,
    published,
    updated,
    authors,
    tags,
    language,
    ...(section !== undefined && { section: typeof section === "string" ? section : section.id }),
    ...(retracted !== undefined && { retracted }),
  };
});
