import type { Problem } from "./diagnostic.ts";
import type { SourceFile } from "./draft.ts";

/**
 * Where articles come from. The file system is the embedded default; tests and other stores give their own.
 */
export interface ArticleStore {
  /** Every article, sorted by path in code units; throws `FolderProblem` when the folder cannot be listed whole. */
  list(): Listing;
  /** The bytes of one article as they were at one moment, or why they could not be had. */
  read(file: SourceFile): { readonly bytes: Uint8Array } | { readonly problem: Problem };
  /** Size and first bytes of a file below the folder, for media; undefined when there is no such plain file inside it. */
  peek(path: string, bytes: number): MediaFile | undefined;
}

export interface Listing {
  readonly files: readonly SourceFile[];
  /** Files that are there and cannot be articles, with why. */
  readonly problems: readonly FileProblem[];
}

export interface FileProblem {
  readonly path: string;
  readonly problem: Problem;
}

export interface MediaFile {
  /** Bytes. */
  readonly size: number;
  readonly head: Uint8Array;
  /** Changes when the file changes. */
  readonly stamp: string;
}
