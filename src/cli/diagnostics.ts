import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { githubAnnotation } from "../diagnostics/github.ts";
import { diagnosticLine } from "../diagnostics/line.ts";
import { prettyDiagnostic } from "../diagnostics/pretty.ts";
import { LARGEST_ARTICLE } from "../discover/index.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Shell } from "./shell.ts";

export type TextFormat = "pretty" | "line" | "github";

/** Problems that are printed one by one; nobody reads more, and a log must not drown. */
const MOST_SHOWN = 200;

/** Prints problems one after another for people, tools that read lines, or GitHub Actions. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: TextFormat,
  shell: Shell,
  source: (file: string, line: number) => string | undefined = fileLines(shell),
): void {
  const shown = diagnostics.slice(0, MOST_SHOWN);
  const print = {
    pretty: (one: Diagnostic) => prettyDiagnostic(one, { color: shell.color, source }),
    line: diagnosticLine,
    github: githubAnnotation,
  }[format];
  for (const one of shown) shell.out(`${print(one)}\n`);
  if (shown.length < diagnostics.length)
    shell.out(`… and ${diagnostics.length - shown.length} more: --format json has them all\n`);
}

/** Lines of files, read once each, for carets. */
function fileLines(shell: Shell): (file: string, line: number) => string | undefined {
  let last: { readonly file: string; readonly lines: readonly string[] } | undefined;
  return (file, line) => {
    if (last?.file !== file) last = { file, lines: linesOf(resolve(shell.folder, file)) };
    return last.lines[line - 1];
  };
}

function linesOf(path: string): readonly string[] {
  try {
    const bytes = readFileSync(path);
    return bytes.length > LARGEST_ARTICLE
      ? []
      : bytes
          .toString("utf8")
          .replace(/^\uFEFF/, "")
          .split(/\r\n|\r|\n/);
  } catch {
    // The caret is a help; without the file the line above it says everything.
    return [];
  }
}

/** `2 errors, 1 warning`; "no problems" for none. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    const word = severity === "info" ? "note" : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}
