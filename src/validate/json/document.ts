import type { Decoded } from "../encoding.ts";
import { decode } from "../encoding.ts";
import type { CheckOptions, EntryFacts, HeadFacts } from "../finding.ts";
import { DEFAULT_LIMITS } from "../finding.ts";
import { isEmpty, tooLarge } from "../prolog.ts";
import type { Locate, Place, RuleText } from "../rule.ts";
import { createLocate, MOST_FAULTS } from "../rule.ts";
import { feedFacts, itemFacts, itemOffset, itemSays } from "./facts.ts";
import { feedKind, VERSIONS } from "./feed.ts";
import { item } from "./item.ts";
import type { JsonNode, JsonObject } from "./node.ts";
import { memberOf, stringOf } from "./node.ts";
import type { Sink } from "./read.ts";
import { readJson } from "./read.ts";
import { notObject } from "./structure.ts";
import { brokenBytes, byteOrderMark, notAnObject, otherEncoding, tooManyFaults } from "./syntax.ts";
import type { JsonContext } from "./thing.ts";
import { shownOf } from "./thing.ts";
import { judgeThing } from "./walk.ts";

/** A finding before the profile, file and line are known. */
export interface Found {
  readonly rule: RuleText;
  readonly place: Place;
}

/** What reading bytes gave. */
export interface JsonRead {
  /** The outermost value; undefined: the text could not be read to its end, and a finding says why. */
  readonly node: JsonNode | undefined;
  readonly found: Found[];
  readonly report: Sink;
  readonly text: string;
  readonly locate: Locate;
}

/** Brackets that are open around an item: those of the feed and of its items. */
const AROUND_ITEM = 2;

/** Reads bytes as JSON, and judges them as such. */
export function readBytes(bytes: Uint8Array, options: CheckOptions, outside = 0): JsonRead {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const found: Found[] = [];
  const report: Sink = (rule, place) => {
    if (found.length < MOST_FAULTS) found.push({ rule, place });
    else if (found.length === MOST_FAULTS) {
      found.push({ rule: tooManyFaults, place: { offset: place.offset, values: { limit: String(MOST_FAULTS) } } });
    }
  };
  if (bytes.length > limits.bytes) {
    report(tooLarge, { offset: 0, values: { limit: String(limits.bytes) } });
    return { node: undefined, found, report, text: "", locate: createLocate("") };
  }
  const { text, encoding, marked, brokenAt } = decodeJson(bytes);
  if (encoding !== "utf-8") report(otherEncoding, { offset: 0, values: { value: encoding } });
  else if (marked !== undefined) report(byteOrderMark, { offset: 0 });
  if (brokenAt !== undefined) report(brokenBytes, { offset: brokenAt, values: { value: encoding } });
  const locate = createLocate(text);
  if (text.trim() === "") {
    report(isEmpty, { offset: 0 });
    return { node: undefined, found, report, text, locate };
  }
  return { node: readJson(text, limits, report, outside), found, report, text, locate };
}

/** A charset means nothing for JSON (RFC 8259 11), so only the bytes are asked. */
function decodeJson(bytes: Uint8Array): Pick<Decoded, "text" | "encoding" | "marked" | "brokenAt"> {
  const decoded = decode(bytes, undefined);
  if (decoded.marked !== undefined) return decoded;
  // Two characters of JSON are ASCII at its beginning, so zeros tell a wide encoding: RFC 4627 3.
  const [first, second] = bytes;
  const wide = second === 0 ? "utf-16le" : first === 0 ? "utf-16be" : undefined;
  if (wide === undefined) return decoded;
  return { text: new TextDecoder(wide).decode(bytes), encoding: wide, marked: undefined, brokenAt: undefined };
}

/** A whole document, or a head and its tail. */
export interface JsonDocument extends JsonRead {
  readonly isFeed: boolean;
  readonly head: HeadFacts;
  readonly entries: readonly EntryFacts[];
  readonly context: JsonContext;
}

/** Reads a document and judges everything but what only the whole shows. */
export function readFeed(bytes: Uint8Array, options: CheckOptions): JsonDocument {
  const read = readBytes(bytes, options);
  const { node: root, report, text, locate } = read;
  const context = contextOf(root, text, options);
  if (root?.type !== "object") {
    if (root) report(notAnObject, { offset: root.at, values: { value: shownOf(root, context) } });
    return { ...read, isFeed: !root, head: { line: 1, column: 1 }, entries: [], context };
  }
  judgeThing(root, feedKind, context, report);
  const items = memberOf(root, "items");
  const entries = (items?.type === "array" ? items.values : [])
    .filter((node): node is JsonObject => node.type === "object")
    .map((node) => itemFacts(node, text, locate));
  return { ...read, isFeed: true, head: feedFacts(root, locate), entries, context };
}

function contextOf(root: JsonNode | undefined, source: string, { now, url }: CheckOptions): JsonContext {
  const named = root?.type === "object" ? stringOf(root, "version")?.text : undefined;
  return { version: VERSIONS.get(named ?? "") ?? "1.1", now, url, source };
}

/** The place of something in `items` that is no object. */
function itemsPlace(node: JsonNode, context: JsonContext): Place {
  const values = { name: "items", parent: "feed", value: shownOf(node, context) };
  return { offset: node.at, element: "items", parent: "feed", values };
}

/** What was found in an item that stands alone. */
export interface JsonItem extends JsonRead {
  readonly declared: EntryFacts | undefined;
}

/** Reads one item, and judges it as one of a feed of this version. */
export function readItem(bytes: Uint8Array, version: JsonContext["version"], options: CheckOptions): JsonItem {
  const read = readBytes(bytes, options, AROUND_ITEM);
  const { node, report, text } = read;
  const context = { version, now: options.now, url: options.url, source: text };
  if (node?.type === "object") {
    judgeThing(node, item, context, report);
    // Lines are counted as far as the id alone: it stands near the beginning.
    const at = itemOffset(node);
    const declared = { ...itemSays(node), ...createLocate(text.slice(0, at + 1))(at), bytes: bytes.length };
    return { ...read, declared };
  }
  if (node) report(notObject, itemsPlace(node, context));
  return { ...read, declared: undefined };
}
