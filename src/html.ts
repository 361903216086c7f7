import { parseDocument } from "htmlparser2";

/** The nodes of an HTML text, as htmlparser2 builds them. */
export type HtmlDocument = ReturnType<typeof parseDocument>;
export type HtmlNode = HtmlDocument["childNodes"][number];
export type HtmlElement = Extract<HtmlNode, { readonly attribs: unknown }>;

/** Reads HTML as browsers read it loosely; never fails. The tree may be deep: walk it with a stack of your own. */
export function parseHtmlText(html: string): HtmlDocument {
  return parseDocument(html, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
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

/** The words below a node; blocks are kept apart by a line end. */
export function textOfHtml(root: HtmlNode | HtmlDocument): string {
  const parts: string[] = [];
  const stack: (HtmlNode | HtmlDocument | "\n")[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
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
