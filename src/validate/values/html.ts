import type { Value } from "../element.ts";
import { around } from "../element.ts";
import type { ExamplePlace, Rule, RuleText } from "../rule.ts";
import type { HtmlFault } from "./html-scan.ts";
import { scanHtml } from "./html-scan.ts";
import { badCharacter } from "./uri-text.ts";

const SAFETY = "https://www.rssboard.org/rss-profile#data-types-characterdata-html";

/** The rules of HTML that is carried as text; everything but where the examples stand. */
const texts = {
  syntax: {
    code: "html/syntax",
    w3c: "NotHtml",
    severity: "warning",
    message: "The HTML is broken at {what}: close every element and every tag",
    bad: "&lt;b>Rain",
    good: "&lt;p>Rain",
  },
  element: {
    code: "html/unknown-element",
    w3c: "NotHtml",
    severity: "warning",
    message: "There is no HTML element {what}: remove it, or write its text alone",
    bad: "&lt;rain>wet&lt;/rain>",
    good: "&lt;samp>wet&lt;/samp>",
  },
  "risky-element": {
    code: "html/risky-element",
    w3c: "SecurityRisk",
    severity: "warning",
    message: "Readers remove the element {what}, or are attacked by it: leave it out",
    bad: "&lt;script>alert(1)&lt;/script>",
    good: "&lt;code>alert(1)&lt;/code>",
  },
  "risky-attribute": {
    code: "html/risky-attribute",
    w3c: "SecurityRiskAttr",
    severity: "warning",
    message: "Readers remove the attribute {what}, or are attacked by it: leave it out",
    bad: '&lt;b onclick="alert(1)">Rain&lt;/b>',
    good: '&lt;b title="alert(1)">Rain&lt;/b>',
  },
  "risky-style": {
    code: "html/risky-style",
    w3c: "DangerousStyleAttr",
    severity: "warning",
    message: "Readers remove styles like {what}, since they can cover the page: leave it out",
    bad: '&lt;b style="position: absolute">Rain&lt;/b>',
    good: '&lt;b style="color: red">Rain&lt;/b>',
  },
} as const;

const relative = {
  code: "html/relative-address",
  w3c: "ContainsRelRef",
  severity: "warning",
  message: "The address {what} is relative: write it in full, since most readers show it broken",
  bad: '&lt;a href="/rain">Rain&lt;/a>',
  good: '&lt;a href="https://example.org/rain">Rain&lt;/a>',
} as const;

const relativeHidden = {
  code: "html/relative-source",
  severity: "warning",
  w3cSeverity: "off",
  message: "The address {what} is relative: write it in full, since most readers show it broken",
  bad: '&lt;video src="/rain.mp4">&lt;/video>',
  good: '&lt;video src="https://example.org/rain.mp4">&lt;/video>',
} as const;

const addressCharacter = {
  code: "html/address-character",
  w3c: "InvalidUriChar",
  severity: "error",
  message: "The address {what} holds the character {character}: percent-encode it",
  bad: '&lt;a href="/a b">Rain&lt;/a>',
  good: '&lt;a href="https://example.org/a%20b">Rain&lt;/a>',
} as const;

interface Scanned {
  readonly value: Value;
  readonly faults: readonly HtmlFault[];
}

let last: Scanned | undefined;

/** The faults of a value; the rules ask one after the other about the same, so the last answer is kept. */
function faultsOf(value: Value): readonly HtmlFault[] {
  if (last?.value !== value) last = { value, faults: value.text.includes("<") ? scanHtml(value.text) : [] };
  return last.faults;
}

/** Whether there is nothing to say of a piece of HTML. */
export function isHarmless(value: Value): boolean {
  return faultsOf(value).length === 0;
}

function rule(
  text: Omit<RuleText, "spec" | "example" | "bad" | "good"> & { bad: string; good: string },
  [example, wrap]: readonly [ExamplePlace, (html: string) => string],
  wanted: (fault: HtmlFault) => boolean,
): Rule<Value> {
  return {
    ...text,
    spec: SAFETY,
    example,
    bad: wrap(text.bad),
    good: wrap(text.good),
    isFine: isHarmless,
    check(value) {
      const faults = faultsOf(value);
      if (faults.length === 0) return faults as readonly never[];
      return faults.filter(wanted).map(({ what }) => around(value, { what, character: badCharacter(what) }));
    },
  };
}

type Standing = readonly [ExamplePlace, (html: string) => string];
const inItem: Standing = ["item", (html) => `<description>${html}</description>`];
const inEntry: Standing = ["entry", (html) => `<content type="html">${html}</content>`];

function safe(standing: Standing): Rule<Value>[] {
  return (Object.keys(texts) as (keyof typeof texts)[]).map((is) =>
    rule(texts[is], standing, (fault) => fault.is === is),
  );
}

/** HTML in RSS: descriptions and content:encoded. */
export const rssHtml: readonly Rule<Value>[] = [
  ...safe(inItem),
  rule(relative, inItem, (fault) => fault.is === "relative" && badCharacter(fault.what) === ""),
  rule(addressCharacter, inItem, (fault) => fault.is === "relative" && badCharacter(fault.what) !== ""),
  rule(relativeHidden, inItem, (fault) => fault.is === "relative-hidden"),
];

/** HTML in Atom text constructs, where xml:base could make relative addresses whole; the W3C validator leaves it at that. */
export const atomHtml: readonly Rule<Value>[] = [
  ...safe(inEntry),
  {
    ...rule({ ...relative, code: "html/relative-in-atom", w3cSeverity: "off" }, inEntry, (fault) =>
      fault.is.startsWith("relative"),
    ),
    w3c: "ContainsRelRef",
  },
];
