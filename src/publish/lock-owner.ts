import type { Instant } from "../model/article.ts";

/** Who holds a lock: enough to tell whether that build still runs. */
export interface Owner {
  readonly pid: number;
  /** When the process began, in the words of the system: a process id is given out again. */
  readonly start?: string;
  /** Changes when the machine starts anew. */
  readonly boot?: string;
  /** The container's own count of process ids. */
  readonly space?: string;
  readonly host: string;
  readonly taken: Instant;
}

/** What is known of the machine that a build runs on. */
export interface Machine {
  /** This build. */
  readonly self: Omit<Owner, "taken">;
  /** What runs under a process id here. */
  find(pid: number): "gone" | { readonly start?: string };
}

/** Whether the build that holds a lock runs: surely, surely not, on a machine that we cannot look into, or who knows. */
export type Standing = "alive" | "dead" | "elsewhere" | "unsure";

export function standingOf(owner: Owner, now: Instant, { self, find }: Machine): Standing {
  if (owner.host !== self.host) return "elsewhere";
  const isOtherBoot = owner.boot !== undefined && self.boot !== undefined && owner.boot !== self.boot;
  // Of another boot and from the future: a clock was set, or two machines have one name.
  if (isOtherBoot) return owner.taken > now ? "unsure" : "dead";
  // Another container of this machine: its process ids are not ours.
  if (owner.space !== self.space) return "unsure";
  const found = find(owner.pid);
  if (found === "gone") return "dead";
  if (owner.start === undefined || found.start === undefined) return "alive";
  return owner.start === found.start ? "alive" : "dead";
}

/** The owner that a lock names; undefined when it is no lock of ours. */
export function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isOwner(value) ? value : undefined;
  } catch {
    // What is no JSON names nobody, and the caller says so.
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== "object" || value === null) return false;
  const { pid, start, boot, space, host, taken } = value as Readonly<Record<string, unknown>>;
  return (
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    typeof host === "string" &&
    Number.isSafeInteger(taken) &&
    Number(taken) >= 0 &&
    Number(taken) <= LAST_INSTANT &&
    [start, boot, space].every((fact) => fact === undefined || typeof fact === "string")
  );
}

/** 9999-12-31T23:59:59Z. */
const LAST_INSTANT = 253_402_300_799;
