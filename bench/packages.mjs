import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs the peers' packages into the bench's own folder when they are missing: those who do not measure never download them.
 *
 * @param {string} folder of the bench
 * @param {(text: string) => void} note
 */
export function installPackages(folder, note) {
  if (existsSync(join(folder, "node_modules", ".package-lock.json"))) return;
  note("Installing the packages of the programs to compare with, once (npm ci in bench/)");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) throw new Error("Cannot install the peers' packages: run npm ci in bench/ and look why");
}
