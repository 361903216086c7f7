import type { Contributor, Credit } from "../../model/draft.ts";
import { findByline, readRoleLine } from "./byline-line.ts";
import { readCreditLine } from "./credit-lines.ts";
import { withoutMarks } from "./credits.ts";
import { readDateline } from "./dateline.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName, repairCapitals } from "./names.ts";
import { phraseKey } from "./phrase-key.ts";
import type { StoryOptions } from "./story.ts";

/** Paragraphs that may stand between the headline and a byline that says `By`. */
const STANDFIRSTS = 2;

/** Characters of the longest standfirst. */
export const LONGEST_STANDFIRST = 400;

export interface Bylines {
  readonly credits: readonly Credit[];
  /** Who is told beside the authors: who edited, who took the pictures. */
  readonly contributors: readonly Contributor[];
  /** Position of the first paragraph that may carry the dateline. */
  readonly end: number;
}

export function readBylines(
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
    const told =
      readLine(line, first && !titled, lexicon, options, position > from && !hasText(text, left, position, lexicon)) ??
      (titled && position + 2 < left.length
        ? nameAboveRole(line, text(position + 1), text(position + 2), lexicon, options)
        : undefined);
    if (told !== undefined && told.credits.length > 0 && (titled || position <= from + 1)) {
      return {
        ...belowByline(text, left, position, told, lexicon, options, taken),
        end: position + 1 + below(taken, left, position),
      };
    }
    if (line.length > LONGEST_STANDFIRST) break;
    const dateline = readDateline(line, lexicon);
    if (dateline !== undefined && "dateline" in dateline) break;
  }
  return { credits: [], contributors: [], end: from };
}

/** Whether text of the story stands below a line: else labels with names sign it off. */
function hasText(
  text: (position: number) => string,
  left: readonly number[],
  position: number,
  lexicon: CopyLexicon,
): boolean {
  const below = left.slice(position + 1, position + 5);
  return below.some((_, at) => readCreditLine(text(position + 1 + at), lexicon) === undefined);
}

/** The credits of a line: a byline, or labels with names. */
function readLine(
  line: string,
  first: boolean,
  lexicon: CopyLexicon,
  options: StoryOptions,
  signed: boolean,
): Omit<Bylines, "end"> | undefined {
  if (signed && !/^[\^=*_\s]*(?:by|par|por|von)\s/iu.test(line)) return undefined;
  const credits = findByline(line, lexicon, first, options.language);
  // `By Hand` below the text of a story that is short
  if (signed && credits?.some(({ name }) => !/[\s\P{ASCII}]/u.test(name)) === true) return undefined;
  if (credits !== undefined) return { credits, contributors: [] };
  return first ? undefined : readCreditLine(line, lexicon, options.language);
}

/** How many lines right below a byline were taken with it. */
function below(taken: ReadonlySet<number>, left: readonly number[], position: number): number {
  let count = 0;
  while (taken.has(left[position + 1 + count] ?? -1)) count++;
  return count;
}

/** A name alone on its line with its role below; an organisation alone needs a dateline below it to be sure. */
function nameAboveRole(
  line: string,
  below: string,
  opening: string,
  lexicon: CopyLexicon,
  options: StoryOptions,
): Omit<Bylines, "end"> | undefined {
  const name = withoutMarks(line);
  if (!isPersonName(name) || lexicon.places.has(phraseKey(name))) return undefined;
  const position = readRoleLine(below, lexicon);
  if (position === undefined) return undefined;
  if (position.role === undefined && !(position.org !== undefined && readDatelineAlone(opening, lexicon)))
    return undefined;
  return {
    credits: [{ name: repairCapitals(name, options.language), sort: "person", from: "byline" }],
    contributors: [],
  };
}

/** One more `A, Data Reporter`: a name with its role. */
function barredBelow(line: string, lexicon: CopyLexicon, options: StoryOptions): readonly Credit[] | undefined {
  const credits = findByline(line, lexicon, false, options.language);
  return credits?.every(({ sort, role, org, email }) => sort === "person" && (role ?? org ?? email) !== undefined) ===
    true
    ? credits
    : undefined;
}

/** The byline, more bylines right below it, and the line that holds role or organisation. */
function belowByline(
  text: (position: number) => string,
  left: readonly number[],
  position: number,
  first: Omit<Bylines, "end">,
  lexicon: CopyLexicon,
  options: StoryOptions,
  taken: Set<number>,
): Omit<Bylines, "end"> {
  taken.add(left[position] ?? -1);
  let credits = [...first.credits];
  const contributors = [...first.contributors];
  let group = 0;
  for (let at = position + 1; at < Math.min(position + 7, left.length); at++) {
    const line = text(at);
    const more = /^[\^=*_\s]*(?:by|and|par|por|von)\s/iu.test(line)
      ? findByline(line.replace(/^([\^=*_\s]*)and\s+(?:by\s+)?/iu, "$1By "), lexicon, false, options.language)
      : barredBelow(line, lexicon, options);
    if (more !== undefined) {
      // Names on several lines are one group until a role or an organisation closes it.
      if (credits.slice(group).some((credit) => credit.role !== undefined || credit.org !== undefined))
        group = credits.length;
      credits.push(...more);
      taken.add(left[at] ?? -1);
      continue;
    }
    const told = left.length > at + 1 ? readCreditLine(line, lexicon, options.language) : undefined;
    if (told !== undefined) {
      credits.push(...told.credits);
      contributors.push(...told.contributors);
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
  return { credits, contributors };
}

function readDatelineAlone(line: string, lexicon: CopyLexicon): boolean {
  const read = readDateline(line, lexicon);
  return read !== undefined && "dateline" in read;
}
