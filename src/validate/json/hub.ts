import { address } from "./addresses.ts";
import { JSON_FEED, missing } from "./structure.ts";
import { plainText } from "./texts.ts";
import type { Field, ThingKind } from "./thing.ts";

const spec = `${JSON_FEED}#subscribing-to-real-time-notifications`;
const feed = (hub: string) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"News","hubs":[{${hub}}],"items":[]}`;
const sound = feed('"type":"WebSub","url":"https://example.org/hub"');

/** A service that tells subscribers of changes. @see https://www.jsonfeed.org/version/1.1/#top-level */
export const hub: ThingKind = {
  name: "hub",
  fields: new Map<string, Field>([
    [
      "type",
      {
        type: "string",
        rules: plainText,
        required: missing({
          code: "json/hub-type-missing",
          message: "The hub has no type: write WebSub, or the protocol it speaks",
          spec,
          example: "json",
          bad: feed('"url":"https://example.org/hub"'),
          good: sound,
        }),
      },
    ],
    [
      "url",
      {
        type: "string",
        rules: address,
        required: missing({
          code: "json/hub-url-missing",
          message: "The hub has no url: say where to subscribe",
          spec,
          example: "json",
          bad: feed('"type":"WebSub"'),
          good: sound,
        }),
      },
    ],
  ]),
};
