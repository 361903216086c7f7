import type { Credit, EvidenceSource } from "../../model/draft.ts";
import { bylineMarker } from "./byline-markers.ts";
import { partsOf } from "./byline-parts.ts";
import { readPart } from "./credit-part.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { isPersonName, repairCapitals } from "./names.ts";
import { isCapitalPhrase, isInHouse, repairInHouse } from "./organisations.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";
import { readPosition } from "./roles.ts";

/** How a credit is read. */
export interface CreditReading {
  readonly from: EvidenceSource;
  /** Whether anything that is no credit refuses the whole: a line of a story. A front matter value is a byline by its place. */
  readonly strict: boolean;
  readonly language?: string;
}

type Draft = { -readonly [K in keyof Credit]: Credit[K] };

/** Characters of the longest byline; what is longer is text. */
const LONGEST = 300;

/**
 * The credits of a byline text: `By A, B and C`, roles, organisations, places and addresses told apart.
 *
 * @returns undefined when the text is no byline
 */
export function readCredits(text: string, lexicon: CopyLexicon, reading: CreditReading): readonly Credit[] | undefined {
  if (text.length > LONGEST) return undefined;
  const line = withoutMarks(text);
  // `de la Cruz, Maria`: a particle of the name, not the word of a byline.
  const inverted = !reading.strict && /^(?:\p{Ll}{1,4} ){1,3}\p{Lu}[\p{L}'’-]*, ?\p{Lu}[\p{L}'’.-]*$/u.test(line);
  const marker = inverted && !/^(?:by|par|por|oleh) /u.test(line) ? undefined : bylineMarker(line);
  const written = (marker?.rest ?? line).trim();
  const rest = reading.strict ? written : withoutFurniture(written);
  if (rest === "") return undefined;
  const stopless = rest.replace(/\s*\.$/u, "");
  const placeless = stopless.replace(/ in \p{Lu}[\p{L}\s,-]*$/u, "");
  if (isInHouse(placeless, lexicon)) return [house(placeless, reading)];
  const sentence = /^(.{3,60}?) is (?:an?|the) (.+)$/iu.exec(stopless);
  if (sentence !== null && !reading.strict && isPersonName(sentence[1] ?? "")) {
    return [{ name: sentence[1] ?? "", sort: "person", ...readPosition(sentence[2] ?? ""), from: reading.from }];
  }
  if (isRubbish(rest)) return undefined;
  if (/^(?:https?:\/\/)?(?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24}\/?$/iu.test(rest)) {
    if (reading.strict) return undefined;
    return [{ name: rest.replace(/^https?:\/\/|\/$/giu, ""), sort: "organisation", from: reading.from }];
  }
  return readParts(rest, lexicon, reading, marker?.organisationsOnly === true);
}

/** What pages and systems write around a name: `Posted by`, a handle, the time of an update. */
function withoutFurniture(text: string): string {
  return text
    .replace(/^(?:posted|published|submitted|contributed|authored|created|compiled) by:? /iu, "")
    .replace(/\s*[([]?(?<![\p{L}\p{N}._-])@\w{2,30}[)\]]?/gu, "")
    .replace(/[\s,|·-]+(?:last )?(?:published|updated|posted)\b.*$/iu, "")
    .replace(/(?: on)? \p{L}{3,9}\.? \d{1,2}, \d{4}$/u, "")
    .replace(/^(?:\. )+| \.$/gu, "")
    .trim();
}

/** The marks of old wires around a byline, and emphasis. */
export function withoutMarks(text: string): string {
  // The pattern looks at every character for the end of the text.
  if (!/[\s^=*_~<>]/u.test(text.charAt(0) + text.charAt(text.length - 1))) return text;
  return text.replace(/^[\s^=*_~<>]+|[\s^=*_~]+$/gu, "");
}

function house(name: string, reading: CreditReading): Credit {
  return { name: repairInHouse(name), sort: "organisation", from: reading.from };
}

const RUBBISH = phraseSet(
  "published updated posted modified last am pm a.m p.m et est edt gmt utc ist min read share follow comments comment advertisement".split(
    " ",
  ),
  "subscribe null undefined none n/a na admin administrator user unknown test webmaster root guest author authors by byline".split(
    " ",
  ),
  "photo video image loading minutes hours ago today yesterday super site home handout".split(" "),
);

/** Page furniture that ends up where a byline is expected. */
function isRubbish(text: string): boolean {
  const words = phraseKey(text)
    .split(/[\s,.:|]+/u)
    .filter((word) => word !== "");
  if (!/\p{L}/u.test(text)) return true;
  return words.every(
    (word) => RUBBISH.has(word) || isMonth(word) || WEEKDAYS.has(word) || /^\d|^[ap]$|^m$/u.test(word),
  );
}

/** Reads the parts of a byline from left to right; a role or organisation belongs to all names since the last one. */
function readParts(
  text: string,
  lexicon: CopyLexicon,
  reading: CreditReading,
  organisationsOnly: boolean,
): readonly Credit[] | undefined {
  const list: Draft[] = [];
  let group = 0;
  let closed = false;
  let placed = false;
  for (const part of partsOf(text, lexicon)) {
    // `A in Beirut, Lebanon`: what follows a place and is no whole name is more of the place.
    const bare = part.text.replace(/ (?:in|at|from|à|en|em|aus) \p{Lu}.*$/u, "");
    if (placed && part.apart && isCapitalPhrase(part.text) && !isPersonName(bare)) continue;
    const read = readPart(part, list, lexicon, reading.strict, reading.strict && reading.from === "byline");
    if (read === undefined) {
      if (reading.strict) return undefined;
      continue;
    }
    if (read.name !== undefined) {
      if (organisationsOnly && read.sort === "person") return undefined;
      if (closed) group = list.length;
      closed = false;
      placed = read.placed === true;
      const name = read.sort === "person" ? repairCapitals(read.name, reading.language) : read.name;
      list.push({ name, sort: read.sort, from: reading.from });
    }
    for (const credit of list.slice(group)) {
      if (read.role !== undefined) credit.role ??= read.role;
      if (read.org !== undefined) credit.org ??= read.org;
    }
    const last = list.at(-1);
    if (read.suffix !== undefined && last !== undefined) last.name = `${last.name}, ${read.suffix}`;
    if (read.email !== undefined && last !== undefined) last.email = read.email;
    if (read.role !== undefined || read.org !== undefined) closed = true;
  }
  return list.length === 0 ? undefined : list;
}
