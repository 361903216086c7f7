import type { Element } from "../element.ts";
import { at, attribute } from "../element.ts";
import type { Rule } from "../rule.ts";
import { markupIn } from "../values/text.ts";
import { formOf } from "./text-form.ts";
import { textRule } from "./text-rule.ts";

/** XHTML in one div. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.3 */
export const xhtmlRules: readonly Rule<Element>[] = [
  textRule(
    {
      code: "atom/xhtml-div-missing",
      w3c: "MissingXhtmlDiv",
      message: 'XHTML must be one div: wrap it in <div xmlns="http://www.w3.org/1999/xhtml">',
      bad: '<rights type="xhtml">Harbour News</rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Harbour News</div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (!isXhtml(element)) return;
      const [first] = element.children;
      if (element.text.trim() !== "" || (first && first.key !== "xhtml:div")) yield at(element);
    },
  ),
  textRule(
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
      if (isXhtml(element) && element.children.length > 1) yield at(element);
    },
  ),
  textRule(
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
      if (!isXhtml(element)) return;
      for (const child of element.children) {
        if (child.uri !== "http://www.w3.org/1999/xhtml" && child.local === "div")
          yield at(element, { value: element.name });
      }
    },
  ),
  textRule(
    {
      code: "atom/not-inline",
      w3c: "NotInline",
      severity: "warning",
      message: 'This XHTML holds {found} as text: write type="html", or real elements',
      bad: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">&lt;b>Rain&lt;/b></div></rights>',
      good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>Rain</b></div></rights>',
    },
    "3.1.1.3",
    function* (element) {
      if (!isXhtml(element)) return;
      const text = inlineText(element);
      const found = markupIn({ text, raw: text, element });
      if (found !== undefined) yield at(element, { found });
    },
  ),
];

function isXhtml(element: Element): boolean {
  return formOf(element) === "xhtml" && attribute(element, "src") === undefined;
}

/** Text of an element and, where it is a plain XHTML div alone, of that. */
function inlineText(element: Element): string {
  const [only] = element.children;
  const isPlain = element.children.length === 1 && only?.key === "xhtml:div" && only.children.length === 0;
  return (isPlain ? only.text : element.text).trim();
}
