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
const HEXADECIMAL = /^[0-9a-fA-F]{4}$/;
const MEANT: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
});

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
  let plain = "";
  let from = 0;
  // Where the first half of a character stands that still waits for its second.
  let high = -1;
  const lone = (at: number) => report(loneSurrogate, { offset: start + at, values: { value: raw.slice(at, at + 6) } });
  for (let at = raw.indexOf("\\"); at !== -1; at = raw.indexOf("\\", from)) {
    plain += raw.slice(from, at);
    const letter = raw.charAt(at + 1);
    from = at + 2;
    if (letter !== "u" || !HEXADECIMAL.test(raw.slice(from, from + 4))) {
      const meant = MEANT[letter];
      if (meant === undefined) report(badEscape, { offset: start + at, values: { value: raw.slice(at, from) } });
      plain += meant ?? letter;
      continue;
    }
    const code = Number.parseInt(raw.slice(from, from + 4), 16);
    from += 4;
    plain += String.fromCharCode(code);
    const isPair = code >= 0xdc00 && code <= 0xdfff && high !== -1 && high === at - 6;
    if (high !== -1 && !isPair) lone(high);
    if (code >= 0xdc00 && code <= 0xdfff && !isPair) lone(at);
    high = code >= 0xd800 && code <= 0xdbff ? at : -1;
  }
  if (high !== -1) lone(high);
  return plain + raw.slice(from);
}
