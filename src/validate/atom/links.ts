import type { Element } from "../element.ts";
import { at, attribute } from "../element.ts";
import type { Place, Rule, RuleText } from "../rule.ts";
import { FEED_RELATIONS, relation } from "./relation.ts";
import { sameAddress } from "./same-address.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1";
const PAGING = "https://www.rfc-editor.org/rfc/rfc5005";

/** The links of a feed or entry. */
export function linksOf(element: Element): readonly Element[] {
  return element.children.filter((child) => child.key === "atom:link");
}

function has(element: Element, key: string): boolean {
  return element.children.some((child) => child.key === key);
}

/** RFC 4287: one alternate per type and language, or a reader cannot choose. */
export const oneAlternate: Rule<Element> = {
  code: "atom/alternate-twice",
  w3c: "DuplicateAtomLink",
  severity: "error",
  message: "There is another alternate link of the same type and language: keep one",
  spec: RFC,
  example: "entry",
  bad: '<link href="https://example.org/a"/><link rel="alternate" href="https://example.org/b"/>',
  good: '<link type="text/html" href="https://example.org/a"/><link type="text/html" hreflang="de" href="https://example.org/b"/>',
  *check(element) {
    const seen = new Set<string>();
    for (const link of linksOf(element)) {
      if (relation(link) !== "alternate") continue;
      const kind = `${attribute(link, "type") ?? ""} ${attribute(link, "hreflang") ?? ""}`;
      if (seen.has(kind)) yield { ...at(link), element: "link", parent: element.name };
      seen.add(kind);
    }
  },
};

function onLinks(
  text: Omit<RuleText, "example" | "spec"> & Partial<RuleText>,
  check: (feed: Element, links: readonly Element[]) => Iterable<Place>,
): Rule<Element> {
  return { example: "feed", spec: PAGING, ...text, check: (element) => check(element, linksOf(element)) };
}

/** An address under which this document is known. */
function isHere(link: Element): boolean {
  const address = attribute(link, "href") ?? "";
  return (
    [...link.context.addresses].some((known) => sameAddress(known, address, link.base)) ||
    link.context.addresses.has(address)
  );
}

const self = (href: string) => `<link rel="self" href="${href}"/>`;
const FH = 'xmlns:fh="http://purl.org/syndication/history/1.0"';

/** Paging and archives. @see https://www.rfc-editor.org/rfc/rfc5005 */
export const pagingRules: readonly Rule<Element>[] = [
  onLinks(
    {
      code: "fh/complete-with-pages",
      w3c: "FeedRelInCompleteFeed",
      severity: "error",
      message: "A complete feed has no other documents: remove the link {value}, or fh:complete",
      bad: `<fh:complete ${FH}/><link rel="next" href="https://example.org/2"/>`,
      good: `<fh:complete ${FH}/><link rel="related" href="https://example.org/2"/>`,
    },
    function* (feed, links) {
      if (!has(feed, "fh:complete")) return;
      for (const link of links) {
        const name = relation(link);
        if (FEED_RELATIONS.has(name) && name !== "current") yield at(link, { value: name });
      }
    },
  ),
  onLinks(
    {
      code: "fh/complete-elsewhere",
      w3c: "CurrentNotSelfInCompleteFeed",
      severity: "error",
      message: "A complete feed is its own current document: link current to itself, or remove the link",
      bad: `<fh:complete ${FH}/><link rel="current" href="https://example.org/other"/>`,
      good: `<fh:complete ${FH}/>${self("https://example.org/feed.xml")}<link rel="current" href="https://example.org/feed.xml"/>`,
    },
    function* (feed, links) {
      if (!has(feed, "fh:complete")) return;
      for (const link of links) if (relation(link) === "current" && !isHere(link)) yield at(link);
    },
  ),
  onLinks(
    {
      code: "fh/past-the-end",
      w3c: "LinkPastEnd",
      severity: "error",
      message: "This is the first or last document, yet it links further: remove the link {value}",
      bad: `${self("https://example.org/feed.xml")}<link rel="first" href="https://example.org/feed.xml"/><link rel="previous" href="https://example.org/0"/>`,
      good: `${self("https://example.org/feed.xml")}<link rel="first" href="https://example.org/feed.xml"/><link rel="next" href="https://example.org/2"/>`,
    },
    function* (_, links) {
      for (const [end, beyond] of [
        ["first", "previous"],
        ["last", "next"],
      ]) {
        if (!links.some((link) => relation(link) === end && isHere(link))) continue;
        for (const link of links) if (relation(link) === beyond) yield at(link, { value: relation(link) });
      }
    },
  ),
  onLinks(
    {
      code: "fh/archive-alone",
      w3c: "ArchiveIncomplete",
      severity: "warning",
      message: "An archive links to the one before it: add prev-archive, or mark the feed complete",
      bad: `<fh:archive ${FH}/><link rel="current" href="https://example.org/now"/>`,
      good: `<fh:archive ${FH}/><link rel="current" href="https://example.org/now"/><link rel="prev-archive" href="https://example.org/1"/>`,
    },
    function* (feed, links) {
      if (!has(feed, "fh:archive") || has(feed, "fh:complete")) return;
      if (!links.some((link) => /^(?:prev|next)-archive$/.test(relation(link)))) yield at(feed);
    },
  ),
  onLinks(
    {
      code: "fh/current-missing",
      w3c: "MissingCurrentInArchive",
      severity: "warning",
      message: 'An archive links to the feed that readers subscribe to: add a link with rel="current"',
      bad: `<fh:archive ${FH}/><link rel="prev-archive" href="https://example.org/1"/>`,
      good: `<fh:archive ${FH}/><link rel="prev-archive" href="https://example.org/1"/><link rel="current" href="https://example.org/now"/>`,
    },
    function* (feed, links) {
      if (!has(feed, "fh:archive") || has(feed, "fh:complete")) return;
      if (!links.some((link) => relation(link) === "current")) yield at(feed);
    },
  ),
];
