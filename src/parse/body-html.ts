import type { Body } from "../model/draft.ts";
import { escapeMarkup } from "../text.ts";
import { isListItem } from "./copy/layout.ts";
import { renderMarkdown } from "./markdown.ts";

/**
 * HTML of a body, not yet cleaned. The dateline that was taken off plain copy stands before its paragraph again, when given;
 * embargo lines and other orders to desks are left out.
 */
export function bodyHtml(body: Body, dateline?: string): string {
  if (body.format === "html") return body.text;
  if (body.format === "markdown") return renderMarkdown(body.text);
  const parts: string[] = [];
  let items: string[] = [];
  const closeList = () => {
    if (items.length > 0) parts.push(`<ul>\n${items.join("\n")}\n</ul>`);
    items = [];
  };
  const orders = new Set(body.orders);
  for (const [index, paragraph] of body.paragraphs.entries()) {
    if (orders.has(index)) continue;
    if (isListItem(paragraph)) {
      items.push(`<li>${escapeMarkup(paragraph.replace(/^\S+\s+/, ""))}</li>`);
      continue;
    }
    closeList();
    const opening = dateline !== undefined && index === body.opened ? `${dateline} ` : "";
    parts.push(`<p>${escapeMarkup(opening + paragraph)}</p>`);
  }
  closeList();
  return parts.join("\n");
}
