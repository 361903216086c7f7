import type { Problem } from "./diagnostic.ts";
import type { SourceFile } from "./draft.ts";
import type { PreviousRelease, ReadyRelease } from "./release.ts";

/**
 * Where articles come from. The file system is the embedded default; tests and other stores give their own.
 */
export interface ArticleStore {
  /**
   * Every article, sorted by path in code units.
   *
   * @param changed all that may have changed since this process listed them last, as paths of the file system: a store may look at
   * nothing else. Absent: anything
   * @throws FolderProblem when the folder cannot be listed whole
   */
  list(changed?: ReadonlySet<string>): Listing;
  /**
   * The bytes of one article as they were at one moment, or why they could not be had.
   *
   * @param desk where the bytes may be put if they fit: who reads an archive saves the collector a piece of memory for every article
   */
  read(file: SourceFile, desk?: Uint8Array): { readonly bytes: Uint8Array } | { readonly problem: Problem };
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
  /** The file changed so shortly before that a further change may not show in the stamp. */
  readonly unsettled?: true;
}

/**
 * Where releases go and where the last one is. The file system is the embedded default; tests and other stores give their own.
 */
export interface ReleaseStore {
  /** Finishes or undoes a switch that was interrupted, and takes away what it left; tells what it did. */
  recover(): readonly Problem[];
  /** Id of the last release while each of its files stands in its place with its size; far cheaper than `last`. */
  intact(): string | undefined;
  /** The last release; absent when nothing was published yet; a problem when there is one that cannot be used. */
  last(): { readonly release?: PreviousRelease } | { readonly problem: Problem };
  /**
   * Publishes a release: every file is staged and checked before the first one is switched.
   *
   * @throws PublishProblem when it could not; the last release stands then, or the next `recover` brings it or the new one about
   */
  publish(release: ReadyRelease, listener?: PublishListener): PublishedFiles;
}

/** Who is told how far publishing is. */
export interface PublishListener {
  /** Called for each file before it is staged; what it throws ends publishing, and the last release stands. */
  onFile?(done: number, all: number): void;
  /** Called when the feeds are out, and only what is left over has still to be removed. */
  onOut?(): void;
}

/** What publishing changed. Paths are below the output folder. */
export interface PublishedFiles {
  /** Id of the manifest: equal for equal releases. */
  readonly id: string;
  /** Files of the release, manifest.json and stories.json included. */
  readonly files: number;
  /** New, different and removed files, sorted. */
  readonly changed: readonly string[];
  /** Files whose bytes, inode and times stayed. */
  readonly unchanged: number;
  /** What went wrong without harm to the release, such as a left-over that could not be removed. */
  readonly warnings: readonly Problem[];
}

/**
 * Where what may be lost is kept between builds: losing it costs time and nothing else. The file system is the embedded default.
 */
export interface StateStore {
  /**
   * What is kept under a name, piece by piece, for it may grow with the archive: a piece is good until the next one is asked for, and the
   * last one is undefined when the rest cannot be had.
   *
   * @returns undefined when there is nothing
   */
  pieces(name: string): Iterable<Uint8Array | undefined> | undefined;
  /**
   * Differs whenever what is kept under the name was written since; undefined when there is nothing. A store without it is read each time.
   */
  stamp?(name: string): string | undefined;
  /** Reads a part of it, from a byte on, and fills `into`. @returns whether all of it was there */
  readPart(name: string, from: number, into: Uint8Array): boolean;
  /** Replaces it whole or not at all. @returns whether it is kept now */
  write(name: string, chunks: Iterable<Uint8Array>): boolean;
  /** Writes behind its first `length` bytes; what stood there is given up. @returns whether it is kept now */
  append(name: string, length: number, chunks: Iterable<Uint8Array>): boolean;
  /** Gives back what reading parts holds open. It may be used again. */
  close(): void;
}
