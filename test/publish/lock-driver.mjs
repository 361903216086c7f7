import { appendFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// One build of many: waits for the lock, is inside alone or fails, and goes.
const [lib, state, log] = process.argv.slice(2);
const { takeLock } = await import(join(lib, "publish", "index.js"));
const nap = new Int32Array(new SharedArrayBuffer(4));
for (;;) {
  const result = takeLock({ state, now: 1_755_603_000 });
  if ("release" in result) {
    try {
      writeFileSync(join(log, "inside"), "", { flag: "wx" });
      appendFileSync(join(log, "turns"), "<");
      Atomics.wait(nap, 0, 0, 5);
      appendFileSync(join(log, "turns"), ">");
      unlinkSync(join(log, "inside"));
    } finally {
      result.release();
    }
    break;
  }
  if (result.problem.code !== "lock/held") throw new Error(result.problem.message);
  Atomics.wait(nap, 0, 0, 3);
}
