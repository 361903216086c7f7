import { type HtmlElement, parseHtmlText, textOfHtml } from "../../html.ts";
import type { Problem } from "../../model/diagnostic.ts";
import { escapeMarkup, oneLine } from "../../text.ts";
import type { Found } from "./found.ts";
import { type JsonNode, readJsonText } from "./json-text.ts";

export type LinkedItem = ReadonlyMap<string, JsonNode>;

/** Everything that the JSON-LD of a page describes. */
export interface LinkedData {
  /** Descriptions of a story, in the order of the page. */
  readonly articles: readonly LinkedItem[];
  /** Descriptions of the page around it, which some plugins give dates and names. */
  readonly pages: readonly LinkedItem[];
  readonly byId: ReadonlyMap<string, LinkedItem>;
  readonly problems: readonly Problem[];
}

/** schema.org's kinds of article. */
const ARTICLE =
  /^(?:\w*Article|NewsArticle|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|\w*NewsArticle|Review|CriticReview)$/;

const PAGE = /^(?:WebPage|ItemPage|AboutPage)$/;

/** Items that are looked at; a page has a handful. */
const MOST_ITEMS = 5_000;

/** Reads the scripts of type `application/ld+json`; what cannot be read is told, the rest is used. */
export function readLinkedData(scripts: readonly HtmlElement[], text: string): LinkedData {
  const articles: LinkedItem[] = [];
  const pages: LinkedItem[] = [];
  const byId = new Map<string, LinkedItem>();
  const problems: Problem[] = [];
  for (const script of scripts) {
    const [first] = script.childNodes;
    const from = first?.startIndex ?? script.startIndex ?? 0;
    const to = (script.childNodes.at(-1)?.endIndex ?? from - 1) + 1;
    if (text.slice(from, to).trim() === "") continue;
    const { node, flaw } = readJsonText(text, from, to);
    if (flaw !== undefined) problems.push(flawed(flaw, node !== undefined, from));
    const open: JsonNode[] = node === undefined ? [] : [node];
    for (let looked = 0; open.length > 0 && looked < MOST_ITEMS; looked++) {
      const { value } = open.shift() as JsonNode;
      if (Array.isArray(value)) open.push(...(value as readonly JsonNode[]).slice(0, MOST_ITEMS));
      if (!(value instanceof Map)) continue;
      const item = value as LinkedItem;
      const types = typesOf(item);
      if (types.some((type) => ARTICLE.test(type))) articles.push(item);
      else if (types.some((type) => PAGE.test(type))) pages.push(item);
      const id = item.get("@id")?.value;
      // A mention (`{"@id": …}`) does not take the place of the description.
      if (typeof id === "string" && item.size > 1 && !byId.has(id)) byId.set(id, item);
      for (const name of ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "image"]) {
        const member = item.get(name);
        if (member !== undefined && typeof member.value === "object") open.push(member);
      }
    }
  }
  return { articles, pages, byId, problems };
}

/** The names of an item's types, without the address of the vocabulary. */
export function typesOf(item: LinkedItem): readonly string[] {
  return itemsOf(item.get("@type")).flatMap(({ value }) =>
    typeof value === "string" ? [value.replace(/^.*[/:#]/, "")] : [],
  );
}

/** One value or each of several; `@list` and `@set` are lists. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  if (Array.isArray(node.value)) return node.value as readonly JsonNode[];
  if (node.value instanceof Map) {
    const list = node.value.get("@list") ?? node.value.get("@set");
    if (list !== undefined) return itemsOf(list);
  }
  return [node];
}

/** The item that a node is, or names by its `@id`. */
export function itemOf(node: JsonNode, { byId }: Pick<LinkedData, "byId">): LinkedItem | undefined {
  if (!(node.value instanceof Map)) return undefined;
  const item = node.value as LinkedItem;
  const id = item.get("@id")?.value;
  return (typeof id === "string" && item.size <= 2 ? byId.get(id) : undefined) ?? item;
}

/** The text of a node: itself, `@value`, or the `name` of what it describes. */
export function textOfNode(node: JsonNode | undefined, ...names: readonly string[]): string | undefined {
  if (node === undefined) return undefined;
  const { value } = node;
  if (typeof value === "string" || typeof value === "number") return plainText(String(value));
  if (!(value instanceof Map)) return undefined;
  for (const name of ["@value", ...names]) {
    const [member] = itemsOf(value.get(name));
    const text = member === undefined ? undefined : textOfNode({ at: member.at, value: scalar(member) });
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The texts of one member of an item, with their places. */
export function memberTexts(item: LinkedItem, name: string, ...inside: readonly string[]): readonly Found[] {
  return itemsOf(item.get(name)).flatMap((node) => {
    const value = textOfNode(node, ...inside);
    return value === undefined ? [] : [{ value, name: `JSON-LD ${name}`, at: node.at }];
  });
}

function scalar({ value }: JsonNode): string | number | null {
  return typeof value === "string" || typeof value === "number" ? value : null;
}

/** Content systems write `&#8217;` and `&amp;quot;` into their JSON, where no browser reads references. */
function plainText(text: string): string | undefined {
  let plain = text;
  for (let round = 0; round < 2 && /&(?:#\w{1,8}|\w{2,31});/.test(plain); round++) {
    plain = textOfHtml(parseHtmlText(escapeMarkup(plain).replaceAll("&amp;", "&")));
  }
  const line = oneLine(plain);
  return line === "" ? undefined : line;
}

function flawed(flaw: string, used: boolean, at: number): Problem {
  return {
    code: "html/json-ld",
    severity: "warning",
    message: used
      ? `Cannot read the JSON-LD as JSON (${flaw}): it was read as it is meant, write it without`
      : `Cannot read the JSON-LD (${flaw}): the other metadata of the page is used, repair it or take it out`,
    at: { offset: at },
  };
}
