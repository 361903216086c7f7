import type { GuardCode } from "../guard-codes.ts";
import type { Article, Instant } from "../model/article.ts";
import type { GuardSettings } from "../model/outlet.ts";
import type { PreviousRelease, ReleasedStory } from "../model/release.ts";
import { foldAccents, quote } from "../text.ts";
import { rfc3339 } from "../time.ts";
import { byId } from "./by-id.ts";
import { asOf, statusAt } from "./standing.ts";

export type { GuardCode };

/** One thing that a build would do to subscribers and does not do unasked. */
export interface Refusal {
  readonly code: GuardCode;
  readonly message: string;
  /** The article that would cause it, below the articles folder. */
  readonly path?: string;
}

/** What the guards compare with the last release. */
export interface GuardInput {
  /** Every readable article, live or not. */
  readonly articles: readonly Article[];
  /** Files that are there and give no article; some tell the id of their story. */
  readonly held: readonly { readonly path: string; readonly id?: string }[];
  readonly previous: PreviousRelease;
  readonly now: Instant;
  readonly guards: GuardSettings;
  /** Codes accepted for the whole build. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * Compares the articles with what subscribers have seen. Whatever comes out stops the build: each entry says what would change
 * and how to accept just that.
 */
export function refusalsOf(input: GuardInput): readonly Refusal[] {
  const { articles, previous, accepted } = input;
  const here = byId(articles);
  const held = new Set(input.held.flatMap(({ path, id }) => id ?? path));
  const rows = previous.manifest.stories;
  const refusals: Refusal[] = [];
  const refuse = (code: GuardCode, message: string, article?: Article) => {
    if (accepted.has(code) || article?.accepts.includes(code) === true) return;
    refusals.push({
      code,
      message: `${message}; ${howToAccept(code, article)}`,
      ...(article !== undefined && { path: article.path }),
    });
  };
  const renamed = renames(input, here, held);
  for (const row of rows) {
    if (row.state === "seen") continue;
    const article = here.get(row.id);
    if (article !== undefined) sameIdGuards(row, article, input.now, refuse);
    else if (held.has(row.id) || held.has(row.path)) heldGuard(row, input.now, refuse);
    else identityGuards(row, renamed.get(row.id), refuse);
  }
  const isHere = ({ id, path }: ReleasedStory) => here.has(id) || renamed.has(id) || held.has(id) || held.has(path);
  vanishGuard(input, isHere, refuse);
  return refusals;
}

type Refuse = (code: GuardCode, message: string, article?: Article) => void;

function howToAccept(code: GuardCode, article: Article | undefined): string {
  return article === undefined
    ? `to accept it once, build with --accept ${code}`
    : `to accept it, add "accept: ${code}" to the article or build with --accept ${code}`;
}

/**
 * The article that a vanished story most likely became: the same file, else a text, or a headline and date, like no other. A story whose
 * file is there and broken has not vanished: another file with the same words is another story.
 */
function renames(
  { articles, previous }: GuardInput,
  here: ReadonlyMap<string, Article>,
  held: ReadonlySet<string>,
): ReadonlyMap<string, Article> {
  const rows = previous.manifest.stories;
  const gone = rows.filter(({ id, path }) => !here.has(id) && !held.has(id) && !held.has(path));
  if (gone.length === 0) return new Map();
  const known = new Set(rows.map(({ id }) => id));
  const fresh = articles.filter(({ id }) => !known.has(id));
  const byPath = new Map(fresh.map((article) => [article.path, article]));
  const alike = [bodyOf, headOf].map((keyOf) => ({ keyOf, after: unique(fresh, keyOf), before: unique(gone, keyOf) }));
  const found = new Map<string, Article>();
  for (const row of gone) {
    const inPlace = byPath.get(row.path);
    const article =
      inPlace !== undefined && isSameStory(row, inPlace)
        ? inPlace
        : alike.flatMap(({ keyOf, after, before }) =>
            before.get(keyOf(row)) === row ? (after.get(keyOf(row)) ?? []) : [],
          )[0];
    if (article !== undefined) found.set(row.id, article);
  }
  return found;
}

function bodyOf({ fingerprint }: ReleasedStory | Article): string {
  return fingerprint;
}

function headOf({ published, title }: ReleasedStory | Article): string {
  return `${published} ${foldAccents(title)}`;
}

/** Items by a key that no two of them share. */
function unique<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T | undefined>();
  for (const item of items) found.set(keyOf(item), found.has(keyOf(item)) ? undefined : item);
  return new Map([...found].flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const])));
}

function identityGuards(row: ReleasedStory, article: Article | undefined, refuse: Refuse): void {
  if (article === undefined) return;
  const story = quote(row.title);
  if (row.id === row.url && article.id === article.url) {
    refuse(
      "guard/permalink-changed",
      `Cannot move ${story} from ${row.url} to ${article.url}: the address is its id, and subscribers would see it twice; keep the address or write "id: ${row.id}"`,
      article,
    );
    return;
  }
  const why = row.path === article.path ? "its id" : `the file ${quote(row.path)} to ${quote(article.path)}`;
  refuse(
    "guard/id-changed",
    `Cannot change ${why} for ${story}: subscribers would see it twice; write "id: ${row.id}" into the article`,
    article,
  );
}

function sameIdGuards(row: ReleasedStory, article: Article, now: Instant, refuse: Refuse): void {
  // Worked out when something is refused: nearly every story is as it was.
  const story = () => quote(row.title);
  if (!isSameStory(row, article)) {
    refuse(
      "guard/id-reused",
      `Cannot use the id ${row.id} for ${quote(article.title)}: subscribers know it as ${story()} of ${rfc3339(row.published)}; give the new story ${row.id === row.url ? 'a "slug:"' : 'an "id:"'} of its own, or keep the date if it is the same story`,
      article,
    );
    return;
  }
  const { updated } = asOf(article, now);
  const status = statusAt(article, now);
  const isBack = row.state === "retracted" && status === "published";
  const untold = isBack && (row.retracted?.at ?? now) > now;
  if (isBack && !untold)
    refuse(
      "guard/reappeared",
      `Cannot publish ${story()} again: it was retracted; write status: retracted, or accept that it comes back and write "updated:" and the time`,
      article,
    );
  if (article.draft) return;
  const isMoved = article.published !== row.published;
  if (isMoved)
    refuse(
      "guard/published-moved",
      `Cannot move the publishing date of ${story()} from ${rfc3339(row.published)} to ${rfc3339(article.published)}: write "date: ${rfc3339(row.published)}", and updated: for a change`,
      article,
    );
  // A date that was moved ahead, and accepted, is later than whatever was told: that is no clock.
  const waitsAgain = !isMoved && status === "scheduled" && row.updated >= row.published;
  // A retraction is told after whatever was told before: only a clock can put it ahead.
  const goesBack = status === "retracted" ? row.updated > now : status === "published" && updated < row.updated;
  if (untold || waitsAgain || (goesBack && row.updated > now))
    refuse("guard/clock-back", clockMessage(row, now), article);
  // A story that was never updated is as old as its date: that moved, and was told.
  else if (goesBack && !(isMoved && updated === article.published && row.updated === row.published))
    refuse(
      "guard/updated-back",
      `Cannot move the update of ${story()} back from ${rfc3339(row.updated)} to ${rfc3339(updated)}: write "updated: ${rfc3339(row.updated)}" or a later time`,
      article,
    );
}

/** A broken file shows its last good version, which a clock that went back would put into the future. */
function heldGuard(row: ReleasedStory, now: Instant, refuse: Refuse): void {
  if (row.state === "listed" && row.updated > now) refuse("guard/clock-back", clockMessage(row, now));
}

function clockMessage({ title, published, updated, retracted }: ReleasedStory, now: Instant): string {
  const at = Math.max(published, updated, retracted?.at ?? published);
  return `Cannot take back what readers were told of ${quote(title)} at ${rfc3339(at)}: this clock says ${rfc3339(now)}, set it right`;
}

/** One thing in common is enough: a text is rewritten, a headline changed, a date moved, but rarely all at once. */
function isSameStory(row: ReleasedStory, article: Article): boolean {
  return (
    row.fingerprint === article.fingerprint ||
    row.published === article.published ||
    foldAccents(row.title) === foldAccents(article.title)
  );
}

function vanishGuard(input: GuardInput, isHere: (row: ReleasedStory) => boolean, refuse: Refuse): void {
  const listed = input.previous.manifest.stories.filter(({ state }) => state === "listed");
  const gone = listed.filter((row) => !isHere(row));
  const { count, share } = input.guards.vanish;
  if (gone.length > count && gone.length > share * listed.length) {
    refuse(
      "guard/vanish",
      `Cannot take ${gone.length} of ${listed.length} stories out of the feeds at once (${namesOf(gone)}): is the articles folder whole?`,
    );
  }
}

/** What the flood guard looks at: stories that would be new to feeds which have subscribers. */
export interface FloodInput {
  /** New to a feed of the last release, each once. */
  readonly entering: readonly { readonly id: string; readonly title: string; readonly published: Instant }[];
  readonly previous: PreviousRelease;
  readonly guards: GuardSettings;
  readonly accepted: ReadonlySet<string>;
}

/** Old stories that would appear as new: an old folder was mounted, a limit raised. Known only once the feeds are put together. */
export function floodRefusal(input: FloodInput): Refusal | undefined {
  const rows = input.previous.manifest.stories;
  const known = new Set(rows.filter(({ state }) => state !== "seen").map(({ id }) => id));
  const newest = rows.reduce(
    (latest, { published, state }) => (state === "seen" ? latest : Math.max(latest, published)),
    Number.NEGATIVE_INFINITY,
  );
  const old = input.entering.filter(({ id, published }) => !known.has(id) && published < newest);
  const code = "guard/flood";
  if (old.length <= input.guards.flood || input.accepted.has(code)) return undefined;
  return {
    code,
    message: `Cannot put ${old.length} stories into the feeds that are older than the last release (${namesOf(old)}): subscribers would be flooded; ${howToAccept(code, undefined)}`,
  };
}

function namesOf(stories: readonly { readonly title: string }[]): string {
  const shown = stories.slice(0, 3).map(({ title }) => quote(title));
  return stories.length > shown.length
    ? `${shown.join(", ")} and ${stories.length - shown.length} more`
    : shown.join(", ");
}
