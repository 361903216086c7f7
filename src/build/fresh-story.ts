import type { MadeStory } from "../catalog/index.ts";
import { stubOf } from "../history/retraction.ts";
import type { Article, Story } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { Outlet } from "../model/outlet.ts";
import { storyLine } from "../publish/index.ts";
import { sectionTitle } from "../section-title.ts";
import type { EntryFacts } from "../validate/index.ts";
import type { Retracted } from "./candidates.ts";
import type { Complete, CompleteResult, Faults, Order, Whole } from "./complete.ts";
import { entryMaker } from "./entries.ts";
import { failed } from "./failed.ts";

/** What a story is made of. */
export type Shown =
  | ({ readonly kind: "article" } & Order)
  | { readonly kind: "stub"; readonly article: Retracted }
  | { readonly kind: "last-good"; readonly story: Story };

/** Makes stories, and renders and judges their entries. */
export function freshMaker(
  outlet: Outlet,
  complete: Complete,
): (shown: Shown) => Promise<MadeStory<EntryFacts> | Faults> {
  const makeEntries = entryMaker(outlet, extentsOf(outlet));
  const withEntries = ({ story, problems, media }: Whole) => {
    const made = makeEntries(story);
    if ("faults" in made)
      return { faults: made.faults.map(({ code, message }): Problem => ({ code, severity: "error", message })) };
    const warnings = made.warnings.map(({ code, severity, message }): Problem => ({ code, severity, message }));
    return { line: storyLine(story), entries: made.entries, problems: [...problems, ...warnings], media };
  };
  return async (shown) => {
    try {
      const whole = await wholeOf(shown);
      return "faults" in whole ? whole : withEntries(whole);
    } catch (cause) {
      // Nothing is left to show of it then, and nobody would be told: the last release stands.
      if (shown.kind === "last-good") throw cause;
      return { faults: [failed(cause)] };
    }
  };

  async function wholeOf(shown: Shown): Promise<CompleteResult> {
    if (shown.kind === "last-good") return { story: shown.story, problems: [], media: [] };
    if (shown.kind === "article") return complete(shown);
    return { story: stubOf(shown.article, sectionOf(shown.article, outlet)), problems: [], media: [] };
  }
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
