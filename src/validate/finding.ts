import type { Instant } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FeedFormat } from "../model/feed.ts";

/** `core`: our own judgement, which guards the build. `w3c`: what the public W3C validator would answer. */
export type Profile = "core" | "w3c";

/** Something wrong in a feed. */
export interface Finding extends Diagnostic {
  /** Qualified name, as written in the feed, of the element or attribute that is wrong or missing. */
  readonly element?: string;
  /** Qualified name of the element around it; "root" around the outermost one. */
  readonly parent?: string;
  /** Class of the W3C validator that the rule corresponds to. */
  readonly w3c?: string;
}

export interface Limits {
  /** Largest document that is read. */
  readonly bytes: number;
  /** Deepest nesting of elements, arrays or objects that is followed. */
  readonly depth: number;
  /** Longest time a document may take. */
  readonly seconds: number;
}

export const DEFAULT_LIMITS: Limits = { bytes: 20 * 1024 * 1024, depth: 200, seconds: 10 };

export interface CheckOptions {
  /** Default: core. */
  readonly profile?: Profile;
  /** Name in the locations of the findings; absent: the findings are located in "". */
  readonly file?: string;
  /** The Content-Type header the document was served with. */
  readonly contentType?: string;
  /** Where the document was fetched from. */
  readonly url?: string;
  readonly limits?: Partial<Limits>;
  /** Dates after it lie in the future; absent: nothing does. */
  readonly now?: Instant;
}

/** What is known of a whole document. */
export interface DocumentCheck {
  /** Null: the document is no feed. */
  readonly format: FeedFormat | null;
  /** Whether no finding is an error. */
  readonly valid: boolean;
  /** In the order of their places. */
  readonly diagnostics: readonly Finding[];
  /** The decoded document, without its byte order mark: what the locations count in. */
  readonly text: string;
}

/** What one entry says that rules about the whole document need. */
export interface EntryFacts {
  /** Atom id, RSS guid, JSON Feed id. */
  readonly id?: string;
  readonly published?: Instant;
  readonly updated?: Instant;
  /** The page of the story. */
  readonly link?: string;
  /** Size in bytes, as published. */
  readonly bytes: number;
  /** Where the entry's id, or else the entry, is: findings of `checkWhole` about the entry are located there. */
  readonly line: number;
  readonly column: number;
  /** More of what only one format knows, for that format's own rules. */
  readonly more?: Readonly<Record<string, string>>;
}

/** What the head says that rules about the whole document need. */
export interface HeadFacts {
  readonly id?: string;
  readonly updated?: Instant;
  /** Where the document says it is published. */
  readonly self?: string;
  readonly line: number;
  readonly column: number;
  readonly more?: Readonly<Record<string, string>>;
}

/** The judgement on one entry inside a head; locations count from the start of the entry. */
export interface EntryCheck {
  readonly diagnostics: readonly Finding[];
  readonly declared: EntryFacts;
}

/** The judgement on a head and its tail without entries. */
export interface HeadCheck {
  readonly diagnostics: readonly Finding[];
  readonly declared: HeadFacts;
}
