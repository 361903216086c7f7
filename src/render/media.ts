import type { Media, Story } from "../model/article.ts";
import type { Element } from "./element.ts";
import type { EntryOptions } from "./format.ts";

/**
 * Media RSS for everything a story shows or plays. The enclosure is among it when there is more to say of it than its address, type
 * and length, for which it has an element of its own.
 *
 * @see https://www.rssboard.org/media-rss
 */
export function mediaElements(story: Story, { content }: EntryOptions): readonly Element[] {
  const { image, media, enclosure } = story;
  return unlike([image, ...media, hasWords(enclosure) ? enclosure : undefined]).map((one) => ({
    name: "media:content",
    attributes: attributesOf(one),
    children: content === "full" ? wordsOf(one) : wordsBesideSummary(one),
  }));
}

/** What can be downloaded: the enclosure, then further media; no address twice. */
export function downloadsOf({ enclosure, media }: Story): readonly Media[] {
  return unlike([enclosure, ...media]);
}

/** What a picture, sound or video is called: its caption, else its alternative text. */
export function captionOf({ caption, alt }: Media): string | undefined {
  return caption ?? alt;
}

function attributesOf({ url, type, length, width, height }: Media): Readonly<Record<string, string | undefined>> {
  return {
    url,
    type,
    medium: mediumOf(type),
    fileSize: length?.toString(),
    width: width?.toString(),
    height: height?.toString(),
  };
}

/** A reader that knows one text of a picture knows media:description; the alternative text has no element of its own. */
function wordsOf(media: Media): readonly Element[] {
  const caption = captionOf(media);
  return [
    ...(media.alt === caption ? [] : plain("media:title", media.alt)),
    ...plain("media:description", caption),
    ...creditOf(media),
  ];
}

/** In an entry without content feedparser 6.0.10 takes a media:description for the content, and shows it instead of the summary. */
function wordsBesideSummary(media: Media): readonly Element[] {
  return [...plain("media:title", captionOf(media)), ...creditOf(media)];
}

function creditOf({ credit }: Media): readonly Element[] {
  return credit === undefined ? [] : [{ name: "media:credit", text: credit }];
}

function plain(name: string, text: string | undefined): readonly Element[] {
  return text === undefined ? [] : [{ name, attributes: PLAIN, text }];
}

const PLAIN = { type: "plain" };

function mediumOf(type: string): string {
  const [family = ""] = type.split("/");
  return ["image", "audio", "video"].includes(family) ? family : "document";
}

function hasWords(media: Media | undefined): boolean {
  return media !== undefined && (media.alt ?? media.caption ?? media.credit) !== undefined;
}

function unlike(all: readonly (Media | undefined)[]): readonly Media[] {
  const byUrl = new Map<string, Media>();
  for (const media of all) if (media !== undefined && !byUrl.has(media.url)) byUrl.set(media.url, media);
  return [...byUrl.values()];
}
