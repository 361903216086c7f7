import type { Stats } from "node:fs";

/**
 * Milliseconds within which two changes may leave a file with one time: FAT and some network disks count in steps of two seconds, older
 * file systems in seconds, and kernels stamp files at the pace of their own timer.
 */
const GRANULARITY = 2000;

export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size}.${mtimeMs}.${ctimeMs}.${ino}`;
}

/** Whether a stamp of both would be the same. */
export function isSame(before: Stats, after: Stats): boolean {
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
export function unsettledAt(now: number, { mtimeMs, ctimeMs }: Stats): { readonly unsettled?: true } {
  return ctimeMs > now - GRANULARITY || Math.abs(now - mtimeMs) < GRANULARITY ? { unsettled: true } : {};
}
