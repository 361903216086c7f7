import type { Instant } from "./article.ts";

export type FeedFormat = "rss" | "atom" | "json";
export type FeedKind = "main" | "section" | "tag" | "author" | "language";

/** File name of each format inside a feed's folder. */
export type FeedFile = "rss.xml" | "atom.xml" | "feed.json";

/** A story that was withdrawn, told to Atom readers (RFC 6721). */
export interface Tombstone {
  readonly id: string;
  readonly when: Instant;
  readonly reason?: string;
}

/** What a feed says of itself: everything but its entries. */
export interface FeedHead {
  /** Permanent id of the feed, an absolute IRI. Atom feed id. */
  readonly id: string;
  /** One line of plain text. */
  readonly title: string;
  /** Plain text; RSS requires one, so it is never empty. */
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The page that the feed belongs to: absolute URL. */
  readonly url: string;
  /** Where the three documents are published: absolute URLs. */
  readonly self: Readonly<Record<FeedFormat, string>>;
  /** Newest of its stories' updated, lift, expiry and retraction times, else the outlet's first day; never the clock. */
  readonly updated: Instant;
  readonly copyright?: string;
  /** E-mail address of the desk. */
  readonly contact?: string;
  /** Absolute URLs. */
  readonly logo?: string;
  readonly icon?: string;
  /** The outlet's name: author of last resort. */
  readonly publisher: string;
  /** WebSub hubs, absolute URLs. */
  readonly hubs: readonly string[];
  readonly tombstones: readonly Tombstone[];
}

/** A feed of the outlet: its head and the stories in it, newest first. */
export interface Feed {
  readonly kind: FeedKind;
  /** Folder below the output folder, "" for the main feed, else ending in "/": `sections/world/`. */
  readonly path: string;
  readonly head: FeedHead;
  /** Whether entries carry the whole content or the summary alone. */
  readonly content: "full" | "summary";
  /** Ids of the stories, newest first. */
  readonly stories: readonly string[];
}

/** A finished file of the release. */
export interface FeedDocument {
  /** Path below the output folder: `sections/world/rss.xml`. */
  readonly path: string;
  readonly format: FeedFormat;
  /**
   * Its bytes, one piece behind the other; made when they are asked for, and good until another document of the release is asked for its
   * own: all of them are put together in one place.
   */
  pieces(): readonly Uint8Array[];
  /** What is known of the bytes without making them: a document that did not change need not be made. SHA-256 is hexadecimal. */
  readonly known?: { readonly size: number; readonly sha256: string };
}
