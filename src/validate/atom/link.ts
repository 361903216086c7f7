import type { Element, Kind, Value } from "../element.ts";
import { around, at, attribute, attributeOf, attributeOffset, of } from "../element.ts";
import { anything, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingHref } from "../structure.ts";
import { rfc3339Rules } from "../values/date.ts";
import { plain } from "../values/family.ts";
import { languageRules } from "../values/language.ts";
import { mediaTypeRules } from "../values/media-type.ts";
import { nonNegativeInteger } from "../values/number.ts";
import { containsHtml, plainText } from "../values/text.ts";
import { iriReference } from "../values/uri.ts";
import { uriFault } from "../values/uri-text.ts";
import { rel, relation } from "./relation.ts";
import { sameAddress } from "./same-address.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287";

const type: readonly Rule<Value>[] = [
  ...mediaTypeRules,
  {
    code: "atom/self-type",
    w3c: "SelfNotAtom",
    severity: "warning",
    message:
      "A self link leads to this feed, so its type is no {value}: write application/atom+xml or application/rss+xml",
    spec: `${RFC}#section-4.1.1`,
    example: "entry",
    bad: '<link rel="self" type="text/html" href="https://example.org/feed"/>',
    good: '<link rel="self" type="application/atom+xml" href="https://example.org/feed"/>',
    *check(value) {
      const media = value.text.split(";")[0] ?? "";
      const isFeed = ["application/atom+xml", "application/rss+xml", "application/rdf+xml"].includes(media);
      if (relation(value.element) === "self" && !isFeed && /^[^/\s]+\/[^/\s]+$/.test(media)) yield around(value);
    },
  },
];

const titleRule = plainText({
  ...containsHtml,
  code: "atom/link-title-html",
  spec: `${RFC}#section-4.2.7.5`,
  example: "entry",
  bad: '<link rel="via" href="a" title="&lt;b>Rain&lt;/b>"/>',
  good: '<link rel="via" href="a" title="Rain &lt; snow"/>',
});
const title: readonly Rule<Value>[] = [
  titleRule,
  plain(
    {
      code: "atom/link-title-blank",
      w3c: "AttrNotBlank",
      severity: "warning",
      message: "The title of the link is empty: write one, or leave it out",
      spec: `${RFC}#section-4.2.7.5`,
      example: "entry",
      bad: '<link rel="via" href="a" title=""/>',
      good: '<link rel="via" href="a" title="Rain"/>',
    },
    ({ text }) => text === "",
    "element",
  ),
];

/** An empty href is the document itself, which a link seldom means. */
const href: readonly Rule<Value>[] = [
  ...iriReference,
  {
    code: "atom/same-document",
    w3c: "SameDocumentReference",
    severity: "warning",
    message: "{value} leads to the feed itself, whatever xml:base says: write the address in full",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-4.4",
    example: "entry",
    bad: '<link rel="related" xml:base="https://example.org/rain" href=""/>',
    good: '<link rel="related" xml:base="https://example.org/rain" href="storm"/>',
    *check(value) {
      const { base } = value.element;
      // Nobody knows where the document is, but a self link, or xml:base on the feed itself, would say so.
      let top = value.element;
      while (top.parent) top = top.parent;
      if (base === "" || (base === top.base && relation(value.element) === "self")) return;
      if (uriFault(value.text, "reference", true) !== undefined) return;
      if (value.text === "" || value.text.startsWith("#") || value.text === base) yield of(value);
    },
  },
  {
    code: "atom/self-relative",
    w3c: "RelativeSelf",
    severity: "warning",
    message: "The self link {value} is relative: write where the feed is published, in full",
    spec: `${RFC}#section-4.1.1`,
    example: "feed",
    bad: '<link rel="self" href="feed.xml"/>',
    good: '<link rel="self" href="https://example.org/feed.xml"/>',
    *check(value) {
      if (
        isSelfOfFeed(value.element) &&
        !/^(?:\w+:)?\/\/[^/]/.test(value.text) &&
        !/^\w+:\/\/[^/]/.test(value.element.base)
      ) {
        yield of(value);
      }
    },
  },
  {
    code: "atom/self-elsewhere",
    w3c: "SelfDoesntMatchLocation",
    severity: "warning",
    w3cSeverity: "warning",
    message: "The self link {value} is not where the feed was found: publish it there, or correct the link",
    spec: `${RFC}#section-4.1.1`,
    example: "feed",
    bad: '<link rel="self" href="https://example.org/other.xml"/>',
    good: '<link rel="self" href="https://example.org/feed.xml"/>',
    *check(value) {
      const { addresses } = value.element.context;
      if (!isSelfOfFeed(value.element) || addresses.size === 0) return;
      const isKnown = [...addresses].some((address) => sameAddress(address, value.text, value.element.base));
      if (!isKnown) yield of(value);
    },
  },
];

function isSelfOfFeed(link: Element): boolean {
  return relation(link) === "self" && (link.parent?.key === "atom:feed" || link.parent?.key === "channel");
}

const length: readonly Rule<Value>[] = [
  ...nonNegativeInteger,
  {
    code: "atom/length-blank",
    w3c: "NotBlank",
    severity: "warning",
    message: "The length is empty: write it in bytes, or leave it out",
    spec: `${RFC}#section-4.2.7.6`,
    example: "entry",
    bad: '<link rel="enclosure" href="https://example.org/a.mp3" length=""/>',
    good: '<link rel="enclosure" href="https://example.org/a.mp3" length="0"/>',
    *check(value) {
      if (value.text === "") yield of(value);
    },
  },
];

const notEmpty: Rule<Element> = {
  code: "atom/link-text",
  w3c: "AtomLinkNotEmpty",
  severity: "warning",
  message: "Readers do not look at text in a link: write the address into href",
  spec: `${RFC}#section-4.2.7`,
  example: "entry",
  bad: '<link rel="via" href="https://example.org/">https://example.org/</link>',
  good: '<link rel="via" href="https://example.org/"></link>',
  *check(element) {
    if (element.text.trim() !== "") yield at(element);
  },
};

const enclosureLength: Rule<Element> = {
  code: "atom/enclosure-length",
  severity: "warning",
  w3cSeverity: "off",
  message: "The enclosure has no length: say how many bytes it is, since podcast readers show it",
  spec: `${RFC}#section-4.2.7.6`,
  example: "entry",
  bad: '<link rel="enclosure" type="audio/mpeg" href="https://example.org/a.mp3"/>',
  good: '<link rel="enclosure" type="audio/mpeg" length="1024" href="https://example.org/a.mp3"/>',
  *check(element) {
    if (relation(element) === "enclosure" && attribute(element, "length") === undefined) yield at(element);
  },
};

function onlyOnReplies(key: string, code: RuleText["code"], value: string): Rule<Element> {
  return {
    code,
    w3c: "UnexpectedAttribute",
    severity: "error",
    message: '{value} belongs to links with rel="replies": remove it',
    spec: "https://www.rfc-editor.org/rfc/rfc4685#section-4",
    example: "entry",
    bad: `<link rel="via" href="https://example.org/" ${key}="${value}"/>`,
    good: `<link rel="replies" href="https://example.org/" ${key}="${value}"/>`,
    *check(element) {
      const found = attributeOf(element, key);
      if (found && relation(element) !== "replies") {
        yield { ...at(element, { value: key }), offset: attributeOffset(element, found) };
      }
    },
  };
}

const when: Rule<Element> = {
  code: "thr/when",
  w3c: "NoThrWhen",
  severity: "error",
  message: "thr:when was never standardized: write thr:updated",
  spec: "https://www.rfc-editor.org/rfc/rfc4685#section-4",
  example: "entry",
  bad: '<link rel="replies" href="https://example.org/" thr:when="2025-08-19T11:30:00Z"/>',
  good: '<link rel="replies" href="https://example.org/" thr:updated="2025-08-19T11:30:00Z"/>',
  *check(element) {
    if (attribute(element, "thr:when") !== undefined) yield at(element);
  },
};

/** atom:link, in Atom and in RSS. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7 */
export const link: Kind = {
  content: "any",
  inside: anything,
  children: table(),
  attributes: {
    href,
    rel,
    type,
    hreflang: languageRules,
    title,
    length,
    "rdf:type": [],
    "rdf:resource": [],
    "thr:count": nonNegativeInteger,
    "thr:when": [],
    "thr:updated": rfc3339Rules,
  },
  required: ["href"],
  requiredRule: missingHref,
  strictAttributes: true,
  rules: [
    notEmpty,
    enclosureLength,
    onlyOnReplies("thr:count", "thr/count-misplaced", "1"),
    onlyOnReplies("thr:updated", "thr/updated-misplaced", "2025-08-19T11:30:00Z"),
    when,
  ],
};
