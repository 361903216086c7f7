import type { Credit } from "../../model/draft.ts";
import { nameKey } from "../../names.ts";
import { firstSentence } from "../../sentence.ts";
import { type BioReading, isBioLabel, readBio } from "./bio.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { surname } from "./names.ts";
import { isPersonRole } from "./roles.ts";
import type { Considered } from "./story.ts";

/** The bios at the end, in the order of the text: they stand side by side, and the first paragraph that is none ends the run. */
export function readBios(
  paragraphs: readonly string[],
  candidates: readonly number[],
  authors: readonly Credit[],
  story: readonly string[],
  lexicon: CopyLexicon,
  considered: Considered[],
): { readonly readings: readonly BioReading[]; readonly taken: readonly number[]; readonly text: string } {
  const readings: BioReading[] = [];
  const texts: string[] = [];
  const taken: number[] = [];
  const names = people(authors).map(({ name }) => name);
  const shorts = shortNames(authors);
  for (const index of candidates) {
    const text = paragraphs[index] ?? "";
    if (isBioLabel(text)) {
      if (readings.length === 0) break;
      taken.push(index);
      continue;
    }
    const bio = readFamiliarBio(text, shorts, story, lexicon) ?? readBio(text, lexicon, names);
    if (bio === undefined) break;
    const why = whyNoBio(bio, authors, story);
    if (why !== undefined) {
      considered.push({ field: "authors", value: text.slice(0, 80), why });
      break;
    }
    readings.unshift(bio, ...furtherBios(text, bio, lexicon, names));
    texts.unshift(text);
    taken.push(index);
  }
  return { readings, taken, text: texts.join("\n") };
}

/** First names and surnames of the authors, each with the name of the one author who has it. */
export function shortNames(authors: readonly Credit[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of people(authors)) {
    if (!name.includes(" ")) continue;
    for (const short of new Set([name.slice(0, name.indexOf(" ")), surname(name)])) {
      if (names.has(short)) shared.add(short);
      if (short.length > 2) names.set(short, name);
    }
  }
  for (const short of shared) names.delete(short);
  return names;
}

/** `Aroha is a columnist for the Lakes Chronicle.`, `Ms. Te Rangi is …`: an author by a name that no other sentence has. */
export function readFamiliarBio(
  text: string,
  shorts: ReadonlyMap<string, string>,
  story: readonly string[],
  lexicon: CopyLexicon,
): BioReading | undefined {
  if (shorts.size === 0) return undefined;
  const opening = /^(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(\p{Lu}[\p{L}\p{M}'’-]{2,30})(?=,? )/u.exec(text);
  const short = opening?.[1] ?? "";
  const name = shorts.get(short);
  if (opening === null || name === undefined || story.some((other) => mentions(other, short))) return undefined;
  const bio = readBio(text.slice(opening[0].length - short.length), lexicon, [short]);
  if (bio === undefined || bio.name !== short) return undefined;
  // `Grace is a gift.`, `Hope lives in small places.`: some first names are words.
  const told = bio.org ?? bio.email ?? (bio.role !== undefined && isPersonRole(bio.role, lexicon));
  return told === undefined || told === false ? undefined : { ...bio, name };
}

/** Other authors of whom the same paragraph tells: `A is a chef. B is a cook.` */
function furtherBios(
  text: string,
  first: BioReading,
  lexicon: CopyLexicon,
  names: readonly string[],
): readonly BioReading[] {
  const others = names.filter((name) => name !== first.name);
  if (others.length === 0 || first.name === undefined) return [];
  const further: BioReading[] = [];
  let rest = text;
  while (rest !== "") {
    rest = rest.slice(firstSentence(rest).length).trim();
    const name = others.find((other) => rest.startsWith(`${other} `));
    const bio = name === undefined ? undefined : readBio(firstSentence(rest), lexicon, [name ?? ""]);
    if (bio !== undefined) further.push(bio);
  }
  return further;
}

function people(authors: readonly Credit[]): readonly Credit[] {
  return authors.filter(({ sort }) => sort === "person");
}

/** Why a paragraph with the form of a bio is text all the same; undefined when it is a bio. */
function whyNoBio(bio: BioReading, authors: readonly Credit[], story: readonly string[]): string | undefined {
  const { name } = bio;
  if (name === undefined) {
    const writers = people(authors).length;
    if (writers === 0) return "no author is named";
    return (writers === 1) === (bio.several === true) ? "it does not tell which author is meant" : undefined;
  }
  if (authors.some((author) => nameKey(author.name) === nameKey(name))) return undefined;
  if (bio.role === undefined && bio.org === undefined && bio.email === undefined)
    return "nothing tells that the person wrote the story";
  if (bio.org === undefined && bio.email === undefined && (bio.clause === true || authors.length > 0)) {
    return "no organisation tells that the person wrote the story";
  }
  return story.some((text) => mentions(text, name)) ? "the person is in the story" : undefined;
}

/** Adds what a bio says to its author, or its author to the others. */
export function mergeBio(bio: BioReading, authors: Credit[]): void {
  const { name } = bio;
  const known = (author: Credit): boolean =>
    name === undefined ? author.sort === "person" : nameKey(author.name) === nameKey(name);
  if (name !== undefined && !authors.some(known)) {
    authors.push({ name, sort: "person", ...filled(bio), from: "bio" });
    return;
  }
  for (const [at, author] of authors.entries()) if (known(author)) authors[at] = { ...filled(bio), ...author };
}

function filled(bio: BioReading): Pick<Credit, "role" | "org" | "email"> {
  return {
    ...(bio.role === undefined ? {} : { role: bio.role }),
    ...(bio.org === undefined ? {} : { org: bio.org }),
    ...(bio.email === undefined ? {} : { email: bio.email }),
  };
}

/** Whether the full name or the surname of a person is a word of a text. */
export function mentions(text: string, name: string): boolean {
  const last = surname(name);
  for (let at = text.indexOf(last); at !== -1; at = text.indexOf(last, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + last.length);
    if (!/[\p{L}\p{M}\p{N}]/u.test(before) && !/[\p{L}\p{M}\p{N}]/u.test(after)) return true;
  }
  return false;
}
