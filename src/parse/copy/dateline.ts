import {
  agencyOf,
  readCreditBehind,
  readWithBracket,
  readWithInitials,
  readWithoutSeparator,
} from "./dateline-bracket.ts";
import { readCreditFirst } from "./dateline-credit-first.ts";
import { dateLength, datelineWords } from "./dateline-date.ts";
import {
  type Behind,
  type DatelineReading,
  type DatelineRefusal,
  found,
  isAboard,
  isColon,
  isInsideWord,
  REACH,
  readDated,
  SEPARATOR,
  SEPARATORS,
  withoutStop,
} from "./dateline-form.ts";
import { inCapitals, looksLikeHeadline } from "./headline.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isKnownAgency, isOrganisation } from "./organisations.ts";
import { isAcronymOrLabel, readPlace } from "./place.ts";

export type { DatelineReading, DatelineRefusal } from "./dateline-form.ts";

/**
 * Reads the dateline at the start of a paragraph.
 *
 * @param text one line, white space normalised
 * @returns what was read, or what was refused and why; undefined when nothing looks like one
 */
export function readDateline(text: string, lexicon: CopyLexicon): DatelineReading | DatelineRefusal | undefined {
  const known = recent.find((reading) => reading.text === text && reading.lexicon === lexicon);
  if (known !== undefined) return known.read;
  const read = datelineOf(text, lexicon);
  recent.unshift({ text, lexicon, read });
  if (recent.length > RECENT) recent.pop();
  return read;
}

/** The paragraphs at the head of a story are asked for one when a byline is looked for, and again when a dateline is. */
const RECENT = 3;

const recent: {
  readonly text: string;
  readonly lexicon: CopyLexicon;
  readonly read: DatelineReading | DatelineRefusal | undefined;
}[] = [];

function datelineOf(text: string, lexicon: CopyLexicon): DatelineReading | DatelineRefusal | undefined {
  const head = text.slice(0, REACH);
  const start = head.charCodeAt(0);
  if (start === 0x22 || start === 0x201c || start === 0xab) return undefined;
  const bracketed = readCreditFirst(text, head, lexicon);
  if (bracketed !== undefined) return bracketed;
  let refusal: DatelineRefusal | undefined;
  let tried = 0;
  for (const match of SEPARATORS.test(head) ? head.matchAll(SEPARATOR) : []) {
    if (match.index === 0 || isInsideWord(head, match) || insideBracket(head, match.index)) continue;
    if (++tried > 6) break;
    const read = readPrefix(text, match.index, match.index + match[0].length, match[0].trim(), lexicon);
    if (read === undefined) continue;
    if ("dateline" in read) return read;
    refusal ??= read;
  }
  return readWithoutSeparator(head, lexicon) ?? readWithInitials(head, lexicon) ?? refusal;
}

function insideBracket(head: string, at: number): boolean {
  const open = Math.max(head.lastIndexOf("(", at - 1), head.lastIndexOf("[", at - 1), head.lastIndexOf("（", at - 1));
  if (open === -1) return false;
  const close = Math.max(head.lastIndexOf(")", at - 1), head.lastIndexOf("]", at - 1), head.lastIndexOf("）", at - 1));
  return close < open;
}

const TRAILING_BRACKET = /^(.*?)\s*(?:[(（]([^()（）]{1,90})[)）]|\[([^[\]]{1,90})\]|\/([^/]{2,40})\/)$/su;

/** The reading of everything in front of a separator. */
function readPrefix(
  text: string,
  at: number,
  end: number,
  mark: string,
  lexicon: CopyLexicon,
): DatelineReading | DatelineRefusal | undefined {
  const prefix = withoutStop(text.slice(0, at).trim());
  const bracket = TRAILING_BRACKET.exec(prefix);
  const rest = text.slice(end, end + 120);
  const whole = text.slice(0, end).trim();
  const behind = readCreditBehind(prefix, text, end, lexicon);
  if (behind !== undefined) return behind;
  if (bracket !== null) {
    const inside = (bracket[2] ?? bracket[3] ?? bracket[4] ?? "").trim();
    return readWithBracket(bracket[1] ?? "", inside, { whole, rest, end, mark }, lexicon);
  }
  const dated = readDated(prefix, lexicon);
  if (dated !== undefined) {
    // `KARACHI (AFP) May 4:`
    const credited = dated.agency === undefined ? TRAILING_BRACKET.exec(dated.place) : null;
    if (credited !== null && isKnownAgency(credited[2] ?? "", lexicon)) {
      const read = readWithBracket(credited[1] ?? "", credited[2] ?? "", { whole, rest, end, mark }, lexicon);
      return read !== undefined && "dateline" in read
        ? { ...read, dateline: { ...read.dateline, date: dated.date, text: whole } }
        : read;
    }
    const shape = readPlace(dated.place, lexicon);
    if (shape === undefined && isAboard(dated.place))
      return found({ place: dated.place, ...agencyOf(dated.agency), date: dated.date, text: whole }, [], end);
    if (shape === undefined) return { value: whole, why: "what stands before the date is no place" };
    if (isColon(mark) && shape.cased && !shape.capitals && !shape.known && !shape.region) {
      return { value: whole, why: "a colon after a place that is not known" };
    }
    // `Perth, 3 May – so begins a postcard`
    if (shape.cased && !shape.capitals && dated.agency === undefined && opensSmall(rest)) {
      return { value: whole, why: "running text goes on after the mark" };
    }
    // `PORT TOLLS TO END JULY 1 - MINISTER`; a story in capitals has a comma or a city that is known.
    const loose = shape.cased && !shape.known && !prefix.includes(",");
    if (loose && looksLikeHeadline(text) && rest !== "" && inCapitals(text.slice(end))) {
      return { value: whole, why: "a headline in capitals" };
    }
    return found({ place: dated.place, ...agencyOf(dated.agency), date: dated.date, text: whole }, [], end);
  }
  const paper = readPaper(prefix, lexicon);
  if (paper !== undefined) return found({ ...paper, text: whole }, [], end);
  return readBare(prefix, { whole, rest, end, mark }, lexicon);
}

/** A paper by the address of its site. */
const SITE = /^[\p{L}\d-]{2,30}\.(?:com|net|org|news|info|co|id|co\.id|com\.br|it|in|pk)$/iu;

/** `SYDNEY, AAP -`, `Jakarta, CNN Indonesia --`, `Ledger.com, Jakarta -`: place and agency with nothing but a comma between them. */
function readPaper(prefix: string, lexicon: CopyLexicon): { place: string; agency: string } | undefined {
  const [, before = "", after = ""] = /^([^,]{2,60}), ?([^,]{2,40})$/u.exec(prefix) ?? [];
  if (after === "") return undefined;
  for (const [place, agency] of [
    [before, after],
    [after, before],
  ] as const) {
    const site = SITE.test(agency);
    if (!site && place === after) continue;
    const shape = readPlace(place, lexicon);
    // `TELUK BARU, Kabar Pantai –`: behind a place in capitals, the name of a paper is not in capitals.
    const named = shape?.capitals === true && shape.words < 5 && /\p{Ll}/u.test(agency) && isOrganisation(agency);
    if (!site && !named && !isKnownAgency(agency, lexicon)) continue;
    const region = readPlace(prefix, lexicon)?.region === true;
    if (shape !== undefined && !region && (shape.known || (shape.capitals && !isAcronymOrLabel(place, shape))))
      return { place, agency };
  }
  return undefined;
}

/** Whether a text begins with a small letter and no brand like `eBay`. */
function opensSmall(rest: string): boolean {
  return /^["'“‘«(]?\p{Ll}/u.test(rest) && !/^\p{Ll}{1,2}\p{Lu}/u.test(rest);
}

/** `DUBLIN —`, `NEW DELHI:`: nothing but a place. */
function readBare(place: string, behind: Behind, lexicon: CopyLexicon): DatelineReading | DatelineRefusal | undefined {
  const shape = readPlace(place, lexicon);
  const refuse = (why: string): DatelineRefusal => ({ value: behind.whole, why });
  if (shape === undefined) return place.length < 40 ? refuse("what stands before the mark is no place") : undefined;
  const { rest } = behind;
  if (opensSmall(rest)) return refuse("running text goes on after the mark");
  if (/^\p{N}/u.test(rest) && isColon(behind.mark)) return refuse("a figure follows the colon");
  if (/^(?:I|I['’]\p{L}+|Yes|No|Well|Oh|Hi|Hello)[ ,.!?]/u.test(rest) && isColon(behind.mark))
    return refuse("somebody speaks");
  if (shape.cased && rest !== "" && !/\p{Ll}/u.test(rest)) return refuse("a headline in capitals");
  // `DETROIT - March 26 - …`: the date behind a dash of its own.
  const day = /^([\p{L}\d][\p{L}\d., ]{3,20}?)\s*(?:--?|[—–])\s+/u.exec(rest);
  const words = datelineWords(day?.[1] ?? "");
  if (day !== null && (shape.capitals || shape.known) && words.length > 1 && dateLength(words, 0) === words.length) {
    const text = `${behind.whole} ${day[0].trim()}`;
    return found({ place, date: day[1] ?? "", text }, [], behind.end + day[0].length);
  }
  const thin: DatelineReading = {
    dateline: { place, text: behind.whole },
    credits: [],
    end: behind.end,
    evidence: "thin",
  };
  if (shape.known && (shape.words < 6 || shape.capitals)) return thin;
  if (!shape.cased) return refuse("a place that is not known");
  if (isColon(behind.mark)) return refuse("a colon after a place that is not known");
  if (behind.mark === "_" && !shape.capitals) return refuse("a place that is not known");
  if (shape.region && shape.words < 7) return thin;
  if (!shape.capitals) return refuse("neither in capitals nor a place that is known");
  if (isAcronymOrLabel(place, shape)) return refuse("a label or an acronym");
  return thin;
}
