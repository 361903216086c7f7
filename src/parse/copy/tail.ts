import type { Contributor, Credit } from "../../model/draft.ts";
import { nameKey } from "../../names.ts";
import { type BioReading, isBioLabel, readBio } from "./bio.ts";
import { isListItem } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName, surname } from "./names.ts";
import {
  type Contribution,
  readContribution,
  readSignedAddress,
  readSignedLine,
  readSignOff,
  readSignOffBracket,
  type SignedName,
} from "./sign-off.ts";
import type { Considered } from "./story.ts";

/** What stands below a story. */
export interface Tail {
  readonly credits: readonly Credit[];
  readonly contributors: readonly Contributor[];
  readonly bio?: string;
  /** Indexes of the paragraphs that were taken whole. */
  readonly taken: ReadonlySet<number>;
  /** Where the last paragraph ends when a sign-off stood behind it. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Paragraphs from the end in which sign-offs and bios are looked for. */
const DEPTH = 12;

/** One thing that was found, with its place in the text. */
interface SignedPart {
  readonly index: number;
  readonly names?: readonly SignedName[];
  readonly contribution?: Contribution;
  readonly email?: string;
}

/**
 * Reads sign-offs and closing bios from the end of a story upwards, until a paragraph is text.
 *
 * @param left indexes of the paragraphs that may be part of the story, in order
 * @param credits the authors that byline and dateline named
 * @param title names in it are people of the story
 */
export function readTail(
  paragraphs: readonly string[],
  left: readonly number[],
  credits: readonly Credit[],
  title: string | undefined,
  lexicon: CopyLexicon,
  considered: Considered[],
): Tail {
  const taken = new Set<number>();
  const ends = new Map<number, number>();
  const candidates: number[] = [];
  const signed = collect(paragraphs, left, lexicon, taken, ends, candidates);
  const authors: Credit[] = [...credits];
  const contributors: Contributor[] = [];
  const bylined = credits.some(({ from }) => from === "byline");
  credit(signed, bylined, authors, contributors);
  signLastLine(paragraphs, left, authors, taken, candidates, lexicon);
  const story = [
    title ?? "",
    ...left.filter((index) => !taken.has(index) && !candidates.includes(index)).map((index) => paragraphs[index] ?? ""),
  ];
  const bios = readBios(paragraphs, candidates, authors, story, lexicon, considered);
  for (const index of bios.taken) taken.add(index);
  // Authors come in the order of the text, though the end of it is read upwards.
  for (const bio of bios.readings) mergeBio(bio, authors);
  return { credits: authors, contributors, taken, ends, ...(bios.text === "" ? {} : { bio: bios.text }) };
}

/** The bios at the end, in the order of the text: they stand side by side, and the first paragraph that is none ends the run. */
function readBios(
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
  for (const index of candidates) {
    const text = paragraphs[index] ?? "";
    if (isBioLabel(text)) {
      if (readings.length === 0) break;
      taken.push(index);
      continue;
    }
    const bio = readBio(text, lexicon, names);
    if (bio === undefined) break;
    const why = whyNoBio(bio, authors, story);
    if (why !== undefined) {
      considered.push({ field: "authors", value: text.slice(0, 80), why });
      break;
    }
    readings.unshift(bio);
    texts.unshift(text);
    taken.push(index);
  }
  return { readings, taken, text: texts.join("\n") };
}

/** Walks upwards: sign-offs are taken, paragraphs that may be bios are remembered, text ends the walk. */
function collect(
  paragraphs: readonly string[],
  left: readonly number[],
  lexicon: CopyLexicon,
  taken: Set<number>,
  ends: Map<number, number>,
  candidates: number[],
): readonly SignedPart[] {
  const parts: SignedPart[] = [];
  const stop = Math.max(0, left.length - DEPTH);
  for (let position = left.length - 1; position >= stop; position--) {
    const index = left[position] ?? -1;
    const text = paragraphs[index] ?? "";
    const part = readSigned(index, text, lexicon);
    if (part !== undefined) {
      parts.unshift(part);
      taken.add(index);
      continue;
    }
    if (position === left.length - 1 && readSignedLine(text, lexicon) !== undefined) {
      const above = paragraphs[left[position - 1] ?? -1] ?? "";
      if (!isListItem(above)) {
        candidates.push(index);
        continue;
      }
    }
    if (position > 0 && (readBio(text, lexicon, openingNames(text)) !== undefined || isBioLabel(text))) {
      candidates.push(index);
      continue;
    }
    const behind = signedBehind(index, text, lexicon);
    if (behind !== undefined) {
      parts.unshift(...behind.parts);
      ends.set(index, behind.end);
    }
    break;
  }
  return parts;
}

/** The name a paragraph begins with: whether it is an author's is known only when the sign-offs are read. */
function openingNames(text: string): readonly string[] {
  const words = text.slice(0, 90).split(" ");
  return [4, 3, 2]
    .map((count) => words.slice(0, count).join(" ").replace(/,$/u, ""))
    .filter((name) => isPersonName(name));
}

function readSigned(index: number, text: string, lexicon: CopyLexicon): SignedPart | undefined {
  const email = readSignedAddress(text);
  if (email !== undefined) return { index, email };
  const names = readSignOff(text, lexicon);
  if (names !== undefined) return { index, names };
  const behind = /^[([]/u.test(text) ? withAddress(text) : undefined;
  const first = behind === undefined ? undefined : readSignOff(behind.text, lexicon);
  if (behind !== undefined && first !== undefined) return { index, names: first, email: behind.email };
  const contribution = readContribution(text, lexicon);
  return contribution === undefined ? undefined : { index, contribution };
}

/** A paragraph that ends in `((a@b.example))`, without it. */
function withAddress(text: string): { readonly text: string; readonly email: string } | undefined {
  const at = text.slice(-300).lastIndexOf("((");
  if (at === -1) return undefined;
  const from = Math.max(0, text.length - 300) + at;
  const email = readSignedAddress(text.slice(from));
  return email === undefined || from === 0 ? undefined : { text: text.slice(0, from).trimEnd(), email };
}

function signedBehind(
  index: number,
  text: string,
  lexicon: CopyLexicon,
): { readonly parts: readonly SignedPart[]; readonly end: number } | undefined {
  const address = withAddress(text);
  const bracket = readSignOffBracket(address?.text ?? text, lexicon);
  if (bracket === undefined) return undefined;
  const part = { index, names: bracket.names, ...(address === undefined ? {} : { email: address.email }) };
  const more = readSignOffBracket(text.slice(0, bracket.end), lexicon);
  if (more === undefined) return { parts: [part], end: bracket.end };
  return { parts: [{ index, names: more.names }, part], end: more.end };
}

/** Gives the names of sign-offs their places among authors and contributors. */
function credit(parts: readonly SignedPart[], bylined: boolean, authors: Credit[], contributors: Contributor[]): void {
  const known = (name: string): boolean => authors.some((author) => nameKey(author.name) === nameKey(name));
  const reporters: string[] = [];
  for (const part of parts) {
    for (const { name, role } of part.names ?? []) {
      if (role === "reporting") {
        reporters.push(name);
        if (known(name)) continue;
        if (bylined) contributors.push({ name, role });
        else authors.push({ name, sort: isPersonName(name, 1) ? "person" : "organisation", from: "sign-off" });
      } else contributors.push(role === "other" ? { name } : { name, role });
    }
    for (const name of part.contribution?.reporters ?? []) {
      const partial = authors.some((author) => nameKey(surname(author.name)) === nameKey(name));
      if (known(name) || partial || !isPersonName(name)) continue;
      if (bylined) contributors.push({ name, role: "reporting" });
      else authors.push({ name, sort: "person", from: "sign-off" });
    }
    for (const name of part.contribution?.contributors ?? []) if (!known(name)) contributors.push({ name });
    if (part.email === undefined) continue;
    const only =
      reporters.length === 1
        ? reporters[0]
        : reporters.length === 0 && authors.length === 1
          ? authors[0]?.name
          : undefined;
    const at = only === undefined ? -1 : authors.findIndex((author) => nameKey(author.name) === nameKey(only));
    const author = authors[at];
    if (author !== undefined && author.email === undefined) authors[at] = { ...author, email: part.email };
  }
}

/** `— NAME` as the last line: the author of a story that has no other. */
function signLastLine(
  paragraphs: readonly string[],
  left: readonly number[],
  authors: Credit[],
  taken: Set<number>,
  candidates: number[],
  lexicon: CopyLexicon,
): void {
  const [index] = candidates;
  if (index === undefined) return;
  const text = paragraphs[index] ?? "";
  const name = readSignedLine(text, lexicon);
  if (name === undefined) return;
  candidates.shift();
  const known = authors.some((author) => nameKey(author.name) === nameKey(name));
  const above = paragraphs[left[left.indexOf(index) - 1] ?? -1] ?? "";
  const quoted = /^["“«„‘'].*["”»“’'.]$/su.test(above) && /["”»“]\.?$/u.test(above);
  const inStory = left.some((other) => other !== index && !taken.has(other) && mentions(paragraphs[other] ?? "", name));
  if (!known && (quoted || inStory || authors.length > 0)) return;
  if (!known) authors.push({ name, sort: "person", from: "sign-off" });
  taken.add(index);
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
function mergeBio(bio: BioReading, authors: Credit[]): void {
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
function mentions(text: string, name: string): boolean {
  const last = surname(name);
  for (let at = text.indexOf(last); at !== -1; at = text.indexOf(last, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + last.length);
    if (!/[\p{L}\p{M}\p{N}]/u.test(before) && !/[\p{L}\p{M}\p{N}]/u.test(after)) return true;
  }
  return false;
}
