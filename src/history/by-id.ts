import type { Article } from "../model/article.ts";
import { rememberedOf } from "../remembered.ts";

/** Articles by their id; of an archive it is worked out once a build. */
export const byId = rememberedOf(
  (articles: readonly Article[]): ReadonlyMap<string, Article> =>
    new Map(articles.map((article) => [article.id, article])),
);
