import { ORGANISATION_WORDS } from "./lexicon/agencies.ts";
import { LABELS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth } from "./lexicon/months.ts";
import { IN_HOUSE_NOUNS, IN_HOUSE_WORDS } from "./lexicon/roles.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";

const HOUSE_NOUNS = phraseSet(IN_HOUSE_NOUNS);
const HOUSE_WORDS = phraseSet(IN_HOUSE_WORDS, IN_HOUSE_NOUNS);
const TEAMS = phraseSet("staff desk team bureau newsroom agencies correspondents reporters".split(" "));
const ORGANISATIONS = phraseSet(ORGANISATION_WORDS);

/** How sure it is that a text names an agency or paper. `likely`: a word or capitals say so; `weak`: only its capitals do. */
export type AgencyStrength = "known" | "likely" | "weak" | undefined;

/** Short names of agencies that people have, too: `ANA` is one, `Ana` is not. In the brackets of a dateline both are. */
const PEOPLE_TOO = phraseSet("ana mia mena sana hina petra wafa beta leta aim".split(" "));

/** Whether a text is a known agency or paper. */
export function isKnownAgency(text: string, lexicon: CopyLexicon): boolean {
  const key = phraseKey(text);
  return lexicon.agencies.has(key) && !(PEOPLE_TOO.has(key) && /^\p{Lu}\p{Ll}+$/u.test(text));
}

/** `PA Scotland`, `AP Sports`, `Reuters Lagos`: an agency by its short name, and the part of it that the credit is from. */
export function isAgencyService(text: string, lexicon: CopyLexicon): boolean {
  const [, agency = "", part = ""] = /^(\p{Lu}{2,5}|Reuters) (\p{Lu}[\p{L} ]{2,30})$/u.exec(text) ?? [];
  if (agency === "" || !lexicon.agencies.has(phraseKey(agency))) return false;
  return lexicon.places.has(phraseKey(part)) || SERVICES.has(phraseKey(part)) || isOrganisation(part);
}

const SERVICES = phraseSet(
  "sport sports business politics science health entertainment international scotland wales ireland england africa asia europe america".split(
    " ",
  ),
);

/** What speaks for a text in brackets being an agency or a paper. */
export function agencyStrength(written: string, lexicon: CopyLexicon): AgencyStrength {
  // `Northern News Service, with agencies`
  const text = written.replace(
    /(?:,? (?:with|and|&|\+|avec|mit|con|com|e|und|et) |\/)(?:other )?(?:agencies|agences|agenturen|agencias|agências|agenzie)$/iu,
    "",
  );
  const key = phraseKey(text);
  if (lexicon.agencies.has(key)) return "known";
  // A web address, a service of an agency: `Variety.com`, `Reuters Health`
  if (/^[\p{L}\d-]{2,40}\.(?:com|org|net|co\.uk|tv|news)$/iu.test(text)) return "likely";
  const firstWord = text.split(" ")[0] ?? "";
  if (
    text.length < 40 &&
    /^\p{Lu}/u.test(text) &&
    firstWord !== text &&
    firstWord.length > 2 &&
    lexicon.agencies.has(phraseKey(firstWord)) &&
    isCapitalPhrase(text.replace(/!$/u, ""))
  )
    return "known";
  const parts = key.split(/\s*[/,+&]\s*|\s[-–]\s/u);
  if (parts.length > 1 && parts.some((part) => lexicon.agencies.has(part))) return "known";
  if (/\d{3,}|[.!?;:]\s|[.!?]$/u.test(text) && !/^(?:\p{L}\.){2,}$/u.test(text)) return undefined;
  const words = text.split(/[\s/]+/u);
  if (words.some((word) => LABELS.has(phraseKey(word)) && words.length < 2)) return undefined;
  // Spelled letters, as Arabic agencies are: و ن ش, أ.ف.ب
  if (words.length > 1 && words.every((word) => /^\p{L}\p{M}*\.?$/u.test(word))) return "likely";
  if (/^\p{Lo}\p{M}*(?:\.\p{Lo}\p{M}*)+\.?$/u.test(text)) return "likely";
  if (/^[\p{Lu}\d.&/ -]{2,}$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text)) {
    if (words.some((word) => LABELS.has(phraseKey(word)) || isMonth(phraseKey(word)))) return undefined;
    // `NNS/CDN`: two short names, as one word
    const joined = /^[\p{Lu}\d]{2,6}(?:\/[\p{Lu}\d]{2,6}){1,2}$/u.test(text);
    return joined || words.length === 1 || ORGANISATIONS.has(phraseKey(words.at(-1) ?? "")) ? "likely" : "weak";
  }
  if (!isCapitalPhrase(text) || isMonth(phraseKey(words[0] ?? ""))) return undefined;
  return words.some((word) => ORGANISATIONS.has(phraseKey(word))) ? "likely" : "weak";
}

/** Whether a line of its own is such a credit by its words alone: `Our Correspondent`, `ویب ڈیسک`; not `Ostra Farm Bureau`. */
export function isHouseCredit(text: string, lexicon: CopyLexicon): boolean {
  const key = phraseKey(text);
  if (text.length > 40) return false;
  const words = key.split(" ");
  return (
    lexicon.inHouse.has(key) ||
    (words.length > 1 && words.every((word) => HOUSE_WORDS.has(word)) && isInHouse(text, lexicon))
  );
}

/** A credit that names no person: `Staff Reporter`, `Our Correspondent`, `Web Desk`, `Staff and Agencies`, `MND Staff`. */
export function isInHouse(text: string, lexicon: CopyLexicon): boolean {
  const key = phraseKey(text).replace(/\.$/u, "");
  if (lexicon.inHouse.has(key)) return true;
  // `نمائندہ جنگ`: the correspondent of a paper.
  if (/^نمائندہ \p{L}+(?: \p{L}+)?$/u.test(text)) return true;
  // `जागरण संवाददाता`, `اسپورٹس ڈیسک`: the word for a correspondent or a desk stands last.
  if (/^(?:[\p{Lo}\p{M}]+ ){1,3}(?:संवाददाता|ब्यूरो|डेस्क|ڈیسک)$/u.test(text)) return true;
  if (!/^[\p{L}\p{M}\s/&,.'-]{4,60}$/u.test(text)) return false;
  const words = key.split(/[\s/&,]+/u).filter((word) => word !== "");
  if (words.every((word) => HOUSE_WORDS.has(word))) return words.some((word) => HOUSE_NOUNS.has(word));
  const last = words.at(-1) ?? "";
  if (/^(?:redaccion|redaktion|redazione|redacao|redaksi|redaction)$/u.test(words[0] ?? "") && isCapitalPhrase(text))
    return true;
  if (words.length < 2 || words.length > 5 || !TEAMS.has(last) || !/^\p{Lu}/u.test(text)) return false;
  return isCapitalPhrase(text.slice(0, text.lastIndexOf(" ")));
}

/** An in-house credit in capitals in normal case: `STAFF REPORTER`; acronyms in it stay. */
export function repairInHouse(text: string): string {
  if (/\p{Ll}/u.test(text) || !text.includes(" ")) return text;
  return text
    .split(" ")
    .map((word) => {
      const key = phraseKey(word);
      if (!HOUSE_WORDS.has(key)) return word;
      return key === "and" || key === "from" ? key : word.charAt(0) + word.slice(1).toLowerCase();
    })
    .join(" ");
}

/** Whether one of the words of a name is one that only organisations have: `Harbour Press Agency`. */
export function isOrganisation(text: string): boolean {
  if (!isCapitalPhrase(text)) return false;
  // `Sun Meilin`: a surname when it stands first.
  const words = text.split(" ");
  return words.some((word, at) => ORGANISATIONS.has(phraseKey(word)) && (at > 0 || word !== "Sun" || words.length < 2));
}

/** `agence Verdane`, `agencia Norte`: the word for an agency in small letters, and its name. */
export function isNamedAgency(text: string): boolean {
  const [, name = ""] =
    /^(?:agence|agencia|agència|agência|agenzia|agentur|agentschap|agency) (.{2,50})$/u.exec(text) ?? [];
  return name !== "" && isCapitalPhrase(name);
}

/** Words with a capital first, and small words between them: `The University of Corran`, `Radio 4`. */
export function isCapitalPhrase(text: string): boolean {
  if (text.length > 90) return false;
  const words = text.split(/[\s/]+/u);
  if (words.length > 10) return false;
  return words.every(
    (word, index) =>
      /^[“"'(]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}'’&.+”")-]*$/u.test(word) ||
      (index > 0 && index < words.length - 1 && SMALL_WORDS.has(word)) ||
      (index > 0 && /^\d{1,4}(?:st|nd|rd|th)?$/.test(word)),
  );
}

const SMALL_WORDS = new Set(
  "of the and & for de la le les du des del della di da do das dos et y e und der die das für in on on-the".split(" "),
);
