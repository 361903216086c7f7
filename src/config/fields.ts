import { languageTag } from "../language.ts";
import type { FeedKind } from "../model/feed.ts";
import type { CopySettings, GuardSettings, Limit, Outlet, RegisteredAuthor, Section } from "../model/outlet.ts";
import { isZone, zoneMeant } from "../time.ts";
import { webUrl } from "../url.ts";
import {
  choice,
  type Field,
  type Fields,
  fieldsOf,
  listOf,
  mapOf,
  number,
  type Reader,
  text,
  textThat,
  yesOrNo,
} from "./reading.ts";

/** `outlet.yaml` as it is written: every field may be absent, and some are richer than they look. */
export interface OutletFile
  extends Omit<
    Partial<Outlet>,
    "content" | "limit" | "sections" | "tags" | "feeds" | "copy" | "retraction" | "guards"
  > {
  readonly content?: "full" | "summary";
  readonly limit?: Partial<Limit>;
  readonly sections?: ReadonlyMap<string, Section>;
  readonly tags?: { readonly aliases?: ReadonlyMap<string, string>; readonly min?: number };
  readonly feeds?: Partial<Record<FeedKind, FeedSettingsFile>>;
  readonly copy?: Partial<CopySettings>;
  readonly retraction?: { readonly show?: "stub" | "remove"; readonly tombstoneDays?: number };
  readonly guards?: { readonly vanish?: Partial<GuardSettings["vanish"]>; readonly flood?: number };
}

interface FeedSettingsFile {
  readonly make?: boolean;
  readonly content?: "full" | "summary";
  readonly limit?: Partial<Limit>;
}

const address = textThat((line) => webUrl(line), "config/url", "write a whole address, https://news.example/");
const folderAddress = textThat(
  (line) => withSlash(webUrl(line)),
  "config/url",
  "write a whole address without ? and #, https://news.example/",
);
const language = textThat(languageTag, "config/language", "write a language tag, such as en, pt-BR or ur");
const email = textThat(
  (line) => (/^[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[^\s@<>().]{2,63}$/.test(line) ? line : undefined),
  "config/email",
  "write an address, desk@news.example",
);
const day = textThat(
  (line) => (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(line) ? line : undefined),
  "config/date",
  "write a day, 2019-06-30",
);
const folder = textThat(
  (line) => {
    const parts = line.replace(/^\.\//, "").replace(/\/+$/, "").split("/");
    return parts.some((part) => /^\.{0,2}$|[\u0000\\:]/.test(part)) ? undefined : parts.join("/");
  },
  "config/folder",
  "write a folder below the one that outlet.yaml is in",
);
const permalink = textThat(
  (line) =>
    /^\/(?:[^/:?#\s]|:(?:section|slug|year|month|day)\b|\/(?!\/))*$/.test(line) && line.includes(":slug")
      ? line
      : undefined,
  "config/permalink",
  "write a path with :slug in it, /:section/:slug/ (:year :month :day are known too)",
);
const SIZES = { B: 1, KB: 1_000, MB: 1_000_000 } as const;
const size: Reader<number> = textThat(
  (line) => {
    const [, amount, unit] = /^(\d{1,9})\s?(B|KB|MB)?$/i.exec(line) ?? [];
    if (amount === undefined) return undefined;
    const bytes = Number(amount) * SIZES[(unit?.toUpperCase() ?? "B") as keyof typeof SIZES];
    return bytes >= 10_000 ? bytes : undefined;
  },
  "config/size",
  "write a size from 10 KB up, 2 MB",
);
const zoneOrOffset = textThat(
  (line) => (isZone(line) || /^[+-](0\d|1[0-4]):[0-5]\d$/.test(line) ? line : undefined),
  "config/zone",
  "write an offset, +05:00, or a zone, Asia/Karachi",
);

function withSlash(url: string | undefined): string | undefined {
  if (url === undefined || /[?#]/.test(url)) return undefined;
  return url.endsWith("/") ? url : `${url}/`;
}

export const limitFields: Fields<Limit> = {
  items: { read: number(1, 10_000), type: "number", standard: "50", about: "stories in a feed at most" },
  size: {
    read: size,
    type: "size",
    standard: "2 MB",
    about: "bytes of a feed document at most; the oldest stories go first",
  },
};
const limit: Reader<Partial<Limit>> = (value, at, report) => {
  if (value.kind !== "scalar") return fieldsOf(limitFields)(value, at, report);
  const items = limitFields.items.read(value, at, report);
  return items === undefined ? undefined : { items };
};

/** `false` for "do not make them", or the fields that differ. */
const feedSettings: Reader<FeedSettingsFile> = (value, at, report) => {
  if (value.kind === "scalar" && value.type === "boolean") {
    const make = yesOrNo(value, at, report);
    return make === undefined ? undefined : { make };
  }
  return fieldsOf<FeedSettingsFile>({
    make: { read: yesOrNo, type: "boolean", standard: "true", about: "whether these feeds are made" },
    content: {
      read: choice("full", "summary"),
      type: "full or summary",
      standard: "content",
      about: "what entries carry",
    },
    limit: { read: limit, type: "number or group", standard: "limit", about: "how much a feed holds" },
  })(value, at, report);
};

export const retractionFields: Fields<NonNullable<OutletFile["retraction"]>> = {
  show: {
    read: choice("stub", "remove"),
    type: "stub or remove",
    standard: "stub",
    about: "what a retracted story leaves",
  },
  tombstoneDays: { read: number(0, 3_650), type: "days", standard: "90", about: "how long Atom tells of it" },
};
const retraction: Reader<NonNullable<OutletFile["retraction"]>> = (value, at, report) => {
  if (value.kind !== "scalar") return fieldsOf(retractionFields)(value, at, report);
  const show = choice("stub", "remove")(value, at, report);
  return show === undefined ? undefined : { show };
};

const author: Reader<RegisteredAuthor> = (value, at, report) => {
  const found = fieldsOf<RegisteredAuthor>(authorFields)(value, at, report);
  if (found === undefined) return undefined;
  for (const key of ["id", "name"] as const) {
    if (found[key] === undefined && (value.kind !== "map" || !value.entries.has(key))) {
      report({
        code: "config/author-incomplete",
        severity: "error",
        message: `Cannot use an author without "${key}": write ${key === "id" ? "id: jane-doe" : "name: Jane Doe"}`,
        at: { field: at },
      });
    }
  }
  const { id, name } = found;
  return id === undefined || name === undefined ? undefined : { ...found, id, name, aliases: found.aliases ?? [] };
};

export const authorFields: Fields<RegisteredAuthor> = {
  id: {
    read: textThat(
      (line) =>
        /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,79}$/u.test(line) && line === line.toLowerCase() ? line : undefined,
      "config/author-id",
      "write lower-case letters, digits and hyphens, jane-doe",
    ),
    type: "text",
    standard: "required",
    about: "names the author's feeds; never changes",
  },
  name: { read: text, type: "text", standard: "required", about: "as feeds print it" },
  aliases: { read: listOf(text), type: "list of texts", standard: "none", about: "other spellings in bylines" },
  role: { read: text, type: "text", standard: "none", about: "Staff Reporter" },
  org: { read: text, type: "text", standard: "none", about: "agency or paper" },
  email: { read: email, type: "e-mail address", standard: "none", about: "also recognizes the author; not published" },
  url: { read: address, type: "URL", standard: "none", about: "the author's page" },
  avatar: { read: address, type: "URL", standard: "none", about: "a picture of the author" },
};

const section: Reader<Section> = (value, at, report) => {
  if (value.kind === "scalar" && value.type !== "null") {
    const title = text(value, at, report);
    return title === undefined ? undefined : { title };
  }
  const found = fieldsOf<Section>(sectionFields)(value, at, report);
  if (found === undefined) return undefined;
  return { ...found, title: found.title ?? String(at.at(-1)) };
};

export const sectionFields: Fields<Section> = {
  title: { read: text, type: "text", standard: "the id", about: "the section's name" },
  description: { read: text, type: "text", standard: "none", about: "one sentence on the section" },
  url: { read: address, type: "URL", standard: "the outlet's", about: "the section's page" },
};

export const copyFields: Fields<CopySettings> = {
  dateline: {
    read: choice("keep", "drop"),
    type: "keep or drop",
    standard: "keep",
    about: "the dateline at the head of the content",
  },
  bio: {
    read: choice("keep", "drop"),
    type: "keep or drop",
    standard: "keep",
    about: "the closing bio as last paragraph",
  },
  agencies: { read: listOf(text), type: "list of texts", standard: "none", about: "agencies beside those known" },
  places: {
    read: listOf(text),
    type: "list of texts",
    standard: "none",
    about: "places that stand alone in a dateline",
  },
  roles: { read: listOf(text), type: "list of texts", standard: "none", about: "words that make a role" },
  inHouse: { read: listOf(text), type: "list of texts", standard: "none", about: "credits that are no person" },
  related: { read: listOf(text), type: "list of texts", standard: "none", about: "markers of related stories" },
};

/** Every field of `outlet.yaml`: how it is read, what it is when absent, what it is for. The README's table is made from this. */
export const outletFields: Fields<OutletFile> = {
  title: {
    read: text,
    type: "text",
    standard: "required",
    about: "the outlet's name",
    elsewhere: ["name", "sitename"],
  },
  url: {
    read: folderAddress,
    type: "URL",
    standard: "required",
    about: "its home page",
    elsewhere: ["domain", "site", "siteurl", "baseurl", "homepage", "homepageurl"],
  },
  zone: {
    read: textThat(
      (line) => (isZone(line) ? line : undefined),
      "config/zone",
      (line) => {
        const meant = zoneMeant(line);
        return meant === undefined ? "write an IANA zone, such as Asia/Karachi" : `did you mean ${meant}?`;
      },
    ),
    type: "IANA zone",
    standard: "required",
    about: "the zone of every date that names none",
    elsewhere: ["timezone", "tz"],
  },
  description: { read: text, type: "text", standard: "the title", about: "one sentence on the outlet" },
  language: {
    read: language,
    type: "language tag",
    standard: "en",
    about: "language of stories that name none",
    elsewhere: ["lang", "locale"],
  },
  copyright: { read: text, type: "text", standard: "none", about: "© 2026 The Harbour Press" },
  logo: { read: address, type: "URL", standard: "none", about: "wide picture of the outlet" },
  icon: { read: address, type: "URL", standard: "none", about: "square picture of the outlet" },
  contact: { read: email, type: "e-mail address", standard: "none", about: "the desk that answers for the feeds" },
  since: {
    read: day,
    type: "day",
    standard: "none",
    about: "the day from which the outlet owns its domain; part of every id, never changes",
  },
  articles: { read: folder, type: "folder", standard: "articles", about: "where articles are read" },
  out: {
    read: folder,
    type: "folder",
    standard: "dist",
    about: "where feeds are published",
    elsewhere: ["dist", "output"],
  },
  feedUrl: { read: folderAddress, type: "URL", standard: "url", about: "address of the out folder" },
  mediaUrl: {
    read: folderAddress,
    type: "URL",
    standard: "below the permalink",
    about: "address of the articles folder, for pictures and sound",
  },
  permalink: {
    read: permalink,
    type: "path",
    standard: "/:section/:slug/",
    about: "path of a story; :year :month :day too",
  },
  content: { read: choice("full", "summary"), type: "full or summary", standard: "full", about: "what entries carry" },
  limit: {
    read: limit,
    type: "number or group",
    standard: "50 items, 2 MB",
    about: "`items` and `size` of a feed at most",
  },
  creators: {
    read: choice("joined", "each"),
    type: "joined or each",
    standard: "joined",
    about: "RSS: several authors in one dc:creator or one each",
  },
  sections: {
    read: mapOf(section),
    type: "group by id",
    standard: "the folders",
    about: "`title`, `description` and `url` of sections",
  },
  tags: {
    read: fieldsOf<NonNullable<OutletFile["tags"]>>({
      aliases: { read: mapOf(text), type: "group", standard: "none", about: "spelling: label it stands for" },
      min: { read: number(1, 1_000), type: "number", standard: "1", about: "stories a tag needs for a feed" },
    }),
    type: "group",
    standard: "min: 1",
    about: "`aliases` (spelling: label) and `min`, the stories a tag needs for a feed",
  },
  authors: {
    read: listOf(author),
    type: "list of groups",
    standard: "none",
    about: "`id`, `name`, `aliases`, `role`, `org`, `email`, `url`, `avatar`",
  },
  feeds: {
    read: fieldsOf<NonNullable<OutletFile["feeds"]>>({
      main: feedField("the outlet's feed"),
      section: feedField("a feed for each section"),
      tag: feedField("a feed for each tag"),
      author: feedField("a feed for each author"),
      language: feedField("a feed for each language"),
    }),
    type: "group by kind",
    standard: "all kinds",
    about: "main, section, tag, author, language: `false`, or `content` and `limit` of that kind",
  },
  copy: {
    read: fieldsOf(copyFields),
    type: "group",
    standard: "keep",
    about:
      "plain copy: `dateline`, `bio` (keep or drop); `agencies`, `places`, `roles`, `inHouse`, `related` added to the known ones",
  },
  zoneNames: {
    read: mapOf(zoneOrOffset),
    type: "group",
    standard: "none",
    about: "zone names in dates: `PKT: +05:00`",
  },
  embeds: {
    read: choice("link", "keep"),
    type: "link or keep",
    standard: "link",
    about: "players and frames in articles",
  },
  publish: {
    read: choice("plain", "releases"),
    type: "plain or releases",
    standard: "plain",
    about: "files in out, or a release folder and the link out/current",
  },
  retraction: {
    read: retraction,
    type: "stub, remove or group",
    standard: "stub",
    about: "what a retracted story leaves; as a group `show` (stub or remove) and `tombstoneDays`",
  },
  undated: {
    read: choice("refuse", "git", "first-seen"),
    type: "refuse, git or first-seen",
    standard: "refuse",
    about: "a story without any date",
  },
  updated: {
    read: choice("front-matter", "git"),
    type: "front-matter or git",
    standard: "front-matter",
    about: "what moves a story's updated date",
  },
  guards: {
    read: fieldsOf<NonNullable<OutletFile["guards"]>>({
      vanish: {
        read: fieldsOf<GuardSettings["vanish"]>({
          count: { read: number(0, 1_000_000), type: "number", standard: "10", about: "stories" },
          share: { read: number(0, 1, true), type: "number", standard: "0.3", about: "share of all" },
        }),
        type: "group",
        standard: "count: 10, share: 0.3",
        about: "stories that may vanish at once",
      },
      flood: {
        read: number(0, 1_000_000),
        type: "number",
        standard: "20",
        about: "old stories that may appear at once",
      },
    }),
    type: "group",
    standard: "vanish: 10 and 0.3, flood: 20",
    about: "`vanish` (`count` and `share`) and `flood`: what a build may change without being asked",
  },
  hubs: { read: listOf(address), type: "list of URLs", standard: "none", about: "WebSub hubs that feeds name" },
};

function feedField(about: string): Field<FeedSettingsFile> {
  return { read: feedSettings, type: "boolean or group", standard: "true", about };
}
