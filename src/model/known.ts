import type { Article, Instant } from "./article.ts";
import type { Problem } from "./diagnostic.ts";
import type { SourceFile } from "./draft.ts";

/** What is known of one file after reading it: an article, or the problems that hold it back. */
export interface Known {
  readonly article?: Article;
  readonly problems: readonly Problem[];
  /** The article depends on more than the file and the configuration: git, or what the last release remembers. */
  readonly outside?: true;
  /** The first build that saw the file, when the article has no other date. */
  readonly firstSeen?: Instant;
}

/** Keeps what is known of files between builds. */
export interface Memory {
  recall(file: SourceFile): Known | undefined;
  /** @returns the same, in less memory */
  keep(file: SourceFile, known: Known): Known;
  /** Keeps what is known as JSON of it, for what comes from elsewhere. */
  keepJson(file: SourceFile, json: string): Known;
}
