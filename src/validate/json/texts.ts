import { titleRules } from "../reader-rules.ts";
import type { Rule, RuleText } from "../rule.ts";
import { badCharacters } from "../structure.ts";
import { rssHtml } from "../values/html.ts";
import { HTML_ELEMENTS } from "../values/html-names.ts";
import type { HtmlFault } from "../values/html-scan.ts";
import { scanHtml } from "../values/html-scan.ts";
import { languageRules } from "../values/language.ts";
import { languageFault } from "../values/language-tag.ts";
import { isMediaType, mediaTypeAttributeRules } from "../values/media-type.ts";
import { containsHtml, nonBlank } from "../values/text.ts";
import { badCharacter } from "../values/uri-text.ts";
import type { JsonText } from "./thing.ts";
import { NOWHERE, placeOf, plain, sharedRule } from "./thing.ts";

/** Rules of texts, with the codes they have in RSS and Atom. */

const blank = plain<JsonText>(sharedRule(nonBlank, "text/blank"), ({ node }) => node.text.trim() === "");

/** Controls that no XML can carry, and what a wrong encoding leaves behind. */
const WRONG = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/;

const characters: Rule<JsonText> = {
  ...badCharacters,
  check(value) {
    const { text } = value.node;
    const at = text.search(WRONG);
    return at === -1 ? NOWHERE : [placeOf(value, { value: text.slice(Math.max(0, at - 10), at + 10) })];
  },
};

/** Any text. */
export const anyText: readonly Rule<JsonText>[] = [characters];

const TAG = /<\/?([a-z][a-z0-9]{0,11})(\s[^<>]*|\/)?>/gi;
const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});/i;

/** The first tag of HTML in a text that is none. */
function tagIn(text: string): string | undefined {
  if (!text.includes("<")) return undefined;
  for (const { 0: tag, 1: name = "", 2: rest = "" } of text.matchAll(TAG)) {
    // "a<b and c>d" is arithmetic.
    if (HTML_ELEMENTS.has(name.toLowerCase()) && (rest.includes("=") || /^\s*\/?$/.test(rest))) return tag;
  }
  return undefined;
}

function markupIn(text: string): string | undefined {
  return tagIn(text) ?? (text.includes("&") ? REFERENCE.exec(text)?.[0] : undefined);
}

const noMarkup: Rule<JsonText> = {
  ...containsHtml,
  check(value) {
    const found = markupIn(value.node.text);
    return found === undefined ? NOWHERE : [placeOf(value, { found })];
  },
};

/** Text that readers show as it stands. JSON Feed 1.1: the only place HTML is allowed is content_html. */
export const plainText: readonly Rule<JsonText>[] = [blank, noMarkup, characters];

/** A title: on one line, and without what some readers strip. */
export const titleText: readonly Rule<JsonText>[] = [
  ...plainText,
  plain<JsonText>(
    sharedRule(titleRules, "readers/title-markup"),
    ({ node: { text } }) => /<\/?[a-zA-Z]/.test(text) && markupIn(text) === undefined,
  ),
  plain<JsonText>(sharedRule(titleRules, "readers/title-lines"), ({ node }) => /[\n\r\t]/.test(node.text)),
];

const HTML_TEXTS: readonly (readonly [code: RuleText["code"], isMeant: (fault: HtmlFault) => boolean])[] = [
  ["html/syntax", ({ is }) => is === "syntax"],
  ["html/unknown-element", ({ is }) => is === "element"],
  ["html/risky-element", ({ is }) => is === "risky-element"],
  ["html/risky-attribute", ({ is }) => is === "risky-attribute"],
  ["html/risky-style", ({ is }) => is === "risky-style"],
  ["html/relative-address", ({ is, what }) => is === "relative" && badCharacter(what) === ""],
  ["html/address-character", ({ is, what }) => is === "relative" && badCharacter(what) !== ""],
  ["html/relative-source", ({ is }) => is === "relative-hidden"],
];

let lastHtml: JsonText | undefined;
let lastFaults: readonly HtmlFault[] = [];

/** The rules ask one after the other about the same text, so the last answer is kept. */
function faultsOf(value: JsonText): readonly HtmlFault[] {
  if (lastHtml !== value) {
    lastHtml = value;
    lastFaults = value.node.text.includes("<") ? scanHtml(value.node.text) : [];
  }
  return lastFaults;
}

/** The one text that is HTML. */
export const htmlText: readonly Rule<JsonText>[] = [
  blank,
  characters,
  ...HTML_TEXTS.map(
    ([code, isMeant]): Rule<JsonText> => ({
      ...sharedRule(rssHtml, code),
      check(value) {
        const faults = faultsOf(value);
        if (faults.length === 0) return NOWHERE;
        return faults.filter(isMeant).map(({ what }) => placeOf(value, { what, character: badCharacter(what) }));
      },
    }),
  ),
];

/** A language tag. */
export const language: readonly Rule<JsonText>[] = [
  plain<JsonText>(sharedRule(languageRules, "language/unknown"), ({ node }) => languageFault(node.text) === "language"),
  plain<JsonText>(sharedRule(languageRules, "language/subtags"), ({ node }) => languageFault(node.text) === "subtags"),
];

/** A media type. */
export const mediaType: readonly Rule<JsonText>[] = [
  plain<JsonText>(sharedRule(mediaTypeAttributeRules, "media-type/attribute"), ({ node }) => !isMediaType(node.text)),
];
