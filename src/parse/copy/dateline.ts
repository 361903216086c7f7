import type { Credit, Dateline } from "../../model/draft.ts";
import { readCredits } from "./credits.ts";
import { dateLength, datelineWords } from "./dateline-date.ts";
import { LABELS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { type AgencyStrength, agencyStrength, isInHouse, isKnownAgency, repairInHouse } from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { isAbbreviatedRegion, isAcronymOrLabel, type PlaceShape, readPlace } from "./place.ts";

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

/** Characters from the start of a paragraph in which a dateline ends. */
const REACH = 190;

/** A separator: dashes with or without a stop before them, a colon, the underscore of old wires. */
const SEPARATOR = /\s*(?:-{1,3}(?!-)|[—–―‒−]+|_|[:：](?:\s?[-–—])?)(?=\s|$|[^\s\d])\s*/gu;

/**
 * Reads the dateline at the start of a paragraph.
 *
 * @param text one line, white space normalised
 * @returns what was read, or what was refused and why; undefined when nothing looks like one
 */
export function readDateline(text: string, lexicon: CopyLexicon): DatelineReading | DatelineRefusal | undefined {
  const head = text.slice(0, REACH);
  const start = head.charCodeAt(0);
  if (start === 0x22 || start === 0x201c || start === 0xab) return undefined;
  const bracketed = readCreditFirst(text, head, lexicon);
  if (bracketed !== undefined) return bracketed;
  let refusal: DatelineRefusal | undefined;
  let tried = 0;
  for (const match of head.matchAll(SEPARATOR)) {
    if (match.index === 0 || isInsideWord(head, match) || insideBracket(head, match.index)) continue;
    if (++tried > 6) break;
    const read = readPrefix(text, match.index, match.index + match[0].length, match[0].trim(), lexicon);
    if (read === undefined) continue;
    if ("dateline" in read) return read;
    refusal ??= read;
  }
  return readWithoutSeparator(head, lexicon) ?? refusal;
}

/** `OSLO-based`, `Feb 26-28`: a hyphen without spaces that is no separator. After a bracket, a stop or a figure it may be one. */
function isInsideWord(head: string, match: RegExpExecArray): boolean {
  const mark = match[0].trim();
  if (mark !== "-" && mark !== "_") return false;
  if (/^\s/u.test(match[0])) return false;
  const before = head.charAt(match.index - 1);
  return !/[)\]）\d.]/u.test(before) || /^\d/u.test(head.slice(match.index + match[0].length));
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
    const shape = readPlace(dated.place, lexicon);
    if (shape === undefined) return { value: whole, why: "what stands before the date is no place" };
    if (isColon(mark) && shape.cased && !shape.capitals && !shape.known && !shape.region) {
      return { value: whole, why: "a colon after a place that is not known" };
    }
    return found({ place: dated.place, ...agencyOf(dated.agency), date: dated.date, text: whole }, [], end);
  }
  return readBare(prefix, { whole, rest, end, mark }, lexicon);
}

/** The stop of `.-` and `MOSCOW. March 3` is no part of the place; that of `Minn.`, `D.C.` and `St.` is. */
function withoutStop(place: string): string {
  return !place.endsWith(".") || isAbbreviatedRegion(place.slice(place.search(/[^\s,]+$/u)))
    ? place
    : place.slice(0, -1);
}

const CREDIT_BEHIND = /^\(?([\p{L}][^():|—–_-]{1,40}?)\)?\s*(?:--?-?|[—–_]|:)\s+(?=\S)/u;

/** `ROTTERDAM, Feb 26 - Reuter - …`, `NEW YORK--(BUSINESS WIRE)--…`: agency or in-house credit between two separators. */
function readCreditBehind(
  prefix: string,
  text: string,
  from: number,
  lexicon: CopyLexicon,
): DatelineReading | undefined {
  const match =
    CREDIT_BEHIND.exec(text.slice(from, from + 80)) ??
    /^\(([^()]{2,40})\)\s*(?:--?-?|[—–])\s*(?=\S)/u.exec(text.slice(from, from + 80));
  if (match === null) return undefined;
  const inside = (match[1] ?? "").trim();
  const inHouse = isInHouse(inside, lexicon) && !isKnownAgency(inside, lexicon);
  if (!inHouse && !isKnownAgency(inside, lexicon)) return undefined;
  const dated = readDated(prefix, lexicon);
  const place = dated?.place ?? prefix;
  const shape = readPlace(place, lexicon);
  if (shape === undefined || !(dated !== undefined || shape.known || shape.capitals)) return undefined;
  const end = from + match[0].length;
  const date = dated === undefined ? {} : { date: dated.date };
  const whole = text.slice(0, end).trim();
  if (inHouse)
    return found(
      { place, ...date, text: whole },
      [{ name: repairInHouse(inside), sort: "organisation", from: "dateline" }],
      end,
    );
  return found({ place, agency: inside, ...date, text: whole }, [], end);
}

interface Behind {
  readonly whole: string;
  readonly rest: string;
  readonly end: number;
  readonly mark: string;
}

function found(dateline: Dateline, credits: readonly Credit[], end: number): DatelineReading {
  return { dateline, credits, end, evidence: "strong" };
}

function agencyOf(agency: string | undefined): { readonly agency?: string } {
  return agency === undefined ? {} : { agency };
}

function isColon(mark: string): boolean {
  return mark.startsWith(":") || mark.startsWith("：");
}

/** `ERSKO, Norland, Oct 22 (WNA) -`, `LAHORE (Staff Reporter):` */
function readWithBracket(
  before: string,
  inside: string,
  behind: Behind,
  lexicon: CopyLexicon,
): DatelineReading | DatelineRefusal | undefined {
  const dated = readDated(before, lexicon);
  const place = dated?.place ?? before.replace(/[,،]$/u, "").trim();
  const shape = readPlace(place, lexicon);
  // `ON BOARD THE USS NIMITZ (AP) -`: words that open sentences open a place when capitals and an agency say so.
  const aboard =
    shape === undefined &&
    /^(?:ABOARD|ON BOARD|ON THE|IN THE|AT THE|AT|OFF|NEAR|WITH|EN ROUTE|THE|OUTSIDE) [\p{Lu} .'’/-]+(?:,|$)/u.test(
      place,
    );
  if (aboard && dated === undefined && isKnownAgency(inside, lexicon)) {
    return found({ place, agency: inside, text: behind.whole }, [], behind.end);
  }
  if (shape === undefined) return undefined;
  const date = dated === undefined ? {} : { date: dated.date };
  const inner = datelineWords(inside);
  if (dated === undefined && dateLength(inner, 0) === inner.length && (shape.capitals || shape.known)) {
    return found({ place, date: inside, text: behind.whole }, [], behind.end);
  }
  const credits = creditsIn(inside, lexicon);
  if (credits !== undefined) {
    return found({ place, ...date, ...agencyOf(dated?.agency), text: behind.whole }, credits, behind.end);
  }
  const strength = agencyStrength(inside, lexicon);
  const sure = dated !== undefined || isAgencyPlace(place, inside, strength, shape, behind.rest);
  if (strength === undefined || !sure) return { value: behind.whole, why: "the brackets name no agency" };
  return found({ place, agency: inside, ...date, text: behind.whole }, [], behind.end);
}

/** Whether place and bracket belong together as a dateline, and not as a name and what explains it. */
function isAgencyPlace(
  place: string,
  inside: string,
  strength: AgencyStrength,
  shape: PlaceShape,
  rest: string,
): boolean {
  if (strength === "known") return shape.capitals || shape.known || !/^["'“‘]?\p{Ll}/u.test(rest) || shape.region;
  if (spells(place, inside)) return false;
  if (shape.capitals || shape.known || shape.region)
    return (
      strength === "likely" ||
      (strength === "weak" && (!shape.cased || shape.capitals || inside.includes(" ")) && !/^\p{Ll}/u.test(rest))
    );
  if (!shape.cased) return strength === "likely";
  return strength === "likely" && shape.words <= 4 && !/^["'“‘]?\p{Ll}/u.test(rest);
}

/** `Northern Ocean Safety Agency (NOSA)`: the bracket is made of the initials of what stands before it. */
function spells(place: string, inside: string): boolean {
  const letters = inside.replace(/[^\p{Lu}]/gu, "");
  const words = place.split(/[\s/-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return words.length > 1 && letters.length > 1 && words.map((word) => word.charAt(0)).join("") === letters;
}

/** The authors in a bracket: in-house credits and `By NAME`. */
function creditsIn(inside: string, lexicon: CopyLexicon): readonly Credit[] | undefined {
  const isByline = /^(?:by|par|por|von|di|بقلم|تحریر:?|رپورٹ:?|कتب)\s/iu.test(inside);
  if (!isByline && !isInHouse(inside, lexicon)) return undefined;
  if (isKnownAgency(inside, lexicon)) return undefined;
  if (!isByline) return [{ name: repairInHouse(inside), sort: "organisation", from: "dateline" }];
  return readCredits(inside, lexicon, { from: "dateline", strict: true });
}

interface Dated {
  readonly place: string;
  readonly date: string;
  readonly agency?: string;
}

/** `BUTTE, Mont., SEPT 9`, `HOBART June 5 NNS`: a place, a date, and perhaps an agency without brackets. */
function readDated(text: string, lexicon: CopyLexicon): Dated | undefined {
  const words = datelineWords(text);
  for (let at = 1; at < Math.min(words.length, 10); at++) {
    const length = dateLength(words, at);
    if (length === 0) continue;
    const first = words[at];
    const last = words[at + length - 1];
    if (first === undefined || last === undefined) return undefined;
    const place = withoutStop(text.slice(0, first.start).replace(/[\s,،]+$/u, ""));
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

/** `DUBLIN —`, `NEW DELHI:`: nothing but a place. */
function readBare(place: string, behind: Behind, lexicon: CopyLexicon): DatelineReading | DatelineRefusal | undefined {
  const shape = readPlace(place, lexicon);
  const refuse = (why: string): DatelineRefusal => ({ value: behind.whole, why });
  if (shape === undefined) return place.length < 40 ? refuse("what stands before the mark is no place") : undefined;
  const { rest } = behind;
  if (/^["'“‘«(]?\p{Ll}/u.test(rest) && !/^\p{Ll}{1,2}\p{Lu}/u.test(rest))
    return refuse("running text goes on after the mark");
  if (/^\p{N}/u.test(rest) && isColon(behind.mark)) return refuse("a figure follows the colon");
  if (shape.cased && rest !== "" && !/\p{Ll}/u.test(rest)) return refuse("a headline in capitals");
  const trailingAgency = /^(.*),\s*([^,]+)$/u.exec(place);
  const isAgency = isKnownAgency(trailingAgency?.[2] ?? "", lexicon) && !shape.region;
  if (trailingAgency !== null && shape.capitals && isAgency) {
    return found(
      { place: trailingAgency[1] ?? "", agency: trailingAgency[2] ?? "", text: behind.whole },
      [],
      behind.end,
    );
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

const CREDIT_FIRST = /^(?:\(([^()]{1,90})\)|\[([^[\]]{1,90})\]|（([^（）]{1,90})）)\s*/u;

/** `(NNS) - Naples, May 23 -`, `(WNA) - …`, `(WNA) A …`, `(Beirut) – …` */
function readCreditFirst(text: string, head: string, lexicon: CopyLexicon): DatelineReading | undefined {
  const bracket = CREDIT_FIRST.exec(head);
  if (bracket === null) return undefined;
  const inside = (bracket[1] ?? bracket[2] ?? bracket[3] ?? "").trim();
  const separator = /^(?:\.\s?)?(?:--?-?|[—–―‒]+|_|[:：])\s*/u.exec(head.slice(bracket[0].length));
  const end = bracket[0].length + (separator?.[0].length ?? 0);
  const whole = text.slice(0, end).trim();
  const inHouse = creditsIn(inside, lexicon);
  const strength = agencyStrength(inside, lexicon);
  // `[TAP]: https://…` is a link of Markdown.
  if (head.startsWith("[") && separator?.[0].startsWith(":") === true) return undefined;
  if (inHouse !== undefined && separator !== null) return found({ text: whole }, inHouse, end);
  const bracketed = separator === null ? undefined : placeInBracket(inside, whole, end, lexicon);
  if (bracketed !== undefined) return bracketed;
  if (strength === undefined) return undefined;
  // `(Mental Floss) -- …`: two words with capitals; one may be anything.
  const opening = /^["'“‘]?[\p{Lu}\p{Lo}]/u.test(head.slice(end));
  if (
    strength === "weak" &&
    (separator === null || !opening || !(/^\p{L}+ \p{L}+(?: \p{L}+)?$/u.test(inside) || separator?.[0].trim() === "--"))
  )
    return undefined;
  const place = placeAfterCredit(text, end, inside, lexicon);
  if (place !== undefined) return place;
  if (separator === null) {
    const capitals = /^[\p{Lu}\d&/.-]{2,12}$/u.test(inside) && /\p{Lu}{2}/u.test(inside);
    const opens = /^["'“‘«]?[\p{Lu}\p{Lo}\d]/u.test(head.slice(end)) && text.length > end + 20;
    return capitals && opens ? found({ agency: inside, text: whole }, [], end) : undefined;
  }
  if (strength === "likely" && /^["'“‘]?\p{Ll}/u.test(head.slice(end))) return undefined;
  return found({ agency: inside, text: whole }, [], end);
}

/** `(NNS) - Naples, May 23 -`: the agency first, then a place with its date or in capitals. */
function placeAfterCredit(
  text: string,
  from: number,
  agency: string,
  lexicon: CopyLexicon,
): DatelineReading | undefined {
  const head = text.slice(from, from + REACH);
  let tried = 0;
  for (const match of head.matchAll(SEPARATOR)) {
    if (match.index === 0 || isInsideWord(head, match)) continue;
    if (++tried > 3) return undefined;
    const prefix = head.slice(0, match.index).trim();
    const end = from + match.index + match[0].length;
    const whole = text.slice(0, end).trim();
    const dated = readDated(prefix, lexicon);
    if (dated !== undefined && readPlace(dated.place, lexicon) !== undefined) {
      return found({ place: dated.place, agency, date: dated.date, text: whole }, [], end);
    }
    const shape = readPlace(prefix, lexicon);
    const rest = text.slice(end, end + 40);
    if (
      shape !== undefined &&
      (shape.capitals || shape.known) &&
      !/^\p{Ll}/u.test(rest) &&
      !isAcronymOrLabel(prefix, shape)
    ) {
      return found({ place: prefix, agency, text: whole }, [], end);
    }
  }
  return undefined;
}

/** `(Beirut) –`, `(New York, May 3, 2020) –`: a known place in the brackets, as human rights groups write it. */
function placeInBracket(inside: string, whole: string, end: number, lexicon: CopyLexicon): DatelineReading | undefined {
  const dated = readDated(inside, lexicon);
  const place = dated?.place ?? inside;
  if (isKnownAgency(inside, lexicon) || readPlace(place, lexicon)?.known !== true) return undefined;
  return found({ place, ...(dated === undefined ? {} : { date: dated.date }), text: whole }, [], end);
}

/**
 * Whether place and bracket are a dateline although no separator follows: in scripts without capitals that is the custom, in
 * others it is a slip that only a known agency explains.
 */
function isSureWithoutMark(shape: PlaceShape, credited: boolean, agency: AgencyStrength): boolean {
  if (!shape.cased) return credited || agency === "known" || (agency === "likely" && shape.words < 4);
  if (agency === "known") return shape.known || shape.capitals;
  return credited && shape.capitals && shape.known;
}

/** `London (CNN)The …`, `لاہور (ویب ڈیسک) …`: brackets, and nothing behind them. */
function readWithoutSeparator(head: string, lexicon: CopyLexicon): DatelineReading | undefined {
  const match = /^([^()（）[\]/]{2,80}?)\s*(?:[(（]([^()（）]{1,60})[)）]|\/(\p{Lu}[^/]{1,20})\/\.)\s*/u.exec(head);
  if (match === null) return undefined;
  const [prefix, before = ""] = match;
  const inside = match[2] ?? match[3] ?? "";
  const dated = readDated(withoutStop(before.trim()), lexicon);
  const place = dated?.place ?? before.trim();
  const shape = readPlace(place, lexicon);
  if (shape === undefined || !/^(?:$|["'“‘«]?[\p{Lu}\p{Lo}\d])/u.test(head.slice(prefix.length))) return undefined;
  const credits = creditsIn(inside.trim(), lexicon);
  const agency = agencyStrength(inside.trim(), lexicon);
  if (dated === undefined && !isSureWithoutMark(shape, credits !== undefined, agency)) return undefined;
  if (credits === undefined && agency !== "known" && agency !== "likely") return undefined;
  const whole = prefix.trim();
  const date = dated === undefined ? {} : { date: dated.date };
  if (credits !== undefined) return found({ place, ...date, text: whole }, credits, prefix.length);
  return found({ place, agency: inside.trim(), ...date, text: whole }, [], prefix.length);
}
