import { defineOutlet } from "../../src/config/load.ts";
import type { Article, Story } from "../../src/model/article.ts";
import type { Decisions } from "../../src/model/decision.ts";
import type { Problem } from "../../src/model/diagnostic.ts";
import type { ArticleKind, Draft } from "../../src/model/draft.ts";
import type { Outlet } from "../../src/model/outlet.ts";
import { normalizeArticle } from "../../src/normalize/article.ts";
import { registryOf } from "../../src/normalize/people.ts";
import type { OutsideDates } from "../../src/normalize/published.ts";
import { relatedIndex, relatedLinks } from "../../src/normalize/related.ts";
import { completeStory } from "../../src/normalize/story.ts";
import { bodyHtml, lexiconOf, parseArticle } from "../../src/parse/index.ts";

/** An outlet of the tests; settings as in `outlet.yaml`. `since: none` leaves that field out. */
export function outletWith(settings: Readonly<Record<string, unknown>> = {}): Outlet {
  const { since = "2019-06-30", ...others } = settings;
  return defineOutlet({
    title: "The Harbour Press",
    url: "https://harbour.example/",
    zone: "Europe/Lisbon",
    ...(since !== "none" && { since }),
    ...others,
  });
}

/** What became of one article file. */
export interface Filed {
  readonly draft?: Draft;
  readonly article?: Article;
  readonly decisions?: Decisions;
  readonly problems: readonly Problem[];
}

/** Reads and normalizes an article file as the build does. The path says of what kind it is. */
export function file(
  path: string,
  content: string | Uint8Array,
  outlet: Outlet = outletWith(),
  outside: OutsideDates = {},
): Filed {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const kind: ArticleKind = path.endsWith(".txt") ? "copy" : path.endsWith(".html") ? "html" : "markdown";
  const parsed = parseArticle({ path, kind }, bytes, { outlet, lexicon: lexiconOf(outlet) });
  if (parsed.draft === undefined) return { problems: parsed.problems };
  const { article, decisions, problems } = normalizeArticle(parsed.draft, outlet, registryOf(outlet.authors), outside);
  return {
    draft: parsed.draft,
    decisions,
    problems: [...parsed.problems, ...problems],
    ...(article !== undefined && { article }),
  };
}

/** The story that feeds print of an article file, beside other stories of the outlet. */
export async function print(
  path: string,
  content: string,
  outlet: Outlet = outletWith(),
  others: readonly { readonly title: string; readonly url: string; readonly published: number }[] = [],
): Promise<Story> {
  const { draft, article, problems } = file(path, content, outlet);
  if (draft === undefined || article === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  const html = bodyHtml(draft.body, draft.findings.dateline?.text);
  const { story } = await completeStory(article, html, {
    outlet,
    related: relatedLinks(
      article.related,
      relatedIndex(() => others),
      article.url,
    ),
    peek: () => undefined,
  });
  return story;
}

/** Codes of problems, each with its severity in front: `error title/empty`. */
export function codes({ problems }: Pick<Filed, "problems">): readonly string[] {
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}
