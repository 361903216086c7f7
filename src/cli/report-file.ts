import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { quote } from "../text.ts";
import { type Shell, UsageError } from "./shell.ts";

/** Writes a file so that nobody ever reads half of it. */
export function writeWhole(path: string, text: string, shell: Shell): void {
  const target = resolve(shell.folder, path);
  const staged = `${target}.part`;
  try {
    const file = openSync(staged, "w", 0o644);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(staged, target);
  } catch (cause) {
    rmSync(staged, { force: true });
    throw new UsageError(
      `Cannot write ${quote(path)}: ${cause instanceof Error ? cause.message : String(cause)}; write the path of a file in a folder that is there`,
      { cause },
    );
  }
}
