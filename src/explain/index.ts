import { basename, dirname } from "node:path";
import { locate, outsideDates } from "../build/read.ts";
import { articleFolder, kindOfFile } from "../discover/index.ts";
import { statusAt } from "../history/standing.ts";
import type { Article } from "../model/article.ts";
import type { Decision, Decisions, Rejected, Status } from "../model/decision.ts";
import type { Diagnostic, Pointer, Problem } from "../model/diagnostic.ts";
import type { Draft, SourceFile } from "../model/draft.ts";
import { normalizeArticle } from "../normalize/article.ts";
import { registryOf } from "../normalize/people.ts";
import { relatedLinks } from "../normalize/related.ts";
import { type Completed, completeStory } from "../normalize/story.ts";
import { bodyHtml, copyJson, lexiconOf, type Parsed, paragraphsOf, parseArticle } from "../parse/index.ts";
import { rfc3339 } from "../time.ts";
import type { Considered, CreditedPerson, Explained, Explanation } from "./explanation.ts";
import { type Newsroom, newsroomOf, type Presence, type Surroundings } from "./newsroom.ts";

export type { Considered, CreditedPerson, Explained, Explanation } from "./explanation.ts";
export type { Surroundings } from "./newsroom.ts";

/** Tells how article files are understood, one after another, by one outlet's settings. */
export function explainer(surroundings: Surroundings): (path: string, file: string) => Promise<Explanation> {
  const newsroom = newsroomOf(surroundings);
  const lexicon = lexiconOf(surroundings.outlet);
  const registry = registryOf(surroundings.outlet.authors);
  return async (path, file) => {
    const { outlet, now, previous, git } = surroundings;
    const inside = newsroom.pathOf(path);
    const source: SourceFile = {
      path: inside ?? pathAlone(path),
      kind: kindOfFile(path) ?? "copy",
      size: 0,
      stamp: "",
    };
    const store = articleFolder(dirname(path));
    const read = store.read({ ...source, path: basename(path) });
    if ("problem" in read)
      return { file, kind: source.kind, considered: [], diagnostics: [diagnosticOf(read.problem, file)] };
    const parsed = parseArticle(source, read.bytes, { outlet, lexicon });
    const told = (problems: readonly Problem[]) => problems.map((one) => diagnosticOf(locate(one, read.bytes), file));
    if (parsed.draft === undefined) {
      const diagnostics = told(parsed.problems);
      const absent = presence(newsroom, inside, surroundings.folder !== undefined);
      return { file, kind: source.kind, status: HELD, ...absent, considered: [], diagnostics };
    }
    const { draft } = parsed;
    const row = previous?.manifest.stories.find((one) => one.path === source.path);
    const outside = outsideDates(draft, row, outlet, now, git);
    const { article, decisions, problems } = normalizeArticle(draft, outlet, registry, outside);
    const completed = await completedOf(draft, article, newsroom, surroundings);
    const summary = decisions.summary ?? summaryOf(completed);
    const between = inside === undefined || article === undefined ? [] : (newsroom.heldBecause(inside)?.problems ?? []);
    const place = <T>({ value, from, name, at }: Decision<T>): Explained<T> => ({
      value,
      from,
      ...(name !== undefined && { name }),
      ...locationOf(at, read.bytes, file),
    });
    return {
      file,
      kind: source.kind,
      ...copyJson({ findings: titled(draft, decisions), paragraphs: paragraphsOf(draft.body) }),
      ...fieldsOf(decisions, place, surroundings.folder !== undefined),
      ...(summary !== undefined && { summary: place(summary) }),
      ...statusOf(article, decisions, between.length > 0, surroundings),
      ...shownOf(completed),
      ...peopleOf(decisions),
      ...presence(newsroom, inside, surroundings.folder !== undefined),
      considered: consideredOf(decisions, parsed),
      diagnostics: told([...parsed.problems, ...problems, ...(completed?.problems ?? []), ...between]),
    };
  };
}

/** The part of a path that says something about a file outside any articles folder: its name, and folders that are a date. */
function pathAlone(path: string): string {
  return /(?:\d{4}\/(?:\d{1,2}\/){0,2})?[^/]+$/.exec(path)?.[0] ?? basename(path);
}

function diagnosticOf({ at, ...problem }: Problem, file: string): Diagnostic {
  const start = problem.severity === "error" ? { line: 1, column: 1 } : undefined;
  const place = at !== undefined && "line" in at ? { line: at.line, column: at.column } : start;
  return { ...problem, location: { file, ...place } };
}

function locationOf(at: Pointer | undefined, bytes: Uint8Array, file: string): Pick<Explained<unknown>, "location"> {
  if (at === undefined) return {};
  const located = locate({ code: "place/of", severity: "info", message: "", at }, bytes).at;
  return located !== undefined && "line" in located
    ? { location: { file, line: located.line, column: located.column } }
    : {};
}

/** The findings with the title that was decided: front matter goes before what the text shows. */
function titled(draft: Draft, { title }: Decisions): Draft["findings"] {
  return title === undefined ? draft.findings : { ...draft.findings, titles: [title] };
}

function fieldsOf(
  { published, updated, id, url, section, tags, language }: Decisions,
  place: <T>(decision: Decision<T>) => Explained<T>,
  hasOutlet: boolean,
): Partial<Explanation> {
  return {
    ...(published !== undefined && { published: place({ ...published, value: rfc3339(published.value) }) }),
    ...(updated !== undefined && { updated: place({ ...updated, value: rfc3339(updated.value) }) }),
    // Without an outlet there is no site that addresses could be below.
    ...(hasOutlet && id !== undefined && { id: place(id) }),
    ...(hasOutlet && url !== undefined && { url: place(url) }),
    ...(section !== undefined && { section: place(section) }),
    ...(tags !== undefined && { tags: place(tags) }),
    ...(language !== undefined && { language: place(language) }),
  };
}

/** The story as feeds would print it, for what only that shows; outside of an outlet nothing beside the file is looked at. */
async function completedOf(
  draft: Draft,
  article: Article | undefined,
  { peek }: Newsroom,
  { outlet, folder }: Surroundings,
): Promise<Completed | undefined> {
  if (article === undefined) return undefined;
  const html = bodyHtml(draft.body, article.dateline?.text);
  const related = relatedLinks(article.related, () => undefined, article.url);
  const { story, problems } = await completeStory(article, html, { outlet, related, peek });
  return { story, problems: folder === undefined ? [] : problems };
}

function summaryOf(completed: Completed | undefined): Decision<string> | undefined {
  return completed === undefined ? undefined : { value: completed.story.summary, from: "content" };
}

function shownOf(completed: Completed | undefined): Pick<Explanation, "image" | "corrections"> {
  if (completed === undefined) return {};
  const { image, corrections } = completed.story;
  const told = corrections.map(({ kind, text, date }) => ({
    kind,
    text,
    ...(date !== undefined && { date: rfc3339(date) }),
  }));
  return { ...(image !== undefined && { image: image.url }), ...(told.length > 0 && { corrections: told }) };
}

const HELD: Explained<Status> = { value: "held", from: "content" };

function statusOf(
  article: Article | undefined,
  { published }: Decisions,
  heldBetween: boolean,
  { now }: Surroundings,
): Pick<Explanation, "status"> {
  const value: Status = article === undefined || heldBetween ? "held" : statusAt(article, now);
  if (value === "held") return { status: HELD };
  const from = value === "published" || value === "scheduled" ? (published?.from ?? "content") : "front-matter";
  return { status: { value, from } };
}

function peopleOf({ authors }: Decisions): Pick<Explanation, "people"> {
  if (authors === undefined || authors.length === 0) return {};
  const people = authors.map(
    ({ value: { id, name, role, org } }): CreditedPerson => ({
      id,
      name,
      ...(role !== undefined && { role }),
      ...(org !== undefined && { org }),
    }),
  );
  return { people };
}

function presence(newsroom: Newsroom, inside: string | undefined, hasOutlet: boolean): Presence {
  if (inside !== undefined) return newsroom.presenceOf(inside);
  return { absent: hasOutlet ? "it is not in the articles folder" : "there is no outlet.yaml" };
}

function consideredOf(decisions: Decisions, { considered }: Parsed): readonly Considered[] {
  const lost = Object.entries(decisions).flatMap(([field, decision]): readonly Considered[] => {
    const others: readonly Rejected[] = decision !== undefined && "others" in decision ? (decision.others ?? []) : [];
    const isTime = field === "published" || field === "updated";
    return others.map(({ value, from, why }) => ({
      field,
      value: isTime && /^-?\d+$/.test(value) ? rfc3339(Number(value)) : value,
      from,
      why,
    }));
  });
  const told = new Set(lost.map(({ field, value }) => `${field} ${value}`));
  return [...lost, ...considered.filter(({ field, value }) => !told.has(`${field} ${value}`))];
}
