import type { Element, Kind } from "../element.ts";
import { at, attribute } from "../element.ts";
import { anything } from "../kind.ts";
import type { Rule } from "../rule.ts";
import { uriAttribute } from "../values/uri.ts";
import { markupRules } from "./text-markup.ts";
import { textSource, textType, typeRules } from "./text-type.ts";
import { xhtmlRules } from "./text-xhtml.ts";
import { xhtmlDiv } from "./xhtml.ts";

const funky: Rule<Element> = {
  code: "rss/atom-text",
  w3c: "DuplicateDescriptionSemantics",
  severity: "warning",
  message: "RSS readers do not look into {value}: use description and content:encoded",
  spec: "https://www.rssboard.org/rss-profile#namespace-elements-atom",
  example: "item",
  bad: '<atom:content xmlns:atom="http://www.w3.org/2005/Atom">Rain</atom:content>',
  good: '<atom:summary xmlns:atom="http://www.w3.org/2005/Atom">Rain</atom:summary>',
  *check(element) {
    const isOurs =
      element.context.format === "rss" && element.key !== "atom:summary" && attribute(element, "src") === undefined;
    if (isOurs) yield at(element, { value: element.name });
  },
};

const shared = [...markupRules, ...typeRules, ...xhtmlRules, funky];

const base: Kind = {
  content: "markup",
  attributes: { type: [], src: uriAttribute },
  children: new Map(),
  inside: anything,
};

/** Titles, summaries, rights: text constructs. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1 */
export const textConstruct: Kind = { ...base, rules: [...shared, textType, textSource], markup: xhtmlDiv };
/** The content of an entry. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3 */
export const contentKind: Kind = { ...base, rules: shared, markup: xhtmlDiv };
