import { resolve } from "node:path";
import type { BuildSettings } from "../build.ts";
import { articleFolder } from "../discover/index.ts";
import type { ArticleStore, ReleaseStore } from "../model/doors.ts";
import { releaseFolder } from "../publish/index.ts";

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
    articles: articleFolder(articles, session === undefined ? {} : { memory: session.listing }),
    releases: releaseFolder({
      out: out ?? resolve(folder, outlet.out),
      mode: outlet.publish,
      verify,
      ...(session !== undefined && { memory: session.release }),
    }),
  };
}
