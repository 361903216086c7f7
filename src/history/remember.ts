import type { Article, Instant } from "../model/article.ts";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { asOf, statusAt } from "./standing.ts";

/** What a build knows at its end, from which the next one's memory is made. */
export interface RememberInput {
  readonly previous?: PreviousRelease;
  /** Every readable article by id. */
  readonly articles: ReadonlyMap<string, Article>;
  /** The stories that are in a feed now, last good versions included, with the update that they tell of. */
  readonly shown: ReadonlyMap<string, Instant>;
  /** Ids of stories shown in their last good version, with the build that first found them broken. */
  readonly heldSince: ReadonlyMap<string, Instant>;
  /** First sight of undated stories, by id. */
  readonly firstSeen: ReadonlyMap<string, Instant>;
  readonly now: Instant;
}

/**
 * One row for every story that subscribers have ever been shown, sorted by id. A row is never lost while the manifest is there:
 * an id that was used once stays used.
 */
export function remember(input: RememberInput): readonly ReleasedStory[] {
  const rows = new Map<string, ReleasedStory>();
  for (const row of input.previous?.manifest.stories ?? []) {
    const article = input.articles.get(row.id);
    rows.set(row.id, article === undefined ? absentRow(row, input) : rowOf(article, input, row));
  }
  for (const [id, article] of input.articles) {
    if (!rows.has(id) && (input.shown.has(id) || input.firstSeen.has(id)))
      rows.set(id, rowOf(article, input, undefined));
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A story whose file is gone or broken: as it was, in a feed still only when its last good version is shown. */
function absentRow(row: ReleasedStory, { shown, heldSince }: RememberInput): ReleasedStory {
  const { heldSince: _before, ...rest } = row;
  const since = heldSince.get(row.id);
  // What was taken back stays so: the stub of a retracted story is shown while its file is broken.
  const wasShown = row.state === "listed" || row.state === "archived";
  const state = shown.has(row.id) && row.state !== "retracted" ? "listed" : wasShown ? "archived" : row.state;
  return { ...rest, state, ...(since !== undefined && { heldSince: since }) };
}

function rowOf(article: Article, input: RememberInput, before: ReleasedStory | undefined): ReleasedStory {
  const firstSeen = input.firstSeen.get(article.id) ?? before?.firstSeen;
  const status = statusAt(article, input.now);
  const update = input.shown.get(article.id);
  const seen = before !== undefined && before.state !== "seen";
  const state =
    status === "retracted"
      ? "retracted"
      : update !== undefined
        ? "listed"
        : status === "expired"
          ? "expired"
          : seen
            ? "archived"
            : "seen";
  // A draft or a story that waits is not what subscribers saw: their memory stays as it was, but for a date that may move.
  const waits = status === "draft" || status === "scheduled";
  const facts = waits ? (before ?? article) : article;
  const updated = update ?? (before !== undefined && seen ? before.updated : asOf(article, input.now).updated);
  // In the order in which they are printed.
  return {
    fingerprint: facts.fingerprint,
    ...(firstSeen !== undefined && { firstSeen }),
    id: article.id,
    path: article.path,
    published: status === "scheduled" ? article.published : facts.published,
    ...(status === "retracted" && article.retracted !== undefined && { retracted: article.retracted }),
    state,
    title: facts.title,
    updated,
    url: facts.url,
  };
}
