import type { Article, Instant } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { ArticleStore, Listing } from "../model/doors.ts";
import type { Draft, SourceFile } from "../model/draft.ts";
import type { Known, Memory } from "../model/known.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { type Normalized, normalizeArticle } from "../normalize/article.ts";
import { registryOf } from "../normalize/people.ts";
import type { OutsideDates } from "../normalize/published.ts";
import { lexiconOf, parseArticle, placeIn } from "../parse/index.ts";
import type { Bodies } from "./bodies.ts";
import { clashesOf } from "./duplicates.ts";
import { failed } from "./failed.ts";
import { addedAt, bodyChangedAt, type FileHistories } from "./git-log.ts";

/** A file that gives no article, with the problems that say why. */
export interface HeldFile {
  readonly path: string;
  /** Id of its story, when that could be read: a renamed file has its last good version under it. */
  readonly id?: string;
  readonly problems: readonly Problem[];
}

/** Every article of the outlet. */
export interface ReadResult {
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly articles: readonly Article[];
  readonly held: readonly HeldFile[];
  /** Problems that hold nothing back. */
  readonly warnings: readonly { readonly path: string; readonly problem: Problem }[];
  /** First sight of undated stories, by id. */
  readonly firstSeen: ReadonlyMap<string, Instant>;
  /** Ids of articles whose dates hang on what the last release remembers of them. */
  readonly outside: ReadonlySet<string>;
  /** Files whose bytes were read. */
  readonly readings: number;
  /** Whether a file could not be read, and may be readable the next time without looking different. */
  readonly unsure: boolean;
}

/** What is remembered of files, in their order; undefined of one that has to be read. */
export type Recalled = readonly (Known | undefined)[];

export interface ReadInput {
  readonly store: ArticleStore;
  /** What the store lists, when it was asked already. */
  readonly listing?: Listing;
  readonly outlet: Outlet;
  readonly now: Instant;
  readonly previous?: PreviousRelease;
  /** Keeps what is known of files that are read. */
  readonly memory?: Memory;
  /** What it has of the files of `listing`. Default: nothing */
  readonly recalled?: Recalled;
  /** What was read of files before, by path. */
  readonly ahead?: ReadonlyMap<string, Known>;
  readonly git?: FileHistories;
  /** Where the bodies of articles that are read are left. */
  readonly bodies?: Bodies;
  readonly onProgress?: (step: string, done: number, all: number) => void;
}

/** Lists the folder and makes an article of every file that can be one. */
export function readArticles(input: ReadInput): ReadResult {
  const { store, ahead, recalled = [] } = input;
  const listing = input.listing ?? store.list();
  const { files, problems } = listing;
  const held: HeldFile[] = problems.map(({ path, problem }) => ({ path, problems: [problem] }));
  const articles: Article[] = [];
  const warnings: { path: string; problem: Problem }[] = [];
  const firstSeen = new Map<string, Instant>();
  const outside = new Set<string>();
  const take = fileTaker({ ...input, listing });
  let readings = 0;
  let unsure = false;
  let done = 0;
  for (const [index, file] of files.entries()) {
    if (++done % 100 === 0) input.onProgress?.("read", done, files.length);
    const early = ahead?.get(file.path);
    const kept = early === undefined ? recalled[index] : undefined;
    const isKept = kept !== undefined && kept.outside !== true;
    const known = early ?? (isKept ? kept : take(file));
    if (!isKept) readings++;
    if (isTransient(known)) unsure = true;
    if (known.article === undefined) {
      held.push({ path: file.path, problems: known.problems });
      continue;
    }
    articles.push(known.article);
    if (known.outside === true) outside.add(known.article.id);
    if (known.firstSeen !== undefined) firstSeen.set(known.article.id, known.firstSeen);
    for (const problem of known.problems) warnings.push({ path: file.path, problem });
  }
  const clashes = clashesOf(articles, input.previous);
  const clashing = new Set(clashes.map(({ article }) => article));
  return {
    files,
    articles: clashes.length === 0 ? articles : articles.filter((article) => !clashing.has(article)),
    held: [...held, ...clashes.map(({ article: { path, id }, problems }) => ({ path, id, problems }))],
    warnings,
    firstSeen,
    outside,
    readings,
    unsure,
  };
}

/** Whether what is known hangs on nothing but the file and the configuration: whoever reads it finds the same. */
export function standsAlone(known: Known): boolean {
  return known.outside !== true && !isTransient(known);
}

/** Reads one file, and keeps what is known of it unless the next build may find something else in the same file. */
export function fileTaker(input: ReadInput): (file: SourceFile) => Known {
  const read = fileReader(input);
  return (file) => {
    const known = read(file);
    return isTransient(known) ? known : (input.memory?.keep(file, known) ?? known);
  };
}

/** What the next build may not meet: a disk's error, a running upload, memory that was short. */
const TRANSIENT: ReadonlySet<string> = new Set(["file/unreadable", "file/changing", "file/failed"]);

function isTransient({ article, problems }: Known): boolean {
  return article === undefined && problems.some(({ code }) => TRANSIENT.has(code));
}

/** Bytes of nearly every article at most. */
export const DESK = 64 * 1024;

/** Reads one file into what is known of it. */
export function fileReader(input: ReadInput): (file: SourceFile) => Known {
  const { store, outlet, now, git, bodies } = input;
  const registry = registryOf(outlet.authors);
  const lexicon = lexiconOf(outlet);
  const desk = new Uint8Array(DESK);
  let finder: ReturnType<typeof rowFinder> | undefined;
  const rowOf: ReturnType<typeof rowFinder> = (...keys) => {
    finder ??= rowFinder(input.previous?.manifest.stories ?? [], input.listing?.files ?? []);
    return finder(...keys);
  };
  return (file) => {
    try {
      return readOne(file);
    } catch (cause) {
      return { problems: [failed(cause)] };
    }
  };

  function readOne(file: SourceFile): Known {
    const read = store.read(file, desk);
    if ("problem" in read) return { problems: [read.problem] };
    const size = read.bytes.length;
    const parsed = parseArticle(file, read.bytes, { outlet, lexicon, decisive: true });
    const located = (problems: readonly Problem[]) => problems.map((problem) => locate(problem, read.bytes));
    if (parsed.draft === undefined) return { problems: located(parsed.problems) };
    const { draft } = parsed;
    const alone = normalizeArticle(draft, outlet, registry);
    const isUndated = alone.problems.some(({ code }) => code === "date/missing") && outlet.undated !== "refuse";
    const depends =
      isUndated || outlet.updated === "git" || alone.problems.some(({ code }) => code === "retraction/undated");
    if (!depends) return known(alone);
    const row = rowOf(draft.path, draft.fingerprint);
    const outside = outsideDates(draft, row, outlet, now, git);
    const first = normalizeArticle(draft, outlet, registry, outside);
    // A renamed file with an id: what is remembered stands under the id.
    const named = first.article === undefined ? undefined : rowOf(first.article.id);
    const better = named === undefined || named === row ? outside : outsideDates(draft, named, outlet, now, git);
    const { firstSeen } = better;
    return {
      ...known(better === outside ? first : normalizeArticle(draft, outlet, registry, better)),
      outside: true,
      ...(isUndated && firstSeen !== undefined && { firstSeen }),
    };

    function known({ article, problems }: Normalized): Known {
      if (article !== undefined) bodies?.keep(article, draft.body, size);
      const all = located([...parsed.problems, ...problems]);
      return { ...(article !== undefined && { article }), problems: all };
    }
  }
}

/** Finds what is remembered of a story by its id, its file or, when that was renamed, a text that no other story has. */
function rowFinder(
  rows: readonly ReleasedStory[],
  files: readonly SourceFile[],
): (...keys: readonly string[]) => ReleasedStory | undefined {
  const here = new Set(files.map(({ path }) => path));
  const byKey = new Map<string, ReleasedStory | undefined>();
  // Of two stories that one file has held, the one that is shown.
  const live = ({ state }: ReleasedStory) => (state === "archived" ? 0 : 1);
  for (const row of [...rows].sort((a, b) => live(a) - live(b))) byKey.set(row.path, row);
  for (const row of rows) byKey.set(row.id, row);
  for (const row of rows)
    if (!here.has(row.path)) byKey.set(row.fingerprint, byKey.has(row.fingerprint) ? undefined : row);
  return (...keys) => keys.map((key) => byKey.get(key)).find((row) => row !== undefined);
}

/** A problem with its place in the file, for printing. */
export function locate(problem: Problem, bytes: Uint8Array): Problem {
  const { at, ...rest } = problem;
  const place = at === undefined ? undefined : placeIn(bytes, at);
  return place === undefined ? rest : { ...rest, at: place };
}

/** What the build knows of a file from outside it. */
export function outsideDates(
  draft: Draft,
  row: ReleasedStory | undefined,
  outlet: Outlet,
  now: Instant,
  git: FileHistories | undefined,
): OutsideDates {
  const changes = git?.get(draft.path) ?? [];
  const added = outlet.undated === "git" ? addedAt(changes) : undefined;
  const changed = outlet.updated === "git" ? bodyChangedAt(changes, draft.linesAbove) : undefined;
  const minute = now - (now % 60);
  return {
    ...(added !== undefined && { added }),
    ...(changed !== undefined && { changed }),
    ...(outlet.undated === "first-seen" && { firstSeen: row?.firstSeen ?? minute }),
    retractionSeen: row?.retracted?.at ?? minute,
  };
}
