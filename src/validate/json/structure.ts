import type { RuleText } from "../rule.ts";

/** Rules that hold for every key by its field; the walk raises them, so they have no check of their own. */

export const JSON_FEED = "https://www.jsonfeed.org/version/1.1/";

const example = { example: "json-item", severity: "error" } as const satisfies Partial<RuleText>;
const item = (more: string) => `{"id":"a","url":"https://example.org/a","content_text":"Rain"${more && `,${more}`}}`;

export const isNull: RuleText = {
  ...example,
  code: "json/null",
  message: "{name} is null: leave it out where there is nothing to say",
  spec: `${JSON_FEED}#items`,
  bad: item('"summary":null'),
  good: item(""),
};

export const notString: RuleText = {
  ...example,
  code: "json/not-string",
  message: "{name} is {value}, which is no string: write one string in double quotes",
  spec: `${JSON_FEED}#items`,
  bad: item('"title":5'),
  good: item('"title":"5"'),
};

export const notNumber: RuleText = {
  ...example,
  code: "json/not-number",
  message: "{name} is {value}, which is no number: write it without quotes, in bytes or seconds",
  spec: `${JSON_FEED}#attachments`,
  bad: item('"attachments":[{"url":"https://example.org/a.mp3","mime_type":"audio/mpeg","size_in_bytes":"1024"}]'),
  good: item('"attachments":[{"url":"https://example.org/a.mp3","mime_type":"audio/mpeg","size_in_bytes":1024}]'),
};

const head = '"version":"https://jsonfeed.org/version/1.1","title":"News","items":[]';

export const notBoolean: RuleText = {
  ...example,
  code: "json/not-boolean",
  message: "{name} is {value}, which readers take for false: write true or false without quotes",
  spec: `${JSON_FEED}#top-level`,
  example: "json",
  bad: `{${head},"expired":"true"}`,
  good: `{${head},"expired":true}`,
};

export const notArray: RuleText = {
  ...example,
  code: "json/not-array",
  message: "{name} is {value}, which is no list: put it into square brackets",
  spec: `${JSON_FEED}#items`,
  bad: item('"tags":"weather"'),
  good: item('"tags":["weather"]'),
};

export const notObject: RuleText = {
  ...example,
  code: "json/not-object",
  message: "{value} in {name} is no object: write keys and values in braces",
  spec: `${JSON_FEED}#top-level`,
  bad: item('"authors":["Ana Ruiz"]'),
  good: item('"authors":[{"name":"Ana Ruiz"}]'),
};

export const unknownKey: RuleText = {
  ...example,
  code: "json/unknown-key",
  message: "There is no {value} in {parent}: check the spelling, or begin the name of an extension with _ and a letter",
  spec: `${JSON_FEED}#extensions`,
  bad: item('"subtitle":"Storm"'),
  good: item('"_harbour":{"subtitle":"Storm"}'),
};

export const newerKey: RuleText = {
  ...example,
  severity: "warning",
  code: "json/newer-key",
  message: "Version 1 has no {value}: write https://jsonfeed.org/version/1.1 as the version",
  spec: `${JSON_FEED}#changes`,
  example: "json",
  bad: '{"version":"https://jsonfeed.org/version/1","title":"News","language":"en","items":[]}',
  good: `{${head},"language":"en"}`,
};

export const extensionName: RuleText = {
  ...example,
  code: "json/extension-name",
  message: "The extension {value} has no name: write _ and a letter, and no dot",
  spec: `${JSON_FEED}#extensions`,
  bad: item('"_1st":{"subtitle":"Storm"}'),
  good: item('"_first1":{"subtitle":"Storm"}'),
};

export const extensionMember: RuleText = {
  ...example,
  code: "json/extension-key",
  message: "A key of an extension cannot be {value}: leave out the _ at its beginning and every dot",
  spec: `${JSON_FEED}#extensions`,
  bad: item('"_harbour":{"_subtitle":"Storm"}'),
  good: item('"_harbour":{"sub_title":"Storm"}'),
};

export const extensionValue: RuleText = {
  ...example,
  severity: "warning",
  code: "json/extension-not-object",
  message: "The extension {name} is {value}: make it an object, to which more can be added",
  spec: `${JSON_FEED}#extensions`,
  bad: item('"_harbour":"Storm"'),
  good: item('"_harbour":{"subtitle":"Storm"}'),
};

export const structureRules: readonly RuleText[] = [
  isNull,
  notString,
  notNumber,
  notBoolean,
  notArray,
  notObject,
  unknownKey,
  newerKey,
  extensionName,
  extensionMember,
  extensionValue,
];

/** A key that must be there. */
export function missing(
  text: Pick<RuleText, "code" | "message" | "spec" | "example" | "bad" | "good">,
  severity: "error" | "warning" = "error",
): RuleText {
  return { severity, ...text };
}
