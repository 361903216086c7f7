import type { Correction, Instant, Person } from "./article.ts";
import type { Evidence, EvidenceSource } from "./draft.ts";

/** Something that could have been the value and lost. */
export interface Rejected {
  readonly value: string;
  readonly from: EvidenceSource;
  readonly name?: string;
  readonly why: string;
}

/** A value, where it came from, and what else was considered. What `explain` prints. */
export interface Decision<T> extends Evidence<T> {
  readonly others?: readonly Rejected[];
}

/** How a story stands: what may be published of it, and why not. */
export type Status = "published" | "scheduled" | "draft" | "expired" | "retracted" | "held";

/** Everything that was decided about an article, field by field. Absent means nothing was found. */
export interface Decisions {
  title?: Decision<string>;
  published?: Decision<Instant>;
  updated?: Decision<Instant>;
  id?: Decision<string>;
  url?: Decision<string>;
  section?: Decision<string>;
  tags?: Decision<readonly string[]>;
  language?: Decision<string>;
  summary?: Decision<string>;
  authors?: readonly Decision<Person>[];
  corrections?: readonly Correction[];
}
