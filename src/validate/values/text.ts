import type { Value } from "../element.ts";
import { around, of } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { NOWHERE } from "../rule.ts";
import { plain } from "./family.ts";
import { ENTITY_NAMES, HTML_ELEMENTS } from "./html-names.ts";

/** What looks like markup in a text that is not HTML: the first end tag or character reference; undefined: nothing does. */
export function markupIn(value: Value): string | undefined {
  const { text } = value;
  if (!text.includes("<") && !text.includes("&")) return undefined;
  const tag = endTagIn(text);
  if (tag !== undefined) return tag;
  if (isHexadecimal(value)) return undefined;
  for (const { 1: name = "" } of text.matchAll(/&(#?\w{1,40})/g)) {
    if (ENTITY_NAMES.has(name) || name === "apos" || !/^\p{L}+$/u.test(name)) return `&${name};`;
  }
  return undefined;
}

/** The first end tag of HTML. */
function endTagIn(text: string): string | undefined {
  for (const { 1: name = "" } of text.matchAll(/<\/(\w{1,20})>/g)) {
    if (HTML_ELEMENTS.has(name.toLowerCase())) return `</${name}>`;
  }
  return undefined;
}

/**
 * Whether the line an element starts in has a hexadecimal reference. RSS Profile: writing & and < as `&#x26;` and `&#x3C;` says that they
 * are meant as plain characters.
 */
function isHexadecimal({ element }: Value): boolean {
  const { source } = element.context;
  const at = element.end;
  const tag = source.lastIndexOf("<", at - 1);
  // Feeds of one line are common: it is looked through once, not for each of its elements.
  if (line?.source === source && tag >= line.start && at <= line.end) return line.has;
  const start = source.lastIndexOf("\n", tag) + 1;
  const stop = source.indexOf("\n", at);
  const end = stop === -1 ? source.length : stop;
  const has = source.slice(start, end).includes("&#x");
  if (source.indexOf("\n", start) === stop) line = { source, start, end, has };
  return has;
}

interface Line {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly has: boolean;
}

/** The line that was asked about last. */
let line: Line | undefined;

const PROFILE = "https://www.rssboard.org/rss-profile#data-types-characterdata";

export const containsHtml: RuleText = {
  code: "text/contains-html",
  w3c: "ContainsHTML",
  severity: "warning",
  message: "This text is plain, yet {found} looks like HTML: readers show it as it stands, or strip it",
  spec: PROFILE,
  example: "item",
  bad: "<category>&lt;b>Rain&lt;/b></category>",
  good: "<category>Rain &lt; snow</category>",
};

const characterData: RuleText = {
  code: "rss/character-data",
  w3c: "CharacterData",
  severity: "warning",
  message: "Readers disagree on a & or < in plain text: write it as &#x26; or &#x3C;",
  spec: PROFILE,
  example: "item",
  bad: "<category>&lt;now></category>",
  good: "<category>&#x3C;now></category>",
};

/** A rule that plain text should hold no markup, under the name it has for one kind of text. */
export function plainText(text: RuleText): Rule<Value> {
  return {
    ...text,
    check(value) {
      const found = markupIn(value);
      return found === undefined ? NOWHERE : [(value.attribute ? around : of)(value, { found })];
    },
  };
}

/** How plain text writes & and <. */
export const characterDataRule: Rule<Value> = plain(characterData, (value) => {
  const { context } = value.element;
  return (
    context.format === "rss" &&
    context.rssVersion.startsWith("2.") &&
    /&#[x0-9]|<[/a-zA-Z]/.test(value.text) &&
    endTagIn(value.text) === undefined &&
    !/&(#?\w+)/.test(value.text) &&
    !isHexadecimal(value)
  );
});

/** Plain text: element content and attributes that readers show as it stands. */
export const plainTextRules: readonly Rule<Value>[] = [plainText(containsHtml), characterDataRule];

/** Text that should not be empty. */
export const nonBlank: readonly Rule<Value>[] = [
  plain(
    {
      code: "text/blank",
      w3c: "NotBlank",
      severity: "warning",
      message: "This is empty: fill it in, or leave the element out",
      spec: "https://www.rssboard.org/rss-profile",
      example: "item",
      bad: "<category/>",
      good: "<category>Rain</category>",
    },
    ({ text }) => text === "",
  ),
];

/** A value whose white space is part of it. */
export const noSpaceAround: readonly Rule<Value>[] = [
  plain(
    {
      code: "text/space-around",
      w3c: "UnexpectedWhitespace",
      severity: "error",
      message: "There is white space around {value}: remove it, or readers compare it as part of the value",
      spec: "https://www.rfc-editor.org/rfc/rfc4287#section-2",
      example: "entry",
      bad: "<published>\n2025-08-19T11:30:00Z</published>",
      good: "<published>2025-08-19T11:30:00Z</published>",
    },
    ({ text, raw }) => text !== raw,
  ),
];
