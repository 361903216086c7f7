import { elementsOf, isElement, parseHtmlText, textOfHtml } from "../html.ts";
import { firstSentence } from "../sentence.ts";
import { oneLine, wholeGraphemes } from "../text.ts";

/** Characters a made summary has at most. */
export const LONGEST_SUMMARY = 280;

/** Paragraphs that are looked at: the story is told in the first few. */
const MOST_PARAGRAPHS = 6;

/** Elements whose paragraphs are not the story's own voice. */
const ASIDE = new Set(["blockquote", "figure", "aside", "table", "li", "details"]);

/**
 * The first whole sentences of a story, as plain text of at most 280 characters. A first sentence that is longer is cut at a word.
 *
 * @param html safe content, without notes and related links
 * @param dateline the prefix that opens the story, with its separator; it is left out
 */
export function makeSummary(html: string, dateline: string | undefined): string {
  let summary = "";
  for (const paragraph of paragraphsOf(html)) {
    let rest = withoutDateline(paragraph, summary === "" ? dateline : undefined);
    while (rest !== "") {
      const sentence = firstSentence(rest);
      const longer = summary === "" ? sentence : `${summary} ${sentence}`;
      if (longer.length > LONGEST_SUMMARY) return summary === "" ? cut(sentence) : summary;
      summary = longer;
      rest = rest.slice(sentence.length).trim();
    }
    // One paragraph that says something is a summary; a caption-like first line is not.
    if (summary.length >= 100) return summary;
  }
  return summary;
}

function* paragraphsOf(html: string): Generator<string> {
  let told = 0;
  // The first two mostly say enough, and a long read is not parsed for them.
  for (const part of [openingOf(html), html]) {
    for (const text of paragraphsIn(part).slice(told)) {
      told++;
      yield text;
    }
    if (told === MOST_PARAGRAPHS) return;
  }
  if (told > 0) return;
  const all = oneLine(textOfHtml(parseHtmlText(html)));
  if (all !== "") yield all;
}

/** Everything up to the end of the second paragraph; nothing when a paragraph is open there. */
function openingOf(html: string): string {
  const end = html.indexOf("</p>", html.indexOf("</p>") + 1);
  const opening = html.slice(0, Math.max(0, end));
  return opening.split("<p").length === 3 ? `${opening}</p>` : "";
}

function paragraphsIn(html: string): readonly string[] {
  const found: string[] = [];
  for (const element of elementsOf(parseHtmlText(html))) {
    if (element.name !== "p" || isAside(element)) continue;
    const text = oneLine(textOfHtml(element));
    if (text !== "") found.push(text);
    if (found.length === MOST_PARAGRAPHS) break;
  }
  return found;
}

function isAside(element: { readonly parent: unknown }): boolean {
  let above = element.parent as Parameters<typeof isElement>[0] | null;
  while (above !== null && isElement(above)) {
    if (ASIDE.has(above.name)) return true;
    above = above.parent as typeof above;
  }
  return false;
}

function withoutDateline(paragraph: string, dateline: string | undefined): string {
  return dateline !== undefined && paragraph.startsWith(dateline) ? paragraph.slice(dateline.length).trim() : paragraph;
}

function cut(sentence: string): string {
  const room = wholeGraphemes(sentence, LONGEST_SUMMARY - 1);
  const end = room.lastIndexOf(" ");
  const kept = end > LONGEST_SUMMARY / 2 ? room.slice(0, end) : room;
  return `${kept.replace(/[\s,;:，、،—–-]+$/u, "")}…`;
}
