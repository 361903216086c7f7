import { isClean } from "./characters.ts";
import type { Found, Reading, Source } from "./document.ts";
import { createReading } from "./document.ts";
import type { Element } from "./element.ts";
import { decode, decodePart } from "./encoding.ts";
import type { CheckOptions, EntryFacts, Limits } from "./finding.ts";
import { DEFAULT_LIMITS } from "./finding.ts";
import type { Locate } from "./rule.ts";
import { createLocate, MOST_FAULTS, severityOf } from "./rule.ts";
import { extensionAttribute } from "./structure.ts";
import type { XmlHandler, XmlPart } from "./xml.ts";
import { readXml, Stop } from "./xml.ts";

/** What reading one whole entry gave; places count from its start. */
export interface EntryRead {
  readonly found: readonly Found[];
  readonly entry: EntryFacts;
  readonly locate: Locate;
}

/** Reads an entry behind a head; undefined for one that only reading the whole document can judge. */
export type ReadBehind = (entry: Uint8Array) => EntryRead | undefined;

/**
 * Reads a head once, and entries behind it as if it had been read with each of them: a head is most of what stands in a document beside
 * its one entry. What is found is what `readDocument` finds in head, entry and tail; test/validate/behind-head.test.ts holds them equal.
 *
 * @returns undefined for a head or tail so unusual that it may mean something else to the entry
 */
export function readBehind(head: Uint8Array, tail: Uint8Array, options: CheckOptions): ReadBehind | undefined {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (head.length > LONGEST) return undefined;
  const { text: above, encoding, marked, brokenAt } = decode(head, options.contentType);
  if (encoding !== "utf-8" || marked !== undefined || brokenAt !== undefined || isUnusual(above)) return undefined;

  let found: Found[] = [];
  let locate: Locate = createLocate(above);
  const source: Source = { text: above, encoding, clean: isClean(above) };
  const reading = createReading(
    source,
    options,
    (offset) => locate(offset - above.length),
    (rule, place) => {
      if (severityOf(rule, options.profile ?? "core") === "off") return;
      // Rules of the bytes, which are not run here, would count too.
      if (found.length >= MOST_FAULTS / 2) throw new Stop("faults", "", place.offset);
      found.push({ rule, place });
    },
    undefined,
  );
  const stop = readXml(above, reading.handler, limits, reading.entities, source.clean, OPEN);
  const open = reading.open();
  const [parent] = open;
  if (stop || !parent || !open.every(holdsElements) || !isClosed(above, tail, open, limits)) return undefined;
  const part: XmlPart = { from: above.length, depth: open.length, namespaces: namespacesIn(open), isOpen: false };
  const back = reading.mark();
  const before = { found, text: parent.text, children: parent.children.length };

  return (entry) => {
    if (entry.length > LONGEST || head.length + entry.length + tail.length > limits.bytes) return undefined;
    const text = decodePart(entry);
    if (text === undefined) return undefined;
    back();
    found = [...before.found];
    locate = createLocate(text);
    source.text = above + text;
    source.clean = isClean(text);
    if (readXml(source.text, reading.handler, limits, reading.entities, source.clean, part)) return undefined;
    // One element and nothing beside it but white space and comments.
    const isOne = parent.children.length === before.children + 1 && parent.text === before.text;
    if (!isOne || !isTag(text.trim()) || !closeAll(open, reading, source.text.length)) return undefined;
    const { entries, boardDocs } = reading.result();
    const [declared] = entries;
    if (entries.length !== 1 || !declared) return undefined;
    const inside = found
      .slice(before.found.length)
      .filter(({ place }) => place.offset >= above.length && place.offset < source.text.length)
      .filter(({ rule }) => !(boardDocs && rule === extensionAttribute))
      .map(({ rule, place }) => ({ rule, place: { ...place, offset: place.offset - above.length } }));
    // Its place and size are worked out when they are asked for, which must be before the next entry.
    return { found: inside, entry: { ...declared }, locate };
  };
}

/** Bytes of a head, and of an entry, of which no limit to the elements of a document has to be thought. */
const LONGEST = 500_000;

/** The head is read as far as it goes, what is open there is closed by the tail. */
const OPEN: XmlPart = { from: 0, depth: 0, namespaces: {}, isOpen: true };

/** Another version of XML, a document type, or an end that what follows could continue. */
function isUnusual(above: string): boolean {
  return /^<\?xml\s[^>]*version\s*=\s*["'](?!1\.0["'])|<!doctype/i.test(above) || !/>[ \t\n]*$/.test(above);
}

/** Whether nothing but elements may stand in an element. */
function holdsElements({ kind }: Element): boolean {
  return kind.content === "nodes" && !kind.entry;
}

/** Whether a tail closes what is open, one end tag after the other, and nothing else. */
function isClosed(above: string, tail: Uint8Array, open: readonly Element[], limits: Limits): boolean {
  const below = decodePart(tail) ?? "";
  if (!/^(?:[ \t\r\n]*<\/[^<>\s]+[ \t\r\n]*>)+[ \t\r\n]*$/.test(below)) return false;
  const closed = Array.from(below.matchAll(/<\/([^<>\s]+)/g), ([, name]) => name);
  if (closed.length !== open.length || closed.some((name, index) => name !== open[index]?.name)) return false;
  // A comment that is open at the end of the head would take the tail in.
  return readXml(above + below, IGNORE, limits, () => ({})) === undefined;
}

const IGNORE: XmlHandler = { doctype() {}, open() {}, text() {}, close() {} };

/** Namespaces of the prefixes that are known inside an element. */
function namespacesIn(open: readonly Element[]): Readonly<Record<string, string>> {
  return Object.assign({}, ...open.map(({ declares }) => declares ?? {}).reverse());
}

/** Closes what the head opened, as the tail does. @returns whether there were not too many faults */
function closeAll(open: readonly Element[], { handler }: Reading, end: number): boolean {
  try {
    for (const _ of open) handler.close(end);
    return true;
  } catch (stop) {
    if (stop instanceof Stop) return false;
    throw stop;
  }
}

/** Whether a text begins and ends like an element. */
export function isTag(text: string): boolean {
  return text.startsWith("<") && text.endsWith(">");
}
