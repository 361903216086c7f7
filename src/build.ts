import { relative, resolve, sep } from "node:path";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { noteAttempt } from "./build/attempt.ts";
import { changesOf, movesOf } from "./build/changes.ts";
import type { Composed, ComposeInput } from "./build/compose.ts";
import { feedUrls } from "./build/feed-urls.ts";
import type { historiesFor } from "./build/git.ts";
import type { FileHistories } from "./build/git-log.ts";
import { type HelperDoor, helperDoor } from "./build/helper.ts";
import { openKept } from "./build/kept.ts";
import { type BuildReport, type FeedAddress, type PublishedRelease, unfinished } from "./build/report.ts";
import type { Session } from "./build/session.ts";
import { stopwatch } from "./build/stopwatch.ts";
import { storesOf } from "./build/stores.ts";
import {
  type Catalog,
  DAMAGED,
  KeptLost,
  type KeyPart,
  NOWHERE,
  type Program,
  STATE,
  stateFolder,
} from "./catalog/index.ts";
import { FolderProblem } from "./discover/index.ts";
import type { Instant } from "./model/article.ts";
import type { Diagnostic, Problem } from "./model/diagnostic.ts";
import type {
  ArticleStore,
  Listing,
  PublishedFiles,
  PublishListener,
  ReleaseStore,
  StateStore,
} from "./model/doors.ts";
import type { Outlet } from "./model/outlet.ts";
import type { PreviousRelease } from "./model/release.ts";
import { PublishProblem, takeLock } from "./publish/index.ts";
import type { EntryFacts } from "./validate/index.ts";

export type { BuildExit, BuildReport, FeedAddress, PublishedRelease } from "./build/report.ts";
export { reportJson } from "./build/report.ts";

/** What a build is asked to do. Folders are absolute. */
export interface BuildSettings {
  readonly outlet: Outlet;
  /** Folder that `outlet.yaml` is in. */
  readonly folder: string;
  /** Paths in the report are relative to it. Default: `folder`. */
  readonly shownFrom?: string;
  /** The moment that the build takes for the present. */
  readonly now: Instant;
  /** Where feeds are published, instead of the outlet's `out`. */
  readonly out?: string;
  /** The last release, instead of the one in the output folder. */
  readonly previous?: PreviousRelease | "none";
  /** Codes of guards that may pass this once. */
  readonly accepted?: ReadonlySet<string>;
  readonly dryRun?: boolean;
  /** Articles with warnings are held back too. */
  readonly strict?: boolean;
  /** Nothing that is remembered of articles is used. */
  readonly fresh?: boolean;
  /** What this process has in mind of earlier builds of the outlet; they publish the same without. */
  readonly session?: Session;
  /** Paths of all that may have changed since the session's last build listed the articles. Default: anything. */
  readonly changed?: ReadonlySet<string>;
  /** What runs the build: the key of what is kept. Default: this program. */
  readonly program?: Program;
  /** Parts that the keys of what is kept leave out: only a test that shows what a part is for names any. */
  readonly without?: ReadonlySet<KeyPart>;
  /** Every finished document is judged as a whole once more. */
  readonly verify?: boolean;
  readonly breakLock?: boolean;
  /** Seconds to wait for another build to end. */
  readonly wait?: number;
  /** Seconds after which the build gives up. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /**
   * Resolves when what was read may be published and told of. Until then nothing is; when it rejects, the build rejects with the same.
   */
  readonly settled?: () => Promise<void>;
  /** Whether a second thread reads articles when there are many. */
  readonly threads?: boolean;
  /** Milliseconds since some moment; never goes back. */
  readonly clock: () => number;
  readonly onProgress?: (step: string, done: number, all: number) => void;
  /** Called when new feeds are out; what follows is tidying. */
  readonly onOut?: () => void;
}

/** Where a build reads and publishes. */
export interface Doors {
  readonly articles: ArticleStore;
  readonly releases: ReleaseStore;
  readonly state: StateStore;
  /** What version control knows of the articles, for outlets that ask for it. */
  readonly git?: () => ReturnType<typeof historiesFor>;
  /** The articles folder as people type it: `articles/`. */
  readonly label: string;
  /** A thread that opens the same folder. */
  readonly helper?: HelperDoor;
}

/** Builds an outlet's feeds in its folders, one build at a time. */
export async function runBuild(settings: BuildSettings): Promise<BuildReport> {
  const { outlet, folder, dryRun = false } = settings;
  const { folder: articles, ...stores } = storesOf(settings);
  const doors: Doors = {
    ...stores,
    state: stateFolder(resolve(folder, STATE)),
    git: async () => (await import("./build/git.ts")).historiesFor(outlet, folder, settings.signal),
    label: `${shown(articles, settings.shownFrom ?? folder)}/`,
    ...(settings.threads === true && { helper: helperDoor(MANY, { outlet, folder: articles }) }),
  };
  // A dry run writes nothing, the lock included.
  if (dryRun) return closing(doors, settings);
  const lock = await lockFor(settings);
  if ("problem" in lock) return unfinished(3, lock.problem);
  settings.signal?.addEventListener("abort", lock.release);
  try {
    const report = await closing(doors, settings);
    await settings.settled?.();
    noteAttempt(doors.state, settings.now, report);
    return report;
  } finally {
    settings.signal?.removeEventListener("abort", lock.release);
    lock.release();
  }
}

/** Builds, and gives back what was held open for it. */
async function closing(doors: Doors, settings: BuildSettings): Promise<BuildReport> {
  try {
    return await buildThrough(doors, settings);
  } finally {
    doors.state.close();
    await doors.helper?.close();
  }
}

/** Reads, decides, renders, judges and publishes, in this order and no other. */
export async function buildThrough(doors: Doors, settings: BuildSettings): Promise<BuildReport> {
  const { clock, dryRun = false } = settings;
  const watch = stopwatch(clock);
  try {
    watch.step("list");
    const recovered = dryRun ? [] : doors.releases.recover();
    const listing = doors.articles.list(settings.changed);
    const kept = openKept(doors, settings, listing);
    const before = kept.unchanged();
    if (before !== undefined) {
      watch.step("");
      return { ...before, timings: watch.timings() };
    }
    const previous = previousOf(doors, settings);
    if ("problem" in previous) return unfinished(3, previous.problem);
    const git = (await doors.git?.()) ?? {};
    if ("problem" in git) return unfinished(3, git.problem);
    const { compose } = await import("./build/compose.ts");
    const input = composeInput(doors, settings, listing, kept.catalog, { ...previous, ...git }, watch.step);
    const result = await compose(input);
    if ("refused" in result) return unfinished(result.by === "config" ? 2 : 3, ...result.refused);
    const { composed } = result;
    if (settings.verify === true) (await import("./build/verify.ts")).verifyDocuments(composed.documents);
    if (settings.settled !== undefined) {
      watch.step("wait");
      await settings.settled();
    }
    // A signal ends the process here, or after the switch: between two turns of the event loop nothing else comes in.
    await turn();
    watch.step("publish");
    const report = publishedReport(composed, doors, settings, previous.release, {
      onFile: (done, all) => input.onProgress?.("publish", done, all),
      onOut: () => {
        settings.onOut?.();
        watch.step("tidy");
      },
    });
    watch.step("keep");
    const unkept = dryRun || report.release === undefined ? [] : kept.save(composed, report);
    watch.step("");
    const told = [...recovered, ...kept.catalog.notes(), ...unkept].map(plain);
    return { ...report, diagnostics: [...told, ...report.diagnostics], timings: watch.timings() };
  } catch (problem) {
    return problem instanceof KeptLost ? againWithout(doors, settings) : stopped(problem);
  }
}

/** Builds once more when what was kept turns out to be gone: without it, and if that is taken away too, with nothing kept at all. */
async function againWithout(doors: Doors, settings: BuildSettings): Promise<BuildReport> {
  const again =
    settings.fresh === true
      ? await buildThrough({ ...doors, state: NOWHERE }, settings)
      : await buildThrough(doors, { ...settings, fresh: true });
  return { ...again, diagnostics: [plain(DAMAGED), ...again.diagnostics.filter(({ code }) => code !== DAMAGED.code)] };
}

/** Publishes, unless nothing is to be written, and tells what came of it. */
function publishedReport(
  composed: Composed,
  { releases }: Doors,
  { outlet, dryRun = false }: BuildSettings,
  previous: PreviousRelease | undefined,
  listener: PublishListener,
): BuildReport {
  if (dryRun) return { ...reportOf(composed, outlet), changes: changesOf(composed, previous) };
  const published = releases.publish(composed, listener);
  const { id, files, changed, unchanged } = published;
  const release: PublishedRelease = { id, files, stories: composed.stories.length, changed, unchanged };
  return { ...reportOf(composed, outlet, published), release, moves: movesOf(composed, previous) };
}

function previousOf(
  doors: Doors,
  { previous }: BuildSettings,
): { readonly release?: PreviousRelease } | { readonly problem: Problem } {
  if (previous === "none") return {};
  return previous === undefined ? doors.releases.last() : { release: previous };
}

function composeInput(
  { articles, label, helper }: Doors,
  settings: BuildSettings,
  listing: Listing,
  catalog: Catalog<EntryFacts>,
  { release, histories }: { readonly release?: PreviousRelease; readonly histories?: FileHistories },
  onStep: (step: string) => void,
): ComposeInput {
  const { outlet, now, accepted, strict, without, onProgress, timeout, clock, session } = settings;
  const begun = clock();
  const inTime = () => {
    if (timeout !== undefined && clock() - begun > timeout * 1000) throw new TimedOut(timeout);
  };
  return {
    outlet,
    store: articles,
    listing,
    catalog,
    now,
    label,
    onStep: (step) => {
      inTime();
      onStep(step);
    },
    onProgress: (step, done, all) => {
      inTime();
      onProgress?.(step, done, all);
    },
    ...(session !== undefined && { plan: session.plan }),
    ...(helper !== undefined && { helper }),
    ...(release !== undefined && { previous: release }),
    ...(histories !== undefined && { git: histories }),
    ...(accepted !== undefined && { accepted }),
    ...(strict !== undefined && { strict }),
    ...(without !== undefined && { without }),
  };
}

/** The build took longer than it was given. */
class TimedOut extends Error {
  constructor(seconds: number) {
    super(`Cannot finish within ${seconds} s: give --timeout more, or look why the disk is slow`);
  }
}

/** Seconds between two looks at a lock that is waited for. */
const POLL = 0.2;

async function lockFor({ folder, now, breakLock = false, wait = 0, clock, signal }: BuildSettings) {
  const begun = clock();
  for (;;) {
    const lock = takeLock({ state: resolve(folder, STATE), now, breakLock });
    if (!("problem" in lock) || clock() - begun >= wait * 1000) return lock;
    await pause(POLL * 1000, undefined, signal === undefined ? {} : { signal });
  }
}

/** Files to be read from which on a second thread is worth its memory, a fifth more: it makes a build of an archive a third faster. */
const MANY = 20_000;

/** @param published absent: nothing was to be written */
function reportOf(composed: Composed, outlet: Outlet, published?: PublishedFiles): BuildReport {
  const { held, diagnostics, next, counts, plans } = composed;
  const { changed = [], warnings = [] } = published ?? {};
  const paths = new Set(composed.documents.map(({ path }) => path));
  return {
    exit: held.length > 0 ? 1 : 0,
    held,
    diagnostics: [...warnings.map(plain), ...diagnostics],
    timings: {},
    counts: { ...counts, documents: changed.filter((path) => paths.has(path)).length },
    feeds: plans.map(({ kind, title, path }): FeedAddress => {
      const { rss, atom, json } = feedUrls(path, outlet);
      return { kind, title, urls: [rss, atom, json] };
    }),
    ...(next !== undefined && { next }),
  };
}

/** How a build ends that an operator can do something about; a bug of ours is thrown on. */
function stopped(problem: unknown): BuildReport {
  if (problem instanceof FolderProblem)
    return unfinished(3, { code: problem.code, severity: "error", message: problem.message });
  if (problem instanceof PublishProblem)
    return unfinished(4, { code: problem.code, severity: "error", message: problem.message });
  if (problem instanceof TimedOut)
    return unfinished(4, { code: "build/timeout", severity: "error", message: problem.message });
  throw problem;
}

function plain({ at: _at, ...problem }: Problem): Diagnostic {
  return problem;
}

function shown(path: string, from: string): string {
  const below = relative(from, path);
  return (below.startsWith("..") || below === "" ? path : below).split(sep).join("/");
}
