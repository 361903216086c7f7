import { SaxesParser } from "saxes";
import type { FeedFormat } from "../../src/model/feed.ts";

/** An element as a strict parser with namespaces sees it. */
export interface Node {
  readonly name: string;
  /** Namespace and local name: `{http://www.w3.org/2005/Atom}entry`; of an RSS element the name alone. */
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

interface Growing extends Node {
  readonly children: Growing[];
  text: string;
}

export const ATOM = "{http://www.w3.org/2005/Atom}";
export const DC = "{http://purl.org/dc/elements/1.1/}";
export const MEDIA = "{http://search.yahoo.com/mrss/}";
export const NEWS = "{urn:wireroom:news:1}";
export const TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}";
export const ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded";

/** The root of a document; throws at the first thing that is not well-formed or bound to no namespace. */
export function readXml(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const top: Growing = { name: "", key: "", attributes: {}, children: [], text: "" };
  const stack: Growing[] = [top];
  const here = () => stack.at(-1) ?? top;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, uri, local, attributes }) => {
    const node: Growing = {
      name,
      key: uri === "" ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])),
      children: [],
      text: "",
    };
    here().children.push(node);
    stack.push(node);
  });
  const text = (part: string) => {
    here().text += part;
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("No root");
  return root;
}

export function childrenOf(node: Node, key: string): readonly Node[] {
  return node.children.filter((child) => child.key === key);
}

/** The one child of a key; throws where there is none or there are several. */
export function childOf(node: Node, key: string): Node {
  const [child, ...more] = childrenOf(node, key);
  if (child === undefined || more.length > 0) throw new Error(`${key}: ${more.length + 1}`);
  return child;
}

export function textsOf(node: Node, key: string): readonly string[] {
  return childrenOf(node, key).map(({ text }) => text);
}

/** What a document says of one story, in one form for all three formats. */
export interface Told {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** Seconds. */
  readonly published: number;
  readonly updated: number;
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly labels: readonly string[];
  readonly language: string | undefined;
  readonly summary: string | undefined;
  readonly content: string | undefined;
  readonly image: string | undefined;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  readonly enclosure: string | undefined;
  readonly corrections: readonly string[];
  readonly retracted: string | undefined;
}

/** What a document says of its stories, in its order. */
export function readStories(format: FeedFormat, document: string): readonly Told[] {
  if (format === "rss") return childrenOf(childOf(readXml(document), "channel"), "item").map(ofItem);
  if (format === "atom") return childrenOf(readXml(document), `${ATOM}entry`).map(ofEntry);
  return JSON.parse(document).items.map(ofJsonItem);
}

function ofItem(item: Node): Told {
  return {
    id: childOf(item, "guid").text,
    url: childOf(item, "link").text,
    title: childOf(item, "title").text,
    published: seconds(childOf(item, "pubDate").text),
    updated: seconds(childOf(item, `${ATOM}updated`).text),
    authors: textsOf(item, `${DC}creator`),
    contributors: textsOf(item, `${DC}contributor`),
    labels: textsOf(item, "category"),
    language: item.attributes["xml:lang"],
    summary: shownHtml(childOf(item, "description").text),
    content: textsOf(item, ENCODED)[0],
    enclosure: childrenOf(item, "enclosure")[0]?.attributes.url,
    ...ofExtensions(item),
  };
}

function ofEntry(entry: Node): Told {
  const links = childrenOf(entry, `${ATOM}link`);
  const linked = (rel: string) => links.find(({ attributes }) => attributes.rel === rel)?.attributes.href;
  const names = (key: string) => childrenOf(entry, key).map((person) => childOf(person, `${ATOM}name`).text);
  return {
    id: childOf(entry, `${ATOM}id`).text,
    url: linked("alternate"),
    title: childOf(entry, `${ATOM}title`).text,
    published: seconds(childOf(entry, `${ATOM}published`).text),
    updated: seconds(childOf(entry, `${ATOM}updated`).text),
    authors: names(`${ATOM}author`),
    contributors: names(`${ATOM}contributor`),
    labels: childrenOf(entry, `${ATOM}category`).map(({ attributes }) => attributes.label ?? ""),
    language: entry.attributes["xml:lang"],
    summary: childOf(entry, `${ATOM}summary`).text,
    content: textsOf(entry, `${ATOM}content`)[0],
    enclosure: linked("enclosure"),
    ...ofExtensions(entry),
  };
}

function ofExtensions(node: Node): Pick<Told, "image" | "caption" | "credit" | "corrections" | "retracted"> {
  const image = childrenOf(node, `${MEDIA}content`)[0];
  return {
    image: image?.attributes.url,
    caption: image && textsOf(image, `${MEDIA}description`)[0],
    credit: image && textsOf(image, `${MEDIA}credit`)[0],
    corrections: textsOf(node, `${NEWS}correction`),
    retracted: textsOf(node, `${NEWS}retracted`)[0],
  };
}

interface JsonItem {
  readonly [key: string]: string | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: what a JSON text holds is what the tests ask
function ofJsonItem(item: any): Told {
  const { id, url, title, summary, image, language, tags = [], authors = [], attachments = [], _wireroom = {} } = item;
  return {
    id,
    url,
    title,
    published: seconds(item.date_published),
    updated: seconds(item.date_modified),
    authors: authors.map(({ name }: JsonItem) => name),
    contributors: (_wireroom.contributors ?? []).map(({ name }: JsonItem) => name),
    labels: tags,
    language,
    summary,
    content: item.content_html,
    image,
    caption: _wireroom.image?.caption,
    credit: _wireroom.image?.credit,
    enclosure: attachments[0]?.url,
    corrections: (_wireroom.corrections ?? []).map(({ text }: JsonItem) => text),
    retracted: _wireroom.retracted?.reason,
  };
}

function seconds(text: string): number {
  return Date.parse(text) / 1000;
}

/** A description is HTML: what a reader shows of it. */
function shownHtml(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
