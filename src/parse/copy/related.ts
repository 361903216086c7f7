import type { RelatedLine } from "../../model/draft.ts";
import { rememberedOf } from "../../remembered.ts";
import { endsLikeSentence } from "../../sentence.ts";
import { isRestOfSentence } from "./label-sentence.ts";
import { isListItem } from "./layout.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { phraseKey } from "./phrase-key.ts";

/** A marker at the start of a paragraph: with the story it names, or alone above a list. */
export type RelatedReading = { readonly line: RelatedLine } | { readonly heads: true };

/** Characters of the longest related line: a headline and an address. */
const LONGEST = 600;

/** Words of the longest marker. */
const MARKER_WORDS = 6;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/iu;

/** Reads a paragraph that begins with a marker like `Read More:`. */
export function readRelated(text: string, lexicon: CopyLexicon): RelatedReading | undefined {
  if (text.length > LONGEST || /^["'“‘«„]/u.test(text)) return undefined;
  const bare = text.replace(/^(?:[-*•·–#>»►▶➤→⇒👉🔴\s]+ ?)?(?:[*_]{1,3}(?=\S))?/u, "").trim();
  const linked = /^\[([^\]]+)\]\(([^)\s]+)[^)]*\)[*_]*\.?$/u.exec(bare);
  if (linked !== null) {
    const inner = afterMarker(linked[1] ?? "", lexicon);
    if (inner === undefined || inner.rest === "") return undefined;
    return { line: { title: inner.rest, url: linked[2] ?? "" } };
  }
  const inner = /^[([（].*[)\]）]$/su.test(bare) && !/^\[[^\]]*\]\(/u.test(bare) ? bare.slice(1, -1).trim() : bare;
  const read = afterMarker(inner, lexicon);
  if (read === undefined) return undefined;
  if (read.rest === "") return { heads: true };
  return isTitle(read.rest, read.weak) ? { line: readTitle(read.rest) } : undefined;
}

interface Marked {
  readonly rest: string;
  /** `More:` is a word of the language as much as a marker. */
  readonly weak: boolean;
}

/** A link and nothing else: behind a marker it needs no separator. */
const LINK = /^(?:\[[^\]]+\]\([^)\s]+[^)]*\)|<?(?:https?:\/\/|www\.)[^\s<>]+>?)[*_.]*$/iu;

/** What follows a marker and its separator; undefined when the text begins with none. */
function afterMarker(text: string, lexicon: CopyLexicon): Marked | undefined {
  const first = /^[a-z]+(?= )/i.exec(text)?.[0];
  if (first !== undefined && !firstWords(lexicon).has(first.toLowerCase())) return undefined;
  const head = text.slice(0, 80);
  if (text.length >= 60 && !/[:：|–—»>→[-]|www\./iu.test(head)) return undefined;
  const separator =
    /\s*(?:[*_]{1,3})?\s*([:：|]|\s[-–—]{1,2}\s|(?<=[\p{Lo}\p{M}])-\s|[–—]|»|>|→)\s*(?:[*_]{1,3})?\s*/u.exec(head);
  const link = /\s+(?=\[|<?https?:\/\/|www\.)/iu.exec(head);
  const candidates: (readonly [string, string, boolean])[] = [];
  const onlyLink = link !== null && LINK.test(text.slice(link.index).trim());
  if (separator !== null)
    candidates.push([text.slice(0, separator.index), text.slice(separator.index + separator[0].length), false]);
  if (link !== null && onlyLink) candidates.push([text.slice(0, link.index), text.slice(link.index), false]);
  if (text.length < 60) candidates.push([text, "", true]);
  for (const [before, after, alone] of candidates) {
    const key = phraseKey(before.replace(/[*_\s…]+$|\.{3}$/u, "").trim());
    if (key.split(" ").length > MARKER_WORDS || !lexicon.related.has(key)) continue;
    const weak = key === "more";
    if (weak && (alone || after === text.slice(link?.index))) continue;
    return { rest: after.replace(/^[*_]{1,3}\s+|[*_]{1,3}$/gu, "").trim(), weak };
  }
  return undefined;
}

/** The words that markers begin with: nearly every paragraph of a story begins with another. */
export function firstWords({ related }: CopyLexicon): ReadonlySet<string> {
  return firstWordsOf(related);
}

const firstWordsOf = rememberedOf(
  (related: CopyLexicon["related"]): ReadonlySet<string> =>
    new Set([...related].map((marker) => marker.replace(/ .*/su, ""))),
);

/** A headline is one sentence at most; `More:` takes only one without a full stop. */
function isTitle(rest: string, weak: boolean): boolean {
  const words = rest
    .replace(ADDRESS, "")
    .replace(/\]\([^)]*\)/u, "")
    .trim();
  // `Related: that was the only word on the wall.`
  if (isRestOfSentence(words)) return false;
  if (weak) return !endsLikeSentence(words) && words.length <= 140;
  return words.length <= 220 && !/[.!?。۔।]["'”’)]?\s+\p{Lu}.*[.!?。۔।]["'”’)]?$/u.test(words);
}

/** The headline and address of a related line: `T`, `[T](U)`, `T U`, `T (U)`, `U`. */
export function readTitle(text: string): RelatedLine {
  const linked = /^([*_]*)\[([^\]]+)\]\(<?([^)\s>]+)>?[^)]*\)[*_.]*$/su.exec(text);
  if (linked !== null) {
    return { title: (linked[2] ?? "").trim().replace(/^[*_]+|[*_]+$/gu, ""), url: linked[3] ?? "" };
  }
  const inside = /\[([^\]]+)\]\(<?([^)\s>]+)>?[^)]*\)/u.exec(text);
  if (inside !== null) {
    const before = text.slice(0, inside.index);
    return {
      title: `${before}${inside[1]}${text.slice(inside.index + inside[0].length)}`.trim(),
      url: inside[2] ?? "",
    };
  }
  const found = ADDRESS.exec(text);
  if (found === null) return { title: text.replace(/^[*_]+|[*_]+$/gu, "").trim() };
  const url = found[0].replace(/[).,;:!?\]*_>]+$/u, (end) =>
    end.startsWith(")") && found[0].includes("(") ? ")" : "",
  );
  const before = text
    .slice(0, found.index)
    .replace(/[\s([<|:–—-]+$/u, "")
    .trim();
  const after = text
    .slice(found.index + url.length)
    .replace(/^[\s)\]>.,:|–—-]+/u, "")
    .trim();
  const title = [before, after].filter((part) => part !== "").join(" ");
  return { title: title === "" ? url : title, url };
}

/** The item of a list below a marker. */
export function readRelatedItem(text: string): RelatedLine | undefined {
  if (!isListItem(text) || text.length > LONGEST) return undefined;
  return readTitle(text.slice(2).trim());
}

/**
 * A whole bracket at the end of a paragraph that holds a related line: `… . (Read more: T)`.
 *
 * @returns the line, and where the paragraph ends without it
 */
export function readRelatedBracket(
  text: string,
  lexicon: CopyLexicon,
): { readonly line: RelatedLine; readonly end: number } | undefined {
  const last = text.at(-1);
  if (last !== ")" && last !== "]" && last !== "）") return undefined;
  const from = Math.max(0, text.length - LONGEST);
  const open = openingBracket(text, from);
  if (open === undefined || open === 0) return undefined;
  const read = afterMarker(text.slice(open + 1, -1).trim(), lexicon);
  if (read === undefined || read.rest === "" || read.weak || !isTitle(read.rest, false)) return undefined;
  return { line: readTitle(read.rest), end: text.slice(0, open).trimEnd().length };
}

/** Where the bracket that closes at the end of a text was opened. */
export function openingBracket(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = text.length - 1; at >= from; at--) {
    const character = text.charAt(at);
    if (")]）".includes(character)) depth++;
    else if ("([（".includes(character) && --depth === 0) return at;
  }
  return undefined;
}
