import matter from "gray-matter";
import type { Problem } from "../model/diagnostic.ts";
import type { FieldMap, FrontMatter } from "../model/draft.ts";
import { quote } from "../text.ts";
import { NO_FIELDS, readYaml } from "../yaml.ts";
import { readToml } from "./toml.ts";

/** An article's text, taken apart. Without problems of severity error the fields are whole. */
export interface FrontMatterResult {
  readonly fields: FrontMatter;
  readonly body: string;
  /** Line of the text on which the body begins, from 1. */
  readonly bodyLine: number;
  readonly problems: readonly Problem[];
}

type Language = "yaml" | "toml" | "json";

/** Names after the opening line, and what they mean. Every other name is refused before gray-matter sees the file: some run code. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  "": "yaml",
  yaml: "yaml",
  yml: "yaml",
  toml: "toml",
  json: "json",
};

/** Takes the front matter off a text. `---` is YAML, `---toml` or `+++` TOML, `---json` JSON. */
export function readFrontMatter(text: string): FrontMatterResult {
  const opening = /^(---|\+\+\+)([^\n]*)(?:\n|$)/.exec(text);
  if (opening === null || /^-/.test(opening[2] ?? "")) {
    if (/^\s*\{\s*"/.test(text))
      return failed(
        "front-matter/bare-json",
        "Cannot tell whether the opening brace is front matter: write ---json above it and --- below it",
        1,
      );
    return { fields: new Map(), body: text, bodyLine: 1, problems: [] };
  }
  const [, delimiter = "---", after = ""] = opening;
  const name = after.trim().toLowerCase();
  const language =
    delimiter === "+++"
      ? name === ""
        ? "toml"
        : undefined
      : Object.hasOwn(LANGUAGES, name)
        ? LANGUAGES[name]
        : undefined;
  if (language === undefined) {
    return failed(
      "front-matter/engine",
      `Cannot read front matter of the kind ${quote(after.trim())}: write YAML between --- and ---, TOML between +++ and +++`,
      1,
    );
  }
  const close = text.indexOf(`\n${delimiter}`, opening[0].length - 1);
  if (close === -1)
    return failed(
      "front-matter/unclosed",
      `Cannot find the end of the front matter: write ${delimiter} on a line of its own below it`,
      1,
    );
  const closed = text.indexOf("\n", close + 1);
  const closing = text.slice(close + 1, closed === -1 ? text.length : closed);
  const closeLine = lineOf(text, close + 1);
  if (closing.trimEnd() !== delimiter) {
    return failed(
      "front-matter/unclosed",
      `Cannot read ${quote(closing)} as the end of the front matter: write ${delimiter} alone on the line`,
      closeLine,
    );
  }
  // gray-matter copies what it is given: the body is none of its business.
  const parsed = parse(text.slice(0, close + 1 + closing.length), delimiter, language);
  const problems = [
    ...parsed.problems.map((problem) => below(problem)),
    ...(language === "yaml" ? commentProblems(text.slice(0, close)) : []),
  ];
  return {
    fields: lowerCased(parsed.fields),
    body: text.slice(close + 1 + closing.length + 1),
    bodyLine: closeLine + 1,
    problems,
  };
}

interface Parsed {
  readonly fields: FieldMap;
  readonly problems: readonly Problem[];
}

/**
 * gray-matter with its teeth drawn: always an options object (without one it caches every file for ever and hides the error
 * of a broken one the second time), and the engine named `javascript` overridden, for that one evaluates.
 */
function parse(text: string, delimiters: string, language: Language): Parsed {
  const { data } = matter(text, { delimiters, language, engines: ENGINES });
  // Without a line that says something no engine is asked.
  return "parsed" in data ? (data.parsed as Parsed) : { fields: NO_FIELDS, problems: [] };
}

const refuse = () => {
  throw new Error("front matter is read only, and never evaluated");
};

function engine(read: (block: string) => Parsed) {
  return { parse: (block: string) => ({ parsed: read(block) }), stringify: refuse };
}

const ENGINES = {
  yaml: engine(readYamlFields),
  toml: engine(readTomlFields),
  json: engine(readJsonFields),
  javascript: { parse: refuse, stringify: refuse },
};

function readYamlFields(block: string): Parsed {
  const result = readYaml(block.replace(/^\n/, ""));
  if ("problem" in result) return { fields: NO_FIELDS, problems: [result.problem] };
  const { value } = result;
  if (value.kind === "map") return { fields: value, problems: [] };
  if (value.kind === "scalar" && value.type === "null") return { fields: NO_FIELDS, problems: [] };
  return {
    fields: NO_FIELDS,
    problems: [
      error(
        "front-matter/no-fields",
        "Cannot find fields in the front matter: write one a line, title: Rain in the hills",
      ),
    ],
  };
}

function readTomlFields(block: string): Parsed {
  const result = readToml(block.replace(/^\n/, ""));
  return "problem" in result
    ? { fields: NO_FIELDS, problems: [result.problem] }
    : { fields: result.value, problems: [] };
}

/** JSON is checked as JSON and then read as YAML, which it is: so long digits and `1.10` keep their source text. */
function readJsonFields(block: string): Parsed {
  try {
    JSON.parse(block);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, " ") : "";
    return {
      fields: NO_FIELDS,
      problems: [error("front-matter/json", `Cannot read the JSON front matter: ${reason}`)],
    };
  }
  return readYamlFields(block.replaceAll("\t", " "));
}

/** A place inside the front matter, as a place in the file: the opening line comes first. */
function below(problem: Problem): Problem {
  return problem.at !== undefined && "line" in problem.at
    ? { ...problem, at: { line: problem.at.line + 1, column: problem.at.column } }
    : problem;
}

/** `title: News # 1` is "News" to YAML; nobody who types it means that. */
function commentProblems(block: string): readonly Problem[] {
  if (!block.includes(" #")) return [];
  return block.split("\n").flatMap((line, index) => {
    const match = /^(title|headline|summary|description|deck|byline)(\s*:\s+)([^\s"'#|>[{][^#]*?)\s#/i.exec(line);
    if (match === null) return [];
    const column = (match[1]?.length ?? 0) + (match[2]?.length ?? 0) + 1;
    return [
      {
        code: "yaml/comment",
        severity: "warning",
        message: `Cannot use what stands after # in ${quote(line)}: YAML takes it as a comment, put the ${match[1]} in quotes`,
        at: { line: index + 1, column },
      },
    ];
  });
}

function lowerCased({ entries }: FieldMap): FrontMatter {
  const fields = new Map<string, FieldMap["entries"] extends ReadonlyMap<string, infer V> ? V : never>();
  // Of `Date` and `date` the first counts, as of any two names of one field.
  for (const [key, value] of entries) if (!fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), value);
  return fields;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function failed(code: Problem["code"], message: string, line: number): FrontMatterResult {
  return { fields: new Map(), body: "", bodyLine: 1, problems: [{ ...error(code, message), at: { line, column: 1 } }] };
}

function error(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}
