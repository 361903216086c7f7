import { remembered } from "./remembered.ts";

/**
 * Reads a web address and gives it in the one form that is published: absolute, http or https, percent-encoded ASCII
 * (an IDN host as punycode). Names and passwords in it are refused.
 *
 * @param base absolute URL that a relative address is below; without one, relative addresses give undefined
 * @returns undefined for everything that is no web address
 * @see https://url.spec.whatwg.org/
 */
export function webUrl(text: string, base?: string): string | undefined {
  const trimmed = text.trim();
  // The URL parser drops tabs and line ends inside an address and reads "\" as "/" and "https:x" as "https://x": all three
  // are slips or tricks, never what a writer means.
  if (trimmed === "" || /[\u0000-\u001F\u007F\\]/.test(trimmed) || /^https?:(?!\/\/[^/])/i.test(trimmed))
    return undefined;
  if (base !== undefined && trimmed.length < LONG && PLAIN_PATH.test(trimmed)) return inFolder(trimmed, base);
  const url = base === undefined ? parse(trimmed) : parse(trimmed, base);
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.hostname === "") return undefined;
  return asciiUrl(url.href);
}

/** A relative path of unreserved characters and no dots (RFC 3986 2.3): nothing in it is encoded, left out or resolved. */
const PLAIN_PATH = /^[A-Za-z\d_~-]+(?:\/[A-Za-z\d_~-]+)*\/?$/;

/** Characters from which on an address is left to the parser. */
const LONG = 1000;

/** The address of a plain path: the parser is asked for the folder once, not for every file in it. */
function inFolder(path: string, base: string): string | undefined {
  const folder = folderOf(base);
  return folder === undefined ? undefined : folder + path;
}

const folderOf = remembered((base: string) => webUrl(".", base));

/** The host of a web address. */
export const hostOf = remembered((url: string) => new URL(url).hostname);

/** What the URL parser leaves raw and RFC 3986 forbids: `|`, `^`, `{`, `}`, `[`, `]` and backticks outside the host, stray `%`. */
function asciiUrl(href: string): string {
  const path = href.indexOf("/", href.indexOf("//") + 2);
  if (path === -1) return href;
  const tail = href
    .slice(path)
    .replace(
      /[|^`{}[\]"'<>\\]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
  return href.slice(0, path) + tail;
}

function parse(text: string, base?: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

/** Percent-encodes everything but unreserved characters and `/`, in UTF-8 (RFC 3986 2.3). */
export function encodePath(path: string): string {
  if (!/[^\w.~/-]/.test(path)) return path;
  return path
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join("/");
}
