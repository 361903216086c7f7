import type { Story } from "../model/article.ts";
import type { FeedHead } from "../model/feed.ts";
import { categoriesOf } from "./categories.ts";
import { libraryDate, printDate } from "./dates.ts";
import { type Element, escapeText } from "./element.ts";
import { cutChannel, cutItem } from "./feed-library.ts";
import { type EntryOptions, GENERATOR, type HeadParts } from "./format.ts";
import { mediaElements } from "./media.ts";
import { joinNames } from "./names-joined.ts";

/** The channel around the items. */
export function rssHead(head: FeedHead): HeadParts {
  const { title, url, description, language, updated, copyright } = head;
  const cut = cutChannel({
    title,
    link: url,
    description,
    language,
    updated: libraryDate(updated),
    generator: GENERATOR,
    docs: "https://www.rssboard.org/rss-specification",
    ...(copyright !== undefined && { copyright }),
    elements: [{ name: "link", text: url }, ...contactOf(head), ...pictureOf(head), ...linksOf(head)],
  });
  return { head: cut.head, tail: `${cut.tail}\n` };
}

/** The item of a story. */
export function rssItem(story: Story, options: EntryOptions): string {
  const { id, url, title, published, updated, summary, language, contributors } = story;
  return cutItem({
    title,
    link: url,
    id,
    published: libraryDate(published),
    // Readers take a description for HTML, so plain text is escaped once for HTML and once for XML.
    description: escapeText(summary),
    language,
    ...(options.content === "full" && { content: story.content }),
    elements: [
      // The library says of every guid that it is no link.
      ...(id === url ? [{ name: "guid", attributes: { isPermaLink: "true" }, text: id }] : []),
      ...creatorsOf(story, options.creators),
      ...contributors.map(({ name }) => ({ name: "dc:contributor", text: name })),
      ...categoriesOf(story).map(({ label, scheme }) => ({
        name: "category",
        attributes: { domain: scheme },
        text: label,
      })),
      { name: "atom:updated", text: printDate(updated) },
      ...enclosureOf(story),
      ...mediaElements(story, options),
    ],
  });
}

/** Never `author`, which is an e-mail address: many readers show it raw, others report an error. */
function creatorsOf({ authors, language }: Story, creators: EntryOptions["creators"]): readonly Element[] {
  const names = authors.map(({ name }) => name);
  if (names.length === 0) return [];
  return (creators === "each" ? names : [joinNames(names, language)]).map((text) => ({ name: "dc:creator", text }));
}

/** Length 0 says that it is unknown. */
function enclosureOf({ enclosure }: Story): readonly Element[] {
  if (enclosure === undefined) return [];
  const { url, type, length = 0 } = enclosure;
  return [{ name: "enclosure", attributes: { url, length: String(length), type } }];
}

function contactOf({ contact, publisher }: FeedHead): readonly Element[] {
  // Brackets would end the name early.
  const name = publisher.replace(/[()]/g, " ").replace(/ +/g, " ").trim();
  return contact === undefined ? [] : [{ name: "managingEditor", text: `${contact} (${name})` }];
}

/**
 * The picture of the channel: the icon, which is likelier than the logo to be within the 144 x 400 pixels that RSS allows. Its size is
 * not known, so none is claimed; forms that RSS does not name are left out.
 */
function pictureOf({ icon, logo, title, url }: FeedHead): readonly Element[] {
  const picture = [icon, logo].find((address) => address !== undefined && !/\.(?:svg|ico|webp|avif)$/i.test(address));
  if (picture === undefined) return [];
  const children = [
    { name: "url", text: picture },
    { name: "title", text: title },
    { name: "link", text: url },
  ];
  return [{ name: "image", children }];
}

function linksOf({ self, hubs }: FeedHead): readonly Element[] {
  return [
    { name: "atom:link", attributes: { rel: "self", type: "application/rss+xml", href: self.rss } },
    ...hubs.map((href) => ({ name: "atom:link", attributes: { rel: "hub", href } })),
  ];
}
