import { elementsOf, type HtmlElement, parseHtmlText, textOfHtml } from "../html.ts";
import type { Article, Media, MediaReference, RelatedLink, Story } from "../model/article.ts";
import type { Problem, Report } from "../model/diagnostic.ts";
import type { MediaFile } from "../model/doors.ts";
import type { Outlet } from "../model/outlet.ts";
import { sectionTitle } from "../section-title.ts";
import { escapeMarkup, oneLine, quote } from "../text.ts";
import { dayIn } from "../time.ts";
import { safeContent } from "./content.ts";
import { cutOpening } from "./cut-opening.ts";
import { locateMedia, type MediaOptions, mediaOf } from "./media.ts";
import { noteWords } from "./note-words.ts";
import { makeSummary } from "./summary.ts";

/** Characters of content beyond which readers begin to refuse a feed. */
const LARGE = 1_000_000;

/** What completing a story needs beside the article. */
export interface StoryOptions {
  readonly outlet: Outlet;
  /** What its related lines came to. */
  readonly related: readonly RelatedLink[];
  readonly peek: (path: string, bytes: number) => MediaFile | undefined;
}

/** An article made ready to print, with warnings about what was left out of it. */
export interface Completed {
  readonly story: Story;
  readonly problems: readonly Problem[];
}

/**
 * Makes a story of an article and the HTML of its body: safe content with notes at its head and bio and related links at its end, a
 * summary, and media that were looked at.
 *
 * @param html of the body as filed, not cleaned; a dateline stands before its paragraph
 */
export async function completeStory(article: Article, html: string, options: StoryOptions): Promise<Completed> {
  const { outlet, related } = options;
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const mediaOptions: MediaOptions = {
    path: article.path,
    permalink: article.url,
    peek: options.peek,
    ...(outlet.mediaUrl !== undefined && { mediaUrl: outlet.mediaUrl }),
  };
  const named = new Map<string, string>();
  const body = safeContent(html, {
    permalink: article.url,
    embeds: outlet.embeds,
    mediaUrl: (src) => {
      const url = contentMedia(src, mediaOptions, report);
      if (url !== undefined) named.set(url, src);
      return url;
    },
  });
  const dateline = article.dateline?.text;
  const told = dateline !== undefined && outlet.copy.dateline === "drop" ? cutOpening(body, dateline) : body;
  const image = await lookAt(article.image ?? firstImage(body, named), mediaOptions, report);
  const sound = await lookAt(article.enclosure, mediaOptions, report);
  const content = [notesOf(article, outlet), told, bioOf(article, outlet), relatedList(related, article.language)]
    .filter((part) => part !== "")
    .join("\n");
  if (content.length > LARGE) {
    report({
      code: "content/large",
      severity: "warning",
      message: `Cannot expect every reader to take ${content.length} characters: publish a summary, or split the story`,
    });
  }
  const summary = article.summary ?? makeSummary(body, dateline);
  const section =
    article.section === undefined ? undefined : { id: article.section, title: sectionTitle(article.section, outlet) };
  return {
    story: {
      id: article.id,
      url: article.url,
      title: article.title,
      published: article.published,
      updated: article.updated,
      authors: article.authors,
      contributors: article.contributors,
      tags: article.tags,
      language: article.language,
      summary: summary === "" ? article.title : summary,
      content: content === "" ? `<p>${escapeMarkup(article.title)}</p>` : content,
      media: [],
      related,
      corrections: article.corrections,
      ...(section !== undefined && { section }),
      ...(article.expires !== undefined && { expires: article.expires }),
      ...(image?.type.startsWith("image/") === true && { image }),
      ...enclosureOf(sound, image),
    },
    problems,
  };
}

/** Sound or video where the story has one, else its picture: newsletters and several aggregators take pictures from there only. */
function enclosureOf(sound: Media | undefined, image: Media | undefined): { readonly enclosure?: Media } {
  const enclosure = sound ?? image;
  return enclosure === undefined ? {} : { enclosure };
}

async function lookAt(
  reference: MediaReference | undefined,
  options: MediaOptions,
  report: Report,
): Promise<Media | undefined> {
  if (reference === undefined) return undefined;
  const found = await mediaOf(reference, options);
  if ("media" in found) return found.media;
  report(found.problem);
  return undefined;
}

/** The published address of a picture in the text; one that is not there is told and keeps its address, the site may have it. */
function contentMedia(src: string, options: MediaOptions, report: Report): string | undefined {
  const located = locateMedia(src, options);
  if (located?.missing === true) {
    report({
      code: "media/missing",
      severity: "warning",
      message: `Cannot find ${quote(src)} beside the article: put the file there, or write its whole address`,
    });
  }
  return located?.url;
}

/**
 * The first picture of a text, as the article names it, with what a figure says below it.
 *
 * @param named what the article calls the pictures, by their absolute address
 */
function firstImage(html: string, named: ReadonlyMap<string, string>): MediaReference | undefined {
  const at = html.indexOf("<img");
  if (at === -1) return undefined;
  return imageIn(aroundImage(html, at), named) ?? imageIn(html, named);
}

/** The tag of a picture, in clean HTML, or the figure that it stands in: the whole text is read only when that was no picture. */
function aroundImage(html: string, at: number): string {
  const figure = html.lastIndexOf("<figure", at);
  if (figure === -1) return html.slice(at, html.indexOf(">", at) + 1);
  const end = html.indexOf("</figure>", at);
  // Behind the end of a figure it may stand in one around both.
  return html.slice(html.lastIndexOf("</figure>", at) > figure ? 0 : figure, end === -1 ? html.length : end);
}

function imageIn(html: string, named: ReadonlyMap<string, string>): MediaReference | undefined {
  for (const element of elementsOf(parseHtmlText(html))) {
    const { src, alt = "" } = element.attribs;
    if (element.name !== "img" || src === undefined) continue;
    const words = { alt: oneLine(alt), caption: captionOf(element) };
    return {
      src: named.get(src) ?? src,
      ...(words.alt !== "" && { alt: words.alt }),
      ...(words.caption !== "" && { caption: words.caption }),
    };
  }
  return undefined;
}

/** The words of the figure that a picture stands in; "" when it stands in none. */
function captionOf(image: HtmlElement): string {
  let figure = image.parent;
  while (figure !== null && !("name" in figure && figure.name === "figure")) figure = figure.parent;
  if (figure === null || !("attribs" in figure)) return "";
  const caption = [...elementsOf(figure)].find(({ name }) => name === "figcaption");
  return caption === undefined ? "" : oneLine(textOfHtml(caption));
}

/** Corrections and other notes, told before the story. */
function notesOf({ corrections, language }: Article, outlet: Outlet): string {
  const words = noteWords(language);
  return corrections
    .flatMap(({ kind, text, date }) => {
      if (kind === "withdrawn") return [];
      const day = date === undefined ? "" : ` (${dayIn(date, outlet.zone)})`;
      return [`<p><strong>${escapeMarkup(`${words[kind]}${day}:`)}</strong> ${escapeMarkup(text)}</p>`];
    })
    .join("\n");
}

function bioOf({ bio }: Article, outlet: Outlet): string {
  if (bio === undefined || outlet.copy.bio === "drop") return "";
  return bio
    .split("\n")
    .map((line) => `<p><em>${escapeMarkup(oneLine(line))}</em></p>`)
    .join("\n");
}

function relatedList(related: readonly RelatedLink[], language: string): string {
  const linked = related.flatMap(({ title, url }) =>
    url === undefined ? [] : [`<li><a href="${escapeMarkup(url)}">${escapeMarkup(title)}</a></li>`],
  );
  if (linked.length === 0) return "";
  return `<p>${escapeMarkup(noteWords(language).related)}:</p>\n<ul>\n${linked.join("\n")}\n</ul>`;
}
