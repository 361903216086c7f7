import type { Evidence, TextFindings } from "../../model/draft.ts";
import { hasForbidden, removeForbidden } from "../../text.ts";
import { isAdvisory } from "./advisories.ts";
import { findByline, readRoleLine } from "./byline-line.ts";
import { readContribution } from "./contribution.ts";
import { readCreditLine } from "./credit-lines.ts";
import { filenameTitle, leadTitle } from "./headline.ts";
import { type CopyParagraph, isListItem, type LineOpening, splitParagraphs } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName } from "./names.ts";
import { readRelated } from "./related.ts";
import { readSignedAddress, readSignedLine, readSignOff } from "./sign-off.ts";
import { type Considered, type KeptParagraph, readStoryText } from "./story.ts";

export interface CopyOptions {
  readonly lexicon: CopyLexicon;
  /** BCP 47 tag of the story or the outlet. */
  readonly language?: string;
}

/** A plain story, taken apart. */
export interface Copy {
  readonly findings: TextFindings;
  /** The story, white space as filed except at the ends; `explain` shows each as one line. */
  readonly paragraphs: readonly string[];
  /** Which of them the dateline stood before, from 0. */
  readonly opened?: number;
  /** Which of them are orders to desks, such as an embargo. */
  readonly orders: readonly number[];
  readonly considered: readonly Considered[];
}

/**
 * Reads a bare text file the way newsrooms write: headline, byline, dateline, related lines, notes, sign-off, closing bio.
 * What is not clearly one of them stays in the text. Takes linear time.
 *
 * @param text decoded, without byte order mark
 * @param path of the file; its name may give the title
 */
export function parseCopy(text: string, path: string, options: CopyOptions): Copy {
  const clean = hasForbidden(text) ? removeForbidden(text) : text;
  const { lexicon, language } = options;
  const paragraphs = splitParagraphs(clean, lineReader(lexicon, language));
  const spoken = language === undefined ? {} : { language };
  const story = readStoryText(
    paragraphs.map((paragraph) => paragraph.text),
    lexicon,
    { headline: true, ...spoken },
  );
  const { headline, kept, considered, opened, ...found } = story;
  const at = kept.findIndex(({ index }) => index === opened);
  const lead = kept[at] ?? kept.find(({ order }) => order !== true);
  const titles = titleCandidates(headline, path, lead && textOf(lead, paragraphs));
  return {
    findings: { titles, ...found, published: [], updated: [], tags: [] },
    paragraphs: kept.map((part) => filedPart(part, paragraphs)),
    ...(at !== -1 && { opened: at }),
    orders: kept.flatMap(({ order }, index) => (order === true ? [index] : [])),
    considered: [
      ...titles
        .slice(1)
        .map(({ value, from }) => ({ field: "title", value, why: `${titles[0]?.from} goes before ${from}` })),
      ...considered,
    ],
  };
}

/** Candidates for the title, strongest first; there is always one. */
function titleCandidates(headline: string | undefined, path: string, lead: string | undefined): Evidence<string>[] {
  const titles: Evidence<string>[] = [];
  if (headline !== undefined) titles.push({ value: headline, from: "heading" });
  const name = filenameTitle(path);
  if (name !== undefined) titles.push({ value: name, from: "filename" });
  const sentence = lead === undefined ? undefined : leadTitle(lead);
  if (sentence !== undefined) titles.push({ value: sentence, from: "lead" });
  // A file without text and without words in its name: the name as it stands is better than none.
  if (titles.length === 0)
    titles.push({ value: path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, ""), from: "filename" });
  return titles;
}

/** Which lines go on with the one above: none that a rule knows to stand alone. */
function lineReader(
  lexicon: CopyLexicon,
  language: string | undefined,
): (line: string, atHead: boolean) => LineOpening {
  let lines = 0;
  let byline = false;
  let named = false;
  return (line, atHead) => {
    lines++;
    if (isListItem(line) || /^[QA]: /.test(line)) return "begins";
    if (line.length > 700) return undefined;
    const below = byline;
    byline = false;
    if (atHead && lines < 12) {
      if (
        findByline(line, lexicon, lines === 1, language) !== undefined ||
        (lines > 1 && readCreditLine(line, lexicon) !== undefined)
      ) {
        byline = true;
        return "alone";
      }
      const role = below || named ? readRoleLine(line, lexicon) : undefined;
      // A name alone on its line says nothing; with a role below it, both stand alone.
      if (role !== undefined && (below || role.role !== undefined)) return "alone";
      named = isPersonName(line);
      const more = below ? /^(?:and|&|et|y|und|e)\s+(?:by\s+)?(?=\S)/iu.exec(line) : null;
      if (more !== null && findByline(`By ${line.slice(more[0].length)}`, lexicon, false, language) !== undefined) {
        byline = true;
        return "alone";
      }
    }
    if (isAdvisory(line)) return "alone";
    if (line.length < 700 && readRelated(line, lexicon) !== undefined) return "begins";
    if (/^\(+(?:reporting|reported|editing|writing|written|edited|additional|reportage|reporte)\b/iu.test(line))
      return "begins";
    if (readSignedAddress(line) !== undefined || readSignedLine(line, lexicon) !== undefined) return "alone";
    if (readSignOff(line, lexicon) !== undefined || readContribution(line, lexicon) !== undefined) return "begins";
    return undefined;
  };
}

function textOf(part: KeptParagraph, paragraphs: readonly CopyParagraph[]): string {
  return (paragraphs[part.index]?.text ?? "").slice(part.from, part.to);
}

/** The kept part of a paragraph with its no-break spaces. */
function filedPart(part: KeptParagraph, paragraphs: readonly CopyParagraph[]): string {
  const paragraph = paragraphs[part.index];
  if (paragraph === undefined) return "";
  const { filed, text } = paragraph;
  if (filed === text) return text.slice(part.from, part.to).trim();
  return filed.slice(filedOffset(filed, part.from), filedOffset(filed, part.to)).trim();
}

/** Where the unit at `offset` of the normalised text stands in the text as filed. */
function filedOffset(filed: string, offset: number): number {
  let at = 0;
  let seen = 0;
  while (at < filed.length && seen < offset) {
    if (/\s/u.test(filed.charAt(at))) {
      while (at < filed.length && /\s/u.test(filed.charAt(at))) at++;
    } else at++;
    seen++;
  }
  return at;
}
