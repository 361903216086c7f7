import type { FeedKind } from "./feed.ts";

/** The outlet as `outlet.yaml` describes it, every default filled in. `config/fields.ts` holds the defaults and what each field means. */
export interface Outlet {
  readonly title: string;
  /** Home page: absolute URL that ends in "/". */
  readonly url: string;
  /** IANA zone that dates without an offset are in. */
  readonly zone: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly copyright?: string;
  /** Absolute URLs. */
  readonly logo?: string;
  readonly icon?: string;
  /** E-mail address of the desk. */
  readonly contact?: string;
  /** The day from which the outlet owns its domain, `YYYY-MM-DD`: part of every tag: id. */
  readonly since?: string;
  /** Folders, as written in the configuration: relative to its own folder. */
  readonly articles: string;
  readonly out: string;
  /** Where the output folder is published: absolute URL that ends in "/". */
  readonly feedUrl: string;
  /** Where the articles folder's media are published: absolute URL that ends in "/"; below the permalink when absent. */
  readonly mediaUrl?: string;
  /** Path of a story: `/:section/:slug/`; `:year :month :day` too. */
  readonly permalink: string;
  readonly content: "full" | "summary";
  readonly limit: Limit;
  /** Whether RSS names several authors in one dc:creator or in one each. */
  readonly creators: "joined" | "each";
  readonly sections: ReadonlyMap<string, Section>;
  readonly tags: TagSettings;
  readonly authors: readonly RegisteredAuthor[];
  readonly feeds: Readonly<Record<FeedKind, FeedSettings>>;
  readonly copy: CopySettings;
  /** Zone names that reporters use, to an offset (`+05:00`) or an IANA zone. */
  readonly zoneNames: ReadonlyMap<string, string>;
  readonly embeds: "link" | "keep";
  readonly publish: "plain" | "releases";
  readonly retraction: RetractionSettings;
  readonly undated: "refuse" | "git" | "first-seen";
  readonly updated: "front-matter" | "git";
  readonly guards: GuardSettings;
  /** WebSub hubs, absolute URLs. */
  readonly hubs: readonly string[];
}

export interface Limit {
  /** Stories in a feed at most. */
  readonly items: number;
  /** Bytes of a document at most. */
  readonly size: number;
}

export interface Section {
  readonly title: string;
  readonly description?: string;
  /** The section's page: absolute URL. */
  readonly url?: string;
}

export interface TagSettings {
  /** Folded spelling to the label that stands for it. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Stories a tag needs before it gets a feed of its own. */
  readonly min: number;
}

export interface RegisteredAuthor {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: string;
  readonly org?: string;
  readonly email?: string;
  readonly url?: string;
  readonly avatar?: string;
}

export interface FeedSettings {
  readonly make: boolean;
  readonly content: "full" | "summary";
  readonly limit: Limit;
}

export interface CopySettings {
  readonly dateline: "keep" | "drop";
  readonly bio: "keep" | "drop";
  /** What the outlet adds to the lists that plain copy is read with. */
  readonly agencies: readonly string[];
  readonly places: readonly string[];
  readonly roles: readonly string[];
  readonly inHouse: readonly string[];
  readonly related: readonly string[];
}

export interface RetractionSettings {
  readonly show: "stub" | "remove";
  /** Days that Atom feeds carry the tombstone. */
  readonly tombstoneDays: number;
}

export interface GuardSettings {
  /** Stories that may vanish at once: a number, and a share of all (0 to 1); both must be passed to refuse. */
  readonly vanish: { readonly count: number; readonly share: number };
  /** Stories dated before the last release that may appear at once. */
  readonly flood: number;
}
