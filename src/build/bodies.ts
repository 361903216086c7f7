import type { Article } from "../model/article.ts";
import type { Body } from "../model/draft.ts";

/** Bodies of articles that this build has read: a story that feeds want need not be read and taken apart once more. */
export interface Bodies {
  keep(article: Pick<Article, "path" | "published">, body: Body): void;
  /** The body of the article that was read from a path; kept no longer. */
  take(path: string): Body | undefined;
}

/** UTF-16 units of the bodies that are kept, and how far more may gather before the oldest go. */
const ROOM = 6_000_000;
const SPILL = 1.5;

/** Keeps the bodies of the newest articles, as many as there is room for: it is they that feeds show. */
export function newestBodies(room = ROOM): Bodies {
  let kept = new Map<string, { readonly published: number; readonly body: Body }>();
  let size = 0;
  let oldest = Number.NEGATIVE_INFINITY;
  return {
    keep({ path, published }, body) {
      if (published < oldest) return;
      kept.set(path, { published, body });
      size += sizeOf(body);
      if (size <= room * SPILL) return;
      const newest = [...kept].sort(([, a], [, b]) => b.published - a.published);
      kept = new Map();
      size = 0;
      for (const [path, one] of newest) {
        if (size + sizeOf(one.body) > room) break;
        size += sizeOf(one.body);
        oldest = one.published;
        kept.set(path, one);
      }
    },
    take(path) {
      const one = kept.get(path);
      if (one === undefined) return undefined;
      kept.delete(path);
      size -= sizeOf(one.body);
      return one.body;
    },
  };
}

function sizeOf(body: Body): number {
  return body.format === "paragraphs" ? body.paragraphs.reduce((sum, { length }) => sum + length, 0) : body.text.length;
}
