import type { Element, Kind } from "../element.ts";
import { at, missingIn } from "../element.ts";
import { yesNo } from "../extensions/indexing.ts";
import { nodes, table } from "../kind.ts";
import { atomReaderRules } from "../reader-rules.ts";
import type { Rule } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { entry } from "./entry.ts";
import { linksOf, oneAlternate, pagingRules } from "./links.ts";
import { feedChildren, feedMetadata } from "./metadata.ts";
import { relation } from "./relation.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1";

const selfMissing: Rule<Element> = {
  code: "atom/self-missing",
  w3c: "MissingSelf",
  severity: "warning",
  message: 'The feed does not say where it is published: add <link rel="self" href="..."/>',
  spec: RFC,
  example: "document",
  bad: '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><author><name>Ana</name></author></feed>',
  good: '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><author><name>Ana</name></author><link rel="self" href="https://example.org/feed.xml"/></feed>',
  *check(feed) {
    if (!linksOf(feed).some((link) => relation(link) === "self")) yield at(feed);
  },
};

const misplaced: Rule<Element> = {
  code: "atom/metadata-after-entries",
  w3c: "MisplacedMetadata",
  severity: "warning",
  w3cSeverity: "error",
  message: "{value} stands after an entry: move it to the head of the feed, since readers may stop before it",
  spec: RFC,
  example: "document",
  bad: '<feed xmlns="http://www.w3.org/2005/Atom"><entry/><title>News</title></feed>',
  good: '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry/></feed>',
  *check(feed) {
    const { seam } = feed.context;
    const isAfter = (child: Element) => child.key === "atom:entry" || (seam !== undefined && child.end > seam);
    const first = feed.children.findIndex(isAfter);
    if (first === -1) return;
    for (const child of feed.children.slice(first)) {
      if (Object.hasOwn(feedMetadata, child.key)) yield at(child, { value: child.name });
    }
  },
};

/** Children that every feed must have; the W3C validator stops looking for them at the first entry. */
const required: Rule<Element> = {
  ...missingElement,
  *check(feed) {
    const entry = feed.children.findIndex((child) => child.key === "atom:entry");
    const before = entry === -1 || feed.context.profile === "core" ? feed.children : feed.children.slice(0, entry);
    for (const name of ["title", "id", "updated"]) {
      if (!before.some((child) => child.key === `atom:${name}`)) yield missingIn(feed, name);
    }
  },
};

/** The feed. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1 */
export const feed: Kind = nodes(table({ "atom:entry": entry }, feedChildren), {
  attributes: { "indexing:index": yesNo },
  rules: [required, selfMissing, misplaced, oneAlternate, ...pagingRules, ...atomReaderRules],
});
