import { FAILSAFE_SCHEMA, type LoadOptions, load, Type, YAMLException } from "js-yaml";
import type { Problem } from "./model/diagnostic.ts";
import type { FieldMap, FieldScalar, FieldValue } from "./model/draft.ts";
import { quote } from "./text.ts";

/** Bytes, roughly: nobody types more than this above an article. */
const LONGEST = 1_000_000;

/** Lists inside lists; what is deeper was made by a machine, to break something. */
const DEEPEST = 32;

export type YamlResult = { readonly value: FieldValue } | { readonly problem: Problem };

/**
 * A plain scalar as it stands in the source. js-yaml tries implicit types on plain scalars only, so what is no `Plain`
 * stood in quotes. A String, because js-yaml takes keys by their text.
 */
class Plain extends String {}

const schema = FAILSAFE_SCHEMA.extend({
  implicit: [
    new Type("tag:yaml.org,2002:plain", {
      kind: "scalar",
      resolve: (data: unknown) => typeof data === "string",
      construct: (data: string) => new Plain(data),
    }),
  ],
});

/**
 * Reads YAML so that every value keeps its source text: a date does not become UTC, and `010`, `1.10`, `NO` and long digits do not
 * change. Tags other than text, list and map are refused, and so is a node that is reached twice: aliases are bombs.
 *
 * Problems carry a line and column within the text, from 1.
 */
export function readYaml(text: string): YamlResult {
  if (text.length > LONGEST)
    return { problem: error("yaml/too-large", `Cannot read ${text.length} characters of fields: ${LONGEST} at most`) };
  const plain = readPlainLines(text);
  if (plain !== undefined) return { value: plain };
  try {
    return converted(load(text, { schema, maxDepth: DEEPEST + 2 } as LoadOptions));
  } catch (cause) {
    if (cause instanceof RangeError)
      return { problem: error("yaml/too-deep", "Cannot read fields nested so deeply: write them flat") };
    if (!(cause instanceof YAMLException)) throw cause;
    const { line, column } = cause.mark ?? { line: 0, column: 0 };
    const source = text.split("\n")[line] ?? "";
    // js-yaml stands behind a value when it meets a tag that it does not know.
    const start = /unknown tag/.test(cause.reason) ? /(?<=^|[\s,[{])!/.exec(source)?.index : undefined;
    return {
      problem: { ...syntaxProblem(cause.reason, source), at: { line: line + 1, column: (start ?? column) + 1 } },
    };
  }
}

/** Beyond ASCII: no white space, and nothing that YAML forbids. */
const LETTERS = "\\u00a1-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u3001-\\ud7ff";

/** What means itself wherever it stands behind the first character of a value. */
const ORDINARY = `\\w.;()/&!?%+*=$@~^|<>'${LETTERS}-`;

/** A value without quotes, to its last character; a colon in it has no space behind it. */
const plainValue = (more: string) => {
  const ordinary = `[${more}${ORDINARY}]`;
  return `[A-Za-z0-9](?:${ordinary}| +(?=${ordinary})|:(?=[A-Za-z0-9/]))*`;
};

/** A text in double quotes without an escape. */
const QUOTED = `"[ !#-\\[\\]-~${LETTERS}]*"`;

const ITEM = `(?:${QUOTED}|${plainValue("")})`;

/** `title: "Rain in the hills"`, `date: 2026-04-03`, `tags: [Weather, Harbour]`: nearly every line of front matter. */
const PLAIN_LINE = new RegExp(
  `([A-Za-z][\\w-]{0,60}): +(?:(${QUOTED}|${plainValue(',"[\\]{}')})|\\[(${ITEM}(?:, ${ITEM})*)?\\])(?:\\n|$)`,
  "y",
);

const EACH_ITEM = new RegExp(ITEM, "g");

/**
 * Reads fields that hold one value or one list on their line, as js-yaml would, in a tenth of the time.
 *
 * @returns undefined as soon as anything needs more than that: then js-yaml reads all of it
 */
function readPlainLines(text: string): FieldMap | undefined {
  const entries = new Map<string, FieldValue>();
  let at = 0;
  while (at < text.length) {
    PLAIN_LINE.lastIndex = at;
    const line = PLAIN_LINE.exec(text);
    if (line === null) return undefined;
    const [whole, key = "", value, items = ""] = line;
    if (entries.has(key)) return undefined;
    if (value !== undefined) entries.set(key, scalarOf(value));
    else entries.set(key, { kind: "list", items: (items.match(EACH_ITEM) ?? []).map(scalarOf) });
    at += whole.length;
  }
  return entries.size === 0 ? undefined : { kind: "map", entries };
}

function scalarOf(source: string): FieldScalar {
  return source.startsWith('"') ? quotedScalar(source.slice(1, -1)) : plainScalar(source);
}

function syntaxProblem(reason: string, source: string): Problem {
  const [, key] = /^\s*(?:- )?([^\s:#"']+): +[^"'[{|>&*!#\s].*: /.exec(`${source} `) ?? [];
  if (key !== undefined)
    return error(
      "yaml/quotes",
      `Cannot read ${quote(source.trim())}: put the ${key} in quotes, a colon and a space end a field's name`,
    );
  if (/unknown tag/.test(reason))
    return error(
      "yaml/tag",
      `Cannot use a YAML tag (${quote(reason.replace(/^unknown tag /, ""))}): write the plain value, in quotes if it begins with !`,
    );
  if (/exceeded maxDepth/.test(reason))
    return error("yaml/too-deep", `Cannot read fields nested more than ${DEEPEST} deep: write them flat`);
  if (/duplicated mapping key/.test(reason))
    return error("yaml/twice", "Cannot use a field that stands there twice: take one out");
  if (/unidentified alias/.test(reason))
    return error("yaml/alias", "Cannot use an alias (*): write the value out, in quotes if it begins with *");
  if (/tab characters|indentation/.test(reason))
    return error(
      "yaml/indentation",
      `Cannot read ${quote(source.trim())}: indent with spaces, the same number for fields of one group`,
    );
  if (/unexpected end of the (?:stream|document) within/.test(reason))
    return error("yaml/unclosed", "Cannot read the fields: a quote or bracket is opened and never closed");
  return error("yaml/syntax", `Cannot read ${quote(source.trim())}: ${reason}`);
}

function converted(loaded: unknown): YamlResult {
  const seen = new Set<object>();
  let problem: Problem | undefined;
  const convert = (node: unknown, depth: number): FieldValue => {
    if (typeof node === "object" && node !== null) {
      if (seen.has(node))
        problem ??= error("yaml/alias", "Cannot use a YAML alias (* or <<): write the value out where it is meant");
      if (depth > DEEPEST)
        problem ??= error("yaml/too-deep", `Cannot read fields nested more than ${DEEPEST} deep: write them flat`);
      if (problem !== undefined) return NOTHING;
      seen.add(node);
    }
    if (node === null || node === undefined) return NOTHING;
    if (node instanceof Plain) return plainScalar(node.toString());
    if (Array.isArray(node)) return { kind: "list", items: node.map((item) => convert(item, depth + 1)) };
    if (typeof node === "object") {
      const entries = new Map<string, FieldValue>();
      for (const [key, value] of Object.entries(node)) entries.set(key, convert(value, depth + 1));
      return { kind: "map", entries };
    }
    return quotedScalar(String(node));
  };
  const value = convert(loaded, 0);
  return problem === undefined ? { value } : { problem };
}

const NOTHING: FieldScalar = { kind: "scalar", type: "null", text: "", quoted: false };

function quotedScalar(text: string): FieldScalar {
  return { kind: "scalar", type: "string", text, quoted: true };
}

/** A plain scalar by the core schema of YAML 1.2 (10.3.2): `NO` and `yes` are texts. */
function plainScalar(text: string): FieldScalar {
  const scalar = (type: FieldScalar["type"]): FieldScalar => ({ kind: "scalar", type, text, quoted: false });
  if (text === "" || /^(?:~|null|Null|NULL)$/.test(text)) return NOTHING;
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return scalar("boolean");
  if (
    /^[-+.\d]/.test(text) &&
    /^[-+]?(?:\d+|0o[0-7]+|0x[\dA-Fa-f]+|(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/.test(
      text,
    )
  )
    return scalar("number");
  return scalar("string");
}

function error(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}

/** An empty group of fields. */
export const NO_FIELDS: FieldMap = { kind: "map", entries: new Map() };
