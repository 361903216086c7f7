import type { RuleText } from "../rule.ts";

/** Rules of the document as JSON, raised while it is read. */

const RFC8259 = "https://www.rfc-editor.org/rfc/rfc8259";
const head = '"version":"https://jsonfeed.org/version/1.1","title":"News"';
const fine = `{${head},"items":[]}`;
const feed = (member: string) => `{${head},${member},"items":[]}`;
const example = { example: "json", severity: "error" } as const satisfies Partial<RuleText>;

export const malformed: RuleText = {
  ...example,
  code: "json/malformed",
  message: "This is not JSON, and readers lose the whole feed here: {reason}",
  spec: `${RFC8259}#section-2`,
  bad: `{${head} "items":[]}`,
  good: fine,
};

export const truncated: RuleText = {
  ...example,
  code: "json/truncated",
  message: "The document ends before it is complete, and readers lose the whole feed: {reason}",
  spec: `${RFC8259}#section-2`,
  bad: `{${head},"items":[`,
  good: fine,
};

export const textAfter: RuleText = {
  ...example,
  code: "json/text-after",
  message: "Something follows the end of the feed, near {value}: remove it, since readers lose the whole feed",
  spec: `${RFC8259}#section-2`,
  bad: `${fine};`,
  good: `${fine}\n`,
};

export const trailingComma: RuleText = {
  ...example,
  code: "json/trailing-comma",
  message: "A comma stands before a closing bracket: remove it, since readers lose the whole feed",
  spec: `${RFC8259}#section-4`,
  bad: `{${head},"items":[],}`,
  good: fine,
};

export const comment: RuleText = {
  ...example,
  code: "json/comment",
  message: "JSON has no comments, and readers lose the whole feed: remove it, or write it into user_comment",
  spec: `${RFC8259}#section-2`,
  bad: `{${head},/* harbour */"items":[]}`,
  good: feed('"user_comment":"/* harbour */"'),
};

export const notANumber: RuleText = {
  ...example,
  code: "json/not-a-number",
  message: "JSON has no {value}, and readers lose the whole feed: leave the key out",
  spec: `${RFC8259}#section-6`,
  bad: feed('"_x":{"a":NaN}'),
  good: feed('"_x":{"a":"NaN"}'),
};

export const badNumber: RuleText = {
  ...example,
  code: "json/number",
  message: "{value} is no number of JSON: write digits without a plus sign or leading zeros, and digits around a point",
  spec: `${RFC8259}#section-6`,
  bad: feed('"_x":{"a":012}'),
  good: feed('"_x":{"a":-0.12e+2}'),
};

export const numberRange: RuleText = {
  ...example,
  severity: "warning",
  code: "json/number-range",
  message: "Readers cannot hold the number {value}: write it as a string",
  spec: `${RFC8259}#section-6`,
  bad: feed('"_x":{"a":1e999}'),
  good: feed('"_x":{"a":9007199254740991}'),
};

export const controlCharacter: RuleText = {
  ...example,
  code: "json/control-character",
  message: "A string holds the bare control character {value}: write \\n, \\t or \\u and four digits, or remove it",
  spec: `${RFC8259}#section-7`,
  bad: feed('"description":"harbour\nnews"'),
  good: feed('"description":"harbour\\nnews"'),
};

export const badEscape: RuleText = {
  ...example,
  code: "json/escape",
  message: 'JSON has no escape {value}: write \\\\ for a backslash, \\" for a quote, \\u and four hexadecimal digits',
  spec: `${RFC8259}#section-7`,
  bad: feed('"description":"harbour\\x20news"'),
  good: feed('"description":"harbour\\u0020news"'),
};

export const loneSurrogate: RuleText = {
  ...example,
  severity: "warning",
  code: "json/lone-surrogate",
  message: "{value} is half a character: write both halves or remove it, since strict readers lose the whole feed",
  spec: `${RFC8259}#section-8.2`,
  bad: feed('"description":"\\ud83d news"'),
  good: feed('"description":"\\ud83d\\ude00 news"'),
};

export const duplicateKey: RuleText = {
  ...example,
  severity: "warning",
  code: "json/duplicate-key",
  message: "The key {value} is there twice: keep one, since readers take the first or the last, or refuse the feed",
  spec: `${RFC8259}#section-4`,
  bad: feed('"description":"Rain","description":"Storm"'),
  good: feed('"description":"Rain","user_comment":"Rain"'),
};

export const tooManyValues: RuleText = {
  ...example,
  code: "json/too-many-values",
  message: "The rest was not read, since there are more than {limit} values: publish fewer stories",
  spec: `${RFC8259}#section-9`,
  bad: "",
  good: fine,
};

export const tooManyFaults: RuleText = {
  ...example,
  code: "json/too-many-faults",
  message: "There are more than {limit} faults, and the rest is not told: correct these first",
  spec: `${RFC8259}#section-9`,
  bad: "",
  good: fine,
};

export const notAnObject: RuleText = {
  ...example,
  code: "json/not-a-feed",
  message: "A document that is {value} is no feed: publish an object with version, title and items",
  spec: "https://www.jsonfeed.org/version/1.1/#the-structure-of-a-feed",
  bad: `[${fine}]`,
  good: fine,
};

const bytes = { ...example, latin1: true } as const;

export const otherEncoding: RuleText = {
  ...bytes,
  code: "json/encoding",
  message: "The feed is written in {value}: write it in utf-8, the one encoding of JSON that is exchanged",
  spec: `${RFC8259}#section-8.1`,
  bad: Buffer.from(`\ufeff${fine}`, "utf16le").toString("latin1"),
  good: fine,
};

export const brokenBytes: RuleText = {
  ...bytes,
  code: "json/not-utf8",
  message: "The bytes from here on are not {value}: save the feed in utf-8",
  spec: `${RFC8259}#section-8.1`,
  bad: feed('"description":"Caf\u00e9"'),
  good: feed('"description":"Caf\u00c3\u00a9"'),
};

export const byteOrderMark: RuleText = {
  ...bytes,
  severity: "warning",
  code: "json/byte-order-mark",
  message: "The feed begins with a byte order mark: remove it, since strict readers lose the whole feed",
  spec: `${RFC8259}#section-8.1`,
  bad: `\u00ef\u00bb\u00bf${fine}`,
  good: fine,
};

export const syntaxRules: readonly RuleText[] = [
  malformed,
  truncated,
  textAfter,
  trailingComma,
  comment,
  notANumber,
  badNumber,
  numberRange,
  controlCharacter,
  badEscape,
  loneSurrogate,
  duplicateKey,
  tooManyValues,
  tooManyFaults,
  notAnObject,
  otherEncoding,
  brokenBytes,
  byteOrderMark,
];
