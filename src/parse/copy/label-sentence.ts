import { endsLikeSentence } from "../../sentence.ts";

/** How a sentence goes on that tells of the word before its colon: `that was …`, `so begins …`, `the first two words …`. */
const OF_THE_LABEL =
  /^(?:(?:that|those|these|this|it|such) (?:is|was|were|are|remains?|became)\b|so (?:begins?|began|reads?|ran|runs|said|says|starts?|started|ends?|ended|went|goes)\b|(?:the |his |her |their |its )?(?:first|last|only|final|opening|one|two|three|four|five)\b[^.,;:]{0,60}\bwords?\b)/u;

/** What corrections and notes are about. */
const OF_THE_STORY =
  /\b(?:this|an?|the) (?:\p{L}+ )?(?:story|article|report|version|item|piece|post|paragraph|headline|caption|sentence)\b/iu;

/** Whether what follows a label is the rest of a sentence: it begins with a small letter and ends in a full stop. */
export function isRestOfSentence(rest: string): boolean {
  return /^\p{Ll}/u.test(rest) && /[.!?]["'”’»)\]]*$/u.test(rest) && endsLikeSentence(rest.replace(/[!?]/gu, "."));
}

/**
 * Whether what follows a label tells of the label as a word: `Correction: that was the only word on the wall.` A note begins
 * with a small letter, too, but it tells of the story.
 */
export function tellsOfLabel(rest: string): boolean {
  return isRestOfSentence(rest) && OF_THE_LABEL.test(rest) && !OF_THE_STORY.test(rest);
}
