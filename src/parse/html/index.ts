import { DEEPEST_PAGE, MOST_ELEMENTS, parsePage } from "../../html.ts";
import type { Problem } from "../../model/diagnostic.ts";
import type { TextFindings } from "../../model/draft.ts";
import { quote } from "../../text.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
import { authorsOf } from "./authors.ts";
import { evidenceOf } from "./found.ts";
import { findFurniture } from "./furniture.ts";
import { readHeadLines } from "./head-lines.ts";
import { readLinkedData } from "./json-ld.ts";
import { leadImageOf } from "./lead-image.ts";
import { measure } from "./measure.ts";
import { type Page, readPage } from "./page.ts";
import { resolvePictures } from "./pictures.ts";
import { type Sources, strongestOf, valuesOf } from "./precedence.ts";
import { storyBodyOf } from "./story-body.ts";
import { findStoryRoot } from "./story-root.ts";
import { titlesOf } from "./titles.ts";
import { articleOf, correctionsOf, languageOf, summaryOf, tagsOf, withTimeFirst } from "./values.ts";

export interface HtmlReading {
  readonly lexicon: CopyLexicon;
  /** BCP 47 tag that the story has when the page says none. */
  readonly language?: string;
}

/** A saved page, an export or a bare fragment, taken apart. */
export interface HtmlArticle {
  readonly findings: TextFindings;
  readonly body: { readonly format: "html"; readonly text: string };
  readonly problems: readonly Problem[];
}

/**
 * Reads an HTML article: what its metadata says (`precedence.ts` lists where, strongest first), and its story without the page
 * around it. Nothing in it is run, nothing is fetched.
 *
 * @param text offsets of evidence and problems count from its start
 */
export function readHtmlArticle(text: string, { lexicon, language = "en" }: HtmlReading): HtmlArticle {
  const parsed = parsePage(text);
  if ("limit" in parsed)
    return { findings: NOTHING, body: { format: "html", text: "" }, problems: [beyond(parsed.limit)] };
  const page = readPage(parsed.page, text);
  const linked = readLinkedData(page.scripts, text);
  resolvePictures(page.elements);
  const furniture = findFurniture(page, measure(page.root, new Set()));
  const measures = measure(page.root, new Set(furniture.keys()));
  const story = findStoryRoot(page, measures);
  const head = readHeadLines(page, story, furniture, measures, lexicon);
  const article = articleOf(linked, page, head);
  const sources: Sources = { page, linked, shown: head, ...(article !== undefined && { article }) };
  const titled = titlesOf(valuesOf("title", sources), sources);
  const spoken = languageOf(valuesOf("language", sources), story);
  const authors = authorsOf(sources, { lexicon, language: spoken?.value ?? language, bylines: head.bylines });
  const summary = summaryOf(valuesOf("summary", sources));
  const body = storyBodyOf(
    { page, story, furniture, measures, head, titles: titled, summary, credits: authors.credits },
    lexicon,
  );
  const titles = body.headline === undefined ? titled : titlesOf(titled, sources, [body.headline]);
  const image = leadImageOf(sources);
  const [section] = strongestOf("section", sources);
  const [canonical] = valuesOf("canonical", sources).filter(({ value }) => /^(?:https?:)?\/\/?[^/]/i.test(value));
  const [dateline] = valuesOf("dateline", sources);
  return {
    findings: {
      titles: titles.map(evidenceOf),
      credits: authors.credits,
      contributors: [],
      related: body.related,
      notes: article === undefined ? [] : correctionsOf(article),
      published: withTimeFirst([
        ...valuesOf("published", sources),
        ...body.dates.map((value) => ({ value, name: "date line", at: Math.max(0, text.indexOf(value)) })),
      ]).map(evidenceOf),
      updated: withTimeFirst(valuesOf("updated", sources)).map(evidenceOf),
      tags: tagsOf(strongestOf("tags", sources)),
      ...(spoken !== undefined && { language: evidenceOf(spoken) }),
      ...(section !== undefined && { section: evidenceOf(section) }),
      ...(summary !== undefined && { summary: evidenceOf(summary) }),
      ...(canonical !== undefined && { canonical: evidenceOf(canonical) }),
      ...(dateline !== undefined && { dateline: { place: dateline.value, text: dateline.value } }),
      ...(image !== undefined && { image }),
    },
    body: { format: "html", text: body.text },
    problems: [...charsetProblems(page), ...linked.problems, ...authors.problems],
  };
}

const NOTHING: TextFindings = {
  titles: [],
  credits: [],
  contributors: [],
  related: [],
  notes: [],
  published: [],
  updated: [],
  tags: [],
};

function beyond(limit: "depth" | "elements"): Problem {
  return limit === "depth"
    ? {
        code: "html/too-deep",
        severity: "error",
        message: `Cannot read more than ${DEEPEST_PAGE} elements inside each other: save the story alone, without the page around it`,
      }
    : {
        code: "html/too-many-elements",
        severity: "error",
        message: `Cannot read a page of more than ${MOST_ELEMENTS} elements: save the story alone, without the page around it`,
      };
}

/** Bytes that are UTF-8 and say they are something else are read as something else by browsers. */
function charsetProblems({ metas, elements, text }: Page): readonly Problem[] {
  const meta = elements.find(({ name, attribs }) => name === "meta" && attribs.charset !== undefined);
  const typed = metas.get("content-type")?.[0];
  const said = meta?.attribs.charset ?? /charset\s*=\s*["']?([\w.:-]+)/i.exec(typed?.value ?? "")?.[1];
  if (said === undefined || /^(?:utf-?8|us-ascii|ascii)$/i.test(said.trim())) return [];
  return [
    {
      code: "html/charset",
      severity: "warning",
      message: `Cannot read the page as ${quote(said.trim())}, it is UTF-8: write <meta charset="utf-8">`,
      at: { offset: meta?.startIndex ?? typed?.at ?? text.indexOf(said) },
    },
  ];
}
