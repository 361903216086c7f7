import type { FieldName } from "../fields.ts";
import type { Instant } from "../model/article.ts";
import type { Decision, Rejected } from "../model/decision.ts";
import type { Pointer, Report } from "../model/diagnostic.ts";
import type { Draft, Evidence } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { parseDate } from "./date.ts";
import { dateInPath } from "./date-in-path.ts";
import { datelineDate } from "./dateline-date.ts";
import { fieldOf, textOf } from "./values.ts";

/** What a build knows of an undated story from outside the file. */
export interface OutsideDates {
  /** The commit that added the file, for `undated: git`. */
  readonly added?: Instant;
  /** The last commit that changed it, for `updated: git`. */
  readonly changed?: Instant;
  /** The first build that saw it, for `undated: first-seen`. */
  readonly firstSeen?: Instant;
  /** The first build that saw a retraction without a date. */
  readonly retractionSeen?: Instant;
}

/** A date of front matter: absent, read, or wrong; a wrong one is never replaced by weaker evidence. */
export type FieldDate = { readonly decision: Decision<Instant> } | "absent" | "wrong";

/** Reads the date in a field of front matter. */
export function fieldDate(draft: Draft, name: FieldName, outlet: Outlet, report: Report): FieldDate {
  const found = fieldOf(draft.frontMatter, name, report);
  if (found === undefined || (found.value.kind === "scalar" && found.value.type === "null")) return "absent";
  const text = textOf(found, "date/not-text", report, "error");
  if (text === undefined) return "wrong";
  const at = { field: [found.key] };
  const instant = readDate(text, at, outlet, report);
  return instant === undefined ? "wrong" : { decision: { value: instant, from: "front-matter", name: found.key, at } };
}

/** The same problems as warnings: the part that cannot be read is left out, the rest is used. */
export function asWarnings(report: Report): Report {
  return (problem) => report({ ...problem, severity: problem.severity === "error" ? "warning" : problem.severity });
}

/** Reads one date of the article as reporters write it; what is wrong is reported. */
export function readDate(text: string, at: Pointer | undefined, outlet: Outlet, report: Report): Instant | undefined {
  const result = parseDate(text, { zone: outlet.zone, zoneNames: outlet.zoneNames });
  for (const problem of result.problems) report({ ...problem, ...(at !== undefined && { at }) });
  return result.instant;
}

/**
 * When the story was published: front matter, HTML metadata, file or folder name, dateline, git, first seen, in this order.
 * Never the file's own time: a checkout changes it.
 */
export function decidePublished(
  draft: Draft,
  outlet: Outlet,
  outside: OutsideDates,
  report: Report,
): Decision<Instant> | undefined {
  const written = fieldDate(draft, "published", outlet, report);
  if (written === "wrong") return undefined;
  const candidates: Evidence<Instant>[] = written === "absent" ? [] : [written.decision];
  const rejected: Rejected[] = [];
  for (const { value, from, name, at } of draft.findings.published) {
    // Metadata comes from machines; what we cannot read there is passed over, not an error of the writer.
    const instant = readDate(value, at, outlet, () => undefined);
    const source = name === undefined ? { from } : { from, name };
    if (instant === undefined) rejected.push({ value, ...source, why: "no date that we read" });
    else candidates.push({ value: instant, ...source, ...(at !== undefined && { at }) });
  }
  const inPath = dateInPath(draft.path, outlet.zone);
  if (inPath !== undefined) candidates.push({ value: inPath.instant, from: inPath.from, name: inPath.text });
  const dateline = draft.findings.dateline?.date;
  if (dateline !== undefined) {
    const instant = datelineDate(
      dateline,
      candidates.map(({ value }) => value),
      outlet.zone,
    );
    if (instant === undefined)
      rejected.push({ value: dateline, from: "dateline", why: "no year in it, and no other evidence of one" });
    else candidates.push({ value: instant, from: "dateline", name: dateline });
  }
  if (outside.added !== undefined) candidates.push({ value: outside.added, from: "git" });
  if (outside.firstSeen !== undefined) candidates.push({ value: outside.firstSeen, from: "first-seen" });
  const [first, ...others] = candidates;
  if (first === undefined) {
    report({
      code: "date/missing",
      severity: "error",
      message: `Cannot find when this was published: ${outlet.undated === "git" ? "commit the file, " : ""}write date: 2025-08-19 16:30 into the front matter, or the day into the file's name, 2025-08-19-${draft.path.split("/").at(-1) ?? ""}`,
    });
    return undefined;
  }
  const losers: readonly Rejected[] = [
    ...others.map(({ value, from, name }) => ({
      value: String(value),
      from,
      ...(name !== undefined && { name }),
      why: `${first.from} is stronger evidence`,
    })),
    ...rejected,
  ];
  return losers.length === 0 ? first : { ...first, others: losers };
}

/** When the story last changed in a way that a person calls an update. */
export function decideUpdated(
  draft: Draft,
  published: Instant,
  outlet: Outlet,
  outside: OutsideDates,
  report: Report,
): Decision<Instant> | undefined {
  const written = fieldDate(draft, "updated", outlet, report);
  if (written === "wrong") return undefined;
  const candidates: Evidence<Instant>[] = written === "absent" ? [] : [written.decision];
  for (const { value, from, name, at } of draft.findings.updated) {
    const instant = readDate(value, at, outlet, () => undefined);
    if (instant !== undefined)
      candidates.push({ value: instant, from, ...(name !== undefined && { name }), ...(at !== undefined && { at }) });
  }
  if (outside.changed !== undefined) candidates.push({ value: outside.changed, from: "git" });
  const [first] = candidates;
  if (first === undefined) return { value: published, from: "content", name: "published" };
  if (first.value >= published) return first;
  if (first.from === "front-matter") {
    report({
      code: "date/updated-before-published",
      severity: "warning",
      message: "Cannot use an update that is older than the story: the publishing date is used, write the later day",
      ...(first.at !== undefined && { at: first.at }),
    });
  }
  return { value: published, from: "content", name: "published" };
}
