import type { FeedFormat } from "../model/feed.ts";
import type { EntryFacts, Finding, HeadFacts, Profile } from "./finding.ts";
import { tooManyFaults } from "./prolog.ts";
import type { RuleText } from "./rule.ts";
import { MOST_FAULTS, severityOf, toFinding } from "./rule.ts";

/** What is known of a whole document once its head and entries were judged. */
export interface Whole {
  readonly format: FeedFormat;
  readonly head: HeadFacts;
  readonly entries: readonly EntryFacts[];
  /** Size of the document. */
  readonly bytes: number;
}

/** What is wrong with the whole: about which entry, or the head. */
interface Fault {
  readonly at: EntryFacts | HeadFacts;
  readonly element?: string;
  readonly parent?: string;
  readonly values?: Readonly<Record<string, string>>;
}

export interface WholeRule extends RuleText {
  find(whole: Whole): Iterable<Fault>;
}

const head = "<title>News</title><link>https://example.org/</link><description>News</description>";
const rss = (items: string, more = "") =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}${more}${items}</channel></rss>`;
const item = (guid: string, more = "") =>
  `<item><title>Rain</title><guid isPermaLink="false">tag:example.org,2025:${guid}</guid>${more}</item>`;
const feed = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><author><name>Ana</name></author><link rel="self" href="https://example.org/feed.xml"/>${entries}</feed>`;
const entry = (id: string, updated = "2025-08-19T11:30:00Z", href = id) =>
  `<entry><title>Rain</title><id>tag:example.org,2025:${id}</id><updated>${updated}</updated><link href="https://example.org/${href}"/><content>Rain</content></entry>`;

const SPEC = "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1";
const GUID = "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt";
const APPLE = "https://podcasters.apple.com/support/823-podcast-requirements";

/** Entries that repeat what an earlier one says. */
export function* repeated(
  entries: readonly EntryFacts[],
  say: (entry: EntryFacts) => string | undefined,
): Generator<EntryFacts> {
  const seen = new Set<string>();
  for (const candidate of entries) {
    const said = say(candidate);
    if (said === undefined) continue;
    if (seen.has(said)) yield candidate;
    seen.add(said);
  }
}

function isPodcast({ head, entries }: Whole): boolean {
  return head.more?.podcast !== undefined || entries.some((candidate) => candidate.more?.podcast !== undefined);
}

function podcastRule(
  key: string,
  element: string,
  text: Omit<RuleText, "severity" | "spec" | "example" | "bad" | "good">,
  give: string,
): WholeRule {
  const block = "<itunes:block>yes</itunes:block>";
  return {
    ...text,
    severity: "warning",
    spec: APPLE,
    example: "document",
    bad: rss("", block),
    good: rss("", block + give),
    *find(whole) {
      const { head } = whole;
      if (isPodcast(whole) && head.more?.[key] === undefined)
        yield { at: head, element, parent: head.more?.name ?? "channel" };
    },
  };
}

const MISSING = "MissingItunesElement";

export const wholeRules: readonly WholeRule[] = [
  {
    code: "rss/guid-twice",
    w3c: "DuplicateValue",
    severity: "error",
    message: "Another item has the guid {value} too: give each story its own, or readers hide one",
    spec: GUID,
    example: "document",
    bad: rss(item("a") + item("a")),
    good: rss(item("a") + item("b")),
    *find({ format, entries }) {
      if (format !== "rss") return;
      for (const at of repeated(entries, ({ id }) => id)) yield { at, ...named(at), values: { value: at.id ?? "" } };
    },
  },
  {
    code: "rss/atom-id-twice",
    w3c: "DuplicateValue",
    severity: "error",
    message: "Another item has the atom:id {value} too: give each story its own, or readers hide one",
    spec: GUID,
    example: "document",
    bad: rss(
      item("a", "<atom:id>tag:example.org,2025:x</atom:id>") + item("b", "<atom:id>tag:example.org,2025:x</atom:id>"),
    ),
    good: rss(
      item("a", "<atom:id>tag:example.org,2025:x</atom:id>") + item("b", "<atom:id>tag:example.org,2025:y</atom:id>"),
    ),
    *find({ entries }) {
      for (const at of repeated(entries, ({ more }) => more?.atomId)) {
        yield { at, element: "atom:id", parent: "item", values: { value: at.more?.atomId ?? "" } };
      }
    },
  },
  {
    code: "atom/id-twice",
    w3c: "DuplicateEntries",
    severity: "error",
    w3cSeverity: "warning",
    message: "Another entry has the id {value} too: give each story its own, or readers hide one",
    spec: SPEC,
    example: "document",
    bad: feed(entry("a") + entry("a", "2025-08-19T11:00:00Z")),
    good: feed(entry("a") + entry("b", "2025-08-19T11:00:00Z")),
    *find({ format, entries }) {
      if (format !== "atom" || isOneId(entries)) return;
      for (const at of repeated(entries, ({ id }) => id)) yield { at, ...named(at), values: { value: at.id ?? "" } };
    },
  },
  {
    code: "atom/one-id-for-all",
    w3c: "DuplicateIds",
    severity: "error",
    message: "All entries have one id: give each story its own, or readers show one alone",
    spec: SPEC,
    example: "document",
    bad: feed(Array.from({ length: 10 }, () => entry("a")).join("")),
    good: feed(
      Array.from({ length: 10 }, (_, index) => entry(String(index), `2025-08-19T11:0${9 - index}:00Z`)).join(""),
    ),
    *find({ format, head, entries }) {
      if (format === "atom" && isOneId(entries)) yield { at: head };
    },
  },
  {
    code: "atom/updated-twice",
    w3c: "DuplicateUpdated",
    severity: "off",
    w3cSeverity: "warning",
    message: "Another entry was updated {value} too: the W3C validator wants times that differ",
    spec: SPEC,
    example: "document",
    bad: feed(entry("a") + entry("b")),
    good: feed(entry("a") + entry("b", "2025-08-19T11:00:00Z")),
    *find({ format, entries }) {
      if (format !== "atom") return;
      for (const at of repeated(entries, ({ more }) => more?.updated)) {
        yield { at, element: "updated", parent: at.more?.parent ?? "entry", values: { value: at.more?.updated ?? "" } };
      }
    },
  },
  {
    code: "feed/link-twice",
    severity: "warning",
    w3cSeverity: "off",
    message: "Another entry leads to {value} too: readers that compare links show one alone",
    spec: SPEC,
    example: "document",
    bad: feed(entry("a", undefined, "rain") + entry("b", undefined, "rain")),
    good: feed(entry("a", undefined, "rain") + entry("b", undefined, "storm")),
    *find({ entries }) {
      for (const at of repeated(entries, ({ link }) => link)) yield { at, values: { value: at.link ?? "" } };
    },
  },
  {
    code: "feed/order",
    severity: "info",
    w3cSeverity: "off",
    message: "This story is newer than the one before it: readers that keep the feed's order show it too late",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item",
    example: "document",
    bad: feed(entry("a", "2025-08-19T11:00:00Z") + entry("b")),
    good: feed(entry("b") + entry("a", "2025-08-19T11:00:00Z")),
    *find({ entries }) {
      let before: number | undefined;
      for (const at of entries) {
        const when = at.published ?? at.updated;
        if (when !== undefined && before !== undefined && when > before) yield { at };
        before = when ?? before;
      }
    },
  },
  {
    code: "feed/updated-before-entries",
    severity: "warning",
    w3cSeverity: "off",
    message: "The feed says it was last updated before its newest story: set its date to that of the story",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.15",
    example: "document",
    bad: feed(entry("a", "2025-08-20T11:30:00Z")),
    good: feed(entry("a", "2025-08-19T11:30:00Z")),
    *find({ head, entries }) {
      const { updated } = head;
      if (updated === undefined) return;
      const isNewer = (entry: EntryFacts) => (entry.updated ?? entry.published ?? updated) > updated;
      if (entries.some(isNewer)) yield { at: head };
    },
  },
  {
    code: "feed/too-large",
    severity: "warning",
    w3cSeverity: "off",
    message:
      "The feed has {value} bytes: Google and others stop reading at 2 MB, so publish fewer stories or summaries",
    spec: "https://developers.google.com/search/docs/crawling-indexing/googlebot",
    example: "document",
    bad: rss(item("a", `<description>${"rain ".repeat(420_000)}</description>`)),
    good: rss(item("a", "<description>rain</description>")),
    *find({ head, bytes }) {
      if (bytes > 2 * 1024 * 1024) yield { at: head, values: { value: String(bytes) } };
    },
  },
  podcastRule(
    "language",
    "language",
    { code: "itunes/language-missing", w3c: MISSING, message: "Podcasts need a language: add <language>en</language>" },
    "<language>en</language>",
  ),
  podcastRule(
    "category",
    "itunes:category",
    {
      code: "itunes/category-missing",
      w3c: MISSING,
      message: 'Podcasts need a category: add <itunes:category text="News"/>',
    },
    '<itunes:category text="News"/>',
  ),
  podcastRule(
    "explicit",
    "itunes:explicit",
    {
      code: "itunes/explicit-missing",
      w3c: MISSING,
      message: "Podcasts say whether they are explicit: add itunes:explicit with true or false",
    },
    "<itunes:explicit>false</itunes:explicit>",
  ),
  podcastRule(
    "owner",
    "itunes:email",
    {
      code: "itunes/owner-missing",
      w3c: "MissingItunesEmail",
      message: "Podcasts need an address to write to: add itunes:owner with an itunes:email",
    },
    "<itunes:owner><itunes:email>desk@example.org</itunes:email></itunes:owner>",
  ),
  {
    code: "itunes/not-utf8",
    w3c: "NotUTF8",
    severity: "warning",
    message: "Podcast directories read utf-8 alone: publish in utf-8",
    spec: APPLE,
    example: "document",
    bad: `<?xml version="1.0" encoding="iso-8859-1"?>${rss("", "<itunes:block>yes</itunes:block>")}`,
    good: `<?xml version="1.0" encoding="utf-8"?>${rss("", "<itunes:block>yes</itunes:block>")}`,
    *find(whole) {
      if (isPodcast(whole) && (whole.head.more?.encoding ?? "utf-8") !== "utf-8") yield { at: whole.head };
    },
  },
];

function named({ more }: EntryFacts): { element: string; parent: string } {
  return { element: more?.name ?? "id", parent: more?.parent ?? "entry" };
}

/** Whether ten or more entries share one id: a fault of the program that wrote them. */
function isOneId(entries: readonly EntryFacts[]): boolean {
  return entries.length > 9 && entries.every(({ id }) => id !== undefined && id === entries[0]?.id);
}

/**
 * Judges what only the whole document shows. Findings are located where the facts say.
 *
 * @param limit what is told in the end when there are more faults than anybody corrects
 */
export function judgeWhole(
  whole: Whole,
  profile: Profile,
  file: string,
  rules: readonly WholeRule[] = wholeRules,
  limit: RuleText = tooManyFaults,
): readonly Finding[] {
  const findings: Finding[] = [];
  const add = (rule: RuleText, { at, element, parent, values }: Fault) => {
    const place = { offset: 0, ...(element && { element }), ...(parent && { parent }), ...(values && { values }) };
    const finding = toFinding(rule, place, profile, file, () => ({ line: at.line, column: at.column }));
    if (finding) findings.push(finding);
  };
  for (const rule of rules) {
    if (severityOf(rule, profile) === "off") continue;
    for (const fault of rule.find(whole)) {
      if (findings.length >= MOST_FAULTS) {
        add(limit, { at: fault.at, values: { limit: String(MOST_FAULTS) } });
        return findings;
      }
      add(rule, fault);
    }
  }
  return findings;
}
