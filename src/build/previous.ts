import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fetchBytes, withoutSecrets } from "../fetch/index.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { PreviousRelease } from "../model/release.ts";
import { parseRelease, readRelease } from "../publish/index.ts";
import { quote } from "../text.ts";

/** The last release as `--previous` names it: none, one, or why it cannot be used. */
export type PreviousChoice = { readonly previous: PreviousRelease | "none" } | { readonly problem: Problem };

export interface PreviousOptions {
  /** Folder that a path is relative to, absolute. */
  readonly folder: string;
  /** Whether addresses that are not public may be fetched. */
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

/** Bytes of manifest.json and stories.json at most: decades of stories. */
const LARGEST = 500_000_000;

/**
 * Loads the release that `--previous` names: `none`, a folder that was published into, a `manifest.json` with its `stories.json` beside
 * it, or the address of one.
 */
export async function previousFrom(named: string, options: PreviousOptions): Promise<PreviousChoice> {
  if (named === "none") return { previous: "none" };
  if (/^https?:\/\//i.test(named)) return fetched(named, options);
  const path = resolve(options.folder, named);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) return unusable(named, "there is no such file or folder");
  if (isFolder) {
    const read = readRelease(path);
    if ("problem" in read) return read;
    return read.release === undefined ? unusable(named, "there is no manifest.json in it") : { previous: read.release };
  }
  const stories = join(dirname(path), "stories.json");
  if (!existsSync(stories)) return unusable(named, "there is no stories.json beside it");
  try {
    return usable(parseRelease(readFileSync(path), readFileSync(stories)));
  } catch (cause) {
    return unusable(named, cause instanceof Error ? cause.message : String(cause));
  }
}

async function fetched(url: string, { allowPrivate, signal }: PreviousOptions): Promise<PreviousChoice> {
  const manifestUrl = /\.json(?:[?#]|$)/.test(url)
    ? url
    : new URL("manifest.json", url.endsWith("/") ? url : `${url}/`).href;
  const files: Uint8Array[] = [];
  for (const address of [manifestUrl, new URL("stories.json", manifestUrl).href]) {
    const answer = await fetchBytes(address, {
      allowPrivate,
      signal,
      limits: { bytes: LARGEST, redirects: 5, seconds: 60 },
    });
    if ("problem" in answer) return unusable(withoutSecrets(address), answer.problem.reason);
    if (answer.status !== 200) return unusable(withoutSecrets(address), `the server answers ${answer.status}`);
    files.push(answer.bytes);
  }
  const [manifest, stories] = files;
  return manifest === undefined || stories === undefined
    ? unusable(url, "it is empty")
    : usable(parseRelease(manifest, stories));
}

function usable(parsed: ReturnType<typeof parseRelease>): PreviousChoice {
  return "release" in parsed ? { previous: parsed.release } : parsed;
}

function unusable(named: string, reason: string): PreviousChoice {
  return {
    problem: {
      code: "previous/unusable",
      severity: "error",
      message: `Cannot use the last release ${quote(named)}: ${reason}; for a first build write --previous none`,
    },
  };
}
