import type { Status } from "../model/decision.ts";
import type { Diagnostic, Location } from "../model/diagnostic.ts";
import type { ArticleKind, EvidenceSource } from "../model/draft.ts";
import type { CopyJson } from "../parse/index.ts";

/** A value, where it came from, and the place where that is one. */
export interface Explained<T> {
  readonly value: T;
  readonly from: EvidenceSource;
  /** What exactly: the key of front matter, `og:title`, `JSON-LD datePublished`. */
  readonly name?: string;
  readonly location?: Location;
}

/** Something that could have been the value and lost. */
export interface Considered {
  readonly field: string;
  readonly value: string;
  readonly from?: EvidenceSource;
  readonly why: string;
}

/** Somebody the story is credited to in the feeds. */
export interface CreditedPerson {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly org?: string;
}

/**
 * How an article was understood. What `explain --json` prints: the fields of plain copy at its top (title, authors, contributors,
 * dateline, related, notes, paragraphs), then what every article has. Absent means that nothing was found.
 */
export interface Explanation extends Partial<CopyJson> {
  readonly file: string;
  readonly kind: ArticleKind;
  readonly published?: Explained<string>;
  readonly updated?: Explained<string>;
  readonly id?: Explained<string>;
  readonly url?: Explained<string>;
  readonly section?: Explained<string>;
  /** Empty where the story has none. */
  readonly tags?: Explained<readonly string[]>;
  readonly language?: Explained<string>;
  readonly summary?: Explained<string>;
  readonly status?: Explained<Status>;
  /** The picture that feeds show: absolute URL. */
  readonly image?: string;
  /** Corrections and other notes with their dates, as feeds tell them. */
  readonly corrections?: readonly { readonly kind: string; readonly text: string; readonly date?: string }[];
  /** The authors as feeds name them, once merged with the outlet's registry. */
  readonly people?: readonly CreditedPerson[];
  /** Folders of the feeds that the story is in: "" for the main one. */
  readonly feeds?: readonly string[];
  /** The file is broken, and feeds show the last good version of its story. */
  readonly lastGood?: true;
  /** Why it is in none. */
  readonly absent?: string;
  readonly considered: readonly Considered[];
  readonly diagnostics: readonly Diagnostic[];
}
