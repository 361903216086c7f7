import { createHash } from "node:crypto";
import type { RelatedLink } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Program } from "./program.ts";

/** Something that what is kept depends on: when it changes, what is kept is not used. */
export type KeyPart = CatalogPart | StoryPart | FeedPart | GivenPart;

/** Parts of the key of everything. */
type CatalogPart = "version" | "zones" | "authors" | "configuration";

/** What a rendered story depends on. `media`: files beside the article that it shows. */
type StoryPart = "article" | "related" | "media";

/** What a feed's documents are made of. */
type FeedPart = "head" | "entries" | "release";

/** What a build must be given again for its result to stand. */
type GivenPart = "listing" | "media" | "options" | "release" | "clock" | "next";

/**
 * The key of everything beside the articles that decides what is known of them.
 *
 * @param without parts that are left out: a test leaves each out in turn, and must then fail
 */
export function catalogKey(outlet: Outlet, program: Program, without: ReadonlySet<KeyPart> = new Set()): string {
  const { authors, ...configuration } = outlet;
  return hashOf({ version: program.version, zones: program.zones, authors, configuration }, without);
}

/**
 * The key of a rendered story: everything that decides its entries beside the catalog's key and the files that it shows.
 *
 * How it is shown needs no part of its own. The same article is shown whole before its retraction and as a stub from then on, but
 * nothing is told before its time: whole, its `updated` lies before the retraction, as a stub it does not.
 *
 * @param article what is shown: an article as it stands at the build, the stub of a retracted one, or a last good version
 */
export function storyKey(
  { article, related }: { readonly article: object; readonly related: readonly RelatedLink[] },
  without: ReadonlySet<KeyPart> = new Set(),
): string {
  // An article is never changed, so its key stays for as long as a process has it in mind.
  const isPlain = related.length === 0 && without.size === 0;
  const known = isPlain ? plainKeys.get(article) : undefined;
  if (known !== undefined) return known;
  const key = hashOf({ article, related }, without);
  if (isPlain) plainKeys.set(article, key);
  return key;
}

/** Keys of articles without related lines. */
const plainKeys = new WeakMap<object, string>();

function hashOf(parts: Partial<Record<KeyPart, unknown>>, without: ReadonlySet<KeyPart>): string {
  const kept = Object.entries(parts).filter(([part]) => !without.has(part as KeyPart));
  return createHash("sha256").update(JSON.stringify(kept, plainMap)).digest("hex");
}

/** JSON knows no maps: they stand as lists of pairs, in their order. */
function plainMap(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
