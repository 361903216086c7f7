import type { FeedFormat } from "../model/feed.ts";
import { isTag, type ReadBehind, readBehind } from "./behind-head.ts";
import { inOrder, locateAll, readDocument } from "./document.ts";
import type { CheckOptions, DocumentCheck, EntryCheck, EntryFacts, Finding, HeadCheck, HeadFacts } from "./finding.ts";
import { httpRules } from "./http.ts";
import { checkJsonEntry, checkJsonFeed, checkJsonHead, checkJsonWhole, jsonRules } from "./json/index.ts";
import { malformed, notOneEntry, tooDeep, tooManyElements, tooManyFaults, tooSlow, undefinedEntity } from "./prolog.ts";
import type { RuleText } from "./rule.ts";
import { xmlRules } from "./rules.ts";
import { judgeWhole } from "./whole.ts";

export type {
  CheckOptions,
  DocumentCheck,
  EntryCheck,
  EntryFacts,
  Finding,
  HeadCheck,
  HeadFacts,
  Limits,
  Profile,
} from "./finding.ts";
export { DEFAULT_LIMITS } from "./finding.ts";
export type { Served } from "./http.ts";
export { checkServed, unfetched } from "./http.ts";
export type { RuleText } from "./rule.ts";
export { severityOf } from "./rule.ts";

/** What ends the reading of a document. */
const FATAL: ReadonlySet<RuleText> = new Set([
  malformed,
  undefinedEntity,
  tooDeep,
  tooManyElements,
  tooManyFaults,
  tooSlow,
]);

/** Every rule there is, in the order of their codes. */
export const rules: readonly RuleText[] = [...xmlRules, ...jsonRules, ...httpRules].sort((a, b) =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0,
);

/** Judges a document: RSS 2.0, Atom 1.0 or JSON Feed, told by what it begins with. Whatever the bytes are, the answer is findings. */
export function checkDocument(bytes: Uint8Array, options: CheckOptions = {}): DocumentCheck {
  if (isJson(bytes, options)) return checkJsonFeed(bytes, options);
  const { format, found, head, entries, text, locate } = readDocument(bytes, options);
  const whole = format === null ? [] : checkWhole(format, head, entries, bytes.length, options);
  const diagnostics = inOrder([...locateAll(found, options, locate), ...whole]);
  return { format, valid: !diagnostics.some(({ severity }) => severity === "error"), diagnostics, text };
}

/**
 * Judges one entry between the head and the tail of a document, as if it stood in it alone. Findings about the head and the tail are
 * left to `checkHead`; lines and columns count from the start of the entry.
 */
export function checkEntry(
  format: FeedFormat,
  head: Uint8Array,
  entry: Uint8Array,
  tail: Uint8Array,
  options: CheckOptions = {},
): EntryCheck {
  if (format === "json") return checkJsonEntry(head, entry, tail, options);
  const behind = behindHead(head, tail, options)?.(entry);
  if (behind !== undefined) {
    const { found, entry: declared, locate } = behind;
    return { diagnostics: inOrder(locateAll(found, options, locate)), declared: { ...declared, bytes: entry.length } };
  }
  const start = lengthOf(head);
  const text = decoder.decode(entry);
  const end = start + text.length;
  const read = readDocument(join(head, entry, tail), options);
  // The head and the tail are well-formed together, so an error of the XML in the tail is the entry's.
  const found = read.found
    .filter(({ rule, place }) => place.offset >= start && (place.offset < end || FATAL.has(rule)))
    .map(({ rule, place }) => ({
      rule,
      place: { ...place, offset: Math.min(place.offset, Math.max(start, end - 1)) },
    }));
  const isOne = read.entries.length === 1 && isTag(text.trim());
  if (!isOne && !found.some(({ rule }) => FATAL.has(rule))) found.push({ rule: notOneEntry, place: { offset: start } });
  const before = read.locate(start);
  const fromStart = ({ line, column }: { line: number; column: number }) => ({
    line: line - before.line + 1,
    column: line === before.line ? column - before.column + 1 : column,
  });
  const diagnostics = inOrder(locateAll(found, options, (offset) => fromStart(read.locate(offset))));
  const [declared] = read.entries;
  const place = declared ? fromStart(declared) : { line: 1, column: 1 };
  return { diagnostics, declared: { ...declared, ...place, bytes: entry.length } };
}

/** Judges the head and the tail of a document without its entries. */
export function checkHead(
  format: FeedFormat,
  head: Uint8Array,
  tail: Uint8Array,
  options: CheckOptions = {},
): HeadCheck {
  if (format === "json") return checkJsonHead(head, tail, options);
  const seam = lengthOf(head);
  const read = readDocument(join(head, tail), options, seam);
  return { diagnostics: inOrder(locateAll(read.found, options, read.locate)), declared: read.head };
}

/**
 * Judges what only the whole document shows: ids that are unique, order, dates, size. Findings about an entry are located where its facts
 * say, which is inside the entry for those of `checkEntry`.
 *
 * @param bytes size of the whole document
 */
export function checkWhole(
  format: FeedFormat,
  head: HeadFacts,
  entries: readonly EntryFacts[],
  bytes: number,
  options: CheckOptions = {},
): readonly Finding[] {
  if (format === "json") return checkJsonWhole(head, entries, bytes, options);
  return judgeWhole({ format, head, entries, bytes }, options.profile ?? "core", options.file ?? "");
}

const decoder = new TextDecoder();

/** Of the heads that were seen: a build judges every story behind the same one. */
const lengths = new WeakMap<Uint8Array, number>();

/** Length of a head in UTF-16 units. */
function lengthOf(head: Uint8Array): number {
  const known = lengths.get(head);
  if (known !== undefined) return known;
  const { length } = decoder.decode(head);
  lengths.set(head, length);
  return length;
}

/** Heads that entries were read behind. */
const heads = new WeakMap<Uint8Array, KnownHead>();

interface KnownHead {
  readonly tail: Uint8Array;
  readonly options: CheckOptions;
  readonly read: ReadBehind | undefined;
}

/** How to read entries between a head and a tail, worked out when the first of them is. */
function behindHead(head: Uint8Array, tail: Uint8Array, options: CheckOptions): ReadBehind | undefined {
  const known = heads.get(head);
  if (known?.tail === tail && isSame(known.options, options)) return known.read;
  const read = readBehind(head, tail, options);
  heads.set(head, { tail, options: { ...options }, read });
  return read;
}

/** Whether options say the same; limits by name, since callers hand on the object that they have. */
function isSame(one: CheckOptions, other: CheckOptions): boolean {
  const keys = Object.keys({ ...one, ...other }) as readonly (keyof CheckOptions)[];
  return keys.every((key) => key === "file" || one[key] === other[key]);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/**
 * JSON by its first character, after a byte order mark, white space and the zeros of a wide encoding; else by what the server or the
 * name says.
 */
function isJson(bytes: Uint8Array, { contentType = "", file = "" }: CheckOptions): boolean {
  let index = 0;
  const stop = Math.min(bytes.length, 65_536);
  while (index < stop && SKIPPED.has(bytes[index] ?? 0)) index++;
  const first = bytes[index];
  if (first === 0x7b || first === 0x5b) return true;
  return first !== 0x3c && (/^application\/(?:feed\+)?json\b/i.test(contentType) || /\.json$/i.test(file));
}

const SKIPPED: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);
