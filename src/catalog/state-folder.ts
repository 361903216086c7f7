import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { StateStore } from "../model/doors.ts";

/** Keeps nothing. */
export const NOWHERE: StateStore = {
  pieces: () => undefined,
  readPart: () => false,
  write: () => false,
  append: () => false,
  close: () => {},
};

/** Folder for what may be lost, beside `outlet.yaml`. */
export const STATE = ".wireroom";

/** Bytes of a kept file that are read at most. */
const LARGEST = 2_000_000_000;

/** Keeps state in a folder, which is made when something is to be kept. Whatever the disk refuses is not kept, and that is all. */
export function stateFolder(folder: string): StateStore {
  const pathOf = (name: string) => join(folder, name);
  // Documents are put together from thousands of parts of one file: opening it takes longer than reading one.
  let open: { readonly name: string; readonly file: number } | undefined;
  const close = () => {
    const file = open?.file;
    open = undefined;
    if (file !== undefined) closeSync(file);
  };
  const opened = (name: string): number => {
    if (open?.name === name) return open.file;
    close();
    open = { name, file: openSync(pathOf(name), READING) };
    return open.file;
  };
  const attempt = (act: () => void): boolean => {
    try {
      mkdirSync(folder, { recursive: true });
      act();
      return true;
    } catch {
      // A full or read-only disk costs time in the next build; the caller tells the operator.
      return false;
    }
  };
  return {
    pieces(name) {
      try {
        const path = pathOf(name);
        const stats = lstatSync(path);
        return stats.isFile() && stats.size <= LARGEST ? piecesOf(path, stats.size) : [undefined];
      } catch {
        // Nothing is kept, or nothing that can be had: both cost time only.
        return undefined;
      }
    },
    stamp(name) {
      try {
        const facts = lstatSync(pathOf(name), { bigint: true, throwIfNoEntry: false });
        return facts && `${facts.dev} ${facts.ino} ${facts.size} ${facts.mtimeNs} ${facts.ctimeNs}`;
      } catch {
        // As above.
        return undefined;
      }
    },
    readPart(name, from, into) {
      try {
        const file = opened(name);
        for (let at = 0; at < into.length; ) {
          const count = readSync(file, into, at, into.length - at, from + at);
          if (count === 0) return false;
          at += count;
        }
        return true;
      } catch {
        // As above.
        return false;
      }
    },
    write(name, chunks) {
      const staged = pathOf(`${name}.part`);
      const done = attempt(() => {
        remove(staged);
        writeAll(staged, constants.O_EXCL, 0, chunks);
        if (isFolder(pathOf(name))) remove(pathOf(name));
        renameSync(staged, pathOf(name));
        if (open?.name === name) close();
      });
      if (!done) attempt(() => remove(staged));
      return done;
    },
    append(name, length, chunks) {
      return attempt(() => writeAll(pathOf(name), 0, length, chunks));
    },
    close,
  };
}

/** No link is followed out of the folder, and no pipe waited for: whatever stands there, somebody may have put it there. */
const CAREFUL = constants.O_NOFOLLOW | constants.O_NONBLOCK;
const READING = constants.O_RDONLY | CAREFUL;
const WRITING = constants.O_WRONLY | constants.O_CREAT | CAREFUL;

/** Takes away what stands in a file's place, folders too: all in ours may be lost, but not all in one that a link leads to. */
function remove(path: string): void {
  rmSync(path, { force: true, recursive: !lstatSync(dirname(path)).isSymbolicLink() });
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Writes chunks from a byte of a plain file on, and cuts off what stood behind. @param flags beside those of writing */
function writeAll(path: string, flags: number, from: number, chunks: Iterable<Uint8Array>): void {
  const file = openSync(path, WRITING | flags, 0o644);
  try {
    const stats = fstatSync(file);
    // By another name it may be a file that somebody needs.
    if (!stats.isFile() || stats.nlink > 1) throw new Error("No plain file of ours stands in its place");
    if (stats.size < from) throw new Error("The file is shorter than what is to stay of it");
    ftruncateSync(file, from);
    let position = from;
    for (const chunk of gathered(chunks)) {
      for (let at = 0; at < chunk.length; ) {
        const count = writeSync(file, chunk, at, chunk.length - at, position);
        at += count;
        position += count;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** All that a store keeps under a name, for what is small; undefined when there is nothing or it cannot be had. */
export function wholeOf(store: StateStore, name: string): Buffer | undefined {
  const whole: Uint8Array[] = [];
  for (const piece of store.pieces(name) ?? [undefined]) {
    if (piece === undefined) return undefined;
    whole.push(Buffer.from(piece));
  }
  return Buffer.concat(whole);
}

/** Bytes that are read or written at once: a line at a time would be a call a line. */
const BLOCK = 1_000_000;

/** What a file holds, in one piece of memory that is filled again and again; undefined at the end when the disk fails. */
function* piecesOf(path: string, size: number): Iterable<Uint8Array | undefined> {
  let file: number | undefined;
  try {
    file = openSync(path, READING);
    const block = Buffer.allocUnsafe(Math.min(BLOCK, size + 1));
    for (let count = readSync(file, block); count > 0; count = readSync(file, block)) yield block.subarray(0, count);
  } catch {
    yield undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Small chunks together, in one piece of memory that is filled again and again; whoever takes one must be done with it before the next. */
function* gathered(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  const block = Buffer.allocUnsafe(BLOCK);
  let size = 0;
  for (const chunk of chunks) {
    if (size + chunk.length > BLOCK) {
      yield block.subarray(0, size);
      size = 0;
    }
    if (chunk.length > BLOCK) yield chunk;
    else {
      block.set(chunk, size);
      size += chunk.length;
    }
  }
  yield block.subarray(0, size);
}
