import { type HtmlDocument, type HtmlElement, type HtmlNode, isElement } from "../../html.ts";
import { endsLikeSentence } from "../../sentence.ts";

/** What an element holds, in characters of text. */
export interface Measure {
  /** All text, and how much of it is in links. */
  text: number;
  linked: number;
  /** Text of story paragraphs: long enough, hardly linked, ending like a sentence. */
  story: number;
  links: number;
  pictures: number;
  /** Headings of the first level. */
  headlines: number;
}

/** Measures of every element that counts, and the blocks whose own words are a paragraph of a story. */
export interface Measures {
  readonly of: (node: HtmlElement | HtmlDocument) => Measure;
  readonly paragraphs: ReadonlySet<HtmlElement | HtmlDocument>;
}

/** Elements without words of a story. */
export const WORDLESS: ReadonlySet<string> = new Set(
  "script style template noscript head title select option textarea button svg object canvas iframe".split(" "),
);

/** Elements that stand inside a line of text. */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr o:p nobr".split(
    " ",
  ),
);

export function isInline({ name }: HtmlElement): boolean {
  return INLINE.has(name);
}

/** Letters of the shortest paragraph that is taken for one; scripts that write words in one character need fewer. */
const SHORTEST = 40;
const SHORTEST_DENSE = 16;

interface Own {
  text: string[];
  length: number;
  linked: number;
}

/** Measures a page without the elements in `dropped`, in one pass. */
export function measure(root: HtmlDocument, dropped: ReadonlySet<HtmlNode>): Measures {
  const measures = new Map<HtmlElement | HtmlDocument, Measure>();
  const owns = new Map<HtmlElement | HtmlDocument, Own>();
  const order: (HtmlElement | HtmlDocument)[] = [];
  type Step = {
    readonly node: HtmlNode | HtmlDocument;
    readonly block: HtmlElement | HtmlDocument;
    readonly inLink: boolean;
  };
  const stack: Step[] = [{ node: root, block: root, inLink: false }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { node } = step;
    if (node.type === "text" && "data" in node) {
      addText(owns, step.block, node.data, step.inLink);
      continue;
    }
    if (!("childNodes" in node) || ("name" in node && WORDLESS.has(node.name))) continue;
    const element = node as HtmlElement | HtmlDocument;
    if (isElement(element as HtmlNode) && dropped.has(element as HtmlElement)) continue;
    order.push(element);
    const isBlock = !("name" in element) || !isInline(element);
    const block = isBlock ? element : step.block;
    const inLink = step.inLink || ("name" in element && element.name === "a");
    measures.set(element, {
      text: 0,
      linked: 0,
      story: 0,
      links: "name" in element && element.name === "a" ? 1 : 0,
      pictures: "name" in element && /^(?:img|amp-img|picture|video|audio|iframe)$/.test(element.name) ? 1 : 0,
      headlines: "name" in element && element.name === "h1" ? 1 : 0,
    });
    for (let index = element.childNodes.length - 1; index >= 0; index--)
      stack.push({ node: element.childNodes[index] as HtmlNode, block, inLink });
  }
  const paragraphs = new Set<HtmlElement | HtmlDocument>();
  for (const element of order.reverse()) {
    const own = owns.get(element);
    const sum = measures.get(element) as Measure;
    if (own !== undefined) {
      sum.text += own.length;
      sum.linked += own.linked;
      if (isStory(own)) {
        sum.story += own.length;
        paragraphs.add(element);
      }
    }
    const above = element.parent === null ? undefined : measures.get(element.parent as HtmlElement);
    if (above === undefined) continue;
    above.text += sum.text;
    above.linked += sum.linked;
    above.story += sum.story;
    above.links += sum.links;
    above.pictures += sum.pictures;
    above.headlines += sum.headlines;
  }
  const nothing: Measure = { text: 0, linked: 0, story: 0, links: 0, pictures: 0, headlines: 0 };
  return { of: (node) => measures.get(node) ?? nothing, paragraphs };
}

function addText(
  owns: Map<HtmlElement | HtmlDocument, Own>,
  block: HtmlElement | HtmlDocument,
  text: string,
  inLink: boolean,
): void {
  const words = text.replace(/\s+/g, " ");
  const length = words.trim().length;
  if (length === 0) return;
  let own = owns.get(block);
  if (own === undefined) {
    own = { text: [], length: 0, linked: 0 };
    owns.set(block, own);
  }
  own.text.push(words);
  own.length += length;
  if (inLink) own.linked += length;
}

function isStory({ text, length, linked }: Own): boolean {
  if (length < SHORTEST_DENSE || linked > length * 0.5) return false;
  const words = text.join("").trim();
  const dense = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/.test(words.slice(0, 200));
  if (length < (dense ? SHORTEST_DENSE : SHORTEST)) return false;
  return length > 160 || endsLikeSentence(words) || /[!?！？؟…)\]]["'”’»)\]]*$/.test(words);
}
