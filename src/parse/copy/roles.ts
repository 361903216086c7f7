import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { PERSON_NOUNS } from "./lexicon/roles.ts";
import { isCapitalPhrase, isKnownAgency } from "./organisations.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";

/** What somebody is, and for whom. */
export interface Position {
  readonly role?: string;
  readonly org?: string;
}

/** Prepositions between a role and the organisation it is held at. */
const AT = phraseSet(
  "at for with of de del en para chez à au du bei beim im am für da do na no di della dello dei degli delle presso per von der vom".split(
    " ",
  ),
);

/**
 * `Staff Reporter at the Ostra Times` in two: the role ends before the last preposition in front of the organisation, which
 * keeps no lower-case article.
 */
export function readPosition(text: string): Position {
  const end = text.search(
    / (?:who|which|that) | and (?:can|may|teaches|writes|works|lives|has|is|was|runs|covers|studies|owns|blogs|edits)\b/u,
  );
  const told = end === -1 ? text : text.slice(0, end);
  // `The Gazette’s arts editor`: the organisation first. A bio has taken the article off before.
  const owner = /^([\p{Lu}][^,;]{1,60}?)['’]s (\p{Ll}[^,;]{2,60})$/u.exec(told);
  const [, org = "", owned = ""] = owner ?? [];
  if (org !== "" && isCapitalPhrase(org) && !/ (?:at|of|for|with|in) /u.test(owned)) return { role: owned, org };
  const words = told.split(" ");
  for (let at = 1; at < words.length - 1; at++) {
    if (!AT.has(phraseKey(words[at] ?? ""))) continue;
    const org = organisationIn(words.slice(at + 1));
    if (org !== undefined) {
      const role = words.slice(0, isLinked(words, at) ? at - 1 : at).join(" ");
      return { role: role.replace(/,$/u, ""), org };
    }
  }
  const role = text
    .replace(/(?:,| who | which | and | based in | living in | from (?=\p{Lu})| in (?=\p{Lu})).*$/u, "")
    .trim();
  return role === "" ? {} : { role };
}

/** `redactor de la …`: two prepositions in a row. */
function isLinked(words: readonly string[], at: number): boolean {
  return at > 1 && AT.has(phraseKey(words[at - 1] ?? ""));
}

/** The organisation that begins a run of words, up to where its capitals end. */
function organisationIn(words: readonly string[]): string | undefined {
  let from = 0;
  while (from < words.length && ARTICLES.has(words[from] ?? "")) from++;
  // A name has ten words at most, and what ends it stands right behind.
  const rest = words.slice(from, from + 20).join(" ");
  const end =
    /(?:[,;]| and (?:an?|the|his|her|has|is|was|works|writes|lives|author|founder|co-)\b| who | where | which | since | based | in (?=\p{Lu}))/u.exec(
      rest,
    );
  const name = (end === null ? rest : rest.slice(0, end.index)).trim();
  const first = phraseKey(name.split(" ")[0] ?? "");
  if (WEEKDAYS.has(first) || isMonth(first)) return undefined;
  return name !== "" && /^[\p{Lu}\p{Lo}\d]/u.test(name) && isCapitalPhrase(name) ? name : undefined;
}

const ARTICLES = new Set("the la le les el los las l' die der das dem den a an un una un'".split(" "));

/**
 * Whether a credit says what somebody does: `Staff Reporter`, `Arts Editor`, `senior political correspondent`,
 * `Editor-in-Chief`. Its last word is one of the lexicon's, or all words have capitals and one of them is.
 */
export function isRole(text: string, lexicon: CopyLexicon): boolean {
  if (text.length > 80 || /[\d.!?;:]/u.test(text)) return false;
  const words = text.split(" ");
  if (words.length > 8) return false;
  const isWord = (word: string): boolean => {
    const key = phraseKey(word);
    return lexicon.roles.has(key) || isPlural(key, lexicon) || key.split("-").some((part) => lexicon.roles.has(part));
  };
  if (isWord(words.at(-1) ?? "")) return words.length < 6;
  // `envoyée spéciale à Corvan`, `enviado especial`: the noun comes first, and a place may follow.
  if (/^(?:envoye|enviad|inviat|sonderkorrespondent|correspond)/u.test(phraseKey(words[0] ?? "")))
    return words.length < 7;
  return words.some(isWord) && isCapitalPhrase(text) && !isKnownAgency(text, lexicon);
}

/** `corresponsales`, `inviate`, `Redakteurinnen`: several people of a role. `Fellows` is a surname, too. */
function isPlural(key: string, lexicon: CopyLexicon): boolean {
  const singular = /^(.{6,}?)(?:s|es|en|nen)$/u.exec(key)?.[1];
  if (singular === undefined || singular === "fellow") return false;
  return lexicon.roles.has(singular) || lexicon.roles.has(key.replace(/(?:es|en|nen)$/u, ""));
}

const PERSONS = phraseSet(PERSON_NOUNS);
const NO_PERSONS = phraseSet(
  "river tower newspaper paper quarter center chapter border water order number corner theater computer cluster customer".split(
    " ",
  ),
  "harbor corridor factor sector motor manor error mirror floor door tutor list shelter layer filter charter master-plan".split(
    " ",
  ),
  "weather winter summer power flower counter carrier steamer freighter trailer container reservoir crater glacier letter".split(
    " ",
  ),
  "matter offer over other former later never member-state museum disorder disaster cancer monster minister-ship water".split(
    " ",
  ),
);

/** Whether a role as bios give it is one that people have: its head is a newsroom word, a profession, or ends like one. */
export function isPersonRole(role: string, lexicon: CopyLexicon): boolean {
  const head = phraseKey(role.split(/ (?:of|in|for|at|with|on|from|to|who|and|de|del|en)\b|,/u)[0] ?? "").trim();
  const noun = head.slice(head.lastIndexOf(" ") + 1).replace(/s$/u, "");
  if (head.split(/[ -]/u).some((word) => lexicon.roles.has(word) || PERSONS.has(word))) return true;
  return noun.length > 4 && !NO_PERSONS.has(noun) && /(?:er|or|ist|ian|man|woman|person|eur|euse|ivo|iva)$/u.test(noun);
}
