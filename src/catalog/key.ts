import { createHash } from "node:crypto";
import type { RelatedLink } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Program } from "./program.ts";

/** A part of the key under which things are kept: when it changes, nothing that was kept is used. */
export type KeyPart = "version" | "zones" | "authors" | "configuration" | "article" | "related" | "media";

/**
 * The key of everything beside the articles that decides what is known of them.
 *
 * @param without parts that are left out: a test leaves each out in turn, and must then fail
 */
export function catalogKey(outlet: Outlet, program: Program, without: ReadonlySet<KeyPart> = new Set()): string {
  const { authors, ...configuration } = outlet;
  return hashOf({ version: program.version, zones: program.zones, authors, configuration }, without);
}

/** The key of a rendered story: everything that decides its entries beside the catalog's key and the files that it shows. */
export function storyKey(
  article: object,
  related: readonly RelatedLink[],
  without: ReadonlySet<KeyPart> = new Set(),
): string {
  return hashOf({ article, related }, without);
}

function hashOf(parts: Partial<Record<KeyPart, unknown>>, without: ReadonlySet<KeyPart>): string {
  const kept = Object.entries(parts).filter(([part]) => !without.has(part as KeyPart));
  return createHash("sha256").update(JSON.stringify(kept, plainMap)).digest("hex");
}

/** JSON knows no maps: they stand as lists of pairs, in their order. */
function plainMap(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
