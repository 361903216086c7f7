/** A place in a file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Location {
  /** Path as a person would type it: relative to the working folder where possible, "/" between parts. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export type Severity = "error" | "warning" | "info";

/** Something a writer, an editor or an operator can fix. What a programmer must fix is thrown instead. */
export interface Diagnostic {
  /** Permanent and searchable: `date/ambiguous`. */
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  /** What could not be done, the value in quotes, a colon, what to write instead. No full stop, no place. */
  readonly message: string;
  readonly location?: Location;
  /** URL of the clause that asks for it. */
  readonly spec?: string;
}

/**
 * Where in an article a problem sits, before anybody has worked out the line: a path into the front matter
 * (`["authors", 1, "email"]`; its value, or with `of` its key) or an offset into the decoded text, in UTF-16 units from 0.
 */
export type Pointer =
  | { readonly field: readonly (string | number)[]; readonly of?: "key" }
  | { readonly offset: number }
  | { readonly line: number; readonly column: number };

/** A diagnostic about one article, raised by a function that does not know the file. The build turns `at` into a location. */
export interface Problem {
  readonly code: `${string}/${string}`;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Pointer;
  readonly spec?: string;
}

/** Collects the problems of one stage. */
export type Report = (problem: Problem) => void;
