import MarkdownIt from "markdown-it";
import { parseHtmlText, textOfHtml } from "../html.ts";

/** CommonMark with tables and struck text; bare addresses become links. Raw HTML passes: everything is cleaned afterwards. */
const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false });

// Bare words with a dot (`example.md`) are no addresses; only what is written with a scheme becomes a link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

// Then nothing else can be an address, and the pattern that asks so of every paragraph need not look for hosts.
markdown.linkify.pretest = (text) => /\/\/|mailto:/i.test(text);

// CommonMark prints a replacement character for a reference to NUL or to a control; readers lose feeds to less. As HTML has it, those of
// windows-1252 are what they were typed for (`&#150;` is a dash), and the others are nothing.
markdown.core.ruler.before("text_join", "broken_references", ({ tokens }) => {
  for (const token of tokens.flatMap(({ children }) => children ?? []))
    if (token.type === "text_special" && token.info === "entity" && token.content === "\uFFFD")
      token.content = referenceAsInHtml(token.markup);
});

function referenceAsInHtml(reference: string): string {
  return textOfHtml(parseHtmlText(reference)).replace("\uFFFD", "");
}

/** HTML of a Markdown text, not yet cleaned. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** A text's own headline, and the text without it. */
export interface HeadedText {
  readonly heading?: { readonly text: string; readonly line: number };
  readonly body: string;
}

/** The heading of the first level with which a text begins (`# Rain`, or underlined with `=`): the title when front matter has none. */
export function takeHeading(text: string): HeadedText {
  const start = /\S/.exec(text)?.index ?? text.length;
  const line = text.slice(0, start).split("\n").length;
  const rest = text.slice(start);
  const [first = "", second = ""] = rest.split("\n", 2);
  const atx = /^#[ \t]+(\S.*)$/.exec(first);
  if (atx !== null) {
    const heading = (atx[1] ?? "").replace(/[ \t]+#+[ \t]*$/, "");
    return { heading: { text: inlineText(heading), line }, body: rest.slice(first.length + 1) };
  }
  if (first.trim() !== "" && /^=+[ \t]*$/.test(second) && !/^[>\-*+`~|]|^\d+[.)]/.test(first)) {
    return { heading: { text: inlineText(first.trim()), line }, body: rest.slice(first.length + second.length + 2) };
  }
  return { body: text };
}

/** One line of Markdown as plain text: emphasis, code and links give up their words. */
function inlineText(line: string): string {
  const tokens = markdown.parseInline(line, {}).flatMap(({ children }) => children ?? []);
  return tokens
    .map(({ type, content }) =>
      type === "softbreak" || type === "hardbreak" ? " " : type === "html_inline" ? "" : content,
    )
    .join("");
}
