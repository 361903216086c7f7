import type { Article, Instant } from "../model/article.ts";
import type { Status } from "../model/decision.ts";

/** How an article stands at a moment. A story is published from its second on, and not one second earlier. */
export function statusAt(article: Article, now: Instant): Exclude<Status, "held"> {
  if (article.draft) return "draft";
  if (article.published > now) return "scheduled";
  if (article.retracted !== undefined && article.retracted.at <= now) return "retracted";
  if (article.expires !== undefined && article.expires <= now) return "expired";
  return "published";
}

/** When the feeds next change by time alone: a schedule, an embargo, an expiry, a dated retraction, a tombstone's end. */
export function nextChange(articles: readonly Article[], now: Instant, tombstoneSeconds: number): Instant | undefined {
  let next: Instant | undefined;
  for (const article of articles) {
    if (article.draft) continue;
    const { published, expires, retracted, updated } = article;
    const moments = [
      published,
      expires,
      retracted?.at,
      updated,
      retracted === undefined ? undefined : retracted.at + tombstoneSeconds,
    ];
    for (const moment of moments) {
      if (moment !== undefined && moment > now && (next === undefined || moment < next)) next = moment;
    }
  }
  return next;
}

/** An article without the updates and corrections that lie ahead: a feed tells of nothing before its time. */
export function asOf(article: Article, now: Instant): Article {
  if (article.updated <= now) return article;
  const corrections = article.corrections.filter(({ date }) => date === undefined || date <= now);
  const updated = Math.max(article.published, ...corrections.flatMap(({ date }) => date ?? []));
  return { ...article, corrections, updated };
}
