import { constants } from "node:fs";
import { dirname, join } from "node:path";
import { quote } from "../text.ts";
import type { Content } from "./contents.ts";
import { holdsBytes } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { type Layout, MANIFEST } from "./layout.ts";
import { during, PublishProblem, systemError } from "./problem.ts";
import { makeFolders, syncFolder, writeNew } from "./whole-file.ts";

/** Writes new files into the staging folder. */
export interface Stager {
  /**
   * Writes a file and reads it back. It is on the disk only after `settle`.
   *
   * Web servers tell versions apart by the second of the file's time and by its size: nginx answers 304 wrongly when both stay, and
   * some servers do so for ever when the time goes back. So a file that follows another is at least one second newer, and the time is
   * that of the file system.
   *
   * @param path what the file is called when something goes wrong
   * @param after when the file that it replaces was changed: milliseconds
   */
  stage(path: string, file: string, content: Content, after: number | undefined): void;
  /** Waits until all that was written is on the disk: a full or failing disk shows here, and not in a reader. */
  settle(): void;
  /** Gives up what was not settled. */
  close(): void;
}

/** Files that the disk takes in while the next ones are written. */
const AHEAD = 8;

export function stagerOf(fs: FileSystem): Stager {
  const waiting: { readonly path: string; readonly file: number }[] = [];
  const settleFirst = () => {
    const [first] = waiting;
    if (first === undefined) return;
    during(first.path, () => {
      fs.fsync(first.file);
      waiting.shift();
      fs.close(first.file);
    });
  };
  return {
    stage(path, file, content, after) {
      const chunks = content.chunks();
      makeFolders(fs, dirname(file));
      writeNew(fs, file, chunks);
      if (after !== undefined) fs.utimes(file, Math.max(secondOf(fs.lstat(file)?.modified), secondOf(after) + 1));
      const open = fs.open(file, constants.O_RDONLY);
      waiting.push({ path, file: open });
      if (!holdsBytes(fs, open, chunks)) throw systemError("NOT_WHOLE");
      fs.flush(file);
      if (waiting.length > AHEAD) settleFirst();
    },
    settle() {
      while (waiting.length > 0) settleFirst();
    },
    close() {
      for (const { file } of waiting.splice(0)) {
        try {
          fs.close(file);
        } catch {
          // What made it be given up is the one to tell.
        }
      }
    },
  };
}

/** Opens an empty staging folder. */
export function openStaging(fs: FileSystem, { root, staging, fresh, kept }: Layout): void {
  makeFolders(fs, fresh);
  makeFolders(fs, kept);
  syncFolder(fs, staging);
  syncFolder(fs, root);
}

/** Removes the staging folder and all in it, the journal first: without it the rest means nothing. */
export function discardStaging(fs: FileSystem, { staging, journal }: Layout): void {
  const facts = fs.lstat(staging);
  if (facts === undefined) return;
  if (facts.kind !== "folder")
    throw new PublishProblem("publish/in-the-way", `Cannot use ${quote(staging)}: it is no folder, move it away`);
  if (fs.lstat(journal) !== undefined) fs.unlink(journal);
  removeAll(fs, staging);
}

function removeAll(fs: FileSystem, folder: string): void {
  for (const name of fs.readdir(folder)) {
    const path = join(folder, name);
    if (fs.lstat(path)?.kind === "folder") removeAll(fs, path);
    else fs.unlink(path);
  }
  fs.rmdir(folder);
}

/** The name of the n-th staged file. The manifest keeps its own: without a journal, it says what the others are. */
export function stagedName(path: string, index: number): string {
  return path === MANIFEST ? MANIFEST : String(index);
}

function secondOf(milliseconds: number | undefined): number {
  return Math.floor((milliseconds ?? 0) / 1000);
}
