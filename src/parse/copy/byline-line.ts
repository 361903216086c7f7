import type { Credit } from "../../model/draft.ts";
import { bylineMarker } from "./byline-markers.ts";
import { readCredits, withoutMarks } from "./credits.ts";
import { inCapitals } from "./headline.ts";
import { LABELS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName } from "./names.ts";
import { isCapitalPhrase, isHouseCredit, isInHouse, isKnownAgency, isOrganisation } from "./organisations.ts";
import { phraseKey } from "./phrase-key.ts";
import { isRole, type Position, readPosition } from "./roles.ts";

/** Characters of the longest byline in a story. */
const LONGEST = 200;

/**
 * The credits of a line that is a byline: `By A and B, Staff Reporters`, `A | Valley Ledger`, `From Wire Reports`.
 *
 * @param first whether the line is the first of the file, where it may as well be a headline: then only what is sure counts
 * @returns undefined for a sentence, a headline, and everything else that is no byline
 */
export function findByline(
  line: string,
  lexicon: CopyLexicon,
  first: boolean,
  language?: string,
): readonly Credit[] | undefined {
  if (line.length > LONGEST) return undefined;
  const text = withoutMarks(line);
  const reading = { from: "byline", strict: true, ...(language === undefined ? {} : { language }) } as const;
  const marker = bylineMarker(text);
  if (marker !== undefined) {
    if (/[!?…]|: |\.["”’]?$/u.test(marker.rest) && !endsInName(marker.rest)) return undefined;
    const credits = readCredits(text, lexicon, reading);
    if (credits === undefined) return undefined;
    return first && isDoubtful(text, credits, lexicon) ? undefined : credits;
  }
  // `Our Correspondent` alone: on the first line it may be a headline.
  if (!first && isHouseCredit(text, lexicon)) return readCredits(text, lexicon, reading);
  return barredByline(text, lexicon, first, reading);
}

/** A full stop of an initial, a suffix, or after nothing but a name. */
function endsInName(rest: string): boolean {
  if (/[!?…]|: /u.test(rest)) return false;
  return /(?:^|[\s.])(?:\p{L}{1,2}|Esq|Ph\.D|Inc|Ltd|Corp)\.$/u.test(rest) || isPersonName(rest.slice(0, -1));
}

/**
 * On the first line, `By Ormond Gate, Buses Stop Early` and `By Ship` are headlines: an organisation must be known or say
 * so, names in a row need an `and`, and one word is too little.
 */
function isDoubtful(line: string, credits: readonly Credit[], lexicon: CopyLexicon): boolean {
  const persons = credits.filter(({ sort }) => sort === "person");
  if (persons.some(({ name }) => !isPersonName(name))) return true;
  if (persons.length > 1 && /,/.test(line) && !/ (?:and|&|et|y|e|und) /iu.test(line)) return true;
  return credits.some(
    ({ org }) => org !== undefined && org.split(" ").length > 2 && !isOrganisation(org) && !isKnownAgency(org, lexicon),
  );
}

const ADDRESS = /^[<(]?[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.\p{L}{2,24}[>)]?$/u;

/** `A | Staff Reporter`: a name of two to five words, then a role or an organisation, no full stop. */
function barredByline(
  text: string,
  lexicon: CopyLexicon,
  first: boolean,
  reading: { readonly from: "byline"; readonly strict: true; readonly language?: string },
): readonly Credit[] | undefined {
  const split = /^([^|•·—–,]{4,60}?)(?:\s*(\||•|·|—|–|,)\s*|\s-\s)(.{2,80})$/u.exec(text);
  if (split === null || /[.!?:;]$/u.test(text)) return undefined;
  const [, name = "", bar = "", after = ""] = split;
  if (ADDRESS.test(after) && isPersonName(name)) return readCredits(`${name}, ${after}`, lexicon, reading);
  const words = name.split(" ");
  if (words.length > 5 || words.some((word) => LABELS.has(phraseKey(word)))) return undefined;
  if (!isPersonName(name) && !isInHouse(name, lexicon)) {
    if (!/ (?:and|&) /u.test(name) || !name.split(/ (?:and|&) /u).every((part) => isPersonName(part))) return undefined;
  }
  const sure = after
    .split(/\s*[|,]\s*/u)
    .every(
      (part) => isRole(part, lexicon) || isKnownAgency(part, lexicon) || isOrganisation(part) || ADDRESS.test(part),
    );
  const uncased = /^[\P{L}\p{Lo}]+$/u.test(text);
  if (!sure && (first || bar !== "|" || uncased || inCapitals(text) || !isCapitalPhrase(after))) return undefined;
  if (bar === "," && !after.split(/\s*[,|]\s*/u).some((part) => isRole(part, lexicon))) return undefined;
  // `Mira Halloran | Coast Echo`: behind a bar stands no second person, whatever the paper is called.
  const paper = !sure && isPersonName(name) && / /u.test(after) && !/[|,&]| and /u.test(after);
  if (paper) return readCredits(name, lexicon, reading)?.map((credit) => ({ ...credit, org: after }));
  return readCredits(`${name}, ${after.replaceAll("|", ",")}`, lexicon, reading);
}

/** `Harbour Press Agency`, `University of Corran`; not `Harbour Museum Opens New Wing`. */
function endsAsOrganisation(text: string): boolean {
  const words = text.split(" ");
  return words.length < 7 && (isOrganisation(words.at(-1) ?? "") || / of /u.test(text)) && isOrganisation(text);
}

/** What the line below a byline adds: a role, an organisation, both, or an address. */
export function readRoleLine(line: string, lexicon: CopyLexicon): (Position & { readonly email?: string }) | undefined {
  const text = withoutMarks(line);
  if (text.length > 100 || /[.!?:;…]$/u.test(text.replace(/(?:Inc|Ltd|Co|Corp)\.$/u, ""))) return undefined;
  const email = /^(?:e-?mail:?\s*)?[<(]?([^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,24})[>)]?$/iu.exec(text)?.[1];
  if (email !== undefined) return { email };
  // `Special to The Gazette`, `For The Gazette`
  const [, special = "", paper = ""] =
    /^(special (?:to|for)|for) (?:the )?(\p{Lu}.{2,60})$/u.exec(uncapitalised(text)) ?? [];
  if (paper !== "" && isCapitalPhrase(paper)) {
    const told = special !== "for" || isOrganisation(paper) || isKnownAgency(paper, lexicon);
    return told ? { org: paper } : undefined;
  }
  let position: Position = {};
  for (const part of text.split(/\s*[,|]\s*/u)) {
    // `Reporter at The Gazette`: role and organisation in one.
    const whole = position.role === undefined && position.org === undefined ? readPosition(part) : {};
    if (whole.org !== undefined && whole.role !== undefined && isRole(whole.role, lexicon)) {
      position = whole;
    } else if (isRole(part, lexicon) && position.role === undefined) {
      position = {
        ...(/ (?:at|for|of) (?:the )?\p{Lu}/u.test(part) ? readPosition(part) : { role: part }),
        ...position,
      };
    } else if (
      isKnownAgency(part, lexicon) ||
      endsAsOrganisation(part) ||
      (position.role !== undefined && isCapitalPhrase(part))
    ) {
      if (position.org !== undefined) return undefined;
      if (lexicon.places.has(phraseKey(part))) continue;
      position = { ...position, org: part };
    } else return undefined;
  }
  return position.role === undefined && position.org === undefined ? undefined : position;
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
