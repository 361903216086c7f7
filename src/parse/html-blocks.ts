import { parseHtmlText, textOfHtml } from "../html.ts";
import type { TextBlock } from "./markdown-blocks.ts";

const TAG = /<(\/?)(p|blockquote|figure|aside|table|ul|ol|pre)\b[^>]{0,2000}>/gi;

/** The paragraphs of an HTML body that stand in no quotation, list, table or figure, in order. */
export function htmlBlocks(body: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let inside = 0;
  let open: { readonly from: number; readonly content: number } | undefined;
  const close = (content: number, to: number) => {
    if (open === undefined) return;
    const text = textOfHtml(parseHtmlText(body.slice(open.content, content)))
      .replace(/\s+/g, " ")
      .trim();
    if (text !== "") blocks.push({ text, from: open.from, to });
    open = undefined;
  };
  for (const match of body.matchAll(TAG)) {
    const [tag, slash, name = ""] = match;
    const end = match.index + tag.length;
    if (name.toLowerCase() === "p") {
      // An unclosed paragraph ends where the next one begins (HTML 13.1.2.4).
      if (slash === "/") close(match.index, end);
      else {
        close(match.index, match.index);
        if (inside === 0) open = { from: match.index, content: end };
      }
      continue;
    }
    close(match.index, match.index);
    inside = Math.max(0, inside + (slash === "/" ? -1 : 1));
  }
  close(body.length, body.length);
  return blocks;
}
