import type { Media, Story } from "../model/article.ts";
import type { FeedHead, Tombstone } from "../model/feed.ts";
import { categoriesOf } from "./categories.ts";
import { printDate } from "./dates.ts";
import { type Element, printAttributes, printElement } from "./element.ts";
import { cutEntry, cutFeed } from "./feed-library.ts";
import { type EntryOptions, GENERATOR, type HeadParts } from "./format.ts";
import { mediaElements } from "./media.ts";
import { ATOM_NAMESPACES, TOMBSTONES } from "./namespaces.ts";
import { newsElements } from "./news.ts";

/** The feed around the entries. Tombstones stand in it, before the entries. */
export function atomHead(head: FeedHead): HeadParts {
  const { id, title, description, language, updated, publisher, logo, icon, copyright } = head;
  const root = `<feed${printAttributes({ ...ATOM_NAMESPACES, "xml:lang": language })}>`;
  const elements: readonly Element[] = [
    { name: "id", text: id },
    { name: "title", attributes: TEXT, text: title },
    { name: "updated", text: printDate(updated) },
    ...linksOfFeed(head),
  ];
  const cut = cutFeed(
    {
      author: { name: publisher },
      generator: GENERATOR,
      subtitle: description,
      ...(logo !== undefined && { logo }),
      ...(icon !== undefined && { icon }),
      ...(copyright !== undefined && { rights: copyright }),
    },
    `<?xml version="1.0" encoding="utf-8"?>\n${root}\n${lines(elements, "    ")}`,
  );
  const tombstones = head.tombstones.map((tombstone) => `\n${printElement(deletedEntry(tombstone), "    ")}`).join("");
  return { head: cut.head + tombstones, tail: `${cut.tail}\n` };
}

/** The entry of a story. */
export function atomEntry(story: Story, options: EntryOptions): string {
  const { id, title, published, updated, summary, language, authors, contributors } = story;
  const opening: readonly Element[] = [
    { name: "title", attributes: TEXT, text: title },
    { name: "id", text: id },
    ...linksOfEntry(story),
    { name: "published", text: printDate(published) },
    { name: "updated", text: printDate(updated) },
    // Readers show either of the two, so both are the words.
    ...categoriesOf(story).map(({ label, scheme }) => ({
      name: "category",
      attributes: { term: label, scheme, label },
    })),
    { name: "summary", attributes: TEXT, text: summary },
  ];
  // After the content: feedparser 6.0.10 takes a media:description before it for the content.
  const closing = [...mediaElements(story, options), ...newsElements(story)];
  return cutEntry(
    { authors, contributors, ...(options.content === "full" && { content: story.content }) },
    `    <entry${printAttributes({ "xml:lang": language })}>\n${lines(opening, "        ")}`,
    closing.map((element) => `\n${printElement(element, "        ")}`).join(""),
  );
}

const TEXT = { type: "text" };

function lines(elements: readonly Element[], indent: string): string {
  return elements.map((element) => printElement(element, indent)).join("\n");
}

/** The page first, with its relation and type written out: three readers take the first link, whatever it is. */
function linksOfFeed({ url, self, hubs }: FeedHead): readonly Element[] {
  return [
    link({ rel: "alternate", type: "text/html", href: url }),
    link({ rel: "self", type: "application/atom+xml", href: self.atom }),
    ...hubs.map((href) => link({ rel: "hub", href })),
  ];
}

function linksOfEntry({ url, enclosure, related }: Story): readonly Element[] {
  return [
    link({ rel: "alternate", type: "text/html", href: url }),
    ...enclosureLink(enclosure),
    ...related.flatMap(({ title, url: href }) => (href === undefined ? [] : [link({ rel: "related", href, title })])),
  ];
}

/** A picture whose length is not known is media:content alone: without its length a link says nothing that this does not. */
function enclosureLink(enclosure: Media | undefined): readonly Element[] {
  if (enclosure === undefined) return [];
  const { url: href, type, length } = enclosure;
  if (length === undefined && type.startsWith("image/")) return [];
  return [link({ rel: "enclosure", type, length: length?.toString(), href })];
}

function link(attributes: Readonly<Record<string, string | undefined>>): Element {
  return { name: "link", attributes };
}

/** @see https://www.rfc-editor.org/rfc/rfc6721#section-3 */
function deletedEntry({ id, when, reason }: Tombstone): Element {
  return {
    name: "at:deleted-entry",
    attributes: { "xmlns:at": TOMBSTONES, ref: id, when: printDate(when) },
    ...(reason !== undefined && { children: [{ name: "at:comment", text: reason }] }),
  };
}
