import type { Value } from "../element.ts";
import type { Rule } from "../rule.ts";
import { family } from "./family.ts";
import { languageFault } from "./language-tag.ts";

const BCP47 = "https://www.rfc-editor.org/rfc/rfc5646#section-2.1";

/** A language tag: `en`, `pt-BR`, `zh-Hant-TW`. */
export const languageRules: readonly Rule<Value>[] = family(
  ({ text }) => {
    const fault = languageFault(text);
    return fault === undefined ? [] : [{ is: fault }];
  },
  {
    language: {
      code: "language/unknown",
      w3c: "InvalidLanguage",
      severity: "error",
      message: "{value} is no language: write a tag like en, pt-BR or zh-Hant",
      spec: BCP47,
      example: "channel",
      bad: "<language>english</language>",
      good: "<language>en</language>",
    },
    subtags: {
      code: "language/subtags",
      severity: "error",
      w3cSeverity: "off",
      message:
        "The language tag {value} goes wrong after the language: write a country or script, like en-GB or sr-Latn",
      spec: BCP47,
      example: "channel",
      bad: "<language>en-UKK_1</language>",
      good: "<language>en-GB</language>",
    },
  },
);
