import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { STATE, stateFolder } from "../catalog/index.ts";
import { articleFolder } from "../discover/index.ts";
import { tombstoneEnds } from "../history/retraction.ts";
import { nextChange } from "../history/standing.ts";
import type { Instant } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease } from "../model/release.ts";
import { readRelease } from "../publish/index.ts";
import { rfc3339 } from "../time.ts";
import { type Attempt, lastAttempt } from "./attempt.ts";
import { lastGood } from "./candidates.ts";
import { historiesFor } from "./git.ts";
import { type HeldFile, readArticles } from "./read.ts";

/** A file that gives no article now. */
export interface HeldStatus {
  readonly source: string;
  readonly code: string;
  /** The build that first found it broken; absent: no build has seen it yet, or subscribers never had the story. */
  readonly since?: Instant;
  /** Whether feeds show its last good version. */
  readonly lastGood: boolean;
}

/** How an outlet stands between two builds. */
export interface OutletStatus {
  /** The release in the output folder; absent when nothing was published yet. */
  readonly release?: {
    readonly id: string;
    /** When its files were put in their places. */
    readonly published?: Instant;
    readonly feeds: number;
    readonly files: number;
    readonly stories: number;
  };
  /** How the last build ended; absent when nobody wrote it down. */
  readonly attempt?: Attempt;
  readonly held: readonly HeldStatus[];
  /** When the feeds next change by time alone. */
  readonly next?: Instant;
}

/** Looks at an outlet and writes nothing. */
export async function statusOf(
  outlet: Outlet,
  folder: string,
  now: Instant,
): Promise<{ readonly status: OutletStatus } | { readonly problem: Problem }> {
  const read = readRelease(resolve(folder, outlet.out));
  if ("problem" in read) return read;
  const { release } = read;
  const git = await historiesFor(outlet, folder);
  if ("problem" in git) return git;
  const { articles, held } = readArticles({
    store: articleFolder(resolve(folder, outlet.articles)),
    outlet,
    now,
    ...(release !== undefined && { previous: release }),
    ...(git.histories !== undefined && { git: git.histories }),
  });
  const standIns = held.flatMap((file) => lastGood(file, release, now)?.story ?? []);
  const seconds = outlet.retraction.tombstoneDays * 86_400;
  const ends = tombstoneEnds(release?.manifest.stories ?? [], articles, seconds);
  const attempt = lastAttempt(stateFolder(resolve(folder, STATE)));
  const next = nextChange(articles, [...standIns, ...ends], now, seconds);
  return {
    status: {
      held: held.map((file) => heldStatus(file, release, now)),
      ...(release !== undefined && { release: { ...countsOf(release), ...publishedAt(resolve(folder, outlet.out)) } }),
      ...(attempt !== undefined && { attempt }),
      ...(next !== undefined && { next }),
    },
  };
}

/** A file's time: the manifest is the last file of a release to be put in its place. */
function publishedAt(out: string): { readonly published?: Instant } {
  for (const manifest of [join(out, "current", "manifest.json"), join(out, "manifest.json")]) {
    const stats = statSync(manifest, { throwIfNoEntry: false });
    if (stats !== undefined) return { published: Math.floor(stats.mtimeMs / 1000) };
  }
  return {};
}

function countsOf({ manifest, stories }: PreviousRelease) {
  // The manifest does not name itself.
  return { id: manifest.id, feeds: manifest.feeds.length, files: manifest.files.length + 1, stories: stories.size };
}

function heldStatus(file: HeldFile, previous: PreviousRelease | undefined, now: Instant): HeldStatus {
  const { path, problems } = file;
  const good = lastGood(file, previous, now);
  const [first] = problems.filter(({ severity }) => severity === "error");
  return {
    source: path,
    code: first?.code ?? "file/unreadable",
    lastGood: good !== undefined,
    ...(good?.row.heldSince !== undefined && { since: good.row.heldSince }),
  };
}

/** The status as `wireroom status --json` prints it. */
export function statusJson({ release, attempt, held, next }: OutletStatus): object {
  return {
    release:
      release === undefined
        ? null
        : { ...release, published: release.published === undefined ? null : rfc3339(release.published) },
    attempt: attempt ?? null,
    held: held.map(({ since, ...one }) => ({ ...one, since: since === undefined ? null : rfc3339(since) })),
    next: next === undefined ? null : rfc3339(next),
  };
}
