import type { Problem, Report } from "../model/diagnostic.ts";
import type { FieldMap } from "../model/draft.ts";
import type { FeedKind } from "../model/feed.ts";
import type { CopySettings, FeedSettings, Limit, Outlet, RegisteredAuthor } from "../model/outlet.ts";
import { fold, quote } from "../text.ts";
import { type OutletFile, outletFields } from "./fields.ts";
import { fieldsOf, problem } from "./reading.ts";

const STANDARD_LIMIT: Limit = { items: 50, size: 2_000_000 };
const STANDARD_COPY: CopySettings = {
  dateline: "keep",
  bio: "keep",
  agencies: [],
  places: [],
  roles: [],
  inHouse: [],
  related: [],
};

/** The outlet that a configuration describes, or the problems that leave none. */
export type OutletResult = { readonly outlet: Outlet } | { readonly problems: readonly Problem[] };

/** Reads the fields of `outlet.yaml`. Anything wrong in it leaves no outlet: a half-read configuration would publish wrong feeds. */
export function readOutlet(root: FieldMap): OutletResult {
  const problems: Problem[] = [];
  const report: Report = (found) => problems.push(found);
  const file = fieldsOf<OutletFile>(outletFields)(root, [], report) ?? {};
  for (const key of ["title", "url", "zone"] as const) {
    if (!root.entries.has(key)) {
      report({
        ...problem("config/required", `Cannot build without "${key}": write ${EXAMPLES[key]}`, []),
        at: { line: 1, column: 1 },
      });
    }
  }
  checkAuthors(file.authors ?? [], report);
  checkFolders(file, report);
  const { title, url, zone } = file;
  if (title === undefined || url === undefined || zone === undefined || problems.length > 0) return { problems };
  return { outlet: outletOf(file, { title, url, zone }) };
}

const EXAMPLES = { title: "title: The Harbour Press", url: "url: https://news.example/", zone: "zone: Europe/Lisbon" };

function outletOf(file: OutletFile, required: Pick<Outlet, "title" | "url" | "zone">): Outlet {
  const limit = { ...STANDARD_LIMIT, ...file.limit };
  const content = file.content ?? "full";
  const feed = (kind: FeedKind): FeedSettings => {
    const own = file.feeds?.[kind];
    return { make: own?.make ?? true, content: own?.content ?? content, limit: { ...limit, ...own?.limit } };
  };
  const { limit: _limit, feeds: _feeds, tags, copy, retraction, guards, ...plain } = file;
  return {
    ...plain,
    ...required,
    description: file.description ?? required.title,
    language: file.language ?? "en",
    articles: file.articles ?? "articles",
    out: file.out ?? "dist",
    feedUrl: file.feedUrl ?? required.url,
    permalink: file.permalink ?? "/:section/:slug/",
    content,
    limit,
    creators: file.creators ?? "joined",
    sections: file.sections ?? new Map(),
    tags: { aliases: foldedKeys(tags?.aliases ?? new Map()), min: tags?.min ?? 1 },
    authors: file.authors ?? [],
    feeds: {
      main: feed("main"),
      section: feed("section"),
      tag: feed("tag"),
      author: feed("author"),
      language: feed("language"),
    },
    copy: { ...STANDARD_COPY, ...copy },
    zoneNames: file.zoneNames ?? new Map(),
    embeds: file.embeds ?? "link",
    publish: file.publish ?? "plain",
    retraction: { show: retraction?.show ?? "stub", tombstoneDays: retraction?.tombstoneDays ?? 90 },
    undated: file.undated ?? "refuse",
    updated: file.updated ?? "front-matter",
    guards: { vanish: { count: 10, share: 0.3, ...guards?.vanish }, flood: guards?.flood ?? 20 },
    hubs: file.hubs ?? [],
  };
}

function foldedKeys(aliases: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...aliases].map(([spelling, label]) => [fold(spelling), label]));
}

function checkAuthors(authors: readonly RegisteredAuthor[], report: Report): void {
  const ids = new Map<string, number>();
  const emails = new Map<string, number>();
  for (const [index, { id, email }] of authors.entries()) {
    if (ids.has(id)) {
      report(
        problem("config/author-twice", `Cannot use the author id ${quote(id)} twice: give each person an id`, [
          "authors",
          index,
          "id",
        ]),
      );
    }
    ids.set(id, index);
    if (email === undefined) continue;
    if (emails.has(email.toLowerCase())) {
      report(
        problem("config/author-twice", `Cannot use the address ${quote(email)} for two authors: write it once`, [
          "authors",
          index,
          "email",
        ]),
      );
    }
    emails.set(email.toLowerCase(), index);
  }
}

function checkFolders(file: OutletFile, report: Report): void {
  const articles = `${file.articles ?? "articles"}/`.replace(/^\.\//, "");
  const out = `${file.out ?? "dist"}/`.replace(/^\.\//, "");
  if (articles.startsWith(out) || out.startsWith(articles)) {
    report(
      problem(
        "config/folders-overlap",
        `Cannot publish into ${quote(file.out ?? "dist")}: keep articles and out apart`,
        ["out"],
      ),
    );
  }
}
