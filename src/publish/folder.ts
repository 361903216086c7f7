import { join } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import type { PublishedFiles, PublishListener, ReleaseStore } from "../model/doors.ts";
import type { PreviousRelease, ReadyRelease } from "../model/release.ts";
import { quote } from "../text.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { recoverSwitch } from "./interrupted.ts";
import { below, CURRENT, type Layout, layoutOf, MANIFEST, STORIES } from "./layout.ts";
import { parseRelease } from "./manifest.ts";
import { bearInMind, forget, lastInMind, type ReleaseMemory } from "./memory.ts";
import { type Place, publishPlain } from "./plain.ts";
import { during, leftOver, PublishProblem, problemOf } from "./problem.ts";
import { KEPT, prune, publishReleases, switchLink } from "./releases.ts";
import { removePlain, removeRelease } from "./retire.ts";
import { currentRelease, folderOfRelease, isIntact, readTree, releaseNames } from "./tree.ts";
import { makeFolders, readWhole } from "./whole-file.ts";

export interface FolderOptions {
  /** The output folder; made when it is missing. A link to a folder is followed. */
  readonly out: string;
  /** Files in the output folder, or a folder per release and a link to the one that is out. */
  readonly mode: "plain" | "releases";
  /** Whether every published byte is read back, instead of trusting files that nobody has touched. */
  readonly verify?: boolean;
  readonly fs?: FileSystem;
  /** What this process has in mind of the last release. */
  readonly memory?: ReleaseMemory;
}

/**
 * Publishes into a folder.
 *
 * One at a time: the caller holds the lock, calls `recover` first, and then `publish`.
 */
export function releaseFolder({ out, mode, verify = false, fs = nodeFileSystem, memory }: FolderOptions): ReleaseStore {
  const place: Place = { fs, layout: layoutOf(out), verify };
  return {
    recover: () => during(out, () => recover(place)),
    intact: () => intactRelease(out, fs),
    last: () => lastInMind(out, fs, memory) ?? readRelease(out, fs),
    publish: (release, listener = {}) => {
      if (memory !== undefined) forget(memory);
      const published = publish(place, mode, release, listener);
      if (memory !== undefined) {
        bearInMind(memory, published.id, release);
        // The next build asks for it; now nobody waits.
        lastInMind(out, fs, memory);
      }
      return published;
    },
  };
}

/**
 * The release in an output folder: that of the link `current` when there is one, else that of the folder itself. Absent when
 * nothing was published yet.
 */
export function readRelease(
  out: string,
  fs: FileSystem = nodeFileSystem,
): { readonly release?: PreviousRelease } | { readonly problem: Problem } {
  try {
    return during(out, () => {
      const folder = folderOfRelease(fs, out);
      if (fs.lstat(below(folder, MANIFEST)) === undefined) return {};
      const manifest = readWhole(fs, below(folder, MANIFEST));
      const stories =
        fs.lstat(below(folder, STORIES)) === undefined ? new Uint8Array() : readWhole(fs, below(folder, STORIES));
      return parseRelease(manifest, stories);
    });
  } catch (cause) {
    const { code, message } = problemOf(out, cause);
    return { problem: { code, severity: "error", message } };
  }
}

/** Id of the release in an output folder while nobody has touched a file of it; undefined when there is none, or `last` must look. */
function intactRelease(out: string, fs: FileSystem): string | undefined {
  try {
    const tree = readTree(fs, folderOfRelease(fs, out));
    if (tree === undefined || !("folder" in tree)) return undefined;
    return [...tree.files.keys()].every((path) => isIntact(fs, tree, path, false)) ? tree.manifest.id : undefined;
  } catch {
    // Whatever is wrong, looking closely tells it.
    return undefined;
  }
}

function publish(
  place: Place,
  mode: FolderOptions["mode"],
  release: ReadyRelease,
  listener: PublishListener,
): PublishedFiles {
  const { fs, layout } = place;
  return during(layout.root, () => {
    openFolder(fs, layout.root);
    // A build that skipped `recover`, or whose `recover` failed, must not build on half a switch.
    const recovered = recover(place).filter(({ severity }) => severity !== "info");
    const published =
      mode === "plain" ? publishPlain(place, release, listener) : publishReleases(place, release, listener);
    const warnings = [...recovered, ...published.warnings];
    try {
      warnings.push(...tidy(place));
    } catch (cause) {
      warnings.push(leftOver(layout.root, cause));
    }
    return { ...published, warnings };
  });
}

function recover(place: Place): readonly Problem[] {
  const { fs, layout } = place;
  if (fs.stat(layout.root)?.kind !== "folder") return [];
  return [...recoverSwitch(fs, layout), ...finishFirst(place), ...tidy(place)];
}

/** Brings out a first release whose folder is whole and that no link names yet, or whose link somebody took away. */
function finishFirst(place: Place): readonly Problem[] {
  const { fs, layout } = place;
  const names = releaseNames(fs, layout.root);
  if (names.length === 0 || fs.lstat(layout.current) !== undefined || hasPlain(fs, layout)) return [];
  for (const { name } of names.toReversed()) {
    const tree = readTree(fs, join(layout.releases, name));
    if (tree === undefined || !("folder" in tree)) continue;
    if (![...tree.files.keys()].every((path) => isIntact(fs, tree, path, true))) continue;
    switchLink(fs, layout, name, undefined);
    fs.rmdir(layout.staging);
    return [
      {
        code: "publish/finished",
        severity: "info",
        message: `Set the link ${quote(CURRENT)}, which was missing, to the newest release that is whole`,
      },
    ];
  }
  return [];
}

/**
 * Removes what no release needs: folders of releases that never came out or are too old, and what is left of the other way of
 * publishing.
 */
function tidy({ fs, layout }: Place): readonly Problem[] {
  const current = currentRelease(fs, layout.root);
  const names = releaseNames(fs, layout.root);
  if (current === undefined) {
    if (names.length === 0 || fs.lstat(layout.current) !== undefined || !hasPlain(fs, layout)) return [];
    const left = names.flatMap(({ name }) => removeRelease(fs, layout, name));
    removeIfEmpty(fs, layout);
    return left;
  }
  const orphans = names.filter(({ sequence }) => sequence > current.sequence);
  const left = orphans.flatMap(({ name }) => removeRelease(fs, layout, name));
  return [...left, ...prune(fs, layout, KEPT), ...removePlain(fs, layout)];
}

/** Whether the output folder itself holds a release. */
function hasPlain(fs: FileSystem, { root }: Layout): boolean {
  const tree = readTree(fs, root);
  return tree !== undefined && "folder" in tree;
}

function removeIfEmpty(fs: FileSystem, { releases }: Layout): void {
  if (fs.readdir(releases).length === 0) fs.rmdir(releases);
}

/** @throws PublishProblem when there is no such folder, and none can be made */
function openFolder(fs: FileSystem, out: string): void {
  const facts = fs.stat(out);
  if (facts?.kind === "folder") return;
  if (facts !== undefined || fs.lstat(out) !== undefined)
    throw new PublishProblem(
      "publish/out-no-folder",
      `Cannot publish into ${quote(out)}: it is ${facts === undefined ? "a link to nothing" : "no folder"}, name a folder`,
    );
  makeFolders(fs, out);
}
