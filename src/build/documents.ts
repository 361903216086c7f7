import { createHash } from "node:crypto";
import type { KeptEntry, KeptFeed, KeyPart } from "../catalog/index.ts";
import type { Instant } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { FeedDocument, FeedFormat, FeedHead, Tombstone } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import type { ReleasedFeed, ReleasedFile } from "../model/release.ts";
import { tagUri } from "../normalize/identity.ts";
import { assemble, renderHead } from "../render/index.ts";
import type { PlannedFeed } from "../select/plan.ts";
import { checkHead, checkWhole, type EntryFacts, type Finding } from "../validate/index.ts";
import { entryName, FORMATS } from "./entries.ts";
import { FILES, feedUrls } from "./feed-urls.ts";
import type { Entries } from "./shelf.ts";

/** A feed ready to be put together. */
export interface ReadyFeed {
  readonly plan: PlannedFeed;
  /** Ids, newest first, within the limit of stories. */
  readonly stories: readonly string[];
  readonly updated: Instant;
  readonly tombstones: readonly Tombstone[];
}

/** A feed's documents and its row in the manifest. */
export interface FinishedFeed {
  readonly documents: readonly FeedDocument[];
  readonly row: ReleasedFeed;
  readonly faults: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
  /** For the next build. */
  readonly kept: KeptFeed;
}

/** Puts feeds together from ready entries, and judges what entries alone could not show. */
export type FeedFinisher = (feed: ReadyFeed, entriesOf: (id: string) => Entries | undefined) => FinishedFeed;

/**
 * Makes the finisher of a build. A feed that is put together from the same as in the last build is taken as it was: its documents are
 * the ones that the last release names, and are not made again.
 *
 * @param before what the last build's feeds were put together from, by path; empty when it left another release than the last one
 * @param files of the last release, by path
 * @param without what a feed's documents are not compared by: only a test that shows what a part is for names any
 */
export function feedFinisher(
  outlet: Outlet,
  before: Readonly<Record<string, KeptFeed>>,
  files: ReadonlyMap<string, ReleasedFile>,
  without: ReadonlySet<KeyPart>,
): FeedFinisher {
  const assembled = assembler();
  return (feed, entriesOf) => {
    const { path } = feed.plan;
    const key = feedKey(feed, entriesOf, outlet, without);
    const kept = before[path];
    if (kept?.key === key) {
      const known = FORMATS.map((format) => files.get(`${path}${FILES[format]}`));
      if (known.every((file) => file !== undefined)) return remade(feed, kept, known, entriesOf, outlet, assembled);
    }
    return made(feed, key, entriesOf, outlet, assembled);
  };
}

/** Hash of everything that a feed's documents are made of, beside the configuration. */
function feedKey(
  feed: ReadyFeed,
  entriesOf: (id: string) => Entries | undefined,
  outlet: Outlet,
  without: ReadonlySet<KeyPart>,
): string {
  const { content } = feed.plan.settings;
  const names = FORMATS.map((format) => entryName(format, content));
  let text = without.has("head") ? "" : JSON.stringify(headOf(feed, outlet));
  if (!without.has("entries"))
    for (const id of feed.stories) {
      const entries = entriesOf(id);
      for (const name of names) text += entries?.get(name)?.digest ?? "";
    }
  return createHash("sha256").update(text).digest("hex");
}

/** A feed that did not change; its documents are made only if somebody asks for their bytes. */
function remade(
  feed: ReadyFeed,
  kept: KeptFeed,
  known: readonly ReleasedFile[],
  entriesOf: (id: string) => Entries | undefined,
  outlet: Outlet,
  assembled: Assembler,
): FinishedFeed {
  const stories = feed.stories.slice(0, kept.kept);
  const documents = FORMATS.map((format, index): FeedDocument => {
    const { path, size, sha256 } = known[index] ?? { path: "", size: 0, sha256: "" };
    return {
      path,
      format,
      known: { size, sha256 },
      pieces() {
        const frame = frameOf(format, headOf(feed, outlet));
        return assembled(frame, entriesIn(format, feed, stories, entriesOf));
      },
    };
  });
  return {
    documents,
    faults: [],
    warnings: kept.warnings as readonly Diagnostic[],
    row: { path: feed.plan.path, updated: feed.updated, stories },
    kept,
  };
}

function made(
  feed: ReadyFeed,
  key: string,
  entriesOf: (id: string) => Entries | undefined,
  outlet: Outlet,
  assembled: Assembler,
): FinishedFeed {
  const head = headOf(feed, outlet);
  const faults: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const frames = FORMATS.map((format) => frameOf(format, head));
  const stories = within(feed, frames, entriesOf);
  const documents = frames.map((frame): FeedDocument => {
    const { format } = frame;
    const chosen = entriesIn(format, feed, stories, entriesOf);
    const path = `${feed.plan.path}${FILES[format]}`;
    const judged = checkHead(format, frame.head, frame.tail);
    const whole = checkWhole(
      format,
      judged.declared,
      chosen.map(({ declared }) => declared),
      sizeOf(frame, chosen),
    );
    for (const finding of [...judged.diagnostics, ...whole]) {
      if (finding.severity === "error") faults.push(inFile(finding, path));
      else if (finding.severity === "warning") warnings.push(inFile(finding, path));
    }
    return {
      path,
      format,
      // Made when it is written: tens of thousands of documents do not stand in memory at once.
      pieces: () => assembled(frame, chosen),
    };
  });
  return {
    documents,
    faults,
    warnings,
    row: { path: feed.plan.path, updated: feed.updated, stories },
    kept: { key, kept: stories.length, warnings },
  };
}

interface Frame {
  readonly format: FeedFormat;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

function frameOf(format: FeedFormat, feedHead: FeedHead): Frame {
  const { head, tail } = renderHead(format, feedHead);
  return { format, head: Buffer.from(head, "utf8"), tail: Buffer.from(tail, "utf8") };
}

type Entry = KeptEntry<EntryFacts>;

function entriesIn(
  format: FeedFormat,
  { plan }: ReadyFeed,
  stories: readonly string[],
  entriesOf: (id: string) => Entries | undefined,
): readonly Entry[] {
  return stories.flatMap((id) => entriesOf(id)?.get(entryName(format, plan.settings.content)) ?? []);
}

/** Puts the bytes of a document together. */
type Assembler = (frame: Frame, entries: readonly Entry[]) => readonly Uint8Array[];

/** An assembler that reads entries into one piece of memory, document after document: a piece for each entry takes longer than reading it. */
function assembler(): Assembler {
  let desk = Buffer.alloc(0);
  return ({ format, head, tail }, entries) => {
    const size = entries.reduce((sum, entry) => sum + entry.size, 0);
    if (size > desk.length) desk = Buffer.allocUnsafe(size);
    let used = 0;
    const read = (entry: Entry) => {
      used += entry.size;
      return entry.bytes(desk.subarray(used - entry.size, used));
    };
    return assemble(format, head, entries.map(read), tail);
  };
}

/** Bytes between two entries at most. */
const JOINT = 8;

function sizeOf({ head, tail }: Frame, entries: readonly Entry[]): number {
  return entries.reduce((sum, { size }) => sum + size + JOINT, head.length + tail.length);
}

function inFile(finding: Finding, file: string): Diagnostic {
  const { code, severity, message, spec } = finding;
  return { code, severity, message, location: { file }, ...(spec !== undefined && { spec }) };
}

/** As many stories, newest first, as every format holds within the limit of bytes: the three formats never differ in what they list. */
function within(
  feed: ReadyFeed,
  frames: readonly Frame[],
  entriesOf: (id: string) => Entries | undefined,
): readonly string[] {
  const { content, limit } = feed.plan.settings;
  let most = feed.stories.length;
  for (const { format, head, tail } of frames) {
    let size = head.length + tail.length;
    for (const [index, id] of feed.stories.slice(0, most).entries()) {
      size += (entriesOf(id)?.get(entryName(format, content))?.size ?? 0) + JOINT;
      // One story is always shown: a feed that says nothing helps nobody.
      if (size > limit.size && index > 0) {
        most = index;
        break;
      }
    }
  }
  return feed.stories.slice(0, most);
}

function headOf({ plan, updated, tombstones }: ReadyFeed, outlet: Outlet): FeedHead {
  const self = feedUrls(plan.path, outlet);
  return {
    // A leading slash keeps feeds and stories apart: no story's path begins with one.
    id: outlet.since === undefined ? self.atom : tagUri(outlet.url, outlet.since, `/${plan.path}`),
    title: plan.title,
    description: plan.description,
    language: plan.language,
    url: plan.url,
    self,
    updated,
    publisher: outlet.title,
    hubs: outlet.hubs,
    tombstones,
    ...(outlet.copyright !== undefined && { copyright: outlet.copyright }),
    ...(outlet.contact !== undefined && { contact: outlet.contact }),
    ...(outlet.logo !== undefined && { logo: outlet.logo }),
    ...(outlet.icon !== undefined && { icon: outlet.icon }),
  };
}
