import { hash } from "node:crypto";
import { findField } from "../fields.ts";
import { DEEPEST_PAGE, hasManyTags, isTooDeep, parseHtmlText, textOfHtml } from "../html.ts";
import { languageTag } from "../language.ts";
import type { Pointer, Problem } from "../model/diagnostic.ts";
import type { Body, Draft, Evidence, FrontMatter, SourceFile, TextFindings } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { type Place, placeOfField, placeOfOffset } from "../places.ts";
import { fold, oneLine } from "../text.ts";
import { creditsOfField, mergedCredits } from "./author-field.ts";
import { bodyHtml } from "./body-html.ts";
import { readBodyStory } from "./body-story.ts";
import { filenameTitle } from "./copy/headline.ts";
import { type CopyLexicon, copyLexicon } from "./copy/lexicon/lexicon.ts";
import { parseCopy } from "./copy/parse-copy.ts";
import type { Considered } from "./copy/story.ts";
import { decode } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readHtmlArticle } from "./html/index.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { renderMarkdown, takeHeading } from "./markdown.ts";
import { textBlocks } from "./markdown-blocks.ts";
import { relatedOfField } from "./related-field.ts";

export { type CopyJson, copyJson } from "./copy/json.ts";
export { bodyHtml };

export interface ParseOptions {
  readonly outlet: Outlet;
  readonly lexicon: CopyLexicon;
  /** Evidence that front matter overrules is not looked for: only `explain` tells of it. */
  readonly decisive?: true;
}

/** An article file taken apart; without a draft there is an error among the problems. */
export interface Parsed {
  readonly draft?: Draft;
  readonly problems: readonly Problem[];
  /** What else could have been a title, byline or dateline, and why it is none. */
  readonly considered: readonly Considered[];
}

/** The lists that plain copy of an outlet is read with. Made once a build. */
export function lexiconOf({ copy }: Pick<Outlet, "copy">): CopyLexicon {
  return copyLexicon(copy);
}

/** Reads an article file: its bytes into front matter, findings and body. Nothing is decided here. */
export function parseArticle(
  file: Pick<SourceFile, "path" | "kind">,
  bytes: Uint8Array,
  { outlet, lexicon, decisive }: ParseOptions,
): Parsed {
  const decoded = decode(bytes);
  if ("problem" in decoded) return { problems: [decoded.problem], considered: [] };
  const { text, isWhole } = decoded;
  const { fields, body: below, problems } = readFrontMatter(text);
  if (problems.some(({ severity }) => severity === "error")) return { problems, considered: [] };
  const language = languageOf(fields) ?? outlet.language;
  const title = titleOf(fields);
  const shift = text.length - below.length;
  const linesAbove = text.slice(0, shift).split("\n").length - 1;
  const told = { lexicon, language, ...(title !== undefined && { title }), ...(decisive === true && { decisive }) };
  const read =
    file.kind === "copy"
      ? readCopy(below, file.path, told)
      : file.kind === "html"
        ? readHtml(below, shift, file.path, told)
        : readMarkdown(below, text.slice(0, shift), file.path, told);
  const authors = creditsOfField(fields, { lexicon, authors: outlet.authors, language });
  const findings: TextFindings = {
    ...read.findings,
    credits: mergedCredits(authors.credits, read.findings.credits),
    related: [...relatedOfField(fields), ...read.findings.related],
  };
  const found = [...problems, ...authors.problems, ...read.problems];
  return {
    draft: {
      path: file.path,
      kind: file.kind,
      frontMatter: fields,
      findings,
      body: read.body,
      linesAbove,
      fingerprint: fingerprintOf(below, text, isWhole ? bytes : undefined),
      ...(found.some(({ severity }) => severity === "error") && { isBroken: true }),
    },
    problems: found,
    considered: read.considered,
  };
}

/**
 * What tells a story's text from others, whatever front matter it has.
 *
 * @param below all of the text that follows the front matter
 * @param bytes of the text, when they are at hand: then they need not be made again
 */
function fingerprintOf(below: string, text: string, bytes: Uint8Array | undefined): string {
  const story = below.trim();
  if (bytes === undefined) return hash("sha1", story, "hex").slice(0, 16);
  const end = below.trimEnd().length;
  const from = Buffer.byteLength(text.slice(0, text.length - below.length + end - story.length));
  const to = bytes.length - Buffer.byteLength(below.slice(end));
  return hash("sha1", bytes.subarray(from, to), "hex").slice(0, 16);
}

/** The paragraphs of a body as plain text, and with them headings, items of lists, quotations and whatever else has a line of its own. */
export function paragraphsOf(body: Body): readonly string[] {
  if (body.format === "paragraphs") return body.paragraphs;
  // A line's end in the file, and one within a paragraph, are space.
  const html = bodyHtml(body).replace(/\s+|<br\b[^<>]*>/gi, " ");
  return textOfHtml(parseHtmlText(html))
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "");
}

/** Where in an article file a problem or a piece of evidence sits; undefined when the pointer leads nowhere. */
export function placeIn(bytes: Uint8Array, pointer: Pointer): Place | undefined {
  if ("line" in pointer) return pointer;
  const decoded = decode(bytes);
  if ("problem" in decoded) return undefined;
  const { text } = decoded;
  if ("offset" in pointer) return placeOfOffset(text, pointer.offset);
  const { body } = readFrontMatter(text);
  return placeOfField(text.slice(0, text.length - body.length), pointer.field, pointer.of === "key");
}

interface Told extends Pick<ParseOptions, "lexicon" | "decisive"> {
  readonly language: string;
  /** The title that front matter gives. */
  readonly title?: string;
}

interface Read {
  readonly findings: TextFindings;
  readonly body: Body;
  readonly problems: readonly Problem[];
  readonly considered: readonly Considered[];
}

function readCopy(text: string, path: string, { lexicon, language }: Told): Read {
  const { findings, paragraphs, opened, orders, considered } = parseCopy(text, path, { lexicon, language });
  const body: Body = {
    format: "paragraphs",
    paragraphs,
    ...(opened !== undefined && { opened }),
    ...(orders.length > 0 && { orders }),
  };
  return { findings, body, problems: [], considered };
}

function readMarkdown(text: string, above: string, path: string, told: Told): Read {
  const { lexicon, language, title } = told;
  const headed = takeHeading(text);
  // A heading that differs from the title of front matter is a heading of the text.
  const repeats = headed.heading !== undefined && (title === undefined || fold(headed.heading.text) === fold(title));
  const heading = repeats ? headed.heading : undefined;
  const source = repeats ? headed.body : text;
  const titles: Evidence<string>[] = [];
  if (heading !== undefined) {
    const line = above.split("\n").length - 1 + heading.line;
    titles.push({ value: heading.text, from: "heading", at: { line, column: 1 } });
  }
  const known = title ?? heading?.text;
  // In code and addresses, what looks like a tag is none: only the HTML that comes of it tells.
  const isDeep = hasManyTags(source) && isTooDeep(renderMarkdown(source));
  const { found, body, considered } = readBodyStory(source, textBlocks(source), lexicon, {
    language,
    ...(known !== undefined && { title: known }),
  });
  return {
    findings: {
      titles: [...titles, ...fromFilename(path, told)],
      published: [],
      updated: [],
      tags: [],
      ...found,
    },
    body: { format: "markdown", text: isDeep ? "" : body },
    problems: isDeep ? [TOO_DEEP] : [],
    considered,
  };
}

const TOO_DEEP: Problem = {
  code: "html/too-deep",
  severity: "error",
  message: `Cannot read HTML that is more than ${DEEPEST_PAGE} elements deep: end every tag that is begun, or write the story without HTML`,
};

function readHtml(text: string, shift: number, path: string, told: Told): Read {
  const { lexicon, language, title } = told;
  const { findings, body, problems } = readHtmlArticle(text, { lexicon, language });
  const known = title ?? findings.titles[0]?.value;
  const story = readBodyStory(body.text, htmlBlocks(body.text), lexicon, {
    language: findings.language?.value ?? language,
    ...(known !== undefined && { title: known }),
  });
  const { dateline, bio, hold } = story.found;
  const merged: TextFindings = {
    ...findings,
    titles: [...findings.titles, ...fromFilename(path, told)],
    credits: mergedCredits(findings.credits, story.found.credits),
    contributors: [...findings.contributors, ...story.found.contributors],
    related: [...findings.related, ...story.found.related],
    notes: [...findings.notes, ...story.found.notes],
    // What opens the text is the dateline as it was filed; metadata only repeats its place.
    ...(dateline !== undefined && { dateline }),
    ...(findings.bio === undefined && bio !== undefined && { bio }),
    ...(findings.hold === undefined && hold !== undefined && { hold }),
  };
  return {
    findings: shifted(merged, shift),
    body: { format: "html", text: story.body },
    problems: problems.map((problem) =>
      problem.at === undefined ? problem : { ...problem, at: below(problem.at, shift) },
    ),
    considered: story.considered,
  };
}

/** The title that the file's name gives, unless front matter decides and nobody asks what else there is. */
function fromFilename(path: string, { title, decisive }: Told): readonly Evidence<string>[] {
  if (decisive === true && title !== undefined) return [];
  const value = filenameTitle(path);
  return value === undefined ? [] : [{ value, from: "filename" }];
}

/** Places in the text below the front matter, as places in the file. */
function shifted(findings: TextFindings, shift: number): TextFindings {
  if (shift === 0) return findings;
  const move = <T>(evidence: Evidence<T>): Evidence<T> =>
    evidence.at === undefined ? evidence : { ...evidence, at: below(evidence.at, shift) };
  const { language, section, summary, image, canonical } = findings;
  return {
    ...findings,
    titles: findings.titles.map(move),
    published: findings.published.map(move),
    updated: findings.updated.map(move),
    tags: findings.tags.map(move),
    ...(language !== undefined && { language: move(language) }),
    ...(section !== undefined && { section: move(section) }),
    ...(summary !== undefined && { summary: move(summary) }),
    ...(image !== undefined && { image: move(image) }),
    ...(canonical !== undefined && { canonical: move(canonical) }),
  };
}

function below(pointer: Pointer, shift: number): Pointer {
  return "offset" in pointer ? { offset: pointer.offset + shift } : pointer;
}

function languageOf(fields: FrontMatter): string | undefined {
  const value = findField(fields, "language")?.value;
  return value?.kind === "scalar" ? languageTag(value.text) : undefined;
}

function titleOf(fields: FrontMatter): string | undefined {
  const value = findField(fields, "title")?.value;
  const line = value?.kind === "scalar" ? oneLine(value.text) : "";
  return line === "" ? undefined : line;
}
