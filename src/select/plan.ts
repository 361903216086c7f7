import { isDeepStrictEqual } from "node:util";
import type { FeedKind } from "../model/feed.ts";
import type { FeedSettings, Outlet } from "../model/outlet.ts";
import { sectionTitle } from "../section-title.ts";
import { fold } from "../text.ts";
import { languageName } from "./language-names.ts";
import { type Listed, newestFirst } from "./listed.ts";
import { segmentsOf } from "./paths.ts";

/** A feed before its stories are rendered: what it is called and who would be in it. */
export interface PlannedFeed {
  readonly kind: FeedKind;
  /** "" for the main feed, else ending in "/": `sections/world/`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** The page that the feed belongs to. */
  readonly url: string;
  readonly settings: FeedSettings;
  /** Everything that belongs to the feed, newest first, before any limit. */
  readonly members: readonly Listed[];
}

/** Something left out on purpose, for the report. */
export interface LeftOut {
  readonly kind: "tag";
  readonly label: string;
  readonly stories: number;
}

/** The feeds that there are, and what was left out. */
export interface Plan {
  readonly feeds: readonly PlannedFeed[];
  readonly leftOut: readonly LeftOut[];
}

export type PlanFeeds = (listed: readonly Listed[], outlet: Outlet) => Plan;

/** Plans as `planFeeds` does, and gives the last plan again while it is asked about the same: few edits move a story. */
export function rememberingPlanner(): PlanFeeds {
  let last: { readonly listed: readonly Listed[]; readonly outlet: Outlet; readonly plan: Plan } | undefined;
  return (listed, outlet) => {
    const before = last?.outlet === outlet && last.listed.length === listed.length ? last : undefined;
    if (before !== undefined && listed.every((one, at) => isAlike(one, before.listed[at]))) return before.plan;
    const plan = planFeeds(listed, outlet);
    last = { listed, outlet, plan };
    return plan;
  };
}

/** Whether a story takes the same place in every feed. Stubs of retracted stories are looked for themselves, so they must be the same. */
function isAlike(one: Listed, other: Listed | undefined): boolean {
  if (one === other) return true;
  if (one.retracted !== undefined || other?.retracted !== undefined) return false;
  return isDeepStrictEqual(one, other);
}

/**
 * The feeds of the outlet: the main one, and one for each section, tag, author and language that has stories.
 *
 * @param listed in any order, no two with one id; drafts and future stories are already gone
 */
export function planFeeds(listed: readonly Listed[], outlet: Outlet): Plan {
  const stories = [...listed].sort(newestFirst);
  const feeds: PlannedFeed[] = [];
  const add = (kind: FeedKind, path: string, members: readonly Listed[], head: Partial<PlannedFeed>) => {
    const settings = outlet.feeds[kind];
    if (settings.make) {
      feeds.push({
        kind,
        path,
        members,
        settings,
        title: outlet.title,
        description: outlet.description,
        language: outlet.language,
        url: outlet.url,
        ...head,
      });
    }
  };
  add("main", "", stories, {});
  for (const [id, members] of grouped(stories, ({ section }) => section)) {
    const section = outlet.sections.get(id);
    const title = sectionTitle(id, outlet);
    add("section", `sections/${id}/`, members, {
      title: `${outlet.title}: ${title}`,
      description: section?.description ?? `${title} – ${outlet.description}`,
      ...(section?.url !== undefined && { url: section.url }),
    });
  }
  const { feeds: tags, leftOut } = tagFeeds(stories, outlet);
  for (const { label, segment, members } of tags) {
    add("tag", `tags/${segment}/`, members, {
      title: `${outlet.title}: ${label}`,
      description: `${label} – ${outlet.description}`,
    });
  }
  for (const [id, members] of groupedByAuthor(stories)) {
    const person = members[0]?.authors.find((author) => author.id === id);
    const name = person?.name ?? id;
    add("author", `authors/${id}/`, members, {
      title: `${outlet.title}: ${name}`,
      description: `${name} – ${outlet.description}`,
      ...(person?.url !== undefined && { url: person.url }),
    });
  }
  for (const [tag, members] of grouped(stories, ({ language }) => language)) {
    add("language", `languages/${tag.toLowerCase()}/`, members, {
      title: `${outlet.title}: ${languageName(tag)}`,
      language: tag,
    });
  }
  return { feeds: feeds.sort((a, b) => (a.path < b.path ? -1 : 1)), leftOut };
}

/** The id under which the outlet itself is credited; it gets no author feed, that would be the main feed again. */
const OUTLET_AS_AUTHOR = "outlet";

function tagFeeds(stories: readonly Listed[], outlet: Outlet) {
  const byTag = groupedByTag(stories);
  const enough = byTag.filter(({ members }) => members.length >= outlet.tags.min);
  const leftOut = byTag
    .filter(({ members }) => members.length < outlet.tags.min)
    .map(({ label, members }): LeftOut => ({ kind: "tag", label, stories: members.length }));
  const segments = segmentsOf(enough.map(({ label }) => label));
  const feeds = enough.map(({ label, members }) => ({ label, segment: segments.get(label) ?? "", members }));
  return { feeds, leftOut };
}

/** Stories of one tag, however it is spelled; as its label stands the spelling of the oldest: a new story never renames a feed. */
interface Tagged {
  label: string;
  readonly members: Listed[];
}

function groupedByTag(stories: readonly Listed[]): readonly Tagged[] {
  const byKey = new Map<string, Tagged>();
  // By spelling: an outlet has far fewer tags than its stories have.
  const bySpelling = new Map<string, Tagged>();
  const groupOf = (tag: string): Tagged => {
    const key = fold(tag);
    const group = byKey.get(key) ?? { label: tag, members: [] };
    byKey.set(key, group);
    bySpelling.set(tag, group);
    return group;
  };
  for (const story of stories) {
    for (const tag of story.tags) {
      const group = bySpelling.get(tag) ?? groupOf(tag);
      group.label = tag;
      if (group.members.at(-1) !== story) group.members.push(story);
    }
  }
  return [...byKey.values()];
}

function groupedByAuthor(stories: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const story of stories) for (const { id } of story.authors) if (id !== OUTLET_AS_AUTHOR) put(groups, id, story);
  return groups;
}

function grouped(
  stories: readonly Listed[],
  keyOf: (story: Listed) => string | undefined,
): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const story of stories) {
    const key = keyOf(story);
    if (key !== undefined) put(groups, key, story);
  }
  return groups;
}

/** Puts a story into a group, once. */
function put(groups: Map<string, Listed[]>, key: string, story: Listed): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [story]);
  else if (group.at(-1) !== story) group.push(story);
}
