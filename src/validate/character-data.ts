/** Characters that XML 1.0 has none of. The decoder leaves no half of a surrogate pair. @see https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Reads a run of character data; undefined where a parser has to say what is wrong with it, or what it means. */
export type ReadCharacters = (run: string) => string | undefined;

/**
 * How to read the character data between the tags of a document without a parser, which would look at every character of it by itself;
 * absent where a parser has to: other versions of XML end lines in other ways, and have other characters.
 *
 * @param isClean whether the document is known to hold no forbidden characters
 */
export function characterData(text: string, isClean: boolean): ReadCharacters | undefined {
  if (OTHER_VERSION.test(text) || (!isClean && FORBIDDEN.test(text))) return undefined;
  const hasReturns = text.includes("\r");
  return (run) => {
    if (run.includes("]]>")) return undefined;
    const lines = hasReturns ? withNewlines(run) : run;
    return run.includes("&") ? expand(lines) : lines;
  };
}

const OTHER_VERSION = /^<\?xml\s[^>]*version\s*=\s*["'](?!1\.0["'])/;

/** Lines end in LF. @see https://www.w3.org/TR/xml/#sec-line-ends */
export function withNewlines(text: string): string {
  if (!text.includes("\r")) return text;
  // Piece by piece: millions of replacements in one text need a hundred times its memory.
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const cut = from + PIECE;
    const to = text.startsWith("\r\n", cut - 1) ? cut + 1 : cut;
    pieces.push(text.slice(from, to).replace(/\r\n?/g, "\n"));
    from = to;
  }
  return pieces.join("");
}

const PIECE = 1 << 16;

/** Text with its references replaced; undefined if one of them is neither a number nor one of the five names. */
function expand(text: string): string | undefined {
  return UNNAMED.test(text) ? expandNumbers(text) : expandNames(text);
}

const UNNAMED = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** Name by name, the ampersand last: nothing that it makes is a reference. */
function expandNames(text: string): string {
  const shown = text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'");
  return shown.replace(/&amp;/g, "&");
}

function expandNumbers(text: string): string | undefined {
  let expanded = "";
  let from = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at);
    if (end === -1 || end - at > LONGEST) return undefined;
    const name = text.slice(at + 1, end);
    const character = PREDEFINED.get(name) ?? numbered(name);
    if (character === undefined) return undefined;
    expanded += text.slice(from, at) + character;
    from = end + 1;
  }
  return expanded + text.slice(from);
}

/** Longer references are left to the parser. */
const LONGEST = 12;

/** @see https://www.w3.org/TR/xml/#sec-predefined-ent */
export const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["gt", ">"],
  ["lt", "<"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The character of a numeric reference, where it is one that XML 1.0 has. */
function numbered(name: string): string | undefined {
  const hexadecimal = /^#x([0-9a-fA-F]+)$/.exec(name)?.[1];
  const decimal = /^#([0-9]+)$/.exec(name)?.[1];
  const code =
    hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : decimal !== undefined ? Number(decimal) : 0;
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}
