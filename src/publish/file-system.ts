import * as node from "node:fs";
import { errnoOf } from "./problem.ts";

/**
 * The calls that publishing makes, and nothing else: a test counts them, stops before the N-th, or lets it fail.
 *
 * All are synchronous and throw what node:fs throws.
 */
export interface FileSystem {
  /** @param flags O_ constants of node:fs */
  open(path: string, flags: number, mode?: number): number;
  /** @returns how many bytes were taken, which may be fewer than were given */
  write(file: number, bytes: Uint8Array, offset: number, length: number): number;
  /** Reads on from where the last read ended. @returns how many bytes were read, 0 at the end */
  read(file: number, bytes: Uint8Array, offset: number, length: number): number;
  fsync(file: number): void;
  /** Begins to bring a file to the disk if there is room for that, and waits for nothing; who has it open is told by `fsync` what failed. */
  flush(path: string): void;
  close(file: number): void;
  rename(from: string, to: string): void;
  unlink(path: string): void;
  mkdir(path: string, mode: number): void;
  rmdir(path: string): void;
  /** Names, sorted. */
  readdir(path: string): readonly string[];
  /** What stands at a path, a link being a link; undefined when there is nothing. */
  lstat(path: string): FileFacts | undefined;
  /** What stands at a path, links followed; undefined when there is nothing. */
  stat(path: string): FileFacts | undefined;
  readlink(path: string): string;
  link(existing: string, path: string): void;
  symlink(target: string, path: string): void;
  /** Sets the time of the last change. @param modified seconds */
  utimes(path: string, modified: number): void;
  chmod(path: string, mode: number): void;
}

export interface FileFacts {
  readonly kind: "file" | "folder" | "link" | "other";
  /** Bytes. */
  readonly size: number;
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  /** When the bytes changed: milliseconds. */
  readonly modified: number;
  /** When anything about the file changed, its name too: milliseconds. No program can set it. */
  readonly touched: number;
}

export const nodeFileSystem: FileSystem = {
  open: (path, flags, mode) => node.openSync(path, flags, mode),
  write: (file, bytes, offset, length) => node.writeSync(file, bytes, offset, length),
  read: (file, bytes, offset, length) => node.readSync(file, bytes, offset, length, null),
  fsync: (file) => node.fsyncSync(file),
  flush,
  close: (file) => node.closeSync(file),
  rename: (from, to) => node.renameSync(from, to),
  unlink: (path) => node.unlinkSync(path),
  mkdir: (path, mode) => void node.mkdirSync(path, mode),
  rmdir: (path) => node.rmdirSync(path),
  readdir: (path) => node.readdirSync(path).sort(),
  lstat: (path) => factsOf(() => node.lstatSync(path, { throwIfNoEntry: false })),
  stat: (path) => factsOf(() => node.statSync(path, { throwIfNoEntry: false })),
  readlink: (path) => node.readlinkSync(path),
  link: (existing, path) => node.linkSync(existing, path),
  symlink: (target, path) => node.symlinkSync(target, path),
  utimes: (path, modified) => node.utimesSync(path, modified, modified),
  chmod: (path, mode) => node.chmodSync(path, mode),
};

/**
 * Flushes that nobody has heard the end of: each holds a file open until the event loop turns. With all else that is open they stay below
 * 256, the fewest that a system gives a process.
 */
let flushing = 0;
const MOST_FLUSHING = 192;

function flush(path: string): void {
  if (flushing >= MOST_FLUSHING) return;
  let file: number;
  try {
    file = node.openSync(path, node.constants.O_RDONLY);
  } catch {
    // Too many files are open, perhaps; it is synced all the same.
    return;
  }
  flushing++;
  // Closed only then: the number must not be another file's when the flush comes to it.
  node.fsync(file, () => node.close(file, () => flushing--));
}

function factsOf(look: () => node.Stats | undefined): FileFacts | undefined {
  const stats = unlessBelowFile(look);
  if (stats === undefined) return undefined;
  return {
    kind: stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other",
    size: stats.size,
    mode: stats.mode & 0o7777,
    modified: stats.mtimeMs,
    touched: stats.ctimeMs,
  };
}

/** There is nothing below a file either. */
function unlessBelowFile<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (cause) {
    if (errnoOf(cause) === "ENOTDIR") return undefined;
    throw cause;
  }
}
