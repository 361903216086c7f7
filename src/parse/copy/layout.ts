import { inCapitals, looksLikeHeadline } from "./headline.ts";
import { isPersonName } from "./names.ts";

/** A paragraph of copy, whole, before anything is known about it. */
export interface CopyParagraph {
  /** As filed but for plain spaces, tabs and wrapped line ends, of which a run is one space; no-break spaces stay. */
  readonly filed: string;
  /** One line: every run of white space is one plain space. All rules read this. */
  readonly text: string;
  /** Where it begins in the decoded text, in UTF-16 units from 0. */
  readonly offset: number;
}

/** What a line is, when it is known to be no continuation of the one above. */
export type LineOpening =
  /** Begins something that may go on on the next line: a list item, the marker of a related story, a sign-off. */
  | "begins"
  /** Stands alone: a byline, an end mark. */
  | "alone"
  | undefined;

/** Says what a line is. `atHead`: nothing but headline, bylines and lines that stand alone is above it in its block. */
export type LineReader = (line: string, atHead: boolean) => LineOpening;

interface Line {
  readonly raw: string;
  readonly text: string;
  readonly offset: number;
  readonly indented: boolean;
  /** A line without letter or figure: it ends a paragraph and is dropped. */
  readonly rule: boolean;
}

/** Characters a hard-wrapped line has at most. */
const WIDEST_WRAP = 100;

/** Takes a text apart into paragraphs: indented ones, blocks between blank lines, or one on each line. */
export function splitParagraphs(text: string, readLine: LineReader): readonly CopyParagraph[] {
  const lines = readLines(text);
  const runs = isIndented(lines) ? indentedRuns(lines, readLine) : blockRuns(lines, readLine);
  return runs.map(paragraph);
}

function readLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  const ends = /\r\n?|\n|\u2028|\u2029/g;
  let offset = 0;
  while (offset <= text.length) {
    const end = ends.exec(text);
    const raw = text.slice(offset, end?.index ?? text.length);
    const line = raw.replace(/[\s\u0085]+/g, " ").trim();
    lines.push({
      raw,
      text: line,
      offset,
      indented: line !== "" && /^(?:\t| \t|[ \u00A0]{2})/.test(raw),
      rule: line !== "" && !/[\p{L}\p{N}]/u.test(line),
    });
    if (end === null) break;
    offset = ends.lastIndex;
  }
  return lines;
}

const LIST_ITEM = /^[-*•·‣▪●] \S/u;

/** Whether a line is an item of a list. */
export function isListItem(text: string): boolean {
  return LIST_ITEM.test(text);
}

/**
 * Indented paragraphs: at least one begins with a tab or two spaces, hardly any blank line stands between them, and lines
 * that go on are short enough to have been wrapped.
 */
function isIndented(lines: readonly Line[]): boolean {
  const written = lines.filter((line) => line.text !== "");
  const starts = written.filter((line) => line.indented && !isListItem(line.text)).length;
  if (starts === 0 || starts === written.length) return false;
  const first = lines.findIndex((line) => line.indented && !isListItem(line.text));
  let last = lines.length - 1;
  while (last > first && lines[last]?.text === "") last--;
  const body = lines.slice(first, last + 1);
  const blank = body.filter((line) => line.text === "").length;
  const continued = body.filter((line) => line.text !== "" && !line.indented && !isListItem(line.text)).length;
  if (blank > 0 && (blank * 2 >= starts || continued === 0)) return false;
  return goesOn(body);
}

/** Whether most lines without indent may be wrapped from the line above: it had no room for their first word. */
function goesOn(body: readonly Line[]): boolean {
  let longest = 0;
  for (const line of body) longest = Math.max(longest, line.text.length);
  let continued = 0;
  let roomy = 0;
  for (const [at, line] of body.entries()) {
    const above = body[at - 1];
    if (above === undefined || above.text === "" || line.text === "" || line.indented) continue;
    continued++;
    if (line.text.length > WIDEST_WRAP || above.text.length > WIDEST_WRAP) return false;
    // Wires break lines early before long words and tables: some room says nothing.
    if (above.text.length + 1 + firstWord(line.text) < longest * 0.75) roomy++;
  }
  return roomy * 2 <= continued;
}

function firstWord(text: string): number {
  const space = text.indexOf(" ");
  return space === -1 ? text.length : space;
}

function indentedRuns(lines: readonly Line[], readLine: LineReader): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  let open: Line[] | undefined;
  let body = false;
  for (const line of lines) {
    if (line.text === "" || line.rule) {
      open = undefined;
      continue;
    }
    const opening = readLine(line.text, !body || line.indented);
    if (line.indented) body = true;
    if (!body || line.indented || open === undefined || opening !== undefined) {
      open = [line];
      runs.push(open);
      if (!body || opening === "alone") open = undefined;
    } else open.push(line);
  }
  return runs;
}

function blockRuns(lines: readonly Line[], readLine: LineReader): readonly (readonly Line[])[] {
  const blocks: Line[][] = [[]];
  for (const line of lines) {
    if (line.text === "" || line.rule) {
      if (blocks.at(-1)?.length !== 0) blocks.push([]);
    } else blocks.at(-1)?.push(line);
  }
  const filled = blocks.filter((block) => block.length > 0);
  // Without a blank line between them, every line is a paragraph.
  const written = lines.map((line) => line.text !== "");
  const wrapped = lines.some(
    (line, at) => line.text === "" && at > written.indexOf(true) && at < written.lastIndexOf(true),
  );
  if (!wrapped) return filled.flatMap((block) => block.map((line) => [line]));
  return filled.flatMap((block, index) => blockParagraphs(block, index === 0, readLine));
}

/** The paragraphs of one block: pieces that stand alone or begin something, and what is between them. */
function blockParagraphs(block: readonly Line[], first: boolean, readLine: LineReader): readonly (readonly Line[])[] {
  const pieces: Line[][] = [];
  let open: Line[] | undefined;
  let atHead = true;
  for (const [index, line] of block.entries()) {
    const below = first && isBelowHeadline(line, index, block);
    const opening = readLine(line.text, atHead || below);
    const headline = first && index === 0 && opening === undefined && isHeadlineOf(line, block);
    if (opening === "alone" || headline) {
      pieces.push([line]);
      open = undefined;
    } else if (open === undefined || (opening === "begins" && !continues(line, open.at(-1)))) {
      open = [line];
      pieces.push(open);
    } else open.push(line);
    atHead = (atHead || below) && (opening === "alone" || headline);
  }
  return pieces.flatMap((piece) => (isHardWrapped(piece) ? [piece] : piece.map((line) => [line])));
}

/**
 * Whether a byline may stand here, right below the headline of a block or below its standfirst. A wrapped line that begins like
 * one has no capital, or more lines below it.
 */
function isBelowHeadline(line: Line, index: number, block: readonly Line[]): boolean {
  if (index === 0 || index > 3 || !looksLikeHeadline(block[0]?.text ?? "")) return false;
  if (/^\p{Ll}/u.test(line.text)) return index === 1 && block.length === 2;
  return index === 1 || /[.!?。۔।؟]["'”’»)]*$/u.test(block[index - 1]?.text ?? "");
}

/** A dash at the start of a wrapped line is an aside, unless the line above ended something. */
function continues(line: Line, above: Line | undefined): boolean {
  return (
    /^[-–] /.test(line.text) && above !== undefined && !isListItem(above.text) && /[\p{L}\p{N},]$/u.test(above.text)
  );
}

/** Whether the first line of a block is a headline right above its text, and not the first line of a wrapped paragraph. */
function isHeadlineOf(line: Line, block: readonly Line[]): boolean {
  const next = block[1];
  if (next === undefined || !looksLikeHeadline(line.text)) return false;
  if (inCapitals(line.text) && !inCapitals(next.text)) return true;
  // `Let the river flood` above `Lida Roe`: a headline in small letters does not wrap in front of a name alone on its line.
  if (block.length === 2 && / \p{Ll}{4,}/u.test(line.text) && isPersonName(next.text) && !inCapitals(next.text))
    return true;
  if (/^\p{Ll}/u.test(next.text)) return false;
  return !isHardWrapped(block) || isHardWrapped(block.slice(1)) === false;
}

function isHardWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 2) return true;
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.text.length);
  if (longest > WIDEST_WRAP) return false;
  let sentences = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) break;
    if (line.text.length + 1 + firstWord(next.text) <= longest) return false;
    if (/[.!?。۔।]["'”’»)]*$/u.test(line.text)) sentences++;
  }
  // Three sentences that all end at a line end were not wrapped there by chance.
  return lines.length < 4 || sentences < lines.length - 1;
}

function paragraph(lines: readonly Line[]): CopyParagraph {
  const text = lines.length === 1 ? (lines[0]?.text ?? "") : lines.map((line) => line.text).join(" ");
  const filed = lines.map((line) => trimPlain(line.raw)).join(" ");
  return { filed, text, offset: lines[0]?.offset ?? 0 };
}

function trimPlain(raw: string): string {
  return raw.replace(/[\t\n\v\f\r \u0085\uFEFF]+/g, " ").trim();
}
