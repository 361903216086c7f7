import { createHash } from "node:crypto";
import { constants } from "node:fs";
import type { FileSystem } from "./file-system.ts";
import { withFile } from "./whole-file.ts";

/** What tells one file's bytes from another's. */
export interface Digest {
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export function digestOf(chunks: Iterable<Uint8Array>): Digest {
  const hash = createHash("sha256");
  let size = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, sha256: hash.digest("hex") };
}

export function isSame(a: Digest, b: Digest): boolean {
  return a.size === b.size && a.sha256 === b.sha256;
}

/** The digest of an open file, from where it is read on. */
export function digestOfOpen(fs: FileSystem, file: number): Digest {
  return digestOf(chunksOf(fs, file));
}

/** The digest of what a file really holds. Never waits: a pipe put in its place is opened without blocking. */
export function digestOfFile(fs: FileSystem, path: string): Digest {
  return withFile(fs, path, constants.O_RDONLY | constants.O_NONBLOCK, (file) => digestOfOpen(fs, file));
}

/** Whether a plain file of these bytes stands at a path. */
export function holds(fs: FileSystem, path: string, digest: Digest): boolean {
  const facts = fs.lstat(path);
  return facts?.kind === "file" && facts.size === digest.size && isSame(digestOfFile(fs, path), digest);
}

/** Whether the rest of an open file is these bytes and no more. They are at hand, so they are compared and not hashed again. */
export function holdsBytes(fs: FileSystem, file: number, chunks: readonly Uint8Array[]): boolean {
  let filled = 0;
  let at = 0;
  for (const chunk of chunks) {
    for (let from = 0; from < chunk.length; ) {
      if (at === filled) {
        filled = fs.read(file, buffer, 0, buffer.length);
        at = 0;
        if (filled === 0) return false;
      }
      const count = Math.min(filled - at, chunk.length - from);
      if (buffer.compare(chunk, from, from + count, at, at + count) !== 0) return false;
      from += count;
      at += count;
    }
  }
  return at === filled && fs.read(file, buffer, 0, 1) === 0;
}

const buffer = Buffer.alloc(256 * 1024);

/** The rest of an open file; each chunk is good until the next one is asked for. */
export function* chunksOf(fs: FileSystem, file: number): Iterable<Uint8Array> {
  for (;;) {
    const count = fs.read(file, buffer, 0, buffer.length);
    if (count === 0) return;
    yield buffer.subarray(0, count);
  }
}
