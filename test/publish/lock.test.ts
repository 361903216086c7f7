import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type LockResult, type Machine, type Owner, takeLock } from "../../src/publish/index.ts";

const folder = mkdtempSync(join(tmpdir(), "wireroom-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = 1_755_603_000;
const HERE = { pid: 100, start: "5000", boot: "boot-a", space: "pid:[1]", host: "desk" };
let count = 0;

test("the first build gets the lock, the second is told who has it, and the third gets it after the release", () => {
  const state = join(freshState(), "not", "made", "yet");
  const first = takeLock({ state, now: NOW, machine: machine() });
  expect(codeOf(first)).toBe("taken");
  expect(statSync(state).mode & 0o777).toBe(0o755);
  const second = takeLock({ state, now: NOW, machine: machine({ pid: 101 }) });
  expect(second).toEqual({
    problem: {
      code: "lock/held",
      severity: "error",
      message:
        "Cannot build: another build is running (process 100 on desk, since 2025-08-19T11:30:00Z): wait for it (--wait) or end it, and if it is no build, use --break-lock",
    },
  });
  release(first);
  expect(readdirSync(state)).toEqual([]);
  expect(codeOf(takeLock({ state, now: NOW, machine: machine({ pid: 101 }) }))).toBe("taken");
});

test.each<[name: string, owner: Partial<Owner>, here: Partial<Machine["self"]>, code: string]>([
  ["of a process that is gone", { pid: 7 }, {}, "taken"],
  ["of a process id that was given out again", { start: "4999" }, {}, "taken"],
  ["of this very process", {}, {}, "lock/held"],
  ["of another boot", { boot: "boot-z" }, {}, "taken"],
  ["of another boot and from the future", { boot: "boot-z", taken: NOW + 1 }, {}, "lock/unclear"],
  ["from the future, of a process that is gone", { pid: 7, taken: NOW + 99_999 }, {}, "taken"],
  ["from the future, of a process that runs", { taken: NOW + 99_999 }, {}, "lock/held"],
  ["of another machine", { host: "attic", pid: 7 }, {}, "lock/unclear"],
  ["of another container", { space: "pid:[2]", pid: 7 }, {}, "lock/unclear"],
])("a lock %s: %#", (_, owner, here, code) => {
  const state = freshState();
  writeFileSync(join(state, "lock"), JSON.stringify({ ...HERE, taken: NOW, ...owner }));
  const result = takeLock({ state, now: NOW, machine: machine(here) });
  expect(codeOf(result)).toBe(code);
  if ("problem" in result) expect(result.problem.message).toContain("--break-lock");
  expect(codeOf(takeLock({ state, now: NOW, breakLock: true, machine: machine(here) }))).toBe("taken");
});

test("without /proc, only a process that is gone is surely dead", () => {
  const bare: Machine = { self: { pid: 100, host: "desk" }, find: (pid) => (pid === 8 ? {} : "gone") };
  const state = freshState();
  writeFileSync(join(state, "lock"), JSON.stringify({ pid: 8, host: "desk", taken: NOW }));
  expect(codeOf(takeLock({ state, now: NOW, machine: bare }))).toBe("lock/held");
  writeFileSync(join(state, "lock"), JSON.stringify({ pid: 7, host: "desk", taken: NOW }));
  expect(codeOf(takeLock({ state, now: NOW, machine: bare }))).toBe("taken");
});

test.each([
  ["empty", ""],
  ["garbage", "\u0000\u0001 not a lock"],
  ["of another program", '{"pid":"7"}'],
  ["of a process that cannot be", '{"pid":-1,"host":"desk","taken":1755603000}'],
  ["of a time that cannot be", '{"pid":7,"host":"desk","taken":1e300}'],
])("a lock that is %s is left to a person", (_, text) => {
  const state = freshState();
  writeFileSync(join(state, "lock"), text);
  expect(codeOf(takeLock({ state, now: NOW, machine: machine() }))).toBe("lock/unclear");
  expect(readFileSync(join(state, "lock"), "utf8")).toBe(text);
  expect(codeOf(takeLock({ state, now: NOW, breakLock: true, machine: machine() }))).toBe("taken");
});

test("a build whose lock was broken leaves the lock of the one that broke it", () => {
  const state = freshState();
  const first = takeLock({ state, now: NOW, machine: machine() });
  const second = takeLock({ state, now: NOW, breakLock: true, machine: machine({ pid: 101 }) });
  release(first);
  expect(codeOf(takeLock({ state, now: NOW, machine: machine({ pid: 102 }) }))).toBe("lock/held");
  release(second);
  expect(readdirSync(state)).toEqual([]);
});

test("a claim of a build that died while it took over a dead lock is taken over too, and nothing is left", () => {
  const state = freshState();
  // Process 7 left the lock, 8 died while it took that over, and 9 while it took over from 8.
  const [seven = "", eight = "", nine = ""] = [7, 8, 9].map((pid) => JSON.stringify({ ...HERE, pid, taken: NOW }));
  writeFileSync(join(state, "lock"), seven);
  writeFileSync(join(state, claimOn(seven)), eight);
  writeFileSync(join(state, claimOn(eight)), nine);
  writeFileSync(join(state, "lock-8-draft"), eight);
  writeFileSync(join(state, claimOn("a lock of long ago")), seven);
  const result = takeLock({ state, now: NOW, machine: machine() });
  expect(codeOf(result)).toBe("taken");
  expect(readdirSync(state)).toEqual(["lock"]);
});

test("a claim of a build that runs is respected", () => {
  const state = freshState();
  const dead = JSON.stringify({ ...HERE, pid: 7, taken: NOW });
  writeFileSync(join(state, "lock"), dead);
  writeFileSync(join(state, claimOn(dead)), JSON.stringify({ ...HERE, taken: NOW }));
  expect(codeOf(takeLock({ state, now: NOW, machine: machine({ pid: 101 }) }))).toBe("lock/held");
  expect(readFileSync(join(state, "lock"), "utf8")).toBe(dead);
});

test.skipIf(process.getuid?.() === 0)("a state folder that cannot be written is a problem that names it", () => {
  const state = freshState();
  chmodSync(state, 0o500);
  const result = takeLock({ state, now: NOW, machine: machine() });
  expect(codeOf(result)).toBe("lock/failed");
});

test.each([
  ["a file", (state: string) => writeFileSync(state, ""), "is no folder, move it away"],
  ["a link that leads nowhere", (state: string) => symlinkSync(`${state}-gone`, state), "leads nowhere"],
])("a state folder that is %s is a problem that says what to do", (_, make, advice) => {
  const state = join(freshState(), "state");
  make(state);
  const result = takeLock({ state, now: NOW, machine: machine() });
  expect(codeOf(result)).toBe("lock/failed");
  const message = "problem" in result ? result.problem.message : "";
  expect(message).toContain(join(state, "lock"));
  expect(message).toContain(advice);
});

test("a lock that cannot be written leaves nothing behind", () => {
  const state = freshState();
  const index = join(compile(), "publish", "index.js");
  // A file that may not grow is what a full disk looks like to the one who writes.
  const script = `
    const { takeLock } = await import(process.argv[1]);
    process.stdout.write(takeLock({ state: process.argv[2], now: 1 }).problem.message);
  `;
  const said = execFileSync(
    "sh",
    ["-c", 'ulimit -f 0; exec "$@"', "sh", process.execPath, "--input-type=module", "-e", script, index, state],
    { encoding: "utf8" },
  );
  expect(said).toContain("raise the limit");
  expect(readdirSync(state)).toEqual([]);
});

test("of twenty builds that find a dead lock at once, one at a time goes on", async () => {
  const state = freshState();
  writeFileSync(
    join(state, "lock"),
    JSON.stringify({ ...HERE, boot: "an earlier one", host: hostOf(state), taken: 0 }),
  );
  const log = join(state, "log");
  mkdirSync(log);
  const lib = compile();
  const ends = await Promise.all(Array.from({ length: 20 }, () => run(lib, state, log)));
  expect(ends).toEqual(Array.from({ length: 20 }, () => 0));
  expect(readFileSync(join(log, "turns"), "utf8").match(/<>/g)).toHaveLength(20);
  expect(readdirSync(state)).toEqual(["log"]);
});

function run(lib: string, state: string, log: string): Promise<number | null> {
  const driver = join(import.meta.dirname, "lock-driver.mjs");
  return new Promise((resolve) => {
    spawn(process.execPath, [driver, lib, state, log], { stdio: "inherit" }).on("close", resolve);
  });
}

/** Compiles what is tested, so that processes of their own can run it. */
function compile(): string {
  const root = join(import.meta.dirname, "../..");
  const lib = join(folder, "lib");
  if (existsSync(lib)) return lib;
  mkdirSync(lib);
  writeFileSync(join(lib, "package.json"), '{"type":"module"}');
  symlinkSync(join(root, "node_modules"), join(lib, "node_modules"));
  execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "tsconfig.build.json"), "--outDir", lib]);
  return lib;
}

/** The claim to the place of a lock that says this. */
function claimOn(text: string): string {
  return `lock-after-${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
}

function hostOf(state: string): string {
  const probe = join(state, "probe");
  const result = takeLock({ state: probe, now: NOW });
  const { host } = JSON.parse(readFileSync(join(probe, "lock"), "utf8")) as Owner;
  release(result);
  rmSync(probe, { recursive: true });
  return host;
}

/** A machine on which process 100 and those after it run, all of them begun at tick 5000. */
function machine(self: Partial<Machine["self"]> = {}): Machine {
  return { self: { ...HERE, ...self }, find: (pid) => (pid >= 100 ? { start: "5000" } : "gone") };
}

function freshState(): string {
  const state = join(folder, String(count++));
  mkdirSync(state);
  return state;
}

function codeOf(result: LockResult): string {
  return "problem" in result ? result.problem.code : "taken";
}

function release(result: LockResult): void {
  if ("problem" in result) throw new Error(result.problem.message);
  result.release();
}
