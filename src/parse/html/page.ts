import { elementsOf, type HtmlDocument, type HtmlElement, textOfHtml } from "../../html.ts";
import { oneLine } from "../../text.ts";
import type { Found } from "./found.ts";

/** A saved page, with everything in it that may be metadata. */
export interface Page {
  readonly root: HtmlDocument;
  readonly text: string;
  /** Every element in document order. */
  readonly elements: readonly HtmlElement[];
  /** `<meta>` by `name`, `property` or `http-equiv` in lower case. */
  readonly metas: ReadonlyMap<string, readonly Found[]>;
  readonly scripts: readonly HtmlElement[];
  /** Elements with `itemprop` that describe the story, by name in lower case. */
  readonly props: ReadonlyMap<string, readonly HtmlElement[]>;
}

/** Whether a text is a story alone, without a page around it: then nothing in it is a menu that has no name. */
export function isFragment({ elements }: Page): boolean {
  return !elements.some(({ name }) => name === "html" || name === "body" || name === "head");
}

/** Looks through a page once. */
export function readPage(root: HtmlDocument, text: string): Page {
  const elements = [...elementsOf(root)];
  const metas = new Map<string, Found[]>();
  const props = new Map<string, HtmlElement[]>();
  const scripts: HtmlElement[] = [];
  for (const element of elements) {
    const { name, attribs } = element;
    if (name === "script" && /^application\/ld\+json\b/i.test(attribs.type?.trim() ?? "")) scripts.push(element);
    if (name === "meta") addMeta(metas, element, text);
    if (attribs.itemprop !== undefined && describesStory(element)) {
      for (const prop of attribs.itemprop.toLowerCase().split(/\s+/)) push(props, prop, element);
    }
  }
  return { root, text, elements, metas, scripts, props };
}

function addMeta(metas: Map<string, Found[]>, element: HtmlElement, text: string): void {
  const { attribs } = element;
  const value = oneLine(attribs.content ?? "");
  if (value === "") return;
  const keys = [attribs.property, attribs.name, attribs["http-equiv"]];
  for (const key of new Set(keys.flatMap((name) => (name === undefined ? [] : name.toLowerCase().split(/\s+/))))) {
    if (key !== "") push(metas, key, { value, name: key, at: placeOfAttribute(element, "content", text) });
  }
}

/**
 * Whether the nearest thing that an element is a property of is a story, or no thing at all: pages also describe their
 * publisher, their menu and other stories.
 */
function describesStory(element: HtmlElement): boolean {
  for (let above = element.parent; above !== null; above = above.parent) {
    if ("attribs" in above && above.attribs.itemscope !== undefined) {
      return /(?:Article|BlogPosting|Report|Review)\b/.test(above.attribs.itemtype ?? "");
    }
  }
  return true;
}

/** The value of a microdata property, by the rules of HTML. */
export function valueOfProp(element: HtmlElement): string {
  const { name, attribs } = element;
  if (attribs.content !== undefined) return oneLine(attribs.content);
  if (name === "time" && attribs.datetime !== undefined) return oneLine(attribs.datetime);
  if (name === "abbr" && attribs.title !== undefined) return oneLine(attribs.title);
  if (name === "a" || name === "link") return oneLine(attribs.href ?? "");
  if (name === "img" || name === "source" || name === "amp-img") return oneLine(attribs.src ?? "");
  return wordsOf(element);
}

/** Nodes that a line of a page has at most; what has more is cut off, and taken for no line by anybody. */
const MOST_NODES = 300;

/** The words of an element that may be a line of the page. */
export function wordsOf(element: HtmlElement): string {
  return oneLine(textOfHtml(element, MOST_NODES).slice(0, 4_000));
}

/** Where the value of an attribute stands; the element itself when it cannot be found. */
export function placeOfAttribute(element: HtmlElement, attribute: string, text: string): number {
  const from = element.startIndex ?? 0;
  const tag = text.slice(from, from + 4_000);
  const found = new RegExp(`\\s${attribute}\\s*=\\s*["']?`, "i").exec(tag);
  return found === null ? from : from + found.index + found[0].length;
}

export function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
