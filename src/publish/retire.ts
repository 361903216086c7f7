import { join } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import { quote } from "../text.ts";
import { holds } from "./digest.ts";
import type { FileFacts, FileSystem } from "./file-system.ts";
import { below, type Layout, MANIFEST } from "./layout.ts";
import { removeEmptied, removeFolder } from "./switch.ts";
import { readTree, type Tree } from "./tree.ts";
import { syncFolder } from "./whole-file.ts";

/**
 * Removes a release folder: the files that its manifest names, then the manifest, so that an interrupted removal is gone on with.
 * A folder without a manifest of ours is removed only when it is empty.
 */
export function removeRelease(fs: FileSystem, { releases }: Layout, name: string): readonly Problem[] {
  const folder = join(releases, name);
  if (fs.lstat(folder)?.kind !== "folder") return [];
  const tree = readTree(fs, folder);
  if (tree !== undefined && "folder" in tree) removeFiles(fs, tree, (facts) => facts.kind === "file");
  return removeFolder(fs, folder) ? [] : [foreign(`releases/${name}`)];
}

/** Removes the plain files of a release, when release folders took over. What somebody else has changed stays. */
export function removePlain(fs: FileSystem, { root }: Layout): readonly Problem[] {
  const tree = readTree(fs, root);
  // A manifest that is not ours may be anything: web applications have a file of that name.
  if (tree === undefined || !("folder" in tree)) return [];
  return removeFiles(fs, tree, (facts, path) => {
    const digest = tree.files.get(path);
    return facts.kind === "file" && digest !== undefined && holds(fs, below(root, path), digest);
  });
}

function removeFiles(
  fs: FileSystem,
  { folder, files }: Tree,
  isOurs: (facts: FileFacts, path: string) => boolean,
): readonly Problem[] {
  const left: Problem[] = [];
  for (const path of files.keys()) {
    if (path === MANIFEST) continue;
    const facts = fs.lstat(below(folder, path));
    if (facts !== undefined && !isOurs(facts, path)) left.push(foreign(path));
    else if (facts !== undefined) fs.unlink(below(folder, path));
    removeEmptied(fs, folder, path);
  }
  fs.unlink(below(folder, MANIFEST));
  syncFolder(fs, folder);
  return left;
}

function foreign(path: string): Problem {
  return {
    code: "publish/left-changed",
    severity: "warning",
    message: `Left ${quote(path)} in place, which is in no release any more: something else has changed it, remove it by hand`,
  };
}
