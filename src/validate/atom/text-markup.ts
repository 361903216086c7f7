import type { Element, Value } from "../element.ts";
import { around, at, attribute, startOf } from "../element.ts";
import type { Rule } from "../rule.ts";
import { undefinedElement, unexpectedText } from "../structure.ts";
import { atomHtml, isHarmless } from "../values/html.ts";
import { containsHtml, markupIn } from "../values/text.ts";
import { formOf, htmlOf } from "./text-form.ts";
import { textRule } from "./text-rule.ts";

/** Text that looks like HTML but does not say so. */
export const undeclaredHtml: Rule<Value> = {
  ...containsHtml,
  code: "atom/undeclared-html",
  w3c: "ContainsUndeclaredHTML",
  message: 'This text is plain, yet {found} looks like HTML: write type="html", or remove it',
  spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.1",
  example: "entry",
  bad: "<rights>&lt;b>Rain&lt;/b></rights>",
  good: '<rights type="html">&lt;b>Rain&lt;/b></rights>',
  *check(value) {
    const found = markupIn(value);
    if (found !== undefined) yield around(value, { found });
  },
};

/** Whether what a text construct holds is what its type says. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1 */
export const markupRules: readonly Rule<Element>[] = [
  textRule(
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
  textRule(
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
      const [first] = element.children;
      const isMixed = first !== undefined || attribute(element, "src") !== undefined;
      if (!isMixed || element.text.trim() === "") return;
      // Text before the first element is a matter of the div that is missing there.
      const before = first && element.context.source.slice(element.end, startOf(first)).trim();
      const isAfter = before === undefined || before === "" || element.text.trim().length > before.length;
      if (isAfter) yield at(element, { value: element.name });
    },
  },
  {
    ...undeclaredHtml,
    isFine: undefined,
    *check(element) {
      const form = formOf(element);
      if (attribute(element, "src") !== undefined) return;
      if (form !== "text" && form !== "text-media" && form !== "xml") return;
      yield* undeclaredHtml.check({ text: element.text, raw: element.text, element });
    },
  },
  textRule(
    {
      code: "atom/language-missing",
      w3c: "MissingDCLanguage",
      severity: "off",
      w3cSeverity: "info",
      message: "The language of {value} is not declared: add xml:lang to the feed",
      example: "document",
      bad: '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour News</title></feed>',
      good: '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour News</title></feed>',
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
  const valueIn = (element: Element) => {
    if (attribute(element, "src") !== undefined) return undefined;
    const form = formOf(element);
    if (form !== "html" && form !== "html-media") return undefined;
    if (value?.element !== element) value = htmlOf(element);
    return value;
  };
  const isFine = (element: Element) => {
    const html = valueIn(element);
    return html === undefined || isHarmless(html);
  };
  return atomHtml.map((html) => ({
    ...html,
    isFine,
    *check(element) {
      const found = valueIn(element);
      if (found) yield* html.check(found);
    },
  }));
}

function isEmpty(element: Element): boolean {
  const text = formOf(element) === "binary" ? element.text.trim() : element.text;
  return text === "" && element.children.length === 0 && attribute(element, "src") === undefined;
}
