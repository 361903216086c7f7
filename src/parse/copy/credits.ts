import type { Credit, EvidenceSource } from "../../model/draft.ts";
import { bylineMarker } from "./byline-markers.ts";
import { inCapitals } from "./headline.ts";
import { LABELS, SENTENCE_OPENERS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { CONJUNCTIONS, NAME_SUFFIXES, PLACE_PREPOSITIONS } from "./lexicon/names.ts";
import { isPersonName, repairCapitals } from "./names.ts";
import {
  agencyStrength,
  isCapitalPhrase,
  isInHouse,
  isKnownAgency,
  isOrganisation,
  repairInHouse,
} from "./organisations.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";
import { isRole, readPosition } from "./roles.ts";

/** How a credit is read. */
export interface CreditReading {
  readonly from: EvidenceSource;
  /** Whether anything that is no credit refuses the whole: a line of a story. A front matter value is a byline by its place. */
  readonly strict: boolean;
  readonly language?: string;
}

type Draft = { -readonly [K in keyof Credit]: Credit[K] };

/** Characters of the longest byline; what is longer is text. */
const LONGEST = 300;

const EMAIL =
  /[<([]?\s*(?:mailto:|e-?mail:?\s*)?([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24})\s*[>)\]]?/iu;

/**
 * The credits of a byline text: `By A, B and C`, roles, organisations, places and addresses told apart.
 *
 * @returns undefined when the text is no byline
 */
export function readCredits(text: string, lexicon: CopyLexicon, reading: CreditReading): readonly Credit[] | undefined {
  if (text.length > LONGEST) return undefined;
  const line = withoutMarks(text);
  const marker = bylineMarker(line);
  const rest = (marker?.rest ?? line).trim();
  if (rest === "") return undefined;
  const stopless = rest.replace(/\s*\.$/u, "");
  const placeless = stopless.replace(/ in \p{Lu}[\p{L}\s,-]*$/u, "");
  if (isInHouse(placeless, lexicon)) return [house(placeless, reading)];
  const sentence = /^(.{3,60}?) is (?:an?|the) (.+)$/iu.exec(stopless);
  if (sentence !== null && !reading.strict && isPersonName(sentence[1] ?? "")) {
    return [{ name: sentence[1] ?? "", sort: "person", ...readPosition(sentence[2] ?? ""), from: reading.from }];
  }
  if (isRubbish(rest)) return undefined;
  if (/^(?:https?:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}\/?$/iu.test(rest)) {
    if (reading.strict) return undefined;
    return [{ name: rest.replace(/^https?:\/\/|\/$/giu, ""), sort: "organisation", from: reading.from }];
  }
  return readParts(rest, lexicon, reading, marker?.organisationsOnly === true);
}

/** The marks of old wires around a byline, and emphasis. */
export function withoutMarks(text: string): string {
  return text.replace(/^[\s^=*_~<>]+|[\s^=*_~]+$/gu, "");
}

function house(name: string, reading: CreditReading): Credit {
  return { name: repairInHouse(name), sort: "organisation", from: reading.from };
}

const RUBBISH = phraseSet(
  "published updated posted modified last am pm a.m p.m et est edt gmt utc ist min read share follow comments comment advertisement".split(
    " ",
  ),
  "subscribe null undefined none n/a na admin administrator user unknown test webmaster root guest author authors by byline".split(
    " ",
  ),
  "photo video image loading minutes hours ago today yesterday".split(" "),
);

/** Page furniture that ends up where a byline is expected. */
function isRubbish(text: string): boolean {
  const words = phraseKey(text)
    .split(/[\s,.:|]+/u)
    .filter((word) => word !== "");
  if (!/\p{L}/u.test(text)) return true;
  return words.every(
    (word) => RUBBISH.has(word) || isMonth(word) || WEEKDAYS.has(word) || /^\d|^[ap]$|^m$/u.test(word),
  );
}

/** Reads the parts of a byline from left to right; a role or organisation belongs to all names since the last one. */
function readParts(
  text: string,
  lexicon: CopyLexicon,
  reading: CreditReading,
  organisationsOnly: boolean,
): readonly Credit[] | undefined {
  const list: Draft[] = [];
  let group = 0;
  let closed = false;
  for (const part of partsOf(text, lexicon)) {
    const read = readPart(part, list, lexicon, reading.strict);
    if (read === undefined) {
      if (reading.strict) return undefined;
      continue;
    }
    if (read.name !== undefined) {
      if (organisationsOnly && read.sort === "person") return undefined;
      if (closed) group = list.length;
      closed = false;
      const name = read.sort === "person" ? repairCapitals(read.name, reading.language) : read.name;
      list.push({ name, sort: read.sort, from: reading.from });
    }
    for (const credit of list.slice(group)) {
      if (read.role !== undefined) credit.role ??= read.role;
      if (read.org !== undefined) credit.org ??= read.org;
    }
    const last = list.at(-1);
    if (read.suffix !== undefined && last !== undefined) last.name = `${last.name}, ${read.suffix}`;
    if (read.email !== undefined && last !== undefined) last.email = read.email;
    if (read.role !== undefined || read.org !== undefined) closed = true;
  }
  return list.length === 0 ? undefined : list;
}

interface Part {
  readonly text: string;
  /** Whether a comma or bar stands before it, not a word like `and`. */
  readonly apart: boolean;
}

interface PartReading {
  readonly name?: string;
  readonly sort: "person" | "organisation";
  readonly suffix?: string;
  readonly role?: string;
  readonly org?: string;
  readonly email?: string;
}

/** The parts of a byline: divided by bars, commas and, between names, by words like `and`. */
function partsOf(text: string, lexicon: CopyLexicon): readonly Part[] {
  const inverted = /^([\p{L}'’-]+), ?([\p{L}'’.-]+(?: \p{Lu}\.)?)$/u.exec(text);
  if (inverted !== null) {
    const [, last = "", first = ""] = inverted;
    const places = lexicon.places.has(phraseKey(first));
    const plain = [last, first].every((word) => isPersonName(word, 1) && !isRole(word, lexicon));
    const agencies = isKnownAgency(last, lexicon) || isKnownAgency(first, lexicon) || /^\p{Lu}{2,5}$/u.test(last);
    const suffix = NAME_SUFFIXES.has(phraseKey(first).replace(/\.$/u, ""));
    if (plain && !places && !agencies && !suffix) return [{ text: `${first} ${last}`, apart: true }];
  }
  const parts: Part[] = [];
  for (const piece of text.split(/\s*(?:[,;|•·،、؛]|\s[—–-]{1,2}\s|\s\/\s)\s*/u)) {
    const words = piece.split(" ").filter((word) => word !== "");
    let from = 0;
    let apart = true;
    const push = (to: number): void => {
      if (to > from) parts.push({ text: words.slice(from, to).join(" "), apart });
    };
    if (!isWhole(piece, lexicon)) {
      for (const [index, word] of words.entries()) {
        if (isArabicAnd(word, words, index)) {
          push(index);
          from = index;
          apart = false;
          words[index] = word.slice(1);
        }
        if (!isConjunction(word, words, index)) continue;
        push(index);
        from = index + 1;
        apart = from === 1;
      }
    }
    push(words.length);
  }
  return parts.flatMap(slashed);
}

/** `Ana Paz/Luis Gil`: two names with a slash between them. */
function slashed(part: Part): readonly Part[] {
  const names = part.text.split("/");
  if (names.length < 2 || !names.every((name) => isPersonName(name))) return [part];
  return names.map((text, at) => ({ text, apart: part.apart && at === 0 }));
}

/** Arabic writes `and` as a letter of the next word: `أحمد علي ومحمد حسن`. Some names begin with that letter. */
function isArabicAnd(word: string, words: readonly string[], index: number): boolean {
  return (
    index > 1 &&
    words.length - index > 1 &&
    /^و[\u0621-\u064A]{3,}$/u.test(word) &&
    !/^(?:وليد|وائل|وسام|وفاء|وجدي|وحيد|ورد|وهبة|وهيب)$/u.test(word)
  );
}

/** A part that has a word like `and` inside: `Arts and Culture Editor`, `Ministry of Food and Farming`. */
function isWhole(piece: string, lexicon: CopyLexicon): boolean {
  const [before = "", after = ""] = piece.split(/ (?:and|&|y|e|et|und) /u);
  if (after === "") return false;
  if (isInHouse(piece, lexicon)) return true;
  if (isPersonName(before.replace(/ (?:in|at) .*$/u, "")) || isKnownAgency(before, lexicon)) return false;
  return isRole(piece, lexicon) || isOrganisation(piece);
}

function isConjunction(word: string, words: readonly string[], index: number): boolean {
  if (!CONJUNCTIONS.has(word)) return /^AND$/.test(word) && index > 0;
  // `Ortega y Gasset` is one name: letters that also join surnames need two words on both sides.
  if (/^[yei]$/u.test(word)) return index > 1 && words.length - index > 2;
  return true;
}

function readPart(part: Part, list: readonly Draft[], lexicon: CopyLexicon, strict: boolean): PartReading | undefined {
  const email = EMAIL.exec(part.text);
  const address = email?.[1] === undefined ? {} : { email: email[1] };
  const bracket = /^(.+?)\s*[(（]([^()（）]{2,60})[)）]$/u.exec(part.text);
  if (email !== null) {
    const text = part.text.replace(EMAIL, " ").replace(/\s+/gu, " ").trim();
    if (text === "" || /^e-?mail:?$/iu.test(text)) {
      return list.length === 0 ? undefined : { sort: "person", ...address };
    }
    const rest = readPart({ text, apart: part.apart }, list, lexicon, strict);
    return rest === undefined ? undefined : { ...rest, ...address };
  }
  if (bracket !== null) {
    const [, before = "", inside = ""] = bracket;
    const rest = readPart({ text: before, apart: part.apart }, list, lexicon, strict);
    if (rest?.name === undefined) return undefined;
    if (isRole(inside, lexicon)) return { ...rest, role: inside };
    return agencyStrength(inside, lexicon) === undefined ? undefined : { ...rest, org: inside };
  }
  const named = list.length > 0;
  if (named && isDate(part.text)) return { sort: "person" };
  const text = part.text.replace(/\.$/u, (stop) =>
    /(?:^|[\s.])(?:\p{L}{1,2}|Esq|Ph\.?D)\.$/u.test(part.text) ? stop : "",
  );
  if (named && NAME_SUFFIXES.has(phraseKey(text).replace(/\.$/u, ""))) return { sort: "person", suffix: text };
  if (isKnownAgency(text, lexicon) || isInHouse(text, lexicon)) {
    if (isRole(text, lexicon) && named && part.apart) return { sort: "person", role: text };
    return named && part.apart ? { sort: "person", org: text } : { name: text, sort: "organisation" };
  }
  const special = /^(?:special )?(?:to|for) (?:the )?(\p{Lu}.*)$/iu.exec(text);
  if (named && special !== null && isCapitalPhrase(special[1] ?? "")) {
    return { sort: "person", org: text.replace(/^(?:special )?(?:to|for) (?:the )?/u, "") };
  }
  const joined = named && part.apart ? undefined : nameBeforeRole(text, lexicon);
  if (joined !== undefined) return joined;
  if (isRole(text, lexicon)) return named ? { sort: "person", ...roleOf(text) } : { name: text, sort: "organisation" };
  if (named && part.apart && lexicon.places.has(phraseKey(text))) return { sort: "person" };
  if (isSingleOpener(text)) return undefined;
  const split = nameBeforePreposition(text);
  if (split !== undefined) return split;
  if (isOrganisation(text))
    return named && part.apart ? { sort: "person", org: text } : { name: text, sort: "organisation" };
  if (lexicon.places.has(phraseKey(text)) && !named) return undefined;
  if (part.apart && named && !list.some((credit) => credit.sort === "person")) return undefined;
  if (isPersonName(text, 1)) return { name: text, sort: "person" };
  if (named && part.apart && isCapitalPhrase(text)) return { sort: "person", org: text.replace(/^the /u, "") };
  return strict ? undefined : looseName(text);
}

/** A role that names its organisation too: `Staff Reporter at the Ostra Times`. */
function roleOf(text: string): { readonly role?: string; readonly org?: string } {
  const role = text.replace(/ in \p{Lu}[\p{L}\s,-]*$/u, "");
  return / (?:at|for|of|with) (?:the )?\p{Lu}/u.test(role) ? readPosition(role) : { role };
}

const ROLE_OPENERS = phraseSet("staff senior chief special associated associate managing executive".split(" "));

/** A name and a role with nothing between them: `Jane Doe Staff Writer`, `JANE DOE Associated Press Writer`. */
function nameBeforeRole(text: string, lexicon: CopyLexicon): PartReading | undefined {
  const words = text.split(" ");
  for (let at = 2; at < Math.min(words.length - 1, 5); at++) {
    const key = phraseKey(words[at] ?? "");
    if (!ROLE_OPENERS.has(key) && !lexicon.agencies.has(key)) continue;
    const name = words.slice(0, at).join(" ");
    const role = words.slice(at).join(" ");
    return isPersonName(name) && isRole(role, lexicon) ? { name, sort: "person", ...roleOf(role) } : undefined;
  }
  return undefined;
}

/** A date that stands in a byline: `Jan 3, 2020` in its parts. */
function isDate(text: string): boolean {
  const words = phraseKey(text).split(" ");
  return (
    words.length < 5 &&
    words.every((word) => isMonth(word) || WEEKDAYS.has(word) || /^\d{1,2}(?:st|nd|rd|th)?$|^\d{4}$/.test(word))
  );
}

/** `A in Turin`: the place is dropped. `A for the Valley Ledger`, `A of …`: an organisation. */
function nameBeforePreposition(text: string): PartReading | undefined {
  const words = text.split(" ");
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] ?? "";
    const after = words.slice(at + 1).join(" ");
    if (
      !/^\p{Ll}+$/u.test(word) ||
      !/^(?:the )?[\p{Lu}\p{Lo}]/u.test(after) ||
      !isPersonName(words.slice(0, at).join(" "))
    )
      continue;
    const name = words.slice(0, at).join(" ");
    if (/^(?:for|of|with)$/u.test(word) && isCapitalPhrase(after.replace(/^the /u, ""))) {
      return { name, sort: "person", org: after.replace(/^the /u, "") };
    }
    if (PLACE_PREPOSITIONS.has(word) && isCapitalPhrase(after)) return { name, sort: "person" };
  }
  return undefined;
}

/** One word that opens sentences or names a day: `Friday`, `Then`. */
function isSingleOpener(text: string): boolean {
  const key = phraseKey(text);
  return SENTENCE_OPENERS.has(key) || WEEKDAYS.has(key) || (inCapitals(text) && text.length < 2);
}

/** A front matter name that does not look like one: typed in small letters, or in a way of its own. */
function looseName(text: string): PartReading | undefined {
  const words = text.split(" ");
  if (words.length > 5 || !/^[\p{L}\p{M}'’.\s-]+$/u.test(text)) return undefined;
  if (words.some((word) => SENTENCE_OPENERS.has(phraseKey(word)) || LABELS.has(phraseKey(word)))) return undefined;
  return { name: text, sort: "person" };
}
