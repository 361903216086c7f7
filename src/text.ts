/**
 * Characters that must not be published: those XML 1.0 forbids, lone surrogates, noncharacters, C1 controls, U+FEFF.
 * One of them loses the whole feed in some readers.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/** The text without the characters that no feed may carry. */
export function removeForbidden(text: string): string {
  return SUSPECT.test(text) ? text.replace(FORBIDDEN, "") : text;
}

/** Every character that `FORBIDDEN` may be about, so that long texts are looked through once and quickly. */
const SUSPECT = /[^\t\n\r -~\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFEFE\uFF00-\uFFFD]/;

/** Whether a text has a character that no feed may carry. */
export function hasForbidden(text: string): boolean {
  return text.search(FORBIDDEN) !== -1;
}

/**
 * One line of plain text: every run of white space (no-break spaces, line and paragraph separators, U+0085 too) is one
 * plain space, the ends are trimmed, forbidden characters are gone. Zero-width joiners stay: Urdu and Hindi need them.
 */
export function oneLine(text: string): string {
  if (!NOT_ONE_LINE.test(text)) return text;
  // U+FEFF is white space to JavaScript: taken out first, it leaves no gap in a word.
  return removeForbidden(text)
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}

/** What keeps a text from being one clean line; nearly none has any of it. (Matched by words, a text of millions overflows the stack.) */
const NOT_ONE_LINE = /[^ -~\u00A1-\u167F\u200B-\u2027\u2030-\u205E\u2060-\u2FFF\u3001-\uD7FF]| {2}|^ | $/;

/** At most `most` grapheme clusters of a text, so that no emoji or letter with accents is cut in two. */
export function firstGraphemes(text: string, most: number): string {
  if (text.length <= most) return text;
  let count = 0;
  for (const { index } of graphemes().segment(text)) {
    if (count++ === most) return text.slice(0, index);
  }
  return text;
}

/** As many whole grapheme clusters of a text as fit into `units` UTF-16 units. */
export function wholeGraphemes(text: string, units: number): string {
  if (text.length <= units) return text;
  let end = 0;
  // What lies far behind cannot move a boundary before it.
  for (const { index } of graphemes().segment(text.slice(0, units + 200))) {
    if (index > units) break;
    end = index;
  }
  return text.slice(0, end);
}

/** Made when it is needed: that takes longer than a build that finds nothing changed should. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter;
}

let segmenter: Intl.Segmenter | undefined;

/** How a value is shown in a message: in quotes, control and bidi characters escaped, cut at 60 characters. */
export function quote(value: string): string {
  return `"${escapeControls(value.length > 60 ? `${firstGraphemes(value.slice(0, 240), 59)}…` : value)}"`;
}

/** A text that cannot move the cursor, colour a terminal or start a new line in a log. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (character) => {
      const code = character.charCodeAt(0);
      return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
    },
  );
}

/** A text as it stands inside XML or HTML, in an element or a double-quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The form in which names and tags are compared: NFKC, white space collapsed, case folded, by no locale's rules. */
export function fold(text: string): string {
  if (!NOT_ASCII_LINE.test(text)) return text.toLowerCase();
  return oneLine(text).normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("i̇", "i").normalize("NFC");
}

/** What keeps a text from being a line in which nothing is to be folded but the case of its letters. */
const NOT_ASCII_LINE = /[^ -~]| {2}|^ | $/;

/** `fold`, and without accents: the form in which people's names and headlines are compared. */
export function foldAccents(text: string): string {
  if (!NOT_ASCII_LINE.test(text)) return text.toLowerCase();
  return fold(text)
    .normalize("NFD")
    .replace(/\p{Mn}+/gu, "")
    .normalize("NFC");
}

/** @param code of a UTF-16 unit */
export function isAsciiLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}
