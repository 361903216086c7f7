import type { Severity } from "../model/diagnostic.ts";
import type { Finding, Profile } from "./finding.ts";

/** Where a rule is broken, and what fills the braces of its message. */
export interface Place {
  /** Into the decoded document, in UTF-16 units from 0. */
  readonly offset: number;
  /** Qualified names as written in the feed. */
  readonly element?: string;
  readonly parent?: string;
  /** `{value}` and so on in the message. Shown in quotes, cut, control characters escaped. */
  readonly values?: Readonly<Record<string, string>>;
}

/** More than anybody corrects by hand: a text of nothing but faults must not fill the memory with findings. */
export const MOST_FAULTS = 10_000;

/** What a rule that is not broken gives. */
export const NOWHERE: readonly Place[] = [];

/**
 * Where an example stands: a whole document, or a fragment inside a document that is otherwise fine. `http`: the answers of a server to
 * one request after the other, without their bodies, or an address.
 */
export type ExamplePlace = "document" | "channel" | "item" | "feed" | "entry" | "json" | "json-item" | "http";

/** What can be said of a rule without running it: `wireroom rules` and docs/rules.md print it. */
export interface RuleText {
  /** Permanent: `rss/guid-missing`. */
  readonly code: `${string}/${string}`;
  /** Class of the W3C validator with the same meaning; absent: it has none. */
  readonly w3c?: string;
  /** In profile core; "off": only the W3C validator minds. */
  readonly severity: Severity | "off";
  /** In profile w3c where it is not the same; "off": the W3C validator does not mind. */
  readonly w3cSeverity?: Severity | "off";
  /** What is wrong, and after a colon what to write instead; `{name}` stands for a value of the place. */
  readonly message: string;
  /** URL of the clause that asks for it. */
  readonly spec: string;
  /** Where the two examples stand. */
  readonly example: ExamplePlace;
  /** Breaks the rule. Executed by a test. */
  readonly bad: string;
  /** A near miss: like `bad`, but fine. Executed by a test. */
  readonly good: string;
  /** The two examples are given as bytes, one per character: for rules about encodings. */
  readonly latin1?: boolean;
  /** Content-Type header that the examples are served with. */
  readonly contentType?: string;
}

/** A rule that looks at one kind of thing: an element, an attribute, a value, a JSON object. */
export interface Rule<Subject> extends RuleText {
  check(subject: Subject): Iterable<Place>;
  /**
   * Whether nothing is wrong with a subject by any rule that shares this function. Nearly every value is fine, so the rules of a family
   * are asked one question instead of one each.
   */
  readonly isFine?: ((subject: Subject) => boolean) | undefined;
}

/** How bad it is to break a rule in a profile. */
export function severityOf(rule: RuleText, profile: Profile): Severity | "off" {
  return profile === "w3c" ? (rule.w3cSeverity ?? rule.severity) : rule.severity;
}

/** Turns offsets into lines and columns. */
export type Locate = (offset: number) => { readonly line: number; readonly column: number };

/** What is printed of a broken rule; absent where the profile does not mind. */
export function toFinding(
  rule: RuleText,
  place: Place,
  profile: Profile,
  file: string,
  locate: Locate,
): Finding | undefined {
  const severity = severityOf(rule, profile);
  if (severity === "off") return undefined;
  const { line, column } = locate(place.offset);
  return {
    code: rule.code,
    severity,
    message: fill(rule.message, place.values),
    location: { file, line, column },
    spec: rule.spec,
    ...(place.element !== undefined && { element: place.element }),
    ...(place.parent !== undefined && { parent: place.parent }),
    ...(rule.w3c !== undefined && { w3c: rule.w3c }),
  };
}

/** Offsets into a text as 1-based lines and columns; LF, CRLF and CR end lines. The table of lines is made at the first question. */
export function createLocate(text: string): Locate {
  let starts: readonly number[] | undefined;
  const next = text.includes("\r") ? nextOfAnyLine : nextLine;
  // Findings come in clusters, and a feed may be one long line.
  let last = { line: 1, start: 0, end: 0 };
  return (offset) => {
    if (offset >= last.start && offset < last.end) return { line: last.line, column: offset - last.start + 1 };
    starts ??= lineStarts(text, next);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    let line = low * STRIDE + 1;
    let start = starts[low] ?? 0;
    let at = next(text, start);
    for (; at !== -1 && at <= offset; at = next(text, at)) {
      start = at;
      line++;
    }
    last = { line, start, end: at === -1 ? Number.POSITIVE_INFINITY : at };
    return { line, column: offset - start + 1 };
  };
}

/** Of so many lines the table holds one: 20 MB of empty lines fit too. */
const STRIDE = 32;

/** Where a line starts, and each `STRIDE`th after it. */
function lineStarts(text: string, next: typeof nextLine): readonly number[] {
  const starts = [0];
  let line = 0;
  for (let at = next(text, 0); at !== -1; at = next(text, at)) if (++line % STRIDE === 0) starts.push(at);
  return starts;
}

/** Where the line after the next LF starts; -1: there is none. */
function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? -1 : end + 1;
}

/** The same, after the next LF, CRLF or CR. */
function nextOfAnyLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) return at + 1;
    if (code === RETURN) return text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1;
  }
  return -1;
}

const NEWLINE = 10;
const RETURN = 13;

function fill(message: string, values: Readonly<Record<string, string>> = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : quoted(value);
  });
}

/** A value in quotes, at most 60 characters of it, that cannot start a new line or move a cursor. */
function quoted(value: string): string {
  const points = value.length > 60 ? Array.from(value.slice(0, 120)) : undefined;
  const short = points && points.length > 60 ? `${points.slice(0, 59).join("")}…` : value;
  const safe = short.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `"${safe}"`;
}
