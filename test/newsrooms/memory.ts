import { type BuildReport, buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { kindOfFile } from "../../src/discover/index.ts";
import type { ArticleStore, ReleaseStore, StateStore } from "../../src/model/doors.ts";
import { NOW } from "../newsroom.ts";

/** What a build between doors of memory said and published. */
export interface Built {
  readonly report: BuildReport;
  readonly documents: ReadonlyMap<string, string>;
}

/** Articles that are in memory, by path. */
export function articlesOf(files: ReadonlyMap<string, string>): ArticleStore {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new Map(sorted.map(([path, content]) => [path, Buffer.from(content)]));
  return {
    list: () => ({
      files: [...bytes].map(([path, { length }]) => ({
        path,
        kind: kindOfFile(path) ?? "copy",
        size: length,
        stamp: path,
      })),
      problems: [],
    }),
    read: ({ path }) => ({ bytes: bytes.get(path) ?? new Uint8Array() }),
    peek: () => undefined,
  };
}

/** A whole build that touches no disk. */
export async function buildInMemory(articles: ArticleStore): Promise<Built> {
  const documents = new Map<string, string>();
  const releases: ReleaseStore = {
    recover: () => [],
    intact: () => undefined,
    last: () => ({}),
    publish: (release) => {
      for (const document of release.documents)
        documents.set(document.path, Buffer.concat(document.pieces()).toString("utf8"));
      return { id: "one", files: documents.size, changed: [...documents.keys()], unchanged: 0, warnings: [] };
    },
  };
  const state: StateStore = {
    pieces: () => undefined,
    readPart: () => false,
    write: () => false,
    append: () => false,
    close: () => {},
  };
  const outlet = defineOutlet({
    title: "The Harbour Press",
    url: "https://news.example/",
    zone: "Asia/Karachi",
    since: "2019-01-01",
  });
  const report = await buildThrough(
    { articles, releases, state, label: "articles/" },
    { outlet, folder: "/", now: NOW, clock: () => 0, verify: true },
  );
  return { report, documents };
}
