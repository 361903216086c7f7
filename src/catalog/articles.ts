import type { StateStore } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";
import type { Known, Memory } from "../model/known.ts";
import { type Dropped, droppedOf, type Head, headLine, isHead, lineOf, lineOfJson, readLines } from "./lines.ts";
import { bearInMind, type CatalogMemory, takeOut } from "./memory.ts";
import { sharing } from "./sharing.ts";

/** What is known of every article, by path; a file whose stamp differs is not known. */
export interface ArticleMemory extends Memory {
  /** Whether something that was kept had to be dropped. */
  readonly dropped: Dropped | undefined;
  /** @returns whether it is kept now */
  save(): boolean;
}

const NAME = "articles.catalog";

/** Lines that nothing needs any more before the file is written anew. */
const SLACK = 1000;

/** The file as it is opened. */
interface Opened {
  readonly rows: Map<string, Row>;
  /** Lines that are whole, the head included, and their bytes. */
  readonly lines: number;
  readonly length: number;
  readonly damaged: boolean;
}

interface Row {
  readonly path: string;
  readonly stamp: string;
  readonly known: Known;
}

/**
 * Opens what is kept of articles under a key; with another key it is as if nothing were kept.
 *
 * New rows are written behind the old ones, so that one changed article costs one line; the last row of a path counts.
 */
export function openArticles(state: StateStore, key: string, memory?: CatalogMemory): ArticleMemory {
  const head = { file: NAME, key };
  const share = sharing();
  const known = takeOut<Opened>(memory, state, NAME, key);
  const { opened, dropped } = known === undefined ? readFile(state, head, share) : { opened: known };
  const rows = opened?.rows ?? new Map<string, Row>();
  const fresh: Row[] = [];
  const used = new Set<string>();
  const lines = lineMaker(head);
  const keepJson = (file: SourceFile, json: string): Known => {
    const known = share(JSON.parse(json) as Known, file.path);
    if (file.unsettled === true) return known;
    const row = { path: file.path, stamp: file.stamp, known };
    rows.set(file.path, row);
    used.add(file.path);
    fresh.push(row);
    lines.hold(row, json);
    return known;
  };
  return {
    dropped,
    recall({ path, stamp }) {
      const row = rows.get(path);
      if (row === undefined || row.stamp !== stamp) return undefined;
      used.add(path);
      return row.known;
    },
    // Through JSON: strings that were cut out of a document would keep all of the document in memory.
    keep: (file, given) => keepJson(file, JSON.stringify(given)),
    keepJson,
    save() {
      const bear = (left: Opened) => {
        bearInMind(memory, state, NAME, key, left);
        return true;
      };
      if (opened !== undefined && opened.lines + fresh.length <= 2 * used.size + SLACK) {
        if (fresh.length === 0 && !opened.damaged) return bear(opened);
        const more = fresh.map(lines.of);
        const length = opened.length + sizeOf(more);
        if (state.append(NAME, opened.length, more))
          return bear({ rows, lines: opened.lines + more.length, length, damaged: false });
      }
      // Too much of it is of no use, or nothing can be written behind it.
      const kept = [...used].flatMap((path) => rows.get(path) ?? []);
      let length = 0;
      const counted = function* () {
        for (const line of linesOf(head, kept, lines.of)) {
          length += line.length;
          yield line;
        }
      };
      return (
        state.write(NAME, counted()) &&
        bear({ rows: new Map(kept.map((row) => [row.path, row])), lines: kept.length + 1, length, damaged: false })
      );
    },
  };
}

function readFile(
  state: StateStore,
  head: Head,
  share: ReturnType<typeof sharing>,
): { readonly opened?: Opened | undefined; readonly dropped?: Dropped | undefined } {
  const pieces = state.pieces(NAME);
  if (pieces === undefined) return {};
  const rows = new Map<string, Row>();
  const read = readLines(pieces, head, (value) => {
    const row = value as Row;
    share(row.known, row.path);
    rows.set(row.path, row);
  });
  const dropped = droppedOf(read, head);
  return isHead(read.first, head) ? { opened: { rows, ...read }, dropped } : { dropped };
}

function sizeOf(lines: readonly Uint8Array[]): number {
  return lines.reduce((sum, { length }) => sum + length, 0);
}

function* linesOf(head: Head, rows: readonly Row[], line: (row: Row) => Uint8Array): Iterable<Uint8Array> {
  yield headLine(head);
  for (const row of rows) yield line(row);
}

/** JSON of rows that is held for saving, in UTF-16 units: what is more is made once again, for an archive would be held twice. */
const HELD = 8_000_000;

/** Lines of rows, from their JSON as long as there is room for it. */
function lineMaker(head: Head) {
  const held = new Map<Row, string>();
  let size = 0;
  return {
    /** @param json of what is known */
    hold(row: Row, json: string): void {
      if (size >= HELD) return;
      size += json.length;
      held.set(row, json);
    },
    of(row: Row): Uint8Array {
      const json = held.get(row);
      if (json === undefined) return lineOf(row, head);
      const file = `"path":${JSON.stringify(row.path)},"stamp":${JSON.stringify(row.stamp)}`;
      return lineOfJson(`{${file},"known":${json}}`, head);
    },
  };
}
