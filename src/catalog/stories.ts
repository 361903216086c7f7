import { createHash } from "node:crypto";
import type { Problem } from "../model/diagnostic.ts";
import type { StateStore } from "../model/doors.ts";
import type { StoryLine } from "../model/release.ts";
import { apart, type Dropped, droppedOf, type Head, headLine, isHead, lineOf, readLines } from "./lines.ts";
import { bearInMind, type CatalogMemory, takeOut } from "./memory.ts";

/** A rendered entry. `Facts`: what it declares, for rules about whole documents. */
export interface KeptEntry<Facts> {
  /** Format and extent. */
  readonly name: string;
  /** Hexadecimal hash of the bytes. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly declared: Facts;
  /**
   * @param into memory of its size for what has to be read; what is at hand is given as it is. Default: memory of its own
   * @throws KeptLost when they are gone or garbled by now
   */
  bytes(into?: Uint8Array): Uint8Array;
}

/** A story with its rendered entries. */
export interface KeptStory<Facts> {
  /** @throws KeptLost when it is gone or garbled by now */
  line(): StoryLine;
  readonly entries: readonly KeptEntry<Facts>[];
  readonly problems: readonly Problem[];
  /** Files that were looked at for it. */
  readonly media: readonly SeenMedia[];
}

/** A file beside an article, and its stamp when it was looked at; null: there was none. */
export type SeenMedia = readonly [path: string, stamp: string | null];

/** What was rendered is not where it was kept: the build begins again without what is kept. */
export class KeptLost extends Error {}

/** Keeps rendered stories between builds, by a key that tells everything they depend on. */
export interface StoryShelf<Facts> {
  readonly dropped: Dropped | undefined;
  recall(key: string): KeptStory<Facts> | undefined;
  keep(key: string, made: MadeStory<Facts>): KeptStory<Facts>;
  /** @returns whether it is kept now */
  save(): boolean;
}

export interface MadeStory<Facts> {
  readonly line: StoryLine;
  readonly entries: readonly { readonly name: string; readonly bytes: Uint8Array; readonly declared: Facts }[];
  readonly problems: readonly Problem[];
  readonly media: readonly SeenMedia[];
}

const INDEX = "stories.index";
const PACK = "stories.pack";

/** Bytes that wait to be written before they are; so many stand in memory at most while the disk takes them. */
const PATIENCE = 4_000_000;

/** Bytes in the pack that nothing needs any more, as a share of what is needed and in any case, before it is written anew. */
const SLACK = 0.5;
const SPARE = 16_000_000;

/** A part of the pack. */
interface Part {
  readonly from: number;
  readonly size: number;
  readonly digest: string;
}

interface Row<Facts> {
  readonly key: string;
  readonly story: Part;
  readonly entries: readonly (Part & { readonly name: string; readonly declared: Facts })[];
  readonly problems: readonly Problem[];
  readonly media: readonly SeenMedia[];
}

/** The index as it is opened. */
interface Opened<Facts> {
  readonly rows: Map<string, Row<Facts>>;
  readonly damaged: boolean;
  /** Stories that were read from the pack already, by their rows. */
  readonly stories: WeakMap<Row<Facts>, StoryLine>;
  /** Lines that were made for the index already, by their rows. */
  readonly lines: WeakMap<Row<Facts>, Uint8Array>;
  /** Where the part of the pack ends that rows speak of. */
  readonly end: number;
}

/** Opens what is kept of stories under a key; with another key it is as if nothing were kept. */
export function openStories<Facts>(state: StateStore, key: string, memory?: CatalogMemory): StoryShelf<Facts> {
  const head = { file: INDEX, key };
  const known = takeOut<Opened<Facts>>(memory, state, INDEX, key);
  const { opened, dropped } = known === undefined ? readIndex<Facts>(state, head) : { opened: known };
  const rows = opened?.rows ?? new Map<string, Row<Facts>>();
  const stories = opened?.stories ?? new WeakMap<Row<Facts>, StoryLine>();
  const lines = opened?.lines ?? new WeakMap<Row<Facts>, Uint8Array>();
  const printed = (row: Row<Facts>) => {
    const line = lines.get(row) ?? lineOf(row, head);
    if (memory !== undefined) lines.set(row, line);
    return line;
  };
  const pack = packOf(state, opened?.end ?? 0);
  const used = new Set<string>();
  let changed = false;
  const kept = (row: Row<Facts>): KeptStory<Facts> => ({
    line: () => {
      const line = stories.get(row) ?? pack.read(row.story);
      if (memory !== undefined) stories.set(row, line);
      return line;
    },
    entries: row.entries.map((entry) => ({ ...entry, bytes: (into) => pack.read(entry, into) })),
    problems: row.problems,
    media: row.media,
  });
  return {
    dropped,
    recall(wanted) {
      const row = rows.get(wanted);
      if (row === undefined) return undefined;
      used.add(wanted);
      return kept(row);
    },
    keep(wanted, { line, entries, problems, media }) {
      const row: Row<Facts> = {
        key: wanted,
        story: pack.add(line),
        entries: entries.map(({ name, bytes, declared }) => ({ ...pack.add(bytes), name, declared: apart(declared) })),
        problems,
        media,
      };
      rows.set(wanted, row);
      used.add(wanted);
      changed = true;
      pack.flush(PATIENCE);
      return kept(row);
    },
    save() {
      const bear = (left: Opened<Facts>) => {
        bearInMind(memory, state, INDEX, key, left);
        return true;
      };
      if (!changed && opened?.damaged === false) return bear(opened);
      const live = [...used].flatMap((wanted) => rows.get(wanted) ?? []);
      const needed = live.reduce((sum, row) => sum + sizeOf(row), 0);
      // The pack first: an index never speaks of bytes that are not there.
      if (pack.length() <= needed * (1 + SLACK) + SPARE && pack.flush(0))
        return (
          state.write(INDEX, linesOf(head, rows.values(), printed)) &&
          bear({ rows, damaged: false, stories, lines, end: pack.length() })
        );
      // Too much of it is of no use, or its end is gone and nothing can be written behind it.
      const moved = pack.rewrite(live);
      if (moved === undefined || !state.write(INDEX, linesOf(head, moved, printed))) return false;
      return bear({
        rows: new Map(moved.map((row) => [row.key, row])),
        damaged: false,
        stories,
        lines,
        end: endOf(moved),
      });
    },
  };
}

function readIndex<Facts>(
  state: StateStore,
  head: Head,
): { readonly opened?: Opened<Facts> | undefined; readonly dropped?: Dropped | undefined } {
  const pieces = state.pieces(INDEX);
  if (pieces === undefined) return {};
  const rows = new Map<string, Row<Facts>>();
  const read = readLines(pieces, head, (value) => {
    const row = value as Row<Facts>;
    rows.set(row.key, row);
  });
  const dropped = droppedOf(read, head);
  if (!isHead(read.first, head)) return { dropped };
  const { damaged } = read;
  return {
    opened: { rows, damaged, stories: new WeakMap(), lines: new WeakMap(), end: endOf(rows.values()) },
    dropped,
  };
}

function* linesOf<Facts>(
  head: Head,
  rows: Iterable<Row<Facts>>,
  printed: (row: Row<Facts>) => Uint8Array,
): Iterable<Uint8Array> {
  yield headLine(head);
  for (const row of rows) yield printed(row);
}

function partsOf<Facts>({ story, entries }: Row<Facts>): readonly Part[] {
  return [story, ...entries];
}

function sizeOf<Facts>(row: Row<Facts>): number {
  return partsOf(row).reduce((sum, { size }) => sum + size, 0);
}

function endOf<Facts>(rows: Iterable<Row<Facts>>): number {
  let end = 0;
  for (const row of rows) for (const { from, size } of partsOf(row)) end = Math.max(end, from + size);
  return end;
}

/** The bytes of stories one behind the other: written ones in the state folder, new ones in memory until they are. */
function packOf(state: StateStore, end: number) {
  let written = end;
  let waiting: Uint8Array[] = [];
  let length = end;
  const inMemory = new Map<number, Uint8Array>();
  const read = ({ from, size, digest }: Part, into?: Uint8Array): Uint8Array => {
    const known = inMemory.get(from);
    if (known !== undefined) return known;
    const bytes = into ?? Buffer.allocUnsafe(size);
    if (!state.readPart(PACK, from, bytes) || (from < end && digestOf(bytes) !== digest))
      throw new KeptLost("What was kept of rendered stories is gone or garbled");
    return bytes;
  };
  return {
    read,
    length: () => length,
    add(bytes: Uint8Array): Part {
      const part = { from: length, size: bytes.length, digest: digestOf(bytes) };
      inMemory.set(part.from, bytes);
      waiting.push(bytes);
      length += bytes.length;
      return part;
    },
    /** Writes what waits once it is more than so many bytes. @returns whether everything that was to be written is */
    flush(patience: number): boolean {
      if (waiting.length === 0 || length - written <= patience) return true;
      if (!state.append(PACK, written, waiting)) return false;
      written = length;
      waiting = [];
      inMemory.clear();
      return true;
    },
    /** Writes the pack anew with some rows only. @returns the rows at their new places, or undefined when it is not kept */
    rewrite<Facts>(rows: readonly Row<Facts>[]): readonly Row<Facts>[] | undefined {
      let at = 0;
      const moved = rows.map((row): Row<Facts> => {
        const move = <T extends Part>(part: T): T => {
          const from = at;
          at += part.size;
          return { ...part, from };
        };
        return { ...row, story: move(row.story), entries: row.entries.map(move) };
      });
      function* chunks() {
        for (const row of rows) for (const part of partsOf(row)) yield read(part);
      }
      return state.write(PACK, chunks()) ? moved : undefined;
    },
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
