import type { Credit } from "../../model/draft.ts";
import { findByline, readRoleLine } from "./byline-line.ts";
import { type DatelineReading, readDateline } from "./dateline.ts";
import { inCapitals, looksLikeHeadline } from "./headline.ts";
import { isListItem } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import type { Considered, StoryOptions } from "./story.ts";

/** What stands above a story and at its start. */
export interface Head {
  readonly headline?: string;
  readonly credits: readonly Credit[];
  readonly dateline?: DatelineReading;
  /** Index of the paragraph that the dateline opens. */
  readonly opened?: number;
  /** Indexes of the paragraphs that were taken whole. */
  readonly taken: ReadonlySet<number>;
}

/** Paragraphs that may stand between the headline and a byline that says `By`. */
const STANDFIRSTS = 2;

/** Characters of the longest standfirst. */
const LONGEST_STANDFIRST = 400;

/**
 * Reads headline, byline and dateline.
 *
 * @param left indexes of the paragraphs that may be part of the story, in order
 * @param follows whether something besides them follows the first, a note for instance
 */
export function readHead(
  paragraphs: readonly string[],
  left: readonly number[],
  follows: boolean,
  lexicon: CopyLexicon,
  options: StoryOptions,
  considered: Considered[],
): Head {
  const text = (position: number): string => paragraphs[left[position] ?? -1] ?? "";
  const taken = new Set<number>();
  let at = 0;
  let headline: string | undefined;
  if (options.headline && left.length > 0) {
    const why = isOldWireHeadline(text(0), text(1), lexicon)
      ? undefined
      : notAHeadline(text(0), left.length > 1 || follows, lexicon, options);
    if (why === undefined) {
      headline = text(0);
      taken.add(left[0] ?? 0);
      at = 1;
    } else considered.push({ field: "title", value: text(0).slice(0, 120), why });
  }
  const titled = headline !== undefined || !options.headline;
  const byline = readBylines(text, left, at, titled, lexicon, options, taken);
  const credits = [...byline.credits];
  let open = byline.end;
  let dateline: DatelineReading | undefined;
  for (let position = open; position < Math.min(open + 2, left.length); position++) {
    const read = readDateline(text(position), lexicon);
    if (read === undefined) continue;
    const why = "dateline" in read ? refusal(read, position > open, titled, text, position, left.length) : read.why;
    if ("dateline" in read && why === undefined) {
      dateline = read;
      open = position;
      credits.push(...read.credits);
      break;
    }
    considered.push({ field: "dateline", value: "dateline" in read ? read.dateline.text : read.value, why: why ?? "" });
  }
  // A dateline on a line of its own may stand above the byline.
  if (dateline !== undefined && byline.credits.length === 0 && dateline.end >= text(open).length) {
    const below = readBylines(text, left, open + 1, true, lexicon, options, taken, 0);
    credits.unshift(...below.credits);
  }
  return {
    ...(headline === undefined ? {} : { headline }),
    credits,
    taken,
    ...(dateline === undefined ? {} : { dateline, opened: left[open] ?? 0 }),
  };
}

/** Why the first line is no headline; undefined when it is one. */
function notAHeadline(line: string, follows: boolean, lexicon: CopyLexicon, options: StoryOptions): string | undefined {
  if (!follows) return "nothing follows the first line";
  if (line.length > 120) return "the first line is longer than a headline";
  if (!looksLikeHeadline(line)) return "the first line ends like a sentence";
  if (isListItem(line)) return "the first line is an item of a list";
  if (findByline(line, lexicon, true, options.language) !== undefined) return "the first line is a byline";
  const dateline = readDateline(line, lexicon);
  // A bare place and a dash in front of a headline (`LONDON: city of bells`) is part of it; a date or an agency is not.
  if (
    dateline !== undefined &&
    "dateline" in dateline &&
    (dateline.evidence === "strong" || dateline.end >= line.length)
  ) {
    return "the first line begins with a dateline";
  }
  return undefined;
}

/** A first line in capitals with a byline or a dated dateline right below: a headline, however it ends. */
function isOldWireHeadline(line: string, next: string, lexicon: CopyLexicon): boolean {
  if (line.length > 120 || !inCapitals(line) || isListItem(line)) return false;
  const own = readDateline(line, lexicon);
  if (own !== undefined && "dateline" in own && (own.evidence === "strong" || own.end >= line.length)) return false;
  if (findByline(line, lexicon, true) !== undefined) return false;
  const dateline = readDateline(next, lexicon);
  if (dateline !== undefined && "dateline" in dateline) return dateline.evidence === "strong";
  return /^[\^=\s]*by /iu.test(next) && findByline(next, lexicon, false) !== undefined;
}

interface Bylines {
  readonly credits: readonly Credit[];
  /** Position of the first paragraph that may carry the dateline. */
  readonly end: number;
}

function readBylines(
  text: (position: number) => string,
  left: readonly number[],
  from: number,
  titled: boolean,
  lexicon: CopyLexicon,
  options: StoryOptions,
  taken: Set<number>,
  most = STANDFIRSTS,
): Bylines {
  for (let position = from; position < Math.min(from + most + 1, left.length); position++) {
    const line = text(position);
    const first = position === 0;
    const marked = /^[\^=*_\s]*[\p{L}\s]{1,20}[:\s]/u.test(line);
    if (position > from + 1 && !marked) break;
    const credits = findByline(line, lexicon, first && !titled, options.language);
    if (credits !== undefined && (titled || position <= from + 1)) {
      return {
        credits: belowByline(text, left, position, credits, lexicon, options, taken),
        end: position + 1 + below(taken, left, position),
      };
    }
    if (line.length > LONGEST_STANDFIRST) break;
    const dateline = readDateline(line, lexicon);
    if (dateline !== undefined && "dateline" in dateline) break;
  }
  return { credits: [], end: from };
}

/** How many lines right below a byline were taken with it. */
function below(taken: ReadonlySet<number>, left: readonly number[], position: number): number {
  let count = 0;
  while (taken.has(left[position + 1 + count] ?? -1)) count++;
  return count;
}

/** The byline, more bylines right below it, and the line that holds role or organisation. */
function belowByline(
  text: (position: number) => string,
  left: readonly number[],
  position: number,
  first: readonly Credit[],
  lexicon: CopyLexicon,
  options: StoryOptions,
  taken: Set<number>,
): readonly Credit[] {
  taken.add(left[position] ?? -1);
  let credits = [...first];
  let group = 0;
  for (let at = position + 1; at < Math.min(position + 7, left.length); at++) {
    const line = text(at);
    const more = /^[\^=*_\s]*(?:by|and|par|por|von)\s/iu.test(line)
      ? findByline(line.replace(/^([\^=*_\s]*)and\s+(?:by\s+)?/iu, "$1By "), lexicon, false, options.language)
      : undefined;
    if (more !== undefined) {
      // Names on several lines are one group until a role or an organisation closes it.
      if (credits.slice(group).some((credit) => credit.role !== undefined || credit.org !== undefined))
        group = credits.length;
      credits.push(...more);
      taken.add(left[at] ?? -1);
      continue;
    }
    const position = left.length > at + 1 ? readRoleLine(line, lexicon) : undefined;
    const complete = credits.slice(group).every((credit) => credit.role !== undefined && credit.org !== undefined);
    if (position === undefined || (complete && position.email === undefined)) break;
    if (readDatelineAlone(line, lexicon)) break;
    credits = credits.map((credit, index) => (index < group ? credit : { ...position, ...credit }));
    taken.add(left[at] ?? -1);
  }
  return credits;
}

function readDatelineAlone(line: string, lexicon: CopyLexicon): boolean {
  const read = readDateline(line, lexicon);
  return read !== undefined && "dateline" in read;
}

/** Why a dateline is not taken, although it looks like one. */
function refusal(
  read: DatelineReading,
  second: boolean,
  titled: boolean,
  text: (position: number) => string,
  position: number,
  all: number,
): string | undefined {
  if (second && !titled && (read.evidence === "thin" || text(position - 1).length > LONGEST_STANDFIRST)) {
    return "the paragraph above it is text";
  }
  if (second && text(position - 1).length > LONGEST_STANDFIRST) return "the paragraph above it is text";
  if (read.evidence === "strong") return undefined;
  // In an interview every speaker has a label, and one of them may be called Paris.
  const label = read.dateline.text;
  for (let at = position + 1; at < Math.min(position + 12, all); at++) {
    if (text(at).startsWith(label) || /^(?:Q|A)[:.] /u.test(text(at))) return "the same label opens other paragraphs";
  }
  return undefined;
}
