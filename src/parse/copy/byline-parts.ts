import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { CONJUNCTIONS, NAME_PARTICLES, NAME_SUFFIXES } from "./lexicon/names.ts";
import { isPersonName } from "./names.ts";
import { isInHouse, isKnownAgency, isNamedAgency, isOrganisation } from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { isRole } from "./roles.ts";

export interface Part {
  readonly text: string;
  /** Whether a comma or bar stands before it, not a word like `and`. */
  readonly apart: boolean;
}

/** The parts of a byline: divided by bars, commas and, between names, by words like `and`. */
export function partsOf(text: string, lexicon: CopyLexicon): readonly Part[] {
  const inverted = /^((?:\p{Ll}[\p{L}'’]{0,5} ){0,3})([\p{L}'’-]+), ?([\p{L}'’.-]+(?: \p{Lu}\.)?)$/u.exec(text);
  if (inverted !== null) {
    const [, particles = "", surname = "", first = ""] = inverted;
    const last = `${particles}${surname}`;
    const places = lexicon.places.has(phraseKey(first));
    const particled = particles.split(" ").every((word) => word === "" || NAME_PARTICLES.has(phraseKey(word)));
    const plain = particled && [surname, first].every((word) => isPersonName(word, 1) && !isRole(word, lexicon));
    const agencies = isKnownAgency(last, lexicon) || isKnownAgency(first, lexicon) || /^\p{Lu}{2,5}$/u.test(last);
    const suffix = NAME_SUFFIXES.has(phraseKey(first).replace(/\.$/u, ""));
    if (plain && !places && !agencies && !suffix) return [{ text: `${first} ${last}`, apart: true }];
  }
  const parts: Part[] = [];
  const helped = text.endsWith(")") ? HELPED.exec(text) : null;
  const agency = helped?.[2] ?? "";
  if (helped !== null && isCreditedAgency(agency, lexicon)) {
    return [...partsOf(helped[1] ?? "", lexicon), { text: agency, apart: false }];
  }
  for (const written of text.split(/\s*(?:[,;|•·،、؛]|\s[—–-]{1,2}\s|\s\/\s)\s*/u)) {
    // `A in Corran, with B in Moss`
    const piece = parts.length > 0 ? written.replace(/^(?:with|avec|mit|con|com) (?=\p{Lu})/u, "") : written;
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
        if (!isConjunction(word, words, index) && !isWith(word, words, index, lexicon)) continue;
        push(index);
        from = index + 1;
        apart = from === 1;
      }
    }
    push(words.length);
  }
  return parts.flatMap((part) => slashed(part, lexicon));
}

/** `Ana Paz (avec l’agence Verdane)`: who helped, in brackets at the end. */
const HELPED =
  /^([^()]{3,150}?) ?\((?:with|avec|mit|com|con|dengan|i samarbeid med) (?:l['’]|(?:the|la|le|les|el|der|die|das|dem|den|os|as) )?([^()]{2,60})\)$/u;

function isCreditedAgency(text: string, lexicon: CopyLexicon): boolean {
  return isKnownAgency(text, lexicon) || isInHouse(text, lexicon) || isNamedAgency(text) || isOrganisation(text);
}

/** `Ana Paz avec AFP`, `Ana Paz with agencies`: an agency helped. */
function isWith(word: string, words: readonly string[], index: number, lexicon: CopyLexicon): boolean {
  if (!/^(?:with|avec|mit|con|com)$/u.test(word)) return false;
  const after = words.slice(index + 1).join(" ");
  if (isKnownAgency(after, lexicon) || isInHouse(after, lexicon)) return true;
  // `Ana Paz with Luis Gil`
  const before = words.slice(0, index).join(" ");
  return index > 1 && [before, after].every((name) => isPersonName(name) && !isOrganisation(name));
}

/** `Ana Paz/Luis Gil`, `Ana Paz/AP`: two names, or a name and an agency, with a slash between them. */
function slashed(part: Part, lexicon: CopyLexicon): readonly Part[] {
  const names = part.text.split("/");
  const [name = "", agency = "", ...more] = names;
  if (more.length === 0 && isPersonName(name) && isKnownAgency(agency, lexicon))
    return [
      { text: name, apart: part.apart },
      { text: agency, apart: true },
    ];
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
  if (!CONJUNCTIONS.has(word)) return /^A(?:ND|nd)$/.test(word) && index > 0;
  // `Ortega y Gasset` is one name: letters that also join surnames need two words on both sides.
  if (/^[yei]$/u.test(word)) return index > 1 && words.length - index > 2;
  return true;
}
