import type { TextFindings } from "../model/draft.ts";
import type { CopyLexicon } from "./copy/lexicon/lexicon.ts";
import { readNote } from "./copy/notes.ts";
import { readRelated, readRelatedBracket } from "./copy/related.ts";
import { type Considered, type KeptParagraph, readStoryText } from "./copy/story.ts";
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
    body: withoutTaken(body, blocks, kept),
    considered,
  };
}

/** A body without the paragraphs that were taken and those that are no more than orders. */
function withoutTaken(body: string, blocks: readonly TextBlock[], kept: readonly KeptParagraph[]): string {
  const stays = kept.filter(({ order }) => order !== true);
  // Of nearly every body all stays.
  if (stays.length === blocks.length) return body;
  const staying = new Set(stays.map(({ index }) => index));
  let left = "";
  let at = 0;
  for (const [index, { from, to }] of blocks.entries()) {
    if (staying.has(index)) continue;
    left += body.slice(at, from);
    at = to;
  }
  return left + body.slice(at);
}

function isRelated(text: string, lexicon: CopyLexicon): boolean {
  return (
    (!opensLikeStory(text, lexicon) && readRelated(text, lexicon) !== undefined) ||
    readRelatedBracket(text, lexicon) !== undefined
  );
}

/** What a link of Markdown leads to, behind its words. */
const TARGET = /\([^()\s]{1,2000}(?: "[^"]{0,300}")?\)/y;

/** Characters of the words of a link at most. */
const LONGEST_WORDS = 300;

/**
 * A byline, note or bio is told as plain text: a link of Markdown gives up its words. By hand from one `](` to the next: a pattern for
 * the whole takes four times as long to find none.
 */
export function withoutLinks(text: string): string {
  let left = "";
  let copied = 0;
  for (let middle = text.indexOf("]("); middle !== -1; middle = text.indexOf("](", Math.max(copied, middle + 1))) {
    const open = text.lastIndexOf("[", middle - 1);
    const words = middle - open - 1;
    if (open < copied || words < 1 || words > LONGEST_WORDS || text.indexOf("]", open) !== middle) continue;
    TARGET.lastIndex = middle + 1;
    if (!TARGET.test(text)) continue;
    const from = open > copied && text.charAt(open - 1) === "!" ? open - 1 : open;
    left += text.slice(copied, from) + text.slice(open + 1, middle);
    copied = TARGET.lastIndex;
  }
  return copied === 0 ? text : left + text.slice(copied);
}
