import type { Contributor, Credit } from "../../model/draft.ts";
import { nameKey } from "../../names.ts";
import { isBioLabel, readBio } from "./bio.ts";
import { findByline } from "./byline-line.ts";
import { readContribution } from "./contribution.ts";
import { isListItem } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { NAME_PARTICLES, NAME_SUFFIXES } from "./lexicon/names.ts";
import { isPersonName } from "./names.ts";
import { readSignedAddress, readSignedLine, readSignOff, readSignOffBracket } from "./sign-off.ts";
import type { Considered } from "./story.ts";
import { mentions, mergeBio, readBios, readFamiliarBio, shortNames } from "./tail-bios.ts";
import { credit, type SignedPart } from "./tail-credits.ts";

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
  const closing = credits.length === 0 ? closingByline(paragraphs, left, lexicon) : undefined;
  const named = closing ?? credits;
  if (closing !== undefined) taken.add(left.at(-1) ?? -1);
  const above = closing === undefined ? left : left.slice(0, -1);
  const signed = collect(paragraphs, above, named, lexicon, taken, ends, candidates);
  const authors: Credit[] = [...named];
  const contributors: Contributor[] = [];
  const bylined = named.some(({ from }) => from === "byline");
  credit(signed, bylined, authors, contributors);
  if (candidates.length === 0) return { credits: authors, contributors, taken, ends };
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

/** `By Rabia Noor` as the last line of a story that has no other author, below a sentence that is no quotation. */
function closingByline(
  paragraphs: readonly string[],
  left: readonly number[],
  lexicon: CopyLexicon,
): readonly Credit[] | undefined {
  const line = paragraphs[left.at(-1) ?? -1] ?? "";
  const above = paragraphs[left.at(-2) ?? -1] ?? "";
  if (!/^(?:By|BY) /.test(line) || left.length < 3 || !/[.!?]$/u.test(above) || isListItem(above)) return undefined;
  const credits = findByline(line, lexicon, true);
  const persons = credits?.every(({ name, sort }) => sort === "person" && isPersonName(name)) === true;
  const story = left.slice(0, -1).map((index) => paragraphs[index] ?? "");
  return persons && !credits?.some(({ name }) => story.some((text) => mentions(text, name))) ? credits : undefined;
}

/** Walks upwards: sign-offs are taken, paragraphs that may be bios are remembered, text ends the walk. */
function collect(
  paragraphs: readonly string[],
  left: readonly number[],
  credits: readonly Credit[],
  lexicon: CopyLexicon,
  taken: Set<number>,
  ends: Map<number, number>,
  candidates: number[],
): readonly SignedPart[] {
  const parts: SignedPart[] = [];
  const shorts = shortNames(credits);
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
    const isBio = readBio(text, lexicon, openingNames(text)) ?? readFamiliarBio(text, shorts, [], lexicon);
    if (position > 0 && (isBio !== undefined || isBioLabel(text))) {
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
  // No name has a figure for its second word, nor one in small letters but particles and suffixes.
  if (/^\S+ \d/.test(text)) return [];
  const second = /^\S+ ([a-z]+)[ ,]/.exec(text)?.[1];
  if (second !== undefined && !NAME_PARTICLES.has(second) && !NAME_SUFFIXES.has(second)) return [];
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
  const signed = readSignedLine(text, lexicon);
  if (signed === undefined) return;
  const { name } = signed;
  candidates.shift();
  const known = authors.some((author) => nameKey(author.name) === nameKey(name));
  const above = paragraphs[left[left.indexOf(index) - 1] ?? -1] ?? "";
  const quoted = /^["“«„‘'].*["”»“’'.]$/su.test(above) && /["”»“]\.?$/u.test(above);
  const inStory = left.some((other) => other !== index && !taken.has(other) && mentions(paragraphs[other] ?? "", name));
  if (!known && (quoted || inStory || authors.length > 0)) return;
  if (!known) authors.push(signed);
  taken.add(index);
}
