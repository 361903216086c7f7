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
import { sameAddress } from "./same-address.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287";
const PAGING = "https://www.rfc-editor.org/rfc/rfc5005";
const RELATIONS = "https://www.iana.org/assignments/link-relations/link-relations.xhtml";

/** Relations of RFC 5005, which join documents of one feed. */
export const FEED_RELATIONS: ReadonlySet<string> = new Set(
  "current first last next next-archive prev-archive previous".split(" "),
);

/** Relations that the W3C validator knows. */
const KNOWN = new Set(
  (
    "alternate current describedby edit edit-media enclosure first hub last license next next-archive payment prev-archive previous " +
    "related replies search self service up via"
  ).split(" "),
);

/** Relations that were registered since. */
const NEWER = new Set(
  (
    "about acl amphtml appendix api-catalog apple-touch-icon archives author blocked-by bookmark c2pa-manifest canonical chapter cite-as " +
    "collection contents convertedfrom copyright create-form deprecation describes disclosure dns-prefetch duplicate edit-form " +
    "external glossary help hosts icon index intervalafter intervalbefore intervalcontains intervaldisjoint intervalduring intervalequals " +
    "intervalfinishedby intervalin intervalmeets intervalmetby intervaloverlappedby intervaloverlaps intervalstartedby intervalstarts " +
    "item latest-version ldp#constrainedby linkset lrdd manifest mask-icon me media-feed memento micropub modulepreload monitor " +
    "monitor-group nofollow noopener noreferrer opener openid2.local_provider openid2.provider original p3pv1 pingback preconnect " +
    "predecessor-version prefetch preload prerender prev preview privacy-policy profile publication restconf rulesactive rule-input " +
    "ruleinput search section service-desc service-doc service-meta sip-trunking-capability sponsored start status stylesheet " +
    "subsection successor-version sunset tag terms-of-service timegate timemap type ugc version-history webmention working-copy " +
    "working-copy-of"
  ).split(" "),
);

/** A relation, without the long form that RFC 4287 gives it too. */
export function relation(link: Element): string {
  return (attribute(link, "rel") ?? "alternate").replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, "");
}

function unregistered(
  text: Omit<RuleText, "message" | "spec" | "example" | "good">,
  isUnregistered: (name: string) => boolean,
): Rule<Value> {
  return plain(
    {
      ...text,
      message: "The relation {value} is not registered: write one that is, or an address of your own",
      spec: RELATIONS,
      example: "entry",
      good: '<link rel="via" href="https://example.org/"/>',
    },
    (value) => isUnregistered(relation(value.element)) && uriFault(value.text, "absolute", true) !== undefined,
    "element",
  );
}

const rel: readonly Rule<Value>[] = [
  unregistered(
    {
      code: "atom/rel",
      w3c: "UnregisteredAtomLinkRel",
      severity: "warning",
      bad: '<link rel="source" href="https://example.org/"/>',
    },
    (name) => !KNOWN.has(name) && !NEWER.has(name.toLowerCase()),
  ),
  unregistered(
    {
      code: "atom/rel-unknown-to-w3c",
      w3c: "UnregisteredAtomLinkRel",
      severity: "off",
      w3cSeverity: "warning",
      bad: '<link rel="canonical" href="https://example.org/"/>',
    },
    (name) => !KNOWN.has(name) && NEWER.has(name.toLowerCase()),
  ),
  plain(
    {
      code: "atom/rel-blank",
      w3c: "AttrNotBlank",
      severity: "warning",
      message: "The relation is empty: write one, or leave it out",
      spec: `${RFC}#section-4.2.7.2`,
      example: "entry",
      bad: '<link rel="" href="https://example.org/"/>',
      good: '<link rel="via" href="https://example.org/"/>',
    },
    ({ text }) => text === "",
    "element",
  ),
  {
    code: "atom/feed-relation-in-entry",
    w3c: "FeedHistoryRelInEntry",
    severity: "warning",
    message: "The relation {value} joins feeds, not entries: move the link to the feed",
    spec: PAGING,
    example: "entry",
    bad: '<link rel="next" href="https://example.org/2"/>',
    good: '<link rel="related" href="https://example.org/2"/>',
    *check(value) {
      const isIn = value.element.parent?.key === "atom:entry";
      if (isIn && FEED_RELATIONS.has(relation(value.element))) yield around(value);
    },
  },
];

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
      if (base === "" || uriFault(value.text, "reference", true) !== undefined) return;
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
