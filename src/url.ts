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
  const url = base === undefined ? parse(trimmed) : parse(trimmed, base);
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  if (url.username !== "" || url.password !== "" || url.hostname === "") return undefined;
  return asciiUrl(url.href);
}

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
  return path
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join("/");
}
