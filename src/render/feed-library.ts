import { type Author, Feed, type FeedOptions, type Item } from "feed";
import { byName, compact, doubled, sections } from "./compact.ts";
import { type Cut, contentAfterTitle, cutBefore, cutEmptyList, cutOut, replaceStart } from "./cut.ts";
import { type Element, escapeAttribute } from "./element.ts";
import { ATOM_NAMESPACES, RSS_NAMESPACES } from "./namespaces.ts";

// feed 6.0.0 gets a good deal wrong; what is done about it here is held by test/render/feed-library.test.ts, which fails once the
// library no longer needs it. An entry is a feed of one item and a head a feed of none, less what the empty wrapper prints.

/** What the library itself prints of an RSS channel, and the elements that replace or follow its own. */
export interface LibraryChannel {
  readonly title: string;
  readonly link: string;
  readonly description: string;
  readonly language: string;
  readonly updated: Date;
  readonly generator: string;
  readonly docs: string;
  readonly copyright?: string;
  /** Printed after the library's own, in this order; those of one name together. */
  readonly elements: readonly Element[];
}

/** What the library itself prints of an RSS item, and the elements that replace or follow its own. */
export interface LibraryItem {
  readonly title: string;
  readonly link: string;
  readonly id: string;
  readonly published: Date;
  /** HTML. */
  readonly description: string;
  readonly language: string;
  /** HTML. */
  readonly content?: string;
  /** Printed after the library's own, in this order; those of one name together. */
  readonly elements: readonly Element[];
}

/** A person as the library names one. */
export interface LibraryPerson {
  readonly name: string;
  readonly url?: string;
}

/** What the library itself prints of an Atom feed. */
export interface LibraryFeed {
  readonly author: LibraryPerson;
  readonly generator: string;
  readonly subtitle: string;
  readonly logo?: string;
  readonly icon?: string;
  readonly rights?: string;
}

/** What the library itself prints of an Atom entry. */
export interface LibraryEntry {
  /** HTML. */
  readonly content?: string;
  readonly authors: readonly LibraryPerson[];
  readonly contributors: readonly LibraryPerson[];
}

/** An RSS channel without items. */
export function cutChannel(channel: LibraryChannel): Cut {
  const feed = new Feed({
    title: doubled(channel.title),
    link: channel.link,
    description: doubled(channel.description),
    language: channel.language,
    updated: channel.updated,
    generator: doubled(channel.generator),
    docs: channel.docs,
    ...(channel.copyright !== undefined && { copyright: doubled(channel.copyright) }),
  });
  extend(feed, "_attributes", RSS_NAMESPACES);
  for (const [name, elements] of byName(channel.elements)) extend(feed, name, elements.map(compact));
  return cutBefore(feed.rss2(), RSS_TAIL);
}

/** An RSS item, indented as in its channel. */
export function cutItem(item: LibraryItem): string {
  const feed = wrapper();
  const extended = extensions();
  extend(extended, "_attributes", { "xml:lang": escapeAttribute(item.language) });
  extend(extended, "title", { _text: doubled(item.title) });
  extend(extended, "link", { _text: doubled(item.link) });
  // Through `content` the library would declare namespaces on the root, and cut a text with two "]]>" wrongly.
  if (item.content !== undefined) extend(extended, "content:encoded", { _cdata: sections(item.content) });
  for (const [name, elements] of byName(item.elements)) extend(extended, name, elements.map(compact));
  feed.addItem({
    title: item.title,
    link: item.link,
    id: doubled(item.id),
    date: item.published,
    published: item.published,
    description: sections(item.description) as unknown as string,
    extensions: extended.extensions,
  });
  return cutOut(feed.rss2(), RSS_WRAPPER);
}

/** An Atom feed without entries. `opening` takes the place of its root's tag, id, title and updated. */
export function cutFeed(head: LibraryFeed, opening: string): Cut {
  const feed = new Feed({
    ...SLOTS,
    author: person(head.author),
    generator: head.generator,
    description: doubled(head.subtitle),
    ...(head.logo !== undefined && { image: doubled(head.logo) }),
    ...(head.icon !== undefined && { favicon: doubled(head.icon) }),
    ...(head.rights !== undefined && { copyright: doubled(head.rights) }),
  });
  const cut = cutBefore(feed.atom1(), ATOM_TAIL);
  return { ...cut, head: replaceStart(cut.head, FEED_OPENING, opening) };
}

/**
 * An Atom entry, indented as in its feed. `opening` takes the place of its tag, title, id, link and updated; `closing`, lines each
 * after a line end, comes last.
 */
export function cutEntry(entry: LibraryEntry, opening: string, closing: string): string {
  const feed = wrapper();
  feed.addItem({
    title: SLOTS.title,
    id: SLOTS.id,
    link: SLOT_LINK,
    date: SLOTS.updated,
    ...(entry.content !== undefined && { content: sections(entry.content) as unknown as string }),
    author: entry.authors.map(person),
    contributor: entry.contributors.map(person),
    copyright: SLOTS.title,
  });
  const { head } = cutBefore(cutOut(feed.atom1(), ATOM_WRAPPER), `\n        <rights>slot</rights>${ENTRY_TAIL}`);
  return replaceStart(head, ENTRY_OPENING, opening) + closing + ENTRY_TAIL;
}

/** A JSON Feed without items, with further keys in their order after the library's own. Keys that are undefined are not printed. */
export function cutJsonFeed(
  options: { readonly title: string; readonly link: string; readonly description: string; readonly self: string },
  keys: Readonly<Record<string, unknown>>,
): Cut {
  const { self, ...rest } = options;
  const feed = new Feed({ ...rest, feedLinks: { json: self } });
  for (const [name, value] of Object.entries(keys)) extend(feed, name, value);
  return cutEmptyList(feed.json1());
}

/** An item of a JSON Feed, indented as in its feed, with further keys in their order after the library's own. */
export function cutJsonItem(
  item: { readonly id: string; readonly link: string; readonly title: string; readonly content?: string },
  keys: Readonly<Record<string, unknown>>,
): string {
  const feed = new Feed(SLOTS);
  const extended = extensions();
  // The library leaves an empty title out.
  extend(extended, "title", item.title);
  for (const [name, value] of Object.entries(keys)) extend(extended, name, value);
  // Without a date the library prints none, and those of ours come where the specification has them.
  const { content, ...rest } = item;
  feed.addItem({
    ...rest,
    ...(content !== undefined && { content }),
    date: undefined as unknown as Date,
    extensions: extended.extensions,
  });
  const printed = cutOut(feed.json1(), JSON_WRAPPER);
  return content === undefined ? printed : contentAfterTitle(printed);
}

/** Stand where our own words go in Atom, which has no extensions in this library. Replaced by place, never searched for in a text. */
const SLOTS = { id: "urn:slot:id", title: "slot", updated: new Date(0) } as const satisfies FeedOptions;
const SLOT_LINK = "https://slot.invalid/";

const FEED_OPENING = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="${ATOM_NAMESPACES.xmlns}">
    <id>urn:slot:id</id>
    <title>slot</title>
    <updated>1970-01-01T00:00:00.000Z</updated>`;
const ENTRY_OPENING = `    <entry>
        <title type="html"><![CDATA[slot]]></title>
        <id>urn:slot:id</id>
        <link href="${SLOT_LINK}"/>
        <updated>1970-01-01T00:00:00.000Z</updated>`;
const ENTRY_TAIL = "\n    </entry>";
const ATOM_TAIL = "\n</feed>";
const RSS_TAIL = "\n    </channel>\n</rss>";

const ATOM_WRAPPER = cutBefore(wrapper().atom1(), ATOM_TAIL);
const RSS_WRAPPER = cutBefore(wrapper().rss2(), RSS_TAIL);
const JSON_WRAPPER = cutEmptyList(new Feed(SLOTS).json1());

/** The feed that an entry is rendered in. */
function wrapper(): Feed {
  const feed = new Feed({ ...SLOTS, link: SLOT_LINK, generator: false });
  extend(feed, "_attributes", RSS_NAMESPACES);
  return feed;
}

/** A list of extensions in the making; `Feed` is one too. */
interface Extensible {
  readonly extensions: NonNullable<Item["extensions"]>;
}

function extensions(): Extensible {
  return { extensions: [] };
}

/** The library takes any value for an extension, though its types say records only. */
function extend({ extensions }: Extensible, name: string, value: unknown): void {
  extensions.push({ name, objects: value as Record<string, unknown> });
}

function person({ name, url }: LibraryPerson): Author {
  return { name: doubled(name), ...(url !== undefined && { link: url }) };
}
