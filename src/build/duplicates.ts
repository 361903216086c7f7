import { byId } from "../history/by-id.ts";
import type { Article } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { PreviousRelease } from "../model/release.ts";
import { TAKEN_DOWN } from "../normalize/article.ts";
import { quote } from "../text.ts";

/** An article that cannot be published beside another one. */
export interface Clash {
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/**
 * Articles that claim one id or one address. The one that subscribers know under it stays; nobody is chosen among strangers,
 * for whichever we took, the other desk's story would be lost without a word.
 */
export function clashesOf(articles: readonly Article[], previous: PreviousRelease | undefined): readonly Clash[] {
  const clashes = new Map<Article, Problem>();
  const compare = (kind: "id" | "url", key: (article: Article) => string) => {
    const all = groups(articles, key);
    if (all.length === 0) return;
    const owners = ownersOf(previous);
    for (const sharing of all) {
      const owner = ownerOf(kind, sharing, owners);
      for (const article of sharing) {
        if (article === owner || clashes.has(article)) continue;
        const others = sharing.filter((other) => other !== article).map(({ path }) => quote(path));
        clashes.set(article, problemOf(kind, key(article), others));
      }
    }
  };
  // Nearly every archive has as many ids as articles.
  if (byId(articles).size < articles.length) compare("id", ({ id }) => id);
  compare("url", ({ url }) => url);
  return [...clashes].map(([article, problem]) => ({
    article,
    problems: article.retracted === undefined ? [problem] : [problem, TAKEN_DOWN],
  }));
}

/** The files of the stories that subscribers know, by id. */
function ownersOf(previous: PreviousRelease | undefined): ReadonlyMap<string, string> {
  const rows = previous?.manifest.stories ?? [];
  return new Map(rows.flatMap(({ id, path, state }) => (state === "seen" ? [] : [[id, path] as const])));
}

/** The one that subscribers know: by its file, and of stories that differ also by its id, for files are renamed. */
function ownerOf(
  kind: "id" | "url",
  sharing: readonly Article[],
  owners: ReadonlyMap<string, string>,
): Article | undefined {
  const inPlace = sharing.find(({ id, path }) => owners.get(id) === path);
  if (inPlace !== undefined || kind === "id") return inPlace;
  const [known, ...others] = sharing.filter(({ id }) => owners.has(id));
  return others.length === 0 ? known : undefined;
}

function groups(articles: readonly Article[], key: (article: Article) => string): readonly (readonly Article[])[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const article of articles) {
    if (article.draft) continue;
    const one = key(article);
    if (seen.has(one)) shared.add(one);
    seen.add(one);
  }
  if (shared.size === 0) return [];
  const found = new Map<string, Article[]>();
  for (const article of articles) {
    if (article.draft || !shared.has(key(article))) continue;
    const sharing = found.get(key(article));
    if (sharing === undefined) found.set(key(article), [article]);
    else sharing.push(article);
  }
  return [...found.values()];
}

function problemOf(kind: "id" | "url", value: string, others: readonly string[]): Problem {
  const shown =
    others.length > 3 ? `${others.slice(0, 3).join(", ")} and ${others.length - 3} more` : others.join(" and ");
  return kind === "id"
    ? {
        code: "id/duplicate",
        severity: "error",
        message: `Cannot use the id ${quote(value)}: ${shown} has it too, give each story its own or rename the file`,
        at: { field: ["id"] },
      }
    : {
        code: "url/duplicate",
        severity: "error",
        message: `Cannot publish at ${quote(value)}: ${shown} has that address too, write another slug:`,
        at: { field: ["slug"] },
      };
}
