/**
 * Names as a byline prints them: `Ana Ruiz and Bo Åkesson`, `Ana, Bo and Caro`.
 *
 * Readers disagree on several authors of one RSS item (of 20, four show the first, two the last), so they are one text. The words are
 * ours: `Intl.ListFormat` changes with the ICU data of a Node version, and the bytes of a feed with it.
 *
 * @param language BCP 47 tag; a language without a word here gets commas alone
 */
export function joinNames(names: readonly string[], language: string): string {
  const last = names.at(-1) ?? "";
  const before = names.slice(0, -1);
  if (before.length === 0) return last;
  const { comma = ", ", and } = joinersOf(language);
  return before.join(comma) + (typeof and === "function" ? and(last) : (and ?? comma)) + last;
}

interface Joiners {
  /** Between all but the last two; default a comma and a space. */
  readonly comma?: string;
  /** Before the last one; the comma where absent. */
  readonly and?: string | ((last: string) => string);
}

function joinersOf(language: string): Joiners {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return JOINERS.get(`${primary}-${script}`) ?? JOINERS.get(primary) ?? {};
}

/** "y" becomes "e" before the sound of i, but not before ia, ie, io, iu: `Ana e Isabel`, `Ana y Hierro`. */
function spanishAnd(last: string): string {
  return /^h?[ií](?![aeiouáéóú])/i.test(last.normalize("NFC")) ? " e " : " y ";
}

/** "e" becomes "ed" before another e: `Anna ed Elena`. */
function italianAnd(last: string): string {
  return /^[eèé]/i.test(last.normalize("NFC")) ? " ed " : " e ";
}

const WORDS: Readonly<Record<string, string>> = {
  af: "en",
  am: "እና",
  as: "আৰু",
  az: "və",
  be: "і",
  bg: "и",
  bn: "ও",
  bs: "i",
  "bs-cyrl": "и",
  ca: "i",
  cs: "a",
  cy: "a",
  da: "og",
  de: "und",
  el: "και",
  en: "and",
  eo: "kaj",
  et: "ja",
  eu: "eta",
  fi: "ja",
  fil: "at",
  fo: "og",
  fr: "et",
  fy: "en",
  ga: "agus",
  gd: "agus",
  gl: "e",
  gu: "અને",
  ha: "da",
  hi: "और",
  hr: "i",
  hu: "és",
  hy: "և",
  id: "dan",
  is: "og",
  ka: "და",
  kk: "және",
  km: "និង",
  kn: "ಮತ್ತು",
  ky: "жана",
  lb: "an",
  lo: "ແລະ",
  lt: "ir",
  lv: "un",
  mk: "и",
  mn: "ба",
  mr: "आणि",
  ms: "dan",
  mt: "u",
  nb: "og",
  ne: "र",
  nl: "en",
  nn: "og",
  no: "og",
  pa: "ਅਤੇ",
  pl: "i",
  pt: "e",
  ro: "și",
  ru: "и",
  si: "සහ",
  sk: "a",
  sl: "in",
  so: "iyo",
  sq: "dhe",
  sr: "и",
  "sr-latn": "i",
  sv: "och",
  sw: "na",
  ta: "மற்றும்",
  te: "మరియు",
  tg: "ва",
  th: "และ",
  tl: "at",
  tr: "ve",
  uk: "і",
  uz: "va",
  vi: "và",
};

const JOINERS: ReadonlyMap<string, Joiners> = new Map<string, Joiners>([
  ...Object.entries(WORDS).map(([language, word]) => [language, { and: ` ${word} ` }] as const),
  // Arabic and Hebrew write the word and the name together.
  ["ar", { comma: "، ", and: " و" }],
  ["he", { and: " ו" }],
  ["ckb", { comma: "، ", and: " و " }],
  ["fa", { comma: "، ", and: " و " }],
  ["ps", { comma: "، ", and: " او " }],
  ["sd", { comma: "، ", and: " ۽ " }],
  ["ur", { comma: "، ", and: " اور " }],
  ["es", { and: spanishAnd }],
  ["it", { and: italianAnd }],
  ["ja", { comma: "、" }],
  ["zh", { comma: "、", and: "和" }],
]);
