import { setImmediate as turn } from "node:timers/promises";
import type { Known, Memory } from "../model/known.ts";
import type { HelperDoor } from "./helper.ts";
import { fileTaker, type ReadInput, type Recalled } from "./read.ts";

/** Files that a helper is sent at once. */
const SHARE = 100;

/** Shares that a helper has at once: while it reads one, the next is there. */
const SHARES = 2;

/** Files that this thread reads before it hands over what the helper waits for. */
const OWN = 20;

/**
 * Reads what no memory has together with a helper, when it is much: this thread from the front, the helper from the back. Nothing of it
 * shows in what is published, for what is known of a file hangs on nothing else.
 *
 * @returns what is known now, by path; files that are absent have yet to be read
 */
export async function readAhead(
  input: ReadInput & { readonly memory: Memory; readonly recalled: Recalled; readonly helper?: HelperDoor },
): Promise<ReadonlyMap<string, Known>> {
  const { outlet, listing, memory, recalled, helper: door, onProgress } = input;
  const files = listing?.files ?? [];
  const found = new Map<string, Known>();
  if (door === undefined || files.length < door.from) return found;
  const missing = files.filter((_, index) => recalled[index] === undefined);
  // Every article hangs on version control, which the helper does not see.
  if (missing.length < door.from || outlet.updated === "git") return found;
  const helper = door.start();
  const take = fileTaker(input);
  let first = 0;
  let last = missing.length;
  const help = async () => {
    while (first < last) {
      const share = missing.slice(Math.max(first, last - SHARE), last);
      last -= share.length;
      // What it was sent when it came to its end stays to be read.
      const answer = await helper.read(share).catch(() => undefined);
      if (answer === undefined) return;
      for (const [index, file] of share.entries()) {
        const json = answer[index];
        if (json !== undefined) found.set(file.path, memory.keepJson(file, json));
      }
    }
  };
  const helping = Promise.all(Array.from({ length: SHARES }, help));
  while (first < last) {
    const own = missing.slice(first, Math.min(last, first + OWN));
    first += own.length;
    for (const file of own) found.set(file.path, take(file));
    onProgress?.("read", found.size, files.length);
    await turn();
  }
  await helping;
  return found;
}
