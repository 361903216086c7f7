import type { Pointer } from "./diagnostic.ts";

/** How an article file is written. `copy` is plain wire copy (.txt). */
export type ArticleKind = "markdown" | "html" | "copy";

/** A file below the articles folder. */
export interface SourceFile {
  /** Path below the articles folder, "/" between parts. */
  readonly path: string;
  readonly kind: ArticleKind;
  /** Bytes. */
  readonly size: number;
  /** Changes whenever the file may have changed: size, times and inode. Opaque. */
  readonly stamp: string;
  /** The file changed so shortly before it was listed that a further change may not show in the stamp. */
  readonly unsettled?: true;
}

/** A front matter value that keeps what was typed: `010`, `1.10`, `NO` and long digits do not change. */
export type FieldValue = FieldScalar | FieldList | FieldMap;

export interface FieldScalar {
  readonly kind: "scalar";
  /** What the format says the value is; a date in TOML or YAML is `string` with its source text. */
  readonly type: "string" | "number" | "boolean" | "null";
  /** The value as text: source text of a plain scalar, content of a quoted one. "" for null. */
  readonly text: string;
  /** Whether the value stood in quotes: `"true"` is not `true`. */
  readonly quoted: boolean;
}

export interface FieldList {
  readonly kind: "list";
  readonly items: readonly FieldValue[];
}

export interface FieldMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, FieldValue>;
}

/** Front matter by key in lower case, in the order written. */
export type FrontMatter = ReadonlyMap<string, FieldValue>;

/** The kinds of evidence that a value can come from. Printed by `explain` as `from`. */
export type EvidenceSource =
  | "front-matter"
  | "metadata"
  | "heading"
  | "filename"
  | "folder"
  | "lead"
  | "byline"
  | "bio"
  | "sign-off"
  | "dateline"
  | "content"
  | "outlet"
  | "git"
  | "first-seen"
  | "release";

/** A value with its source. */
export interface Evidence<T> {
  readonly value: T;
  readonly from: EvidenceSource;
  /** What exactly: the front matter key, `og:title`, `JSON-LD datePublished`, the name of a rule. */
  readonly name?: string;
  readonly at?: Pointer;
}

/** One credited name as it was read; not yet a person of the outlet. */
export interface Credit {
  readonly name: string;
  /** A person, an organisation or in-house credit ("Wire Reports", "Web Desk"). */
  readonly sort: "person" | "organisation";
  readonly role?: string;
  readonly org?: string;
  readonly email?: string;
  readonly url?: string;
  readonly avatar?: string;
  /** Id in the outlet's author registry, when front matter names one. */
  readonly id?: string;
  readonly from: EvidenceSource;
  readonly at?: Pointer;
}

export interface Contributor {
  readonly name: string;
  readonly role?: string;
}

export interface Dateline {
  readonly place?: string;
  readonly agency?: string;
  /** As written: `Oct 22`, `4 mar`. */
  readonly date?: string;
  /** The whole prefix with its separator, white space normalised. */
  readonly text: string;
}

export interface RelatedLine {
  readonly title: string;
  readonly url?: string;
}

export interface Note {
  readonly kind: "correction" | "clarification" | "update" | "editors-note" | "withdrawn";
  readonly text: string;
}

/** Why copy itself asks not to be published: COPY.md's withdrawn, on hold, embargo. */
export interface Hold {
  readonly kind: "withdrawn" | "hold" | "embargo";
  /** The line that says so. */
  readonly text: string;
}

/** What a text says about itself beside its story, in any kind of article. Absent means not found; lists are never empty. */
export interface TextFindings {
  /** Candidates for the title, strongest first. */
  readonly titles: readonly Evidence<string>[];
  readonly credits: readonly Credit[];
  readonly contributors: readonly Contributor[];
  readonly dateline?: Dateline;
  readonly related: readonly RelatedLine[];
  readonly notes: readonly Note[];
  /** The closing bio, whole, when one was taken out of the paragraphs. */
  readonly bio?: string;
  readonly hold?: Hold;
  /** Dates that stand in the text's metadata (HTML), strongest first, as written. */
  readonly published: readonly Evidence<string>[];
  readonly updated: readonly Evidence<string>[];
  readonly language?: Evidence<string>;
  readonly section?: Evidence<string>;
  readonly tags: readonly Evidence<string>[];
  readonly summary?: Evidence<string>;
  readonly image?: Evidence<{ readonly url: string; readonly alt?: string; readonly credit?: string }>;
  readonly canonical?: Evidence<string>;
}

/** The story itself, still as filed. Rendered to HTML only for stories that appear in a feed. */
export type Body =
  | { readonly format: "markdown"; readonly text: string }
  | { readonly format: "html"; readonly text: string }
  /** Plain paragraphs, white space as filed except at the ends; `- ` list items are paragraphs of their own. */
  | {
      readonly format: "paragraphs";
      readonly paragraphs: readonly string[];
      /** Which paragraph the dateline stood before, from 0. */
      readonly opened?: number;
      /** Which paragraphs are orders to desks (an embargo, a hold): kept for `explain`, never published. */
      readonly orders?: readonly number[];
    };

/** An article file, read and taken apart, nothing decided yet. */
export interface Draft {
  readonly path: string;
  readonly kind: ArticleKind;
  readonly frontMatter: FrontMatter;
  readonly findings: TextFindings;
  readonly body: Body;
  /** Lines above the body: the front matter. */
  readonly linesAbove: number;
  /** Hash of the body as filed, 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Its fields were read, and its text cannot be used: what was found in it holds the article. */
  readonly isBroken?: true;
}
