import { type FieldName, type FoundField, findField } from "../fields.ts";
import type { Problem, Report } from "../model/diagnostic.ts";
import type { FieldValue, FrontMatter } from "../model/draft.ts";
import { oneLine, quote } from "../text.ts";

/** Finds a field and tells of other names of it that are not used. */
export function fieldOf(frontMatter: FrontMatter, name: FieldName, report: Report): FoundField | undefined {
  const found = findField(frontMatter, name);
  for (const key of found?.unused ?? []) {
    report({
      code: "field/twice",
      severity: "warning",
      message: `Cannot use both ${quote(found?.key ?? "")} and ${quote(key)}: ${quote(found?.key ?? "")} is used, take the other out`,
      at: { field: [key] },
    });
  }
  return found;
}

/** A text of front matter as one line; undefined for nothing; reports a list or a group. */
export function textOf(
  found: FoundField | undefined,
  code: Problem["code"],
  report: Report,
  severity: "error" | "warning" = "warning",
): string | undefined {
  if (found === undefined) return undefined;
  const { key, value } = found;
  if (value.kind === "scalar") {
    const line = value.type === "null" ? "" : oneLine(value.text);
    return line === "" ? undefined : line;
  }
  report({
    code,
    severity,
    message: `Cannot use ${value.kind === "list" ? "a list" : "a group of fields"} for ${quote(key)}: write one text`,
    at: { field: [key] },
  });
  return undefined;
}

/**
 * The texts of a list field. One text with commas is a list; the items of a list are taken whole, so that "Ruiz, Ana" stays
 * one. Items that are no text are reported and left out.
 */
export function textsOf(found: FoundField | undefined, code: Problem["code"], report: Report): readonly string[] {
  if (found === undefined) return [];
  const { key, value } = found;
  if (value.kind === "scalar") return value.type === "null" ? [] : value.text.split(",").map(oneLine).filter(Boolean);
  if (value.kind === "map") {
    report({
      code,
      severity: "warning",
      message: `Cannot use a group of fields for ${quote(key)}: write a list`,
      at: { field: [key] },
    });
    return [];
  }
  return value.items.flatMap((item, index) => {
    const line = item.kind === "scalar" && item.type !== "null" ? oneLine(item.text) : "";
    if (line === "") {
      report({
        code,
        severity: "warning",
        message: `Cannot use ${kindOf(item)} in ${quote(key)}: write a text`,
        at: { field: [key, index] },
      });
      return [];
    }
    return [line];
  });
}

/** The value of one key of a group, as one line. */
export function memberOf(value: FieldValue, ...names: readonly string[]): string | undefined {
  if (value.kind !== "map") return undefined;
  for (const [key, member] of value.entries) {
    if (names.includes(key.toLowerCase()) && member.kind === "scalar" && member.type !== "null") {
      const line = oneLine(member.text);
      if (line !== "") return line;
    }
  }
  return undefined;
}

function kindOf(value: FieldValue): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "map") return "a group of fields";
  return value.type === "null" || value.text.trim() === "" ? "an empty item" : quote(value.text);
}
