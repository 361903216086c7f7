import type { TextFindings } from "../model/draft.ts";
import type { CopyLexicon } from "./copy/lexicon/lexicon.ts";
import { readNote } from "./copy/notes.ts";
import { readRelated, readRelatedBracket } from "./copy/related.ts";
import { type Considered, readStoryText } from "./copy/story.ts";
import { opensLikeStory } from "./copy/story-opening.ts";
import type { TextBlock } from "./markdown-blocks.ts";

/** What the paragraphs of a body say beside the story, and the body without the paragraphs that say nothing else. */
export interface BodyStory {
  readonly found: Pick<TextFindings, "credits" | "contributors" | "related" | "notes"> &
    Partial<Pick<TextFindings, "dateline" | "bio" | "hold">>;
  readonly body: string;
  readonly considered: readonly Considered[];
}

/**
 * Reads the paragraphs of a Markdown or HTML body as wire copy is read. Paragraphs that are furniture as a whole are taken out, and
 * so are orders to desks (an embargo): they are told as `hold`. A dateline stays where it is, and is known.
 */
export function readBodyStory(
  body: string,
  all: readonly TextBlock[],
  lexicon: CopyLexicon,
  options: { readonly title?: string; readonly language: string },
): BodyStory {
  const blocks = all.filter(
    ({ quoted, text }) => quoted !== true || isRelated(text, lexicon) || readNote(text) !== undefined,
  );
  const story = readStoryText(
    // Most paragraphs have no link of Markdown, and are as they stand.
    blocks.map(({ text }) => (!text.includes("](") || isRelated(text, lexicon) ? text : withoutLinks(text))),
    lexicon,
    { headline: false, ...options },
  );
  const { credits, contributors, dateline, related, notes, bio, hold, kept, considered } = story;
  const stays = new Set(kept.filter(({ order }) => order !== true).map(({ index }) => index));
  let left = "";
  let at = 0;
  for (const [index, { from, to }] of blocks.entries()) {
    if (stays.has(index)) continue;
    left += body.slice(at, from);
    at = to;
  }
  return {
    found: {
      credits,
      contributors,
      ...(dateline !== undefined && { dateline }),
      related,
      notes,
      ...(bio !== undefined && { bio }),
      ...(hold !== undefined && { hold }),
    },
    body: left + body.slice(at),
    considered,
  };
}

function isRelated(text: string, lexicon: CopyLexicon): boolean {
  return (
    (!opensLikeStory(text, lexicon) && readRelated(text, lexicon) !== undefined) ||
    readRelatedBracket(text, lexicon) !== undefined
  );
}

/** A byline, note or bio is told as plain text: a link of Markdown gives up its words. */
function withoutLinks(text: string): string {
  return text.replace(/!?\[([^[\]]{1,300})\]\([^()\s]{1,2000}(?: "[^"]{0,300}")?\)/g, "$1");
}
