import type { Problem } from "../model/diagnostic.ts";

/** What it comes to when this program fails on one article: that one is held back, and the others are published. */
export function failed(cause: unknown): Problem {
  return {
    code: "file/failed",
    severity: "error",
    message: `Cannot make a story of this file, and that is a bug of Wireroom: please report it with the file, and file the story in a simpler form until it is mended (${cause})`,
  };
}
