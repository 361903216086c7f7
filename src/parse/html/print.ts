import { type HtmlDocument, type HtmlElement, type HtmlNode, isElement } from "../../html.ts";
import { escapeMarkup } from "../../text.ts";
import { isInline } from "./measure.ts";

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/** Elements that go with everything in them. */
const SILENT = new Set("script style template noscript head title meta link base".split(" "));

/** Elements that hold paragraphs: loose text in them is one. */
const FLOW = new Set(
  "div section article main body html center td header footer aside form fieldset address".split(" "),
);

/** Elements that mark nothing that a feed keeps: what is in them stands for itself. */
const TRANSPARENT = new Set("div font center html body main article section header footer aside form o:p".split(" "));

type Step = HtmlNode | string;

/**
 * The HTML of a story without what was dropped. Loose text, also between pairs of `<br>`, becomes paragraphs, as the reading of bylines
 * and datelines wants them; attributes that run or style go. No recursion: pages may be deep.
 *
 * @param lead elements outside of the root that open the story: its first picture
 */
export function printStory(
  root: HtmlElement | HtmlDocument,
  dropped: ReadonlySet<HtmlNode>,
  lead: readonly HtmlElement[] = [],
): string {
  const parts: string[] = [];
  const stack: Step[] = [...lead, ...flow(root, dropped, true)].reverse();
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (typeof step === "string") {
      parts.push(step);
      continue;
    }
    if (step.type === "text" && "data" in step) parts.push(escapeMarkup(step.data).replaceAll("&quot;", '"'));
    if (!isElement(step) || dropped.has(step) || SILENT.has(step.name)) continue;
    const open = `<${step.name}${attributesOf(step)}>`;
    if (VOID.has(step.name)) {
      parts.push(open);
      continue;
    }
    if (step.name === "iframe") {
      parts.push(open, "</iframe>");
      continue;
    }
    if (step.name === "p") {
      pushAll(stack, paragraphs(step, open, dropped));
      continue;
    }
    const marksNothing =
      TRANSPARENT.has(step.name) && step.attribs.lang === undefined && step.attribs.dir === undefined;
    const inside = FLOW.has(step.name) || marksNothing ? flow(step, dropped, holdsParagraphs(step)) : step.childNodes;
    if (marksNothing) pushAll(stack, inside);
    else pushAll(stack, [open, ...inside, `</${step.name}>${isInline(step) ? "" : "\n"}`]);
  }
  return parts.join("").trim();
}

/** Loose text is a paragraph, but not in a cell, a caption or an item of a list. */
function holdsParagraphs({ name, parent }: HtmlElement): boolean {
  return (
    name !== "td" &&
    !(parent !== null && "name" in parent && /^(?:figure|figcaption|li|td|th|a|dd|dt)$/.test(parent.name))
  );
}

function pushAll(stack: Step[], steps: readonly Step[]): void {
  for (let index = steps.length - 1; index >= 0; index--) stack.push(steps[index] as Step);
}

/** The children of a container, runs of text and inline elements made paragraphs. */
function flow(container: HtmlElement | HtmlDocument, dropped: ReadonlySet<HtmlNode>, wrap: boolean): readonly Step[] {
  const steps: Step[] = [];
  let run: HtmlNode[] = [];
  const children = flattened(container, dropped);
  const close = () => {
    const pieces = piecesOf(run);
    const divided = pieces.length > 1 || children.some((node) => isElement(node) && !isInline(node));
    for (const piece of pieces) {
      if (wrap || divided) steps.push("<p>", ...piece, "</p>\n");
      else steps.push(...piece);
    }
    run = [];
  };
  for (const node of children) {
    if (isElement(node) && !isInline(node)) {
      close();
      steps.push(node);
    } else run.push(node);
  }
  close();
  return steps;
}

/** A paragraph, or several when pairs of `<br>` divide it. */
function paragraphs(element: HtmlElement, open: string, dropped: ReadonlySet<HtmlNode>): readonly Step[] {
  return piecesOf(flattened(element, dropped)).flatMap((piece) => [open, ...piece, "</p>\n"]);
}

/** Children that are not dropped, `<font>` and its like, and spans around blocks, replaced by their own. */
function flattened(container: HtmlElement | HtmlDocument, dropped: ReadonlySet<HtmlNode>): readonly HtmlNode[] {
  const flat: HtmlNode[] = [];
  const stack: HtmlNode[] = [...container.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) {
      if (dropped.has(node) || SILENT.has(node.name)) continue;
      if (
        node.name === "font" ||
        node.name === "o:p" ||
        (/^(?:span|b|strong|i|em|big|small)$/.test(node.name) && dividesText(node))
      ) {
        for (let index = node.childNodes.length - 1; index >= 0; index--)
          stack.push(node.childNodes[index] as HtmlNode);
        continue;
      }
      flat.push(node);
    } else if (node.type === "text") flat.push(node);
  }
  return flat;
}

/** Whether an inline element holds blocks, or a pair of `<br>`. */
function dividesText(element: HtmlElement): boolean {
  let breaks = 0;
  for (const node of element.childNodes) {
    if (isElement(node)) {
      if (node.name === "br") breaks++;
      else if (!isInline(node)) return true;
      else breaks = 0;
    } else if (node.type === "text" && "data" in node && node.data.trim() !== "") breaks = 0;
    if (breaks > 1) return true;
  }
  return false;
}

/** Runs of nodes divided by two or more `<br>`; empty ones are none. */
function piecesOf(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const pieces: HtmlNode[][] = [];
  let piece: HtmlNode[] = [];
  let breaks = 0;
  const end = (): void => {
    while (piece.length > 0 && isGap(piece.at(-1))) piece.pop();
    while (piece.length > 0 && isGap(piece[0])) piece.shift();
    if (piece.length > 0) pieces.push(piece);
    piece = [];
  };
  for (const node of nodes) {
    if (isElement(node) && node.name === "br") breaks++;
    else if (!isGap(node)) {
      if (breaks > 1) end();
      breaks = 0;
    }
    piece.push(node);
  }
  end();
  return pieces;
}

/** Nodes that are looked at to see that an inline element is empty: editors leave a few in each other. */
const MOST_EMPTY = 20;

function isGap(node: HtmlNode | undefined): boolean {
  if (node === undefined) return false;
  if (isElement(node)) return node.name === "br" || isEmpty(node);
  return !("data" in node) || node.type !== "text" || node.data.trim() === "";
}

/** `<span></span>`, `<b>&nbsp;</b>`: what is left of a line without words. */
function isEmpty(element: HtmlElement): boolean {
  const stack: HtmlNode[] = [element];
  let left = MOST_EMPTY;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (left-- === 0) return false;
    if (isElement(node)) {
      if (!isInline(node) || /^(?:img|picture|code|kbd|source)$/.test(node.name)) return false;
      stack.push(...node.childNodes.slice(0, MOST_EMPTY));
    } else if ("data" in node && node.type === "text" && node.data.trim() !== "") return false;
  }
  return true;
}

function attributesOf({ attribs }: HtmlElement): string {
  return Object.entries(attribs)
    .filter(([name]) => /^[a-z][\w:-]*$/.test(name) && !/^(?:on|style$|class$|id$|data-|aria-|item|role$)/.test(name))
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join("");
}
