import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { Problem } from "../model/diagnostic.ts";
import type { Manifest, PreviousRelease, ReleasedFile } from "../model/release.ts";
import { manifestHead, RELEASE_FORMAT } from "./contents.ts";
import { digestOf, isSame } from "./digest.ts";
import { isSafePath, MANIFEST, STORIES } from "./layout.ts";

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads a release from the bytes of its two files.
 *
 * Both are checked: the manifest against its id, the stories against the manifest, so that a download that was cut or mixed from two
 * releases is not taken for one.
 */
export function parseRelease(
  manifest: Uint8Array,
  stories: Uint8Array,
): { readonly release: PreviousRelease } | { readonly problem: Problem } {
  const parsed = parseManifest(manifest);
  if ("problem" in parsed) return parsed;
  const row = parsed.manifest.files.find(({ path }) => path === STORIES);
  if (row === undefined || !isSame(row, digestOf([stories])))
    return {
      problem: unusable(
        "publish/mixed-release",
        `Cannot use the last release: ${STORIES} does not belong to ${MANIFEST}, fetch both again or restore both`,
      ),
    };
  const file = parseJson(stories);
  const list = file?.stories;
  if (file?.format !== RELEASE_FORMAT || !isRows(list, STORY)) return { problem: changed(STORIES) };
  // Its bytes are the ones that were written from stories: the hash says so.
  const kept = list as unknown as PreviousRelease["stories"] extends ReadonlyMap<string, infer S> ? S[] : never;
  return { release: { manifest: parsed.manifest, stories: new Map(kept.map((story) => [story.id, story])) } };
}

/** Reads a manifest, and trusts none that was changed: what it names may be replaced and removed. */
export function parseManifest(bytes: Uint8Array): { readonly manifest: Manifest } | { readonly problem: Problem } {
  const { sha256 } = digestOf([bytes]);
  const known = lastParsed?.sha256 === sha256 ? lastParsed.manifest.deref() : undefined;
  if (known !== undefined) return { manifest: known };
  const parsed = parseNew(bytes);
  if ("manifest" in parsed) lastParsed = { sha256, manifest: new WeakRef(parsed.manifest) };
  return parsed;
}

/** A build reads the last manifest twice, to compare stories and to compare files; of a large archive it is worth parsing once. */
let lastParsed: { readonly sha256: string; readonly manifest: WeakRef<Manifest> } | undefined;

function parseNew(bytes: Uint8Array): { readonly manifest: Manifest } | { readonly problem: Problem } {
  const file = parseJson(bytes);
  const format = file?.format;
  if (file !== undefined && typeof format === "number" && format !== RELEASE_FORMAT && "files" in file)
    return {
      problem: unusable(
        "publish/other-format",
        `Cannot use the last release: ${MANIFEST} has format ${format}, this program reads ${RELEASE_FORMAT}: use the version that wrote it, or a newer one`,
      ),
    };
  if (file === undefined || !isManifest(file) || file.id !== idOf(bytes, file.id))
    return { problem: changed(MANIFEST) };
  return { manifest: file };
}

/** What the id of a manifest should be, from its bytes. */
function idOf(bytes: Uint8Array, id: string): string {
  return createHash("sha256")
    .update(bytes.subarray(Buffer.byteLength(manifestHead(id))))
    .digest("hex");
}

function parseJson(bytes: Uint8Array): Row | undefined {
  if (!isUtf8(bytes)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
    return isRow(value) ? value : undefined;
  } catch {
    // What is no JSON is no file of ours, and the caller says so.
    return undefined;
  }
}

function isManifest(file: Row): file is Row & Manifest {
  return (
    file.format === RELEASE_FORMAT &&
    typeof file.id === "string" &&
    isRows(file.files, { path: "string", size: "number", sha256: "string" }) &&
    file.files.every(isFile) &&
    isRows(file.feeds, { path: "string", updated: "number" }) &&
    file.feeds.every(({ stories }) => Array.isArray(stories) && stories.every((id) => typeof id === "string")) &&
    isRows(file.stories, RELEASED)
  );
}

const STORY = { id: "string", url: "string", title: "string", published: "number", updated: "number" } as const;
const RELEASED = { ...STORY, path: "string", state: "string", fingerprint: "string" } as const;

function isFile(row: Row): boolean {
  const { path, size, sha256 } = row as unknown as ReleasedFile;
  return (
    isSafePath(path) && path !== MANIFEST && Number.isSafeInteger(size) && size >= 0 && /^[0-9a-f]{64}$/.test(sha256)
  );
}

function isRows(value: unknown, types: Readonly<Record<string, "string" | "number">>): value is readonly Row[] {
  const columns = Object.entries(types);
  return (
    Array.isArray(value) && value.every((row) => isRow(row) && columns.every(([key, type]) => typeof row[key] === type))
  );
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function changed(file: string): Problem {
  return unusable(
    "publish/unusable-release",
    `Cannot use the last release: ${file} is not as wireroom wrote it, restore it or move it away to start anew`,
  );
}

function unusable(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}
