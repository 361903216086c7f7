import { join, relative, sep } from "node:path";
import { type Candidates, candidatesOf } from "../build/candidates.ts";
import type { FileHistories } from "../build/git-log.ts";
import { type HeldFile, type ReadResult, readArticles } from "../build/read.ts";
import { articleFolder } from "../discover/index.ts";
import { statusAt } from "../history/standing.ts";
import type { Article, Instant } from "../model/article.ts";
import type { ArticleStore } from "../model/doors.ts";
import type { Outlet } from "../model/outlet.ts";
import type { PreviousRelease } from "../model/release.ts";
import { type PlannedFeed, planFeeds } from "../select/plan.ts";
import { inWords } from "../time.ts";

/** What explaining an article needs to know around it. */
export interface Surroundings {
  readonly outlet: Outlet;
  /** Folder that `outlet.yaml` is in, absolute; absent: there is no outlet, only files. */
  readonly folder?: string;
  readonly now: Instant;
  readonly previous?: PreviousRelease;
  readonly git?: FileHistories;
}

/** Where a story stands among the others: the feeds it is in, or why it is in none. */
export type Presence = { readonly feeds: readonly string[]; readonly lastGood?: true } | { readonly absent: string };

/** The whole newsroom, read once however many of its files are asked about. */
export interface Newsroom {
  /** The path below the articles folder, for a file that is in it. */
  pathOf(file: string): string | undefined;
  presenceOf(path: string): Presence;
  heldBecause(path: string): HeldFile | undefined;
  /** Files beside articles; none where there is no outlet. */
  readonly peek: ArticleStore["peek"];
}

/** Looks at the outlet that files belong to; reads it at the first question. */
export function newsroomOf({ outlet, folder, now, previous, git }: Surroundings): Newsroom {
  const articles = folder === undefined ? undefined : join(folder, outlet.articles);
  let view: View | undefined;
  const look = (): View => {
    if (view !== undefined || articles === undefined) return view ?? NOTHING;
    const store = articleFolder(articles);
    const outside = { ...(previous !== undefined && { previous }), ...(git !== undefined && { git }) };
    const read = readArticles({ store, outlet, now, ...outside });
    const candidates = candidatesOf(read.articles, read.held, previous, outlet, now);
    const { feeds } = planFeeds(
      [...candidates.live.values()].map(({ listed }) => listed),
      outlet,
    );
    view = { read, candidates, feeds };
    return view;
  };
  return {
    pathOf: (file) => {
      if (articles === undefined) return undefined;
      const path = relative(articles, file);
      return path.startsWith("..") || path === "" ? undefined : path.split(sep).join("/");
    },
    presenceOf: (path) => presenceOf(path, look(), outlet, now),
    peek: articles === undefined ? () => undefined : articleFolder(articles).peek,
    heldBecause: (path) => look().read.held.find((held) => held.path === path),
  };
}

interface View {
  readonly read: ReadResult;
  readonly candidates: Candidates;
  readonly feeds: readonly PlannedFeed[];
}

const NOTHING: View = {
  read: {
    files: [],
    articles: [],
    held: [],
    warnings: [],
    firstSeen: new Map(),
    outside: new Set(),
    readings: 0,
    unsure: false,
  },
  candidates: { live: new Map(), gone: [] },
  feeds: [],
};

function presenceOf(path: string, { read, candidates, feeds }: View, outlet: Outlet, now: Instant): Presence {
  const live = [...candidates.live.values()].find((one) =>
    one.kind === "last-good" ? one.file === path : one.article.path === path,
  );
  if (live !== undefined) {
    const holding = feeds.filter(({ members, settings }) =>
      members.slice(0, settings.limit.items).some(({ id }) => id === live.listed.id),
    );
    const lastGood = live.kind === "last-good" ? { lastGood: true as const } : {};
    if (holding.length > 0) return { feeds: holding.map(({ path: feed }) => feed), ...lastGood };
    return { absent: "newer stories fill every feed it belongs to" };
  }
  const held = read.held.find((one) => one.path === path);
  if (held !== undefined) {
    const [first] = held.problems.filter(({ severity }) => severity === "error");
    return { absent: `held back: ${first?.code ?? "it cannot be read"}` };
  }
  const article = read.articles.find((one) => one.path === path);
  if (article === undefined) return { absent: "the build does not read this file" };
  return { absent: reasonOf(article, outlet, now) };
}

function reasonOf(article: Article, outlet: Outlet, now: Instant): string {
  const status = statusAt(article, now);
  if (status === "draft") return "it is a draft";
  if (status === "scheduled") return `it waits until ${inWords(article.published, outlet.zone)}`;
  if (status === "expired") return `it expired ${inWords(article.expires ?? now, outlet.zone)}`;
  if (status === "retracted") return "it was retracted";
  return "no feed is made that it would be in";
}
