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

/** A document as a file. Bytes are made once when they are needed for the digest, and again when they are written. */
export function documentContent(document: FeedDocument): Content {
  const { path, known } = document;
  if (known === undefined) {
    const { bytes } = document;
    return { path, digest: digestOf([bytes]), chunks: () => [bytes] };
  }
  return {
    path,
    digest: known,
    chunks: () => {
      const { bytes } = document;
      if (!isSame(digestOf([bytes]), known)) throw new Error(`${path} is not what it was said to be`);
      return [bytes];
    },
  };
}

/** `stories.json`, one story per line. */
export function storiesContent({ stories }: ReadyRelease): Content {
  const chunks = () => joined(list(`{"format":${RELEASE_FORMAT},\n"stories":`, stories, "}\n"));
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
  const body = function* () {
    yield* list(`"files":`, files, ",\n");
    yield* list(`"feeds":`, feeds, ",\n");
    yield* list(`"stories":`, rows, "}\n");
  };
  const id = digestOf(joined(body())).sha256;
  const chunks = function* () {
    yield Buffer.from(manifestHead(id));
    yield* joined(body());
  };
  return { id, content: { path: MANIFEST, digest: digestOf(chunks()), chunks } };
}

function* list(before: string, rows: readonly unknown[], after: string): Iterable<string> {
  yield `${before}[`;
  for (const [index, row] of rows.entries()) yield `${index === 0 ? "\n" : ",\n"}${stableJson(row)}`;
  yield `\n]${after}`;
}

/** Lines as chunks of a size that is worth a write. */
function* joined(lines: Iterable<string>): Iterable<Uint8Array> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < 256 * 1024) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}
