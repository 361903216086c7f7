import type { Instant } from "../model/article.ts";
import type { Diagnostic, Problem } from "../model/diagnostic.ts";
import type { FeedKind } from "../model/feed.ts";
import { rfc3339 } from "../time.ts";
import type { FeedChange, Moves } from "./changes.ts";
import type { Held } from "./compose.ts";

/**
 * How a build ended: 0 published or unchanged, 1 published with something held back, 2 configuration, 3 refused, 4 not finished.
 */
export type BuildExit = 0 | 1 | 2 | 3 | 4;

/** What was published. */
export interface PublishedRelease {
  /** Equal for equal releases. */
  readonly id: string;
  /** Files of the release, the manifest included. */
  readonly files: number;
  /** Different stories in its feeds. */
  readonly stories: number;
  /** Files whose bytes differ from the last release's, below the output folder; removed ones too. */
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/** A feed and where it is. */
export interface FeedAddress {
  readonly kind: FeedKind;
  readonly title: string;
  /** Absolute URLs of the RSS, Atom and JSON documents. */
  readonly urls: readonly [string, string, string];
}

/** What a build had to do. */
export interface BuildCounts {
  /** Articles that are known and not held back. */
  readonly articles: number;
  /** Files whose bytes were read. */
  readonly read: number;
  /** Stories that were rendered. */
  readonly rendered: number;
  /** Entries that were rendered of them: one for each format, and two where some feeds have the whole text and others summaries. */
  readonly entries: number;
  /** Feed documents that were written. */
  readonly documents: number;
}

/** Of a build that had nothing to do. */
export const NOTHING_DONE: BuildCounts = { articles: 0, read: 0, rendered: 0, entries: 0, documents: 0 };

export interface BuildReport {
  readonly exit: BuildExit;
  /** Absent: nothing was published. */
  readonly release?: PublishedRelease;
  readonly held: readonly Held[];
  /** When the feeds next change by time alone. */
  readonly next?: Instant;
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by step. */
  readonly timings: Readonly<Record<string, number>>;
  readonly counts: BuildCounts;
  readonly feeds: readonly FeedAddress[];
  /** Stories that came into the feeds and left them; absent when nothing was published, and before the first release. */
  readonly moves?: Moves | undefined;
  /** With a dry run: what would change, feed by feed. */
  readonly changes?: readonly FeedChange[];
}

/** The report as `build --format json` and `--report` print it. */
export function reportJson({ exit, release, held, next, diagnostics, timings, counts, changes }: BuildReport): object {
  return {
    exit,
    release: release ?? null,
    held: held.map(({ source, code, since, lastGood }) => ({
      source,
      code,
      ...(since !== undefined && { since: rfc3339(since) }),
      lastGood,
    })),
    next: next === undefined ? null : rfc3339(next),
    diagnostics,
    timings,
    counts,
    ...(changes !== undefined && { changes }),
  };
}

/** The report of a build that published nothing. */
export function unfinished(exit: 2 | 3 | 4, ...problems: readonly (Problem | Diagnostic)[]): BuildReport {
  const diagnostics = problems.map((problem): Diagnostic => {
    if (!("at" in problem)) return problem;
    const { at: _at, ...rest } = problem;
    return rest;
  });
  return { exit, held: [], diagnostics, timings: {}, counts: NOTHING_DONE, feeds: [] };
}
