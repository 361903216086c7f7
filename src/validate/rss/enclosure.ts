import type { Kind, Value } from "../element.ts";
import { nodes, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { family, plain } from "../values/family.ts";
import { mediaTypeAttributeRules } from "../values/media-type.ts";
import { wholeNumber } from "../values/number.ts";
import { webUrl } from "../values/uri.ts";

const ENCLOSURE = "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt";
const enclosureOf = (length: string) =>
  `<enclosure url="https://example.org/a.mp3" length="${length}" type="audio/mpeg"/>`;

const length: readonly Rule<Value>[] = [
  plain(
    {
      code: "rss/enclosure-length",
      w3c: "InvalidIntegerAttribute",
      severity: "error",
      message: "The length {value} is no number of bytes: write digits only, 0 when it is not known",
      spec: ENCLOSURE,
      example: "item",
      bad: enclosureOf("1 MB"),
      good: enclosureOf("1048576"),
    },
    ({ text }) => wholeNumber(text) === undefined,
    "element",
  ),
  ...family(
    ({ text }) => {
      const bytes = wholeNumber(text) ?? 0;
      return bytes >= 0 ? [] : [{ is: bytes === -1 ? "unknown" : "negative" }];
    },
    {
      unknown: {
        code: "rss/enclosure-length-unknown",
        w3c: "UseZeroForUnknown",
        severity: "error",
        message: "The length is {value}: write 0 when it is not known",
        spec: "https://www.rssboard.org/rss-profile#element-channel-item-enclosure",
        example: "item",
        bad: enclosureOf("-1"),
        good: enclosureOf("0"),
      },
      negative: {
        code: "rss/enclosure-length-negative",
        w3c: "InvalidNonNegativeInteger",
        severity: "error",
        message: "The length {value} is negative: write the number of bytes",
        spec: ENCLOSURE,
        example: "item",
        bad: enclosureOf("-2"),
        good: enclosureOf("2"),
      },
    },
  ),
];

const duplicateEnclosure: RuleText = {
  code: "rss/enclosure-twice",
  w3c: "DuplicateEnclosure",
  severity: "warning",
  message: "There is more than one enclosure: keep one, since readers take the first or the last",
  spec: "https://www.rssboard.org/rss-profile#element-channel-item-enclosure",
  example: "item",
  bad: enclosureOf("1") + enclosureOf("2"),
  good: `${enclosureOf("1")}<media:content url="https://example.org/b.mp3"/>`,
};

/** @see https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt */
export const enclosure: Kind = nodes(table(), {
  once: duplicateEnclosure,
  attributes: { url: webUrl, length, type: mediaTypeAttributeRules },
  required: ["url", "length", "type"],
});
