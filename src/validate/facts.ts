import { linksOf } from "./atom/links.ts";
import { relation } from "./atom/relation.ts";
import type { Element } from "./element.ts";
import { attribute, child, startOf } from "./element.ts";
import type { EntryFacts, HeadFacts } from "./finding.ts";
import type { Locate } from "./rule.ts";
import { readIso, readRfc822 } from "./values/date-text.ts";

function textOf(element: Element, key: string): string | undefined {
  const text = child(element, key)?.text.trim();
  return text === "" ? undefined : text;
}

function alternateOf(element: Element): string | undefined {
  const link = linksOf(element).find((candidate) => relation(candidate) === "alternate");
  return link && attribute(link, "href");
}

function hasPodcast(element: Element): boolean {
  return element.children.some(({ key }) => key.startsWith("itunes:"));
}

/** What an item or entry says that rules about the whole need. Its place and size are worked out when somebody asks. */
export function entryFacts(entry: Element, end: number, locate: Locate): EntryFacts {
  const isAtom = entry.context.format === "atom";
  const idElement = child(entry, isAtom ? "atom:id" : "guid");
  const id = idElement?.text.trim();
  const atomId = isAtom ? undefined : textOf(entry, "atom:id");
  const updatedText = textOf(entry, "atom:updated");
  const publishedText = textOf(entry, isAtom ? "atom:published" : "pubDate");
  const published = publishedText && (isAtom ? readIso(publishedText, "rfc3339") : readRfc822(publishedText)).instant;
  const updated = updatedText && readIso(updatedText, "rfc3339").instant;
  const link = isAtom ? alternateOf(entry) : textOf(entry, "link");
  const { source } = entry.context;
  const more: Record<string, string> = { parent: entry.name };
  if (idElement) more.name = idElement.name;
  if (atomId !== undefined) more.atomId = atomId;
  if (updatedText !== undefined) more.updated = updatedText;
  if (hasPodcast(entry)) more.podcast = "yes";
  // Properties that are put on one by one: spreading them costs more than everything else here.
  const facts: { -readonly [key in keyof EntryFacts]: EntryFacts[key] } = {
    more,
    get bytes() {
      return Buffer.byteLength(source.slice(startOf(entry), end));
    },
    get line() {
      return locate(startOf(idElement ?? entry)).line;
    },
    get column() {
      return locate(startOf(idElement ?? entry)).column;
    },
  };
  if (id) facts.id = id;
  if (typeof published === "number") facts.published = published;
  if (typeof updated === "number") facts.updated = updated;
  if (link !== undefined) facts.link = link;
  return facts;
}

/** What the head says that rules about the whole need. */
export function headFacts(head: Element, locate: Locate): HeadFacts {
  const isAtom = head.context.format === "atom";
  const selfLink = linksOf(head).find((link) => relation(link) === "self");
  const self = selfLink && attribute(selfLink, "href");
  const text = textOf(head, isAtom ? "atom:updated" : "lastBuildDate");
  const updated = text && (isAtom ? readIso(text, "rfc3339") : readRfc822(text)).instant;
  const id = textOf(head, "atom:id");
  const children = new Set(head.children.map(({ key }) => key));
  return {
    ...(id !== undefined && { id }),
    ...(typeof updated === "number" && { updated }),
    ...(self !== undefined && { self }),
    more: {
      name: head.name,
      encoding: head.context.encoding,
      ...(hasPodcast(head) && { podcast: "yes" }),
      ...((head.lang !== "" || children.has("language")) && { language: "yes" }),
      ...(children.has("itunes:category") && { category: "yes" }),
      ...(children.has("itunes:explicit") && { explicit: "yes" }),
      ...(children.has("itunes:owner") && { owner: "yes" }),
    },
    get line() {
      return locate(startOf(head)).line;
    },
    get column() {
      return locate(startOf(head)).column;
    },
  };
}
