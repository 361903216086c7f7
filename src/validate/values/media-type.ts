import type { Value } from "../element.ts";
import type { Rule } from "../rule.ts";
import { plain } from "./family.ts";

const MIME = "https://www.rfc-editor.org/rfc/rfc2045#section-5.1";
const TOKEN = String.raw`[^\s()<>,;:\\"/[\]?=]+`;
const TYPE = new RegExp(`^${TOKEN}/${TOKEN}(.*)$`, "s");
const PARAMETER = new RegExp(String.raw`^\s{0,99};\s{0,99}${TOKEN}=(?:"(?:\\"|[^"])*"|${TOKEN})`);

/** Whether a text is a media type: `image/jpeg`, `text/html; charset=utf-8`. @see https://www.rfc-editor.org/rfc/rfc2045#section-5.1 */
export function isMediaType(text: string): boolean {
  let rest = TYPE.exec(text)?.[1];
  if (rest === undefined) return false;
  while (rest !== "") {
    const parameter: string | undefined = PARAMETER.exec(rest)?.[0];
    if (parameter === undefined) return false;
    rest = rest.slice(parameter.length);
  }
  return true;
}

/** The type of an Atom link, and of a thr:in-reply-to. */
export const mediaTypeRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "media-type/invalid",
      w3c: "InvalidMIMEType",
      severity: "error",
      message: "{value} is no media type: write two parts with a slash, like text/html",
      spec: MIME,
      example: "entry",
      bad: '<link rel="related" type="html" href="a"/>',
      good: '<link rel="related" type="text/html" href="a"/>',
    },
    ({ text }) => !isMediaType(text),
    "element",
  ),
];

/** The type of an enclosure or a media:content. */
export const mediaTypeAttributeRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "media-type/attribute",
      w3c: "InvalidMIMEAttribute",
      severity: "error",
      message: "{value} is no media type: write two parts with a slash, like audio/mpeg",
      spec: MIME,
      example: "item",
      bad: '<enclosure url="https://example.org/a.mp3" length="1" type="mp3"/>',
      good: '<enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/>',
    },
    ({ text }) => !isMediaType(text),
    "element",
  ),
];
