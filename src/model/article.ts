import type { Contributor, Dateline, Note, RelatedLine } from "./draft.ts";

/** Whole seconds since 1970-01-01T00:00:00Z, between the years 1 and 9999. */
export type Instant = number;

/** Somebody a story is credited to: a person, or an organisation ("Wire Reports"). */
export interface Person {
  /** Id of the registry, else a slug of the name. Path segment of the author's feeds. */
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly org?: string;
  readonly email?: string;
  /** Absolute URL. */
  readonly url?: string;
  /** Absolute URL of a picture. */
  readonly avatar?: string;
}

/** A correction, clarification, update or editor's note that is shown at the head of the content. */
export interface Correction {
  readonly kind: Note["kind"];
  readonly text: string;
  /** When it was made; absent for notes in copy that give no date. */
  readonly date?: Instant;
}

/** A picture, sound or video as the article names it, before its file was looked at. */
export interface MediaReference {
  /** As written: a path beside the article, a path of the site, or a URL. */
  readonly src: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly caption?: string;
}

/** Everything about an article that listing and selecting need. Says nothing of the body. */
export interface Article {
  /** Path below the articles folder. */
  readonly path: string;
  /** Permanent id, an absolute IRI, percent-encoded ASCII. RSS guid, Atom id, JSON Feed id. */
  readonly id: string;
  /** Where a reader finds the story: absolute URL, percent-encoded ASCII. RSS link, Atom alternate, JSON Feed url. */
  readonly url: string;
  /** One line of plain text. */
  readonly title: string;
  /** From when the story counts as published: of an embargoed one the later of its date and the lift. */
  readonly published: Instant;
  /** The newest of `revised` and the dates of corrections: moves only when a person says so. Never before `published`. */
  readonly updated: Instant;
  /** When a person says the story was last worked over, corrections aside. May lie ahead. */
  readonly revised: Instant;
  readonly authors: readonly Person[];
  readonly contributors: readonly Contributor[];
  /** Section id: the front matter field, else the first folder. */
  readonly section?: string;
  /** As written, no two equal after folding. */
  readonly tags: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  readonly draft: boolean;
  readonly expires?: Instant;
  readonly retracted?: { readonly at: Instant; readonly reason?: string };
  /** Newest last. */
  readonly corrections: readonly Correction[];
  readonly dateline?: Dateline;
  readonly related: readonly RelatedLine[];
  /** As given by a person; made from the content when absent. */
  readonly summary?: string;
  readonly image?: MediaReference;
  readonly enclosure?: MediaReference;
  /** The closing bio, when one was taken out of plain copy. */
  readonly bio?: string;
  /** Hash of the body: recognizes a story whose file was renamed. */
  readonly fingerprint: string;
  /** Codes of guards that the article itself accepts (`accept: guard/published-moved`). */
  readonly accepts: readonly string[];
}

/** A picture, sound or document with what readers need to know of it. */
export interface Media {
  /** Absolute URL, percent-encoded ASCII. */
  readonly url: string;
  /** MIME type: `image/jpeg`. */
  readonly type: string;
  /** Bytes; absent when unknown (remote files). */
  readonly length?: number;
  readonly alt?: string;
  readonly credit?: string;
  readonly caption?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A link to another story of the outlet or elsewhere. */
export interface RelatedLink {
  readonly title: string;
  /** Absolute URL, percent-encoded ASCII. Absent when the headline matched no story of ours. */
  readonly url?: string;
}

/** An article made ready to print: what `stories.json` keeps and `render/` takes. */
export interface Story {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: Instant;
  readonly updated: Instant;
  readonly authors: readonly Person[];
  readonly contributors: readonly Contributor[];
  readonly section?: { readonly id: string; readonly title: string };
  readonly tags: readonly string[];
  readonly language: string;
  /** Whole sentences of plain text. */
  readonly summary: string;
  /** Safe HTML, every URL absolute, no character that XML 1.0 forbids. */
  readonly content: string;
  readonly image?: Media;
  /** The one enclosure; further media go to `media`. */
  readonly enclosure?: Media;
  readonly media: readonly Media[];
  readonly related: readonly RelatedLink[];
  readonly corrections: readonly Correction[];
  /** When the story leaves the feeds. */
  readonly expires?: Instant;
  /** Set on the stub that a retracted story leaves. */
  readonly retracted?: { readonly at: Instant; readonly reason?: string };
}
