import type { JsonString } from "./node.ts";
import type { Sink } from "./read.ts";
import { badEscape, controlCharacter, loneSurrogate } from "./syntax.ts";

/**
 * Reads the string that begins with the quote at an offset. What is wrong inside is reported and passed over.
 *
 * @returns undefined when it never ends
 */
export function readString(text: string, at: number, report: Sink): JsonString | undefined {
  const close = closingQuote(text, at);
  if (close === -1) return undefined;
  const raw = text.slice(at + 1, close);
  const control = raw.search(CONTROL);
  if (control !== -1) report(controlCharacter, { offset: at + 1 + control, values: { value: raw.charAt(control) } });
  const plain = raw.includes("\\") ? withoutEscapes(raw, at + 1, report) : raw;
  return { type: "string", at, end: close + 1, text: plain };
}

const CONTROL = /[\u0000-\u001f]/;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt])|([\s\S]?))/g;
const MEANT: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The first quote before which the number of backslashes is even. */
function closingQuote(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (before - 1 > at && text[before - 1] === "\\") before--;
    if ((quote - before) % 2 === 0) return quote;
  }
  return -1;
}

function withoutEscapes(raw: string, start: number, report: Sink): string {
  // The first half of a character that still waits for its second.
  let high: { readonly offset: number; readonly value: string } | undefined;
  const lone = () => {
    if (high) report(loneSurrogate, { offset: start + high.offset, values: { value: high.value } });
    high = undefined;
  };
  const plain = raw.replace(
    ESCAPE,
    (written: string, hexadecimal: string | undefined, letter: string | undefined, _: unknown, offset: number) => {
      const code = hexadecimal === undefined ? -1 : Number.parseInt(hexadecimal, 16);
      if (code >= 0xdc00 && code <= 0xdfff) {
        if (high?.offset === offset - 6) high = undefined;
        else report(loneSurrogate, { offset: start + offset, values: { value: written } });
      }
      lone();
      if (code >= 0xd800 && code <= 0xdbff) high = { offset, value: written };
      if (code !== -1) return String.fromCharCode(code);
      if (letter !== undefined) return MEANT[letter] ?? letter;
      report(badEscape, { offset: start + offset, values: { value: written } });
      return written;
    },
  );
  lone();
  return plain;
}
