import { join } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import type { PublishedFiles, PublishListener } from "../model/doors.ts";
import type { ReadyRelease } from "../model/release.ts";
import { quote } from "../text.ts";
import type { Content } from "./contents.ts";
import { holds, isSame } from "./digest.ts";
import type { FileFacts, FileSystem } from "./file-system.ts";
import { keep } from "./hard-link.ts";
import { type Journal, type Step, writeJournal } from "./journal.ts";
import { below, CURRENT, foldersOf, type Layout, MANIFEST } from "./layout.ts";
import { during, leftOver, PublishProblem, problemOf } from "./problem.ts";
import { eachContent } from "./release-files.ts";
import { discardStaging, openStaging, stagedName, stagerOf } from "./staging.ts";
import { finish, undo } from "./switch.ts";
import { currentRelease, folderOfRelease, isIntact, type Tree, treeIn } from "./tree.ts";
import { syncFolder } from "./whole-file.ts";

/** What publishing needs to know of where it publishes. */
export interface Place {
  readonly fs: FileSystem;
  readonly layout: Layout;
  /** Whether every byte in place is read back, instead of those that were touched. */
  readonly verify: boolean;
}

/**
 * Publishes a release as files in the output folder, each of them always whole.
 *
 * All of it is staged, on the disk and read back, and every old file is kept, before the first file is switched.
 */
export function publishPlain(place: Place, release: ReadyRelease, listener: PublishListener): PublishedFiles {
  const { fs, layout } = place;
  const plan = planSwitch(place, release, listener);
  const { id, files, journal, warnings } = plan;
  if (journal.steps.length > 0) {
    switchOrUndo(fs, layout, journal);
    listener.onOut?.();
    try {
      discardStaging(fs, layout);
    } catch (cause) {
      warnings.push(leftOver(layout.staging, cause));
    }
  }
  const changed = journal.steps.map(({ path }) => path).filter((path) => path !== CURRENT);
  return { id, files, changed: changed.sort(), unchanged: plan.unchanged, warnings };
}

interface Plan {
  readonly id: string;
  readonly files: number;
  readonly unchanged: number;
  readonly journal: Journal;
  readonly warnings: Problem[];
}

/** Stages what differs and keeps what it replaces; nothing outside the staging folder is changed. */
function planSwitch(place: Place, release: ReadyRelease, listener: PublishListener): Plan {
  const { fs, layout } = place;
  const before = treeIn(fs, layout.root);
  const seen = before ?? treeIn(fs, folderOfRelease(fs, layout.root));
  const steps: Step[] = [];
  const missing = new Set<string>();
  const isClear = obstacles(fs, layout.root, missing);
  const stager = stagerOf(fs);
  let unchanged = 0;
  const open = () => {
    if (steps.length === 0) openStaging(fs, layout);
  };
  try {
    const stage = (content: Content) =>
      during(content.path, () => {
        isClear(content.path);
        const facts = fs.lstat(below(layout.root, content.path));
        if (isThere(place, before, content, facts)) {
          unchanged++;
          return;
        }
        open();
        const name = stagedName(content.path, steps.length);
        const shown = facts ?? (seen === undefined ? undefined : fs.lstat(below(seen.folder, content.path)));
        stager.stage(content.path, join(layout.fresh, name), content, shown?.modified);
        steps.push({ path: content.path, name, next: content.digest, replaces: facts !== undefined });
      });
    const { id, paths } = eachContent(release, stage, listener);
    stager.settle();
    const { gone, warnings } = removals(place, before, paths);
    for (const path of gone) {
      open();
      steps.push({ path, name: String(steps.length), replaces: true });
    }
    const journal = { steps: manifestLast(steps), folders: outermostFirst(missing) };
    if (steps.length > 0) readySwitch(fs, layout, journal);
    return { id, files: paths.size, unchanged, journal, warnings };
  } catch (cause) {
    stager.close();
    discardQuietly(fs, layout);
    throw problemOf(layout.root, cause);
  }
}

/** Keeps every old file, and writes down what is to be switched: from then on the switch can be finished or undone by whoever comes. */
function readySwitch(fs: FileSystem, layout: Layout, journal: Journal): void {
  for (const { path, name, next, replaces } of journal.steps)
    if (next !== undefined && replaces) during(path, () => keep(fs, below(layout.root, path), join(layout.kept, name)));
  syncFolder(fs, layout.fresh);
  syncFolder(fs, layout.kept);
  writeJournal(fs, layout, journal);
}

function switchOrUndo(fs: FileSystem, layout: Layout, journal: Journal): void {
  try {
    finish(fs, layout, journal);
  } catch (cause) {
    try {
      undo(fs, layout, journal);
    } catch {
      const { code, message } = problemOf(layout.root, cause);
      throw new PublishProblem(
        code,
        `${message}; files of two releases are out, each whole, until the next build`,
        cause,
      );
    }
    discardQuietly(fs, layout);
    throw problemOf(layout.root, cause);
  }
}

/** What is left is found by the next build, and the first problem is the one to tell. */
function discardQuietly(fs: FileSystem, layout: Layout): void {
  try {
    discardStaging(fs, layout);
  } catch {
    // As said above.
  }
}

/**
 * Whether a file need not be written.
 *
 * @throws PublishProblem when something that is not ours is in its place
 */
function isThere(
  place: Place,
  before: Tree | undefined,
  { path, digest }: Content,
  facts: FileFacts | undefined,
): boolean {
  if (facts === undefined) return false;
  const { fs, layout, verify } = place;
  const row = before?.files.get(path);
  if (facts.kind !== "file") throw inTheWay(path, "something that is no plain file is in its place");
  if (before !== undefined && row !== undefined) return isSame(row, digest) && isIntact(fs, before, path, verify);
  if (holds(fs, below(layout.root, path), digest)) return true;
  throw inTheWay(path, "a file that wireroom did not make is in its place");
}

/** Checks the folders that a path is in, each once, and notes those that are missing. */
function obstacles(fs: FileSystem, root: string, missing: Set<string>): (path: string) => void {
  const clear = new Set<string>();
  return (path) => {
    for (const folder of foldersOf(path)) {
      if (clear.has(folder)) return;
      clear.add(folder);
      const facts = fs.lstat(below(root, folder));
      if (facts === undefined) missing.add(folder);
      else if (facts.kind !== "folder") throw inTheWay(folder, "it must be a folder, and is something else");
    }
  };
}

/** The files of the last release that this one does not have. What somebody else has changed is left to them. */
function removals(
  { fs, layout, verify }: Place,
  before: Tree | undefined,
  paths: ReadonlySet<string>,
): { readonly gone: readonly string[]; readonly warnings: Problem[] } {
  const gone: string[] = [];
  const warnings: Problem[] = [];
  for (const path of before?.files.keys() ?? []) {
    if (paths.has(path) || before === undefined) continue;
    if (isIntact(fs, before, path, verify)) gone.push(path);
    else if (fs.lstat(below(layout.root, path)) !== undefined)
      warnings.push({
        code: "publish/left-changed",
        severity: "warning",
        message: `Left ${quote(path)} in place, which is in no release any more: something else has changed it, remove it by hand`,
      });
  }
  // The link to a release folder, when releases were folders before: without it, the files are the release.
  if (currentRelease(fs, layout.root) !== undefined) gone.push(CURRENT);
  return { gone, warnings };
}

function manifestLast(steps: readonly Step[]): readonly Step[] {
  return [...steps.filter(({ path }) => path !== MANIFEST), ...steps.filter(({ path }) => path === MANIFEST)];
}

function outermostFirst(folders: ReadonlySet<string>): readonly string[] {
  return [...folders].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

function inTheWay(path: string, why: string): PublishProblem {
  return new PublishProblem("publish/in-the-way", `Cannot publish ${quote(path)}: ${why}, move it away`);
}
