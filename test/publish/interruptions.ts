import type { FileSystem } from "../../src/publish/index.ts";
import { errno } from "./memory-file-system.ts";

/** The calls of the interface; the compiler sees to it that none is forgotten. */
export const CALLS = Object.keys({
  open: 1,
  write: 1,
  read: 1,
  fsync: 1,
  flush: 1,
  close: 1,
  rename: 1,
  unlink: 1,
  mkdir: 1,
  rmdir: 1,
  readdir: 1,
  lstat: 1,
  stat: 1,
  readlink: 1,
  link: 1,
  symlink: 1,
  utimes: 1,
  chmod: 1,
} satisfies Record<keyof FileSystem, 1>) as readonly (keyof FileSystem)[];

export const ERRORS = ["ENOSPC", "EIO", "EXDEV", "EACCES", "EMFILE", "EPERM"] as const;

/** What happens at a call: the process ends before it, it fails, it does less than it was asked to, or it says that it did all. */
export type Interruption = "stop" | "short" | "lie" | (typeof ERRORS)[number];

/** The process has ended: nothing that it would still do happens. */
export class Stopped extends Error {}

/** The calls that a reader can see the effect of. */
const MOVING: ReadonlySet<keyof FileSystem> = new Set(["write", "rename", "unlink", "rmdir", "link", "symlink"]);

export interface Watched {
  readonly fs: FileSystem;
  readonly calls: (keyof FileSystem)[];
}

/**
 * A file system that lists the calls made to it, and lets one of them go wrong.
 *
 * @param at which call, from 0
 * @param after looks at what every call has left
 */
export function watched(inner: FileSystem, at: number, interruption: Interruption, after = () => {}): Watched {
  const calls: (keyof FileSystem)[] = [];
  const call = (name: keyof FileSystem, parameters: unknown[]) => {
    const index = calls.length;
    if (interruption === "stop" && index >= at) throw new Stopped();
    calls.push(name);
    const act = inner[name] as (...all: unknown[]) => unknown;
    const isPartial = interruption === "short" || interruption === "lie";
    if (index === at && isPartial && name === "write") {
      const count = act(...parameters.slice(0, 3), Math.min(1, Number(parameters[3])));
      return interruption === "lie" ? parameters[3] : count;
    }
    if (index === at && !isPartial) {
      // A close that fails has closed all the same.
      if (name === "close") act(...parameters);
      throw errno(interruption, String(parameters[0]));
    }
    const result = act(...parameters);
    if (MOVING.has(name)) after();
    return result;
  };
  const fs = Object.fromEntries(
    CALLS.map((name) => [name, (...parameters: unknown[]) => call(name, parameters)]),
  ) as unknown as FileSystem;
  return { fs, calls };
}
