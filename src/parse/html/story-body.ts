import type { HtmlElement, HtmlNode } from "../../html.ts";
import type { Credit, RelatedLine } from "../../model/draft.ts";
import { fold } from "../../text.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
import type { Found } from "./found.ts";
import { type FurnitureKind, holdsBlocksOfStory, tokensOf } from "./furniture.ts";
import type { HeadLines } from "./head-lines.ts";
import { isInline, type Measures } from "./measure.ts";
import { type Opening, openingLines } from "./opening-lines.ts";
import { isFragment, type Page, wordsOf } from "./page.ts";
import { printStory } from "./print.ts";
import { findRelated, isRelatedBox, linksOf } from "./related-blocks.ts";
import type { StoryRoot } from "./story-root.ts";

/** The story of a page, and what stood in it beside the story. */
export interface StoryBody extends Omit<Opening, "body"> {
  readonly text: string;
  readonly related: readonly RelatedLine[];
}

/** What is known of a page before its story is cut out of it. */
export interface KnownPage {
  readonly page: Page;
  readonly story: StoryRoot;
  readonly furniture: ReadonlyMap<HtmlElement, FurnitureKind>;
  readonly measures: Measures;
  readonly head: HeadLines;
  readonly titles: readonly Found[];
  readonly summary: Found | undefined;
  readonly credits: readonly Credit[];
}

/** Cuts the story out of its page: without furniture, related stories, and what the metadata gives, too. */
export function storyBodyOf(
  { page, story: { root, by }, furniture, measures, head, titles, summary, credits }: KnownPage,
  lexicon: CopyLexicon,
): StoryBody {
  const from = root.startIndex ?? 0;
  const to = "name" in root ? (root.endIndex ?? page.text.length) : page.text.length;
  const isInside = ({ startIndex }: HtmlElement) => startIndex !== null && startIndex >= from && startIndex <= to;
  const dropped = new Set<HtmlNode>(furniture.keys());
  const shown = page.elements.filter((element) => isInside(element) && measures.of(element).text > 0);
  const boxes = [...furniture.keys()].filter((element) => isInside(element) && isRelatedBox(element));
  const inText = findRelated(shown, measures, lexicon);
  for (const element of inText.elements) dropped.add(element);
  for (const element of repeatsOf(shown, head, titles, summary)) dropped.add(element);
  for (const byline of head.bylines) {
    const line = lineAround(byline);
    const { text, story } = measures.of(line);
    if (isInside(line) && text < LONGEST_BYLINE && story === 0 && !holdsBlocksOfStory(line)) dropped.add(line);
  }
  if ((by === "paragraphs" || by === "main") && !isFragment(page)) {
    for (const element of shown)
      if (isLinkList(element, measures, (element.startIndex ?? 0) < head.start ? 1 : 2)) dropped.add(element);
  }
  const opening = openingLines(printStory(root, dropped, leadFigures(page, root, measures)), titles, credits);
  return {
    ...opening,
    text: opening.body,
    related: [...boxes.flatMap((box) => linksOf(box, lexicon)), ...inText.related],
  };
}

/** Characters of the longest line that names a writer. */
const LONGEST_BYLINE = 160;

/** The block that an element stands in. */
function lineAround(element: HtmlElement): HtmlElement {
  let line = element;
  while (isInline(line) && line.parent !== null && "attribs" in line.parent) line = line.parent as HtmlElement;
  return line;
}

/** Pictures that stand between headline and text, outside of the element that holds the text. */
function leadFigures(page: Page, root: StoryRoot["root"], measures: Measures): readonly HtmlElement[] {
  const above = "name" in root ? articleAround(root) : undefined;
  if (above === undefined) return [];
  const from = above.startIndex ?? 0;
  const to = root.startIndex ?? 0;
  return page.elements
    .filter(({ name, startIndex }) => name === "figure" && startIndex !== null && startIndex > from && startIndex < to)
    .filter((figure) => measures.of(figure).pictures > 0 && (figure.endIndex ?? 0) < to)
    .slice(0, 3);
}

function articleAround(root: HtmlElement): HtmlElement | undefined {
  for (let above = root.parent; above !== null && "attribs" in above; above = above.parent) {
    if (/^(?:article|main)$/.test(above.name)) return above as HtmlElement;
  }
  return undefined;
}

const STANDFIRST = new Set("standfirst dek deck subtitle subheadline subhead summary excerpt description".split(" "));

/** The headline, and the standfirst that the metadata gives, too. */
function repeatsOf(
  shown: readonly HtmlElement[],
  head: HeadLines,
  titles: readonly Found[],
  summary: Found | undefined,
): readonly HtmlElement[] {
  const keys = new Set(titles.map(({ value }) => fold(value)));
  const said = summary === undefined ? undefined : fold(summary.value);
  return shown.filter((element) => {
    if (!/^(?:h[1-6]|p|div|title|hgroup)$/.test(element.name)) return false;
    const before = (element.startIndex ?? 0) < head.start;
    if (element.name === "h1" && before) return true;
    const isStandfirst =
      tokensOf(element.attribs).some((token) => STANDFIRST.has(token)) || /^h[2-6]$/.test(element.name);
    if (!before && !isStandfirst) return false;
    const words = wordsOf(element);
    if (words.length > 600) return false;
    return (before && keys.has(fold(words))) || (isStandfirst && said !== undefined && fold(words) === said);
  });
}

/** A menu without a name: links, and next to nothing else. */
function isLinkList(element: HtmlElement, measures: Measures, least: number): boolean {
  if (!/^(?:ul|ol|div|table|section|td|tr|p|dl|center)$/.test(element.name)) return false;
  const { text, linked, links, story, pictures } = measures.of(element);
  return links >= least && story === 0 && pictures === 0 && linked > text * 0.8;
}
