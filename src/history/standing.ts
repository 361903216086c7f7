import type { Article, Instant, Story } from "../model/article.ts";
import type { Status } from "../model/decision.ts";

/** How an article stands at a moment. A story is published from its second on, and not one second earlier. */
export function statusAt(article: Article, now: Instant): Exclude<Status, "held"> {
  if (article.draft) return "draft";
  if (article.published > now) return "scheduled";
  if (article.retracted !== undefined && article.retracted.at <= now) return "retracted";
  if (article.expires !== undefined && article.expires <= now) return "expired";
  return "published";
}

/**
 * When the feeds next change by time alone: a schedule, an embargo, an expiry, a dated update, correction or retraction, a tombstone's
 * end.
 *
 * @param standIns last good versions that stand in for broken files, and tombstones of stories without a file
 */
export function nextChange(
  articles: readonly Article[],
  standIns: readonly Pick<Story, "expires">[],
  now: Instant,
  tombstoneSeconds: number,
): Instant | undefined {
  let next: Instant | undefined;
  const due = (moment: Instant | undefined) => {
    if (moment !== undefined && moment > now && (next === undefined || moment < next)) next = moment;
  };
  for (const article of articles) {
    const { draft, published, expires, retracted, revised, corrections } = article;
    if (draft) continue;
    due(published);
    // Nothing shows before a story's first second: the date under an embargo changes no feed.
    if (published > now) continue;
    due(expires);
    due(revised);
    for (const { date } of corrections) due(date);
    due(retracted?.at);
    if (retracted === undefined) continue;
    due(retracted.at + tombstoneSeconds);
    // A retraction is told after the story's last update: see `retractionTold`.
    due(asOf(article, now).updated + 1);
  }
  for (const { expires } of standIns) due(expires);
  return next;
}

/** An article without the updates and corrections that lie ahead: a feed tells of nothing before its time. */
export function asOf(article: Article, now: Instant): Article {
  if (article.updated <= now) return article;
  const { published, revised } = article;
  const corrections = article.corrections.filter(({ date }) => date === undefined || date <= now);
  const told = [revised, ...corrections.flatMap(({ date }) => date ?? [])].filter((moment) => moment <= now);
  return { ...article, corrections, updated: Math.max(published, ...told) };
}
