import type { HtmlDocument, HtmlElement } from "../../html.ts";
import { tokensOf } from "./furniture.ts";
import type { Measures } from "./measure.ts";
import type { Page } from "./page.ts";

/** Where the story of a page stands, and what said so. */
export interface StoryRoot {
  readonly root: HtmlElement | HtmlDocument;
  readonly by: "articleBody" | "class" | "article" | "main" | "paragraphs";
}

/** Class names and ids that content systems give to the text of a story and to nothing else. */
const BODY_NAMES = new Set(
  "entrycontent postcontent articlecontent storycontent newscontent articlebody storybody postbody entrybody newsbody articletext storytext posttext bodytext articlecopy storycopy bodycopy contentbody richtextstorybody articlemain ghcontent postfullcontent bodymarkup availablecontent fieldnamebody fieldnamefieldbody articlebodycontent articlebodytext tdpostcontent postdetail articledetail newsdetail storydetail detailtext mwparseroutput elementorwidgetthemepostcontent wpblockpostcontent".split(
    " ",
  ),
);

/** Names that also stand for the column around it. */
const COLUMN_NAMES = new Set("maincontent bodymain contentmain singlecontent wysiwyg story article content".split(" "));

/** Share of the page's story that a container must hold to be believed. */
const ENOUGH = 0.4;

/**
 * The element that holds the story: the one that says so, else `<article>`, `<main>`, else the smallest one outside of which no
 * paragraph of a story stands.
 */
export function findStoryRoot(page: Page, measures: Measures): StoryRoot {
  const whole = measures.of(page.root).story;
  const marked = ofMost(page.props.get("articlebody") ?? [], measures);
  if (marked !== undefined && measures.of(marked).story > whole * 0.2)
    return { root: widened(marked, measures), by: "articleBody" };
  const classed = ofMost(
    page.elements.filter((element) => isNamed(element, BODY_NAMES)),
    measures,
  );
  if (classed !== undefined && measures.of(classed).story > whole * ENOUGH)
    return { root: widened(classed, measures), by: "class" };
  const article = ofMost(
    page.elements.filter(
      (element) => element.name === "article" || element.attribs.role === "article" || isNamed(element, COLUMN_NAMES),
    ),
    measures,
  );
  if (article !== undefined && measures.of(article).story > whole * ENOUGH) return { root: article, by: "article" };
  const main = ofMost(
    page.elements.filter(({ name, attribs }) => name === "main" || attribs.role === "main"),
    measures,
  );
  if (main !== undefined && measures.of(main).story > whole * ENOUGH) return { root: main, by: "main" };
  return { root: smallest(page.root, measures), by: "paragraphs" };
}

function isNamed({ name, attribs }: HtmlElement, names: ReadonlySet<string>): boolean {
  if (!/^(?:div|section|article|td|main)$/.test(name)) return false;
  return tokensOf(attribs).some((token) => names.has(token));
}

/** The element with most of the story; of equal ones the innermost. */
function ofMost(elements: readonly HtmlElement[], measures: Measures): HtmlElement | undefined {
  let best: HtmlElement | undefined;
  for (const element of elements) {
    const story = measures.of(element).story;
    if (story > 0 && story >= (best === undefined ? 1 : measures.of(best).story)) best = element;
  }
  return best;
}

/** A story that goes on outside of its container, within the same article, is wanted whole. */
function widened(element: HtmlElement, measures: Measures): HtmlElement {
  const story = measures.of(element).story;
  let widest = element;
  for (let above = element.parent; above !== null && "attribs" in above; above = above.parent) {
    const outer = above as HtmlElement;
    const says = outer.name === "article" || /(?:Article|BlogPosting)\b/.test(outer.attribs.itemtype ?? "");
    if (says && outer.name !== "html" && outer.name !== "body" && measures.of(outer).story > story) widest = outer;
  }
  return widest;
}

function smallest(document: HtmlDocument, measures: Measures): HtmlElement | HtmlDocument {
  let root: HtmlElement | HtmlDocument = document;
  for (;;) {
    const story: number = measures.of(root).story;
    const pictures: number = measures.of(root).pictures;
    if (story === 0 || measures.paragraphs.has(root)) return root;
    const inner: HtmlElement | undefined = root.childNodes.find(
      (node): node is HtmlElement => "attribs" in node && measures.of(node).story === story,
    );
    if (inner === undefined || /^(?:p|blockquote|ul|ol|li|h[1-6]|pre|figure)$/.test(inner.name)) return root;
    // A picture beside the paragraphs is likely the story's, one among links a banner.
    const { pictures: kept, links } = measures.of(inner);
    if (kept < pictures && inner.name !== "body" && links >= measures.of(root).links / 2) return root;
    root = inner;
  }
}
