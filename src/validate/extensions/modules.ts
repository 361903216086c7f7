import type { Element, Kind } from "../element.ts";
import { at, attribute } from "../element.ts";
import { anything, leaf, nodes, onlyOne, single, table } from "../kind.ts";
import type { Rule } from "../rule.ts";
import { undefinedElement } from "../structure.ts";
import { iso8601Rules, rfc822Rules, w3cdtfRules } from "../values/date.ts";
import { ownerEmailRules } from "../values/email.ts";
import { plain } from "../values/family.ts";
import { mediaTypeRules } from "../values/media-type.ts";
import { integer, nonNegativeInteger, positiveInteger } from "../values/number.ts";
import { nonBlank, plainTextRules } from "../values/text.ts";
import { absoluteUri, answeredIri, permanentIri, webUrl } from "../values/uri.ts";
import { resource } from "./dublin-core.ts";
import { oneOf } from "./enumeration.ts";
import { googleBase } from "./google-base.ts";

/** RFC 4685: which entry this one answers. */
const inReplyTo: Kind = leaf([], {
  attributes: { href: answeredIri, ref: permanentIri, source: answeredIri, type: mediaTypeRules },
  rules: [
    {
      code: "thr/ref-missing",
      severity: "warning",
      w3cSeverity: "off",
      message: "thr:in-reply-to has no ref: add the id of the entry it answers",
      spec: "https://www.rfc-editor.org/rfc/rfc4685#section-3",
      example: "entry",
      bad: '<thr:in-reply-to href="https://example.org/rain"/>',
      good: '<thr:in-reply-to ref="tag:example.org,2025:rain"/>',
      *check(element: Element) {
        if (attribute(element, "ref") === undefined) yield at(element);
      },
    },
  ],
});

const commentRss: Rule<Element> = {
  code: "wfw/comment-rss",
  w3c: "CommentRSS",
  severity: "warning",
  message: "Readers look for wfw:commentRss: write it with small letters at the end",
  spec: "https://www.rssboard.org/comment-api",
  example: "item",
  bad: "<wfw:commentRSS>https://example.org/rain.rss</wfw:commentRSS>",
  good: "<wfw:commentRss>https://example.org/rain.rss</wfw:commentRss>",
  *check(element) {
    yield at(element);
  },
};

const hitParade = plain(
  {
    code: "slash/hit-parade",
    w3c: "InvalidCommaSeparatedIntegers",
    severity: "error",
    message: "{value} is no list of numbers: write digits with commas between",
    spec: "https://web.resource.org/rss/1.0/modules/slash/",
    example: "item",
    bad: "<slash:hit_parade>1 2 3</slash:hit_parade>",
    good: "<slash:hit_parade>1, 2,3</slash:hit_parade>",
  },
  ({ text }) => !/^\d+(?:,\s*\d+)*$/.test(text),
);

const updatePeriod = oneOf(
  {
    code: "sy/update-period",
    w3c: "InvalidUpdatePeriod",
    severity: "error",
    message: "There is no period {value}: write hourly, daily, weekly, monthly or yearly",
    spec: "https://web.resource.org/rss/1.0/modules/syndication/",
    example: "channel",
    bad: "<sy:updatePeriod>Hourly</sy:updatePeriod>",
    good: "<sy:updatePeriod>hourly</sy:updatePeriod>",
  },
  ["hourly", "daily", "weekly", "monthly", "yearly"],
);

const threadingChildren: Rule<Element> = {
  ...undefinedElement,
  *check(element) {
    yield at(element, { value: element.name, parent: element.parent?.name ?? "" });
  },
};

const address = single(absoluteUri);
const empty = nodes(table());

const contentItem = nodes(table({ "content:format": resource, "content:encoding": resource, "rdf:value": leaf() }));

/** Who keeps an outline, and since when. */
const outline: Readonly<Record<string, Kind>> = {
  "opml:dateCreated": single(rfc822Rules),
  "opml:dateModified": single(rfc822Rules),
  "opml:ownerName": single(),
  "opml:ownerEmail": single(ownerEmailRules),
  "opml:ownerId": single(webUrl),
};

/** Modules of channels and feeds. */
export const channelModules: Readonly<Record<string, Kind>> = {
  "sy:updatePeriod": single([updatePeriod]),
  "sy:updateFrequency": single([...positiveInteger, ...nonBlank]),
  "sy:updateBase": single(w3cdtfRules),
  "fh:archive": empty,
  "fh:complete": empty,
  "thr:in-reply-to": inReplyTo,
  "admin:generatorAgent": { ...resource, ...onlyOne },
  "admin:errorReportsTo": { ...resource, ...onlyOne },
  "blogChannel:blogRoll": address,
  "blogChannel:mySubscriptions": address,
  "blogChannel:blink": address,
  "blogChannel:changes": address,
  "foaf:maker": anything,
  "cp:server": resource,
  "wiki:interwiki": leaf(),
  "cf:listinfo": anything,
  "cf:treatAs": leaf(),
  "feedburner:awareness": address,
  "feedburner:browserFriendly": single(plainTextRules),
  "feedburner:emailServiceId": { ...anything, ...onlyOne },
  "feedburner:feedFlare": anything,
  "feedburner:info": anything,
  "feedburner:feedburnerHostname": address,
  "opensearch:totalResults": single(nonNegativeInteger),
  "opensearch:startIndex": single(integer),
  "opensearch:itemsPerPage": single(nonNegativeInteger),
  "opensearch:Query": anything,
  "opensearch10:totalResults": single(nonNegativeInteger),
  "opensearch10:startIndex": single(integer),
  "opensearch10:itemsPerPage": single(nonNegativeInteger),
  "xhtml:div": anything,
  "xhtml:meta": anything,
  "sx:sharing": anything,
  "taxo:topics": anything,
  "l:link": anything,
  ...outline,
};

/** Modules of items and entries. */
export const itemModules: Readonly<Record<string, Kind>> = {
  "slash:comments": single(nonNegativeInteger),
  "slash:section": leaf(),
  "slash:department": leaf(),
  "slash:hit_parade": single([hitParade]),
  "thr:children": { ...anything, rules: [threadingChildren] },
  "thr:total": single(nonNegativeInteger),
  "thr:in-reply-to": inReplyTo,
  "wfw:comment": address,
  "wfw:commentRss": address,
  "wfw:commentRSS": single(absoluteUri, { rules: [commentRss] }),
  "content:items": nodes(
    table({ "rdf:Bag": nodes(table({ "rdf:li": nodes(table({ "content:item": contentItem })) })) }),
  ),
  "annotate:reference": { ...resource, ...onlyOne },
  "ag:source": single(),
  "ag:sourceURL": address,
  "ag:timestamp": single(iso8601Rules),
  "ev:startdate": single(iso8601Rules),
  "ev:enddate": single(iso8601Rules),
  "ev:location": anything,
  "ev:organizer": anything,
  "ev:type": single(),
  "feedburner:awareness": address,
  "feedburner:origEnclosureLink": address,
  "feedburner:origLink": address,
  "foaf:maker": anything,
  "foaf:primaryTopic": anything,
  "wiki:diff": leaf(),
  "wiki:history": leaf(),
  "wiki:importance": leaf(),
  "wiki:status": leaf(),
  "wiki:version": leaf(),
  "trackback:ping": address,
  "trackback:about": leaf(absoluteUri),
  "sx:sync": anything,
  "taxo:topics": anything,
  "l:link": anything,
  "creativeCommons:license": leaf(absoluteUri),
  "conversationsNetwork:introMilliseconds": single(nonNegativeInteger),
  "conversationsNetwork:image": single(webUrl),
  "conversationsNetwork:ratingAverage": anything,
  "conversationsNetwork:ratingCount": single(nonNegativeInteger),
  "conversationsNetwork:ratingIndividual": single(positiveInteger),
  "conversationsNetwork:ratingTimestamp": single(iso8601Rules),
  ...googleBase,
  ...outline,
};
