import type { Media, Story } from "../model/article.ts";
import type { Element } from "./element.ts";

/**
 * Media RSS for everything a story shows or plays. The enclosure is among it when there is more to say of it than its address, type
 * and length, for which it has an element of its own.
 *
 * @see https://www.rssboard.org/media-rss
 */
export function mediaElements({ image, media, enclosure }: Story): readonly Element[] {
  return unlike([image, ...media, hasWords(enclosure) ? enclosure : undefined]).map(mediaElement);
}

/** What can be downloaded: the enclosure, then further media; no address twice. */
export function downloadsOf({ enclosure, media }: Story): readonly Media[] {
  return unlike([enclosure, ...media]);
}

/** What a picture, sound or video is called: its caption, else its alternative text. */
export function captionOf({ caption, alt }: Media): string | undefined {
  return caption ?? alt;
}

function mediaElement(media: Media): Element {
  const { url, type, length, width, height, alt, credit } = media;
  const children: Element[] = [];
  const caption = captionOf(media);
  // A reader that knows one text of a picture knows media:description; the alternative text has no element of its own.
  if (alt !== undefined && alt !== caption) children.push({ name: "media:title", attributes: PLAIN, text: alt });
  if (caption !== undefined) children.push({ name: "media:description", attributes: PLAIN, text: caption });
  if (credit !== undefined) children.push({ name: "media:credit", text: credit });
  return {
    name: "media:content",
    attributes: {
      url,
      type,
      medium: mediumOf(type),
      fileSize: length?.toString(),
      width: width?.toString(),
      height: height?.toString(),
    },
    children,
  };
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
