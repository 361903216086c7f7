import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A whole process.
 *
 * @typedef {object} Command
 * @property {string} file
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {Readonly<Record<string, string>>} [env] on top of the bench's own
 */

/**
 * @typedef {object} Measured
 * @property {number} seconds from spawn to exit
 * @property {number} [cpuSeconds] of all cores together, in the program and in the system; absent without GNU time
 * @property {number} [megabytes] most memory at once (10^6 bytes); absent without GNU time
 */

/** GNU time, which tells a child's peak memory and time on the cores; without it the two columns stay empty. */
const GNU_TIME = ["/usr/bin/time", "gtime"].find(
  (file) => spawnSync(file, ["-f", "%M", "-o", "/dev/null", "true"], { stdio: "ignore" }).status === 0,
);

/** What a terminal or a job sends to stop the bench, which takes the program along that it is timing. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

export const measuresAll = GNU_TIME !== undefined;

/**
 * Runs a process to its end with its output thrown away.
 *
 * What the one before left unwritten is written to the disk first, so that nobody pays for another's output. Memory is asked of GNU
 * time and not of this process: Linux counts a parent's memory as its child's until the child runs its own program.
 *
 * @param {Command} command
 * @param {number} limit seconds after which it is stopped
 * @returns {Promise<Measured>}
 * @throws {Error} when it fails or is stopped; the message ends with what it wrote last
 */
export async function measure({ file, args, cwd, env }, limit) {
  const folder = mkdtempSync(join(tmpdir(), "wireroom-measure-"));
  const used = join(folder, "used");
  const errors = join(folder, "errors");
  const wrapped =
    GNU_TIME === undefined ? [file, ...args] : [GNU_TIME, "-q", "-f", "%M %U %S", "-o", used, file, ...args];
  spawnSync("sync");
  const descriptor = openSync(errors, "w");
  try {
    const { seconds, status, late } = await run(wrapped, limit, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", descriptor],
      // A group of its own: stopping the wrapper alone would leave the program running.
      detached: true,
    });
    if (late) throw new Error(`stopped after ${limit} s`);
    if (status !== 0) throw new Error(`ended with ${status}: ${reasonIn(readFileSync(errors, "utf8"))}`);
    return { seconds, ...(GNU_TIME !== undefined && usageIn(readFileSync(used, "utf8"))) };
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line of an error output that tells why: the first that says error, else the last. */
function reasonIn(text) {
  const lines = text.trim().split("\n");
  return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? "").trim().slice(0, 300);
}

function usageIn(line) {
  const [kibibytes, inProgram, inSystem] = line.trim().split(" ").map(Number);
  return { cpuSeconds: inProgram + inSystem, megabytes: (kibibytes * 1024) / 1e6 };
}

function run([file, ...args], limit, options) {
  return new Promise((resolve, reject) => {
    let late = false;
    const begun = performance.now();
    const child = spawn(file, args, options);
    const stop = () => process.kill(-child.pid, "SIGKILL");
    const leave = () => {
      stop();
      process.exit(130);
    };
    const timer = setTimeout(() => {
      late = true;
      stop();
    }, limit * 1000);
    for (const signal of SIGNALS) process.once(signal, leave);
    const over = () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, leave);
    };
    child.once("error", (cause) => {
      over();
      reject(cause);
    });
    child.once("exit", (code, signal) => {
      const seconds = (performance.now() - begun) / 1000;
      over();
      resolve({ seconds, status: code ?? signal, late });
    });
  });
}

/**
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The smallest value that the given share of all values does not pass (nearest rank).
 *
 * @param {readonly number[]} values at least one
 * @param {number} share 0 to 1
 * @returns {number}
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
