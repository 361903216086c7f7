#!/usr/bin/env node
import { fstatSync, readSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { performance } from "node:perf_hooks";
import { isatty } from "node:tty";
import { setFlagsFromString } from "node:v8";
import { runCommand } from "./run.ts";
import { EXIT, type Shell } from "./shell.ts";

/** Whether the reader of a stream has gone, or its disk is full. */
const broken = { gone: false, failed: false };

/**
 * Writes all of a text at once: what is printed is printed before the process ends, and a full disk is noticed, which
 * `console.log` hides. A reader that has seen enough (`| head -1`) ends nothing.
 */
function write(stream: 1 | 2, text: string): void {
  if (broken.gone) return;
  const bytes = Buffer.from(text, "utf8");
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      if (code === "EAGAIN") {
        pause();
        continue;
      }
      if (code === "EPIPE") broken.gone = true;
      else broken.failed = true;
      return;
    }
  }
}

/** Waits a moment for a slow reader of a pipe. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

function readInput(most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let left = most + 1; left > 0; ) {
    const chunk = Buffer.allocUnsafe(Math.min(left, 65_536));
    let length = 0;
    try {
      length = readSync(0, chunk, 0, chunk.length, null);
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      if (code === "EAGAIN") {
        pause();
        continue;
      }
      if (code !== "EOF") throw cause;
    }
    if (length === 0) break;
    chunks.push(chunk.subarray(0, length));
    left -= length;
  }
  return Buffer.concat(chunks);
}

// The heap grows by so much before it is tidied, instead of to twice what is in use: a tenth less memory at the peak of a build from
// nothing, for a little more processor time. What watches has all of the outlet in mind, and would tidy for a third of each rebuild.
if (process.argv[2] !== "watch") setFlagsFromString("--heap-growing-percent=30");

const stop = new AbortController();
const terminal = isatty(1);
const { NO_COLOR, TERM, CI } = process.env;
const plain = TERM === "dumb" || (NO_COLOR !== undefined && NO_COLOR !== "");

const shell: Shell = {
  folder: process.cwd(),
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  terminal,
  color: terminal && !plain,
  progress: isatty(2) && TERM !== "dumb" && CI === undefined && !fstatSync(2).isFile(),
  now: () => Math.floor(Date.now() / 1000),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  clock: () => performance.now(),
  processors: availableParallelism(),
  stdin: readInput,
  signal: stop.signal,
};

// Between two steps a signal ends the process at once, with its lock given back; publishing is one step. Without a handler the first
// process of a container would not end at all.
for (const [name, number] of [
  ["SIGINT", 2],
  ["SIGTERM", 15],
] as const) {
  process.once(name, () => {
    stop.abort();
    process.exit(128 + number);
  });
}
const code = await runCommand(process.argv.slice(2), shell);
process.exitCode = broken.failed && code === EXIT.fine ? EXIT.unfinished : code;
