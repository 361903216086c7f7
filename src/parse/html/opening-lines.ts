import type { Credit } from "../../model/draft.ts";
import { endsLikeSentence } from "../../sentence.ts";
import { fold } from "../../text.ts";
import { htmlBlocks } from "../html-blocks.ts";
import type { Found } from "./found.ts";
import { isDateText, isToolText } from "./furniture.ts";
import { dateIn } from "./head-lines.ts";
import { partsOfTitle } from "./titles.ts";

/** Paragraphs at the head of a body that are looked at for its headline and date. */
const OPENING = 6;

/** A body whose opening lines were taken off, and what they said. */
export interface Opening {
  readonly body: string;
  /** Dates that stood in lines of their own. */
  readonly dates: readonly string[];
  /** A line that is part of the page's title. */
  readonly headline?: string;
}

/** A body without the headline, the names and the dates that stand in lines of their own above its first sentence. */
export function openingLines(body: string, titles: readonly Found[], credits: readonly Credit[]): Opening {
  const keys = new Set(titles.map(({ value }) => fold(value)));
  const parts = new Set(titles.flatMap(({ value }) => partsOfTitle(value)));
  const names = new Set(credits.map(({ name }) => fold(name)));
  const dates: string[] = [];
  let headline: string | undefined;
  let left = "";
  let at = 0;
  for (const { text, from, to } of htmlBlocks(body.slice(0, 20_000)).slice(0, OPENING)) {
    const pieces = text.length > 160 ? [] : text.split(/\s*[|·•]\s*/u).filter((piece) => piece !== "");
    const isHeadline = keys.has(fold(text)) || parts.has(fold(text));
    const isLine =
      pieces.length > 0 && pieces.every((piece) => isDateText(piece) || isToolText(piece) || names.has(fold(piece)));
    if (!isHeadline && !isLine) {
      if (text.length > 160 || endsLikeSentence(text)) break;
      continue;
    }
    if (isHeadline) headline ??= text;
    else dates.push(...pieces.filter(isDateText).map(dateIn));
    left += body.slice(at, from);
    at = to;
  }
  return { body: (left + body.slice(at)).trim(), dates, ...(headline !== undefined && { headline }) };
}
