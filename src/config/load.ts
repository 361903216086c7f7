import type { Diagnostic, Pointer, Problem } from "../model/diagnostic.ts";
import type { FieldMap, FieldValue } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { placeOfField } from "../places.ts";
import { readYaml } from "../yaml.ts";
import { readOutlet } from "./outlet.ts";

/** The outlet that a configuration file describes, or what is wrong in it. */
export type LoadResult = { readonly outlet: Outlet } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads the text of `outlet.yaml`. Every problem in it is collected, with its line and column.
 *
 * @param file name in the locations of problems
 */
export function loadOutlet(text: string, file: string): LoadResult {
  const yaml = readYaml(text.replace(/^\uFEFF/, ""));
  if ("problem" in yaml) return { diagnostics: [located(yaml.problem, text, file)] };
  const root = rootOf(yaml.value);
  if (root === undefined) {
    return {
      diagnostics: [
        located(
          {
            code: "config/not-fields",
            severity: "error",
            message: "Cannot find settings: write one a line, title: The Harbour Press",
          },
          text,
          file,
        ),
      ],
    };
  }
  const result = readOutlet(root);
  return "outlet" in result ? result : { diagnostics: result.problems.map((problem) => located(problem, text, file)) };
}

/** Settings of an outlet as values in code, in the shape of `outlet.yaml`. */
export interface OutletSettings {
  readonly title: string;
  readonly url: string;
  readonly zone: string;
  readonly [field: string]: unknown;
}

/**
 * An outlet from values in code instead of `outlet.yaml`; the fields and their defaults are the same.
 *
 * @throws Error that lists everything that is wrong
 */
export function defineOutlet(settings: OutletSettings): Outlet {
  const root = valueOfCode(settings);
  const result = readOutlet(root.kind === "map" ? root : { kind: "map", entries: new Map() });
  if ("outlet" in result) return result.outlet;
  throw new Error(result.problems.map(({ message }) => message).join("\n"));
}

function rootOf(value: FieldValue): FieldMap | undefined {
  if (value.kind === "map") return value;
  return value.kind === "scalar" && value.type === "null" ? { kind: "map", entries: new Map() } : undefined;
}

function valueOfCode(value: unknown): FieldValue {
  if (Array.isArray(value)) return { kind: "list", items: value.map(valueOfCode) };
  if (value instanceof Map)
    return { kind: "map", entries: new Map([...value].map(([key, item]) => [String(key), valueOfCode(item)])) };
  if (typeof value === "object" && value !== null) return valueOfCode(new Map(Object.entries(value)));
  if (value === undefined || value === null) return { kind: "scalar", type: "null", text: "", quoted: false };
  const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "string";
  return { kind: "scalar", type, text: String(value), quoted: type === "string" };
}

function located({ at, ...problem }: Problem, text: string, file: string): Diagnostic {
  const place = at === undefined ? undefined : placeOf(at, text);
  return { ...problem, location: { file, ...place } };
}

function placeOf(at: Pointer, text: string): { readonly line: number; readonly column: number } | undefined {
  if ("field" in at) return placeOfField(text, at.field, at.of === "key");
  return "line" in at ? { line: at.line, column: at.column } : undefined;
}
