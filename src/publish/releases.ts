import { dirname, join } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import type { PublishedFiles, PublishListener } from "../model/doors.ts";
import type { ReadyRelease } from "../model/release.ts";
import type { Content } from "./contents.ts";
import { type Digest, isSame } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { linkOrCopy } from "./hard-link.ts";
import { below, CURRENT, foldersOf, type Layout, MANIFEST, RELEASES } from "./layout.ts";
import type { Place } from "./plain.ts";
import { during, leftOver, problemOf } from "./problem.ts";
import { eachContent } from "./release-files.ts";
import { removeRelease } from "./retire.ts";
import { discardStaging, openStaging, stagerOf } from "./staging.ts";
import { checkReleases, currentRelease, folderOfRelease, isIntact, releaseNames, type Tree, treeIn } from "./tree.ts";
import { makeFolders, syncFolder } from "./whole-file.ts";

/** How many releases stay, the one that is out among them: readers may be in the middle of an earlier one. */
export const KEPT = 3;

/**
 * Publishes a release as a folder of its own, and then changes the one link that says which release is out: readers get all feeds
 * of one release, or all of another.
 */
export function publishReleases(place: Place, release: ReadyRelease, listener: PublishListener): PublishedFiles {
  const { fs, layout } = place;
  checkReleases(fs, layout.root);
  const current = currentRelease(fs, layout.root);
  const before = current === undefined ? undefined : treeIn(fs, folderOfRelease(fs, layout.root));
  const seen = before ?? treeIn(fs, layout.root);
  const kept: string[] = [];
  const changed: string[] = [];
  const warnings: Problem[] = [];
  const stager = stagerOf(fs);
  let name = "";
  try {
    const stage = ({ path, digest, chunks }: Content) =>
      during(path, () => {
        if (isKept(place, before, path, digest)) {
          kept.push(path);
          return;
        }
        if (changed.length === 0) openStaging(fs, layout);
        if (path === MANIFEST) {
          // The manifest is the last file to be made, so that no other is touched after it.
          warnings.push(...prune(fs, layout, KEPT - 1));
          linkKept(fs, layout, before, kept);
        }
        const shown = seen === undefined ? undefined : fs.lstat(below(seen.folder, path));
        stager.stage(path, below(layout.fresh, path), { path, digest, chunks }, shown?.modified);
        changed.push(path);
      });
    const { id, paths } = eachContent(release, stage, listener);
    stager.settle();
    const gone = [...(before?.files.keys() ?? [])].filter((path) => !paths.has(path));
    if (changed.length > 0) {
      if (kept.includes(MANIFEST)) linkKept(fs, layout, before, kept);
      name = `${(releaseNames(fs, layout.root).at(-1)?.sequence ?? 0) + 1}-${id.slice(0, 12)}`;
      syncTree(fs, layout, paths);
      during(RELEASES, () => moveTree(fs, layout, name));
      during(CURRENT, () => switchLink(fs, layout, name, current?.name));
      listener.onOut?.();
      try {
        discardStaging(fs, layout);
      } catch (cause) {
        warnings.push(leftOver(layout.staging, cause));
      }
    }
    const all = [...changed, ...gone].sort();
    return { id, files: paths.size, changed: all, unchanged: kept.length, warnings };
  } catch (cause) {
    stager.close();
    takeBack(fs, layout, name);
    throw problemOf(layout.root, cause);
  }
}

/** Removes the oldest releases, so that only some are left besides; the one that is out always stays. */
export function prune(fs: FileSystem, layout: Layout, most: number): readonly Problem[] {
  const current = currentRelease(fs, layout.root);
  const names = releaseNames(fs, layout.root);
  const old = names.slice(0, Math.max(0, names.length - most)).filter(({ name }) => name !== current?.name);
  return old.flatMap(({ name }) => {
    try {
      return removeRelease(fs, layout, name);
    } catch (cause) {
      return leftOver(`${RELEASES}/${name}`, cause);
    }
  });
}

/** Changes the link that says which release is out, by a rename. When the disk then fails, the link is changed back. */
export function switchLink(fs: FileSystem, layout: Layout, name: string, before: string | undefined): void {
  try {
    pointAt(fs, layout, name);
    syncFolder(fs, layout.root);
  } catch (cause) {
    pointBack(fs, layout, name, before);
    throw cause;
  }
}

function pointBack(fs: FileSystem, layout: Layout, name: string, before: string | undefined): void {
  try {
    if (currentRelease(fs, layout.root)?.name !== name) return;
    if (before === undefined) fs.unlink(layout.current);
    else pointAt(fs, layout, before);
  } catch {
    // The first problem is the one to tell; the release that the link names is whole, whichever it is.
  }
}

function pointAt(fs: FileSystem, { staging, current }: Layout, name: string): void {
  const draft = join(staging, CURRENT);
  if (fs.lstat(draft) !== undefined) fs.unlink(draft);
  makeFolders(fs, staging);
  fs.symlink(`${RELEASES}/${name}`, draft);
  fs.rename(draft, current);
}

function isKept({ fs, verify }: Place, before: Tree | undefined, path: string, digest: Digest): boolean {
  const row = before?.files.get(path);
  return before !== undefined && row !== undefined && isSame(row, digest) && isIntact(fs, before, path, verify);
}

function linkKept(fs: FileSystem, { fresh }: Layout, before: Tree | undefined, kept: readonly string[]): void {
  if (before === undefined) return;
  for (const path of kept) {
    during(path, () => {
      makeFolders(fs, dirname(below(fresh, path)));
      linkOrCopy(fs, below(before.folder, path), below(fresh, path));
    });
  }
}

function syncTree(fs: FileSystem, { fresh }: Layout, paths: ReadonlySet<string>): void {
  const folders = new Set([...paths].flatMap(foldersOf));
  for (const folder of folders) syncFolder(fs, below(fresh, folder));
  syncFolder(fs, fresh);
}

function moveTree(fs: FileSystem, { root, staging, fresh, releases }: Layout, name: string): void {
  if (makeFolders(fs, releases).length > 0) syncFolder(fs, root);
  fs.rename(fresh, join(releases, name));
  syncFolder(fs, releases);
  syncFolder(fs, staging);
}

/** Takes away what a failed build made. What is left is found by the next build, and the first problem is the one to tell. */
function takeBack(fs: FileSystem, layout: Layout, name: string): void {
  try {
    if (name !== "" && currentRelease(fs, layout.root)?.name !== name) removeRelease(fs, layout, name);
    discardStaging(fs, layout);
  } catch {
    // As said above.
  }
}
