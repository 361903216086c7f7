import type { SaxesAttributeNS } from "saxes";
import { SaxesParser } from "saxes";
import type { ReadCharacters } from "./character-data.ts";
import { characterData, PREDEFINED, withNewlines } from "./character-data.ts";

export interface XmlTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly { name: string; prefix: string; local: string; uri: string; value: string }[];
  /** Prefixes declared here, "" for the default one, and their namespaces; absent: none. */
  readonly declares: Readonly<Record<string, string>> | undefined;
  /** Offset after the ">". */
  readonly end: number;
}

export interface XmlHandler {
  doctype(text: string, end: number): void;
  open(tag: XmlTag): void;
  /** @param isLiteral whether it stands like that in the document: it has no references */
  text(text: string, isLiteral: boolean): void;
  /** @param end after the ">" of the end tag */
  close(end: number): void;
}

/** Why reading stopped before the end. */
export interface XmlStop {
  readonly why: "malformed" | "depth" | "time" | "entity" | "elements" | "faults";
  readonly message: string;
  readonly offset: number;
}

export interface XmlLimits {
  readonly depth: number;
  readonly seconds: number;
}

/** Where the reading begins when what stands above was read before, or ends when more is to follow. */
export interface XmlPart {
  /** Offset of the first character that is read. */
  readonly from: number;
  /** Elements that are open there. */
  readonly depth: number;
  /** Namespaces of the prefixes that are declared there, "" for the default one. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Whether elements may be open at the end. */
  readonly isOpen: boolean;
}

/** Elements and attributes that are read: more than any feed has, and what stands in one element is kept until it ends. */
export const MOST_ELEMENTS = 500_000;

/**
 * Reads strict XML with namespaces and stops at the first error, as XML 1.0 asks of every processor. DTDs are not processed; the named
 * characters of `entities` are known, no other entity is expanded.
 *
 * Most of a feed is character data, which the parser reads one character at a time. So it is given the tags alone: behind each, what
 * follows is character data for certain, and is read here. Whatever is unusual in it is given to the parser.
 *
 * @param entities asked once a document type has been seen
 * @param isClean whether the text is known to hold no characters that XML forbids
 * @param part what of the text is read; absent: all of it. What is read of a part must close what it opens unless it is open.
 * @returns why it stopped, or nothing when the document is well-formed
 */
export function readXml(
  text: string,
  handler: XmlHandler,
  limits: XmlLimits,
  entities: () => Readonly<Record<string, string>>,
  isClean = false,
  part?: XmlPart,
): XmlStop | undefined {
  const start = part?.from ?? 0;
  const parser = new SaxesParser(
    start === 0
      ? { xmlns: true, position: true }
      : { xmlns: true, position: true, fragment: true, additionalNamespaces: { ...part?.namespaces } },
  );
  // The parser's own table inherits from Object: &constructor; would be a function.
  parser.ENTITIES = Object.assign(Object.create(null), Object.fromEntries(PREDEFINED));
  const deadline = performance.now() + limits.seconds * 1000;
  let depth = part?.depth ?? 0;
  /** How much the parser was not given. */
  let skipped = start;
  /** After the last tag. */
  let tagEnd = depth > 0 ? start : -1;
  const position = () => parser.position + skipped;
  const place = () => Math.max(0, Math.min(position(), text.length) - 1);
  const stop = (why: XmlStop["why"], message: string): never => {
    throw new Stop(why, message, place());
  };
  let elements = 0;
  const count = () => {
    if (++elements > MOST_ELEMENTS) stop("elements", "");
  };
  let attributes: SaxesAttributeNS[] = [];
  let declares = false;
  // Seven handlers and more make V8 keep the parser as a dictionary, which is six times slower: no more than are needed.
  parser.on("doctype", (doctype) => {
    handler.doctype(doctype, position());
    Object.assign(parser.ENTITIES, entities());
  });
  // The parser completes them with their namespaces before it tells of the tag, whose own table of them is slow to go through.
  parser.on("attribute", (attribute) => {
    count();
    if (attribute.prefix === "xmlns" || attribute.name === "xmlns") declares = true;
    else attributes.push(attribute);
  });
  parser.on("opentag", (tag) => {
    count();
    if (++depth > limits.depth) stop("depth", `elements are nested more than ${limits.depth} deep`);
    tagEnd = position();
    const { name, local, uri } = tag;
    const of = attributes.length === 0 ? NO_ATTRIBUTES : attributes;
    if (attributes.length > 0) attributes = [];
    handler.open({ name, local, uri, attributes: of, declares: declares ? tag.ns : undefined, end: tagEnd });
    declares = false;
  });
  parser.on("closetag", (tag) => {
    // The parser closes what is open before it complains of an end tag that matches nothing.
    tagEnd = position();
    const nameAt = tagEnd - tag.name.length - 1;
    const isClosed = text.charCodeAt(nameAt - 1) === SLASH && text.startsWith(tag.name, nameAt);
    if (!tag.isSelfClosing && !isClosed) {
      const start = text.lastIndexOf("<", tagEnd - 1);
      if (!text.startsWith(tag.name, start + 2)) stop("malformed", `unexpected end tag, while ${tag.name} is open`);
    }
    depth--;
    handler.close(tagEnd);
  });
  parser.on("text", (found) => handler.text(found, false));
  parser.on("cdata", (found) => handler.text(found, true));
  const read = characterData(text, isClean);
  try {
    let from = start;
    let least = 0;
    for (let turn = 1; from < text.length; turn++) {
      if (read && depth > 0 && tagEnd === from) {
        const behind = from;
        from = readCharacters(text, from, read, handler);
        skipped += from - behind;
      }
      const greater = text.indexOf(">", from + least);
      const to = greater === -1 ? text.length : greater + 1;
      parser.write(text.slice(from, to));
      // What ended there was no tag: in a long comment, or without `read`, few large pieces are faster than many small ones.
      least = read && tagEnd === to ? 0 : Math.min(2 * least + 64, LARGEST);
      from = to;
      if ((turn % TURNS === 0 || least === LARGEST) && performance.now() > deadline)
        stop("time", `reading takes longer than ${limits.seconds} s`);
    }
    if (part?.isOpen !== true) parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return { why: error.why, message: error.message, offset: error.offset };
    // Without a handler for errors the parser throws the first one, and so stops where XML 1.0 wants it to stop.
    if (!(error instanceof Error) || !COMPLAINT.test(error.message)) throw error;
    const message = error.message.replace(COMPLAINT, "").replace(/\.$/, "");
    return { why: message.includes("undefined entity") ? "entity" : "malformed", message, offset: place() };
  }
}

/** Characters given to the parser at once. */
const LARGEST = 1 << 20;
/** Tags between two looks at the clock. */
const TURNS = 256;

/** Reads character data and CDATA sections. @returns where something else begins */
function readCharacters(text: string, start: number, read: ReadCharacters, handler: XmlHandler): number {
  let from = start;
  for (;;) {
    const less = text.indexOf("<", from);
    if (less === -1) return from;
    if (less > from) {
      const run = text.slice(from, less);
      const characters = read(run);
      if (characters === undefined) return from;
      handler.text(characters, characters === run);
    }
    if (!text.startsWith("<![CDATA[", less)) return less;
    const end = text.indexOf("]]>", less + 9);
    if (end === -1) return less;
    handler.text(withNewlines(text.slice(less + 9, end)), true);
    from = end + 3;
  }
}

const SLASH = 47;

/** How the parser begins its own errors: the place. */
const COMPLAINT = /^(?:[^:]*:)?\d+:\d+: /;

/** Ends the reading, from inside a handler too. */
export class Stop extends Error {
  readonly why: XmlStop["why"];
  readonly offset: number;
  constructor(why: XmlStop["why"], message: string, offset: number) {
    super(message);
    this.why = why;
    this.offset = offset;
  }
}

const NO_ATTRIBUTES: XmlTag["attributes"] = [];
