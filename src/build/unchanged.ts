import { createHash } from "node:crypto";
import type { KeyPart, LastBuild } from "../catalog/index.ts";
import type { Instant } from "../model/article.ts";
import type { ArticleStore, Listing } from "../model/doors.ts";
import { type BuildReport, NOTHING_DONE } from "./report.ts";
import { isAsSeen } from "./seen-media.ts";

/** What a build is given that decides what it publishes, beside the configuration and the program. */
export interface Given {
  readonly listing: Listing;
  readonly articles: ArticleStore;
  /** Id of the last release; asked when all else is as it was, for every file of the release is looked at. */
  readonly release: () => string | undefined;
  readonly options: string;
  readonly now: Instant;
  /** Conditions that are left out: only a test that shows what one is for names any. */
  readonly without: ReadonlySet<KeyPart>;
}

/** Whether a build would publish what stands there already, because it is given what the last one was given. */
export function isUnchanged(last: LastBuild, { listing, articles, release, options, now, without }: Given): boolean {
  const holds = (part: KeyPart, condition: () => boolean) => without.has(part) || condition();
  return (
    holds("options", () => last.options === options) &&
    // A clock that went back is looked at closely.
    holds("clock", () => last.now <= now) &&
    holds("next", () => last.next === undefined || now < last.next) &&
    last.listing !== undefined &&
    holds("listing", () => last.listing === listingDigest(listing)) &&
    holds("release", () => last.release === release()) &&
    holds("media", () => isAsSeen(last.media, articles))
  );
}

/** A hash of what is listed; undefined when one of the files may change again without showing it. */
export function listingDigest({ files, problems }: Listing): string | undefined {
  if (files.some(({ unsettled }) => unsettled === true)) return undefined;
  const hash = createHash("sha256");
  for (const { path, stamp } of files) hash.update(`${path}\0${stamp}\0`);
  for (const { path, problem } of problems) hash.update(`${path}\0${problem.code}\0${problem.message}\0`);
  return hash.digest("hex");
}

/** What a build reports when it finds everything as the one before left it. */
export function reportAgain(kept: BuildReport): BuildReport {
  const { release, counts } = kept;
  return {
    ...kept,
    moves: { entered: [], left: [] },
    counts: { ...NOTHING_DONE, articles: counts.articles },
    ...(release !== undefined && { release: { ...release, changed: [], unchanged: release.files } }),
  };
}

/** A report as it is kept: without what was true of that build alone. */
export function keptReport(report: BuildReport): BuildReport {
  return {
    ...report,
    timings: {},
    // Told of once: the release that tells of the edit remembers the new text.
    diagnostics: report.diagnostics.filter(({ code }) => code !== "story/edited" && !code.startsWith("catalog/")),
  };
}
