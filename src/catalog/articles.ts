import type { StateStore } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";
import type { Known, Memory } from "../model/known.ts";
import { apart, type Dropped, droppedOf, type Head, headLine, isHead, lineOf, readLines } from "./lines.ts";

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
export function openArticles(state: StateStore, key: string): ArticleMemory {
  const head = { file: NAME, key };
  const bytes = state.read(NAME);
  const read = bytes === undefined ? undefined : readLines(bytes, head);
  const ours = read !== undefined && isHead(read.values[0], head);
  const rows = new Map<string, Row>();
  if (ours) for (const row of read.values.slice(1) as readonly Row[]) rows.set(row.path, row);
  const fresh: Row[] = [];
  const used = new Set<string>();
  return {
    dropped: droppedOf(read, head),
    recall({ path, stamp }) {
      const row = rows.get(path);
      if (row === undefined || row.stamp !== stamp) return undefined;
      used.add(path);
      return row.known;
    },
    keep(file: SourceFile, given) {
      const known = apart(given);
      if (file.unsettled === true) return known;
      const row = { path: file.path, stamp: file.stamp, known };
      rows.set(file.path, row);
      used.add(file.path);
      fresh.push(row);
      return known;
    },
    save() {
      if (ours && read.values.length + fresh.length <= 2 * used.size + SLACK)
        return fresh.length === 0 && !read.damaged ? true : state.append(NAME, read.length, fresh.map(lineOf));
      const kept = [...used].flatMap((path) => rows.get(path) ?? []);
      return state.write(NAME, linesOf(head, kept));
    },
  };
}

function* linesOf(head: Head, rows: readonly Row[]): Iterable<Uint8Array> {
  yield headLine(head);
  for (const row of rows) yield lineOf(row);
}
