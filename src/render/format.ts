/** Everything of a document but its entries. */
export interface HeadParts {
  /** Ends where the line end before the first entry, or the tail, follows. */
  readonly head: string;
  /** Begins with a line end. */
  readonly tail: string;
}

/** What of a story goes into its entry. */
export interface EntryOptions {
  /** Whether the entry carries the whole content or the summary alone. */
  readonly content: "full" | "summary";
  /** Whether RSS names several authors in one element or in one each. */
  readonly creators: "joined" | "each";
}

/** What the feeds say they were made by: no version, or every upgrade of ours would change every feed. */
export const GENERATOR = "Wireroom";
