import type { Instant } from "../model/article.ts";

/** What a commit did to a file: lines that it replaced, or all of it. */
export interface FileChange {
  readonly at: Instant;
  /** "added": the file is new in this commit. */
  readonly hunks: "added" | readonly Hunk[];
}

/** Lines in place of others. A hunk without new lines stands behind line `start`. */
export interface Hunk {
  /** Lines that were there before. */
  readonly before: number;
  /** First line in the newer version, from 1. */
  readonly start: number;
  /** Lines in the newer version. */
  readonly lines: number;
}

/** What commits did to each file that is there now, newest first, by path below the folder; renames are followed. */
export type FileHistories = ReadonlyMap<string, readonly FileChange[]>;

/** The form of a commit's line in `git log`: a mark, the author's time, and the names of the commit. */
export const LOG_FORMAT = "%x01%at %D";

/** Takes `git log --raw -z --patch -U0` piece by piece, in bytes: names and texts may be in any encoding. */
export interface LogReader {
  take(chunk: Uint8Array): void;
  /** @returns what was read, and whether the history is cut off (a shallow clone) */
  end(): { readonly histories: FileHistories; readonly cut: boolean };
}

const NUL = 0;
const LINE_END = 10;
const COMMIT = 1;
const RAW = 58;

/** Reads a log. The author's time counts: it stays when a commit is rebased or picked. */
export function logReader(): LogReader {
  const walk = historyWalk();
  let rest: Buffer = Buffer.alloc(0);
  let cut = false;
  let at: Instant = 0;
  let state: "commit" | "names" | "patch" = "commit";
  let entries: Entry[] = [];
  let entry = -1;
  let skip = 0;
  const close = () => {
    for (const { status, from, to, hunks } of entries) walk.take(at, status, from, to, hunks);
    entries = [];
    entry = -1;
    skip = 0;
  };
  /** @returns whether there was a whole token; what is cut waits for the next chunk */
  const step = (buffer: Buffer, from: number): number => {
    const first = buffer[from];
    if (skip === 0 && first === COMMIT) {
      const end = buffer.indexOf(NUL, from);
      if (end === -1) return -1;
      close();
      const [time = "0", ...names] = buffer.toString("utf8", from + 1, end).split(" ");
      at = Number(time);
      if (names.some((name) => /^grafted,?$/.test(name))) cut = true;
      state = "names";
      return end + 1;
    }
    if (state !== "patch") {
      if (first === LINE_END) return from + 1;
      if (first === NUL) {
        state = "patch";
        return from + 1;
      }
      return first === RAW ? rawEntry(buffer, from) : from + 1;
    }
    const end = buffer.indexOf(LINE_END, from);
    if (end === -1) return -1;
    if (skip > 0) {
      if (first !== 92) skip--;
    } else patchLine(buffer.toString("latin1", from, Math.min(end, from + 80)));
    return end + 1;
  };
  /** `:100644 100644 587be6b 587be6b R100`, then one name or two. */
  const rawEntry = (buffer: Buffer, from: number): number => {
    const head = buffer.indexOf(NUL, from);
    const one = head === -1 ? -1 : buffer.indexOf(NUL, head + 1);
    if (one === -1) return -1;
    const status = buffer.toString("latin1", from, head).split(" ").at(-1)?.[0] ?? "";
    const name = buffer.toString("utf8", head + 1, one);
    if (status !== "R") {
      entries.push({ status, from: name, to: name, hunks: [] });
      return one + 1;
    }
    const two = buffer.indexOf(NUL, one + 1);
    if (two === -1) return -1;
    entries.push({ status, from: name, to: buffer.toString("utf8", one + 1, two), hunks: [] });
    return two + 1;
  };
  const patchLine = (line: string) => {
    // The patches stand in the order of the names, so the names in them need not be read.
    if (line.startsWith("diff --git ")) entry++;
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk === null) return;
    const [, before = "1", start = "1", lines = "1"] = hunk;
    entries[entry]?.hunks.push({ before: Number(before), start: Number(start), lines: Number(lines) });
    skip = Number(before) + Number(lines);
  };
  return {
    take(chunk) {
      const buffer = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
      let from = 0;
      while (from < buffer.length) {
        const next = step(buffer, from);
        if (next === -1) break;
        from = next;
      }
      rest = buffer.subarray(from);
    },
    end() {
      close();
      return { histories: walk.histories, cut };
    },
  };
}

interface Entry {
  readonly status: string;
  readonly from: string;
  readonly to: string;
  readonly hunks: Hunk[];
}

/** Follows the files that are there now from commit to older commit, through their earlier names. */
function historyWalk() {
  const histories = new Map<string, FileChange[]>();
  /** Names of the version that the walk has come to; "past": what had the name before was another file. */
  const names = new Map<string, FileChange[] | "past">();
  const followed = (name: string): FileChange[] | undefined => {
    const known = names.get(name);
    if (known !== undefined) return known === "past" ? undefined : known;
    const history: FileChange[] = [];
    names.set(name, history);
    histories.set(name, history);
    return history;
  };
  return {
    histories,
    take(at: Instant, status: string, from: string, to: string, hunks: readonly Hunk[]) {
      if (status === "D") {
        names.set(from, "past");
        return;
      }
      const history = followed(to);
      if (status === "R") {
        names.set(to, "past");
        if (history !== undefined) names.set(from, history);
      }
      if (status === "A") names.set(to, "past");
      history?.push({ at, hunks: status === "A" ? "added" : hunks });
    },
  };
}

/** The commit that added a file. */
export function addedAt(changes: readonly FileChange[]): Instant | undefined {
  return changes.find(({ hunks }) => hunks === "added")?.at;
}

/**
 * The last commit that changed the body of a file. Lines are compared, not texts: how many lines the front matter has is known of
 * the newest version, and each commit tells how many it had before.
 *
 * @param frontMatter lines above the body in the newest version
 */
export function bodyChangedAt(changes: readonly FileChange[], frontMatter: number): Instant | undefined {
  let above = frontMatter;
  for (const { at, hunks } of changes) {
    if (hunks === "added") return at;
    const isAbove = ({ start, lines }: Hunk) => (lines === 0 ? start < above : start + lines - 1 <= above);
    if (!hunks.every(isAbove)) return at;
    above -= hunks.reduce((sum, { before, lines }) => sum + lines - before, 0);
  }
  return changes.at(-1)?.at;
}
