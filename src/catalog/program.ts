import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { versions } from "node:process";
import { fileURLToPath } from "node:url";

/** What decides how articles are read beside the articles and the configuration. */
export interface Program {
  /** Changes with every release of Wireroom and of the packages it uses. */
  readonly version: string;
  /** Version of the zone and letter data that the runtime brings. */
  readonly zones: string;
}

/** The program that is running: its compiled files and installed packages by size and time, which no version number forgets. */
export function runningProgram(): Program {
  running ??= programOnDisk();
  return running;
}

/** A program that runs on does not change with its files. */
let running: Program | undefined;

function programOnDisk(): Program {
  const code = dirname(dirname(fileURLToPath(import.meta.url)));
  const hash = createHash("sha256");
  const files = readdirSync(code, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.d)\.[jt]s$/.test(file),
  );
  for (const file of files.sort()) hash.update(stampOf(join(code, file)));
  for (let folder = code; dirname(folder) !== folder; folder = dirname(folder))
    hash.update(stampOf(join(folder, "node_modules", ".package-lock.json")));
  return { version: hash.digest("hex"), zones: `${versions.tz} ${versions.icu} ${versions.unicode} ${versions.v8}` };
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined || stats.isDirectory() ? "" : `${path}\0${stats.size}\0${stats.mtimeMs}\0`;
}
