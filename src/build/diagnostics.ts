import { asOf } from "../history/standing.ts";
import type { Instant } from "../model/article.ts";
import type { Diagnostic, Problem } from "../model/diagnostic.ts";
import type { PreviousRelease } from "../model/release.ts";
import { atPath } from "../sorted.ts";
import { quote } from "../text.ts";
import type { ComposeInput, Press } from "./compose.ts";
import type { FinishedFeed } from "./documents.ts";
import { type HeldFile, locate, type ReadResult } from "./read.ts";

type DiagnosticsInput = Pick<ComposeInput, "outlet" | "previous" | "now" | "store" | "label">;

/** What a build that goes through tells: of every file by its place, then of the outlet, then of its feeds, each thing once. */
export function diagnosticsOf(
  read: ReadResult,
  press: Pick<Press, "used" | "made" | "leftOut">,
  finished: readonly FinishedFeed[],
  held: readonly HeldFile[],
  input: DiagnosticsInput,
): readonly Diagnostic[] {
  const { outlet, previous } = input;
  const found = [
    ...held.flatMap(({ path, problems }) => problems.map((problem) => ({ path, problem }))),
    ...read.warnings,
    ...[...press.made].flatMap(([id, { problems }]) =>
      problems.flatMap((problem) => {
        const one = press.used.get(id);
        return one === undefined || one.kind === "last-good" ? [] : [{ path: one.article.path, problem }];
      }),
    ),
    ...edited(read, previous, input.now),
  ]
    .filter(isNews(previous))
    .map(({ path, problem }) => diagnosticOf(path, problem, read, input));
  const outletWide: Diagnostic[] = [];
  if (outlet.since === undefined) {
    outletWide.push({
      code: "id/permalink",
      severity: "warning",
      message:
        "Cannot make ids that outlive an address: write since: and the day from which the outlet owns its domain into outlet.yaml",
    });
  }
  for (const { label, stories } of press.leftOut.slice(0, TAGS_NAMED)) {
    outletWide.push({
      code: "tags/too-few",
      severity: "info",
      message: `The tag ${quote(label)} has no feed of its own: it has ${stories} of the ${outlet.tags.min} stories that tags.min asks for`,
    });
  }
  const more = press.leftOut.length - TAGS_NAMED;
  if (more > 0) {
    outletWide.push({
      code: "tags/too-few",
      severity: "info",
      message: `${more} more ${more === 1 ? "tag has" : "tags have"} no feed of their own, for the same reason: ${press.leftOut.length} in all`,
    });
  }
  return [...found.sort(byPlace), ...outletWide, ...uniqueCodes(finished.flatMap(({ warnings }) => warnings))];
}

/** Whether a problem of a file is to be told: not what was told of it in the same words, nor that an earlier version goes when there is none. */
function isNews(previous: PreviousRelease | undefined) {
  const told = new Set<string>();
  const published = new Set(
    previous?.manifest.stories.flatMap(({ path, state }) => (state === "seen" ? [] : [path])) ?? [],
  );
  return ({ path, problem: { code, message } }: { readonly path: string; readonly problem: Problem }): boolean => {
    if (code === "status/taken-down" && !published.has(path)) return false;
    const key = `${path}\0${code}\0${message}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  };
}

/** A story whose body changed while its date did not: readers are not told, and perhaps should be. */
function edited(read: ReadResult, previous: PreviousRelease | undefined, now: Instant) {
  const listed = previous?.manifest.stories.filter(({ state }) => state === "listed") ?? [];
  const rows = new Map(listed.map((row) => [row.id, row]));
  const found: { readonly path: string; readonly problem: Problem }[] = [];
  for (const article of read.articles) {
    const row = rows.get(article.id);
    if (row === undefined || row.fingerprint === article.fingerprint || article.draft) continue;
    if (row.updated === asOf(article, now).updated) found.push({ path: article.path, problem: EDITED });
  }
  return found;
}

/** Tags without a feed of their own that are named. */
const TAGS_NAMED = 5;

const EDITED: Problem = {
  code: "story/edited",
  severity: "info",
  message: "The text has changed and the date has not: write updated: and the time if readers should know",
};

function diagnosticOf(
  path: string,
  problem: Problem,
  read: ReadResult,
  { store, label }: DiagnosticsInput,
): Diagnostic {
  const { at, ...rest } = problem;
  const file = label + path;
  // What a file lacks is missing from its start on: whoever is held back gets a line and a column to go to.
  const start = problem.severity === "error" ? { line: 1, column: 1 } : undefined;
  if (at === undefined) return { ...rest, location: { file, ...start } };
  if ("line" in at) return { ...rest, location: { file, line: at.line, column: at.column } };
  // A problem between files knows only the field; few files have one, so they are read again.
  const source = atPath(read.files, path);
  const bytes = source === undefined ? undefined : store.read(source);
  const placed = bytes === undefined || "problem" in bytes ? undefined : locate(problem, bytes.bytes).at;
  return {
    ...rest,
    location: {
      file,
      ...(placed !== undefined && "line" in placed ? { line: placed.line, column: placed.column } : start),
    },
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const file = (one: Diagnostic) => one.location?.file ?? "";
  if (file(a) !== file(b)) return file(a) < file(b) ? -1 : 1;
  return (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.location?.column ?? 0) - (b.location?.column ?? 0);
}

/** One of each: what is wrong with every feed is told once. */
function uniqueCodes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [one.code, one])).values()];
}
