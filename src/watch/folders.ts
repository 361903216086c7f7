import { type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/** What is watched: folders with everything below them, and single files by the folder they are in. */
export interface WatchedPlaces {
  readonly trees: readonly string[];
  readonly files: readonly { readonly folder: string; readonly name: string }[];
}

/**
 * Calls back whenever something may have changed in the places. One watcher a folder: a watcher a file would run out of them at some
 * ten thousand articles, and what exactly changed is for the build to find out.
 */
export function watchFolders(
  { trees, files }: WatchedPlaces,
  onChange: () => void,
): { refresh(): void; close(): void } {
  const watchers = new Map<string, FSWatcher>();
  const open = (folder: string, isMeant: (name: string | null) => boolean) => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_event, name) => {
        if (isMeant(name)) onChange();
      });
      watcher.on("error", () => {
        // The folder is gone; a new one of its name is found at the next refresh.
        watcher.close();
        watchers.delete(folder);
        onChange();
      });
      watchers.set(folder, watcher);
    } catch {
      // It went away between being listed and being watched; its parent tells.
    }
  };
  const refresh = () => {
    for (const { folder, name } of files) open(folder, (changed) => changed === null || changed === name);
    const below = new Set(trees.flatMap(foldersIn));
    for (const folder of below) open(folder, () => true);
    for (const [folder, watcher] of watchers) {
      if (below.has(folder) || files.some((file) => file.folder === folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  refresh();
  return {
    refresh,
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** A folder and every folder below it, links aside. */
function foldersIn(folder: string): readonly string[] {
  try {
    const inside = readdirSync(folder, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !entry.name.startsWith("."),
    );
    return [folder, ...inside.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    // Gone or not ours to list: the build says so.
    return [];
  }
}
