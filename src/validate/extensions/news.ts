import type { Kind, Value } from "../element.ts";
import { anything, leaf, nodes, single, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { rfc3339Rules, w3cdtfRules } from "../values/date.ts";
import { plain } from "../values/family.ts";
import { languageRules } from "../values/language.ts";
import { absoluteUri, permanentIri } from "../values/uri.ts";
import { oneOf } from "./enumeration.ts";

/** Namespaces that news feeds meet and the W3C validator does not know; profile core alone judges them. */

const own = { severity: "error", w3cSeverity: "off" } as const satisfies Partial<RuleText>;

const accentColor: Rule<Value> = plain(
  {
    ...own,
    code: "webfeeds/accent-color",
    message: "{value} is no colour: write six hexadecimal digits without #",
    spec: "https://blog.feedly.com/10-ways-to-optimize-your-feed-for-feedly/",
    example: "channel",
    bad: '<webfeeds:accentColor xmlns:webfeeds="http://webfeeds.org/rss/1.0">#00FF00</webfeeds:accentColor>',
    good: '<webfeeds:accentColor xmlns:webfeeds="http://webfeeds.org/rss/1.0">00FF00</webfeeds:accentColor>',
  },
  ({ text }) => !/^[0-9A-Fa-f]{6}$/.test(text),
);

const shortTitle: Rule<Value> = plain(
  {
    ...own,
    severity: "warning",
    code: "mi/short-title",
    message: "{value} is longer than MSN shows: write at most 54 characters",
    spec: "https://helpcenter.microsoftnews.com/kb/articles/36-rss-content-feed-spec",
    example: "item",
    bad: `<mi:shortTitle xmlns:mi="http://schemas.ingestion.microsoft.com/common/">${"a".repeat(55)}</mi:shortTitle>`,
    good: `<mi:shortTitle xmlns:mi="http://schemas.ingestion.microsoft.com/common/">${"a".repeat(54)}</mi:shortTitle>`,
  },
  ({ text }) => Array.from(text.slice(0, 200)).length > 54,
);

const locked: Rule<Value> = oneOf(
  {
    ...own,
    code: "podcast/locked",
    message: "{value} is neither yes nor no: write one of them",
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/locked.md",
    example: "channel",
    bad: '<podcast:locked xmlns:podcast="https://podcastindex.org/namespace/1.0">true</podcast:locked>',
    good: '<podcast:locked xmlns:podcast="https://podcastindex.org/namespace/1.0">yes</podcast:locked>',
  },
  ["yes", "no"],
);

const tombstone: Kind = nodes(
  table({ "at:comment": leaf(), "at:by": anything, "atom:link": anything, "atom:source": anything }),
  {
    attributes: { ref: permanentIri, when: rfc3339Rules },
    required: ["ref", "when"],
  },
);

const newsArticle: Kind = nodes(
  table({
    "news:publication": nodes(table({ "news:name": single(), "news:language": single(languageRules) }), {
      requires: [
        ["news:name", missingElement],
        ["news:language", missingElement],
      ],
    }),
    "news:publication_date": single(w3cdtfRules),
    "news:title": single(),
    "news:keywords": anything,
    "news:genres": anything,
    "news:stock_tickers": anything,
    "news:access": anything,
  }),
  {
    requires: [
      ["news:publication", missingElement],
      ["news:publication_date", missingElement],
      ["news:title", missingElement],
    ],
  },
);

function all(prefix: string, names: string, kind: Kind = anything): Readonly<Record<string, Kind>> {
  return Object.fromEntries(names.split(" ").map((name) => [`${prefix}:${name}`, kind]));
}

/** In a channel or feed. */
export const newsFeed: Readonly<Record<string, Kind>> = {
  "webfeeds:accentColor": single([accentColor]),
  ...all("webfeeds", "cover icon logo related analytics wordmark promotion"),
  "snf:logo": nodes(table({ url: single(absoluteUri) }), { content: "any" }),
  ...all("snf", "darkModeLogo analytics"),
  "podcast:locked": leaf([locked], { attributes: { owner: [] } }),
  ...all(
    "podcast",
    "guid funding person location trailer license value medium images liveItem block txt remoteItem podroll updateFrequency podping " +
      "publisher chat image",
  ),
  ...all(
    "source",
    "account likes cloud blogroll archive self localTime markdown outline subscriptionList linkFull inReplyTo",
  ),
  "at:deleted-entry": tombstone,
  ...all("googleplay", "author owner email image category description explicit block new-feed-url"),
  ...all("rawvoice", "rating location frequency subscribe donate metamark"),
};

/** In an item or entry. */
export const newsItem: Readonly<Record<string, Kind>> = {
  "mi:shortTitle": single([shortTitle]),
  ...all("mi", "dateTimeWritten hasSyndicationRights licensorName licenseId expirationDateTime focalRegion title"),
  ...all("snf", "video sponsoredLink analytics advertisement keyPoints topics"),
  ...all("yandex", "full-text genre author related type pdalink"),
  ...all(
    "podcast",
    "transcript chapters soundbite person location season episode license alternateEnclosure value socialInteract images txt contentLink " +
      "chat image",
  ),
  ...all("source", "markdown outline linkFull inReplyTo likes comments"),
  "news:news": newsArticle,
  ...all("googleplay", "author image description explicit block"),
  ...all("rawvoice", "poster isHd embed webm"),
  ...all("webfeeds", "cover related"),
};
