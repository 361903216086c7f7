import { link as atomLink } from "../atom/link.ts";
import { person } from "../atom/person.ts";
import { contentKind, textConstruct } from "../atom/text.ts";
import { xhtmlBody } from "../atom/xhtml.ts";
import type { Element, Kind, Value } from "../element.ts";
import { at, child, has, missingIn } from "../element.ts";
import { dublinCore } from "../extensions/dublin-core.ts";
import { geo } from "../extensions/geo.ts";
import { itunesItem } from "../extensions/itunes.ts";
import { episodeFormat } from "../extensions/itunes-enclosure.ts";
import { media } from "../extensions/media.ts";
import { itemModules } from "../extensions/modules.ts";
import { newsItem } from "../extensions/news.ts";
import { anything, leaf, nodes, onlyOne, single, table } from "../kind.ts";
import { titleRules } from "../reader-rules.ts";
import type { Rule, RuleText } from "../rule.ts";
import { rfc822Rules, rfc3339Rules, w3cdtfRules } from "../values/date.ts";
import { contactRules } from "../values/email.ts";
import { where } from "../values/family.ts";
import { rssHtml } from "../values/html.ts";
import { nonBlank, plainTextRules } from "../values/text.ts";
import { absoluteUri } from "../values/uri.ts";
import { enclosure } from "./enclosure.ts";
import { guid } from "./guid.ts";
import { itemTwins } from "./twins.ts";

const RSS = "https://www.rssboard.org/rss-specification";
const PROFILE = "https://www.rssboard.org/rss-profile";

function rule(text: Omit<RuleText, "example">, check: Rule<Element>["check"]): Rule<Element> {
  return { example: "document", ...text, check };
}

const channel = (body: string) =>
  `<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>https://example.org/</link><description>News</description>${body}</channel></rss>`;

function is20(item: Element): boolean {
  return item.context.rssVersion.startsWith("2.");
}

const rules: readonly Rule<Element>[] = [
  rule(
    {
      code: "rss/item-without-text",
      w3c: "ItemMustContainTitleOrDescription",
      severity: "error",
      message: "The item has neither title nor description: add one",
      spec: `${RSS}#hrelementsOfLtitemgt`,
      bad: channel("<item><guid isPermaLink='false'>tag:example.org,2025:rain</guid></item>"),
      good: channel("<item><title>Rain</title></item>"),
    },
    function* (item) {
      if (!has(item, "title") && !has(item, "description")) yield at(item);
    },
  ),
  rule(
    {
      code: "rss/guid-missing",
      w3c: "MissingGuid",
      severity: "warning",
      message: "The item has no guid: give it one that never changes, or an edited link shows as a new story",
      spec: `${PROFILE}#element-channel-item-guid`,
      bad: channel("<item><title>Rain</title></item>"),
      good: channel('<item><title>Rain</title><guid isPermaLink="false">tag:example.org,2025:rain</guid></item>'),
    },
    function* (item) {
      if (!has(item, "guid") && is20(item)) yield { ...missingIn(item, "guid") };
    },
  ),
  rule(
    {
      code: "rss/comments-without-build-date",
      w3c: "SlashDate",
      severity: "warning",
      message: "slash:comments changes while the item does not: add lastBuildDate to the channel",
      spec: `${PROFILE}#namespace-elements-slash-comments`,
      bad: channel("<item><title>Rain</title><slash:comments>3</slash:comments></item>"),
      good: channel(
        "<lastBuildDate>Tue, 19 Aug 2025 11:30:00 GMT</lastBuildDate><item><title>Rain</title><slash:comments>3</slash:comments></item>",
      ),
    },
    function* (item) {
      const comments = child(item, "slash:comments");
      if (comments && item.parent && !has(item.parent, "lastBuildDate")) yield at(comments);
    },
  ),
  rule(
    {
      code: "rss/description-after-content",
      w3c: "NeedDescriptionBeforeContent",
      severity: "warning",
      message: "content:encoded needs a description before it: three readers show nothing else",
      spec: `${PROFILE}#namespace-elements-content-encoded`,
      bad: channel("<item><content:encoded>Rain</content:encoded><description>Rain</description></item>"),
      good: channel("<item><description>Rain</description><content:encoded>Rain</content:encoded></item>"),
    },
    function* (item) {
      const content = item.children.findIndex((candidate) => candidate.key === "content:encoded");
      const description = item.children.findIndex((candidate) => candidate.key === "description");
      const found = item.children[content];
      if (found && (description === -1 || description > content)) yield at(found);
    },
  ),
  ...itemTwins,
  episodeFormat,
];

/** RSS 0.91 had no HTML. */
const isPlain = ({ element }: Value) => element.context.rssVersion === "0.91";

const description: Kind = single([...where(rssHtml, (value) => !isPlain(value)), ...where(plainTextRules, isPlain)]);

/** An item. @see https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt */
export const item: Kind = nodes(
  table(
    {
      author: single(contactRules),
      category: leaf([...plainTextRules, ...nonBlank], { attributes: { domain: [] } }),
      comments: single(absoluteUri),
      description,
      enclosure,
      guid,
      link: single(absoluteUri),
      pubDate: single(rfc822Rules),
      source: single(plainTextRules, { attributes: { url: absoluteUri }, required: ["url"] }),
      title: single([...plainTextRules, ...nonBlank, ...titleRules]),
      "content:encoded": single(rssHtml),
      "xhtml:body": xhtmlBody,
      "atom:author": { ...person, ...onlyOne },
      "atom:content": contentKind,
      "atom:contributor": person,
      "atom:id": single([...absoluteUri, ...nonBlank]),
      "atom:link": atomLink,
      "atom:published": single(rfc3339Rules),
      "atom:summary": { ...textConstruct, ...onlyOne },
      "atom:title": { ...contentKind, ...onlyOne },
      "atom:updated": single(rfc3339Rules),
      "dc:creator": leaf(),
      "dc:date": leaf(w3cdtfRules),
      "dc:subject": leaf(),
      "cc:license": anything,
    },
    dublinCore,
    media,
    itunesItem,
    itemModules,
    geo,
    newsItem,
  ),
  { entry: true, rules },
);
