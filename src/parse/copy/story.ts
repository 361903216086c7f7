import type { Contributor, Credit, Dateline, Hold, Note, RelatedLine } from "../../model/draft.ts";
import { takeFurniture } from "./furniture.ts";
import { readHead } from "./head.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { readTail } from "./tail.ts";

/** A paragraph of the story that stays, and which part of it. */
export interface KeptParagraph {
  /** Index in the paragraphs that were given. */
  readonly index: number;
  /** The part that stays, in UTF-16 units of the paragraph's text. */
  readonly from: number;
  readonly to: number;
  /** Whether it asks desks not to publish: it is kept, and no reader is meant to see it. */
  readonly order?: boolean;
}

/** Something that was weighed and refused. */
export interface Considered {
  /** The field it would have become. */
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

/** What the paragraphs of a story say about it beside the story. */
export interface StoryReading {
  /** The headline, when the first paragraph is one and it was asked for. */
  readonly headline?: string;
  readonly credits: readonly Credit[];
  readonly contributors: readonly Contributor[];
  readonly dateline?: Dateline;
  readonly related: readonly RelatedLine[];
  readonly notes: readonly Note[];
  /** Closing bios, whole, one on each line. */
  readonly bio?: string;
  readonly hold?: Hold;
  /** What is left, in order. */
  readonly kept: readonly KeptParagraph[];
  /** Index of the paragraph that the dateline opened. */
  readonly opened?: number;
  readonly considered: readonly Considered[];
}

export interface StoryOptions {
  /** Whether the first paragraph may be the headline. False when the title is known from elsewhere (front matter, `<h1>`). */
  readonly headline: boolean;
  /** The title that is known already: people it names are people of the story. */
  readonly title?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/**
 * Reads the paragraphs of a story: takes headline, byline, dateline, related lines, notes, advisories, sign-off and closing
 * bio out of the text, and nothing else. For plain copy, and for the paragraphs of Markdown and HTML bodies.
 *
 * @param paragraphs one line each, white space normalised, in the order of the text
 */
export function readStoryText(
  paragraphs: readonly string[],
  lexicon: CopyLexicon,
  options: StoryOptions,
): StoryReading {
  const considered: Considered[] = [];
  const furniture = takeFurniture(paragraphs, lexicon);
  const { notes, related, held } = furniture;
  const open = furniture.left.filter((index) => !held.has(index));
  const follows = notes.length > 0 || related.length > 0;
  const head = readHead(paragraphs, open, follows, lexicon, options, considered);
  const body = open.filter((index) => !head.taken.has(index));
  const { ends } = furniture;
  const from = (index: number): number => (index === head.opened ? (head.dateline?.end ?? 0) : 0);
  const shown =
    head.opened === undefined && ends.size === 0
      ? paragraphs
      : paragraphs.map((text, index) => text.slice(from(index), ends.get(index)));
  const tail = readTail(shown, body, head.credits, head.headline ?? options.title, lexicon, considered);
  const kept: KeptParagraph[] = [];
  for (const index of furniture.left) {
    if (head.taken.has(index) || tail.taken.has(index)) continue;
    const start = from(index);
    const end = tail.ends.has(index)
      ? start + (tail.ends.get(index) ?? 0)
      : (ends.get(index) ?? paragraphs[index]?.length ?? 0);
    if (end > start || (start === 0 && end > 0)) {
      kept.push({ index, from: start, to: end, ...(held.has(index) && { order: true }) });
    }
  }
  return {
    ...(head.headline === undefined ? {} : { headline: head.headline }),
    credits: tail.credits,
    contributors: [
      ...head.contributors,
      ...tail.contributors.filter(({ name, role }) => !isTold(head.contributors, name, role)),
    ],
    ...(head.dateline === undefined ? {} : { dateline: head.dateline.dateline, opened: head.opened ?? 0 }),
    related,
    notes,
    ...(tail.bio === undefined ? {} : { bio: tail.bio }),
    ...(furniture.hold === undefined ? {} : { hold: furniture.hold }),
    kept,
    considered,
  };
}

/** Whether a line above the story told the same of somebody as the sign-off does. */
function isTold(told: readonly Contributor[], name: string, role: string | undefined): boolean {
  return told.some((contributor) => contributor.name === name && (role ?? contributor.role) === contributor.role);
}
