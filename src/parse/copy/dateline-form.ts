import type { Credit, Dateline } from "../../model/draft.ts";
import { dateLength, datelineWords } from "./dateline-date.ts";
import { LABELS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isKnownAgency } from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { isAbbreviatedRegion } from "./place.ts";

/** A dateline at the start of a paragraph. */
export interface DatelineReading {
  readonly dateline: Dateline;
  /** Authors that stood in its brackets: an in-house credit, `By NAME`. */
  readonly credits: readonly Credit[];
  /** Where the story begins behind it, in UTF-16 units of the paragraph. */
  readonly end: number;
  /** `strong`: it has a date, an agency or a credit. `thin`: nothing but a place. */
  readonly evidence: "strong" | "thin";
}

/** What was taken for a dateline and refused, for `explain`. */
export interface DatelineRefusal {
  readonly value: string;
  readonly why: string;
}

export interface Behind {
  readonly whole: string;
  readonly rest: string;
  readonly end: number;
  readonly mark: string;
}

/** Characters from the start of a paragraph in which a dateline ends. */
export const REACH = 190;

/** A separator: dashes with or without a stop before them, a colon, the underscore of old wires. */
export const SEPARATOR = /\s*(?:-{1,3}(?!-)|[—–―‒−]+|_|[:：](?:\s?[-–—])?)(?=\s|$|[^\s\d])\s*/gu;

/** What every separator has in it: without any a head need not be searched. */
export const SEPARATORS = /[-—–―‒−_:：]/;

/**
 * `OSLO-based`, `Feb 26-28`: a hyphen without spaces that is no separator. After a bracket, a stop or a figure it may be one, and
 * so may one that only lacks its first space: `ALGER- Le`.
 */
export function isInsideWord(head: string, match: RegExpExecArray): boolean {
  const mark = match[0].trim();
  if (mark !== "-" && mark !== "_") return false;
  if (/^\s/u.test(match[0])) return false;
  const before = head.charAt(match.index - 1);
  if (mark === "-" && /\p{Lu}{2}$/u.test(head.slice(0, match.index)) && /\s$/u.test(match[0])) return false;
  return !/[)\]）\d.]/u.test(before) || /^\d/u.test(head.slice(match.index + match[0].length));
}

export function isColon(mark: string): boolean {
  return mark.startsWith(":") || mark.startsWith("：");
}

export function found(dateline: Dateline, credits: readonly Credit[], end: number): DatelineReading {
  return { dateline, credits, end, evidence: "strong" };
}

export interface Dated {
  readonly place: string;
  readonly date: string;
  readonly agency?: string;
}

/** `BUTTE, Mont., SEPT 9`, `LERWICK June 9 NNS`: a place, a date, and perhaps an agency without brackets. */
export function readDated(text: string, lexicon: CopyLexicon): Dated | undefined {
  const words = datelineWords(text);
  for (let at = 1; at < Math.min(words.length, 10); at++) {
    const length = dateLength(words, at);
    if (length === 0) continue;
    const first = words[at];
    const last = words[at + length - 1];
    if (first === undefined || last === undefined) return undefined;
    // `BLACK FRIDAY —`: a day in capitals has a comma before it, or it is no day.
    if (length === 1 && /^[A-Z]{6,9}$/.test(first.text) && !/,\s*$/.test(text.slice(0, first.start))) return undefined;
    const place = withoutStop(text.slice(0, first.start).replace(/(?:,\s?(?:le|el|am|den|il|ce))?[\s,،]+$/u, ""));
    const date = text.slice(first.start, last.end);
    const after = text
      .slice(last.end)
      .replace(/^[\s,،]+/u, "")
      .trim();
    if (after === "") return { place, date };
    if (isKnownAgency(after, lexicon) || (/^[\p{Lu}/-]{2,12}$/u.test(after) && !LABELS.has(phraseKey(after)))) {
      return { place, date, agency: after };
    }
    return undefined;
  }
  return undefined;
}

/** `ON BOARD THE USS NORDEN`: words that open sentences open a place when capitals, and an agency or a date behind them, say so. */
export function isAboard(place: string): boolean {
  return /^(?:ABOARD|ON BOARD|ON THE|IN THE|AT THE|AT|OFF|NEAR|WITH|EN ROUTE|THE|OUTSIDE) [\p{Lu} .'’/-]+(?:,|$)/u.test(
    place,
  );
}

/** The stop of `.-` and `MOSCOW. March 3` is no part of the place; that of `Minn.`, `D.C.` and `St.` is. */
export function withoutStop(place: string): string {
  return !place.endsWith(".") || isAbbreviatedRegion(place.slice(place.search(/[^\s,]+$/u)))
    ? place
    : place.slice(0, -1);
}
