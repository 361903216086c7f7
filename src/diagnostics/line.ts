import type { Diagnostic, Location } from "../model/diagnostic.ts";
import { escapeControls } from "../text.ts";

/** `articles/rain.md:4:7 error date/ambiguous: Cannot read …`: one problem, one line, nothing that moves a cursor. */
export function diagnosticLine({ code, severity, message, location }: Diagnostic): string {
  const place = location === undefined ? "" : `${placeText(location)} `;
  return `${place}${severity} ${code}: ${escapeControls(message)}`;
}

/** `articles/rain.md:4:7`. */
export function placeText({ file, line, column }: Location): string {
  const name = escapeControls(file);
  if (line === undefined) return name;
  return column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
}
