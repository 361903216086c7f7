import type { HtmlElement } from "../../html.ts";
import { oneLine } from "../../text.ts";
import type { Found } from "./found.ts";
import { type LinkedData, type LinkedItem, memberTexts } from "./json-ld.ts";
import { type Page, placeOfAttribute, valueOfProp, wordsOf } from "./page.ts";

/** What the table below reads a page from. */
export interface Sources {
  readonly page: Page;
  readonly linked: LinkedData;
  /** The JSON-LD description of this story. */
  readonly article?: LinkedItem;
  /** The headline that readers see, and the dates beside it. */
  readonly shown: {
    readonly headings: readonly Found[];
    readonly published: readonly Found[];
    readonly updated: readonly Found[];
  };
}

type Source = (sources: Sources) => readonly Found[];

/** Fields that are one text each. Authors and pictures have more to them, see `authors.ts` and `lead-image.ts`. */
export type TextField =
  | "title"
  | "published"
  | "updated"
  | "language"
  | "section"
  | "tags"
  | "summary"
  | "canonical"
  | "dateline";

/**
 * Where each field is looked for, strongest first. What a story's own description says goes before what the page says for
 * other sites, and that before what a template repeats on every page.
 */
export const PRECEDENCE: Readonly<Record<TextField, readonly Source[]>> = {
  title: [
    linked("headline"),
    prop("headline"),
    ({ shown }) => shown.headings,
    meta("og:title"),
    meta("dc.title", "dcterms.title", "dc:title"),
    meta("parsely-title", "sailthru.title", "twitter:title"),
    prop("name"),
    linked("name"),
    element("title"),
  ],
  published: [
    linked("datePublished"),
    prop("datePublished"),
    meta("article:published_time", "og:article:published_time", "og:published_time"),
    ({ shown }) => shown.published,
    meta(
      "dc.date.issued",
      "dcterms.issued",
      "dcterms.created",
      "dc.date.created",
      "dcterms.date",
      "dc.date",
      "dc:date",
    ),
    meta("parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publication_date", "publicationdate"),
    meta("pubdate", "citation_publication_date", "date", "article.published", "last-published"),
    pageOf("datePublished"),
    linked("dateCreated"),
    prop("dateCreated"),
  ],
  updated: [
    linked("dateModified"),
    prop("dateModified"),
    meta("article:modified_time", "og:article:modified_time", "og:updated_time"),
    ({ shown }) => shown.updated,
    meta("dc.date.modified", "dcterms.modified", "last-modified", "lastmod", "revised", "article.updated"),
    pageOf("dateModified"),
  ],
  language: [
    linked("inLanguage", "alternateName", "name"),
    prop("inLanguage"),
    attribute("article", "lang"),
    attribute("html", "lang", "xml:lang"),
    meta("og:locale"),
    meta("dc.language", "dcterms.language", "language", "lang", "content-language"),
    attribute("body", "lang"),
  ],
  section: [
    linked("articleSection", "name"),
    prop("articleSection"),
    meta("article:section", "og:article:section"),
    meta("parsely-section", "section", "dc.subject.section", "cxenseparse:recs:articlesection", "category"),
  ],
  tags: [
    linked("keywords", "name"),
    meta("article:tag", "og:article:tag"),
    meta("parsely-tags", "sailthru.tags", "news_keywords"),
    prop("keywords"),
    rel("tag"),
    meta("keywords"),
    meta("dc.subject", "dcterms.subject"),
  ],
  summary: [
    linked("description"),
    meta("og:description"),
    meta("description"),
    meta("dc.description", "dcterms.description", "dcterms.abstract", "twitter:description"),
    prop("description"),
  ],
  canonical: [
    ({ page }) => addresses(page, "link", "canonical"),
    meta("og:url"),
    linked("mainEntityOfPage", "@id", "url"),
    linked("url", "@id"),
  ],
  dateline: [linked("dateline"), prop("dateline")],
};

/** Everything that a field could be, strongest first. */
export function valuesOf(field: TextField, sources: Sources): readonly Found[] {
  return PRECEDENCE[field].flatMap((source) => source(sources)).filter(({ value }) => value !== "");
}

/** What the strongest source that says anything says: the whole of a list such as the tags. */
export function strongestOf(field: TextField, sources: Sources): readonly Found[] {
  for (const source of PRECEDENCE[field]) {
    const found = source(sources).filter(({ value }) => value !== "");
    if (found.length > 0) return found;
  }
  return [];
}

function linked(name: string, ...inside: readonly string[]): Source {
  return ({ article }) => (article === undefined ? [] : memberTexts(article, name, ...inside));
}

/** Plugins that describe only the page give it the dates of the story. */
function pageOf(name: string): Source {
  return ({ linked: { pages } }) =>
    pages.flatMap((page) => memberTexts(page, name).map((found) => ({ ...found, name: `JSON-LD WebPage ${name}` })));
}

function meta(...names: readonly string[]): Source {
  return ({ page }) => names.flatMap((name) => page.metas.get(name) ?? []);
}

function prop(name: string): Source {
  return ({ page }) =>
    (page.props.get(name.toLowerCase()) ?? []).slice(0, 10).map((element) => ({
      value: valueOfProp(element),
      name: `itemprop ${name}`,
      at: element.startIndex ?? 0,
    }));
}

function element(name: string): Source {
  return ({ page }) => {
    const found = page.elements.find((one) => one.name === name && !insideDrawing(one));
    const [words] = found?.childNodes ?? [];
    const value = words !== undefined && "data" in words ? oneLine(words.data) : "";
    return found === undefined ? [] : [{ value, name: `<${name}>`, at: words?.startIndex ?? found.startIndex ?? 0 }];
  };
}

/** Drawings have titles, too. */
function insideDrawing({ parent }: HtmlElement): boolean {
  return parent !== null && "name" in parent && parent.name !== "head" && parent.name !== "html";
}

function attribute(name: string, ...attributes: readonly string[]): Source {
  return ({ page }) =>
    page.elements
      .filter((one) => one.name === name)
      .slice(0, 1)
      .flatMap((one) =>
        attributes.flatMap((key) => {
          const value = oneLine(one.attribs[key] ?? "");
          return value === "" ? [] : [{ value, name: `<${name} ${key}>`, at: placeOfAttribute(one, key, page.text) }];
        }),
      );
}

/** The words of links with a relation: `rel="tag"`. */
function rel(relation: string): Source {
  return ({ page }) =>
    page.elements
      .filter((one) => one.name === "a" && hasRelation(one, relation))
      .map((one) => ({
        value: wordsOf(one),
        name: `rel=${relation}`,
        at: one.startIndex ?? 0,
      }));
}

/** The addresses of elements with a relation: `rel="canonical"`. */
export function addresses(page: Page, name: "a" | "link", relation: string): readonly Found[] {
  return page.elements
    .filter((one) => one.name === name && hasRelation(one, relation))
    .map((one) => ({
      value: oneLine(one.attribs.href ?? ""),
      name: `rel=${relation}`,
      at: placeOfAttribute(one, "href", page.text),
    }));
}

export function hasRelation({ attribs }: HtmlElement, relation: string): boolean {
  return (attribs.rel ?? "").toLowerCase().split(/\s+/).includes(relation);
}
