import type { Contributor, Credit } from "../../model/draft.ts";
import { findByline } from "./byline-line.ts";
import { type DatelineReading, readDateline } from "./dateline.ts";
import { LONGEST_STANDFIRST, readBylines } from "./head-bylines.ts";
import { inCapitals, looksLikeHeadline } from "./headline.ts";
import { isListItem } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import type { Considered, StoryOptions } from "./story.ts";

/** What stands above a story and at its start. */
export interface Head {
  readonly headline?: string;
  readonly credits: readonly Credit[];
  readonly contributors: readonly Contributor[];
  readonly dateline?: DatelineReading;
  /** Index of the paragraph that the dateline opens. */
  readonly opened?: number;
  /** Indexes of the paragraphs that were taken whole. */
  readonly taken: ReadonlySet<number>;
}

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
      // `^Bells return to valley<`: the marks are the wire's.
      headline = text(0).replace(/^\^(.+?)[<=]?$/u, "$1");
      taken.add(left[0] ?? 0);
      at = 1;
    } else considered.push({ field: "title", value: text(0).slice(0, 120), why });
  }
  const titled = headline !== undefined || !options.headline;
  const byline = readBylines(text, left, at, titled, lexicon, options, taken);
  const credits = [...byline.credits];
  const contributors = [...byline.contributors];
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
    contributors.unshift(...below.contributors);
  }
  return {
    ...(headline === undefined ? {} : { headline }),
    credits,
    contributors,
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
