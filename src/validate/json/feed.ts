import type { Rule, RuleText } from "../rule.ts";
import { canonicalUri } from "../values/canonical-uri.ts";
import { address } from "./addresses.ts";
import { author, deprecatedAuthor, noAuthors } from "./author.ts";
import { hub } from "./hub.ts";
import { item } from "./item.ts";
import { stringOf } from "./node.ts";
import { JSON_FEED, missing } from "./structure.ts";
import { anyText, language, plainText, titleText } from "./texts.ts";
import type { Field, JsonText, Thing, ThingKind } from "./thing.ts";
import { placeOf, placeOfThing, plain } from "./thing.ts";

const spec = `${JSON_FEED}#top-level`;
const example = "json";
const VERSION = '"version":"https://jsonfeed.org/version/1.1"';
const TITLE = '"title":"News"';
const ITEMS = '"items":[]';
const feed = (...members: readonly string[]) => `{${members.join(",")}}`;
const whole = feed(VERSION, TITLE, ITEMS);

/** The versions there are, by their addresses. */
export const VERSIONS: ReadonlyMap<string, "1" | "1.1"> = new Map([
  ["https://jsonfeed.org/version/1", "1"],
  ["https://jsonfeed.org/version/1.1", "1.1"],
]);

const version: readonly Rule<JsonText>[] = [
  plain<JsonText>(
    {
      code: "json/version",
      severity: "error",
      message: "There is no version {value}: write https://jsonfeed.org/version/1.1",
      spec,
      example,
      bad: feed('"version":"https://www.jsonfeed.org/version/1.1/"', TITLE, ITEMS),
      good: feed('"version":"https://jsonfeed.org/version/1"', TITLE, ITEMS),
    },
    ({ node }) => !VERSIONS.has(node.text),
  ),
];

const nextUrl: readonly Rule<JsonText>[] = [
  ...address,
  plain<JsonText>(
    {
      code: "json/next-url-loop",
      severity: "error",
      message: "next_url leads back to this feed, {value}: write the address of the next page, or leave it out",
      spec,
      example,
      bad: feed(VERSION, TITLE, '"feed_url":"https://example.org/a"', '"next_url":"https://example.org/a"', ITEMS),
      good: feed(VERSION, TITLE, '"feed_url":"https://example.org/a"', '"next_url":"https://example.org/a?2"', ITEMS),
    },
    ({ node, thing }) => {
      const own = stringOf(thing.node, "feed_url")?.text;
      return own !== undefined && isSameAddress(own, node.text);
    },
  ),
];

const feedUrl: readonly Rule<JsonText>[] = [
  ...address,
  {
    code: "json/feed-url-elsewhere",
    severity: "warning",
    message: "The feed is at {address}, but calls itself {value}: readers subscribe to what it says",
    spec,
    example,
    bad: feed(VERSION, TITLE, '"feed_url":"https://example.org/old.json"', ITEMS),
    good: feed(VERSION, TITLE, '"feed_url":"https://EXAMPLE.org:443/feed.xml"', ITEMS),
    *check(value) {
      const { url } = value.thing.context;
      if (url !== undefined && !isSameAddress(url, value.node.text)) yield placeOf(value, { address: url });
    },
  },
];

function isSameAddress(first: string, second: string): boolean {
  return first === second || (canonicalUri(first) ?? first) === (canonicalUri(second) ?? second);
}

const rules: readonly Rule<Thing>[] = [
  {
    code: "json/version-not-first",
    severity: "info",
    message: "The version is not the first key: move it to the top, where readers that look at the beginning find it",
    spec,
    example,
    bad: feed(TITLE, VERSION, ITEMS),
    good: whole,
    *check(thing) {
      const index = thing.node.members.findIndex(({ key }) => key === "version");
      const found = thing.node.members[index];
      if (found && index > 0) yield { ...placeOfThing(thing, "version"), offset: found.at };
    },
  },
  deprecatedAuthor,
  noAuthors,
];

const required = (code: RuleText["code"], message: string, bad: string, severity?: "warning", good = whole): RuleText =>
  missing({ code, message, spec, example, bad, good }, severity);

const link: Field = { type: "string", rules: [...address, ...anyText] };

/** The feed. @see https://www.jsonfeed.org/version/1.1/#top-level */
export const feedKind: ThingKind = {
  name: "feed",
  fields: new Map<string, Field>([
    [
      "version",
      {
        type: "string",
        rules: version,
        required: required(
          "json/version-missing",
          "The feed has no version: begin with https://jsonfeed.org/version/1.1, or readers do not know it for a feed",
          feed(TITLE, ITEMS),
        ),
      },
    ],
    [
      "title",
      {
        type: "string",
        rules: titleText,
        required: required("json/title-missing", "The feed has no title: name it", feed(VERSION, ITEMS)),
      },
    ],
    [
      "home_page_url",
      {
        ...link,
        required: required(
          "json/home-page-missing",
          "The feed has no home_page_url: write the address of the page it belongs to",
          whole,
          "warning",
          feed(VERSION, TITLE, '"home_page_url":"https://example.org/"', ITEMS),
        ),
      },
    ],
    [
      "feed_url",
      {
        type: "string",
        rules: feedUrl,
        required: required(
          "json/feed-url-missing",
          "The feed has no feed_url: write its own address, which tells it from others",
          whole,
          "warning",
          feed(VERSION, TITLE, '"feed_url":"https://example.org/feed.xml"', ITEMS),
        ),
      },
    ],
    ["description", { type: "string", rules: plainText }],
    ["user_comment", { type: "string", rules: anyText }],
    ["next_url", { type: "string", rules: nextUrl }],
    ["icon", link],
    ["favicon", link],
    ["author", { type: "object", kind: author }],
    ["authors", { type: "objects", kind: author, newer: true }],
    ["language", { type: "string", rules: language, newer: true }],
    ["expired", { type: "boolean" }],
    ["hubs", { type: "objects", kind: hub }],
    [
      "items",
      {
        type: "objects",
        kind: item,
        required: required(
          "json/items-missing",
          "The feed has no items: write a list, if an empty one",
          feed(VERSION, TITLE),
        ),
      },
    ],
  ]),
  rules,
};
