import { resolve } from "node:path";
import type { BuildSettings } from "../build.ts";
import { articleFolder, FolderProblem } from "../discover.ts";
import type { ArticleStore, Listing, ReleaseStore } from "../model/doors.ts";
import { releaseFolder } from "../publish/index.ts";
import { filesByPath } from "./files-by-path.ts";

type StoreSettings = Pick<BuildSettings, "outlet" | "folder" | "out" | "verify" | "session">;

/** Where an outlet's articles are and its feeds go. */
export function storesOf({ outlet, folder, out, verify = false, session }: StoreSettings): {
  /** The articles folder, absolute. */
  readonly folder: string;
  readonly articles: ArticleStore;
  readonly releases: ReleaseStore;
} {
  const articles = resolve(folder, outlet.articles);
  return {
    folder: articles,
    articles: articleFolder(articles),
    releases: releaseFolder({
      out: out ?? resolve(folder, outlet.out),
      mode: outlet.publish,
      verify,
      ...(session !== undefined && { memory: session.release }),
    }),
  };
}

/** A listing of an articles folder. */
export interface Listed {
  /** Absolute. */
  readonly folder: string;
  readonly listing: Listing;
}

/**
 * Does what a build begins with before it is known that there will be one: lists the articles, and brings the last release to the mind of
 * the session.
 *
 * @returns undefined when they cannot be listed, which the build will tell
 */
export function lookAhead(settings: StoreSettings): Listed | undefined {
  const { folder, articles, releases } = storesOf(settings);
  releases.last();
  try {
    const listing = articles.list();
    filesByPath(listing);
    return { folder, listing };
  } catch (problem) {
    if (problem instanceof FolderProblem) return undefined;
    throw problem;
  }
}
