import { tooDeep, tooSlow } from "../prolog.ts";
import type { Place, RuleText } from "../rule.ts";
import { MOST_FAULTS } from "../rule.ts";
import type { JsonMember, JsonNode, JsonObject } from "./node.ts";
import { readString } from "./string.ts";
import {
  badNumber,
  comment,
  duplicateKey,
  malformed,
  notANumber,
  numberRange,
  textAfter,
  tooManyFaults,
  tooManyValues,
  trailingComma,
  truncated,
} from "./syntax.ts";

export type Sink = (rule: RuleText, place: Place) => void;

export interface JsonLimits {
  readonly depth: number;
  readonly seconds: number;
}

/** More than any feed has; what is read is kept as a tree, so the memory must end somewhere. */
const MOST_VALUES = 500_000;
/** The reader calls itself for every bracket, and must end before the stack does. */
const MOST_DEPTH = 1000;

/**
 * Reads strict JSON (RFC 8259). What everybody knows from JavaScript (comments, NaN, a last comma) is reported and passed over, so that
 * one run finds all of it; anything else ends the reading.
 *
 * @param outside brackets that are open around the text
 * @returns undefined when reading ended before the end: no reader takes half a document
 */
export function readJson(text: string, limits: JsonLimits, report: Sink, outside = 0): JsonNode | undefined {
  let faults = 0;
  const counted: Sink = (rule, place) => {
    report(rule, place);
    if (++faults > MOST_FAULTS) throw new Stop(tooManyFaults, { ...place, values: { limit: String(MOST_FAULTS) } });
  };
  try {
    return createReader(text, limits, counted, outside).document();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    report(error.rule, error.place);
    return undefined;
  }
}

class Stop extends Error {
  readonly rule: RuleText;
  readonly place: Place;
  constructor(rule: RuleText, place: Place) {
    super(rule.code);
    this.rule = rule;
    this.place = place;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What somebody may have meant as a number or a word. */
const TOKEN = /[-+.\w$]+/y;
const NAMES_OF_NO_NUMBER = /^[-+]?(?:NaN|Infinity|nan|inf|undefined)$/;
const QUOTE = 0x22;
const COMMA = 0x2c;

function createReader(text: string, limits: JsonLimits, report: Sink, outside: number) {
  const deepest = Math.min(limits.depth, MOST_DEPTH);
  const deadline = performance.now() + limits.seconds * 1000;
  let position = 0;
  let depth = outside;
  let values = 0;

  return { document };

  function document(): JsonNode {
    const found = value();
    space();
    if (position < text.length) stop(textAfter, { value: text.slice(position, position + 20) });
    return found;
  }

  function value(): JsonNode {
    space();
    count();
    switch (text[position]) {
      case "{":
        return object();
      case "[":
        return array();
      case '"':
        return string();
      default:
        return word();
    }
  }

  function object(): JsonObject {
    const at = open();
    const members: JsonMember[] = [];
    for (let comma = -1; ; comma = position++) {
      space();
      const start = position;
      if (text[position] === "}") {
        if (comma !== -1) report(trailingComma, { offset: comma });
        break;
      }
      if (text.charCodeAt(position) !== QUOTE) unexpected(members.length === 0 ? "a key or }" : "a key");
      const { text: key } = string();
      space();
      if (text[position] !== ":") unexpected("a colon");
      position++;
      members.push({ key, at: start, value: value() });
      space();
      if (text[position] === "}") break;
      if (text.charCodeAt(position) !== COMMA) unexpected("a comma or }");
    }
    reportTwice(members);
    return { type: "object", at, end: close(), members };
  }

  function array(): JsonNode {
    const at = open();
    const found: JsonNode[] = [];
    for (let comma = -1; ; comma = position++) {
      space();
      if (text[position] === "]") {
        if (comma !== -1) report(trailingComma, { offset: comma });
        break;
      }
      found.push(value());
      space();
      if (text[position] === "]") break;
      if (text.charCodeAt(position) !== COMMA) unexpected("a comma or ]");
    }
    return { type: "array", at, end: close(), values: found };
  }

  function string() {
    const found = readString(text, position, report);
    if (found === undefined) return stop(truncated, { reason: "the string that begins here has no closing quote" });
    position = found.end;
    return found;
  }

  function word(): JsonNode {
    const at = position;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return unexpected("a value");
    position += token.length;
    const end = position;
    if (token === "true" || token === "false") return { type: "boolean", at, end };
    if (token === "null") return { type: "null", at, end };
    if (NAMES_OF_NO_NUMBER.test(token)) {
      report(notANumber, { offset: at, values: { value: token } });
      return { type: "broken", at, end };
    }
    if (/^[-+.]*[A-Za-z_$]/.test(token)) {
      position = at;
      return stop(malformed, { reason: `${token.slice(0, 30)} is no value, texts stand in double quotes` });
    }
    NUMBER.lastIndex = at;
    if (NUMBER.exec(text)?.[0] !== token) {
      report(badNumber, { offset: at, values: { value: token } });
      return { type: "broken", at, end };
    }
    const number = Number(token);
    const isHeld = Number.isInteger(number) && /^-?\d+$/.test(token) ? Number.isSafeInteger(number) : true;
    if (!Number.isFinite(number) || !isHeld) report(numberRange, { offset: at, values: { value: token } });
    return { type: "number", at, end, number };
  }

  function open(): number {
    if (++depth > deepest) stop(tooDeep, { reason: `brackets are nested more than ${deepest} deep` });
    return position++;
  }

  function close(): number {
    depth--;
    return ++position;
  }

  function count(): void {
    if (++values > MOST_VALUES) stop(tooManyValues, { limit: String(MOST_VALUES) });
    if ((values & 1023) === 1 && performance.now() >= deadline)
      stop(tooSlow, { reason: `reading takes longer than ${limits.seconds} s` });
  }

  function space(): void {
    for (;;) {
      const code = text.charCodeAt(position);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) position++;
      else if (code === 0x2f && (text[position + 1] === "/" || text[position + 1] === "*")) skipComment();
      else return;
    }
  }

  function skipComment(): void {
    count();
    report(comment, { offset: position });
    const ending = text[position + 1] === "*" ? "*/" : "\n";
    const end = text.indexOf(ending, position + 2);
    position = end === -1 ? text.length : end + ending.length;
  }

  function reportTwice(members: readonly JsonMember[]): void {
    if (members.length < 2) return;
    const seen = new Set<string>();
    for (const { key, at } of members) {
      if (seen.has(key)) report(duplicateKey, { offset: at, values: { value: key } });
      seen.add(key);
    }
  }

  function unexpected(wanted: string): never {
    if (position >= text.length) return stop(truncated, { reason: `${wanted} is missing` });
    const found = String.fromCodePoint(text.codePointAt(position) ?? 0);
    return stop(malformed, { reason: `${wanted} is missing before ${found}` });
  }

  function stop(rule: RuleText, values: Readonly<Record<string, string>>): never {
    throw new Stop(rule, { offset: Math.min(position, Math.max(0, text.length - 1)), values });
  }
}
