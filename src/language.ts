import { remembered } from "./remembered.ts";

/** Longest tag that is read; registered ones are far shorter. */
const LONGEST = 64;

/**
 * A language tag in its usual case (`pt-BR`, `zh-Hant-TW`), or undefined when it is not well-formed.
 *
 * Well-formed only: whether a subtag is registered is the validator's question.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646#section-2.1
 */
export const languageTag = remembered((text): string | undefined => {
  const tag = text.trim().replaceAll("_", "-");
  const shape =
    /^[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$/i;
  if (tag.length > LONGEST || !shape.test(tag)) return undefined;
  const parts = tag.toLowerCase().split("-");
  const single = parts.findIndex((part, index) => index > 0 && part.length === 1);
  return parts
    .map((part, index) => {
      if (index === 0 || (single !== -1 && index > single)) return part;
      if (part.length === 4 && /^[a-z]/.test(part)) return `${part[0]?.toUpperCase()}${part.slice(1)}`;
      return part.length === 2 ? part.toUpperCase() : part;
    })
    .join("-");
});

/** Whether a language is written from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language, script] = tag.toLowerCase().split("-");
  if (script !== undefined && script.length === 4) return RTL_SCRIPTS.has(script);
  return language !== undefined && RTL_LANGUAGES.has(language);
}

const RTL_SCRIPTS = new Set(["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]);
const RTL_LANGUAGES = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "nqo",
  "pnb",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);
