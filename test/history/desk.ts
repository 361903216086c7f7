import type { BuildReport } from "../../src/build/report.ts";
import { buildThrough } from "../../src/build.ts";
import type { Instant } from "../../src/model/article.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import { rfc3339 } from "../../src/time.ts";
import { type MemoryReleases, memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";

/** How a file is broken: whether its story's last good version stays (open) or goes, because the writer may have wanted that. */
export const BREAKAGES = {
  unclosed: { goes: false, text: (text: string) => text.replace(/\n---\n/, "\n") },
  empty: { goes: false, text: () => "" },
  binary: { goes: false, text: () => "\u0000\u0001\u0002 not a text" },
  "wrong date": { goes: false, text: (text: string) => text.replace(/^date: .*$/m, "date: 03/04/2024") },
  locked: { goes: false, text: (text: string) => text },
  "draft: maybe": { goes: true, text: (text: string) => withLine(text, "draft", "maybe") },
  "status: gone?": { goes: true, text: (text: string) => withLine(text, "status", "gone?") },
  "wrong embargo": { goes: true, text: (text: string) => withLine(text, "embargo", "soon") },
  "wrong expiry": { goes: true, text: (text: string) => withLine(text, "expires", "soon") },
} as const;

function withLine(text: string, key: string, value: string): string {
  return text.replace(new RegExp(`^${key}: .*\n`, "m"), "").replace(/^title:/m, `${key}: ${value}\ntitle:`);
}

export type Breakage = keyof typeof BREAKAGES;

/** A story as the desk means it. */
export interface Copy {
  readonly number: number;
  path: string;
  id?: string;
  date: Instant;
  text: number;
  heading: number;
  updated?: Instant;
  draft?: true;
  retracted?: Instant;
  expires?: Instant;
  embargo?: Instant;
  corrections: Instant[];
  accepts: string[];
  broken?: Breakage;
  deleted?: true;
  /** A second file with the same id. */
  twin?: string;
}

/** The headline: a reader of the model knows the story by its number. */
export function titleOf({ number, heading }: Copy): string {
  return `Story ${number}${heading === 0 ? "" : `, headline ${heading}`}`;
}

function fileOf(copy: Copy): string {
  const lines = [
    `title: "${titleOf(copy)}"`,
    `date: ${rfc3339(copy.date)}`,
    ...(copy.id === undefined ? [] : [`id: "${copy.id}"`]),
    ...(copy.updated === undefined ? [] : [`updated: ${rfc3339(copy.updated)}`]),
    ...(copy.embargo === undefined ? [] : [`embargo: ${rfc3339(copy.embargo)}`]),
    ...(copy.expires === undefined ? [] : [`expires: ${rfc3339(copy.expires)}`]),
    ...(copy.draft === undefined ? [] : ["draft: true"]),
    ...(copy.retracted === undefined
      ? []
      : ["status: retracted", "retracted:", `  date: ${rfc3339(copy.retracted)}`, "  reason: It was wrong."]),
    ...(copy.corrections.length === 0 ? [] : ["corrections:"]),
    ...copy.corrections.flatMap((date) => [`  - date: ${rfc3339(date)}`, "    text: A figure was wrong."]),
    ...(copy.accepts.length === 0 ? [] : [`accept: [${copy.accepts.join(", ")}]`]),
  ];
  return `---\n${lines.join("\n")}\n---\nThe text of story ${copy.number}, version ${copy.text}.\n`;
}

/** A newsroom whose folder, memory and releases are in memory. */
export interface Desk {
  readonly releases: MemoryReleases;
  build(now: Instant, accept?: readonly string[]): Promise<BuildReport>;
  /** Makes the folder what the desk means. */
  file(copies: readonly Copy[]): void;
  /** `.wireroom` is lost. */
  forget(): void;
  /** The job begins on an empty disk and has the published release by `--previous`. */
  move(): void;
}

export function deskOf(outlet: Outlet): Desk {
  const articles = memoryArticles();
  let releases = memoryReleases();
  let state = memoryState();
  let moved: MemoryReleases | undefined;
  const put = (path: string, text: string, locked: boolean) => {
    const known = articles.files.get(path);
    const same = known !== undefined && Buffer.from(known.bytes).toString("utf8") === text;
    if (!same || (known.locked === true) !== locked) articles.write(path, text, locked ? { locked: true } : {});
  };
  return {
    get releases() {
      return releases;
    },
    async build(now, accept = []) {
      const previous = moved?.last();
      const report = await buildThrough(
        { articles, releases, state, label: "articles/" },
        {
          outlet,
          folder: "/",
          now,
          accepted: new Set(accept),
          clock: () => 0,
          program: { version: "test", zones: "test" },
          ...(previous !== undefined && "release" in previous && previous.release !== undefined
            ? { previous: previous.release }
            : {}),
        },
      );
      if (report.release !== undefined) moved = undefined;
      return report;
    },
    file(copies) {
      // A folder that is empty is refused; this one never is.
      const wanted = new Map([["notes/about.md", "---\ntitle: About\ndate: 2020-01-01\ndraft: true\n---\nOn us.\n"]]);
      const locked = new Set<string>();
      for (const copy of copies) {
        if (copy.deleted === true) continue;
        const text = fileOf(copy);
        wanted.set(copy.path, copy.broken === undefined ? text : BREAKAGES[copy.broken].text(text));
        if (copy.broken === "locked") locked.add(copy.path);
        if (copy.twin !== undefined) wanted.set(copy.twin, text);
      }
      for (const path of [...articles.files.keys()]) if (!wanted.has(path)) articles.remove(path);
      for (const [path, text] of wanted) put(path, text, locked.has(path));
    },
    forget() {
      state = memoryState();
    },
    move() {
      if (releases.files.size === 0) return;
      moved = memoryReleases(releases.files);
      releases = memoryReleases();
      state = memoryState();
    },
  };
}
