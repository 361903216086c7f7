import type { Shell } from "./shell.ts";

/** Milliseconds of work before a progress line is drawn, and between two drawings. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A line that tells how far long work is; drawn on a terminal only, and wiped at the end. */
export function progressLine(shell: Shell): {
  show(step: string, done: number, all: number): void;
  end(): void;
} {
  const begun = shell.clock();
  let last = 0;
  let drawn = false;
  return {
    show(step, done, all) {
      const time = shell.clock();
      if (!shell.progress || time - begun < PATIENCE || time - last < INTERVAL) return;
      last = time;
      drawn = true;
      const share = all === 0 ? 0 : Math.min(1, done / all);
      const bar = "#".repeat(Math.round(share * 24)).padEnd(24, "-");
      shell.err(`\r\u001b[2K${step} [${bar}] ${done} of ${all}`);
    },
    end() {
      if (drawn) shell.err("\r\u001b[2K");
      drawn = false;
    },
  };
}
