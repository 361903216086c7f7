import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import type { MediaFile } from "../model/doors.ts";
import { isInside, LARGEST_ARTICLE } from "./list.ts";
import { error, NOT_PLAIN, unreadable } from "./problems.ts";
import { isSame, stampOf, unsettledAt } from "./stamps.ts";

/** How often a file that changes while it is read is read again. */
const READINGS = 3;

/**
 * Opens once and looks before and after: an article that an editor, FTP or rsync is still writing is read again.
 * O_NONBLOCK, because a pipe put in the file's place would wait for ever.
 */
export function read(
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
        if (!before.isFile()) return { problem: NOT_PLAIN };
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

/** Size and first bytes of a file below a folder. */
export function peek(folder: string, path: string, bytes: number, now: number): MediaFile | undefined {
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
