import type { MadeStory, SeenMedia } from "../catalog/index.ts";
import { stubOf } from "../history/retraction.ts";
import type { Article, Story } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { ArticleStore } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import type { RelatedIndex } from "../normalize/related.ts";
import { completeStory } from "../normalize/story.ts";
import { bodyHtml, lexiconOf, parseArticle } from "../parse/index.ts";
import { sectionTitle } from "../section-title.ts";
import type { EntryFacts } from "../validate/index.ts";
import type { Candidate } from "./candidates.ts";
import { entryMaker } from "./entries.ts";
import { stampSeen } from "./seen-media.ts";

/** Why a story cannot be printed. */
export interface Faults {
  readonly faults: readonly Problem[];
}

export interface FreshInput {
  readonly outlet: Outlet;
  readonly store: ArticleStore;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly related: RelatedIndex;
}

/** Makes stories from their bodies, and renders and judges their entries. */
export function freshMaker({
  outlet,
  store,
  files,
  related,
}: FreshInput): (candidate: Candidate) => Promise<MadeStory<EntryFacts> | Faults> {
  const lexicon = lexiconOf(outlet);
  const makeEntries = entryMaker(outlet, extentsOf(outlet));
  const withEntries = (story: Story, problems: readonly Problem[], media: readonly SeenMedia[]) => {
    const made = makeEntries(story);
    if ("faults" in made)
      return { faults: made.faults.map(({ code, message }): Problem => ({ code, severity: "error", message })) };
    const warnings = made.warnings.map(({ code, severity, message }): Problem => ({ code, severity, message }));
    return { story, entries: made.entries, problems: [...problems, ...warnings], media };
  };
  return async (candidate) => {
    if (candidate.kind === "last-good") return withEntries(candidate.story, [], []);
    const { article } = candidate;
    if (candidate.kind === "stub") return withEntries(stubOf(candidate.article, sectionOf(article, outlet)), [], []);
    const file = files.get(article.path);
    const read = file === undefined ? undefined : store.read(file);
    if (file === undefined || read === undefined) return { faults: [CHANGED] };
    if ("problem" in read) return { faults: [read.problem] };
    const { draft } = parseArticle(file, read.bytes, { outlet, lexicon });
    // What was decided belongs to the bytes that were read first.
    if (draft === undefined || draft.fingerprint !== article.fingerprint) return { faults: [CHANGED] };
    const media = new Map<string, string | null>();
    const { story, problems } = await completeStory(article, bodyHtml(draft.body, article.dateline?.text), {
      outlet,
      related,
      peek: (path, bytes) => {
        const found = store.peek(path, bytes);
        media.set(path, stampSeen(found));
        return found;
      },
    });
    return withEntries(story, problems, [...media]);
  };
}

function extentsOf({ feeds }: Outlet): readonly ("full" | "summary")[] {
  return [
    ...new Set(
      Object.values(feeds)
        .filter(({ make }) => make)
        .map(({ content }) => content),
    ),
  ];
}

function sectionOf({ section }: Article, outlet: Outlet): Story["section"] {
  return section === undefined ? undefined : { id: section, title: sectionTitle(section, outlet) };
}

const CHANGED: Problem = {
  code: "file/changing",
  severity: "error",
  message: "Cannot read a file that changes while it is read: it is taken in the next build",
};
