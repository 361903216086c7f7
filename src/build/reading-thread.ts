import { parentPort, workerData } from "node:worker_threads";
import { articleFolder } from "../discover/index.ts";
import { completer } from "./complete.ts";
import type { Asked, CompleteAnswer, HelperInput, ReadAnswer } from "./helper.ts";
import { fileReader, standsAlone } from "./read.ts";

/** The other end of `helperDoor`. */
const { outlet, folder } = workerData as HelperInput;
const store = articleFolder(folder);
// It sees neither the last release nor version control: what hangs on them is not answered.
const read = fileReader({ store, outlet, now: 0 });
const complete = completer({ store, outlet });
let answered = Promise.resolve();

parentPort?.on("message", (asked: Asked) => {
  // One after the other, whatever each of them waits for.
  answered = answered.then(async () => parentPort?.postMessage(await answerTo(asked)));
});

async function answerTo(asked: Asked): Promise<ReadAnswer | CompleteAnswer> {
  if ("complete" in asked) return Promise.all(asked.complete.map(complete));
  return asked.read.map((file) => {
    const known = read(file);
    return standsAlone(known) ? JSON.stringify(known) : undefined;
  });
}
