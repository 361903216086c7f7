import type { Problem } from "../model/diagnostic.ts";
import type { StateStore } from "../model/doors.ts";
import { type ArticleMemory, openArticles } from "./articles.ts";
import { type LastBuild, type LastRead, readLast, writeLast } from "./last.ts";
import type { CatalogMemory } from "./memory.ts";
import { openStories, type StoryShelf } from "./stories.ts";

export { catalogKey, type KeyPart, storyKey } from "./key.ts";
export type { KeptFeed, LastBuild } from "./last.ts";
export { type CatalogMemory, catalogMemory } from "./memory.ts";
export { type Program, runningProgram } from "./program.ts";
export { NOWHERE, STATE, stateFolder, wholeOf } from "./state-folder.ts";
export {
  type KeptEntry,
  KeptLost,
  type KeptStory,
  type MadeStory,
  type SeenMedia,
  type StoryShelf,
} from "./stories.ts";

/** What is kept between builds; each part is opened when it is first asked for. */
export interface Catalog<Facts> {
  last(): LastBuild | undefined;
  articles(): ArticleMemory;
  stories(): StoryShelf<Facts>;
  /** What had to be dropped; asked at the end of a build. */
  notes(): readonly Problem[];
  /** Keeps what was opened, and the build. @returns what could not be kept */
  save(last: LastBuild): readonly Problem[];
}

/** Opens what is kept in a store under a key. `memory`: what this process has in mind of it. */
export function openCatalog<Facts>(state: StateStore, key: string, memory?: CatalogMemory): Catalog<Facts> {
  let articles: ArticleMemory | undefined;
  let stories: StoryShelf<Facts> | undefined;
  let last: LastRead | undefined;
  return {
    last: () => {
      last ??= readLast(state, key);
      return last.last;
    },
    articles: () => {
      articles ??= openArticles(state, key, memory);
      return articles;
    },
    stories: () => {
      stories ??= openStories(state, key, memory);
      return stories;
    },
    notes: () => {
      const dropped = [articles?.dropped, stories?.dropped, last?.dropped].filter((one) => one !== undefined);
      return dropped.length === 0 ? [] : [dropped.includes("damaged") ? DAMAGED : OTHER];
    },
    save: (last) => {
      const kept = [articles?.save() ?? true, stories?.save() ?? true];
      return kept.every(Boolean) && writeLast(state, key, last) ? [] : [UNKEPT];
    },
  };
}

/** Tells that what was kept could not be used. */
export const DAMAGED: Problem = {
  code: "catalog/damaged",
  severity: "info",
  message: "Cannot use what was kept of earlier builds: it is damaged, so it was made anew",
};

const OTHER: Problem = {
  code: "catalog/other",
  severity: "info",
  message: "Every article was read again: the configuration or the program has changed since the last build",
};

const UNKEPT: Problem = {
  code: "catalog/unkept",
  severity: "warning",
  message:
    "Cannot keep what is known of the articles: the next build takes longer; let the build's user write into .wireroom",
};
