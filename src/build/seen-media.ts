import type { SeenMedia } from "../catalog/index.ts";
import type { ArticleStore, MediaFile } from "../model/doors.ts";

/** What is kept of a file beside articles that was looked at. */
export function stampSeen(found: MediaFile | undefined): SeenMedia[1] {
  if (found === undefined) return null;
  return found.unsettled === true ? UNSETTLED : found.stamp;
}

/** Whether files beside articles are as they were when they were looked at. */
export function isAsSeen(media: readonly SeenMedia[], { peek }: ArticleStore): boolean {
  return media.every(([path, stamp]) => (peek(path, 0)?.stamp ?? null) === stamp);
}

/** No file has this stamp: one that may change again without showing it is looked at again. */
const UNSETTLED = "";
