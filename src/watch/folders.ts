import { type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What is watched: folders with everything below them, and single files; any of them may be missing. Paths are absolute. */
export interface WatchedPlaces {
  readonly trees: readonly string[];
  readonly files: readonly string[];
}

/**
 * Calls back whenever something may have changed in the places. One watcher a folder: a watcher a file would run out of them at some
 * ten thousand articles.
 *
 * The folder above a place is watched too, or the nearest one that is there, so that a place may go away, come back and be replaced.
 *
 * @param places asked at each refresh: a new configuration may name others
 * @param onChange told what may have changed; undefined when that may be anything
 * @returns `refresh` tells whether it found places that were not watched until then
 */
export function watchFolders(
  places: () => WatchedPlaces,
  onChange: (place?: string) => void,
): { refresh(): boolean; close(): void } {
  const watchers = new Map<string, Watched>();
  let wanted: ReadonlyMap<string, Meant> = new Map();
  let isDeaf = false;
  const drop = (folder: string) => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const open = (folder: string) => {
    try {
      const identity = identityOf(folder);
      const watcher = watch(folder, (_event, name) => {
        // A folder that was moved or removed tells so under its own name, and its watcher is deaf from then on.
        const isItself = name === basename(folder);
        if (isItself) drop(folder);
        const meant = wanted.get(folder);
        if (isItself || name === null) onChange();
        else if (meant === "all" || meant?.has(name) === true) onChange(isDeaf ? undefined : join(folder, name));
      });
      watcher.on("error", () => {
        drop(folder);
        onChange();
      });
      watchers.set(folder, { watcher, identity });
    } catch {
      // It went away between being found and being watched, and the folder above tells; or the system has no watcher to give.
      isDeaf = true;
    }
  };
  const refresh = () => {
    isDeaf = false;
    wanted = foldersFor(places());
    for (const [folder, { identity }] of watchers)
      if (!wanted.has(folder) || identityOf(folder) !== identity) drop(folder);
    let isMore = false;
    for (const folder of wanted.keys()) {
      if (watchers.has(folder)) continue;
      open(folder);
      isMore ||= watchers.has(folder);
    }
    return isMore;
  };
  refresh();
  return {
    refresh,
    close: () => {
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

interface Watched {
  readonly watcher: FSWatcher;
  readonly identity: string | undefined;
}

/** What is meant in a folder: everything, or the things of these names. */
type Meant = "all" | Set<string>;

/** The folders to watch, and what is meant in each. */
function foldersFor({ trees, files }: WatchedPlaces): ReadonlyMap<string, Meant> {
  const folders = new Map<string, Meant>();
  for (const place of [...trees, ...files]) {
    const { folder, name } = nearest(place);
    const meant = folders.get(folder) ?? new Set();
    if (meant !== "all") folders.set(folder, meant.add(name));
  }
  for (const folder of trees.flatMap(foldersIn)) folders.set(folder, "all");
  return folders;
}

/** The nearest folder above a place that is there, and the name in it on the way to the place. */
function nearest(place: string): { readonly folder: string; readonly name: string } {
  const folder = dirname(place);
  return folder === dirname(folder) || identityOf(folder) !== undefined
    ? { folder, name: basename(place) }
    : nearest(folder);
}

/** Tells a folder from another one that takes its name; undefined when there is none. A number alone is given again soon. */
function identityOf(folder: string): string | undefined {
  try {
    const facts = statSync(folder, { bigint: true, throwIfNoEntry: false });
    return facts?.isDirectory() ? `${facts.dev} ${facts.ino} ${facts.birthtimeNs}` : undefined;
  } catch {
    // A folder that may not be looked into, or a file on the way: the build says so.
    return undefined;
  }
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
