import type { Instant } from "../model/article.ts";
import { rfc3339 } from "../time.ts";

/** `2025-08-19T11:30:00Z`: Atom, JSON Feed and our own extensions. */
export function printDate(instant: Instant): string {
  return rfc3339(printable(instant));
}

/** An instant as the library takes it. It prints `Invalid Date`, and years that no reader takes, without a word. */
export function libraryDate(instant: Instant): Date {
  return new Date(printable(instant) * 1000);
}

/** The years 1 to 9999. */
const FIRST = -62_135_596_800;
const LAST = 253_402_300_799;

function printable(instant: Instant): Instant {
  if (Number.isInteger(instant) && instant >= FIRST && instant <= LAST) return instant;
  throw new RangeError(`No instant that can be printed: ${instant}`);
}
