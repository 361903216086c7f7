import { DomHandler, Parser, parseDocument } from "htmlparser2";

/** The nodes of an HTML text, as htmlparser2 builds them. */
export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument["childNodes"][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;

/** Reads HTML as browsers read it loosely; never fails. The tree may be deep: walk it with a stack of your own. */
export function parseHtmlText(html: string): HtmlDocument {
  return parseDocument(html, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
}

/** Elements inside elements that a page may have; browsers stop at 512. Deeper ones cost the parser quadratic time. */
export const DEEPEST_PAGE = 1_000;

/** Elements that a page may have. The longest live blogs have a third of that. */
export const MOST_ELEMENTS = 50_000;

/** A whole page that is too deep or too large to be anything that people read. */
export type PageResult = { readonly page: HtmlDocument } | { readonly limit: "depth" | "elements" };

/** Reads a page as `parseHtmlText` does, with the place of every node in the text, unless it is beyond a limit. */
export function parsePage(html: string): PageResult {
  const handler = new BoundedHandler(undefined, { withStartIndices: true, withEndIndices: true });
  handler.isReplacing = !html.includes("\uFFFD");
  const parser = new Parser(handler, {
    decodeEntities: true,
    lowerCaseTags: true,
    lowerCaseAttributeNames: true,
  });
  writeUntil(parser, html, () => handler.limit !== undefined);
  if (handler.limit !== undefined) return { limit: handler.limit };
  parser.end();
  return handler.limit === undefined ? { page: handler.root } : { limit: handler.limit };
}

/** Whether a text has as many tags as an element has around it in no page. */
export function hasManyTags(text: string): boolean {
  let at = -1;
  for (let tags = 0; tags <= DEEPEST_PAGE; tags++) {
    at = text.indexOf("<", at + 1);
    if (at === -1) return false;
  }
  return true;
}

/** Whether elements stand deeper inside each other than in any page. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  let isDeep = false;
  const parser = new Parser({
    onopentag() {
      if (++depth > DEEPEST_PAGE) isDeep = true;
    },
    onclosetag() {
      depth--;
    },
  });
  writeUntil(parser, html, () => isDeep);
  return isDeep;
}

/** Gives a text to a parser piece by piece, until it is beyond a limit. */
function writeUntil(parser: Parser, html: string, isBeyond: () => boolean): void {
  for (let at = 0; at < html.length && !isBeyond(); at += CHUNK) parser.write(html.slice(at, at + CHUNK));
}

/** Characters between two looks at the limits. */
const CHUNK = 16_384;

/** Builds no more of a page once it is beyond a limit. */
class BoundedHandler extends DomHandler {
  limit: "depth" | "elements" | undefined;
  /** Whether U+FFFD in a text is what the parser makes of `&#0;` and its like, which nobody meant: then it goes. */
  isReplacing = false;
  private depth = 0;
  private elements = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.depth > DEEPEST_PAGE) this.limit = "depth";
    if (++this.elements > MOST_ELEMENTS) this.limit = "elements";
    super.onopentag(name, attributes);
  }

  override ontext(text: string): void {
    super.ontext(this.isReplacing ? text.replaceAll("\uFFFD", "") : text);
  }

  override onclosetag(): void {
    this.depth--;
    super.onclosetag();
  }
}

/** Reads XML loosely, for documents of strangers that need not be well-formed. What is published is never read with this. */
export function parseXmlText(xml: string): HtmlDocument {
  return parseDocument(xml, { xmlMode: true, decodeEntities: true });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "attribs" in node;
}

/** Every element below a node in document order. No recursion: 50,000 nested elements are no stack overflow. */
export function* elementsOf(root: HtmlDocument | HtmlElement): Generator<HtmlElement> {
  const stack: HtmlNode[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) yield node;
    if ("childNodes" in node)
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index] as HtmlNode);
  }
}

/** Elements whose words are no text of the story. */
const SILENT = new Set(["script", "style", "template", "noscript", "head", "title"]);

/** Elements that end a line of text. */
const BLOCKS = new Set(
  "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
);

/**
 * The words below a node; blocks are kept apart by a line end.
 *
 * @param most nodes that are looked at, for callers who want to know whether an element holds a line
 */
export function textOfHtml(root: HtmlNode | HtmlDocument, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = [];
  let left = most;
  const stack: (HtmlNode | HtmlDocument | "\n")[] = [root];
  for (let node = stack.pop(); node !== undefined && left > 0; node = stack.pop(), left--) {
    if (node === "\n") parts.push("\n");
    else if (node.type === "text" && "data" in node) parts.push(node.data);
    else if ("childNodes" in node) {
      const name = "name" in node ? node.name : "";
      if (SILENT.has(name)) continue;
      if (BLOCKS.has(name)) stack.push("\n");
      for (let index = node.childNodes.length - 1; index >= 0; index--) stack.push(node.childNodes[index] as HtmlNode);
      if (BLOCKS.has(name)) stack.push("\n");
    }
  }
  return parts.join("");
}
