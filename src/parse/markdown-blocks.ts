/** A paragraph of plain text in a Markdown body, and where it stands. */
export interface TextBlock {
  /** One line, white space normalised, without marks of emphasis; links stay as they are written. */
  readonly text: string;
  /** From its first character to behind its last, in UTF-16 units of the body. */
  readonly from: number;
  readonly to: number;
}

/** How a block begins that is no paragraph of text: list, quote, heading, table, code, HTML, rule, picture, definition. */
const NO_TEXT = /^(?:[#>|<]|[-*+] |\d{1,9}[.)] |```|~~~|(?:[-*_] *){3,}$| {4}|\t|!\[|\[[^\]]*\]:)/;

/**
 * The paragraphs of text in a Markdown body, in order. Only blank lines are looked at: enough to find a byline, dateline or bio, and
 * far cheaper than rendering a body that no feed may ever show.
 */
export function textBlocks(body: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let fence: string | undefined;
  let start = -1;
  let at = 0;
  const close = (end: number) => {
    if (start === -1) return;
    const source = body.slice(start, end);
    if (!NO_TEXT.test(source))
      blocks.push({
        text: withoutEmphasis(source.replace(/\s+/g, " ").trim()),
        from: start,
        to: start + source.trimEnd().length,
      });
    start = -1;
  };
  while (at <= body.length) {
    const newline = body.indexOf("\n", at);
    const end = newline === -1 ? body.length : newline;
    const line = body.slice(at, Math.min(end, at + 200));
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence) fence = undefined;
    } else if (mark !== undefined) {
      close(at);
      fence = mark;
    } else if (line.trim() === "" && body.slice(at, end).trim() === "") close(at);
    else if (start === -1) start = at;
    if (newline === -1) break;
    at = newline + 1;
  }
  close(body.length);
  return blocks;
}

/** `**LISBON** (AP) _` is `LISBON (AP) _`: a mark that touches no word is none. */
function withoutEmphasis(text: string): string {
  if (!/[*_]/.test(text)) return text;
  return text
    .replace(/\*+(?=[^\s*])|(?<=[^\s*])\*+/g, "")
    .replace(/(?<![^\s(["'“‘])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\p{L}\p{N}_])/gu, "");
}
