import { createHash } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { errnoOf } from "./problem.ts";

/** A lock that is written and not yet in its place: so it is never seen empty or half written. */
export interface Draft {
  readonly path: string;
  readonly text: string;
}

export function writeDraft(state: string, pid: number, token: string, text: string): Draft {
  const path = join(state, `lock-${pid}-${token}`);
  const file = openSync(path, "wx", 0o644);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (cause) {
    // On a full disk every attempt would leave one.
    unlinkSync(path);
    throw cause;
  } finally {
    closeSync(file);
  }
  return { path, text };
}

/** Whether a name was free and is the draft's now: of any number of builds, one gets it. */
export function takeName({ path, text }: Draft, name: string): boolean {
  try {
    linkSync(path, name);
    return true;
  } catch (cause) {
    switch (errnoOf(cause)) {
      case "EEXIST":
      case "ENOENT":
        return false;
      case "EPERM":
      case "ENOSYS":
      case "ENOTSUP":
        return createName(name, text);
      default:
        throw cause;
    }
  }
}

/** Where files have one name only, as on memory cards. */
function createName(name: string, text: string): boolean {
  try {
    writeFileSync(name, text, { flag: "wx", mode: 0o644 });
    return true;
  } catch (cause) {
    if (errnoOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

/**
 * Puts the draft in the place of a lock whose owner is dead; false when another build was faster.
 *
 * Of all who saw the dead lock, the one that gets the claim to its place goes on, and looks whether it is still there. While it
 * holds the claim, nobody else changes the lock: its owner is dead, and a name that is there cannot be taken. The claim of a build
 * that died meanwhile is itself such a lock.
 */
export function succeed(
  state: string,
  draft: Draft,
  name: string,
  held: string,
  isDead: (text: string) => boolean,
): boolean {
  const claim = join(state, `${CLAIM}${createHash("sha256").update(held).digest("hex").slice(0, 32)}`);
  if (!takeName(draft, claim)) {
    const claimed = readText(claim);
    if (claimed === undefined || !isDead(claimed) || !succeed(state, draft, claim, claimed, isDead)) return false;
  }
  try {
    if (readText(name) !== held) return false;
    const copy = `${draft.path}-copy`;
    writeFileSync(copy, draft.text, { flag: "wx", mode: 0o644 });
    renameSync(copy, name);
    return true;
  } finally {
    remove(claim);
  }
}

/** Removes what builds left that died while they took the lock. Only for the one who holds it: then no claim means anything. */
export function sweep(state: string, isGone: (pid: number) => boolean, isDead: (text: string) => boolean): void {
  for (const name of readdirSync(state)) {
    const path = join(state, name);
    const pid = /^lock-([0-9]+)-/.exec(name)?.[1];
    if (pid !== undefined ? isGone(Number(pid)) : name.startsWith(CLAIM) && isDead(readText(path) ?? "")) remove(path);
  }
}

const CLAIM = "lock-after-";

/** The text of a file; undefined when it is not there. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (errnoOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

export function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch (cause) {
    if (errnoOf(cause) !== "ENOENT") throw cause;
  }
}
