import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { phraseKey } from "./phrase-key.ts";

/** A word of a dateline and where it stands. */
export interface DatelineWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, without the commas and spaces between them. */
export function datelineWords(text: string): readonly DatelineWord[] {
  const words: DatelineWord[] = [];
  for (const match of text.matchAll(/[^\s,،、]+/gu)) {
    words.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const DAY = /^(?:[0-3]?\d|[٠-٣]?[٠-٩]|[۰-۳]?[۰-۹]|[०-३]?[०-९])(?:st|nd|rd|th|er|\.|º|°|ª|ος|-го)?(?:[-/–][0-3]?\d)?$/iu;
const YEAR = /^(?:(?:19|20)\d{2}|[١٢][٠-٩]{3}|[۱۲][۰-۹]{3}|[१२][०-९]{3})\.?$/u;
const NUMERIC = /^(?:[0-3]?\d[./][01]?\d(?:[./](?:\d{4}|\d{2}))?\.?|(?:19|20)\d{2}-[01]\d-[0-3]\d)$/u;
const LINKS = new Set(["de", "of", "del", "di", "da"]);

/**
 * How many words from `at` on are a date: `Oct 22`, `4 mar`, `8 juin 2023`, `Sept. 9, 1987`, `Tuesday`, `12.05.2020`.
 *
 * @returns 0 when there is none
 */
export function dateLength(words: readonly DatelineWord[], at: number): number {
  const word = words[at]?.text ?? "";
  const key = phraseKey(word);
  if (isMonth(key)) {
    if (!DAY.test(words[at + 1]?.text ?? "")) return 0;
    return YEAR.test(words[at + 2]?.text ?? "") ? 3 : 2;
  }
  if (DAY.test(word)) {
    const link = LINKS.has(phraseKey(words[at + 1]?.text ?? "")) ? 1 : 0;
    if (!isMonth(phraseKey(words[at + 1 + link]?.text ?? ""))) return 0;
    const end = at + 2 + link;
    if (YEAR.test(words[end]?.text ?? "")) return end - at + 1;
    return LINKS.has(phraseKey(words[end]?.text ?? "")) && YEAR.test(words[end + 1]?.text ?? "")
      ? end - at + 2
      : end - at;
  }
  if (NUMERIC.test(word)) return 1;
  return WEEKDAYS.has(key.replace(/\.$/u, "")) ? 1 + dateLength(words, at + 1) : 0;
}
