import { type HtmlElement, isElement, parseHtmlText, parseXmlText, textOfHtml } from "../html.ts";
import { oneLine } from "../text.ts";

/** A story as the old feed told it. */
export interface OldItem {
  /** What readers know it by: guid, Atom id, JSON id, else the link. */
  readonly id: string;
  /** As written; absent when there is none. */
  readonly link?: string;
  readonly title: string;
  /** As written. */
  readonly published?: string;
  /** As written. */
  readonly updated?: string;
}

export interface OldFeed {
  readonly title?: string;
  /** The home page. */
  readonly link?: string;
  readonly language?: string;
  readonly items: readonly OldItem[];
}

/**
 * Reads a feed of another system: RSS 2.0 and 1.0, Atom, JSON Feed. Loosely, for the feed may well be why the outlet moves.
 *
 * @returns undefined for what is no feed
 */
export function readOldFeed(bytes: Uint8Array): OldFeed | undefined {
  const text = decoded(bytes);
  if (/^\s*\{/.test(text)) return readJson(text);
  const root = parseXmlText(text).childNodes.find(isElement);
  if (root === undefined) return undefined;
  const name = localName(root);
  if (name === "feed") return readAtom(root);
  return name === "rss" || name === "rdf" ? readRss(root) : undefined;
}

/** The text in the encoding that the XML declaration names, else UTF-8. */
function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const label = /<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // A name that no one knows: most likely it is UTF-8 all the same.
    return new TextDecoder().decode(bytes);
  }
}

function readRss(root: HtmlElement): OldFeed | undefined {
  const channel = childOf(root, "channel");
  if (channel === undefined) return undefined;
  // RSS 1.0 keeps its items beside the channel.
  const items = [...childrenOf(channel, "item"), ...childrenOf(root, "item")];
  return {
    ...headOf(plain(textIn(channel, "title")), textIn(channel, "link"), textIn(channel, "language")),
    items: items.flatMap((item) =>
      itemOf(
        textIn(item, "guid") ?? item.attribs["rdf:about"],
        textIn(item, "link"),
        textIn(item, "title"),
        textIn(item, "pubdate") ?? textIn(item, "date"),
      ),
    ),
  };
}

function readAtom(feed: HtmlElement): OldFeed {
  return {
    ...headOf(plain(textIn(feed, "title")), alternate(feed), feed.attribs["xml:lang"]),
    items: childrenOf(feed, "entry").flatMap((entry) =>
      itemOf(
        textIn(entry, "id"),
        alternate(entry),
        textIn(entry, "title"),
        textIn(entry, "published") ?? textIn(entry, "issued"),
        textIn(entry, "updated") ?? textIn(entry, "modified"),
      ),
    ),
  };
}

function readJson(text: string): OldFeed | undefined {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    // Neither XML nor JSON: the caller says that it is no feed.
    return undefined;
  }
  const { title, home_page_url, language, items } = feed as Readonly<Record<string, unknown>>;
  if (!Array.isArray(items)) return undefined;
  return {
    ...headOf(words(title), words(home_page_url), words(language)),
    items: items.flatMap((item: Readonly<Record<string, unknown>> | null) =>
      item === null || typeof item !== "object"
        ? []
        : itemOf(
            words(item.id),
            words(item.url) ?? words(item.external_url),
            words(item.title),
            words(item.date_published),
            words(item.date_modified),
          ),
    ),
  };
}

function words(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function headOf(title: string | undefined, link: string | undefined, language: string | undefined) {
  return {
    ...(title !== undefined && { title }),
    ...(link !== undefined && { link }),
    ...(language !== undefined && { language }),
  };
}

function itemOf(
  id: string | undefined,
  link: string | undefined,
  title: string | undefined,
  published: string | undefined,
  updated?: string,
): readonly OldItem[] {
  const known = id || link;
  if (known === undefined || known === "") return [];
  return [
    {
      id: known,
      title: plain(title) ?? "",
      ...(link !== undefined && link !== "" && { link }),
      ...(published !== undefined && published !== "" && { published }),
      ...(updated !== undefined && updated !== "" && { updated }),
    },
  ];
}

/** A title without markup: in XML it is HTML to most systems that wrote one. */
function plain(title: string | undefined): string | undefined {
  return title === undefined ? undefined : oneLine(textOfHtml(parseHtmlText(title)));
}

/** The page of a feed or entry: the link without a relation, or with rel="alternate". */
function alternate(node: HtmlElement): string | undefined {
  return childrenOf(node, "link").find(({ attribs }) => (attribs.rel ?? "alternate") === "alternate")?.attribs.href;
}

function childrenOf(node: HtmlElement, name: string): readonly HtmlElement[] {
  return node.childNodes.filter((child): child is HtmlElement => isElement(child) && localName(child) === name);
}

function childOf(node: HtmlElement, name: string): HtmlElement | undefined {
  return childrenOf(node, name)[0];
}

/** The words in the first child of a name that has any: `atom:link` beside `link` has none. */
function textIn(node: HtmlElement, name: string): string | undefined {
  return childrenOf(node, name)
    .map((child) => textOf(child).trim())
    .find((text) => text !== "");
}

function textOf(node: HtmlElement): string {
  let text = "";
  const stack = [...node.childNodes].reverse();
  for (let child = stack.pop(); child !== undefined; child = stack.pop()) {
    if (child.type === "text" && "data" in child) text += child.data;
    else if ("childNodes" in child) for (const below of [...child.childNodes].reverse()) stack.push(below);
  }
  return text;
}

/** The name of an element without its prefix. */
function localName({ name }: HtmlElement): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}
