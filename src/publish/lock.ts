import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Instant } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import { escapeControls, quote } from "../text.ts";
import { rfc3339 } from "../time.ts";
import { nodeFileSystem } from "./file-system.ts";
import { readText, remove, succeed, sweep, takeName, writeDraft } from "./lock-file.ts";
import { type Machine, parseOwner, standingOf } from "./lock-owner.ts";
import { errnoOf, reasonOf } from "./problem.ts";
import { makeFolders } from "./whole-file.ts";

export interface LockOptions {
  /** The `.wireroom` folder; made when it is missing. */
  readonly state: string;
  readonly now: Instant;
  /** Takes the lock whoever has it: a person says that no build is running. */
  readonly breakLock?: boolean;
  readonly machine?: Machine;
}

export type LockResult = { readonly release: () => void } | { readonly problem: Problem };

/**
 * One build at a time: takes the lock, or says who has it.
 *
 * The lock of a build that is surely dead is taken over; where that is not sure, a person decides with `--break-lock`. Whoever
 * waits calls again as long as the problem is `lock/held`: that reads one small file and writes nothing.
 */
export function takeLock({ state, now, breakLock = false, machine = thisMachine() }: LockOptions): LockResult {
  const lock = join(state, "lock");
  const isDead = (text: string) => {
    const owner = parseOwner(text);
    return owner !== undefined && standingOf(owner, now, machine) === "dead";
  };
  try {
    makeFolders(nodeFileSystem, state);
    const unfit = unfitness(state);
    if (unfit !== undefined) return { problem: failed(lock, unfit) };
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const held = readText(lock);
      const refusal = held === undefined || breakLock ? undefined : refusalOf(held, now, machine);
      if (refusal !== undefined) return { problem: refusal };
      const token = randomBytes(8).toString("hex");
      const text = `${JSON.stringify({ ...machine.self, taken: now, token })}\n`;
      const draft = writeDraft(state, machine.self.pid, token, text);
      try {
        if (held === undefined ? !takeName(draft, lock) : !succeed(state, draft, lock, held, isDead)) continue;
      } finally {
        remove(draft.path);
      }
      sweep(state, (pid) => machine.find(pid) === "gone", isDead);
      return { release: () => release(lock, text) };
    }
    return { problem: error("lock/held", "Cannot build: other builds keep taking the lock, wait for them (--wait)") };
  } catch (cause) {
    if (errnoOf(cause) === undefined) throw cause;
    return { problem: failed(lock, reasonOf(cause)) };
  }
}

/** Why nothing can be kept in the state folder, whatever is tried again; undefined when it is a folder. */
function unfitness(state: string): string | undefined {
  const found = nodeFileSystem.stat(state);
  if (found === undefined) return `${quote(state)} is a link that leads nowhere, make the folder it names or remove it`;
  return found.kind === "folder" ? undefined : `${quote(state)} is no folder, move it away`;
}

function failed(lock: string, reason: string): Problem {
  return error("lock/failed", `Cannot take the lock ${quote(lock)}: ${reason}`);
}

/** How often others may be faster before we say that we have not got it. */
const ATTEMPTS = 5;

/** A lock that was broken belongs to somebody else by now, and stays. */
function release(lock: string, text: string): void {
  if (readText(lock) === text) remove(lock);
}

/** Why a lock cannot be taken; undefined when its owner is surely dead. */
function refusalOf(held: string, now: Instant, machine: Machine): Problem | undefined {
  const owner = parseOwner(held);
  if (owner === undefined)
    return error("lock/unclear", `Cannot build: the lock says ${quote(held)}, which names no build: ${WAY_OUT}`);
  const who = `process ${owner.pid} on ${escapeControls(owner.host)}, since ${rfc3339(owner.taken)}`;
  switch (standingOf(owner, now, machine)) {
    case "dead":
      return undefined;
    case "alive":
      return error(
        "lock/held",
        `Cannot build: another build is running (${who}): wait for it (--wait) or end it, and if it is no build, use --break-lock`,
      );
    case "elsewhere":
      return error("lock/unclear", `Cannot build: a build on another machine has the lock (${who}): ${WAY_OUT}`);
    case "unsure":
      return error("lock/unclear", `Cannot build: a build that may be running has the lock (${who}): ${WAY_OUT}`);
  }
}

const WAY_OUT = "see that no build is running, then build with --break-lock";

/** The machine that this process runs on. Where there is no /proc, as on macOS, only whether a process lives is known. */
export function thisMachine(): Machine {
  const start = startOf(process.pid);
  const boot = fact(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const space = fact(() => readlinkSync("/proc/self/ns/pid"));
  return {
    self: {
      pid: process.pid,
      host: hostname(),
      ...(start !== undefined && { start }),
      ...(boot !== undefined && { boot }),
      ...(space !== undefined && { space }),
    },
    find: (pid) => {
      if (!isAlive(pid)) return "gone";
      const begun = startOf(pid);
      if (begun === "ended") return "gone";
      return begun === undefined ? {} : { start: begun };
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it lives, and is somebody else's.
    return errnoOf(cause) !== "ESRCH";
  }
}

/**
 * When a process began, in clock ticks since the machine did; "ended" when only its parent has not yet been told.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html fields 3 and 22; the name in field 2 may hold anything
 */
function startOf(pid: number): string | undefined {
  const stat = fact(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields?.[0] === "Z" || fields?.[0] === "X" ? "ended" : fields?.[19];
}

function fact(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    // Systems without /proc do not tell.
    return undefined;
  }
}

function error(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}
