import { category as atomCategory } from "../atom/category.ts";
import { link as atomLink } from "../atom/link.ts";
import { generator } from "../atom/metadata.ts";
import { person } from "../atom/person.ts";
import { relation } from "../atom/relation.ts";
import { textConstruct } from "../atom/text.ts";
import type { Element, Kind, Value } from "../element.ts";
import { at } from "../element.ts";
import { dublinCore } from "../extensions/dublin-core.ts";
import { geo } from "../extensions/geo.ts";
import { yesNo } from "../extensions/indexing.ts";
import { itunesChannel } from "../extensions/itunes.ts";
import { mediaNotes } from "../extensions/media.ts";
import { channelModules } from "../extensions/modules.ts";
import { newsFeed } from "../extensions/news.ts";
import { anything, leaf, nodes, onlyOne, single, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingDescription, missingElement, missingLink, missingTitle, undefinedElement } from "../structure.ts";
import { rfc822Rules, rfc3339Rules, w3cdtfRules } from "../values/date.ts";
import { contactRules } from "../values/email.ts";
import { plain } from "../values/family.ts";
import { languageRules } from "../values/language.ts";
import { positiveInteger, wholeNumber } from "../values/number.ts";
import { nonBlank, plainTextRules } from "../values/text.ts";
import { absoluteUri, uriReference } from "../values/uri.ts";
import { imageKind, textInput } from "./image.ts";
import { item } from "./item.ts";
import { skipDays, skipHours } from "./skip.ts";
import { channelTwins } from "./twins.ts";

const RSS = "https://www.rssboard.org/rss-specification";
const PROFILE = "https://www.rssboard.org/rss-profile";

const head = "<title>News</title><link>https://example.org/</link><description>News</description>";
const document = (body: string) =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${body}</channel></rss>`;

function rule(
  text: Omit<RuleText, "example" | "severity"> & Partial<RuleText>,
  check: Rule<Element>["check"],
): Rule<Element> {
  return { severity: "warning", example: "document", ...text, check };
}

/** Elements that describe the channel, which should all come before its items. */
const METADATA = new Set(
  (
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image " +
    "textInput skipHours skipDays atom:link"
  ).split(" "),
);

const rules: readonly Rule<Element>[] = [
  rule(
    {
      code: "rss/language-missing",
      w3c: "MissingDCLanguage",
      severity: "info",
      message: "The channel does not say its language: add <language>en</language>",
      spec: `${PROFILE}#element-channel-language`,
      bad: document(head),
      good: document(`${head}<language>en</language>`),
    },
    function* (channel) {
      const isSaid = channel.children.some((child) => child.key === "language" || child.key === "dc:language");
      if (!isSaid && channel.lang === "") yield { ...at(channel), element: "language", parent: channel.name };
    },
  ),
  rule(
    {
      code: "rss/self-missing",
      w3c: "MissingAtomSelfLink",
      message:
        'The channel does not say where it is published: add <atom:link rel="self" type="application/rss+xml" href="..."/>',
      spec: `${PROFILE}#namespace-elements-atom-link`,
      bad: document(head),
      good: document(`${head}<atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>`),
    },
    function* (channel) {
      if (channel.context.rssVersion !== "2.0") return;
      if (!channel.children.some((child) => child.key === "atom:link" && relation(child) === "self")) yield at(channel);
    },
  ),
  rule(
    {
      code: "rss/item-before-metadata",
      w3c: "MisplacedItem",
      message: "The item stands before {value}: move the items behind everything else, since readers may stop there",
      spec: `${PROFILE}#element-channel-item`,
      bad: document(
        `<title>News</title><item><title>Rain</title></item><link>https://example.org/</link><description>News</description>`,
      ),
      good: document(`${head}<item><title>Rain</title></item>`),
    },
    function* (channel) {
      let items: Element[] = [];
      for (const child of channel.children) {
        if (child.key === "item") items.push(child);
        else if (METADATA.has(child.key)) {
          for (const early of items) yield at(early, { value: child.name });
          items = [];
        }
      }
    },
  ),
  ...channelTwins,
];

const avoidTextInput: Rule<Element> = {
  code: "rss/text-input",
  w3c: "AvoidTextInput",
  severity: "warning",
  message: "No reader shows a textInput: leave it out",
  spec: `${PROFILE}#element-channel-textinput`,
  example: "channel",
  bad: "<textInput><title>Search</title><description>a</description><name>q</name><link>https://example.org/</link></textInput>",
  good: "<docs>https://www.rssboard.org/rss-specification</docs>",
  *check(element) {
    yield at(element);
  },
};

const misspelt: Rule<Element> = {
  ...undefinedElement,
  *check(element) {
    yield at(element, { value: element.name, parent: element.parent?.name ?? "" });
  },
};

const blink: Rule<Element> = {
  ...undefinedElement,
  code: "rss/blink",
  w3c: "NoBlink",
  message: "There is no blink in RSS 2.0: leave it out",
  example: "channel",
  bad: "<blink>https://example.org/</blink>",
  good: "<docs>https://example.org/</docs>",
  *check(element) {
    yield at(element);
  },
};

const port: readonly Rule<Value>[] = [
  plain(
    {
      code: "rss/cloud-port",
      w3c: "InvalidIntegerAttribute",
      severity: "error",
      message: "{value} is no port: write a number from 1 up",
      spec: `${RSS}#ltcloudgtSubelementOfLtchannelgt`,
      example: "channel",
      bad: '<cloud domain="example.org" port="http" path="/rpc" registerProcedure="notify" protocol="soap"/>',
      good: '<cloud domain="example.org" port="80" path="/rpc" registerProcedure="notify" protocol="soap"/>',
    },
    ({ text }) => (wholeNumber(text) ?? 0) <= 0,
    "element",
  ),
];

const protocol: readonly Rule<Value>[] = [
  plain(
    {
      code: "rss/cloud-protocol",
      severity: "error",
      w3cSeverity: "off",
      message: "{value} is no protocol of a cloud: write xml-rpc, soap or http-post, in small letters",
      spec: "https://www.rssboard.org/rss-profile#element-channel-cloud",
      example: "channel",
      bad: '<cloud domain="example.org" port="80" path="/rpc" registerProcedure="notify" protocol="SOAP"/>',
      good: '<cloud domain="example.org" port="80" path="/rpc" registerProcedure="notify" protocol="soap"/>',
    },
    ({ text }) => !["xml-rpc", "soap", "http-post"].includes(text),
    "element",
  ),
];

const cloud: Kind = nodes(table(), {
  ...onlyOne,
  attributes: { domain: [], path: [], port, protocol, registerProcedure: [] },
  required: ["domain", "port", "path", "registerProcedure", "protocol"],
});

const text: Kind = { ...textConstruct, ...onlyOne };

/** The channel. @see https://www.rssboard.org/rss-specification#requiredChannelElements */
export const channel: Kind = nodes(
  table(
    {
      category: leaf(plainTextRules, { attributes: { domain: [] } }),
      cloud,
      copyright: single(plainTextRules),
      description: single(plainTextRules),
      docs: single(absoluteUri),
      generator: single(),
      image: imageKind,
      item,
      language: single(languageRules),
      lastBuildDate: single(rfc822Rules),
      link: single(absoluteUri),
      managingEditor: single(contactRules),
      pubDate: single(rfc822Rules),
      rating: leaf(),
      skipDays,
      skipHours,
      textInput: { ...textInput, rules: [avoidTextInput] },
      textinput: { ...anything, ...onlyOne, rules: [misspelt] },
      blink: { ...anything, rules: [blink] },
      title: single([...plainTextRules, ...nonBlank]),
      ttl: single([...positiveInteger, ...nonBlank]),
      webMaster: single(contactRules),
      "atom:author": person,
      "atom:category": atomCategory,
      "atom:contributor": person,
      "atom:generator": generator,
      "atom:icon": single([...nonBlank, ...uriReference]),
      "atom:id": single(absoluteUri),
      "atom:link": atomLink,
      "atom:logo": single([...nonBlank, ...uriReference]),
      "atom:rights": text,
      "atom:subtitle": text,
      "atom:title": text,
      "atom:updated": single(rfc3339Rules),
      "dc:creator": leaf(),
      "dc:date": single(w3cdtfRules),
      "dc:subject": leaf(),
      "cc:license": anything,
      "creativeCommons:license": leaf(absoluteUri),
    },
    dublinCore,
    mediaNotes,
    itunesChannel,
    channelModules,
    geo,
    newsFeed,
  ),
  {
    ...onlyOne,
    attributes: { "indexing:index": yesNo },
    requires: [
      ["description", missingDescription],
      ["link", missingLink],
      ["title", missingTitle],
    ],
    rules,
  },
);

const version: Rule<Element> = {
  code: "rss/version",
  w3c: "InvalidRSSVersion",
  severity: "error",
  message: 'There is no RSS {value}: write version="2.0"',
  spec: `${RSS}#whatIsRss`,
  example: "document",
  bad: `<rss version="2.5"><channel>${head}</channel></rss>`,
  good: `<rss version="0.92"><channel>${head}</channel></rss>`,
  *check(rss) {
    const { hasRssDoctype, rssVersion } = rss.context;
    if (!hasRssDoctype() && !["0.91", "0.92", "2.0"].includes(rssVersion)) yield at(rss, { value: rssVersion });
  },
};

const doctype: Rule<Element> = {
  code: "rss/doctype-version",
  w3c: "InvalidDoctype",
  severity: "error",
  message: "The document type is that of RSS 0.91, the feed is RSS {value}: remove the document type",
  spec: `${RSS}#whatIsRss`,
  example: "document",
  bad: `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd"><rss version="2.0"><channel>${head}</channel></rss>`,
  good: `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://www.rssboard.org/rss-0.91.dtd"><rss version="0.91"><channel>${head}</channel></rss>`,
  *check(rss) {
    const { hasRssDoctype, rssVersion } = rss.context;
    if (hasRssDoctype() && rssVersion !== "0.91" && rss.attributes.some(({ key }) => key === "version")) {
      yield at(rss, { value: rssVersion });
    }
  },
};

/** The root of RSS 2.0. */
export const rss: Kind = nodes(table({ channel, "access:restriction": anything }), {
  attributes: { version: [] },
  required: ["version"],
  requires: [["channel", missingElement]],
  rules: [version, doctype],
});
