import type { Element, Kind } from "../element.ts";
import { at, attribute, child, has } from "../element.ts";
import { dublinCore } from "../extensions/dublin-core.ts";
import { geo } from "../extensions/geo.ts";
import { yesNo } from "../extensions/indexing.ts";
import { itunesItem } from "../extensions/itunes.ts";
import { media } from "../extensions/media.ts";
import { itemModules } from "../extensions/modules.ts";
import { newsItem } from "../extensions/news.ts";
import { nodes, onlyOne, single, table } from "../kind.ts";
import { atomReaderRules } from "../reader-rules.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { readIso } from "../values/date-text.ts";
import { nonBlank } from "../values/text.ts";
import { category } from "./category.ts";
import { link } from "./link.ts";
import { linksOf, oneAlternate, pagingRules } from "./links.ts";
import { atomExtras, date, feedChildren, id } from "./metadata.ts";
import { person } from "./person.ts";
import { relation } from "./relation.ts";
import { contentKind, textConstruct } from "./text.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.1";
const whole = (body: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><link rel="self" href="https://example.org/feed.xml"/>${body}</feed>`;
const entryOf = (body: string) =>
  whole(
    `<author><name>Ana</name></author><entry><title>Rain</title><id>tag:example.org,2025:rain</id><updated>2025-08-19T11:30:00Z</updated>${body}</entry>`,
  );

const rule = (
  text: Omit<RuleText, "spec" | "example"> & { spec?: string },
  check: Rule<Element>["check"],
): Rule<Element> => ({
  spec: `${RFC}.2`,
  example: "document",
  ...text,
  check,
});

const authorMissing: Rule<Element> = {
  ...missingElement,
  *check(entry) {
    const source = child(entry, "atom:source");
    const isNamed =
      has(entry, "atom:author") ||
      (source && has(source, "atom:author")) ||
      (entry.parent && has(entry.parent, "atom:author"));
    if (!isNamed)
      yield { ...at(entry, { value: "author", parent: entry.name }), element: "author", parent: entry.name };
  },
};

/** Media types that are neither text nor XML, and so nothing that a reader without a program for them can show. */
function isOpaque(type: string): boolean {
  return type.includes("/") && !/(?:\+|\/)xml$/.test(type) && !type.startsWith("text/") && !type.endsWith("/html");
}

const summaryMissing = rule(
  {
    code: "atom/summary-missing",
    w3c: "MissingSummary",
    severity: "error",
    message: "The content of {value} is elsewhere or no text: add a summary",
    spec: `${RFC}.1.1`,
    bad: entryOf('<content type="image/png" src="https://example.org/a.png"/>'),
    good: entryOf('<content type="image/png" src="https://example.org/a.png"/><summary>Rain</summary>'),
  },
  function* (entry) {
    const content = child(entry, "atom:content");
    if (!content || has(entry, "atom:summary")) return;
    if (attribute(content, "src") !== undefined || isOpaque(attribute(content, "type") ?? "")) {
      yield at(entry, { value: entry.name });
    }
  },
);

const textMissing = rule(
  {
    code: "atom/text-missing",
    w3c: "MissingTextualContent",
    severity: "warning",
    message: "The entry has neither summary nor content: readers show nothing but its title",
    spec: `${RFC}.1.1`,
    bad: entryOf('<link href="https://example.org/rain"/>'),
    good: entryOf("<summary>Rain</summary>"),
  },
  function* (entry) {
    if (!has(entry, "atom:content") && !has(entry, "atom:summary")) yield at(entry);
  },
);

const alternateMissing = rule(
  {
    code: "atom/alternate-missing",
    w3c: "MissingContentOrAlternate",
    severity: "error",
    message: 'The entry has no content, so it needs a link to the story: add <link rel="alternate" href="..."/>',
    bad: entryOf("<summary>Rain</summary>"),
    good: entryOf("<content>Rain</content>"),
  },
  function* (entry) {
    const isLinked = linksOf(entry).some((candidate) => relation(candidate) === "alternate");
    if (!has(entry, "atom:content") && !isLinked) yield at(entry);
  },
);

const sourceIncomplete: Rule<Element> = rule(
  {
    code: "atom/source-incomplete",
    w3c: "MissingSourceElement",
    severity: "warning",
    message: "The source has no {value}: copy it from the feed that the entry came from",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.11",
    bad: entryOf("<content>Rain</content><source><title>News</title></source>"),
    good: entryOf(
      "<content>Rain</content><source><title>News</title><id>tag:example.org,2025:x</id><updated>2025-08-19T11:30:00Z</updated></source>",
    ),
  },
  function* (source) {
    for (const name of ["title", "id", "updated"]) {
      if (!has(source, `atom:${name}`)) yield { ...at(source, { value: name }), element: name, parent: source.name };
    }
  },
);

const publishedAfterUpdated = rule(
  {
    code: "atom/published-after-updated",
    severity: "warning",
    w3cSeverity: "off",
    message: "The entry was published {value}, after it was updated: correct one of the dates",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.9",
    bad: entryOf("<content>Rain</content><published>2025-08-20T00:00:00Z</published>"),
    good: entryOf("<content>Rain</content><published>2025-08-19T12:30:00+01:00</published>"),
  },
  function* (entry) {
    const published = child(entry, "atom:published");
    const updated = child(entry, "atom:updated");
    if (!published || !updated) return;
    const first = readIso(published.text.trim(), "rfc3339").instant;
    const last = readIso(updated.text.trim(), "rfc3339").instant;
    if (first !== undefined && last !== undefined && first > last)
      yield at(published, { value: published.text.trim() });
  },
);

const source: Kind = nodes(feedChildren, {
  ...onlyOne,
  rules: [sourceIncomplete, oneAlternate, ...pagingRules],
});

/** Ids and dates are compared among entries, so an empty one is worse than a wrong one. */
function notBlank(kind: Kind): Kind {
  return { ...kind, value: [...(kind.value ?? []), ...nonBlank] };
}

/** An entry. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2 */
export const entry: Kind = nodes(
  table(
    {
      "atom:author": person,
      "atom:category": category,
      "atom:content": { ...contentKind, ...onlyOne },
      "atom:contributor": person,
      "atom:id": notBlank(id),
      "atom:link": link,
      "atom:published": date,
      "atom:rights": { ...textConstruct, ...onlyOne },
      "atom:source": source,
      "atom:summary": { ...textConstruct, ...onlyOne },
      "atom:title": { ...textConstruct, ...onlyOne },
      "atom:updated": notBlank(date),
      "app:edited": date,
      "app:control": nodes(table({ "app:draft": single(yesNo) }), onlyOne),
    },
    atomExtras,
    dublinCore,
    media,
    itunesItem,
    itemModules,
    geo,
    newsItem,
  ),
  {
    entry: true,
    attributes: { "rdf:parseType": [] },
    requires: [
      ["atom:title", missingElement],
      ["atom:id", missingElement],
      ["atom:updated", missingElement],
    ],
    rules: [
      authorMissing,
      summaryMissing,
      textMissing,
      alternateMissing,
      oneAlternate,
      publishedAfterUpdated,
      ...atomReaderRules,
    ],
  },
);
