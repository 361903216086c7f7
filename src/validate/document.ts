import { isClean } from "./characters.ts";
import type { Context, Element } from "./element.ts";
import { decode, encodingRules } from "./encoding.ts";
import { entryFacts, headFacts } from "./facts.ts";
import type { CheckOptions, EntryFacts, Finding, HeadFacts, Limits } from "./finding.ts";
import { DEFAULT_LIMITS } from "./finding.ts";
import {
  declaredEntity,
  isEmpty,
  isHtml,
  malformed,
  oldDoctype,
  otherDoctype,
  tooDeep,
  tooLarge,
  tooManyElements,
  tooManyFaults,
  tooSlow,
  undefinedEntity,
  xmlVersion,
} from "./prolog.ts";
import { questionable, readRoot } from "./root.ts";
import type { Locate, Place, RuleText } from "./rule.ts";
import { createLocate, MOST_FAULTS, severityOf, toFinding } from "./rule.ts";
import { extensionAttribute } from "./structure.ts";
import { ENTITY_NAMES } from "./values/html-names.ts";
import type { Walk } from "./walk.ts";
import { createWalk } from "./walk.ts";
import type { XmlHandler, XmlStop } from "./xml.ts";
import { MOST_ELEMENTS, readXml, Stop } from "./xml.ts";

/** A finding before the profile, file and line are known. */
export interface Found {
  readonly rule: RuleText;
  readonly place: Place;
}

/** What reading a document gave. */
export interface Read {
  readonly format: "rss" | "atom" | null;
  readonly found: readonly Found[];
  readonly head: HeadFacts;
  readonly entries: readonly EntryFacts[];
  readonly text: string;
  readonly locate: Locate;
}

const NO_HEAD: HeadFacts = { line: 1, column: 1 };

/**
 * Reads an XML document and judges everything but what only the whole shows.
 *
 * @param seam offset at which entries would stand, where the document is a head and a tail alone
 */
export function readDocument(bytes: Uint8Array, options: CheckOptions, seam?: number): Read {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const found: Found[] = [];
  const report = (rule: RuleText, place: Place) => {
    if (severityOf(rule, options.profile ?? "core") === "off") return;
    if (found.length >= MOST_FAULTS) throw new Stop("faults", "", place.offset);
    found.push({ rule, place });
  };
  if (bytes.length > limits.bytes) {
    report(tooLarge, { offset: 0, values: { limit: String(limits.bytes) } });
    return { format: null, found, head: NO_HEAD, entries: [], text: "", locate: createLocate("") };
  }
  const decoded = decode(bytes, options.contentType);
  const { text } = decoded;
  const locate = createLocate(text);
  for (const rule of encodingRules) for (const place of rule.check(decoded)) report(rule, place);
  if (text.trim() === "") {
    report(isEmpty, { offset: 0 });
    return { format: null, found, head: NO_HEAD, entries: [], text, locate };
  }

  const version = /^<\?xml\s+version\s*=\s*["']([-a-zA-Z0-9_.:]*)["']/.exec(text)?.[1];
  if (version !== undefined && version !== "1.0") report(xmlVersion, { offset: 0, values: { value: version } });

  const clean = isClean(text);
  const source: Source = { text, encoding: decoded.encoding, clean };
  const reading = createReading(source, options, locate, report, seam);
  const stop = readXml(text, reading.handler, limits, reading.entities, clean);
  if (stop) found.push(stopped(stop, text));
  const { format, head, entries, boardDocs } = reading.result();
  return {
    format,
    found: boardDocs ? found.filter(({ rule }) => rule !== extensionAttribute) : found,
    head,
    entries,
    text,
    locate,
  };
}

function stopped({ why, message, offset }: XmlStop, text: string): Found {
  if (why === "malformed" && /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 2000)))
    return { rule: isHtml, place: { offset: 0 } };
  const rules = {
    malformed,
    depth: tooDeep,
    time: tooSlow,
    entity: undefinedEntity,
    elements: tooManyElements,
    faults: tooManyFaults,
  };
  const limit = String(why === "faults" ? MOST_FAULTS : MOST_ELEMENTS);
  return { rule: rules[why], place: { offset, values: { reason: message, limit } } };
}

/** The text that is read; behind a head that was read once, each entry in turn makes it another. */
export interface Source {
  text: string;
  clean: boolean;
  /** Lower case. */
  readonly encoding: string;
}

/** The judging of a document while it is read. */
export interface Reading {
  readonly handler: XmlHandler;
  readonly entities: () => Readonly<Record<string, string>>;
  /** Elements that are open, the innermost first. */
  open(): readonly Element[];
  /** Remembers how far the reading is. @returns goes back there */
  mark(): () => void;
  result(): { format: "rss" | "atom" | null; head: HeadFacts; entries: readonly EntryFacts[]; boardDocs: boolean };
}

export function createReading(
  source: Source,
  options: CheckOptions,
  locate: Locate,
  report: (rule: RuleText, place: Place) => void,
  seam: number | undefined,
): Reading {
  const profile = options.profile ?? "core";
  const doctype = createDoctype(profile, report);
  const entries: EntryFacts[] = [];
  let format: "rss" | "atom" | null = null;
  let head = NO_HEAD;
  let boardDocs = false;
  let walk: Walk | undefined;
  let closed = 0;

  const complete = (element: Element) => {
    if (element.kind.entry) entries.push(entryFacts(element, closed, locate));
    else if (element.key === "channel" || element.key === "atom:feed") {
      head = headFacts(element, locate);
      boardDocs = element.children.some(
        ({ key, text }) => key === "docs" && text.trim() === "http://www.rssboard.org/rss-specification",
      );
    }
  };

  return {
    entities: doctype.entities,
    handler: {
      doctype: doctype.read,
      open(tag) {
        if (!walk) {
          const root = readRoot(tag);
          format = root.format;
          if (root.rule) {
            const offset = source.text.lastIndexOf("<", tag.end - 1);
            report(root.rule, { offset, element: tag.name, parent: "root", values: { value: tag.name, uri: tag.uri } });
          }
          const context: Context = {
            profile,
            format: root.format ?? "rss",
            now: options.now,
            addresses: new Set(options.url === undefined ? [] : [options.url]),
            encoding: source.encoding,
            hasRssDoctype: doctype.isRss,
            get source() {
              return source.text;
            },
            get isClean() {
              return source.clean;
            },
            seam,
            rssVersion: tag.attributes.find(({ name }) => name === "version")?.value ?? "2.0",
          };
          walk = createWalk({ context, root: root.kind, core: root.core, questionable, complete }, report);
        }
        walk.open(tag);
      },
      text(text, isLiteral) {
        walk?.text(text, isLiteral);
      },
      close(end) {
        closed = end;
        walk?.close();
      },
    },
    open: () => walk?.around() ?? [],
    mark() {
      const back = walk?.mark();
      const marked = entries.length;
      return () => {
        back?.();
        entries.length = marked;
      };
    },
    result: () => ({ format, head, entries, boardDocs }),
  };
}

interface Doctype {
  read(text: string, end: number): void;
  entities(): Readonly<Record<string, string>>;
  isRss(): boolean;
}

const HTML_ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  [...ENTITY_NAMES].map((name) => [name, "\u00a0"]),
);

/** What a document type says. It is never processed: no entity but those of HTML 4, which RSS 0.91 names, is known from it. */
function createDoctype(profile: string, report: (rule: RuleText, place: Place) => void): Doctype {
  let isRss = false;
  let declared: string[] = [];
  return {
    read(text, end) {
      const offset = Math.max(0, end - text.length - "<!DOCTYPE>".length);
      const [, publicId, systemId] = /PUBLIC\s+["']([^"']*)["']\s+["']([^"']*)["']/.exec(text) ?? [];
      const isNetscape = publicId === "-//Netscape Communications//DTD RSS 0.91//EN";
      const isOld = isNetscape && systemId === "http://my.netscape.com/publish/formats/rss-0.91.dtd";
      isRss = isOld || (isNetscape && systemId === "http://www.rssboard.org/rss-0.91.dtd");
      declared = Array.from(text.matchAll(/<!ENTITY\s+([^\s%]+)\s/g), ([, name = ""]) => name);
      if (isOld) report(oldDoctype, { offset });
      else if (declared.length > 0) report(declaredEntity, { offset });
      else if (!isRss) report(otherDoctype, { offset });
    },
    entities() {
      const html = isRss ? HTML_ENTITIES : {};
      return profile === "w3c" ? { ...html, ...Object.fromEntries(declared.map((name) => [name, ""])) } : html;
    },
    isRss: () => isRss,
  };
}

/** Findings with lines, in the order of their places; those the profile does not mind are left out. */
export function locateAll(found: readonly Found[], options: CheckOptions, locate: Locate): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, place } of found) {
    const finding = toFinding(rule, place, options.profile ?? "core", options.file ?? "", locate);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** By line and column; findings of one place stay as they were found. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const position = ({ location }: Finding) => [location?.line ?? 0, location?.column ?? 0] as const;
  return [...findings].sort((first, second) => {
    const [a, b] = [position(first), position(second)];
    return a[0] - b[0] || a[1] - b[1];
  });
}
