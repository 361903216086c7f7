import type { Instant, Story } from "./article.ts";
import type { FeedDocument } from "./feed.ts";

/** Version of the two files below; a reader refuses any other. */
export type ReleaseFormat = 1;

/**
 * `manifest.json`: what a release consists of and what must be remembered of every story that subscribers have ever seen.
 *
 * Public: no absolute paths, no unknown front matter, only published stories. A function of the build's input alone.
 */
export interface Manifest {
  readonly format: ReleaseFormat;
  /** Hash of everything below: equal for equal releases. */
  readonly id: string;
  /** Every file of ours but the manifest itself, sorted by path. */
  readonly files: readonly ReleasedFile[];
  /** Every feed, sorted by path. */
  readonly feeds: readonly ReleasedFeed[];
  /** Every story that is or was in a feed, and those whose first sight is remembered; sorted by id. */
  readonly stories: readonly ReleasedStory[];
}

export interface ReleasedFile {
  /** Below the output folder, "/" between parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface ReleasedFeed {
  /** Folder below the output folder, "" for the main feed, else ending in "/". */
  readonly path: string;
  readonly updated: Instant;
  /** Ids in feed order. */
  readonly stories: readonly string[];
}

/** How a story of an earlier release stands: in feeds, pushed out by newer ones, taken back, expired, or seen but never listed. */
export type ReleasedState = "listed" | "archived" | "retracted" | "expired" | "seen";

export interface ReleasedStory {
  readonly id: string;
  /** Below the articles folder. */
  readonly path: string;
  readonly url: string;
  readonly title: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly state: ReleasedState;
  /** Hash of the body: recognizes the story under another file name. */
  readonly fingerprint: string;
  readonly retracted?: { readonly at: Instant; readonly reason?: string };
  /** The build that first saw an undated story. */
  readonly firstSeen?: Instant;
  /** The build that first found the file broken; the last good version is shown since. */
  readonly heldSince?: Instant;
}

/** `stories.json`: the last published version of every listed story: what "last good" and `--previous` live on. */
export interface StoriesFile {
  readonly format: ReleaseFormat;
  /** Sorted by id. */
  readonly stories: readonly Story[];
}

/** What an earlier release remembers. */
export interface PreviousRelease {
  readonly manifest: Manifest;
  /** By id. */
  readonly stories: ReadonlyMap<string, Story>;
}

/** A release that is ready and not yet published: its documents, and what the manifest and the memory of stories will say. */
export interface ReadyRelease {
  /** Sorted by path; bytes are made when they are asked for. */
  readonly documents: readonly FeedDocument[];
  /** Sorted by path. */
  readonly feeds: readonly ReleasedFeed[];
  /** Rows of the manifest, sorted by id. */
  readonly rows: readonly ReleasedStory[];
  /** Every listed story as `stories.json` has it, sorted by id. */
  readonly stories: readonly StoryLine[];
}

/** A story as a line of `stories.json`: JSON with sorted keys, in UTF-8, without a line end. */
export type StoryLine = Uint8Array;
