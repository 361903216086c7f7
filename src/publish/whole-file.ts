import { constants } from "node:fs";
import { dirname } from "node:path";
import type { FileSystem } from "./file-system.ts";
import { errnoOf, systemError } from "./problem.ts";

/** Modes of what is published, whatever the umask: a web server that runs as somebody else must read it. */
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** Writes a new file. It must not be there yet; it is on the disk only after an fsync. */
export function writeNew(fs: FileSystem, path: string, chunks: Iterable<Uint8Array>): void {
  withFile(
    fs,
    path,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
    (file) => writeAll(fs, file, chunks),
    FILE_MODE,
  );
  fs.chmod(path, FILE_MODE);
}

/** A small file that appears whole: written under another name, synced, renamed. */
export function writeWhole(fs: FileSystem, path: string, bytes: Uint8Array): void {
  const draft = `${path}.new`;
  writeNew(fs, draft, [bytes]);
  withFile(fs, draft, constants.O_RDONLY, (file) => fs.fsync(file));
  fs.rename(draft, path);
  syncFolder(fs, dirname(path));
}

/** The whole of a file that is known to be small enough. */
export function readWhole(fs: FileSystem, path: string): Uint8Array {
  return withFile(fs, path, constants.O_RDONLY | constants.O_NONBLOCK, (file) => {
    let bytes = Buffer.allocUnsafe((fs.stat(path)?.size ?? 0) + 1);
    let at = 0;
    for (;;) {
      const count = fs.read(file, bytes, at, bytes.length - at);
      if (count === 0) return bytes.subarray(0, at);
      at += count;
      // It has grown meanwhile.
      if (at === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(at)]);
    }
  });
}

/** Opens a file, uses it and closes it; an error of closing counts, because it may be the only word of a lost write. */
export function withFile<T>(fs: FileSystem, path: string, flags: number, use: (file: number) => T, mode?: number): T {
  const file = fs.open(path, flags, mode);
  let result: T;
  try {
    result = use(file);
  } catch (cause) {
    try {
      fs.close(file);
    } catch {
      // The first error is the one to tell.
    }
    throw cause;
  }
  fs.close(file);
  return result;
}

/** Makes the names in a folder last through a loss of power. */
export function syncFolder(fs: FileSystem, path: string): void {
  withFile(fs, path, constants.O_RDONLY, (folder) => {
    try {
      fs.fsync(folder);
    } catch (cause) {
      // Some network file systems cannot do this for folders, and need not.
      if (errnoOf(cause) !== "EINVAL" && errnoOf(cause) !== "ENOTSUP") throw cause;
    }
  });
}

/**
 * Makes a folder and the missing ones above it.
 *
 * @returns the folders that were made, outermost first
 */
export function makeFolders(fs: FileSystem, path: string): readonly string[] {
  if (fs.lstat(path) !== undefined) return [];
  const above = dirname(path);
  const made = above === path ? [] : makeFolders(fs, above);
  try {
    fs.mkdir(path, FOLDER_MODE);
  } catch (cause) {
    if (errnoOf(cause) === "EEXIST" && fs.stat(path)?.kind === "folder") return made;
    throw cause;
  }
  // A folder with setgid hands it down: only the permissions are ours to say.
  const mode = fs.lstat(path)?.mode ?? 0;
  if ((mode & 0o777) !== FOLDER_MODE) fs.chmod(path, (mode & 0o7000) | FOLDER_MODE);
  return [...made, path];
}

/** Small chunks stand here until it is full: a document has hundreds, and a call for each would cost more than copying them. */
const gathered = new Uint8Array(256 * 1024);

function writeAll(fs: FileSystem, file: number, chunks: Iterable<Uint8Array>): void {
  let filled = 0;
  for (const chunk of chunks) {
    if (filled + chunk.length > gathered.length) {
      writeFully(fs, file, gathered, filled);
      filled = 0;
    }
    if (chunk.length > gathered.length) {
      writeFully(fs, file, chunk, chunk.length);
      continue;
    }
    gathered.set(chunk, filled);
    filled += chunk.length;
  }
  writeFully(fs, file, gathered, filled);
}

/** `write` may take fewer bytes than it is given, and well-known packages publish what is cut short by that. */
function writeFully(fs: FileSystem, file: number, bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; ) {
    const count = fs.write(file, bytes, at, length - at);
    if (count <= 0) throw systemError("ENOSPC");
    at += count;
  }
}
