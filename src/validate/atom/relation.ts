import type { Element, Value } from "../element.ts";
import { around, attribute } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { plain } from "../values/family.ts";
import { hasScheme } from "../values/uri-text.ts";

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
    (value) => isUnregistered(relation(value.element)) && !hasScheme(value.text),
    "element",
  );
}

/** Rules of the relation. */
export const rel: readonly Rule<Value>[] = [
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
