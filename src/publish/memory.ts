import type { PreviousRelease, ReadyRelease } from "../model/release.ts";
import { storiesById } from "./contents.ts";
import type { FileSystem } from "./file-system.ts";
import { STORIES } from "./layout.ts";
import { folderOfRelease, isIntact, readTree } from "./tree.ts";

/** What a process has in mind of the release that it published last, so that it need not read it again. */
export interface ReleaseMemory {
  /** Its id, and its stories as they were printed. */
  published?: { readonly id: string; readonly stories: ReadyRelease["stories"] };
  /** The same as reading it gives it, once it was asked for. */
  last?: PreviousRelease;
}

/**
 * The last release, if it is the one in mind: a manifest of the same id stands in the folder, and nobody touched the stories that it
 * names. Undefined when it must be read.
 */
export function lastInMind(
  out: string,
  fs: FileSystem,
  memory: ReleaseMemory | undefined,
): { readonly release: PreviousRelease } | undefined {
  const published = memory?.published;
  if (memory === undefined || published === undefined) return undefined;
  try {
    const tree = readTree(fs, folderOfRelease(fs, out));
    if (tree === undefined || !("folder" in tree) || tree.manifest.id !== published.id) return undefined;
    if (!isIntact(fs, tree, STORIES, false)) return undefined;
    memory.last ??= {
      manifest: tree.manifest,
      stories: storiesById(published.stories),
    };
    return { release: memory.last };
  } catch {
    // Whatever is wrong, reading the release tells it.
    return undefined;
  }
}

/** Bears a release in mind that was just published. */
export function bearInMind(memory: ReleaseMemory, id: string, { stories }: ReadyRelease): void {
  memory.published = { id, stories };
}

/** A release is about to be published: what is in mind may hold no longer. */
export function forget(memory: ReleaseMemory): void {
  delete memory.published;
  delete memory.last;
}
