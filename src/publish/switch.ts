import { dirname, join } from "node:path";
import { digestOfFile, holds } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import type { Journal, Step } from "./journal.ts";
import { below, foldersOf, type Layout, MANIFEST } from "./layout.ts";
import { during, errnoOf } from "./problem.ts";
import { makeFolders, syncFolder } from "./whole-file.ts";

/** Whether every new file is whole, be it staged or already in its place. */
export function canFinish(fs: FileSystem, { root, fresh }: Layout, { steps }: Journal): boolean {
  return steps.every(
    ({ path, name, next }) =>
      next === undefined || holds(fs, join(fresh, name), next) || holds(fs, below(root, path), next),
  );
}

/**
 * Switches every file that is not yet switched: new and changed ones, then those that go, then the manifest. Each rename is
 * atomic, so that a reader has the whole old or the whole new file at any moment.
 */
export function finish(fs: FileSystem, layout: Layout, { steps }: Journal): void {
  const of = (wanted: (step: Step) => boolean) => steps.filter(wanted);
  moveIn(
    fs,
    layout,
    of(({ path, next }) => next !== undefined && path !== MANIFEST),
  );
  moveOut(
    fs,
    layout,
    of(({ next }) => next === undefined),
  );
  moveIn(
    fs,
    layout,
    of(({ path, next }) => next !== undefined && path === MANIFEST),
  );
}

function moveIn(fs: FileSystem, { root, fresh }: Layout, steps: readonly Step[]): void {
  const touched = new Set<string>();
  for (const { path, name } of steps) {
    during(path, () => {
      const target = below(root, path);
      for (const folder of makeFolders(fs, dirname(target))) touched.add(dirname(folder));
      if (fs.lstat(join(fresh, name)) !== undefined) fs.rename(join(fresh, name), target);
      touched.add(dirname(target));
    });
  }
  for (const folder of touched) syncFolder(fs, folder);
}

function moveOut(fs: FileSystem, { root, kept }: Layout, steps: readonly Step[]): void {
  const touched = new Set<string>();
  for (const { path, name } of steps) {
    during(path, () => {
      const target = below(root, path);
      moveAway(fs, target, join(kept, name));
      touched.add(dirname(target));
    });
  }
  if (steps.length > 0) syncFolder(fs, kept);
  for (const folder of touched) if (fs.lstat(folder) !== undefined) syncFolder(fs, folder);
  for (const { path } of steps) removeEmptied(fs, root, path);
}

/** Moves a file or link away. After a loss of power it may stand in both places: a rename would do nothing then. */
function moveAway(fs: FileSystem, target: string, old: string): void {
  const found = fs.lstat(target);
  const moved = fs.lstat(old);
  if (found === undefined) return;
  if (moved === undefined) fs.rename(target, old);
  else if (found.kind === moved.kind && (found.kind === "link" || holds(fs, target, digestOfFile(fs, old))))
    fs.unlink(target);
}

/**
 * Puts every old file back, as if the switch had never begun. A file that a reader may have seen meanwhile is made newer than it.
 */
export function undo(fs: FileSystem, layout: Layout, { steps, folders }: Journal): void {
  const { root, fresh, kept } = layout;
  const touched = new Set<string>();
  // The manifest first: while it is the new one, the old files would be those that are wrong.
  for (const { path, name, next, replaces } of steps.toReversed()) {
    during(path, () => {
      const target = below(root, path);
      const old = join(kept, name);
      if (next !== undefined && fs.lstat(join(fresh, name)) !== undefined) return;
      if (replaces && fs.lstat(old) !== undefined) {
        makeFolders(fs, dirname(target));
        renew(fs, old, target);
        fs.rename(old, target);
      } else if (!replaces && next !== undefined && holds(fs, target, next)) fs.unlink(target);
      touched.add(dirname(target));
    });
  }
  for (const folder of touched) if (fs.lstat(folder) !== undefined) syncFolder(fs, folder);
  for (const folder of folders.toReversed()) removeFolder(fs, below(root, folder));
}

function renew(fs: FileSystem, old: string, target: string): void {
  const seen = fs.lstat(target);
  const before = fs.lstat(old);
  if (seen?.kind !== "file" || before?.kind !== "file" || seen.modified <= before.modified) return;
  fs.utimes(old, Math.floor(seen.modified / 1000) + 1);
}

/** Removes the folders that a file was in, as far as they are empty now. */
export function removeEmptied(fs: FileSystem, root: string, path: string): void {
  for (const folder of foldersOf(path)) if (!removeFolder(fs, below(root, folder))) return;
}

/** Whether a folder is gone; it stays when anything is in it, a disk is mounted on it, or we may not. An empty folder harms
 * nobody, so that it stops no release. */
export function removeFolder(fs: FileSystem, folder: string): boolean {
  try {
    fs.rmdir(folder);
    return true;
  } catch (cause) {
    switch (errnoOf(cause)) {
      case "ENOENT":
        return true;
      case "ENOTEMPTY":
      case "EEXIST":
      case "EBUSY":
      case "EACCES":
      case "EPERM":
      case "ENOTDIR":
        return false;
      default:
        throw cause;
    }
  }
}
