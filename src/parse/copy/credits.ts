import type { Credit, EvidenceSource } from "../../model/draft.ts";
import { bylineMarker } from "./byline-markers.ts";
import { partsOf } from "./byline-parts.ts";
import { readPart } from "./credit-part.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { isPersonName, repairCapitals } from "./names.ts";
import { isInHouse, repairInHouse } from "./organisations.ts";
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
  const marker = bylineMarker(line);
  const rest = (marker?.rest ?? line).trim();
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

/** The marks of old wires around a byline, and emphasis. */
export function withoutMarks(text: string): string {
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
  "photo video image loading minutes hours ago today yesterday".split(" "),
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
  for (const part of partsOf(text, lexicon)) {
    const read = readPart(part, list, lexicon, reading.strict);
    if (read === undefined) {
      if (reading.strict) return undefined;
      continue;
    }
    if (read.name !== undefined) {
      if (organisationsOnly && read.sort === "person") return undefined;
      if (closed) group = list.length;
      closed = false;
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
