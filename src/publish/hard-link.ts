import { constants } from "node:fs";
import { chunksOf, digestOfFile, digestOfOpen, isSame } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { errnoOf, systemError } from "./problem.ts";
import { withFile, writeNew } from "./whole-file.ts";

/** A second name for a file; a copy with the same time where the file system has no second names, or no more of them. */
export function linkOrCopy(fs: FileSystem, from: string, to: string): void {
  if (link(fs, from, to) !== undefined) copy(fs, from, to);
}

/**
 * Keeps a file that is about to be replaced, under a second name.
 *
 * A file that may not get one may be one that nobody can replace (`chattr +i`): better to know before the first file is switched.
 */
export function keep(fs: FileSystem, from: string, to: string): void {
  const refusal = link(fs, from, to);
  if (refusal === undefined) return;
  if (refusal === "EPERM") checkReplaceable(fs, from);
  copy(fs, from, to);
}

const NO_LINKS: ReadonlySet<string> = new Set([
  "EPERM",
  "EACCES",
  "EXDEV",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
]);

/** @returns why the file system gives this file no second name; undefined when it did */
function link(fs: FileSystem, from: string, to: string): string | undefined {
  try {
    fs.link(from, to);
    return undefined;
  } catch (cause) {
    const errno = errnoOf(cause) ?? "";
    if (NO_LINKS.has(errno)) return errno;
    throw cause;
  }
}

/** Nobody may open a file for writing that is immutable; one that is merely another user's says EACCES, and can be replaced. */
function checkReplaceable(fs: FileSystem, path: string): void {
  try {
    withFile(fs, path, constants.O_WRONLY | constants.O_NONBLOCK, () => undefined);
  } catch (cause) {
    if (errnoOf(cause) === "EPERM") throw cause;
  }
}

function copy(fs: FileSystem, from: string, to: string): void {
  const facts = fs.lstat(from);
  withFile(fs, from, constants.O_RDONLY | constants.O_NONBLOCK, (file) => writeNew(fs, to, chunksOf(fs, file)));
  if (facts !== undefined) fs.utimes(to, facts.modified / 1000);
  const digest = digestOfFile(fs, from);
  const isWhole = withFile(fs, to, constants.O_RDONLY, (file) => {
    fs.fsync(file);
    return isSame(digestOfOpen(fs, file), digest);
  });
  if (!isWhole) throw systemError("NOT_WHOLE");
}
