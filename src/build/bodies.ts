import type { Article } from "../model/article.ts";
import type { Body } from "../model/draft.ts";

/** Bodies of articles that this build has read: a story that feeds want need not be read and taken apart once more. */
export interface Bodies {
  /** @param size bytes of its file: what is kept holds all of its text in memory, front matter included */
  keep(article: Pick<Article, "path" | "published">, body: Body, size: number): void;
  /** The body of the article that was read from a path; kept no longer. */
  take(path: string): Body | undefined;
}

/** Bytes of the files whose bodies are kept, and how far more may gather before the oldest go. */
const ROOM = 7_000_000;
const SPILL = 1.3;

/** Bytes that one takes beside its text. */
const EACH = 300;

/** Keeps the bodies of the newest articles, as many as there is room for: it is they that feeds show. */
export function newestBodies(room = ROOM): Bodies {
  let kept = new Map<string, { readonly published: number; readonly body: Body; readonly size: number }>();
  let all = 0;
  let oldest = Number.NEGATIVE_INFINITY;
  return {
    keep({ path, published }, body, size) {
      if (published < oldest) return;
      kept.set(path, { published, body, size: size + EACH });
      all += size + EACH;
      if (all <= room * SPILL) return;
      const newest = [...kept].sort(([, a], [, b]) => b.published - a.published);
      kept = new Map();
      all = 0;
      for (const [path, one] of newest) {
        if (all + one.size > room) break;
        all += one.size;
        oldest = one.published;
        kept.set(path, one);
      }
    },
    take(path) {
      const one = kept.get(path);
      if (one === undefined) return undefined;
      kept.delete(path);
      all -= one.size;
      return one.body;
    },
  };
}
