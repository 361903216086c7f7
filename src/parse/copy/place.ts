import { ACRONYMS, LABELS, OPENED_PLACES, SENTENCE_OPENERS, TOPICS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";

/** What the words before a date, an agency or a separator look like. */
export interface PlaceShape {
  /** Whether the first place is in capitals only. */
  readonly capitals: boolean;
  /** Whether it is in a script that has capitals. */
  readonly cased: boolean;
  /** Whether the first place is in the list of places. */
  readonly known: boolean;
  /** Whether a region or state that style books abbreviate follows: `Butte, Mont.` */
  readonly region: boolean;
  readonly words: number;
}

const PARTICLES = phraseSet(
  "de la le les las los el al del da do dos das di du des of the upon on under am an der den bei im in ob sur sous en aux y e und och i ad as ar az ul bin and &".split(
    " ",
  ),
);

/** States, provinces and their abbreviations in datelines. */
const REGIONS = phraseSet(
  "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo".split(
    " ",
  ),
  "n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va d.c p.r alberta b.c ont que man sask n.s n.b p.e.i n.l nfld ontario quebec cal penn".split(
    " ",
  ),
  "texas ohio iowa utah idaho maine alaska hawaii california florida illinois oregon nevada kansas virginia michigan wisconsin".split(
    " ",
  ),
);

/** Postal codes of American states, in capitals. */
const POSTAL = new Set(
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC BC ON QC AB MB SK NS NB NL".split(
    " ",
  ),
);

/** Whether the last word of a place keeps its full stop: `Minn.`, `D.C.`, `St.` */
export function isAbbreviatedRegion(word: string): boolean {
  return /^(?:\p{L}\.){2,}$/u.test(word) || REGIONS.has(phraseKey(word).replace(/\.$/u, ""));
}

/** Characters of the longest place with its region. */
const LONGEST = 70;

/**
 * What a text looks like as the place of a dateline.
 *
 * @returns undefined when it cannot be one: figures, labels, sentence words, words without a capital
 */
export function readPlace(written: string, lexicon: CopyLexicon): PlaceShape | undefined {
  // `New Delhi [India]`, `Mendoza (Argentina)`: the country in brackets, as some agencies add it.
  const text = written.replace(/ (?:\[\p{Lu}[\p{L} ]{2,30}\]|\(\p{Lu}\p{Ll}[\p{L} .]{1,29}\))$/u, "");
  if (text === "" || text.length > LONGEST || /[\p{N}"“”«»?!;|@#*%]/u.test(text)) return undefined;
  const [first = "", ...more] = text.split(/\s*(?:[,،/]|\s(?:and|et|y|und|e)\s)\s*/iu);
  const words = text.split(/[\s,،/]+/u).filter((word) => word !== "");
  const firstWords = first.split(" ");
  if (first === "" || words.length > 9 || firstWords.length > 5 || more.length > 3) return undefined;
  const cased = /[\p{Lu}\p{Ll}\p{Lt}]/u.test(first);
  const key = phraseKey(first);
  const known = lexicon.places.has(key) || lexicon.places.has(phraseKey(text));
  if (!words.every((word, at) => isPlaceWord(word, at, cased))) return undefined;
  const region = more.some((part) => POSTAL.has(part) || REGIONS.has(phraseKey(part).replace(/\.$/u, "")));
  if (!known && !OPENED_PLACES.has(key) && !isOpening(firstWords, words.length, region)) return undefined;
  if (!cased && firstWords.length > 4) return undefined;
  return {
    capitals:
      cased &&
      !/\p{Ll}/u.test(first.replace(/\b(?:de|la|do|da|di|of|el|al|and|Mc|Mac|St)(?=[\s\p{Lu}])/gu, "")) &&
      /\p{Lu}.*\p{Lu}/u.test(first),
    cased,
    known,
    region,
    words: words.length,
  };
}

/** Whether the words of an unknown place may open a dateline. Behind a label stands no state: `WATCH HILL, R.I.` is a town. */
function isOpening(words: readonly string[], all: number, region: boolean): boolean {
  const key = phraseKey(words[0] ?? "");
  if (SENTENCE_OPENERS.has(key) && words.length === 1 && all === 1) return false;
  if (SENTENCE_OPENERS.has(key)) return false;
  if (region && words.length > 1) return true;
  return words.every((word) => {
    const bare = phraseKey(word).replace(/\.$/u, "");
    return !LABELS.has(bare) && !WEEKDAYS.has(bare);
  });
}

function isPlaceWord(word: string, at: number, cased: boolean): boolean {
  if (!cased) return /^[\p{L}\p{M}\p{Join_Control}'’.-]+$/u.test(word) && !/^\p{Ll}/u.test(word);
  if (at > 0 && PARTICLES.has(phraseKey(word))) return true;
  if (word.includes(".") && !/^(?:\p{Lu}\p{Ll}{0,5}\.)+(?:\p{Lu}\.?)?$|^\p{Lu}+\.$/u.test(word)) return false;
  return (
    /^['’‘]?(?:s-)?[\p{Lu}\p{Lt}][\p{L}\p{M}'’‘.-]*$/u.test(word) &&
    !(at === 0 && word.length > 4 && isMonth(phraseKey(word)))
  );
}

/**
 * Whether a bare text in capitals is more likely an acronym or a label than a town: the bank of thin evidence.
 * `OSLO` is known; `NOSA` is not, and so short that it is read as an acronym.
 */
export function isAcronymOrLabel(text: string, shape: PlaceShape): boolean {
  if (shape.known) return false;
  const words = text.split(/[\s,/]+/u);
  if (words.some((word) => LABELS.has(phraseKey(word)))) return true;
  if (!shape.region && TOPICS.has(phraseKey(words[0] ?? ""))) return true;
  if (words.length > 1) return shape.words > 4;
  const key = phraseKey(text);
  return text.length < 5 || ACRONYMS.has(key) || /\./u.test(text) || !/[aeiouyäöüáéíóúåøæ]/u.test(key);
}
