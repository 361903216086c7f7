import type { Rule } from "../rule.ts";
import { address } from "./addresses.ts";
import { JSON_FEED } from "./structure.ts";
import { anyText, plainText } from "./texts.ts";
import type { Field, Thing, ThingKind } from "./thing.ts";
import { placeOfThing } from "./thing.ts";

const rules: readonly Rule<Thing>[] = [
  {
    code: "json/author-empty",
    severity: "error",
    message: "The author has neither name nor url nor avatar: write a name, or leave the author out",
    spec: `${JSON_FEED}#top-level`,
    example: "json-item",
    bad: '{"id":"a","content_text":"Rain","authors":[{}]}',
    good: '{"id":"a","content_text":"Rain","authors":[{"url":"https://example.org/ana"}]}',
    *check(thing) {
      if (!thing.node.members.some(({ key }) => key === "name" || key === "url" || key === "avatar"))
        yield placeOfThing(thing, "name");
    },
  },
];

/** An author. @see https://www.jsonfeed.org/version/1.1/#top-level */
export const author: ThingKind = {
  name: "author",
  fields: new Map<string, Field>([
    ["name", { type: "string", rules: plainText }],
    ["url", { type: "string", rules: [...address, ...anyText] }],
    ["avatar", { type: "string", rules: [...address, ...anyText] }],
  ]),
  rules,
};

/** Version 1 had one author; 1.1 has a list, and reads the one where there is no list. */
export const deprecatedAuthor: Rule<Thing> = {
  code: "json/author-deprecated",
  severity: "warning",
  message: "author is the field of version 1: write a list named authors, beside it or instead of it",
  spec: `${JSON_FEED}#deprecations`,
  example: "json-item",
  bad: '{"id":"a","content_text":"Rain","author":{"name":"Ana Ruiz"}}',
  good: '{"id":"a","content_text":"Rain","author":{"name":"Ana Ruiz"},"authors":[{"name":"Ana Ruiz"}]}',
  *check(thing) {
    if (thing.context.version === "1") return;
    const old = thing.node.members.find(({ key }) => key === "author");
    if (old && !thing.node.members.some(({ key }) => key === "authors"))
      yield { ...placeOfThing(thing, "author"), offset: old.at };
  },
};

/** A list that names nobody. */
export const noAuthors: Rule<Thing> = {
  code: "json/authors-none",
  severity: "warning",
  message: "The list of authors is empty: name one, or leave the list out",
  spec: `${JSON_FEED}#top-level`,
  example: "json-item",
  bad: '{"id":"a","content_text":"Rain","authors":[]}',
  good: '{"id":"a","content_text":"Rain","authors":[{"name":"Ana Ruiz"}]}',
  *check(thing) {
    for (const { key, value } of thing.node.members) {
      if (key === "authors" && value.type === "array" && value.values.length === 0)
        yield { ...placeOfThing(thing, "authors"), offset: value.at };
    }
  },
};
