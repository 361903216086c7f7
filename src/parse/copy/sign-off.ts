import type { Credit } from "../../model/draft.ts";
import { remembered } from "../../remembered.ts";
import { readCredits } from "./credits.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { SIGN_OFF_PHRASES, type SignOffRole } from "./lexicon/sign-off-phrases.ts";
import { isPersonName } from "./names.ts";
import { isInHouse, isKnownAgency } from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { openingBracket } from "./related.ts";

/** One name of a sign-off. */
export interface SignedName {
  readonly name: string;
  readonly role: SignOffRole;
}

/** Characters of the longest sign-off. */
export const LONGEST_SIGN_OFF = 700;

const PHRASES: ReadonlyMap<string, SignOffRole> = new Map(
  SIGN_OFF_PHRASES.map(([role, phrase]) => [phraseKey(phrase), role]),
);

/** As spelt: Arabic and Urdu share letters that `phraseKey` makes one, and one word means editing here and writing there. */
const SPELT: ReadonlyMap<string, SignOffRole> = new Map(SIGN_OFF_PHRASES.map(([role, phrase]) => [phrase, role]));

/** Words that are prepositions or take their names without one. */
const PREPOSITIONS = new Set(["avec", "mitarbeit", "por", "par"]);

/** Words that stand alone as a label, with a colon: `Editor: Tova Lind`. Without one they need their preposition. */
const NEEDS_COLON = new Set(
  [...PHRASES.keys()].filter((phrase) => /^[a-z]+$/.test(phrase) && !PREPOSITIONS.has(phrase)),
);

/**
 * Reads a sign-off: `(Reporting by A and B; Editing by C)`, with or without brackets, as a list item, in other languages,
 * with spelling mistakes.
 *
 * @returns undefined when anything in it is neither a phrase nor names
 */
export function readSignOff(text: string, lexicon: CopyLexicon): readonly SignedName[] | undefined {
  const names = readSignedNames(text, lexicon);
  return names?.some(({ role }) => role !== "other") === true ? names : undefined;
}

/** The same for a line above the story, where a picture may be all that is credited: `Photos: B`. */
export function readSignedNames(text: string, lexicon: CopyLexicon): readonly SignedName[] | undefined {
  if (text.length > LONGEST_SIGN_OFF) return undefined;
  const bare = text.replace(/^[-*•–—\s]+/u, "").trim();
  const open = /^[([（]/u.test(bare) && /[)\]）]\.?$/u.test(bare);
  const inner = (open ? bare.replace(/^[([（]+|[)\]）]+\.?$/gu, "") : bare).replace(/^[*_]+|[*_]+$/gu, "").trim();
  if (!mayOpenSignOff(inner)) return undefined;
  const names: SignedName[] = [];
  for (const segment of segments(inner.replace(/\.$/u, ""))) {
    const read = readSegment(segment, lexicon);
    if (read === undefined) return undefined;
    names.push(...read);
  }
  return names;
}

/** Whether a text begins with the first word of a phrase, also misspelt. Nearly every paragraph of a story does not. */
function mayOpenSignOff(text: string): boolean {
  const key = phraseKey(text.slice(0, 90));
  if (FIRST_WORDS.has(firstWord(key))) return true;
  const [word = ""] = /\S+/u.exec(key) ?? [];
  return isMisspelt(word);
}

/** The first word, up to anything that may divide a sign-off. */
function firstWord(key: string): string {
  return /[^\s:：,.،;؛।۔|]+/u.exec(key)?.[0] ?? "";
}

const FIRST_WORDS = new Set(SIGN_OFF_PHRASES.map(([, phrase]) => firstWord(phraseKey(phrase))));
const MISSPELT = ["reporting", "reported", "editing", "edited", "writing", "written", "additional"];

/** Stories open their last paragraphs with the same words again and again. */
const isMisspelt = remembered((word) => MISSPELT.some((right) => isNear(word, right)));

/** Divided at semicolons and Arabic dashes, and where a new phrase begins after a comma, a stop or `and`. */
function segments(text: string): readonly string[] {
  const list: string[] = [];
  for (const part of text.split(/\s*[;؛।۔|]\s*|\s+[-–—/]\s+/u)) {
    let rest = part;
    for (;;) {
      const next = nextPhrase(rest);
      if (next === undefined) break;
      list.push(rest.slice(0, next.before).trim());
      rest = rest.slice(next.at);
    }
    if (rest.trim() !== "") list.push(rest.trim());
  }
  return list;
}

/** A comma, a stop or `and`, behind which a new phrase may begin. */
const JOINED = /(?:[,.،]\s+(?:and\s+|with\s+)?|\s+and\s+)(?=\p{L}{4,})/giu;

/** The same, and nothing but a space before a label: `Text: A  Photos: B`. */
const JOINED_OR_LABELLED =
  /(?:[,.،]\s+(?:and\s+|with\s+)?|\s+and\s+)(?=\p{L}{4,})|\s+(?=\p{L}{4,20}(?: \p{L}{2,12})?\s?[:：])/giu;

function nextPhrase(text: string): { readonly before: number; readonly at: number } | undefined {
  let own: number | undefined;
  for (const match of text.matchAll(/[:：]/u.test(text) ? JOINED_OR_LABELLED : JOINED)) {
    const at = match.index + match[0].length;
    if (phraseAt(text.slice(at)) === undefined) continue;
    // `Additional reporting: A`: its second word is no phrase of its own.
    own ??= phraseAt(text)?.end ?? 0;
    if (at >= own) return { before: match.index, at };
  }
  return undefined;
}

/** The phrase a text begins with, and where the names begin. */
function phraseAt(text: string): { readonly role: SignOffRole; readonly end: number } | undefined {
  const words = [...text.slice(0, 90).matchAll(/[^\s:：]+/gu)].slice(0, 5);
  for (let count = Math.min(words.length, 5); count > 0; count--) {
    const last = words[count - 1];
    if (last === undefined) continue;
    const to = last.index + last[0].length;
    const key = phraseKey(text.slice(0, to).replace(/\s+/gu, " "));
    const role = SPELT.get(text.slice(0, to)) ?? PHRASES.get(key) ?? misspelt(key);
    if (role === undefined) continue;
    const after = /^\s*[:：]?\s*/u.exec(text.slice(to))?.[0] ?? "";
    if (NEEDS_COLON.has(key) && !/[:：]/u.test(after)) continue;
    if (after === "" && to < text.length) continue;
    return { role, end: to + after.length };
  }
  return undefined;
}

/** English phrases as they are typed in a hurry: `Edtitng by`, `Additonal reporting by`. */
function misspelt(key: string): SignOffRole | undefined {
  if (!key.endsWith(" by") || key.length > 32) return undefined;
  const words = key.slice(0, -3).split(" ");
  const like = (word: string | undefined, right: string): boolean => word !== undefined && isNear(word, right);
  if (words.length === 1) {
    if (like(words[0], "reporting") || like(words[0], "reported")) return "reporting";
    if (like(words[0], "editing") || like(words[0], "edited")) return "editing";
    return like(words[0], "writing") || like(words[0], "written") ? "writing" : undefined;
  }
  if (words.length === 2 && like(words[0], "additional") && like(words[1], "reporting")) return "additional reporting";
  return undefined;
}

/** At most two letters added, lost, changed or swapped; one in words of six letters or fewer. */
function isNear(word: string, right: string): boolean {
  const most = right.length > 6 ? 2 : 1;
  if (Math.abs(word.length - right.length) > most || word.charAt(0) !== right.charAt(0)) return false;
  let above: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  let leastAbove = 0;
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const same = word.charAt(i - 1) === right.charAt(j - 1) ? 0 : 1;
      let cost = Math.min((row[j] ?? 99) + 1, (next[j - 1] ?? 99) + 1, (row[j - 1] ?? 99) + same);
      const swapped =
        i > 1 && j > 1 && word.charAt(i - 1) === right.charAt(j - 2) && word.charAt(i - 2) === right.charAt(j - 1);
      if (swapped) cost = Math.min(cost, (above[j - 2] ?? 99) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    // Nothing further on makes less of two rows.
    if (least > most && leastAbove > most) return false;
    leastAbove = least;
    above = row;
    row = next;
  }
  return (row[right.length] ?? 99) <= most;
}

function readSegment(segment: string, lexicon: CopyLexicon): readonly SignedName[] | undefined {
  const phrase = phraseAt(segment);
  if (phrase === undefined) return undefined;
  const names = namesIn(segment.slice(phrase.end), lexicon);
  return names?.map((name) => ({ name, role: phrase.role }));
}

/** The names of a segment, without the places they write from. */
export function namesIn(text: string, lexicon: CopyLexicon): readonly string[] | undefined {
  // `سارة خالد للنشرة العربية`: for the Arabic service, as Reuters signs it.
  const plain = text
    .trim()
    .replace(/^the /u, "")
    .replace(/\.$/u, "")
    .replace(/ للنشرة العربية/gu, "");
  const credits = readCredits(plain, lexicon, {
    from: "sign-off",
    strict: true,
  });
  if (credits === undefined) return undefined;
  return credits.every(({ name, sort }) =>
    sort === "person" ? isPersonName(name, 1) : isInHouse(name, lexicon) || isKnownAgency(name, lexicon),
  )
    ? credits.map(({ name }) => name)
    : undefined;
}

/**
 * A sign-off in brackets at the end of a paragraph of text.
 *
 * @returns its names, and where the paragraph ends without it
 */
export function readSignOffBracket(
  text: string,
  lexicon: CopyLexicon,
): { readonly names: readonly SignedName[]; readonly end: number } | undefined {
  if (!/[)\]）]\.?$/u.test(text)) return undefined;
  const closed = text.replace(/\.$/u, "");
  const open = openingBracket(closed, Math.max(0, closed.length - LONGEST_SIGN_OFF));
  if (open === undefined || open === 0) return undefined;
  const names = readSignOff(closed.slice(open), lexicon);
  return names === undefined ? undefined : { names, end: closed.slice(0, open).trimEnd().length };
}

/** The name on a last line of its own: `— Orla Fennick`. */
export function readSignedLine(text: string, lexicon: CopyLexicon): Credit | undefined {
  const match = /^(?:[—–―]|--|-)\s*(.{3,60})$/u.exec(text);
  if (match === null) return undefined;
  const credits = readCredits((match[1] ?? "").replace(/^by /iu, ""), lexicon, { from: "sign-off", strict: true });
  const [credit, ...more] = credits ?? [];
  if (credit === undefined || more.length > 0 || credit.sort !== "person" || !isPersonName(credit.name))
    return undefined;
  return credit;
}

/** An address in brackets below a sign-off: `((a@b.example))`. */
export function readSignedAddress(text: string): string | undefined {
  if (text.length > 300 || !text.startsWith("(")) return undefined;
  return /^\(+\s*(?:e-?mail:?\s*)?([^\s@()<>;,]+@[^\s@()<>;,]+\.\p{L}{2,24})\s*(?:[;,][^()]*)?\)+\.?$/iu.exec(
    text,
  )?.[1];
}
