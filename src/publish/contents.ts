import type { Story } from "../model/article.ts";
import type { FeedDocument } from "../model/feed.ts";
import type { ReadyRelease, ReleasedFile, ReleaseFormat, StoryLine } from "../model/release.ts";
import { rememberedOf } from "../remembered.ts";
import { type Digest, digestOf, isSame } from "./digest.ts";
import { MANIFEST, STORIES } from "./layout.ts";
import { stableJson } from "./stable-json.ts";

export const RELEASE_FORMAT: ReleaseFormat = 1;

/** A file of a release before it is written. Its bytes are made when they are asked for, and not kept. */
export interface Content {
  readonly path: string;
  readonly digest: Digest;
  chunks(): readonly Uint8Array[];
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
  const pieces = [...list(`{"format":${RELEASE_FORMAT},\n"stories":`, stories, "}\n", (line) => line)].map((piece) =>
    typeof piece === "string" ? Buffer.from(piece) : piece,
  );
  return { path: STORIES, digest: digestOf(pieces), chunks: () => pieces };
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
    yield* list(`"files":`, files, ",\n", stableJson);
    yield* list(`"feeds":`, feeds, ",\n", stableJson);
    yield* list(`"stories":`, rows, "}\n", stableJson);
  };
  // Asked for three times: for the id, for the digest, for the disk.
  const body = [...joined(lines())];
  const id = digestOf(body).sha256;
  const chunks = () => [Buffer.from(manifestHead(id)), ...body];
  return { id, content: { path: MANIFEST, digest: digestOf(chunks()), chunks } };
}

/** Prints a story as `stories.json` has it. */
export function storyLine(story: Story): StoryLine {
  return Buffer.from(stableJson(story));
}

/** Stories by id, read as they were printed: properties that were absent, and the order of those that were not, are told by the line alone. */
export function storiesById(lines: readonly StoryLine[]): ReadonlyMap<string, Story> {
  return new Map(lines.map(storyOfLine).map((story) => [story.id, story]));
}

const storyOfLine = rememberedOf(
  (line: StoryLine): Story =>
    JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString("utf8")) as Story,
);

function* list<Row, Line>(
  before: string,
  rows: readonly Row[],
  after: string,
  lineOf: (row: Row) => Line,
): Iterable<string | Line> {
  yield `${before}[`;
  for (const [index, row] of rows.entries()) {
    yield index === 0 ? "\n" : ",\n";
    yield lineOf(row);
  }
  yield `\n]${after}`;
}

/** Characters that are made bytes of at once. */
const CHUNK = 256 * 1024;

/** Short texts as chunks of bytes. */
function* joined(texts: Iterable<string>): Iterable<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < CHUNK) continue;
    yield Buffer.from(waiting.join(""));
    waiting = [];
    length = 0;
  }
  yield Buffer.from(waiting.join(""));
}
