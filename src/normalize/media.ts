import { posix } from "node:path";
import type { Media, MediaReference } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { MediaFile } from "../model/doors.ts";
import { quote } from "../text.ts";
import { encodePath, webUrl } from "../url.ts";

/** Bytes of a file that tell its type. */
const HEAD = 4100;

/** Types by extension: for files on other servers, and those that do not begin with a mark of their own. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  aac: "audio/aac",
  ogg: "audio/ogg",
  oga: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  mp4: "video/mp4",
  m4v: "video/mp4",
  webm: "video/webm",
  mov: "video/quicktime",
  pdf: "application/pdf",
  epub: "application/epub+zip",
};

/** What finding an article's media needs. */
export interface MediaOptions {
  /** Path of the article below the articles folder. */
  readonly path: string;
  /** Where the story is published. */
  readonly permalink: string;
  /** Where the articles folder is published; files stand below the permalink when absent. */
  readonly mediaUrl?: string;
  /** Size and first bytes of a file below the articles folder; undefined when there is none. */
  readonly peek: (path: string, bytes: number) => MediaFile | undefined;
}

/** A reference that was looked up: a file beside the article, or an address on the web. */
export interface Located {
  readonly url: string;
  readonly file?: MediaFile;
  /** Whether the reference names a file beside the article that is not there. */
  readonly missing: boolean;
}

/**
 * Where a reader finds what an article calls `rain.jpg`, `/img/rain.jpg` or `https://…/rain.jpg`. A name without scheme and leading
 * slash is a file beside the article.
 *
 * @returns undefined when the reference is no address and names no file inside the folder
 */
export function locateMedia(src: string, options: MediaOptions, bytes = 0): Located | undefined {
  const trimmed = src.trim();
  if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(trimmed)) {
    const url = webUrl(trimmed, options.permalink);
    return url === undefined ? undefined : { url, missing: false };
  }
  const name = decoded(trimmed.replace(/[?#].*$/, ""));
  const path = posix.normalize(posix.join(posix.dirname(options.path), name));
  if (name === "" || path.startsWith("../") || path.includes("\0")) return undefined;
  const file = options.peek(path, bytes);
  const url =
    options.mediaUrl === undefined
      ? webUrl(encodePath(name), options.permalink)
      : webUrl(encodePath(path), options.mediaUrl);
  return url === undefined ? undefined : { url, missing: file === undefined, ...(file !== undefined && { file }) };
}

/** Looks at what a reference names: its address, true length, and the type that its own bytes show. */
export async function mediaOf(
  reference: MediaReference,
  options: MediaOptions,
): Promise<{ readonly media: Media } | { readonly problem: Problem }> {
  const located = locateMedia(reference.src, options, HEAD);
  if (located === undefined) {
    return {
      problem: {
        code: "media/address",
        severity: "warning",
        message: `Cannot use ${quote(reference.src)}: write the name of a file beside the article, or a whole address`,
      },
    };
  }
  if (located.missing) {
    return {
      problem: {
        code: "media/missing",
        severity: "warning",
        message: `Cannot find ${quote(reference.src)} beside the article: put the file there, or write its whole address`,
      },
    };
  }
  const { url, file } = located;
  const { alt, credit, caption } = reference;
  return {
    media: {
      url,
      type: await typeOf(url, file),
      ...(file !== undefined && { length: file.size }),
      ...(alt !== undefined && { alt }),
      ...(credit !== undefined && { credit }),
      ...(caption !== undefined && { caption }),
    },
  };
}

async function typeOf(url: string, file: MediaFile | undefined): Promise<string> {
  const seen = file === undefined ? undefined : await markedType(file.head);
  // An SVG or a text has no mark that the library knows, or only that it is XML.
  if (seen !== undefined && seen.mime !== "application/xml") return seen.mime;
  const extension = /\.([a-z\d]{2,5})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? "";
  return BY_EXTENSION[extension] ?? "application/octet-stream";
}

/** The type that the first bytes of a file show. What reads them is loaded at the first file: most builds look at none. */
async function markedType(head: Uint8Array) {
  const { fileTypeFromBuffer } = await import("file-type");
  return fileTypeFromBuffer(head);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % is part of the name.
    return path;
  }
}
