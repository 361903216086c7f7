import type { Problem } from "../model/diagnostic.ts";
import { holds } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { type Journal, readJournal } from "./journal.ts";
import { below, type Layout, MANIFEST } from "./layout.ts";
import { problemOf } from "./problem.ts";
import { discardStaging } from "./staging.ts";
import { canFinish, finish, undo } from "./switch.ts";
import { readTree } from "./tree.ts";

/** Finishes a switch that was interrupted, or undoes it when a staged file is not whole; tells which. */
export function recoverSwitch(fs: FileSystem, layout: Layout): readonly Problem[] {
  if (fs.lstat(layout.staging)?.kind !== "folder") return [];
  const journal = readJournal(fs, layout);
  if (journal === undefined) {
    discardStaging(fs, layout);
    return [told("publish/removed-left-over", "Removed what an interrupted build left: it had not switched any file")];
  }
  if (journal === "damaged") {
    dropAdditions(fs, layout);
    discardStaging(fs, layout);
    return [
      {
        code: "publish/journal-damaged",
        severity: "warning",
        message:
          "Cannot finish an interrupted build, its journal is damaged: every file is whole, this build brings them together",
      },
    ];
  }
  if (canFinish(fs, layout, journal)) {
    const finished = finishOrUndo(fs, layout, journal);
    discardStaging(fs, layout);
    return [finished];
  }
  undo(fs, layout, journal);
  discardStaging(fs, layout);
  return [told("publish/undone", "Undid an interrupted build: not all of its files were whole")];
}

function finishOrUndo(fs: FileSystem, layout: Layout, journal: Journal): Problem {
  try {
    finish(fs, layout, journal);
    return told("publish/finished", "Finished an interrupted build: its files are all out now");
  } catch (cause) {
    undo(fs, layout, journal);
    return {
      code: "publish/undone",
      severity: "warning",
      message: `${problemOf(layout.root, cause).message}; undid an interrupted build`,
    };
  }
}

/** Without a journal, the staged manifest says which files are new: those that are already out belong to no release. */
function dropAdditions(fs: FileSystem, { root, fresh }: Layout): void {
  const staged = readTree(fs, fresh);
  const before = readTree(fs, root);
  const known = before !== undefined && "folder" in before ? before.files : undefined;
  if (staged === undefined || !("folder" in staged)) return;
  for (const [path, digest] of staged.files)
    if (path !== MANIFEST && known?.get(path) === undefined && holds(fs, below(root, path), digest))
      fs.unlink(below(root, path));
}

function told(code: Problem["code"], message: string): Problem {
  return { code, severity: "info", message };
}
