import { type HtmlElement, type HtmlNode, isElement } from "../../html.ts";
import type { RelatedLine } from "../../model/draft.ts";
import { oneLine } from "../../text.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
import { readRelated } from "../copy/related.ts";
import { tokensOf } from "./furniture.ts";
import { type Measures, WORDLESS } from "./measure.ts";
import { wordsOf } from "./page.ts";

/** Boxes with these words in their class lead to stories that belong to this one; `popular` and its like do not. */
const RELATED_BOX = new Set(
  "related relatedposts relatedstories relatedarticles readmore readnext alsoread seealso interstitial".split(" "),
);

/** Links of one box at most. */
const MOST = 20;

/** Whether an element that is furniture holds stories related to this one. */
export function isRelatedBox({ attribs }: HtmlElement): boolean {
  return tokensOf(attribs).some((token) => RELATED_BOX.has(token));
}

/** The stories that a box or list links to. */
export function linksOf(box: HtmlElement, lexicon: CopyLexicon): readonly RelatedLine[] {
  const lines = new Map<string, RelatedLine>();
  const stack: HtmlNode[] = [box];
  for (let node = stack.pop(); node !== undefined && lines.size < MOST; node = stack.pop()) {
    if (!isElement(node) || WORDLESS.has(node.name)) continue;
    const url = node.name === "a" ? addressOf(node) : undefined;
    const title = url === undefined ? "" : wordsOf(node);
    if (url !== undefined && title.length > 12 && title.length < 250 && !lines.has(url)) {
      const reading = readRelated(title, lexicon);
      lines.set(url, { title: reading !== undefined && "line" in reading ? reading.line.title : title, url });
    }
    for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index] as HtmlNode);
  }
  return [...lines.values()];
}

/** Related stories within the text, and the elements that say nothing else. */
export interface RelatedInText {
  readonly related: readonly RelatedLine[];
  readonly elements: readonly HtmlElement[];
}

/**
 * `Read more: <a>…</a>` paragraphs, and lists of links below a heading that is a marker (`Related stories`). A list with words
 * beside its links stays.
 */
export function findRelated(elements: readonly HtmlElement[], measures: Measures, lexicon: CopyLexicon): RelatedInText {
  const related: RelatedLine[] = [];
  const taken: HtmlElement[] = [];
  let until = -1;
  for (const element of elements) {
    if ((element.startIndex ?? 0) <= until) continue;
    if (!/^(?:p|div|h[2-6]|strong|b|span|section|aside|header|li)$/.test(element.name)) continue;
    const size = measures.of(element);
    if (size.text === 0 || size.text > 400 || (measures.paragraphs.has(element) && size.links === 0)) continue;
    const line = /^(?:p|div|li|section|aside)$/.test(element.name)
      ? linkedLine(element, size.links, lexicon)
      : undefined;
    if (line !== undefined) {
      related.push(line);
      taken.push(element);
      until = element.endIndex ?? until;
      continue;
    }
    if (size.text > 60 || size.links > 1) continue;
    const reading = readRelated(wordsOf(element), lexicon);
    if (reading === undefined || !("heads" in reading)) continue;
    const list = listBelow(element, measures);
    if (list === undefined) continue;
    related.push(...linksOf(list, lexicon));
    taken.push(element, list);
    until = list.endIndex ?? until;
  }
  return { related, elements: taken };
}

/** `Read more: <a href="U">T</a>`, read as `Read more: [T](U)` is. */
function linkedLine(element: HtmlElement, links: number, lexicon: CopyLexicon): RelatedLine | undefined {
  if (links !== 1) return undefined;
  let link: HtmlElement | undefined;
  const stack: HtmlNode[] = [element];
  for (let node = stack.pop(); node !== undefined && link === undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.name === "a") link = node;
    stack.push(...node.childNodes);
  }
  const url = link === undefined ? undefined : addressOf(link);
  if (link === undefined || url === undefined) return undefined;
  const title = wordsOf(link);
  const text = wordsOf(element);
  const at = text.indexOf(title);
  if (title === "" || at === -1 || /[[\]()]/.test(title) || /[\s()]/.test(url)) return undefined;
  const reading = readRelated(`${text.slice(0, at)}[${title}](${url})${text.slice(at + title.length)}`, lexicon);
  return reading === undefined || !("line" in reading) ? undefined : { ...reading.line, url };
}

/** The list of links that follows a marker, or the rest of the box that the marker heads. */
function listBelow(marker: HtmlElement, measures: Measures): HtmlElement | undefined {
  let from: HtmlElement = marker;
  for (let level = 0; level < 3; level++) {
    const next = followingElement(from);
    if (next !== undefined) {
      const { text, linked, links, story } = measures.of(next);
      return links > 0 && linked >= text * 0.7 && story === 0 ? next : undefined;
    }
    if (from.parent === null || !("attribs" in from.parent)) return undefined;
    from = from.parent as HtmlElement;
  }
  return undefined;
}

function followingElement(element: HtmlElement): HtmlElement | undefined {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling) {
    if (isElement(next)) return next;
    if (next.type === "text" && "data" in next && next.data.trim() !== "") return undefined;
  }
  return undefined;
}

function addressOf({ attribs }: HtmlElement): string | undefined {
  const href = oneLine(attribs.href ?? "");
  return /^(?:https?:\/\/|\/(?!\/)|[\w.][\w./-]*$)/i.test(href) && !/^\w+:(?!\/\/)/.test(href) ? href : undefined;
}
