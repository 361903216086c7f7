import type { Rule } from "../rule.ts";
import { address } from "./addresses.ts";
import { attachment } from "./attachment.ts";
import { author, deprecatedAuthor, noAuthors } from "./author.ts";
import { date, datesInOrder } from "./dates.ts";
import { memberOf } from "./node.ts";
import { JSON_FEED, missing } from "./structure.ts";
import { anyText, htmlText, language, plainText, titleText } from "./texts.ts";
import type { Field, JsonText, Thing, ThingKind } from "./thing.ts";
import { placeOfThing, plain, shownOf } from "./thing.ts";

const spec = `${JSON_FEED}#items`;
const example = "json-item";
const READERS = `${JSON_FEED}#suggestions-for-feed-readers`;

const id: readonly Rule<JsonText>[] = [
  plain<JsonText>(
    {
      code: "json/id-empty",
      severity: "error",
      message: "The id is empty, and readers throw the item away: give it one that never changes",
      spec: READERS,
      example,
      bad: '{"id":" ","content_text":"Rain"}',
      good: '{"id":"0","content_text":"Rain"}',
    },
    ({ node }) => node.text.trim() === "",
  ),
  plain<JsonText>(
    {
      code: "json/id-space",
      severity: "warning",
      message: "There is white space around the id {value}: remove it, since some readers compare ids with it",
      spec,
      example,
      bad: '{"id":"tag:example.org,2025:a ","content_text":"Rain"}',
      good: '{"id":"tag:example.org,2025:a","content_text":"Rain"}',
    },
    ({ node: { text } }) => text !== text.trim() && text.trim() !== "",
  ),
  ...anyText,
];

const rules: readonly Rule<Thing>[] = [
  {
    code: "json/id-not-string",
    severity: "error",
    message: "The id {value} is no string: put it in quotes, since readers turn it into one each in their own way",
    spec: READERS,
    example,
    bad: '{"id":12,"content_text":"Rain"}',
    good: '{"id":"12","content_text":"Rain"}',
    *check(thing) {
      const node = memberOf(thing.node, "id");
      if (node && node.type !== "string" && node.type !== "broken")
        yield { ...placeOfThing(thing, "id", { value: shownOf(node, thing.context) }), offset: node.at };
    },
  },
  {
    code: "json/content-missing",
    severity: "error",
    message: "The item has neither content_html nor content_text: write one, or both",
    spec,
    example,
    bad: '{"id":"a","summary":"Rain"}',
    good: '{"id":"a","content_text":"Rain"}',
    *check(thing) {
      if (!thing.node.members.some(({ key }) => key === "content_html" || key === "content_text"))
        yield placeOfThing(thing, "content_html");
    },
  },
  deprecatedAuthor,
  noAuthors,
  datesInOrder,
];

const text = (of: readonly Rule<JsonText>[]): Field => ({ type: "string", rules: of });
const link = text([...address, ...anyText]);

/** An item. @see https://www.jsonfeed.org/version/1.1/#items */
export const item: ThingKind = {
  name: "item",
  fields: new Map<string, Field>([
    [
      "id",
      {
        type: "string",
        rules: id,
        required: missing({
          code: "json/id-missing",
          message: "The item has no id, and readers throw it away: give it one that never changes",
          spec: READERS,
          example,
          bad: '{"content_text":"Rain"}',
          good: '{"id":"a","content_text":"Rain"}',
        }),
      },
    ],
    [
      "url",
      {
        type: "string",
        rules: [...address, ...anyText],
        required: missing(
          {
            code: "json/url-missing",
            message: "The item has no url: write the address of its page, even where the id says the same",
            spec,
            example,
            bad: '{"id":"https://example.org/a","content_text":"Rain"}',
            good: '{"id":"https://example.org/a","url":"https://example.org/a","content_text":"Rain"}',
          },
          "warning",
        ),
      },
    ],
    ["external_url", link],
    ["title", text(titleText)],
    ["content_html", text(htmlText)],
    ["content_text", text(plainText)],
    ["summary", text(plainText)],
    ["image", link],
    ["banner_image", link],
    ["date_published", text(date)],
    ["date_modified", text(date)],
    ["author", { type: "object", kind: author }],
    ["authors", { type: "objects", kind: author, newer: true }],
    ["tags", { type: "strings", rules: plainText }],
    ["language", { type: "string", rules: language, newer: true }],
    ["attachments", { type: "objects", kind: attachment }],
  ]),
  rules,
};
