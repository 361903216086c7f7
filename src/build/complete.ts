import type { SeenMedia } from "../catalog/index.ts";
import type { Article, RelatedLink, Story } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { ArticleStore } from "../model/doors.ts";
import type { Body, SourceFile } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { completeStory } from "../normalize/story.ts";
import { bodyHtml, lexiconOf, parseArticle } from "../parse/index.ts";
import type { Bodies } from "./bodies.ts";
import { DESK } from "./read.ts";
import { stampSeen } from "./seen-media.ts";

/** Why something cannot be printed. */
export interface Faults {
  readonly faults: readonly Problem[];
}

/** An article whose story is wanted: all that decides the story, beside the outlet and the files that it shows. */
export interface Order {
  readonly article: Article;
  readonly related: readonly RelatedLink[];
  /** Absent when the listing does not have it. */
  readonly file?: SourceFile;
}

/** A story ready to be rendered, and the files that were looked at for it. */
export interface Whole {
  readonly story: Story;
  readonly problems: readonly Problem[];
  readonly media: readonly SeenMedia[];
}

export type CompleteResult = Whole | Faults;

/** Makes the story of an article from its body. */
export type Complete = (order: Order) => Promise<CompleteResult>;

export interface CompleterInput {
  readonly outlet: Outlet;
  readonly store: ArticleStore;
  /** Bodies that this build has read; the others are read again. */
  readonly bodies?: Bodies;
}

export function completer({ outlet, store, bodies }: CompleterInput): Complete {
  const lexicon = lexiconOf(outlet);
  const desk = new Uint8Array(DESK);
  const read = ({ article, file }: Order): Body | Faults => {
    if (file === undefined) return { faults: [CHANGED] };
    const found = store.read(file, desk);
    if ("problem" in found) return { faults: [found.problem] };
    const { draft } = parseArticle(file, found.bytes, { outlet, lexicon, decisive: true });
    // What was decided belongs to the bytes that were read first.
    return draft?.fingerprint === article.fingerprint ? draft.body : { faults: [CHANGED] };
  };
  return async (order) => {
    const { article, related } = order;
    const body = bodies?.take(article.path) ?? read(order);
    if ("faults" in body) return body;
    const media = new Map<string, string | null>();
    const { story, problems } = await completeStory(article, bodyHtml(body, article.dateline?.text), {
      outlet,
      related,
      peek: (path, bytes) => {
        const found = store.peek(path, bytes);
        media.set(path, stampSeen(found));
        return found;
      },
    });
    return { story, problems, media: [...media] };
  };
}

const CHANGED: Problem = {
  code: "file/changing",
  severity: "error",
  message: "Cannot read a file that changes while it is read: it is taken in the next build",
};
