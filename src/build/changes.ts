import { isDeepStrictEqual } from "node:util";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { storiesById } from "../publish/index.ts";
import type { Composed } from "./compose.ts";

/** What a release would change in one feed; titles in feed order. */
export interface FeedChange {
  /** Folder of the feed, "" for the main one. */
  readonly path: string;
  readonly state: "new" | "changed" | "removed";
  readonly enter: readonly string[];
  readonly leave: readonly string[];
  readonly change: readonly string[];
}

/** Compares a release that is ready with the last one, feed by feed; feeds that stay as they are are left out. */
export function changesOf(composed: Composed, previous: PreviousRelease | undefined): readonly FeedChange[] {
  const stories = storiesById(composed.stories);
  const before = new Map(previous?.manifest.feeds.map((feed) => [feed.path, feed]));
  const titles = new Map(previous?.manifest.stories.map(({ id, title }) => [id, title]));
  const titleOf = (id: string) => stories.get(id)?.title ?? titles.get(id) ?? id;
  const changed = new Set(
    [...stories.values()]
      .filter((story) => !isDeepStrictEqual(story, previous?.stories.get(story.id)))
      .map(({ id }) => id),
  );
  const changes: FeedChange[] = [];
  for (const { path, stories: ids, updated } of composed.feeds) {
    const old = before.get(path);
    const had = new Set(old?.stories);
    const has = new Set(ids);
    const change: FeedChange = {
      path,
      state: old === undefined ? "new" : "changed",
      enter: ids.filter((id) => !had.has(id)).map(titleOf),
      leave: [...had].filter((id) => !has.has(id)).map(titleOf),
      change: ids.filter((id) => had.has(id) && changed.has(id)).map(titleOf),
    };
    const quiet = change.enter.length + change.leave.length + change.change.length === 0 && old?.updated === updated;
    if (!quiet) changes.push(change);
  }
  const now = new Set(composed.feeds.map(({ path }) => path));
  for (const { path, stories: ids } of before.values())
    if (!now.has(path)) changes.push({ path, state: "removed", enter: [], leave: ids.map(titleOf), change: [] });
  return changes;
}

/** Stories that came into the feeds and left them, by title. Absent before the first release: then all of them came. */
export interface Moves {
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

/** Compares what is listed with what the last release listed. */
export function movesOf({ rows }: Composed, previous: PreviousRelease | undefined): Moves | undefined {
  if (previous === undefined) return undefined;
  const before = listedIn(previous.manifest.stories);
  const after = listedIn(rows);
  const titles = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...some].flatMap(([id, title]) => (others.has(id) ? [] : [title]));
  return { entered: titles(after, before), left: titles(before, after) };
}

function listedIn(rows: readonly ReleasedStory[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ id, title, state }) => (state === "listed" ? [[id, title] as const] : [])));
}
