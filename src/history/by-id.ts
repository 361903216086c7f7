import type { Article } from "../model/article.ts";

const known = new WeakMap<readonly Article[], ReadonlyMap<string, Article>>();

/** Articles by their id; of an archive it is worked out once a build. */
export function byId(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const found = known.get(articles);
  if (found !== undefined) return found;
  const made = new Map(articles.map((article) => [article.id, article]));
  known.set(articles, made);
  return made;
}
