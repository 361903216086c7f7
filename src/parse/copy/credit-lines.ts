import type { Contributor, Credit } from "../../model/draft.ts";
import { withoutMarks } from "./credits.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName, repairCapitals } from "./names.ts";
import { readSignedNames } from "./sign-off.ts";

/** Who did what, as told above a story. */
export interface CreditLine {
  /** Who reported or wrote. */
  readonly credits: readonly Credit[];
  /** Everybody else: who edited, who took the pictures. */
  readonly contributors: readonly Contributor[];
}

/** Characters of the longest line of credits. */
const LONGEST = 200;

/** A label with its colon, or words that end in `by`. */
const LABELLED = /^\p{L}[\p{L}\p{M} ]{2,30}(?:[:：]| (?:by|von|de|di)\b)/iu;

/** Reads a line of credits above the story: `Text: A  Photos: B`, `Words by A, pictures by B`, `Editor: C`. */
export function readCreditLine(line: string, lexicon: CopyLexicon, language?: string): CreditLine | undefined {
  if (line.length > LONGEST || !LABELLED.test(line)) return undefined;
  const names = readSignedNames(withoutMarks(line), lexicon);
  if (names === undefined || names.length === 0 || !names.every(({ name }) => isPersonName(name))) return undefined;
  const credits: Credit[] = [];
  const contributors: Contributor[] = [];
  for (const { name: written, role } of names) {
    const name = repairCapitals(written, language);
    if (role === "reporting" || role === "writing") credits.push({ name, sort: "person", from: "byline" });
    else contributors.push(role === "other" ? { name } : { name, role });
  }
  return { credits, contributors };
}
