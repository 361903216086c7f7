import type { Instant } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import { remembered } from "../remembered.ts";
import { slugify } from "../slug.ts";
import { civil } from "../time.ts";
import { encodePath, hostOf, webUrl } from "../url.ts";
import { withoutDatePrefix } from "./date-in-path.ts";

/**
 * The permanent id of a story: an absolute IRI from front matter as it stands, else a `tag:` of the value or of the file's
 * path, so that retitling, redating or moving the site to https changes nothing.
 *
 * @param path below the articles folder
 * @param given `id` of front matter
 * @returns percent-encoded ASCII, or undefined when the outlet has not said since when it owns its domain
 * @see https://www.rfc-editor.org/rfc/rfc4151#section-2.1
 */
export function permanentId(path: string, given: string | undefined, outlet: Outlet): string | undefined {
  if (given !== undefined && ABSOLUTE.test(given)) return asciiIri(given);
  if (outlet.since === undefined) return undefined;
  return tagUri(outlet.url, outlet.since, given ?? withoutDatePrefix(path));
}

/** A `tag:` id below the outlet's domain. */
export function tagUri(site: string, since: string, value: string): string {
  return `tag:${hostOf(site)},${since}:${encodePath(value.normalize("NFC"))}`;
}

/** A scheme, a colon and something: `urn:uuid:…`, `tag:…`, `https://…`. A space is no part of an IRI. */
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;

/** Non-ASCII characters percent-encoded in UTF-8, everything else untouched: ids are compared character by character. */
function asciiIri(iri: string): string {
  return iri.replace(/[^\u0021-\u007e]+/gu, (characters) => encodeURIComponent(characters));
}

/** The last part of a story's address, from front matter or the file's name. "" when nothing in it can stand in a path. */
export function slugOf(path: string, given: string | undefined): string {
  if (given !== undefined) return slugify(given);
  const parts = withoutDatePrefix(path).split("/");
  const name = parts.at(-1) ?? "";
  return slugify(name === "index" && parts.length > 1 ? (parts.at(-2) ?? "") : name);
}

/** Whether a slug of front matter is one name and not a path, in any spelling of one. */
export function isSafeSlug(slug: string): boolean {
  return !/[/\\\u0000-\u001F\u007F]|%2e|%2f|%5c|%00|^\.{1,2}$|^~/i.test(slug);
}

/** What a permalink is put together from. */
export interface PermalinkParts {
  readonly slug: string;
  readonly section?: string;
  /** Absent of a story that is held back for want of a date. */
  readonly published?: Instant;
}

/**
 * The address of a story by the outlet's pattern; a part that the story lacks goes with its slash. Undefined when the pattern asks for
 * a date that is not known.
 */
export function permalinkOf(parts: PermalinkParts, outlet: Outlet): string | undefined {
  let path = "";
  // Every second piece of the pattern is the name of a part.
  for (const [index, piece] of piecesOf(outlet.permalink).entries()) {
    const text = index % 2 === 0 ? piece : partOf(piece, parts, outlet.zone);
    if (text === undefined) return undefined;
    path += index % 2 === 0 ? text : encodePath(text);
  }
  // Of nearly every story no part is missing.
  const whole = path.includes("//") ? path.replace(/\/{2,}/g, "/") : path;
  return webUrl(whole.startsWith("/") ? whole.slice(1) : whole, outlet.url);
}

const piecesOf = remembered((pattern) => pattern.split(/:(section|slug|year|month|day)\b/));

function partOf(name: string, { slug, section, published }: PermalinkParts, zone: string): string | undefined {
  if (name === "slug") return slug;
  if (name === "section") return section === undefined ? "" : slugify(section);
  if (published === undefined) return undefined;
  const { year, month, day } = civil(published, zone);
  return name === "year" ? String(year).padStart(4, "0") : String(name === "month" ? month : day).padStart(2, "0");
}
