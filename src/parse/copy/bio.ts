import { firstSentence } from "../../sentence.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName } from "./names.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";
import { isPersonRole, type Position, readPosition } from "./roles.ts";

/** What a closing paragraph says about a writer. */
export interface BioReading extends Position {
  /** Absent when the bio calls the person `the writer`, a pronoun, or nothing. */
  readonly name?: string;
  readonly email?: string;
  /** Whether it speaks of several writers. */
  readonly several?: boolean;
  /** Whether the sentence goes on about the person (`… who has not missed a Sunday`): then it may be one of the story. */
  readonly clause?: boolean;
}

/** Characters of the longest closing bio. */
const LONGEST = 900;

const LABEL =
  /^(?:about the (?:author|authors|writer|writers|reporter)|about the author\(s\)|author bio|à propos de l['’]auteur(?:e)?|sobre (?:el autor|la autora|o autor|a autora)|über (?:den autor|die autorin)|sull['’]autor[ei]|l['’]autore|yazar hakkında|tentang penulis|مصنف کے بارے میں|عن الكاتب|लेखक के बारे में|लेखक परिचय)\s*(?:[:：—–-]\s*|$)/iu;

const THE_WRITER =
  /^(?:the (?:writer|author|columnist|reviewer|reporter|correspondent)|l['’]auteure?|el autor|la autora|o autor|a autora|der autor|die autorin|l['’]autore|l['’]autrice) (?:is|est|es|é|ist|è) (?:(?:an?|the|un|une|una|um|uma|ein|eine|der|die) )?/iu;
const THE_WRITERS = /^the (?:writers|authors) are (?:the )?/iu;

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}/u;

/** `is a`, and its sisters in other languages; behind it the role. */
const IS =
  /^(.{2,70}?),? (?:is|was|est|es|é|ist|è|adalah|is een) (?:currently |also )?(?:(?:an?|the|un|une|una|um|uma|ein|eine|el|la|le|der|die|een) )?(?=\S)/iu;
const WRITES =
  /^(.{3,70}?),? (?:covers|writes|reports|edits|blogs|writes and edits|has covered|has written|escribe|cubre|écrit|couvre|schreibt|scrive|escreve) (?:.{1,160}? )?(?:for|para|pour|für|per) (.+)$/u;

/**
 * Reads a paragraph as the closing bio of a writer. Whether its name is a person of the story is not asked here.
 *
 * @param names the writers that are known already: of them a bio may say more kinds of things
 * @returns undefined for anything that may be text
 */
export function readBio(text: string, lexicon: CopyLexicon, names: readonly string[]): BioReading | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(/^[\s*_([—–―-]+/u, "").replace(/[\s*_)\]]+$/u, "");
  const label = LABEL.exec(bare);
  const body = label === null ? bare : bare.slice(label[0].length).trim();
  const sentence = firstSentence(body).replace(/[.।۔]$/u, "");
  const found = body.includes("@") ? EMAIL.exec(body)?.[0].replace(/\.$/u, "") : undefined;
  const email = found === undefined ? {} : { email: found };
  if (
    found !== undefined &&
    found ===
      body
        .replace(/^(?:e-?mail|contact)\s*:?\s*/iu, "")
        .replace(/[.<>()\s]/gu, (c) => (c === "." ? c : ""))
        .replace(/\.$/u, "")
  ) {
    return email;
  }
  const reading =
    readSentence(sentence, lexicon, names) ?? readContact(sentence, found) ?? (label === null ? undefined : {});
  return reading === undefined ? undefined : { ...reading, ...email };
}

function readSentence(sentence: string, lexicon: CopyLexicon, names: readonly string[]): BioReading | undefined {
  const writers = THE_WRITERS.exec(sentence);
  if (writers !== null) return { ...readPosition(sentence.slice(writers[0].length)), several: true };
  const writer = THE_WRITER.exec(sentence);
  if (writer !== null) return readPosition(sentence.slice(writer[0].length));
  // `The writer, a lawyer, lives in Lima.`, `The writer teaches law at Corran.`
  const told =
    /^the (?:writer|author|columnist)(?:, (?:an?|the) (.{3,120}?), (?:is|writes|lives|has|covers|teaches|works)| (?:teaches|works as|tweets))\b/iu.exec(
      sentence,
    );
  if (told !== null) return told[1] === undefined ? {} : readPosition(told[1]);
  for (const name of names) {
    if (!sentence.startsWith(`${name} `) && !sentence.startsWith(`${name}, `)) continue;
    // `Anne Rook, a professor at Corran, is the author of …`
    const apposed = /^, (?:an?|the) (.{3,120}?), (?:is|was|writes|lives|has|covers|teaches|works)\b/u.exec(
      sentence.slice(name.length),
    );
    if (apposed !== null) return { name, ...readPosition(apposed[1] ?? "") };
    const is = IS.exec(sentence);
    if (is !== null && is[1] === name) {
      const rest = behind(sentence, is[0]);
      return /^(?:based|from|in|on|at|writing|working|currently)\b/u.test(rest)
        ? { name }
        : { name, ...readPosition(rest) };
    }
    const writes = WRITES.exec(sentence);
    if (writes !== null) return { name, ...orgOnly(writes[2] ?? "") };
    if (
      /^,? (?:covers|writes|reports|edits|lives|works|teaches|has |joined|studies|studied|was born|can be)/u.test(
        sentence.slice(name.length),
      )
    ) {
      return { name };
    }
  }
  const is = IS.exec(sentence);
  // What somebody was, a story tells; a bio of somebody it does not name tells what she is.
  if (is !== null && !/ was (?:\p{L}+ )?$/u.test(is[0]) && isWriterName(is[1] ?? "", lexicon)) {
    const position = readPosition(behind(sentence, is[0]));
    if (position.role !== undefined && isPersonRole(position.role, lexicon)) {
      return { name: is[1] ?? "", ...position, clause: / (?:who|which|that) /u.test(sentence) };
    }
  }
  const writes = WRITES.exec(sentence);
  // `Anne Rook, a lawyer, writes about nets for the Ledger.`
  const [, apposed = "", what = ""] = /^([^,]{3,60}), an? ([^,]{3,80})$/u.exec(writes?.[1] ?? "") ?? [];
  if (apposed !== "" && isWriterName(apposed, lexicon)) {
    const org = orgOnly(writes?.[2] ?? "");
    if (org.org !== undefined) return { name: apposed, ...readPosition(what), ...org };
  }
  if (writes !== null && isWriterName(writes[1] ?? "", lexicon)) {
    const org = orgOnly(writes[2] ?? "");
    if (org.org !== undefined) return { name: writes[1] ?? "", ...org };
  }
  return undefined;
}

/** Countries whose names look like those of people: `Saudi Arabia is a member of the cartel.` */
const COUNTRIES = phraseSet(
  "saudi arabia,sri lanka,costa rica,sierra leone,burkina faso,hong kong,el salvador,puerto rico,san marino,cape verde".split(
    ",",
  ),
  "ivory coast,united states,united kingdom,united nations,soviet union,european union,papua new guinea,arab league".split(
    ",",
  ),
);

/** What follows `A is the`; the capital article of `A is The Gazette’s editor` belongs to the paper. */
function behind(sentence: string, opening: string): string {
  return sentence.slice(opening.endsWith(" The ") ? opening.length - 4 : opening.length);
}

function isWriterName(name: string, lexicon: CopyLexicon): boolean {
  return (
    isPersonName(name) &&
    !lexicon.places.has(phraseKey(name)) &&
    !COUNTRIES.has(phraseKey(name)) &&
    !/^(?:The|Lake|Mount|Mt|Port|Fort|Cape|River|Saint|San|Santa|New|North|South|East|West|Upper|Lower|Old) /u.test(
      name,
    )
  );
}

/** The organisation of `writes about … for ORG`. */
function orgOnly(text: string): Position {
  const { org } = readPosition(`writer for ${text}`);
  return org === undefined ? {} : { org };
}

/** `She can be reached at x@y.`, `Marta Quell can be reached at x@y.`, `Contact Marta Quell at x@y.` */
function readContact(sentence: string, email: string | undefined): BioReading | undefined {
  if (email === undefined) return undefined;
  const match =
    /^(.{2,60}?) (?:can|may) be (?:reached|contacted|e-?mailed) (?:at|on|via|by)\b/iu.exec(sentence) ??
    /^(?:contact|e-?mail|reach|write to) (.{2,60}?)(?: (?:at|on|via)\b|:)/iu.exec(sentence);
  if (match === null) return undefined;
  const who = match[1] ?? "";
  if (/^(?:he|she|they|him|her|them|the (?:writer|author|reporter|columnist))$/iu.test(who)) return {};
  return isPersonName(who) ? { name: who } : undefined;
}

/** Whether a line is nothing but the label of a bio: `About the author`. */
export function isBioLabel(text: string): boolean {
  if (text.length > 60) return false;
  const bare = text.replace(/^[\s*_#]+|[\s*_]+$/gu, "");
  const label = LABEL.exec(bare);
  return label !== null && label[0].length === bare.length;
}
