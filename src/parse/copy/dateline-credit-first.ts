import { creditsIn } from "./dateline-bracket.ts";
import { type DatelineReading, found, isInsideWord, REACH, readDated, SEPARATOR } from "./dateline-form.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { agencyStrength, isKnownAgency } from "./organisations.ts";
import { isAcronymOrLabel, readPlace } from "./place.ts";

const CREDIT_FIRST = /^(?:\(([^()]{1,90})\)|\[([^[\]]{1,90})\]|（([^（）]{1,90})）)\s*/u;

/** `(NNS) - Genoa, May 2 -`, `(WNA) - …`, `(WNA) A …`, `(Beirut) – …` */
export function readCreditFirst(text: string, head: string, lexicon: CopyLexicon): DatelineReading | undefined {
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
    const opens = /^["'“‘«]?[\p{Lu}\p{Lo}\d].*[\p{Ll}\p{Lo}]/su.test(head.slice(end)) && text.length > end + 20;
    return capitals && opens ? found({ agency: inside, text: whole }, [], end) : undefined;
  }
  if (strength === "likely" && /^["'“‘]?\p{Ll}/u.test(head.slice(end))) return undefined;
  return found({ agency: inside, text: whole }, [], end);
}

/** `(NNS) - Genoa, May 2 -`: the agency first, then a place with its date or in capitals. */
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
