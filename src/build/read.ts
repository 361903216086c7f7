import type { Article, Instant } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { ArticleStore, Listing } from "../model/doors.ts";
import type { Draft, SourceFile } from "../model/draft.ts";
import type { Known, Memory } from "../model/known.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { normalizeArticle } from "../normalize/article.ts";
import { registryOf } from "../normalize/people.ts";
import type { OutsideDates } from "../normalize/published.ts";
import { lexiconOf, parseArticle, placeIn } from "../parse/index.ts";
import { clashesOf } from "./duplicates.ts";

/** A file that gives no article, with the problems that say why. */
export interface HeldFile {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Every article of the outlet. */
export interface ReadResult {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly articles: readonly Article[];
  readonly held: readonly HeldFile[];
  /** Problems that hold nothing back. */
  readonly warnings: readonly { readonly path: string; readonly problem: Problem }[];
  /** First sight of undated stories, by id. */
  readonly firstSeen: ReadonlyMap<string, Instant>;
  /** Files whose bytes were read. */
  readonly readings: number;
  /** Whether a file could not be read, and may be readable the next time without looking different. */
  readonly unsure: boolean;
}

/** Dates of files from version control, by path below the articles folder. */
export type GitDates = ReadonlyMap<string, { readonly added: Instant; readonly changed: Instant }>;

export interface ReadInput {
  readonly store: ArticleStore;
  /** What the store lists, when it was asked already. */
  readonly listing?: Listing;
  readonly outlet: Outlet;
  readonly now: Instant;
  readonly previous?: PreviousRelease;
  readonly memory?: Memory;
  readonly git?: GitDates;
  readonly onProgress?: (step: string, done: number, all: number) => void;
}

/** Lists the folder and makes an article of every file that can be one. */
export function readArticles(input: ReadInput): ReadResult {
  const { store, outlet, memory, now } = input;
  const { files, problems } = input.listing ?? store.list();
  const held: HeldFile[] = problems.map(({ path, problem }) => ({ path, problems: [problem] }));
  const articles: Article[] = [];
  const warnings: { path: string; problem: Problem }[] = [];
  const firstSeen = new Map<string, Instant>();
  const reader = fileReader(input);
  let readings = 0;
  let unsure = false;
  for (const [index, file] of files.entries()) {
    if (index % 1000 === 999) input.onProgress?.("read", index + 1, files.length);
    let known = memory?.recall(file);
    if (known === undefined || known.outside === true) {
      known = reader(file);
      readings++;
      if (isTransient(known)) unsure = true;
      else memory?.keep(file, known);
    }
    if (known.article === undefined) {
      held.push({ path: file.path, problems: known.problems });
      continue;
    }
    articles.push(known.article);
    if (known.outside === true && outlet.undated === "first-seen")
      firstSeen.set(known.article.id, Math.min(now, known.article.published));
    for (const problem of known.problems) warnings.push({ path: file.path, problem });
  }
  const clashes = clashesOf(articles, input.previous);
  const clashing = new Set(clashes.map(({ article }) => article));
  return {
    files: new Map(files.map((file) => [file.path, file])),
    articles: articles.filter((article) => !clashing.has(article)),
    held: [...held, ...clashes.map(({ article, problem }) => ({ path: article.path, problems: [problem] }))],
    warnings,
    firstSeen,
    readings,
    unsure,
  };
}

/** Whether a file could not be read at all: a disk's error or a running upload, which the next build may not meet. */
function isTransient({ article, problems }: Known): boolean {
  return article === undefined && problems.some(({ code }) => code === "file/unreadable" || code === "file/changing");
}

/** Reads one file into what is known of it. */
export function fileReader(input: ReadInput): (file: SourceFile) => Known {
  const { store, outlet, now, git } = input;
  const registry = registryOf(outlet.authors);
  const lexicon = lexiconOf(outlet);
  const rows = new Map(input.previous?.manifest.stories.map((row) => [row.path, row]));
  return (file) => {
    const read = store.read(file);
    if ("problem" in read) return { problems: [read.problem] };
    const parsed = parseArticle(file, read.bytes, { outlet, lexicon });
    const located = (problems: readonly Problem[]) => problems.map((problem) => locate(problem, read.bytes));
    if (parsed.draft === undefined) return { problems: located(parsed.problems) };
    const outside = outsideDates(parsed.draft, rows.get(file.path), outlet, now, git);
    const alone = normalizeArticle(parsed.draft, outlet, registry);
    const undated = alone.problems.some(({ code }) => code === "date/missing" || code === "retraction/undated");
    const depends =
      (undated && outlet.undated !== "refuse") ||
      outlet.updated === "git" ||
      alone.problems.some(({ code }) => code === "retraction/undated");
    const { article, problems } = depends ? normalizeArticle(parsed.draft, outlet, registry, outside) : alone;
    return {
      ...(article !== undefined && { article }),
      problems: located([...parsed.problems, ...problems]),
      ...(depends && { outside: true as const }),
    };
  };
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
  git: GitDates | undefined,
): OutsideDates {
  const dates = git?.get(draft.path);
  const minute = now - (now % 60);
  return {
    ...(outlet.undated === "git" && dates !== undefined && { added: dates.added }),
    ...(outlet.updated === "git" && dates !== undefined && { changed: dates.changed }),
    ...(outlet.undated === "first-seen" && { firstSeen: row?.firstSeen ?? minute }),
    retractionSeen: row?.retracted?.at ?? minute,
  };
}
