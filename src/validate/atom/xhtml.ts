import type { Element, Kind } from "../element.ts";
import { at } from "../element.ts";
import { MATHML, SVG, usualPrefix, XHTML } from "../namespaces.ts";
import type { Place, Rule, RuleText } from "../rule.ts";
import { HTML_ELEMENTS, RISKY_ELEMENTS, SAFE_ATTRIBUTES } from "../values/html-names.ts";
import { riskyStyle } from "../values/style.ts";
import { MATHML_ATTRIBUTES, MATHML_ELEMENTS, SVG_ATTRIBUTES, SVG_ELEMENTS } from "./foreign-names.ts";

const SAFETY = "https://www.rfc-editor.org/rfc/rfc4287#section-8.1";

const inDiv = (markup: string) =>
  `<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${markup}</div></rights>`;

function rule(
  text: Omit<RuleText, "spec" | "example" | "severity"> & Partial<RuleText>,
  check: (element: Element) => Iterable<Place>,
): Rule<Element> {
  return {
    spec: SAFETY,
    example: "entry",
    severity: "warning",
    ...text,
    bad: inDiv(text.bad),
    good: inDiv(text.good),
    check,
  };
}

function* plainAttributes(element: Element): Generator<string> {
  for (const attribute of element.attributes) if (attribute.uri === "") yield attribute.local;
}

const styles = rule(
  {
    code: "xhtml/risky-style",
    w3c: "DangerousStyleAttr",
    message: "Readers remove styles like {what}, since they can cover the page: leave it out",
    bad: '<p style="position: absolute">Rain</p>',
    good: '<p style="color: red">Rain</p>',
  },
  function* (element) {
    for (const attribute of element.attributes) {
      if (attribute.key !== "style") continue;
      for (const what of riskyStyle(attribute.value)) yield at(element, { what });
    }
  },
);

const riskyElement = rule(
  {
    code: "xhtml/risky-element",
    w3c: "SecurityRisk",
    message: "Readers remove the element {what}, or are attacked by it: leave it out",
    bad: "<p><script>alert(1)</script></p>",
    good: "<p><code>alert(1)</code></p>",
  },
  function* (element) {
    const isRisky =
      (element.uri === XHTML && RISKY_ELEMENTS.has(element.local)) ||
      (element.uri === SVG && !SVG_ELEMENTS.has(element.local)) ||
      (element.uri === MATHML && !MATHML_ELEMENTS.has(element.local) && element.local !== "mathml");
    if (isRisky) yield at(element, { what: element.local });
  },
);

const riskyAttribute = rule(
  {
    code: "xhtml/risky-attribute",
    w3c: "SecurityRiskAttr",
    message: "Readers remove the attribute {what}, or are attacked by it: leave it out",
    bad: '<p onclick="alert(1)">Rain</p>',
    good: '<p title="alert(1)">Rain</p>',
  },
  function* (element) {
    for (const name of plainAttributes(element)) {
      const isRisky =
        (element.uri === XHTML && name.startsWith("on")) ||
        (element.uri === SVG && !SVG_ATTRIBUTES.has(name)) ||
        (element.uri === MATHML && !MATHML_ATTRIBUTES.has(name));
      if (isRisky) yield at(element, { what: name });
    }
  },
);

const unknown = rule(
  {
    code: "xhtml/unknown-element",
    w3c: "NotHtml",
    message: "There is no HTML element {what}: remove it, or write its text alone",
    bad: "<p><rain>wet</rain></p>",
    good: "<p><samp>wet</samp></p>",
  },
  function* (element) {
    if (element.uri === XHTML && !HTML_ELEMENTS.has(element.local)) yield at(element, { what: element.local });
  },
);

const noNamespace = rule(
  {
    code: "xhtml/no-namespace",
    w3c: "MissingNamespace",
    severity: "error",
    message: "The element {what} is in no namespace: give it the one of XHTML",
    bad: '<b xmlns="">Rain</b>',
    good: "<b>Rain</b>",
  },
  function* (element) {
    if (element.uri === "")
      yield { ...at(element, { what: element.local }), parent: `xhtml:${element.parent?.local ?? "div"}` };
  },
);

const foreign = rule(
  {
    code: "xhtml/foreign-element",
    w3c: "UndefinedElement",
    severity: "error",
    message: "The element {what} does not belong into XHTML: leave it out",
    bad: "<dc:title>Rain</dc:title>",
    good: "<b>Rain</b>",
  },
  function* (element) {
    const isOurs = [XHTML, SVG, MATHML, ""].includes(element.uri);
    if (!isOurs && usualPrefix(element.uri) !== undefined && element.parent?.local !== "metadata") {
      yield at(element, { what: element.name });
    }
  },
);

/** Elements inside the div of an XHTML text construct. */
const insideDiv: { -readonly [key in keyof Kind]: Kind[key] } = {
  content: "any",
  rules: [unknown, riskyElement, riskyAttribute, styles, noNamespace, foreign],
};
insideDiv.inside = insideDiv;

/** The div of an XHTML text construct. */
export const xhtmlDiv: Kind = { content: "any", inside: insideDiv };

const bodyAttribute = rule(
  {
    code: "xhtml/body-attribute",
    w3c: "SecurityRiskAttr",
    example: "item",
    message: "Readers remove the attribute {what}, or are attacked by it: leave it out",
    bad: "",
    good: "",
  },
  function* (element) {
    for (const name of plainAttributes(element)) {
      if (name !== "style" && !SAFE_ATTRIBUTES.has(name.toLowerCase())) yield at(element, { what: name });
    }
  },
);

/** The same rule inside a body, where a reader that looks for one reads. */
function inBody(of: Rule<Element>, isIn: (element: Element) => boolean): Rule<Element> {
  const body = (markup: string) => `<body xmlns="http://www.w3.org/1999/xhtml">${markup}</body>`;
  return {
    ...of,
    code: `${of.code}-in-body` as RuleText["code"],
    example: "item",
    bad: body(
      of === riskyElement
        ? "<script>alert(1)</script>"
        : of === styles
          ? '<p style="position: absolute">Rain</p>'
          : '<p onclick="alert(1)">Rain</p>',
    ),
    good: body(
      of === riskyElement
        ? "<code>alert(1)</code>"
        : of === styles
          ? '<p style="color: red">Rain</p>'
          : '<p title="alert(1)">Rain</p>',
    ),
    *check(element) {
      if (!isIn(element)) return;
      for (const { offset, values } of of.check(element)) yield { offset, ...(values && { values }) };
    },
  };
}

const insideBody: { -readonly [key in keyof Kind]: Kind[key] } = {
  content: "any",
  rules: [inBody(riskyElement, () => true), inBody(bodyAttribute, () => true), inBody(styles, () => true)],
};
insideBody.inside = insideBody;

/** The old way of putting XHTML into RSS. */
export const xhtmlBody: Kind = {
  content: "any",
  inside: insideBody,
  rules: [
    {
      code: "rss/xhtml-body",
      w3c: "DuplicateDescriptionSemantics",
      severity: "warning",
      message: "RSS readers do not look into xhtml:body: use content:encoded",
      spec: "https://www.rssboard.org/rss-profile#namespace-elements-content-encoded",
      example: "item",
      bad: '<body xmlns="http://www.w3.org/1999/xhtml"><p>Rain</p></body>',
      good: "<content:encoded>&lt;p>Rain&lt;/p></content:encoded>",
      *check(element) {
        yield { offset: at(element).offset };
      },
    },
  ],
};
