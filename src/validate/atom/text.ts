import type { Element, Kind, Value } from "../element.ts";
import { around, at, attribute } from "../element.ts";
import { anything } from "../kind.ts";
import type { Place, Rule, RuleText } from "../rule.ts";
import { undefinedElement, unexpectedText } from "../structure.ts";
import { atomHtml } from "../values/html.ts";
import { isMediaType } from "../values/media-type.ts";
import { containsHtml, markupIn } from "../values/text.ts";
import { uriAttribute } from "../values/uri.ts";
import { xhtmlDiv } from "./xhtml.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287";

/** What the type of a text construct or content says of it. */
type Form = "text" | "html" | "xhtml" | "xml" | "text-media" | "html-media" | "binary" | "outside";

function formOf(element: Element): Form {
  if (attribute(element, "src") !== undefined) return "outside";
  const type = attribute(element, "type") ?? "text";
  if (type === "text" || type === "html" || type === "xhtml") return type;
  const media = type.toLowerCase().replace(/;.*/s, "").trim();
  if (media.endsWith("/html")) return "html-media";
  if (media.endsWith("+xml") || media.endsWith("/xml")) return "xml";
  return !media.includes("/") || media.startsWith("text/") ? "text-media" : "binary";
}

/** The value whose HTML is judged: decoded where the type asks for base64. */
function valueOf(element: Element): Value {
  const text = formOf(element) === "html-media" && !isTextType(element) ? fromBase64(element.text) : undefined;
  return { text: (text ?? element.text).trim(), raw: element.text, element };
}

function isTextType(element: Element): boolean {
  return (attribute(element, "type") ?? "").toLowerCase().startsWith("text/");
}

function fromBase64(text: string): string | undefined {
  return isBase64(text) ? Buffer.from(text, "base64").toString("utf8") : undefined;
}

function isBase64(text: string): boolean {
  const digits = text.replace(/\s+/g, "");
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

export const undeclaredHtml: Rule<Value> = {
  ...containsHtml,
  code: "atom/undeclared-html",
  w3c: "ContainsUndeclaredHTML",
  message: 'This text is plain, yet {found} looks like HTML: write type="html", or remove it',
  spec: `${RFC}#section-3.1.1.1`,
  example: "entry",
  bad: "<rights>&lt;b>Rain&lt;/b></rights>",
  good: '<rights type="html">&lt;b>Rain&lt;/b></rights>',
  *check(value) {
    const found = markupIn(value);
    if (found !== undefined) yield around(value, { found });
  },
};

const notInline: RuleText = {
  code: "atom/not-inline",
  w3c: "NotInline",
  severity: "warning",
  message: 'This XHTML holds {found} as text: write type="html", or real elements',
  spec: `${RFC}#section-3.1.1.3`,
  example: "entry",
  bad: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;b>Rain&lt;/b></div></rights>',
  good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Rain</b></div></rights>',
};

const rule = (
  text: Omit<RuleText, "spec" | "example" | "severity"> & Partial<RuleText>,
  section: string,
  check: (element: Element) => Iterable<Place>,
): Rule<Element> => ({ severity: "error", example: "entry", ...text, spec: `${RFC}#section-${section}`, check });

/** Text of an element and, where it is a plain XHTML div alone, of that. */
function inlineText(element: Element): string {
  const [only] = element.children;
  const plainDiv = element.children.length === 1 && only?.key === "xhtml:div" && only.children.length === 0;
  return (plainDiv ? only.text : element.text).trim();
}

function isEmpty(element: Element): boolean {
  return element.text === "" && element.children.length === 0 && attribute(element, "src") === undefined;
}

const shared: readonly Rule<Element>[] = [
  {
    ...rule(
      {
        code: "atom/blank",
        w3c: "NotBlank",
        severity: "warning",
        message: "{value} is empty: fill it in, or leave it out",
        bad: "<rights/>",
        good: "<rights>Harbour News</rights>",
      },
      "3.1",
      function* (element) {
        if (isEmpty(element)) yield at(element, { value: element.name });
      },
    ),
  },
  rule(
    {
      code: "atom/type-blank",
      w3c: "AttrNotBlank",
      severity: "warning",
      message: "The type is empty: write text, html or xhtml",
      bad: '<rights type="">Harbour News</rights>',
      good: '<rights type="text">Harbour News</rights>',
    },
    "3.1.1",
    function* (element) {
      if (attribute(element, "type") === "") yield at(element);
    },
  ),
  rule(
    {
      code: "atom/type",
      w3c: "InvalidMIMEType",
      message: "There is no type {value}: write text, html or xhtml",
      bad: '<rights type="plain">Harbour News</rights>',
      good: '<rights type="text">Harbour News</rights>',
    },
    "3.1.1",
    function* (element) {
      const type = attribute(element, "type");
      if (type === undefined || type === "") return;
      const isWord = ["text", "html", "xhtml"].includes(type) && attribute(element, "src") === undefined;
      const isMultipart = element.local === "content" && type === "multipart/alternative";
      if (!isWord && (isMultipart || !isMediaType(type))) yield at(element, { value: type });
    },
  ),
  rule(
    {
      code: "atom/xhtml-div-missing",
      w3c: "MissingXhtmlDiv",
      message: 'XHTML must be one div: wrap it in <div xmlns="http://www.w3.org/1999/xhtml">',
      bad: '<rights type="xhtml">Harbour News</rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Harbour News</div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (formOf(element) !== "xhtml") return;
      const [first] = element.children;
      if (element.text.trim() !== "" || (first && first.key !== "xhtml:div")) yield at(element);
    },
  ),
  rule(
    {
      code: "atom/xhtml-second-div",
      severity: "error",
      w3cSeverity: "off",
      message: "XHTML must be one div: put everything into the first",
      bad:
        '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">a</div>' +
        '<div xmlns="http://www.w3.org/1999/xhtml">b</div></rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><div>a</div><div>b</div></div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (formOf(element) === "xhtml" && element.children.length > 1) yield at(element);
    },
  ),
  rule(
    {
      code: "atom/xhtml-namespace",
      w3c: "NotHtml",
      severity: "warning",
      message: 'The elements of {value} are no XHTML: write <div xmlns="http://www.w3.org/1999/xhtml">',
      bad: '<rights type="xhtml"><div>Harbour News</div></rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Harbour News</div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (formOf(element) !== "xhtml") return;
      for (const child of element.children) {
        if (child.uri !== "http://www.w3.org/1999/xhtml" && child.local === "div")
          yield at(element, { value: element.name });
      }
    },
  ),
  rule(
    {
      code: "atom/html-as-document",
      w3c: "HtmlFragment",
      severity: "warning",
      message: 'The type {value} is for whole pages: write type="html" for a piece of one',
      bad: '<rights type="text/html">&lt;b>Rain&lt;/b></rights>',
      good: '<rights type="html">&lt;b>Rain&lt;/b></rights>',
    },
    "4.1.3.3",
    function* (element) {
      const type = attribute(element, "type") ?? "";
      const form = formOf(element);
      const isFragment =
        (form === "html-media" && !valueOf(element).text.includes("<html")) ||
        (type === "application/xhtml+xml" && element.children.some((child) => child.local !== "html"));
      if (isFragment) yield at(element, { value: type });
    },
  ),
  rule(
    {
      code: "atom/not-base64",
      w3c: "NotBase64",
      message: 'The type {value} asks for base64: encode it, or write type="text"',
      bad: '<content type="image/png">rain!</content><summary>Rain</summary>',
      good: '<content type="image/png">cmFpbg==</content><summary>Rain</summary>',
    },
    "4.1.3.3",
    function* (element) {
      const isBinary = formOf(element) === "binary" || (formOf(element) === "html-media" && !isTextType(element));
      if (isBinary && !isBase64(element.text)) yield at(element, { value: attribute(element, "type") ?? "" });
    },
  ),
  rule(
    {
      code: "atom/escaped-mode",
      w3c: "NotEscaped",
      message: "This is marked as escaped, yet it holds elements: escape it, and drop the mode",
      bad: '<rights mode="escaped" type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rain</div></rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rain</div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (attribute(element, "mode") === "escaped" && element.children.length > 0) yield at(element);
    },
  ),
  rule(
    {
      code: "atom/src-without-type",
      w3c: "MissingTypeAttr",
      severity: "warning",
      message: "Content with a src should have a type: add the media type of what is there",
      bad: '<summary>Rain</summary><content src="https://example.org/rain.mp3"/>',
      good: '<summary>Rain</summary><content src="https://example.org/rain.mp3" type="audio/mpeg"/>',
    },
    "4.1.3.2",
    function* (element) {
      if (attribute(element, "src") !== undefined && attribute(element, "type") === undefined) yield at(element);
    },
  ),
  {
    ...undefinedElement,
    *check(element) {
      const form = formOf(element);
      if (form === "xhtml" || form === "xml") return;
      for (const child of element.children) {
        yield { ...at(child), values: { value: child.name, parent: element.name } };
      }
    },
  },
  {
    ...unexpectedText,
    *check(element) {
      const isMixed = element.children.length > 0 || attribute(element, "src") !== undefined;
      const first = element.children[0];
      if (!isMixed || element.text.trim() === "") return;
      // Text before the first element is a matter of the div that is missing there.
      const source = element.context.source;
      if (
        first &&
        source
          .slice(element.end, first.end)
          .replace(/<[^<]*$/, "")
          .trim() !== "" &&
        first.kind !== anything
      )
        return;
      yield at(element, { value: element.name });
    },
  },
  {
    ...undeclaredHtml,
    *check(element) {
      const form = formOf(element);
      if (form !== "text" && form !== "text-media" && form !== "xml") return;
      yield* undeclaredHtml.check({ text: element.text, raw: element.text, element });
    },
  },
  {
    ...notInline,
    *check(element) {
      if (formOf(element) !== "xhtml") return;
      const text = inlineText(element);
      const found = markupIn({ text, raw: text, element });
      if (found !== undefined) yield at(element, { found });
    },
  },
  rule(
    {
      code: "atom/language-missing",
      w3c: "MissingDCLanguage",
      severity: "off",
      w3cSeverity: "info",
      message: "The language of {value} is not declared: add xml:lang to the feed",
      bad: "<rights>Harbour News</rights>",
      good: '<rights xml:lang="en">Harbour News</rights>',
    },
    "2",
    function* (element) {
      if (element.lang === "")
        yield { ...at(element, { value: element.name }), element: "xml:lang", parent: element.name };
    },
  ),
  ...htmlRules(),
];

/** The HTML rules, on text that is HTML by its type. */
function htmlRules(): readonly Rule<Element>[] {
  let value: Value | undefined;
  return atomHtml.map((html) => ({
    ...html,
    *check(element) {
      const form = formOf(element);
      if (form !== "html" && form !== "html-media") return;
      if (value?.element !== element) value = valueOf(element);
      yield* html.check(value);
    },
  }));
}

const textType = rule(
  {
    code: "atom/text-type",
    w3c: "InvalidTextType",
    message: "The type {value} is for content alone: write text, html or xhtml",
    bad: '<rights type="text/plain">Harbour News</rights>',
    good: '<rights type="text">Harbour News</rights>',
  },
  "3.1.1",
  function* (element) {
    const type = attribute(element, "type") ?? "";
    if (type.includes("/")) yield at(element, { value: type });
  },
);

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

const base: Kind = {
  content: "markup",
  attributes: { type: [], src: uriAttribute },
  children: new Map(),
  inside: anything,
};

/** Titles, summaries, rights: text constructs. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1 */
export const textConstruct: Kind = { ...base, rules: [...shared, textType, funky], markup: xhtmlDiv };
/** The content of an entry. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3 */
export const contentKind: Kind = { ...base, rules: [...shared, funky], markup: xhtmlDiv };
