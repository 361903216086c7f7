import type { Problem, Report } from "../model/diagnostic.ts";
import type { FieldMap, FieldValue } from "../model/draft.ts";
import { suggest } from "../suggest.ts";
import { oneLine, quote } from "../text.ts";

export type FieldPath = readonly (string | number)[];

/** Reads one value of the configuration; reports what is wrong with it and gives undefined then. */
export type Reader<T> = (value: FieldValue, at: FieldPath, report: Report) => T | undefined;

export function problem(code: Problem["code"], message: string, at: FieldPath): Problem {
  return { code, severity: "error", message, at: { field: at } };
}

function described(value: FieldValue): string {
  if (value.kind === "list") return "a list";
  if (value.kind === "map") return "a group of fields";
  return value.type === "null" ? "nothing" : quote(value.text);
}

/** One line of text, not empty. */
export const text: Reader<string> = (value, at, report) => {
  const line = value.kind === "scalar" ? oneLine(value.text) : "";
  if (line !== "") return line;
  report(problem("config/not-text", `Cannot use ${described(value)} for "${at.at(-1)}": write a text`, at));
  return undefined;
};

/** Text that `accept` turns into something, or a problem that says what to write instead. */
export function textThat<T>(
  accept: (text: string) => T | undefined,
  code: Problem["code"],
  instead: string | ((text: string) => string),
): Reader<T> {
  return (value, at, report) => {
    const line = text(value, at, report);
    if (line === undefined) return undefined;
    const accepted = accept(line);
    if (accepted === undefined) {
      const hint = typeof instead === "string" ? instead : instead(line);
      report(problem(code, `Cannot use ${quote(line)} for "${at.at(-1)}": ${hint}`, at));
    }
    return accepted;
  };
}

export function choice<T extends string>(...choices: readonly T[]): Reader<T> {
  return (value, at, report) => {
    const line = value.kind === "scalar" ? value.text : undefined;
    const chosen = choices.find((one) => one === line);
    if (chosen !== undefined) return chosen;
    const likely = line === undefined ? undefined : suggest(line, choices);
    const instead = likely === undefined ? `write ${choices.join(" or ")}` : `did you mean ${likely}?`;
    report(problem("config/choice", `Cannot use ${described(value)} for "${at.at(-1)}": ${instead}`, at));
    return undefined;
  };
}

/** A number between two bounds, whole unless `fraction`. */
export function number(least: number, most: number, fraction = false): Reader<number> {
  return (value, at, report) => {
    const typed =
      value.kind === "scalar" && /^\d{1,15}(\.\d{1,6})?$/.test(value.text) ? Number(value.text) : Number.NaN;
    if (typed >= least && typed <= most && (fraction || Number.isInteger(typed))) return typed;
    report(
      problem(
        "config/number",
        `Cannot use ${described(value)} for "${at.at(-1)}": write a ${fraction ? "number" : "whole number"} from ${least} to ${most}`,
        at,
      ),
    );
    return undefined;
  };
}

export const yesOrNo: Reader<boolean> = (value, at, report) => {
  if (value.kind === "scalar" && value.type === "boolean") return value.text.toLowerCase() === "true";
  report(problem("config/boolean", `Cannot use ${described(value)} for "${at.at(-1)}": write true or false`, at));
  return undefined;
};

/** A list; one bare value counts as a list of one. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, at, report) => {
    const items = value.kind === "list" ? value.items : [value];
    return items.flatMap((item, index) => {
      const one = read(item, value.kind === "list" ? [...at, index] : at, report);
      return one === undefined ? [] : [one];
    });
  };
}

/** A group whose keys are chosen by the outlet. */
export function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value, at, report) => {
    if (value.kind !== "map") {
      report(
        problem("config/not-fields", `Cannot use ${described(value)} for "${at.at(-1)}": write fields below it`, at),
      );
      return undefined;
    }
    const entries = new Map<string, T>();
    for (const [key, entry] of value.entries) {
      const one = read(entry, [...at, key], report);
      if (one !== undefined) entries.set(key, one);
    }
    return entries;
  };
}

/** One field of a group: how it is read, and what it is when absent. */
export interface Field<T> {
  readonly read: Reader<T>;
  /** As the README's table prints it. */
  readonly type: string;
  /** As the README's table prints it: the default, or "required". */
  readonly standard: string;
  readonly about: string;
  /** What other programs call it, in lower case without marks: told to those who write that, never read. */
  readonly elsewhere?: readonly string[];
}

export type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

/** Reads a group of known fields; an unknown one is an error with a suggestion. What is absent or wrong stays absent. */
export function fieldsOf<T extends object>(fields: Fields<T>): Reader<Partial<T>> {
  return (value, at, report) => {
    const group = asMap(value, at, report);
    if (group === undefined) return undefined;
    const found: Partial<T> = {};
    for (const [key, entry] of group.entries) {
      if (!Object.hasOwn(fields, key)) {
        report({
          ...problem("config/unknown-key", unknownKey(key, fields), at),
          at: { field: [...at, key], of: "key" },
        });
        continue;
      }
      const name = key as keyof T & string;
      const read = fields[name].read(entry, [...at, key], report);
      if (read !== undefined) found[name] = read;
    }
    return found;
  };
}

function asMap(value: FieldValue, at: FieldPath, report: Report): FieldMap | undefined {
  if (value.kind === "map") return value;
  if (value.kind === "scalar" && value.type === "null") return { kind: "map", entries: new Map() };
  const name = at.length === 0 ? "the configuration" : `"${at.at(-1)}"`;
  report(
    problem("config/not-fields", `Cannot use ${described(value)} for ${name}: write fields below it, one a line`, at),
  );
  return undefined;
}

function unknownKey(key: string, fields: Readonly<Record<string, Pick<Field<never>, "elsewhere">>>): string {
  const plain = key.toLowerCase().replaceAll(/[-_ ]/g, "");
  const known = Object.keys(fields);
  const likely = known.find((name) => fields[name]?.elsewhere?.includes(plain)) ?? suggest(key, known);
  return `Cannot use the field ${quote(key)}: ${likely === undefined ? `it is none of ${known.join(", ")}` : `did you mean ${quote(likely)}?`}`;
}
