import { isAsciiLetter } from "../../text.ts";
import { DESK_WORDS, EDITORS_WORDS } from "./advisories.ts";
import { HOLD_WORDS } from "./holds.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { mayOpenNote } from "./notes.ts";
import { firstWords } from "./related.ts";

/** Characters from which on a paragraph can be furniture only by the words with which it begins. */
const SHORTEST = 160;

/**
 * Whether a paragraph begins as nothing but a story does: it is no hold, advisory, line for editors, related line or note. One look
 * at its first word, for nearly every paragraph is such; false tells nothing.
 */
export function opensLikeStory(text: string, lexicon: CopyLexicon): boolean {
  if (text.length < SHORTEST) return false;
  if (isQuotationMark(text.charCodeAt(0))) return true;
  let end = 0;
  while (isAsciiLetter(text.charCodeAt(end))) end++;
  if (end === 0 || text.charCodeAt(end) !== 0x20) return false;
  const word = text.slice(0, end).toLowerCase();
  return !FURNITURE_WORDS.has(word) && !firstWords(lexicon).has(word) && !mayOpenNote(word, text);
}

const FURNITURE_WORDS = new Set([...HOLD_WORDS, ...DESK_WORDS, ...EDITORS_WORDS]);

/** One of `"'“‘«„`. */
function isQuotationMark(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x201c || code === 0x2018 || code === 0xab || code === 0x201e;
}
