import type { Problem } from "../model/diagnostic.ts";
import type { Credit, EvidenceSource } from "../model/draft.ts";
import { oneLine, quote } from "../text.ts";
import { readCredits } from "./copy/credits.ts";
import type { CopyLexicon } from "./copy/lexicon/lexicon.ts";

export { findByline, readRoleLine } from "./copy/byline-line.ts";

/** What a byline text says: people and organisations, in the order written. */
export interface Credits {
  readonly credits: readonly Credit[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a byline as it is typed into front matter, or stands in metadata or text: with or without `By`, with roles,
 * organisations, places and addresses. People, organisations, places and rubbish are told apart; a place is dropped, and
 * rubbish (`Last Updated`, `Published P.M. Et Feb.`) gives a warning `byline/rubbish` and no credit.
 *
 * @param from where the text stood; every credit carries it
 * @param language BCP 47 tag of the story, for the case of letters in names that are in capitals only
 */
export function parseCredits(text: string, lexicon: CopyLexicon, from: EvidenceSource, language?: string): Credits {
  const line = oneLine(text);
  if (line === "") return { credits: [], problems: [] };
  const credits = readCredits(line, lexicon, { from, strict: false, ...(language === undefined ? {} : { language }) });
  if (credits !== undefined && credits.length > 0) return { credits, problems: [] };
  const problem: Problem = {
    code: "byline/rubbish",
    severity: "warning",
    message: `Cannot read a name in the byline ${quote(line)}: write the author's name, or leave the byline out`,
  };
  return { credits: [], problems: [problem] };
}
