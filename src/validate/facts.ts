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

/** Facts that are undefined are left out. */
function known<Facts extends object>(facts: { [Key in keyof Facts]: Facts[Key] | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as Facts;
}

function alternateOf(element: Element): string | undefined {
  const link = linksOf(element).find((candidate) => relation(candidate) === "alternate");
  return link && attribute(link, "href");
}

function hasPodcast(element: Element): boolean {
  return element.children.some(({ key }) => key.startsWith("itunes:"));
}

/** What an item or entry says that rules about the whole need. */
export function entryFacts(entry: Element, end: number, locate: Locate): EntryFacts {
  const isAtom = entry.context.format === "atom";
  const id = child(entry, isAtom ? "atom:id" : "guid");
  const start = startOf(entry);
  const atomId = isAtom ? undefined : textOf(entry, "atom:id");
  const updated = textOf(entry, "atom:updated");
  const published = textOf(entry, isAtom ? "atom:published" : "pubDate");
  const more = known<Record<string, string>>({
    atomId,
    updated,
    podcast: hasPodcast(entry) ? "yes" : undefined,
    name: id?.name,
    parent: entry.name,
  });
  return {
    ...known<Omit<EntryFacts, "bytes" | "line" | "column">>({
      id: id?.text.trim() || undefined,
      published: published && (isAtom ? readIso(published, "rfc3339") : readRfc822(published)).instant,
      updated: updated && readIso(updated, "rfc3339").instant,
      link: isAtom ? alternateOf(entry) : textOf(entry, "link"),
      more,
    } as never),
    bytes: Buffer.byteLength(entry.context.source.slice(start, end)),
    ...locate(id ? startOf(id) : start),
  };
}

/** What the head says that rules about the whole need. */
export function headFacts(head: Element, locate: Locate): HeadFacts {
  const isAtom = head.context.format === "atom";
  const self = linksOf(head).find((link) => relation(link) === "self");
  const updated = textOf(head, isAtom ? "atom:updated" : "lastBuildDate");
  const children = new Set(head.children.map(({ key }) => key));
  const has = (key: string) => (children.has(key) ? "yes" : undefined);
  const more = known<Record<string, string>>({
    podcast: hasPodcast(head) ? "yes" : undefined,
    language: head.lang !== "" ? "yes" : has("language"),
    category: has("itunes:category"),
    explicit: has("itunes:explicit"),
    owner: has("itunes:owner"),
    encoding: head.context.encoding,
    name: head.name,
  });
  return {
    ...known<Omit<HeadFacts, "line" | "column">>({
      id: textOf(head, "atom:id"),
      updated: updated && (isAtom ? readIso(updated, "rfc3339") : readRfc822(updated)).instant,
      self: self && attribute(self, "href"),
      more,
    } as never),
    ...locate(startOf(head)),
  };
}
