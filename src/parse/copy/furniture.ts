import type { Hold, Note, RelatedLine } from "../../model/draft.ts";
import { endsLikeSentence } from "../../sentence.ts";
import { isAdvisory, isEndMark, isForEditors, isSlug } from "./advisories.ts";
import { findByline } from "./byline-line.ts";
import { inCapitals, looksLikeHeadline } from "./headline.ts";
import { holdOfNotes, readHold } from "./holds.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { readNote } from "./notes.ts";
import { readRelated, readRelatedBracket, readRelatedItem } from "./related.ts";
import { opensLikeStory } from "./story-opening.ts";

/** What may stand anywhere in a story and is no part of it, and the paragraphs without it. */
export interface Furniture {
  readonly notes: readonly Note[];
  readonly related: readonly RelatedLine[];
  readonly hold?: Hold;
  /** Indexes of the paragraphs that are left, in order. */
  readonly left: readonly number[];
  /** Those among them that ask not to be published yet: they stay in the text, but open no story. */
  readonly held: ReadonlySet<number>;
  /** Where paragraphs end that had a related line in brackets behind them. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Paragraphs from the start in which `Hold: …` is an order and not text. */
const ORDERS = 4;

/** `CORRECTED - HARBOUR BOARD ELECTS CHAIRMAN`: a headline in capitals, which wires mark so when the story ran before. */
function isMarkedHeadline(text: string): boolean {
  return inCapitals(text) && looksLikeHeadline(text) && /^\p{Lu}+ ?[-–—]/u.test(text);
}

/** `UPDATED: Harbour clock stops`, right above a byline: the headline, whatever label it has. */
function isAboveByline(text: string, next: string, lexicon: CopyLexicon): boolean {
  return looksLikeHeadline(text) && /^[\^=*_\s]*by\s/iu.test(next) && findByline(next, lexicon, false) !== undefined;
}

/** A slug above a headline of several words; more lines between desks may stand between them. */
function isSlugAbove(paragraphs: readonly string[], index: number): boolean {
  if (!isSlug(paragraphs[index] ?? "")) return false;
  const next = paragraphs.slice(index + 1, index + 4).find((text) => !isAdvisory(text));
  return next !== undefined && looksLikeHeadline(next) && next.split(" ").length > 3;
}

/** `ends` in small letters, alone below the last sentence of the file. */
function isLastWord(paragraphs: readonly string[], index: number): boolean {
  if (index === 0 || index !== paragraphs.length - 1) return false;
  return /^ends?\.?$/.test(paragraphs[index] ?? "") && endsLikeSentence(paragraphs[index - 1] ?? "");
}

/** Takes advisories, end marks, notes and related lines out of paragraphs. */
export function takeFurniture(paragraphs: readonly string[], lexicon: CopyLexicon): Furniture {
  const notes: Note[] = [];
  const related: RelatedLine[] = [];
  const left: number[] = [];
  const held = new Set<number>();
  const ends = new Map<number, number>();
  let hold: Hold | undefined;
  let listed = false;
  let ended = false;
  let forEditors = false;
  for (const [index, text] of paragraphs.entries()) {
    const item = listed ? readRelatedItem(text) : undefined;
    if (item !== undefined) {
      related.push(item);
      continue;
    }
    listed = false;
    if (opensLikeStory(text, lexicon)) {
      stay(index, text);
      continue;
    }
    const order = readHold(text, left.length < ORDERS);
    if (order !== undefined) {
      hold ??= order;
      held.add(index);
      left.push(index);
      continue;
    }
    if (isAdvisory(text) || isLastWord(paragraphs, index) || (left.length === 0 && isSlugAbove(paragraphs, index))) {
      ended ||= left.length > 0 && isEndMark(text);
      continue;
    }
    // A handout says `Ends`, and then tells editors whom to ask: from there on nothing is for readers.
    forEditors ||= left.length > 0 && isForEditors(text, ended);
    const line = readRelated(text, lexicon);
    if (line !== undefined) {
      if ("line" in line) related.push(line.line);
      else listed = true;
      continue;
    }
    const note = readNote(text);
    const headed =
      left.length === 0 &&
      index + 1 < paragraphs.length &&
      (isMarkedHeadline(text) || isAboveByline(text, paragraphs[index + 1] ?? "", lexicon));
    if (note !== undefined && (note.kind === "withdrawn" || !headed)) {
      notes.push(note);
      continue;
    }
    stay(index, text);
  }
  const kept = holdOfNotes(notes) ?? hold;
  return { notes, related, ...(kept === undefined ? {} : { hold: kept }), left, held, ends };

  /** The paragraph is text, but for what stands in a bracket at its end. */
  function stay(index: number, text: string): void {
    if (forEditors) return;
    const bracket = readRelatedBracket(text, lexicon);
    if (bracket !== undefined) {
      related.push(bracket.line);
      ends.set(index, bracket.end);
    }
    left.push(index);
  }
}
