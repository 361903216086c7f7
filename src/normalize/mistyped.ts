import { FIELDS, type FieldName, isKnownField } from "../fields.ts";
import type { Report } from "../model/diagnostic.ts";
import type { FieldValue, FrontMatter } from "../model/draft.ts";
import { remembered } from "../remembered.ts";
import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { isStatusWord } from "./status.ts";

/** Fields that keep a story back or take it down: a slip in one of their names must not publish it. */
const KEEPING: readonly FieldName[] = ["draft", "status", "embargo", "expires", "retracted"];

/**
 * Tells of keys that look like a field of ours with a slip in it. Other unknown keys are the outlet's own, and nobody's business.
 *
 * `embrago: 2026-12-01` holds the story: publishing too early cannot be undone.
 */
export function reportMistyped(frontMatter: FrontMatter, report: Report): void {
  for (const [key, value] of frontMatter) {
    const meant = isKnownField(key) ? undefined : fieldMeant(key);
    if (meant === undefined) continue;
    const holds = KEEPING.includes(meant.field);
    if (holds && !mayMean(meant.field, value)) continue;
    report({
      code: holds ? "status/mistyped-field" : "field/mistyped",
      severity: holds ? "error" : "warning",
      message: `Cannot use ${quote(key)}: did you mean ${meant.name}?`,
      at: { field: [key], of: "key" },
    });
  }
}

const NAMES: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(FIELDS).flatMap(([field, names]) => names.map((name) => [name, field as FieldName] as const)),
);

/** The field that a key most likely means. Short words and numbered ones are too near to others to tell. */
const fieldMeant = remembered((key: string): { readonly name: string; readonly field: FieldName } | undefined => {
  if (key.length < 5 || /\d/.test(key)) return undefined;
  const kept = suggest(
    key,
    [...NAMES.keys()].filter((name) => KEEPING.includes(NAMES.get(name) ?? "title")),
    key.length < 6 ? 1 : 2,
  );
  const name = kept ?? suggest(key, NAMES.keys(), 1);
  const field = name === undefined ? undefined : NAMES.get(name);
  return name === undefined || field === undefined ? undefined : { name, field };
});

/** Whether a value could stand for the field: `stats: {...}` is no mistyped status. */
function mayMean(field: FieldName, value: FieldValue): boolean {
  if (field === "status") return value.kind === "scalar" && isStatusWord(value.text);
  if (field === "draft") return value.kind === "scalar" && /^(?:true|false|yes|no|on|off|1|0)$/i.test(value.text);
  return true;
}
