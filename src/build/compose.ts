import { setImmediate as turn } from "node:timers/promises";
import type { Catalog, KeyPart, LastBuild } from "../catalog/index.ts";
import { byId } from "../history/by-id.ts";
import { type FloodInput, floodRefusal, refusalsOf } from "../history/guards.ts";
import { remember } from "../history/remember.ts";
import { tombstoneEnds, tombstonesOf } from "../history/retraction.ts";
import { nextChange, statusAt } from "../history/standing.ts";
import type { Instant } from "../model/article.ts";
import type { Diagnostic, Problem } from "../model/diagnostic.ts";
import type { ArticleStore, Listing } from "../model/doors.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease, ReadyRelease, ReleasedStory } from "../model/release.ts";
import { relatedIndex } from "../normalize/related.ts";
import type { Listed } from "../select/listed.ts";
import { type LeftOut, type PlanFeeds, type PlannedFeed, planFeeds } from "../select/plan.ts";
import { startOfDay } from "../time.ts";
import type { EntryFacts } from "../validate/index.ts";
import { type Bodies, newestBodies } from "./bodies.ts";
import { type Candidate, type Candidates, candidatesOf, type Gone, lastGood } from "./candidates.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { type FinishedFeed, feedFinisher } from "./documents.ts";
import type { FileHistories } from "./git-log.ts";
import type { HelperDoor } from "./helper.ts";
import { type HeldFile, type ReadResult, readArticles } from "./read.ts";
import { readAhead } from "./read-ahead.ts";
import { refusedDiagnostic, refusedDiagnostics } from "./refused.ts";
import type { BuildCounts } from "./report.ts";
import { type Made, storyMaker } from "./shelf.ts";

export interface ComposeInput {
  readonly outlet: Outlet;
  readonly store: ArticleStore;
  readonly listing: Listing;
  readonly now: Instant;
  readonly previous?: PreviousRelease;
  /** Codes of guards that are accepted for this build. */
  readonly accepted?: ReadonlySet<string>;
  /** Warnings hold an article back too. */
  readonly strict?: boolean;
  readonly catalog: Catalog<EntryFacts>;
  /** Parts that the keys of what is kept leave out: only a test that shows what a part is for names any. */
  readonly without?: ReadonlySet<KeyPart>;
  readonly git?: FileHistories;
  /** Plans feeds. Default: `planFeeds` */
  readonly plan?: PlanFeeds;
  /** Reads articles beside this thread when there are many. */
  readonly helper?: HelperDoor;
  /** The articles folder as people type it, for places: `articles/`. */
  readonly label: string;
  /** Told now and then how far a step is; what it throws ends the build. */
  readonly onProgress?: (step: string, done: number, all: number) => void;
  /** Told when a step begins. */
  readonly onStep?: (step: string) => void;
}

/** A file that is held back: why, and whether its last good version is shown. */
export interface Held {
  readonly source: string;
  readonly code: string;
  readonly since?: Instant;
  readonly lastGood: boolean;
}

/** A release that is ready to be published. */
export interface Composed extends ReadyRelease {
  /** The feeds as they were planned, sorted by path. */
  readonly plans: readonly PlannedFeed[];
  readonly held: readonly Held[];
  readonly diagnostics: readonly Diagnostic[];
  readonly leftOut: readonly LeftOut[];
  readonly next?: Instant;
  readonly counts: Omit<BuildCounts, "documents">;
  /** For the next build. */
  readonly kept: Pick<LastBuild, "feeds" | "media"> & { readonly unsure: boolean };
}

/** A release, or what must not be done unasked. `config`: the configuration makes feeds that are no feeds. */
export type ComposeResult =
  | { readonly composed: Composed }
  | { readonly refused: readonly Diagnostic[]; readonly by: "guard" | "config" };

/** Reads, decides, renders and judges everything; writes nothing. */
export async function compose(input: ComposeInput): Promise<ComposeResult> {
  const { outlet, now, previous, onStep } = input;
  const accepted = input.accepted ?? new Set<string>();
  onStep?.("read");
  const memory = input.catalog.articles();
  const recalled = input.listing.files.map((file) => memory.recall(file));
  const ahead = await readAhead({ ...input, memory, recalled });
  const bodies = newestBodies();
  const read = strictly(readArticles({ ...input, memory, recalled, ahead, bodies }), input.strict === true, now);
  if (read.files.length === 0 && read.held.length === 0) return { refused: [EMPTY], by: "guard" };
  await turn();
  onStep?.("select");
  const refusals = previous === undefined ? [] : guard(read, previous, accepted, input);
  if (refusals.length > 0 && previous !== undefined)
    return { refused: refusedDiagnostics(refusals, previous, input), by: "guard" };
  const candidates = candidatesOf(read.articles, read.held, previous, outlet, now);
  onStep?.("render");
  const press = await print(candidates, read, bodies, input);
  const flood = previous === undefined ? undefined : floodRefusal(entering(press, previous, accepted, input));
  if (flood !== undefined) return { refused: [refusedDiagnostic(flood, input)], by: "guard" };
  onStep?.("validate");
  const finished = finish(press, candidates, input);
  const faults = finished.flatMap((feed) => feed.faults);
  if (faults.length > 0) return { refused: faults, by: "config" };
  return { composed: composedOf(read, press, finished, input) };
}

const EMPTY: Diagnostic = {
  code: "articles/empty",
  severity: "error",
  message:
    "Cannot build from a folder without articles: put .md, .html or .txt files into it, or check that it is mounted",
};

/** Holds back what would be shown with a warning. What is to leave the feeds leaves them: no doubt keeps an old version up. */
function strictly(read: ReadResult, strict: boolean, now: Instant): ReadResult {
  if (!strict) return read;
  const warned = new Map<string, Problem[]>();
  for (const { path, problem } of read.warnings)
    if (problem.severity === "warning") warned.set(path, [...(warned.get(path) ?? []), problem]);
  const doubtful = read.articles.filter(
    (article) => warned.has(article.path) && statusAt(article, now) === "published",
  );
  const paths = new Set(doubtful.map(({ path }) => path));
  return {
    ...read,
    articles: read.articles.filter(({ path }) => !paths.has(path)),
    held: [...read.held, ...doubtful.map(({ path, id }) => ({ path, id, problems: warned.get(path) ?? [] }))],
    warnings: read.warnings.filter(({ path }) => !paths.has(path)),
  };
}

function guard(read: ReadResult, previous: PreviousRelease, accepted: ReadonlySet<string>, input: ComposeInput) {
  return refusalsOf({
    articles: read.articles,
    held: read.held,
    previous,
    now: input.now,
    guards: input.outlet.guards,
    accepted,
  });
}

/** What was printed: stories by id, the feeds they are in, and files whose stories could not be printed. */
export interface Press {
  readonly feeds: readonly PlannedFeed[];
  readonly leftOut: readonly LeftOut[];
  readonly made: ReadonlyMap<string, Made>;
  /** Where each printed story came from, last good versions of those that failed included. */
  readonly used: ReadonlyMap<string, Candidate>;
  readonly failed: readonly HeldFile[];
}

/**
 * Makes the stories that feeds want. A story that cannot be printed leaves its place to its last good version or to the next
 * one, so feeds are planned again until every story in them is printed.
 */
async function print(candidates: Candidates, read: ReadResult, bodies: Bodies, input: ComposeInput): Promise<Press> {
  const { outlet, store, previous, now, catalog, without = new Set(), plan = planFeeds } = input;
  let used = candidates.live;
  const related = relatedIndex(() => ownStories(candidates));
  const helper = input.helper?.running();
  const shelf = catalog.stories();
  const maker = storyMaker({ outlet, store, files: read.files, related, shelf, without, bodies, helper });
  const made = new Map<string, Made>();
  const failed: HeldFile[] = [];
  for (;;) {
    const { feeds, leftOut } = plan(
      [...used.values()].map(({ listed }) => listed),
      outlet,
    );
    const wanted = new Set(feeds.flatMap(({ members, settings }) => firstIds(members, settings.limit.items)));
    // What stands in for stories that could not be printed; undefined: nothing does.
    const instead = new Map<string, Candidate | undefined>();
    maker.announce([...wanted].flatMap((id) => (made.has(id) ? [] : (used.get(id) ?? []))));
    for (const id of wanted) {
      if (made.size % 10 === 0) input.onProgress?.("render", made.size, wanted.size);
      if (made.size % 50 === 0) await turn();
      const candidate = used.get(id);
      if (candidate === undefined || made.has(id)) continue;
      const one = await maker.make(candidate);
      const faults = "faults" in one ? one.faults : doubts(one, candidate, input);
      if (!("faults" in one) && faults.length === 0) {
        made.set(id, one);
        continue;
      }
      instead.set(id, undefined);
      if (candidate.kind === "last-good") continue;
      const { path } = candidate.article;
      const file = { path, id, problems: faults };
      failed.push(file);
      const good = lastGood(file, previous, now);
      if (good !== undefined && good.story.id === id) instead.set(id, good);
    }
    if (instead.size === 0) return { feeds, leftOut, made, used, failed };
    used = replaced(used, instead);
  }
}

function replaced<K, V>(all: ReadonlyMap<K, V>, instead: ReadonlyMap<K, V | undefined>): ReadonlyMap<K, V> {
  const result = new Map(all);
  for (const [key, value] of instead) {
    if (value === undefined) result.delete(key);
    else result.set(key, value);
  }
  return result;
}

/** Warnings about a story that hold it back when the build is strict; a last good version was let pass once. */
function doubts({ problems }: Made, { kind }: Candidate, { strict }: ComposeInput): readonly Problem[] {
  return strict === true && kind !== "last-good" && problems.some(({ severity }) => severity === "warning")
    ? problems
    : [];
}

function firstIds(members: readonly { readonly id: string }[], most: number): readonly string[] {
  return members.slice(0, most).map(({ id }) => id);
}

function ownStories({ live }: Candidates) {
  return [...live.values()].flatMap((candidate) =>
    candidate.kind === "stub" ? [] : [candidate.kind === "article" ? candidate.article : candidate.story],
  );
}

/** Stories that are new to feeds which subscribers have. */
function entering(
  { feeds, used, made }: Press,
  previous: PreviousRelease,
  accepted: ReadonlySet<string>,
  { outlet }: ComposeInput,
): FloodInput {
  const before = new Map(previous.manifest.feeds.map(({ path, stories }) => [path, new Set(stories)]));
  const fresh = new Map<string, FloodInput["entering"][number]>();
  for (const { path, members, settings } of feeds) {
    const known = before.get(path);
    if (known === undefined) continue;
    for (const id of firstIds(members, settings.limit.items)) {
      const candidate = used.get(id);
      if (known.has(id) || candidate === undefined || !made.has(id)) continue;
      const { title } = candidate.kind === "last-good" ? candidate.story : candidate.article;
      fresh.set(id, { id, title, published: candidate.listed.published });
    }
  }
  return { entering: [...fresh.values()], previous, guards: outlet.guards, accepted };
}

/** Puts every feed together: its stories, its own date, and what it tells of stories that left. */
function finish(press: Press, { gone }: Candidates, input: ComposeInput): readonly FinishedFeed[] {
  const { outlet, now, previous, catalog, without = new Set() } = input;
  const before = new Map(previous?.manifest.feeds.map(({ path, updated }) => [path, updated]));
  const last = catalog.last();
  // What was put together then is what the last release names only if that is the release it went into.
  const isSame = last?.release === previous?.manifest.id || without.has("release");
  const kept = last !== undefined && isSame ? last.feeds : {};
  const files = new Map(previous?.manifest.files.map((file) => [file.path, file]));
  const finishOne = feedFinisher(outlet, kept, files, without);
  const left = goneByFeed(press, gone, outlet);
  const states = new Map(previous?.manifest.stories.map(({ id, state }) => [id, state]));
  const fed = new Map(previous?.manifest.feeds.map(({ path, stories }) => [path, new Set(stories)]));
  const seconds = outlet.retraction.tombstoneDays * 86_400;
  // Feeds have tens of thousands of members together, and retractions are rare.
  const retracted = new Set([...press.used.values()].flatMap(({ listed }) => (isRetracted(listed) ? [listed] : [])));
  return press.feeds.map((plan, index) => {
    if (index % 20 === 0) input.onProgress?.("validate", index, press.feeds.length);
    const ids = firstIds(plan.members, plan.settings.limit.items);
    const stories = ids.flatMap((id) => press.used.get(id)?.listed ?? []);
    const leaving = left.get(plan.path) ?? [];
    // A feed's date never goes back, whatever left it: readers compare it.
    const last = before.get(plan.path) ?? 0;
    const dates = [...stories.map((story) => story.updated), ...leaving.map(({ at }) => at)];
    // One that never had a story is as old as the outlet: readers take 1970 for a fault.
    const newest = Math.max(last, ...dates) || Math.min(now, firstDay(outlet));
    const isNews = ({ id, retracted }: Listed) =>
      retracted !== undefined && retracted.at <= now && states.get(id) !== "retracted" && fed.get(plan.path)?.has(id);
    // A retraction dated before the feed's newest story moves it all the same: an aggregator that sees an old date does not look.
    const stubs = retracted.size === 0 ? [] : plan.members.filter((member) => retracted.has(member));
    const told = [...stubs, ...leaving.map(({ listed }) => listed)].some(isNews);
    const updated = told && newest === last ? Math.max(last, Math.min(now, last + 1)) : newest;
    const retractions = [
      ...stubs.flatMap(({ id, retracted }) => (retracted === undefined ? [] : [{ id, retracted }])),
      ...leaving.flatMap(({ listed, retracted }) => (retracted === undefined ? [] : [{ id: listed.id, retracted }])),
    ];
    const feed = { plan, stories: ids, updated, tombstones: tombstonesOf(retractions, now, seconds) };
    return finishOne(feed, (id) => press.made.get(id)?.entries);
  });
}

/** The start of the outlet's first day; 1970 where it has not said which that is. */
function firstDay({ since, zone }: Outlet): Instant {
  if (since === undefined) return 0;
  const [year = 0, month = 0, day = 0] = since.split("-").map(Number);
  return startOfDay(year, month, day, zone) ?? 0;
}

function isRetracted({ retracted }: Listed): boolean {
  return retracted !== undefined;
}

/** The feeds that gone stories were in, by the feed's path. */
function goneByFeed(press: Press, gone: readonly Gone[], outlet: Outlet): ReadonlyMap<string, readonly Gone[]> {
  if (gone.length === 0) return new Map();
  const byId = new Map(gone.map((one) => [one.listed.id, one]));
  const { feeds } = planFeeds(
    [...[...press.used.values()].map(({ listed }) => listed), ...gone.map(({ listed }) => listed)],
    outlet,
  );
  return new Map(feeds.map(({ path, members }) => [path, members.flatMap(({ id }) => byId.get(id) ?? [])]));
}

function composedOf(read: ReadResult, press: Press, finished: readonly FinishedFeed[], input: ComposeInput): Composed {
  const { now, previous, outlet, label } = input;
  const listed = new Set(finished.flatMap(({ row }) => row.stories));
  const held = [...read.held, ...press.failed];
  const standIns = [...press.used.values()].flatMap((one) => (one.kind === "last-good" ? [one] : []));
  const good = new Map(standIns.map(({ row, file }) => [file, row]));
  const rows = remember({
    ...(previous !== undefined && { previous }),
    articles: byId(read.articles),
    shown: new Map([...listed].map((id) => [id, press.used.get(id)?.listed.updated ?? now])),
    heldSince: new Map([...good.values()].map((row) => [row.id, row.heldSince ?? now])),
    firstSeen: read.firstSeen,
    now,
  });
  const stories = [...listed].sort().flatMap((id) => press.made.get(id)?.line() ?? []);
  const seconds = outlet.retraction.tombstoneDays * 86_400;
  const next = nextChange(
    read.articles,
    [...standIns.map(({ story }) => story), ...tombstoneEnds(rows, read.articles, seconds)],
    now,
    seconds,
  );
  const fresh = [...press.made.values()].filter((made) => made.fresh);
  return {
    documents: finished.flatMap(({ documents }) => documents),
    feeds: finished.map(({ row }) => row),
    rows: outlet.retraction.show === "remove" ? rows.map(withoutHeadline) : rows,
    stories,
    plans: press.feeds,
    held: held.map(({ path, problems }): Held => {
      const row = good.get(path);
      const [first] = problems.filter(({ severity }) => severity === "error");
      return {
        source: label + path,
        code: (first ?? problems[0])?.code ?? "file/unreadable",
        lastGood: row !== undefined,
        ...(row !== undefined && { since: row.heldSince ?? now }),
      };
    }),
    diagnostics: diagnosticsOf(read, press, finished, held, input),
    leftOut: press.leftOut,
    ...(next !== undefined && { next }),
    counts: {
      articles: read.articles.length,
      read: read.readings,
      rendered: fresh.length,
      entries: fresh.reduce((sum, { entries }) => sum + entries.size, 0),
    },
    kept: {
      unsure: read.unsure || press.failed.length > 0 || hangsOnClock(read, rows),
      feeds: Object.fromEntries(finished.map(({ row, kept }) => [row.path, kept])),
      media: [...press.made.values()].flatMap(({ media }) => media),
    },
  };
}

/** Whether the release does not remember a date that was taken from the clock: the next build takes another. */
function hangsOnClock({ articles, outside, firstSeen }: ReadResult, rows: readonly ReleasedStory[]): boolean {
  if (outside.size === 0) return false;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return articles.some(({ id, retracted }) => {
    if (!outside.has(id)) return false;
    const row = byId.get(id);
    return (
      (retracted !== undefined && row?.retracted === undefined) || (firstSeen.has(id) && row?.firstSeen === undefined)
    );
  });
}

/** What is remembered of a story that was removed because even its headline must not be shown. */
function withoutHeadline(row: ReleasedStory): ReleasedStory {
  return row.state === "retracted" ? { ...row, title: "", url: "" } : row;
}
