import type { Attribute, Element } from "./element.ts";
import { at, attributeOffset } from "./element.ts";
import type { Place, RuleText } from "./rule.ts";
import { badCharacters } from "./structure.ts";

type Sink = (rule: RuleText, place: Place) => void;

/** C1 controls, the replacement character, and what begins UTF-8 that was read as Latin-1. */
const SUSPICIOUS = /[\u0080-\u009f\ufffd]|[\u00c2\u00c3][\u0080-\u00bf]/;
/** Its characters alone: one class is faster to look for, and seldom there. */
const HINT = /[\u0080-\u009f\u00c2\u00c3\ufffd]/;

/** What XML forbids beside those of `HINT`: a document is looked through for both at once. */
const UNCLEAN = /[\0-\x08\x0b\x0c\x0e-\x1f\u0080-\u009f\u00c2\u00c3\ufffd-\uffff]/;

/** Whether a document holds neither characters that XML forbids nor, as it stands, suspicious ones. */
export function isClean(document: string): boolean {
  return !UNCLEAN.test(document);
}

/** Whether a text may hold characters that come from a wrong encoding. */
export function isSuspicious(text: string): boolean {
  return HINT.test(text) && SUSPICIOUS.test(text);
}

/** Reports characters in text that come from a wrong encoding. */
export function judgeCharacters(element: Element, text: string, report: Sink): void {
  const value = wrongCharacters(text);
  if (value !== undefined) report(badCharacters, at(element, { value }));
}

/** The same, in an attribute. */
export function judgeAttributeCharacters(element: Element, attribute: Attribute, report: Sink): void {
  if (!/[\u0080-\u009f\ufffd]/.test(attribute.value)) return;
  const offset = attributeOffset(element, attribute);
  report(badCharacters, { offset, element: attribute.name, parent: element.name, values: { value: attribute.value } });
}

/** The surroundings of characters that a wrong encoding left behind. */
function wrongCharacters(text: string): string | undefined {
  const control = /[\u0080-\u009f\ufffd]/.exec(text);
  if (control) return text.slice(Math.max(0, control.index - 10), control.index + 10);
  for (const line of text.split("\n")) {
    const twice = /[\u00c2\u00c3][\u0080-\u00bf]/.exec(line);
    if (!twice || /[^\u0000-\u00ff]/.test(line)) continue;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(line, (character) => character.charCodeAt(0)));
      return line.slice(Math.max(0, twice.index - 10), twice.index + 10);
    } catch {
      // Not UTF-8 in disguise: these letters are meant.
    }
  }
  return undefined;
}
