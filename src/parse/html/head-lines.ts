import type { HtmlElement, HtmlNode } from "../../html.ts";
import { endsLikeSentence } from "../../sentence.ts";
import { oneLine } from "../../text.ts";
import { findByline } from "../byline.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
import type { Found } from "./found.ts";
import { type FurnitureKind, isDateLine, isDateText, tokensOf } from "./furniture.ts";
import type { Measures } from "./measure.ts";
import { type Page, placeOfAttribute, wordsOf } from "./page.ts";
import { hasRelation } from "./precedence.ts";
import type { StoryRoot } from "./story-root.ts";

/** What readers see between headline and text, and the headline itself. */
export interface HeadLines {
  readonly headings: readonly Found[];
  /** The elements that hold them. */
  readonly headingElements: readonly HtmlElement[];
  readonly published: readonly Found[];
  readonly updated: readonly Found[];
  readonly bylines: readonly HtmlElement[];
  /** Where the first paragraph of the story begins. */
  readonly start: number;
}

const HEADLINE = new Set(
  "headline entrytitle posttitle articletitle storytitle pagetitle msotitle articleheadline storyheadline newstitle titlepost".split(
    " ",
  ),
);
const BYLINE = new Set(
  "byline bylines author authors authorname bylinename pauthor contributor reporter writer credit-author".split(" "),
);
const PUBLISHED = new Set(
  "published pubdate dtpublished entrydate publishdate datepublished publishedtime postdate posteddate".split(" "),
);
const UPDATED = new Set("updated modified dtupdated datemodified lastupdated lastmodified updatedat".split(" "));

/** Finds the headline, the dates and the bylines that a page shows at the head of its story. */
export function readHeadLines(
  page: Page,
  { root }: StoryRoot,
  furniture: ReadonlyMap<HtmlElement, FurnitureKind>,
  measures: Measures,
  lexicon: CopyLexicon,
): HeadLines {
  const from = root.startIndex ?? 0;
  const to = "name" in root ? (root.endIndex ?? page.text.length) : page.text.length;
  let start = to;
  for (const { startIndex } of measures.paragraphs) {
    if (startIndex !== null && startIndex >= from && startIndex < start) start = startIndex;
  }
  const asides = [...furniture].filter(([, kind]) => kind === "aside").map(([element]) => element);
  const seen = visible(page.elements, asides);
  const headingElements = headingsIn(seen, start, from, to);
  const dates = datesIn(seen, start, measures, page.text);
  return {
    start,
    headingElements,
    headings: headingElements.map((element) => ({
      value: wordsOf(element),
      name: `<${element.name}>`,
      at: element.startIndex ?? 0,
    })),
    bylines: bylinesIn(seen, start, from, measures, lexicon),
    ...dates,
  };
}

/** Elements outside of the boxes beside the story. */
function visible(elements: readonly HtmlElement[], asides: readonly HtmlElement[]): readonly HtmlElement[] {
  let next = 0;
  let until = -1;
  return elements.filter((element) => {
    const at = element.startIndex ?? 0;
    while (next < asides.length && (asides[next]?.startIndex ?? 0) <= at)
      until = Math.max(until, asides[next++]?.endIndex ?? -1);
    return at > until;
  });
}

function headingsIn(seen: readonly HtmlElement[], start: number, from: number, to: number): readonly HtmlElement[] {
  const ranked: { readonly element: HtmlElement; readonly rank: number }[] = [];
  // A sentence opens the text however short it is: what stands below it in small type divides the text.
  let isBelowText = false;
  for (const element of seen) {
    const at = element.startIndex ?? 0;
    if (at >= from && at < start && element.name === "p") isBelowText ||= endsLikeSentence(wordsOf(element));
    const isNamed =
      /^(?:h[1-4]|p|div)$/.test(element.name) &&
      tokensOf(element.attribs).some((token) => HEADLINE.has(token) || (token === "title" && element.name === "p"));
    const isFirst =
      (element.name === "h1" || (/^h[23]$/.test(element.name) && !isBelowText)) && at >= from && at <= to && at < start;
    if (element.name !== "h1" && !isNamed && !isFirst) continue;
    // A headline below the text is that of another story.
    if (at > start && element.name !== "h1") continue;
    const words = wordsOf(element);
    if (words === "" || words.length > 400) continue;
    const rank =
      (isNamed ? 0 : element.name === "h1" ? 2 : 6) +
      (at > start ? 3 : 0) +
      (element.name === "h1" && isFirst ? -1 : 0);
    ranked.push({ element, rank });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ element }) => element)
    .slice(0, 5);
}

function datesIn(
  seen: readonly HtmlElement[],
  start: number,
  measures: Measures,
  text: string,
): Pick<HeadLines, "published" | "updated"> {
  const published: { readonly found: Found; readonly rank: number }[] = [];
  const updated: Found[] = [];
  for (const element of seen) {
    const found = dateOf(element, measures, text);
    if (found === undefined) continue;
    const after = (element.startIndex ?? 0) > start;
    const tokens = nearTokens(element);
    const isPublished = element.attribs.pubdate !== undefined || tokens.some((token) => PUBLISHED.has(token));
    if (
      tokensOf(element.attribs).some((token) => UPDATED.has(token)) &&
      !tokensOf(element.attribs).some((token) => PUBLISHED.has(token))
    )
      updated.push(found);
    else if (
      !isPublished &&
      (tokens.some((token) => UPDATED.has(token)) ||
        /\b(?:updated|modified|aktualisiert|mis à jour|actualizado|atualizado)\b/i.test(labelBefore(element)))
    )
      updated.push(found);
    else if (isPublished || !after)
      published.push({ found, rank: (found.name === "date line" ? 4 : 0) + (isPublished ? 0 : 1) + (after ? 2 : 0) });
  }
  return {
    published: published
      .sort((a, b) => a.rank - b.rank)
      .map(({ found }) => found)
      .slice(0, 3),
    updated: updated.slice(0, 3),
  };
}

function dateOf(element: HtmlElement, measures: Measures, text: string): Found | undefined {
  const { name, attribs } = element;
  const at = element.startIndex ?? 0;
  if (name === "time") {
    const said = oneLine(attribs.datetime ?? "");
    const value = said === "" ? dateIn(wordsOf(element)) : said;
    if (value === "") return undefined;
    return { value, name: "<time>", at: said === "" ? at : placeOfAttribute(element, "datetime", text) };
  }
  const tokens = tokensOf(attribs);
  if (name === "abbr" && attribs.title !== undefined && /\d{4}-\d{2}-\d{2}/.test(attribs.title))
    return { value: oneLine(attribs.title), name: "<abbr>", at: placeOfAttribute(element, "title", text) };
  const words = measures.of(element).text < 120 ? wordsOf(element) : "";
  if (words === "") return undefined;
  const isDate = tokens.some(
    (token) => PUBLISHED.has(token) || UPDATED.has(token) || token === "date" || token === "timestamp",
  );
  if ((isDate && isDateText(words)) || isDateLine(element, measures.of(element)))
    return { value: dateIn(words), name: "date line", at };
  return undefined;
}

/** A date without the words before it. */
export function dateIn(words: string): string {
  return words
    .replace(/^\D{3,20}?:\s*/u, "")
    .replace(/^(?:first )?(?:published|posted|updated|filed|last (?:updated|modified))(?: on| at)?[\s:]+/i, "")
    .replace(/\s*[|·•]\s*/g, " ");
}

function nearTokens(element: HtmlElement): readonly string[] {
  const tokens = [...tokensOf(element.attribs)];
  for (
    let above = element.parent, level = 0;
    above !== null && "attribs" in above && level < 2;
    above = above.parent, level++
  ) {
    if (above.name !== "article" && above.name !== "body") tokens.push(...tokensOf(above.attribs));
  }
  return tokens;
}

/** The words right before an element in its line. */
function labelBefore(element: HtmlElement): string {
  let label = wordsOf(element).slice(0, 30);
  for (
    let node: HtmlNode | null = element.previousSibling, steps = 0;
    node !== null && steps < 3;
    node = node.previousSibling, steps++
  ) {
    if ("data" in node && node.type === "text") label = `${node.data} ${label}`;
    else if ("attribs" in node) label = `${wordsOf(node).slice(-60)} ${label}`;
    if (label.trim().length > 8) break;
  }
  return label.slice(0, 90);
}

/**
 * The innermost elements that name a writer, and those around them that name more: those above the text, else those below it. A line outside of the text that reads like
 * a byline is one, too; within the text, the reading of wire copy finds it.
 */
function bylinesIn(
  seen: readonly HtmlElement[],
  start: number,
  from: number,
  measures: Measures,
  lexicon: CopyLexicon,
): readonly HtmlElement[] {
  const named = seen.filter((element) => {
    if (/^(?:img|meta|link|article|body|html|script)$/.test(element.name)) return false;
    const isNamed = hasRelation(element, "author") || tokensOf(element.attribs).some((token) => BYLINE.has(token));
    const { text } = measures.of(element);
    const isLine =
      !isNamed && (element.startIndex ?? 0) < from && text > 5 && text < 120 && /^(?:p|div|span)$/.test(element.name);
    if (!isNamed && !isLine) return false;
    const words = wordsOf(element);
    if (isLine) return findByline(words, lexicon, false) !== undefined;
    return words.length > 1 && words.length < 160;
  });
  const innermost = named.filter((element, index) => {
    const next = named[index + 1];
    if (next === undefined || (next.startIndex ?? 0) > (element.endIndex ?? 0)) return true;
    // `By <a rel=author>A</a> and B`: the line names more people than have a link.
    const people = findByline(wordsOf(element), lexicon, false)?.filter(({ sort }) => sort === "person") ?? [];
    if (people.length < 2) return false;
    const inside = named.slice(index + 1, index + 1 + people.length);
    return inside.filter(({ startIndex }) => (startIndex ?? 0) < (element.endIndex ?? 0)).length < people.length;
  });
  const above = innermost.filter(({ startIndex }) => (startIndex ?? 0) < start);
  return above.length > 0 ? above : innermost;
}
