import type { SeenMedia } from "../catalog/index.ts";
import type { ArticleStore } from "../model/doors.ts";

/** Whether files beside articles are as they were when they were looked at. */
export function isAsSeen(media: readonly SeenMedia[], { peek }: ArticleStore): boolean {
  return media.every(([path, stamp]) => (peek(path, 0)?.stamp ?? null) === stamp);
}
