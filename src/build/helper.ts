import { Worker } from "node:worker_threads";
import type { SourceFile } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import type { CompleteResult, Order } from "./complete.ts";

/** Reads articles beside the thread that builds. */
export interface Helper {
  /**
   * What is known of files, as JSON of `Known`, in their order; undefined for one that the build has to read itself.
   *
   * @throws when the helper has come to its end
   */
  read(files: readonly SourceFile[]): Promise<ReadAnswer>;
  /**
   * Stories completed from their files, in the order asked for.
   *
   * @throws when the helper has come to its end
   */
  complete(orders: readonly Order[]): Promise<CompleteAnswer>;
}

export type ReadAnswer = readonly (string | undefined)[];
export type CompleteAnswer = readonly CompleteResult[];

/** What the thread is sent; it answers each message with one, in their order. */
export type Asked = { readonly read: readonly SourceFile[] } | { readonly complete: readonly Order[] };

/** What the thread is started with. */
export interface HelperInput {
  readonly outlet: Outlet;
  /** The articles folder, absolute. */
  readonly folder: string;
}

/** A helper that is started when there is enough to do for it. */
export interface HelperDoor {
  /** Files to be read from which on it is started: a thread has to load the program, and to become fast. */
  readonly from: number;
  start(): Helper;
  /** The helper, once it was started. */
  running(): Helper | undefined;
  close(): Promise<void>;
}

/** A thread that reads the articles of a folder. What it cannot do, and all of it when it cannot be started, is left to the build. */
export function helperDoor(from: number, input: HelperInput): HelperDoor {
  let helper: Thread | undefined;
  return {
    from,
    start: () => {
      helper ??= threadOrNone(input);
      return helper;
    },
    running: () => helper,
    close: async () => helper?.close(),
  };
}

/** Megabytes for what lives shortly: half of what a thread takes by itself, for nothing measurable. */
const YOUNG = 24;

interface Thread extends Helper {
  close(): Promise<void>;
}

/** A thread; where the system has none to give, a helper that has come to its end. */
function threadOrNone(input: HelperInput): Thread {
  try {
    return startThread(input);
  } catch (cause) {
    const refuse = () => Promise.reject(cause);
    return { read: refuse, complete: refuse, close: async () => undefined };
  }
}

function startThread(input: HelperInput): Thread {
  const thread = new Worker(new URL("./reading-thread.js", import.meta.url), {
    workerData: input,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const waiting: { resolve(answer: unknown): void; reject(cause: unknown): void }[] = [];
  let ended: Error | undefined;
  const end = (cause: Error) => {
    ended ??= cause;
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  thread.on("message", (answer: unknown) => waiting.shift()?.resolve(answer));
  thread.on("error", end);
  thread.on("exit", () => end(new Error("the reading thread has ended")));
  const ask = (asked: Asked) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      waiting.push({ resolve, reject });
      thread.postMessage(asked);
    });
  return {
    read: async (files) => (await ask({ read: files })) as ReadAnswer,
    complete: async (orders) => (await ask({ complete: orders })) as CompleteAnswer,
    close: async () => {
      await thread.terminate();
    },
  };
}
