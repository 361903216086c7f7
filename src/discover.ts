import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { join, sep } from "node:path";
import type { Problem } from "./model/diagnostic.ts";
import type { ArticleStore, FileProblem, MediaFile } from "./model/doors.ts";
import type { ArticleKind, SourceFile } from "./model/draft.ts";
import { quote } from "./text.ts";

/** Bytes of an article at most; a long read of 100,000 words is 1 MB. */
export const LARGEST_ARTICLE = 16_000_000;

/** Folders inside folders; deeper ones are a loop or an accident. */
const DEEPEST = 32;

/** How often a file that changes while it is read is read again. */
const READINGS = 3;

/**
 * Milliseconds within which two changes may leave a file with one time: FAT and some network disks count in steps of two seconds, older
 * file systems in seconds, and kernels stamp files at the pace of their own timer.
 */
const GRANULARITY = 2000;

const KINDS: Readonly<Record<string, ArticleKind>> = {
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  txt: "copy",
};

/** What the names of articles end in. */
export const ARTICLE_ENDINGS: readonly string[] = Object.keys(KINDS);

/** The articles folder is missing, empty or cannot be listed whole: nothing may be published from half a listing. */
export class FolderProblem extends Error {
  readonly code: "articles/missing" | "articles/unreadable";
  constructor(code: FolderProblem["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * The articles below a folder.
 *
 * Dotfiles, leftovers of editors and files of other kinds are passed over. A link is followed only to a plain file inside the
 * folder, so that no article shows a file from elsewhere and no walk goes round in circles.
 *
 * @param clock the time of day by which files are stamped: milliseconds
 */
export function articleFolder(folder: string, clock: () => number = Date.now): ArticleStore {
  return {
    list: () => list(folder, clock()),
    read: (file, desk) => read(`${folder}/${file.path}`, desk),
    peek: (path, bytes) => peek(folder, path, bytes, clock()),
  };
}

/** @param now before the first file is looked at: one that changes later shows it in its times */
function list(folder: string, now: number): { files: SourceFile[]; problems: FileProblem[] } {
  const files: SourceFile[] = [];
  const problems: FileProblem[] = [];
  const root = rootOf(folder);
  // Names are put together by hand: joining paths takes as long as looking at the files.
  const walk = (within: string, below: string, depth: number): void => {
    for (const entry of entriesOf(within)) {
      const path = below + entry.name;
      const file = `${within}${sep}${entry.name}`;
      if (isLeftover(entry.name)) continue;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) walk(file, `${path}/`, depth + 1);
        else
          problems.push({
            path,
            problem: error("file/too-deep", `Cannot read folders more than ${DEEPEST} deep: move the articles up`),
          });
        continue;
      }
      const kind = kindOfFile(entry.name);
      if (kind === undefined) continue;
      const found = inspect(file, root, entry.isSymbolicLink());
      if ("problem" in found) problems.push({ path, problem: found.problem });
      else
        files.push({
          path,
          kind,
          size: found.stats.size,
          stamp: stampOf(found.stats),
          ...unsettledAt(now, found.stats),
        });
    }
  };
  walk(folder, "", 0);
  return { files: files.sort(byPath), problems: problems.sort(byPath) };
}

function rootOf(folder: string): string {
  try {
    if (!statSync(folder).isDirectory())
      throw new FolderProblem("articles/missing", `Cannot read articles from ${quote(folder)}: it is no folder`);
    return realpathSync(folder);
  } catch (cause) {
    if (cause instanceof FolderProblem) throw cause;
    throw new FolderProblem(
      "articles/missing",
      `Cannot find the articles folder ${quote(folder)}: ${reasonOf(cause)}`,
      cause,
    );
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new FolderProblem(
      "articles/unreadable",
      `Cannot list the folder ${quote(folder)}: ${reasonOf(cause)}`,
      cause,
    );
  }
}

/** What editors, sync programs and version control leave behind: `.x.swp`, `x~`, `#x#`, `x.tmp`, `x.orig`, `x.part`, `~$x`. */
function isLeftover(name: string): boolean {
  return (
    name.startsWith(".") ||
    name.startsWith("~$") ||
    /[~#]$|\.(?:tmp|temp|bak|orig|rej|swp|swo|part|partial|crdownload)(?:\.|$)/i.test(name)
  );
}

/** How a file of this name is written; undefined when it is no article. */
export function kindOfFile(name: string): ArticleKind | undefined {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? undefined : KINDS[name.slice(dot + 1).toLowerCase()];
}

function inspect(
  file: string,
  root: string,
  isLink: boolean,
): { readonly stats: Stats } | { readonly problem: Problem } {
  try {
    if (isLink && !isInside(realpathSync(file), root)) {
      return {
        problem: error("file/outside", "Cannot follow a link out of the articles folder: copy the file into it"),
      };
    }
    const stats = isLink ? statSync(file) : lstatSync(file);
    if (!stats.isFile())
      return {
        problem: error(
          "file/not-plain",
          "Cannot read an article from what is no plain file: take it out of the folder",
        ),
      };
    if (stats.size > LARGEST_ARTICLE) {
      return {
        problem: error(
          "file/too-large",
          `Cannot read ${stats.size} bytes as one article: ${LARGEST_ARTICLE} at most, split it or take it out`,
        ),
      };
    }
    return { stats };
  } catch (cause) {
    return { problem: unreadable(cause) };
  }
}

/**
 * Opens once and looks before and after: an article that an editor, FTP or rsync is still writing is read again.
 * O_NONBLOCK, because a pipe put in the file's place would wait for ever.
 */
function read(
  file: string,
  desk: Uint8Array | undefined,
): { readonly bytes: Uint8Array } | { readonly problem: Problem } {
  const room = (size: number) =>
    desk !== undefined && size <= desk.length ? desk.subarray(0, size) : Buffer.allocUnsafe(size);
  try {
    for (let reading = 0; reading < READINGS; reading++) {
      const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        const before = fstatSync(descriptor);
        if (!before.isFile())
          return {
            problem: error(
              "file/not-plain",
              "Cannot read an article from what is no plain file: take it out of the folder",
            ),
          };
        if (before.size > LARGEST_ARTICLE)
          return {
            problem: error(
              "file/too-large",
              `Cannot read ${before.size} bytes as one article: ${LARGEST_ARTICLE} at most`,
            ),
          };
        const bytes = readAll(descriptor, room(before.size));
        if (bytes.length === before.size && isSame(before, fstatSync(descriptor))) return { bytes };
      } finally {
        closeSync(descriptor);
      }
    }
    return {
      problem: error(
        "file/changing",
        "Cannot read a file that changes while it is read: it is taken in the next build",
      ),
    };
  } catch (cause) {
    return { problem: unreadable(cause) };
  }
}

function readAll(descriptor: number, bytes: Uint8Array): Uint8Array {
  const size = bytes.length;
  let at = 0;
  while (at < size) {
    const count = readSync(descriptor, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function peek(folder: string, path: string, bytes: number, now: number): MediaFile | undefined {
  try {
    const file = realpathSync(join(folder, ...path.split("/")));
    if (!isInside(file, realpathSync(folder))) return undefined;
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return undefined;
      const head = readAll(descriptor, Buffer.allocUnsafe(Math.min(bytes, stats.size)));
      return { size: stats.size, head, stamp: stampOf(stats), ...unsettledAt(now, stats) };
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Missing, unreadable and impossible names are one thing to the caller, which reports the reference as missing.
    return undefined;
  }
}

function isInside(file: string, root: string): boolean {
  return file.startsWith(root.endsWith(sep) ? root : root + sep);
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size}.${mtimeMs}.${ctimeMs}.${ino}`;
}

/** Whether a stamp of both would be the same. */
function isSame(before: Stats, after: Stats): boolean {
  return (
    before.size === after.size &&
    before.mtimeMs === after.mtimeMs &&
    before.ctimeMs === after.ctimeMs &&
    before.ino === after.ino
  );
}

/**
 * Whether a file has changed so shortly before a moment that its times may not show one more change. A change in the future is one by a
 * clock that is ahead; a file's own time in the future is what somebody set, and the next edit sets another.
 */
function unsettledAt(now: number, { mtimeMs, ctimeMs }: Stats): { readonly unsettled?: true } {
  return ctimeMs > now - GRANULARITY || Math.abs(now - mtimeMs) < GRANULARITY ? { unsettled: true } : {};
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function error(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}

function unreadable(cause: unknown): Problem {
  return error("file/unreadable", `Cannot read the file: ${reasonOf(cause)}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file, or its name is not UTF-8",
  EACCES: "no permission, let the build's user read it",
  EPERM: "no permission, let the build's user read it",
  EIO: "the disk reports an error",
  ELOOP: "its links go round in circles",
  EMFILE: "too many files are open",
  ESTALE: "the network folder has changed, build again",
};

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? (code === "" ? "unknown reason" : code);
}
