import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { escapeControls } from "../text.ts";
import { placeText } from "./line.ts";

export interface PrettyOptions {
  /** Whether colours may be used: only on a terminal. */
  readonly color: boolean;
  /** The text of a line of a file, 1-based, for the caret; undefined when it cannot be had. */
  readonly source: (file: string, line: number) => string | undefined;
}

/** Characters of a source line that are shown. */
const WIDEST = 120;

const COLORS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** A problem for a person at a terminal: its line, and a caret under the place. */
export function prettyDiagnostic(diagnostic: Diagnostic, { color, source }: PrettyOptions): string {
  const { code, severity, message, location } = diagnostic;
  const paint = (text: string, ...styles: readonly number[]) =>
    color ? `\u001b[${styles.join(";")}m${text}\u001b[0m` : text;
  const place = location === undefined ? "" : `${paint(placeText(location), 1)} `;
  const first = `${place}${paint(severity, COLORS[severity], 1)} ${paint(`${code}:`, 2)} ${escapeControls(message)}`;
  if (location?.line === undefined || location.column === undefined) return first;
  const line = source(location.file, location.line);
  if (line === undefined || line.trim() === "") return first;
  // A long line is shown from a little before the place.
  const start = Math.max(0, location.column - 1 - WIDEST / 2);
  const shown = escapeControls(line.slice(start, start + WIDEST).replaceAll("\t", " "));
  const before = escapeControls(line.slice(start, location.column - 1).replaceAll("\t", " "));
  const cut = start > 0 ? "…" : "";
  const caret = paint("^", COLORS[severity], 1);
  return `${first}\n    ${cut}${shown}\n    ${" ".repeat(cut.length + columnsOf(before))}${caret}`;
}

/** Columns that a text takes on a terminal: marks take none, wide letters two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text) {
    if (/\p{M}|\p{Cf}/u.test(letter)) continue;
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return columns;
}
