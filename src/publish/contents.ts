import type { Story } from "../model/article.ts";
import type { FeedDocument } from "../model/feed.ts";
import type { ReadyRelease, ReleasedFile, ReleaseFormat } from "../model/release.ts";
import { type Digest, digestOf, isSame } from "./digest.ts";
import { MANIFEST, STORIES } from "./layout.ts";
import { stableJson } from "./stable-json.ts";

export const RELEASE_FORMAT: ReleaseFormat = 1;

/** A file of a release before it is written. Its bytes are made when they are asked for, and not kept. */
export interface Content {
  readonly path: string;
  readonly digest: Digest;
  chunks(): Iterable<Uint8Array>;
}

/** A document as a file. Its bytes are made once, for the digest and the disk, or when only the disk needs them. */
export function documentContent(document: FeedDocument): Content {
  const { path, known } = document;
  if (known === undefined) {
    const pieces = document.pieces();
    return { path, digest: digestOf(pieces), chunks: () => pieces };
  }
  return {
    path,
    digest: known,
    chunks: () => {
      const pieces = document.pieces();
      if (!isSame(digestOf(pieces), known)) throw new Error(`${path} is not what it was said to be`);
      return pieces;
    },
  };
}

/** `stories.json`, one story per line. */
export function storiesContent({ stories }: ReadyRelease): Content {
  const chunks = () => joined(list(`{"format":${RELEASE_FORMAT},\n"stories":`, stories, "}\n", storyLine));
  return { path: STORIES, digest: digestOf(chunks()), chunks };
}

/** What a manifest opens with, up to what its id is the hash of. */
export function manifestHead(id: string): string {
  return `{"format":${RELEASE_FORMAT},\n"id":"${id}",\n`;
}

/** `manifest.json`, one row per line, and its id. */
export function manifestContent(
  { feeds, rows }: ReadyRelease,
  files: readonly ReleasedFile[],
): { readonly id: string; readonly content: Content } {
  const lines = function* () {
    yield* list(`"files":`, files, ",\n");
    yield* list(`"feeds":`, feeds, ",\n");
    yield* list(`"stories":`, rows, "}\n");
  };
  // Asked for three times: for the id, for the digest, for the disk.
  const body = [...joined(lines())];
  const id = digestOf(body).sha256;
  const chunks = () => [Buffer.from(manifestHead(id)), ...body];
  return { id, content: { path: MANIFEST, digest: digestOf(chunks()), chunks } };
}

/** A story as it stands in `stories.json`: asked twice in a build, and again in the next one of a process that has it in mind. */
export function storyLine(story: Story): Uint8Array {
  const line = lines.get(story) ?? Buffer.from(stableJson(story));
  lines.set(story, line);
  return line;
}

const lines = new WeakMap<Story, Uint8Array>();

function* list<Row>(
  before: string,
  rows: readonly Row[],
  after: string,
  lineOf: (row: Row) => string | Uint8Array = stableJson,
): Iterable<string | Uint8Array> {
  yield `${before}[`;
  for (const [index, row] of rows.entries()) {
    yield index === 0 ? "\n" : ",\n";
    yield lineOf(row);
  }
  yield `\n]${after}`;
}

/** Bytes that are worth a write. */
const CHUNK = 256 * 1024;

/** Pieces as chunks of a size that is worth a write. */
function* joined(pieces: Iterable<string | Uint8Array>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let text = "";
  let size = 0;
  for (const piece of pieces) {
    size += piece.length;
    if (typeof piece === "string") text += piece;
    else {
      waiting.push(Buffer.from(text), piece);
      text = "";
    }
    if (size < CHUNK) continue;
    yield Buffer.concat([...waiting, Buffer.from(text)]);
    waiting = [];
    text = "";
    size = 0;
  }
  yield Buffer.concat([...waiting, Buffer.from(text)]);
}
