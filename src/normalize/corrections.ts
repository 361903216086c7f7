import type { Correction } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Draft, FieldValue, Note } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { oneLine, quote } from "../text.ts";
import { asWarnings, readDate } from "./published.ts";
import { fieldOf, memberOf } from "./values.ts";

const KINDS: Readonly<Record<string, Note["kind"]>> = {
  correction: "correction",
  corrected: "correction",
  clarification: "clarification",
  update: "update",
  updated: "update",
  "editors-note": "editors-note",
  "editor's note": "editors-note",
  note: "editors-note",
};

/** Corrections of front matter and of the text itself, oldest first; those without a date stand first. */
export function correctionsOf(draft: Draft, outlet: Outlet, report: Report): readonly Correction[] {
  const found = fieldOf(draft.frontMatter, "corrections", report);
  const written =
    found === undefined
      ? []
      : itemsOf(found.value).flatMap((item, index) => correctionOf(item, [found.key, index], outlet, report) ?? []);
  const texts = new Set(written.map(({ text }) => text));
  const noted = draft.findings.notes
    .filter(({ kind, text }) => kind !== "withdrawn" && !texts.has(oneLine(text)))
    .map(({ kind, text }): Correction => ({ kind, text: oneLine(text) }));
  return [...noted, ...written].sort(
    (a, b) => (a.date ?? Number.NEGATIVE_INFINITY) - (b.date ?? Number.NEGATIVE_INFINITY) || 0,
  );
}

function itemsOf(value: FieldValue): readonly FieldValue[] {
  return value.kind === "list" ? value.items : [value];
}

function correctionOf(
  item: FieldValue,
  at: readonly (string | number)[],
  outlet: Outlet,
  report: Report,
): Correction | undefined {
  const text = item.kind === "scalar" ? oneLine(item.text) : memberOf(item, "text", "note", "correction");
  if (text === undefined || text === "") {
    report({
      code: "correction/empty",
      severity: "warning",
      message: "Cannot show a correction without a text: write text: and what was wrong",
      at: { field: at },
    });
    return undefined;
  }
  const word = memberOf(item, "kind", "type") ?? "correction";
  const kind = KINDS[word.toLowerCase()];
  if (kind === undefined) {
    report({
      code: "correction/kind",
      severity: "warning",
      message: `Cannot use the kind ${quote(word)}: write correction, clarification, update or editors-note`,
      at: { field: [...at, "kind"] },
    });
  }
  const written = memberOf(item, "date", "at", "when");
  const date =
    written === undefined ? undefined : readDate(written, { field: [...at, "date"] }, outlet, asWarnings(report));
  return { kind: kind ?? "correction", text, ...(date !== undefined && { date }) };
}
