import { endsLikeSentence, firstSentence } from "../../sentence.ts";

/** Characters a headline has at most. */
const LONGEST_HEADLINE = 120;

/** Characters a title made of the lead has at most, with its ellipsis. */
const LONGEST_LEAD = 110;

/** Words of file names that tell how the file came about, not what the story is about. */
const FILE_WORDS = new Set(
  "article story copy draft final new edit edited untitled text document doc file version rev post item wire".split(
    " ",
  ),
);

/** Whether a line has the shape of a headline. What else it may be, a byline or a dateline, is not asked here. */
export function looksLikeHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !endsLikeSentence(line);
}

/** Whether all letters of a text are capitals, and there are some. */
export function inCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/**
 * The title that a file's name gives: its words, without what stands at both ends for dates, numbers and drafts.
 *
 * @param path path or name of the file
 * @returns undefined when fewer than two words are left
 */
export function filenameTitle(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
  const parts = name.normalize("NFC").split(/[-_.\s]+/u);
  let from = 0;
  let to = parts.length;
  while (from < to && isFileWord(parts[from] ?? "")) from++;
  while (to > from && isFileWord(parts[to - 1] ?? "")) to--;
  if (to - from < 2) return undefined;
  const title = parts.slice(from, to).join(" ");
  const first = String.fromCodePoint(title.codePointAt(0) ?? 32);
  return first.toUpperCase() + title.slice(first.length);
}

function isFileWord(part: string): boolean {
  return /\p{N}/u.test(part) || /^\P{M}?\p{M}*$/u.test(part) || FILE_WORDS.has(part.toLowerCase());
}

/** The title that a story's first sentence gives, cut at a word when it is long. */
export function leadTitle(paragraph: string): string | undefined {
  const sentence = withoutStop(firstSentence(paragraph)).trim();
  if (sentence === "") return undefined;
  if (sentence.length <= LONGEST_LEAD) return sentence;
  const room = sentence.slice(0, LONGEST_LEAD);
  // A script without spaces has no word ends to cut at.
  const end = room.lastIndexOf(" ");
  const cut = end > 0 ? room.slice(0, end) : room.slice(0, LONGEST_LEAD - 1);
  return `${cut.replace(/[\s,;:，、،—–-]+$/u, "")}…`;
}

function withoutStop(sentence: string): string {
  const match = /^(.*[^.])[.。．۔।॥](["'”’»」』)\]]*)$/su.exec(sentence.trimEnd());
  return match === null ? sentence : `${match[1]}${match[2]}`;
}
