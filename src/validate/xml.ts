import type { SaxesAttributeNS, SaxesTagNS } from "saxes";
import { SaxesParser } from "saxes";

export interface XmlTag {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: readonly { name: string; prefix: string; local: string; uri: string; value: string }[];
  /** Prefixes declared here, "" for the default one, and their namespaces. */
  readonly declares: Readonly<Record<string, string>>;
  /** Offset after the ">". */
  readonly end: number;
}

export interface XmlHandler {
  doctype(text: string, end: number): void;
  open(tag: XmlTag): void;
  text(text: string): void;
  /** @param end after the ">" of the end tag */
  close(end: number): void;
}

/** Why reading stopped before the end. */
export interface XmlStop {
  readonly why: "malformed" | "depth" | "time" | "entity";
  readonly message: string;
  readonly offset: number;
}

export interface XmlLimits {
  readonly depth: number;
  readonly seconds: number;
}

/** Characters between two looks at the clock. */
const CHUNK = 1 << 20;

/**
 * Reads strict XML with namespaces and stops at the first error, as XML 1.0 asks of every processor. DTDs are not processed; the named
 * characters of `entities` are known, no other entity is expanded.
 *
 * @param entities asked once a document type has been seen
 * @returns why it stopped, or nothing when the document is well-formed
 */
export function readXml(
  text: string,
  handler: XmlHandler,
  limits: XmlLimits,
  entities: () => Readonly<Record<string, string>>,
): XmlStop | undefined {
  const parser = new SaxesParser({ xmlns: true, position: true });
  // The parser's own table inherits from Object: &constructor; would be a function.
  parser.ENTITIES = Object.assign(Object.create(null), PREDEFINED);
  const deadline = performance.now() + limits.seconds * 1000;
  let depth = 0;
  const place = () => Math.max(0, Math.min(parser.position, text.length) - 1);
  const stop = (why: XmlStop["why"], message: string): never => {
    throw new Stop(why, message, place());
  };
  // Seven handlers and more make V8 keep the parser as a dictionary, which is six times slower: no more than are needed.
  if (text.includes("<!DOCTYPE")) {
    parser.on("doctype", (doctype) => {
      handler.doctype(doctype, parser.position);
      Object.assign(parser.ENTITIES, entities());
    });
  }
  parser.on("opentag", (tag) => {
    if (++depth > limits.depth) stop("depth", `elements are nested more than ${limits.depth} deep`);
    handler.open(toTag(tag, parser.position));
  });
  parser.on("closetag", (tag) => {
    // The parser closes what is open before it complains of an end tag that matches nothing.
    const nameAt = parser.position - tag.name.length - 1;
    const isClosed = text.charCodeAt(nameAt - 1) === SLASH && text.startsWith(tag.name, nameAt);
    if (!tag.isSelfClosing && !isClosed) {
      const start = text.lastIndexOf("<", parser.position - 1);
      if (!text.startsWith(tag.name, start + 2)) stop("malformed", `unexpected end tag, while ${tag.name} is open`);
    }
    depth--;
    handler.close(parser.position);
  });
  parser.on("text", (found) => handler.text(found));
  parser.on("cdata", (found) => handler.text(found));
  try {
    for (let from = 0; from < text.length; from += CHUNK) {
      parser.write(text.length <= CHUNK ? text : text.slice(from, from + CHUNK));
      if (performance.now() > deadline) stop("time", `reading takes longer than ${limits.seconds} s`);
    }
    parser.close();
    return undefined;
  } catch (error) {
    if (error instanceof Stop) return { why: error.why, message: error.message, offset: error.offset };
    // Without a handler for errors the parser throws the first one, and so stops where XML 1.0 wants it to stop.
    if (!(error instanceof Error) || !COMPLAINT.test(error.message)) throw error;
    const message = error.message.replace(COMPLAINT, "").replace(/\.$/, "");
    return { why: message.includes("undefined entity") ? "entity" : "malformed", message, offset: place() };
  }
}

const SLASH = 47;

/** How the parser begins its own errors: the place. */
const COMPLAINT = /^(?:[^:]*:)?\d+:\d+: /;

class Stop extends Error {
  readonly why: XmlStop["why"];
  readonly offset: number;
  constructor(why: XmlStop["why"], message: string, offset: number) {
    super(message);
    this.why = why;
    this.offset = offset;
  }
}

/** @see https://www.w3.org/TR/xml/#sec-predefined-ent */
const PREDEFINED = { amp: "&", gt: ">", lt: "<", quot: '"', apos: "'" };

const NONE: XmlTag["attributes"] = [];

function toTag(tag: SaxesTagNS, end: number): XmlTag {
  let attributes: SaxesAttributeNS[] | undefined;
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute && attribute.uri !== XMLNS) {
      if (attributes) attributes.push(attribute);
      else attributes = [attribute];
    }
  }
  return { name: tag.name, local: tag.local, uri: tag.uri, attributes: attributes ?? NONE, declares: tag.ns, end };
}

const XMLNS = "http://www.w3.org/2000/xmlns/";
