import type { Instant } from "../model/article.ts";
import type { StateStore } from "../model/doors.ts";
import { type Dropped, droppedOf, headLine, lineOf, readLines } from "./lines.ts";
import type { SeenMedia } from "./stories.ts";

/** What the last build was given and what came of it: when it is given the same again, the same would come of it. */
export interface LastBuild {
  /** Hash of the paths and stamps of all articles; absent when one of them had changed too shortly before. */
  readonly listing?: string;
  /** Files beside articles that were looked at. */
  readonly media: readonly SeenMedia[];
  /** What else the build was asked: options that decide what is published. */
  readonly options: string;
  /** Id of the release that it published or found unchanged. */
  readonly release: string;
  readonly now: Instant;
  /** When the feeds next change by time alone. */
  readonly next?: Instant;
  /** What it reported, as the build understands it. */
  readonly report: unknown;
  /** What every feed was put together from, by its path. */
  readonly feeds: Readonly<Record<string, KeptFeed>>;
}

/** A feed that was put together. */
export interface KeptFeed {
  /** Hash of everything that its documents are made of. */
  readonly key: string;
  /** Stories that are within its limits. */
  readonly kept: number;
  /** What readers may stumble over in it, as the build understands it. */
  readonly warnings: readonly unknown[];
}

const NAME = "last-build";

/** The last build, or why what was kept of it had to be dropped; neither when nothing was kept. */
export interface LastRead {
  readonly last?: LastBuild;
  readonly dropped?: Dropped;
}

/** What is kept of the last build under a key. */
export function readLast(state: StateStore, key: string): LastRead {
  const pieces = state.pieces(NAME);
  if (pieces === undefined) return {};
  const wanted = { file: NAME, key };
  const values: unknown[] = [];
  const dropped = droppedOf(
    readLines(pieces, wanted, (value) => values.push(value)),
    wanted,
  );
  if (dropped !== undefined) return { dropped };
  const [last, ...more] = values;
  return last === undefined || more.length > 0 ? { dropped: "damaged" } : { last: last as LastBuild };
}

/** @returns whether it is kept now */
export function writeLast(state: StateStore, key: string, last: LastBuild): boolean {
  const head = { file: NAME, key };
  return state.write(NAME, [headLine(head), lineOf(last, head)]);
}
