import type { BuildReport } from "../../src/build/report.ts";
import { openSession, type Session } from "../../src/build/session.ts";
import { buildThrough } from "../../src/build.ts";
import type { KeyPart } from "../../src/catalog/key.ts";
import { defineOutlet, type OutletSettings } from "../../src/config/load.ts";
import type { Instant } from "../../src/model/article.ts";
import type { ArticleStore } from "../../src/model/doors.ts";
import { type MemoryArticles, memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW } from "../newsroom.ts";

/** A part of a file's stamp, in the order in which a stamp lists them. */
export type StampPart = "size" | "mtime" | "ctime" | "inode";
const STAMP: readonly StampPart[] = ["size", "mtime", "ctime", "inode"];

/** What a test takes away to show what it is for: a part of a key, of a stamp, or the mark of files that changed a moment ago. */
export type Removed = KeyPart | StampPart | "unsettled";

/** What is told of an article, as its writer decides. */
export interface Facts {
  readonly title: string;
  readonly words: string;
  /** Seconds from `NOW`; absent: the article says nothing. */
  readonly date?: number;
  readonly lines: readonly string[];
}

/** The present, the configuration, and what the build is asked. */
export interface Office {
  readonly articles: MemoryArticles;
  /** What every article says, by path. */
  readonly facts: Map<string, Facts>;
  /** Every release that was published: files by path. */
  readonly releases: ReadonlyMap<string, Uint8Array>[];
  /** The release that is out. */
  out: ReadonlyMap<string, Uint8Array>;
  /** Whether the output folder is empty, and `out` is given by `--previous`. */
  moved: boolean;
  now: Instant;
  settings: OutletSettings;
  strict: boolean;
  accepts: boolean;
  label: string;
  state: ReturnType<typeof memoryState>;
  /** What is kept by a process that lives on from build to build, and what it has in mind of that. */
  alive: { readonly state: ReturnType<typeof memoryState>; readonly session: Session };
}

export const BASIS: OutletSettings = {
  title: "The Harbour Press",
  url: "https://news.example/",
  zone: "Asia/Karachi",
  since: "2019-01-01",
  limit: { items: 3, size: "1 MB" },
  feeds: { language: false },
};

export function openOffice(): Office {
  return {
    articles: memoryArticles(),
    facts: new Map(),
    releases: [],
    out: new Map(),
    moved: false,
    now: NOW,
    settings: BASIS,
    strict: false,
    accepts: true,
    label: "articles/",
    state: memoryState(),
    alive: { state: memoryState(), session: openSession() },
  };
}

export function textOf({ title, words, date, lines }: Facts): string {
  const day = date === undefined ? [] : [`date: ${new Date((NOW + date) * 1000).toISOString().slice(0, 19)}`];
  return ["---", `title: ${title}`, ...day, ...lines, "---", `${words} on the quay.`, ""].join("\n");
}

/** Every guard that an office may let pass. */
const GUARDS = [
  "id-changed",
  "permalink-changed",
  "id-reused",
  "published-moved",
  "updated-back",
  "reappeared",
  "clock-back",
  "vanish",
  "flood",
].map((name) => `guard/${name}`);

/** What a build came to, as far as it must not depend on what is kept. */
export interface Outcome {
  readonly files: ReadonlyMap<string, string>;
  readonly told: Omit<BuildReport, "timings" | "counts">;
}

/** Builds from the same release with what is kept, in a process that lives on, and without, and goes on with the first. */
export async function buildBoth(
  office: Office,
  program: { readonly version: string; readonly zones: string },
  removed: ReadonlySet<Removed> = new Set(),
): Promise<{
  readonly kept: Outcome;
  readonly alive: Outcome;
  readonly fresh: Outcome;
  readonly read: readonly [number, number];
}> {
  const kept = await buildOnce(office, office.state, program, removed);
  const { state, session } = office.alive;
  const alive = await buildOnce(office, state, program, removed, session);
  const fresh = await buildOnce(office, memoryState(), program, removed);
  if (kept.report.release !== undefined) {
    office.out = kept.files;
    office.moved = false;
    office.releases.push(kept.files);
  }
  return {
    kept: outcome(kept),
    alive: outcome(alive),
    fresh: outcome(fresh),
    read: [kept.report.counts.read, fresh.report.counts.read],
  };
}

async function buildOnce(
  office: Office,
  state: Office["state"],
  program: { readonly version: string; readonly zones: string },
  removed: ReadonlySet<Removed>,
  session?: Session,
) {
  const { articles, out, moved, now, settings, strict, accepts, label } = office;
  const releases = memoryReleases(moved ? new Map() : out);
  const given = moved ? memoryReleases(out).last() : {};
  const report = await buildThrough(
    { articles: lessTold(articles, removed), releases, state, label },
    {
      outlet: defineOutlet(settings),
      folder: "/",
      now,
      strict,
      accepted: new Set(accepts ? GUARDS : []),
      clock: () => 0,
      program,
      ...(session !== undefined && { session }),
      without: removed as ReadonlySet<KeyPart>,
      ...("release" in given && given.release !== undefined && { previous: given.release }),
    },
  );
  return { report, files: releases.files };
}

function outcome({ report, files }: Awaited<ReturnType<typeof buildOnce>>): Outcome {
  const { timings: _timings, counts: _counts, diagnostics, ...told } = report;
  return {
    files: new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")])),
    told: { ...told, diagnostics: diagnostics.filter(({ code }) => !code.startsWith("catalog/")) },
  };
}

/** A store whose stamps lack what was removed. */
function lessTold(articles: MemoryArticles, removed: ReadonlySet<Removed>): ArticleStore {
  const less = (stamp: string) =>
    stamp
      .split(".")
      .filter((_part, index) => !removed.has(STAMP[index] ?? "size"))
      .join(".");
  return {
    list() {
      const { files, problems } = articles.list();
      return {
        problems,
        files: files.map(({ unsettled, ...file }) => ({
          ...file,
          stamp: less(file.stamp),
          ...(unsettled === true && !removed.has("unsettled") && { unsettled }),
        })),
      };
    },
    read: (file) => articles.read(file),
    peek(path, bytes) {
      const found = articles.peek(path, bytes);
      const unsettled = articles.files.get(path)?.unsettled === true && !removed.has("unsettled");
      return found && { ...found, stamp: less(found.stamp), ...(unsettled && { unsettled }) };
    },
  };
}
