import type { Element, Kind, Value } from "../element.ts";
import { attribute } from "../element.ts";
import { anything, leaf, nodes, onlyOne, single, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { rfc822Rules } from "../values/date.ts";
import { ownerEmailRules } from "../values/email.ts";
import { plain } from "../values/family.ts";
import { positiveInteger } from "../values/number.ts";
import { plainTextRules } from "../values/text.ts";
import { absoluteUri, webUrl } from "../values/uri.ts";
import { oneOf } from "./enumeration.ts";
import { categoryState } from "./itunes-categories.ts";

const TAGS = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390";
const error = { severity: "error", spec: TAGS, example: "item" } as const satisfies Partial<RuleText>;

function atMost(limit: number): Rule<Value> {
  return plain(
    {
      ...error,
      code: limit === 255 ? "itunes/too-long" : "itunes/summary-too-long",
      w3c: "TooLong",
      message: `The text {value} is longer than ${limit} characters: shorten it`,
      bad:
        limit === 255
          ? `<itunes:author>${"a".repeat(256)}</itunes:author>`
          : `<itunes:summary>${"a".repeat(4001)}</itunes:summary>`,
      good:
        limit === 255
          ? `<itunes:author>${"a".repeat(255)}</itunes:author>`
          : `<itunes:summary>${"a".repeat(4000)}</itunes:summary>`,
    },
    ({ text }) => text.length > limit && Array.from(text).length > limit,
  );
}

const short = [atMost(255), ...plainTextRules];

const keywords = plain(
  {
    ...error,
    severity: "warning",
    code: "itunes/keywords",
    w3c: "InvalidKeywords",
    message: "The keywords {value} are not separated: write commas between them",
    bad: "<itunes:keywords>rain storm harbour</itunes:keywords>",
    good: "<itunes:keywords>rain storm, harbour</itunes:keywords>",
  },
  ({ text }) => text.includes(" ") && !text.includes(","),
);

const block = oneOf(
  {
    ...error,
    code: "itunes/block",
    w3c: "InvalidYesNoClean",
    message: "{value} is neither yes nor no: write Yes to hide the episode, or leave itunes:block out",
    bad: "<itunes:block>true</itunes:block>",
    good: "<itunes:block>Yes</itunes:block>",
  },
  ["yes", "no", "clean"],
  { anyCase: true, raw: true },
);

const explicit = oneOf(
  {
    ...error,
    code: "itunes/explicit",
    w3c: "InvalidTrueFalse",
    message: "{value} is neither true nor false: write one of them",
    bad: "<itunes:explicit>clean</itunes:explicit>",
    good: "<itunes:explicit>False</itunes:explicit>",
  },
  ["true", "false"],
  { anyCase: true, raw: true },
);

const duration = plain(
  {
    ...error,
    code: "itunes/duration",
    w3c: "InvalidDuration",
    message: "{value} is no duration: write seconds, or hours:minutes:seconds",
    bad: "<itunes:duration>5 min</itunes:duration>",
    good: "<itunes:duration>1:05:00</itunes:duration>",
  },
  ({ text }) => !/^\d+(?::[0-5][0-9](?::[0-5][0-9])?)?$/.test(text),
);

const episodeType = oneOf(
  {
    ...error,
    code: "itunes/episode-type",
    w3c: "InvalidItunesEpisodeType",
    message: "There is no type of episode {value}: write full, trailer or bonus",
    bad: "<itunes:episodeType>Full</itunes:episodeType>",
    good: "<itunes:episodeType>full</itunes:episodeType>",
  },
  ["full", "trailer", "bonus"],
);

const showType = oneOf(
  {
    ...error,
    example: "channel",
    code: "itunes/type",
    w3c: "InvalidItunesChannelType",
    message: "There is no type of show {value}: write episodic or serial",
    bad: "<itunes:type>weekly</itunes:type>",
    good: "<itunes:type>serial</itunes:type>",
  },
  ["episodic", "serial"],
);

function categoryRules(above: (element: Element) => string | undefined): readonly Rule<Value>[] {
  const state = (value: Value) => categoryState(value.raw, above(value.element));
  const category = (name: string) => `<itunes:category text="${name}"/>`;
  return [
    plain(
      {
        ...error,
        example: "channel",
        code: "itunes/category",
        w3c: "InvalidItunesCategory",
        message: "Apple has no category {value} here: write one of its list",
        bad: category("Rain"),
        good: category("News"),
      },
      (value) => state(value) === "unknown",
      "element",
    ),
    plain(
      {
        ...error,
        severity: "warning",
        example: "channel",
        code: "itunes/category-former",
        w3c: "ObsoleteItunesCategory",
        message: "Apple has dropped the category {value}: write one of its list",
        bad: category("News &amp; Politics"),
        good: category("News"),
      },
      (value) => state(value) === "former",
      "element",
    ),
  ];
}

const subcategory: Kind = nodes(table(), {
  attributes: { text: categoryRules((element) => attribute(element.parent ?? element, "text")) },
  required: ["text"],
});
const category: Kind = nodes(table({ "itunes:category": subcategory }), {
  attributes: { text: categoryRules(() => undefined) },
  required: ["text"],
});

const everywhere: Readonly<Record<string, Kind>> = {
  "itunes:author": single(short),
  "itunes:block": single([block]),
  "itunes:explicit": single([explicit]),
  "itunes:keywords": single([...short, keywords]),
  "itunes:subtitle": single(short),
  "itunes:summary": single([atMost(4000), ...plainTextRules]),
  "itunes:image": nodes(table(), { ...onlyOne, attributes: { href: webUrl }, required: ["href"] }),
};

/** iTunes elements of a channel or feed. @see https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */
export const itunesChannel: Readonly<Record<string, Kind>> = {
  ...everywhere,
  "itunes:owner": nodes(
    table({ "itunes:email": single([...ownerEmailRules, ...plainTextRules]), "itunes:name": single(short) }),
    {
      ...onlyOne,
      requires: [["itunes:email", missingElement]],
    },
  ),
  "itunes:category": category,
  "itunes:pubDate": single(rfc822Rules),
  "itunes:new-feed-url": single(absoluteUri),
  "itunes:type": single([showType]),
  "itunes:complete": { ...anything, newer: true },
  "itunes:title": { ...anything, newer: true },
  "itunes:applepodcastsverify": { ...anything, newer: true },
};

/** iTunes elements of an item or entry. */
export const itunesItem: Readonly<Record<string, Kind>> = {
  ...everywhere,
  "itunes:duration": single([duration]),
  "itunes:title": single(),
  "itunes:episode": single(positiveInteger),
  "itunes:season": single(positiveInteger),
  "itunes:episodeType": single([episodeType]),
  "itunes:order": { ...leaf(), newer: true },
  "itunes:isClosedCaptioned": { ...leaf(), newer: true },
};
