import type { Story } from "../model/article.ts";
import type { Manifest, PreviousRelease, ReadyRelease } from "../model/release.ts";
import { storyLine } from "./contents.ts";
import type { FileSystem } from "./file-system.ts";
import { STORIES } from "./layout.ts";
import { folderOfRelease, isIntact, readTree } from "./tree.ts";

/** What a process has in mind of the release that it published last, so that it need not read it again. */
export interface ReleaseMemory {
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
  const last = memory?.last;
  if (last === undefined) return undefined;
  try {
    const tree = readTree(fs, folderOfRelease(fs, out));
    const isSame = tree !== undefined && "folder" in tree && tree.manifest.id === last.manifest.id;
    return isSame && isIntact(fs, tree, STORIES, false) ? { release: last } : undefined;
  } catch {
    // Whatever is wrong, reading the release tells it.
    return undefined;
  }
}

/** Bears a release in mind that was just published, as reading it would give it. */
export function bearInMind(memory: ReleaseMemory, out: string, fs: FileSystem, { stories }: ReadyRelease): void {
  const manifest = manifestIn(out, fs);
  if (manifest !== undefined)
    memory.last = { manifest, stories: new Map(stories.map((story) => [story.id, asRead(story)])) };
}

function manifestIn(out: string, fs: FileSystem): Manifest | undefined {
  try {
    const tree = readTree(fs, folderOfRelease(fs, out));
    return tree !== undefined && "folder" in tree ? tree.manifest : undefined;
  } catch {
    // The next build reads it, and tells what is wrong.
    return undefined;
  }
}

/** A story as `stories.json` gives it: properties that are absent, and the order of those that are not, are told by the line alone. */
function asRead(story: Story): Story {
  const read = known.get(story) ?? (JSON.parse(Buffer.from(storyLine(story)).toString("utf8")) as Story);
  known.set(story, read);
  return read;
}

const known = new WeakMap<Story, Story>();
