import type { Rule } from "../rule.ts";
import { address } from "./addresses.ts";
import { JSON_FEED, missing } from "./structure.ts";
import { anyText, mediaType, plainText } from "./texts.ts";
import type { Field, JsonAmount, ThingKind } from "./thing.ts";
import { plain } from "./thing.ts";

const spec = `${JSON_FEED}#attachments`;
const example = "json-item";
const URL_MEMBER = '"url":"https://example.org/a.mp3"';
const TYPE_MEMBER = '"mime_type":"audio/mpeg"';
const item = (...members: readonly string[]) =>
  `{"id":"a","content_text":"Rain","attachments":[{${members.join(",")}}]}`;
const sound = item(URL_MEMBER, TYPE_MEMBER);

const size: readonly Rule<JsonAmount>[] = [
  plain<JsonAmount>(
    {
      code: "json/size",
      severity: "error",
      message: "No file has {value} bytes: write a whole number from 0 up",
      spec,
      example,
      bad: item(URL_MEMBER, TYPE_MEMBER, '"size_in_bytes":-1'),
      good: item(URL_MEMBER, TYPE_MEMBER, '"size_in_bytes":0'),
    },
    ({ node: { number } }) => number < 0 || (Number.isFinite(number) && !Number.isInteger(number)),
  ),
];

const duration: readonly Rule<JsonAmount>[] = [
  plain<JsonAmount>(
    {
      code: "json/duration",
      severity: "error",
      message: "Nothing takes {value} seconds: write a number from 0 up",
      spec,
      example,
      bad: item(URL_MEMBER, TYPE_MEMBER, '"duration_in_seconds":-0.5'),
      good: item(URL_MEMBER, TYPE_MEMBER, '"duration_in_seconds":0.5'),
    },
    ({ node: { number } }) => number < 0,
  ),
];

/** A file that belongs to an item. @see https://www.jsonfeed.org/version/1.1/#attachments */
export const attachment: ThingKind = {
  name: "attachment",
  fields: new Map<string, Field>([
    [
      "url",
      {
        type: "string",
        rules: [...address, ...anyText],
        required: missing({
          code: "json/attachment-url-missing",
          message: "The attachment has no url: say where the file is",
          spec,
          example,
          bad: item(TYPE_MEMBER),
          good: sound,
        }),
      },
    ],
    [
      "mime_type",
      {
        type: "string",
        rules: mediaType,
        required: missing({
          code: "json/attachment-type-missing",
          message: "The attachment has no mime_type: write one like audio/mpeg",
          spec,
          example,
          bad: item(URL_MEMBER),
          good: sound,
        }),
      },
    ],
    ["title", { type: "string", rules: plainText }],
    ["size_in_bytes", { type: "number", rules: size }],
    ["duration_in_seconds", { type: "number", rules: duration }],
  ]),
};
