import { ORGANISATION_WORDS } from "./lexicon/agencies.ts";
import { LABELS, SENTENCE_OPENERS } from "./lexicon/labels.ts";
import { WEEKDAYS } from "./lexicon/months.ts";
import { CONJUNCTIONS, HONORIFICS, NAME_PARTICLES, NAME_SUFFIXES } from "./lexicon/names.ts";
import { IN_HOUSE_NOUNS } from "./lexicon/roles.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";

const NO_PERSON = phraseSet(ORGANISATION_WORDS, IN_HOUSE_NOUNS);

/** Words of headlines in title case that no name has. */
const FUNCTION_WORDS = new Set(
  "across through over into after before under from with without for the at is are was has not".split(" "),
);

/** Words that open sentences in one language and are given names in others. */
const GIVEN_NAMES_TOO = new Set(["uma", "una"]);

/** A word with a capital first: `Roe`, `O’Hare`, `Jean-Paul`, `J.`, `J.R.R.`, `al-Rashid`. */
const CAPITAL_WORD =
  /^(?:(?:al|el|ad|an|ar|as|ash|at|az|ul|ibn|bin|d|l|de|della|dell|'t|’t|‘t)[-'’])?[\p{Lu}\p{Lt}][\p{L}\p{M}'’‘ʼ·-]*(?:\.[\p{Lu}\p{Lt}]?[\p{L}\p{M}-]*)*$/u;

/** A word of a script that has no capitals. */
const UNCASED_WORD = /^[\p{Lo}\p{M}\p{Join_Control}'’·・.-]+$/u;

/**
 * Whether a text is written like a person's name: two to six words with a capital first, small particles between them,
 * initials and suffixes, or up to four words of a script without capitals.
 *
 * @param least words it must have; names of one word are frequent in bylines and too weak elsewhere
 */
export function isPersonName(text: string, least = 2): boolean {
  if (text.length > 70) return false;
  const words = text.split(" ");
  if (words.length > 7) return false;
  let strong = 0;
  let suffixes = 0;
  for (const [index, word] of words.entries()) {
    const key = phraseKey(word);
    const bare = key.replace(/[.,]+$/u, "");
    if (NAME_SUFFIXES.has(bare) && index > 0) {
      suffixes++;
      continue;
    }
    if (index === 0 && isGivenDay(words) && CAPITAL_WORD.test(word)) {
      strong++;
      continue;
    }
    const surnamed = index === 0 && bare === "sun" && words.length > 1;
    if (!surnamed && (NO_PERSON.has(bare) || WEEKDAYS.has(bare) || FUNCTION_WORDS.has(bare))) return false;
    if (/^[“"‘'(][\p{L}\p{M}.-]+[”"’')]$/u.test(word) && index > 0 && index < words.length - 1) continue;
    if (NAME_PARTICLES.has(key) && /^\p{Ll}/u.test(word)) {
      if (index === words.length - 1) return false;
      continue;
    }
    if (UNCASED_WORD.test(word)) {
      if (words.length > 4 && !CONJUNCTIONS.has(key)) return false;
      strong++;
      continue;
    }
    if (!CAPITAL_WORD.test(word)) return false;
    if (word.endsWith(".") && !isDottedNamePart(word, key)) return false;
    const given = GIVEN_NAMES_TOO.has(key) && words.length > 1;
    if (index === 0 && SENTENCE_OPENERS.has(key) && !HONORIFICS.has(bare) && words.length < 3 && !given) return false;
    if (index === 0 && !given && (SENTENCE_OPENERS.has(key) || LABELS.has(key)) && !/^\p{Lu}\.?$/u.test(word)) {
      if (!HONORIFICS.has(bare)) return false;
    }
    strong++;
  }
  const uncased = /^[\P{L}\p{Lo}]+$/u.test(text);
  return strong >= 1 && words.length - suffixes >= (uncased ? 1 : least);
}

const GIVEN_DAYS = new Set("monday friday sunday".split(" "));
const BEHIND_DAYS = phraseSet(
  "morning mornings noon afternoon evening evenings night nights midnight dawn dusk lunch brunch prayers mass".split(
    " ",
  ),
  "market markets matinee league roast riders special specials sermon walk run final finals".split(" "),
);

/** `Sunday Okoro`, `Friday Eze Nwosu`: Nigerians are given the name of the day; not `Sunday Night`. */
function isGivenDay(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3 || !GIVEN_DAYS.has(phraseKey(words[0] ?? ""))) return false;
  return !words.some((word) => BEHIND_DAYS.has(phraseKey(word)));
}

/** `J.`, `J.R.`, `Dr.`, `St.`: a full stop inside a name. */
function isDottedNamePart(word: string, key: string): boolean {
  return (
    /^(?:\p{Lu}\p{Ll}?\.)+$/u.test(word) || HONORIFICS.has(key.slice(0, -1)) || NAME_PARTICLES.has(key.slice(0, -1))
  );
}

/** The last name of a person, without suffix: what a story calls its people. */
export function surname(name: string): string {
  const words = name.split(" ").filter((word) => !NAME_SUFFIXES.has(phraseKey(word).replace(/[.,]+$/u, "")));
  return words.at(-1) ?? name;
}

/**
 * A name that is in capitals only, in normal case: `RUTH O'DELL` is `Ruth O'Dell`, `JAN VAN DER BERG` `Jan van der Berg`.
 * Any other name is returned as it stands.
 *
 * @param language BCP 47 tag; Turkish and Azeri lower `I` to a letter of their own
 */
export function repairCapitals(name: string, language?: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{2}/u.test(name)) return name;
  const words = name.split(" ");
  // `Van` and `Le` are names in Vietnam.
  const particled = !VIETNAMESE.has(phraseKey(words[0] ?? ""));
  return words
    .map((word, index) => repairWord(word, particled && index > 0 && index < words.length - 1, language))
    .join(" ");
}

const VIETNAMESE = phraseSet("nguyen tran pham hoang huynh phan vu vo dang bui ngo duong dinh trinh luong".split(" "));

function repairWord(word: string, inside: boolean, language: string | undefined): string {
  const lower = /^(?:tr|az)\b/.test(language ?? "") ? word.toLocaleLowerCase("tr") : word.toLowerCase();
  const key = phraseKey(lower);
  if (inside && NAME_PARTICLES.has(key)) return lower;
  if (/^(?:ii|iii|iv|phd|md|cbe|obe|mbe|mp)$/.test(key)) return word;
  // Initials without stops: PJ, JR; with stops: J.R.
  if (/^[^aeiouyäöüáéíóú.\s]{2}$/u.test(key) && /^[a-z]{2}$/.test(key) && !/^(?:jr|sr|dr|mr|ms|st|ng|mc)$/.test(key)) {
    return word;
  }
  return lower
    .replace(/(^|[-'’ʼ.“"(])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^Al-/u, inside ? "al-" : "Al-");
}
