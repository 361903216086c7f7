import type { Credit } from "../../model/draft.ts";
import { readCredits } from "./credits.ts";
import { dateLength, datelineWords } from "./dateline-date.ts";
import {
  type Behind,
  type DatelineReading,
  type DatelineRefusal,
  found,
  isAboard,
  readDated,
  withoutStop,
} from "./dateline-form.ts";
import { ACRONYMS, LABELS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import {
  type AgencyStrength,
  agencyStrength,
  isInHouse,
  isKnownAgency,
  isOrganisation,
  repairInHouse,
} from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { type PlaceShape, readPlace } from "./place.ts";

/** `VESSBY, Norland, Oct 9 (WNA) -`, `LAHORE (Staff Reporter):` */
export function readWithBracket(
  before: string,
  inside: string,
  behind: Behind,
  lexicon: CopyLexicon,
): DatelineReading | DatelineRefusal | undefined {
  const dated = readDated(before, lexicon);
  const place = dated?.place ?? before.replace(/[,،]$/u, "").trim();
  const shape = readPlace(place, lexicon);
  const aboard = shape === undefined && isAboard(place);
  if (aboard && dated === undefined && isKnownAgency(inside, lexicon)) {
    return found({ place, agency: inside, text: behind.whole }, [], behind.end);
  }
  const words = datelineWords(before);
  if (shape === undefined && words.length > 0 && dateLength(words, 0) === words.length) {
    // `March 3 (Reuters) -`: a credit whose place fell to an editor.
    return isKnownAgency(inside, lexicon)
      ? found({ agency: inside, date: before.replace(/[,،]$/u, "").trim(), text: behind.whole }, [], behind.end)
      : undefined;
  }
  if (shape === undefined) return undefined;
  const date = dated === undefined ? {} : { date: dated.date };
  const inner = datelineWords(inside);
  if (dated === undefined && dateLength(inner, 0) === inner.length && (shape.capitals || shape.known)) {
    return found({ place, date: inside, text: behind.whole }, [], behind.end);
  }
  // `KARACHI (APP, May 4) -`
  const [, agency = "", day = ""] = /^([^,]{2,30}), (.{3,20})$/u.exec(inside) ?? [];
  const dayWords = datelineWords(day);
  if (
    dated === undefined &&
    dayWords.length > 0 &&
    dateLength(dayWords, 0) === dayWords.length &&
    isKnownAgency(agency, lexicon)
  )
    return found({ place, agency, date: day, text: behind.whole }, [], behind.end);
  const credits = creditsIn(inside, lexicon);
  if (credits !== undefined) {
    return found({ place, ...date, ...agencyOf(dated?.agency), text: behind.whole }, credits, behind.end);
  }
  const strength = agencyStrength(inside, lexicon);
  const sure = dated !== undefined || isAgencyPlace(place, inside, strength, shape, behind.rest);
  if (strength === undefined || !sure) return { value: behind.whole, why: "the brackets name no agency" };
  return found({ place, agency: inside, ...date, text: behind.whole }, [], behind.end);
}

export function agencyOf(agency: string | undefined): { readonly agency?: string } {
  return agency === undefined ? {} : { agency };
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
  // `Norden (NRDN) -`: a company and what it is called at the exchange.
  if (isTicker(place, inside)) return false;
  return strength === "likely" && shape.words <= 4 && !/^["'“‘]?\p{Ll}/u.test(rest);
}

/** `Northern Ocean Safety Agency (NOSA)`: the bracket is made of the initials of what stands before it. */
function spells(place: string, inside: string): boolean {
  const letters = inside.replace(/[^\p{Lu}]/gu, "");
  const words = place.split(/[\s/-]+/u).filter((word) => /^\p{Lu}/u.test(word));
  return words.length > 1 && letters.length > 1 && words.map((word) => word.charAt(0)).join("") === letters;
}

/** `NRDN` of `Norden`, `NDB.N` of anything. */
function isTicker(place: string, inside: string): boolean {
  return /^[\p{Lu}\d]{1,5}\.\p{Lu}{1,2}$/u.test(inside) || (/^\p{Lu}{2,5}$/u.test(inside) && inside[0] === place[0]);
}

/** The authors in a bracket: in-house credits and `By NAME`. */
export function creditsIn(inside: string, lexicon: CopyLexicon): readonly Credit[] | undefined {
  const isByline = /^(?:by|par|por|von|di|بقلم|تحریر:?|رپورٹ:?|कتب)\s/iu.test(inside);
  if (!isByline && !isInHouse(inside, lexicon)) return undefined;
  if (isKnownAgency(inside, lexicon)) return undefined;
  if (!isByline) return [{ name: repairInHouse(inside), sort: "organisation", from: "dateline" }];
  return readCredits(inside, lexicon, { from: "dateline", strict: true });
}

const CREDIT_BEHIND = /^\(?([\p{L}][^():|—–_-]{1,40}?)\)?\s*(?:--?-?|[—–_]|:)\s+(?=\S)/u;

const BRACKET_BEHIND = /^\(([^()]{2,40})\)\s*(?:--?-?|[—–])\s*(?=\S)/u;
const BRACKET_BEHIND_COLON = /^\(([^()]{2,40})\)\s+(?=["'“‘]?\p{Lu})/u;
const QUOTED_BEHIND = /^[«“"]([^«»“”"]{2,40})[»”"]\s*[:：]\s*(?=\S)/u;

/**
 * `ROTTERDAM, Feb 26 - Reuter - …`, `NEW YORK--(BUSINESS WIRE)--…`, `QUETTA: (APP) …`: agency or in-house credit behind a
 * separator, with or without one of its own.
 */
export function readCreditBehind(
  prefix: string,
  text: string,
  from: number,
  lexicon: CopyLexicon,
): DatelineReading | undefined {
  const behind = text.slice(from, from + 80);
  const colon = /[:：]\s*$/u.test(text.slice(prefix.length, from));
  const match =
    CREDIT_BEHIND.exec(behind) ??
    BRACKET_BEHIND.exec(behind) ??
    (colon ? BRACKET_BEHIND_COLON.exec(behind) : null) ??
    QUOTED_BEHIND.exec(behind);
  if (match === null) return undefined;
  const inside = (match[1] ?? "").trim();
  const dated = readDated(prefix, lexicon);
  const place = dated?.place ?? prefix;
  const shape = readPlace(place, lexicon);
  if (shape === undefined) return undefined;
  // `عين الحور - وكالة الساحل - …`: a script without capitals, and a word that only agencies have.
  const named = !shape.cased && shape.words < 5 && isOrganisation(inside) && inside.split(" ").length < 5;
  if (!(dated !== undefined || shape.known || shape.capitals || named)) return undefined;
  const inHouse = isInHouse(inside, lexicon) && !isKnownAgency(inside, lexicon);
  // Arabic papers quote their own name: `لندن - «القدس العربي»: …`
  const quoted = !shape.cased && /^[«“"]/u.test(match[0]) && inside.split(" ").length < 4;
  // `KALVIK - (NNS) - The …`: capitals in brackets between dashes, behind a place in capitals or a city that is known.
  const bracketed =
    /^\(/u.test(match[0]) && /^[\p{Lu}\d/]{2,9}$/u.test(inside) && agencyStrength(inside, lexicon) === "likely";
  // `KALVIK, Dec 3 - NNS - The …`: behind a date, capitals between dashes are an agency.
  const acronym =
    dated !== undefined &&
    /^\p{Lu}{2,5}$/u.test(inside) &&
    !LABELS.has(phraseKey(inside)) &&
    !ACRONYMS.has(phraseKey(inside)) &&
    /^["'“‘«]?\p{Lu}\p{Ll}/u.test(text.slice(from + match[0].length));
  if (!inHouse && !quoted && !named && !bracketed && !acronym && !isKnownAgency(inside, lexicon)) return undefined;
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

/**
 * Whether place and bracket are a dateline although no separator follows: in scripts without capitals that is the custom, in
 * others it is a slip that only a known agency explains.
 */
function isSureWithoutMark(shape: PlaceShape, credited: boolean, agency: AgencyStrength): boolean {
  if (!shape.cased) return credited || agency === "known" || (agency === "likely" && shape.words < 4);
  if (agency === "known") return shape.known || shape.capitals;
  return credited && shape.capitals && shape.known;
}

/** `London (CNN)The …`, `لاہور (ویب ڈیسک) …`: brackets, and nothing behind them, or the full stop of Hindi. */
export function readWithoutSeparator(head: string, lexicon: CopyLexicon): DatelineReading | undefined {
  if (!/[(（/]/.test(head)) return undefined;
  const match = /^([^()（）[\]/]{2,80}?)\s*(?:[(（]([^()（）]{1,60})[)）]|\/(\p{Lu}[^/]{1,20})\/\.)\s*(?:।\s*)?/u.exec(
    head,
  );
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

/** Short words that stand in brackets behind a name and are no initials. */
const NO_INITIALS = new Set(
  "sic ret not the her his now old new top mid far red and née né usw etc inc ltd gmbh ag kg eds ed alt neu son dad mum us uk eu up m f w".split(
    " ",
  ),
);

/** `Oberau (dpa). Der …`, `Oberau (hd) – Der …`, `Oberau. (hd) Der …`: German papers, with the writer's initials in small letters. */
export function readWithInitials(head: string, lexicon: CopyLexicon): DatelineReading | undefined {
  if (!head.slice(0, 60).includes("(")) return undefined;
  const match =
    /^(\p{Lu}[\p{L} /-]{1,40}?)(?:,? \(([^() ]{2,14})\)(?:[.:]|\s?[–—-])|\. \(([^() ]{2,14})\)(?:\s?[–—-])?)\s+(?=["„“»]?[\p{Lu}\d])/u.exec(
      head,
    );
  if (match === null) return undefined;
  const [prefix, place = ""] = match;
  const inside = match[2] ?? match[3] ?? "";
  const initials = /^\p{Ll}{2,3}(?:[/,]\p{Ll}{2,4}){0,2}$/u.test(inside) && !NO_INITIALS.has(inside);
  if (!initials && !(isKnownAgency(inside, lexicon) && /\p{Ll}/u.test(inside))) return undefined;
  const shape = readPlace(place, lexicon);
  if (shape === undefined || shape.words > 4) return undefined;
  return found({ place, agency: inside, text: prefix.trim() }, [], prefix.length);
}
