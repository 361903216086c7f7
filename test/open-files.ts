import { existsSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

const OPEN = "/proc/self/fd";

/** Whether the system tells which files this process holds open. */
export const tellsHeldOpen = existsSync(OPEN);

/** How many files below a folder this process holds open. */
export function heldOpen(folder: string): number {
  const below = realpathSync(folder);
  return readdirSync(OPEN).filter((file) => {
    try {
      return readlinkSync(join(OPEN, file)).startsWith(below);
    } catch {
      // The listing's own, closed by now.
      return false;
    }
  }).length;
}
