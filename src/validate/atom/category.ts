import type { Kind, Value } from "../element.ts";
import { of } from "../element.ts";
import { nodes, table } from "../kind.ts";
import type { Rule } from "../rule.ts";
import { containsHtml, plainText } from "../values/text.ts";
import { absoluteIri } from "../values/uri.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2";

const term: Rule<Value> = {
  code: "atom/term-blank",
  w3c: "NotBlank",
  severity: "warning",
  message: "The term of the category is empty: fill it in, or leave the category out",
  spec: `${RFC}.1`,
  example: "entry",
  bad: '<category term=""/>',
  good: '<category term="rain"/>',
  *check(value) {
    if (value.text === "") yield { ...of(value), parent: value.element.name };
  },
};

const labelText = plainText({
  ...containsHtml,
  code: "atom/label-html",
  spec: `${RFC}.3`,
  example: "entry",
  bad: '<category term="rain" label="&lt;b>Rain&lt;/b>"/>',
  good: '<category term="rain" label="Rain &lt; snow"/>',
});

/** The element that a value rule names becomes the attribute, as for every other attribute. */
const label: Rule<Value> = {
  ...labelText,
  *check(value) {
    for (const place of labelText.check(value)) yield { ...place, element: "label", parent: value.element.name };
  },
};

/** @see https://www.rfc-editor.org/rfc/rfc4287#section-4.2.2 */
export const category: Kind = nodes(table(), {
  attributes: { term: [term], scheme: absoluteIri, label: [label] },
  required: ["term"],
});
