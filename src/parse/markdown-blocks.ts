import { isAsciiLetter } from "../text.ts";

/** A paragraph of plain text in a Markdown body, and where it stands. */
export interface TextBlock {
  /** One line, white space normalised, without marks of emphasis; links stay as they are written. */
  readonly text: string;
  /** From its first character to behind its last, in UTF-16 units of the body. */
  readonly from: number;
  readonly to: number;
  /** Whether it is a block quotation: a note or a related line that is set apart, else words of somebody. */
  readonly quoted?: boolean;
}

/** A block quotation of one paragraph: every line has the mark. */
const QUOTED = /^> ?[^\s>#|*+-].*(?:\n> ?[^\s>].*)*\s*$|^> ?\*\*.*(?:\n> ?[^\s>].*)*\s*$/;

/** How a block begins that is no paragraph of text: list, quote, heading, table, code, HTML, rule, picture, definition. */
const NO_TEXT = /^(?:[#>|<]|[-*+] |\d{1,9}[.)] |```|~~~|[-*_][ \t]*[-*_][ \t]*[-*_][-*_\s]*$| {4}|\t|!\[|\[[^\]]*\]:)/;

const FENCE = /^ {0,3}(```|~~~)/;

/**
 * The paragraphs of text in a Markdown body, in order. Only blank lines are looked at: enough to find a byline, dateline or bio, and
 * far cheaper than rendering a body that no feed may ever show.
 */
export function textBlocks(body: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const spaced = isPlainlySpaced(body);
  let fence: string | undefined;
  let start = -1;
  let at = 0;
  const close = (end: number) => {
    if (start === -1) return;
    const source = body.slice(start, end);
    const quoted = source.startsWith(">") && source.length < 2000 && QUOTED.test(source);
    const plain = quoted ? source.replace(/^> ?/gm, "") : source;
    // Nothing but text begins with a letter.
    if (isAsciiLetter(plain.charCodeAt(0)) || !NO_TEXT.test(plain)) {
      const text = withoutEmphasis(oneSpaced(plain.trim(), spaced));
      blocks.push({ text, from: start, to: start + source.trimEnd().length, ...(quoted && { quoted }) });
    }
    start = -1;
  };
  while (at <= body.length) {
    const newline = body.indexOf("\n", at);
    const end = newline === -1 ? body.length : newline;
    const mark = mayBeFence(body.charCodeAt(at)) ? FENCE.exec(body.slice(at, Math.min(end, at + 6)))?.[1] : undefined;
    if (fence !== undefined) {
      if (mark === fence) fence = undefined;
    } else if (mark !== undefined) {
      close(at);
      fence = mark;
    } else if (at === end || (mayBeBlank(body.charCodeAt(at)) && body.slice(at, end).trim() === "")) close(at);
    else if (start === -1) start = at;
    if (newline === -1) break;
    at = newline + 1;
  }
  close(body.length);
  return blocks;
}

/** `**LISBON** (AP) _` is `LISBON (AP) _`: a mark that touches no word is none. */
function withoutEmphasis(text: string): string {
  const starless = text.includes("*") ? withoutStars(text) : text;
  if (!starless.includes("_")) return starless;
  return starless.replace(/(?<![^\s(["'“‘])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, "");
}

/** Takes out every run of stars that a word touches. By hand: a pattern that looks behind every character takes ten times as long. */
function withoutStars(text: string): string {
  let left = "";
  let copied = 0;
  for (let at = text.indexOf("*"); at !== -1; at = text.indexOf("*", at)) {
    const from = at;
    while (text.charCodeAt(at) === STAR) at++;
    if (!/\S/.test(text.charAt(at)) && !/\S/.test(text.charAt(from - 1))) continue;
    left += text.slice(copied, from);
    copied = at;
  }
  return left + text.slice(copied);
}

const STAR = 0x2a;

/** Whether a line that begins with this character may be a fence of code: a space, a backtick or a tilde. */
function mayBeFence(code: number): boolean {
  return code === 0x20 || code === 0x60 || code === 0x7e;
}

/** Whether a line that begins with this character may hold white space only. Beyond ASCII the line itself is looked at. */
function mayBeBlank(code: number): boolean {
  return code <= 0x20 || code >= 0x80;
}

/** White space normalised. Paragraphs that nobody broke into lines have nothing to normalise. */
function oneSpaced(text: string, isPlain: boolean): string {
  return isPlain && !text.includes("\n") ? text : text.replace(/\s+/g, " ");
}

/** White space of JavaScript other than a space and a line feed. */
const OTHER_SPACES = [
  ..."\t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
];

/** Whether all white space of a text is line feeds and single spaces. Looking for one character at a time is what takes least. */
function isPlainlySpaced(text: string): boolean {
  return !OTHER_SPACES.some((space) => text.includes(space)) && !text.includes("  ");
}
