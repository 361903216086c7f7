#!/usr/bin/env node
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { madeUp, versionOf } from "./crash-driver.mjs";

// Publishing under real faults: SIGKILL at random moments and at chosen calls, a full disk, no inodes left, limits, and, with
// strace, errors of the kernel. Run `npm run compile` first.
//   node scripts/crash-test.mjs [--rounds 200] [--seed N]

const option = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const rounds = option("--rounds", 200);
const seed = option("--seed", Math.floor(Math.random() * 1e9));
const lib = join(import.meta.dirname, "..", "lib");
const driver = join(import.meta.dirname, "crash-driver.mjs");
const { releaseFolder, PublishProblem } = await import(join(lib, "publish", "index.js"));
const work = mkdtempSync(join(tmpdir(), "wireroom-crash-"));
const isRoot = process.getuid() === 0;
let state = seed;
let version = 1;
process.stdout.write(`crash-test: seed ${seed}, ${rounds} rounds\n`);

try {
  for (const mode of ["plain", "releases"]) {
    await killedAtRandom(mode);
    killedAtCalls(mode);
    limited(mode);
    onSmallDisk(mode);
    withErrorsOfTheKernel(mode);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function killedAtRandom(mode) {
  const out = start(mode, "random");
  let killed = 0;
  for (let round = 0; round < rounds; round++) {
    const child = spawn(process.execPath, [driver, lib, out, mode, String(++version)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    setTimeout(() => child.kill("SIGKILL"), random() * 40);
    if ((await ended) === "SIGKILL") killed++;
    mended(out, mode, version, `killed at random, round ${round}`);
  }
  told(mode, `${killed} of ${rounds} builds killed at random moments`);
}

function killedAtCalls(mode) {
  const out = start(mode, "calls");
  let call = 0;
  for (;;) {
    call += 2 + Math.floor(random() * 3);
    const { signal, status } = run([driver, lib, out, mode, String(++version), String(call)]);
    if (signal === null && status !== 0) throw new Error(`exit ${status} without a fault`);
    mended(out, mode, version, `killed before call ${call}`);
    if (signal === null) break;
  }
  told(mode, `killed before chosen calls up to ${call}`);
}

/** `ulimit -f` counts blocks of 1,024 bytes; documents have some 7,000 to 12,000 bytes. */
function limited(mode) {
  for (const limit of ["-f 1", "-f 4", "-f 10", "-n 25"]) {
    const out = start(mode, `limit${limit.replace(/\W/g, "")}`);
    const script = `ulimit ${limit}; exec "$0" "$@"`;
    const { status, signal } = spawnSync(
      "bash",
      ["-c", script, process.execPath, driver, lib, out, mode, String(++version)],
      {
        stdio: "ignore",
      },
    );
    intact(out, mode, `ulimit ${limit}`);
    if (limit.startsWith("-f") && limit !== "-f 10" && status === 0) throw new Error(`success under ulimit ${limit}`);
    mended(out, mode, version, `ulimit ${limit} (${status ?? signal})`);
  }
  told(mode, "files that may not grow (ulimit -f), few open files (ulimit -n)");
}

function onSmallDisk(mode) {
  if (!isRoot) return told(mode, "SKIPPED the small disk: mounting one needs root");
  const disk = join(work, `disk-${mode}`);
  mkdirSync(disk);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m,nr_inodes=200", "tmpfs", disk]).status !== 0)
    return told(mode, "SKIPPED the small disk: tmpfs cannot be mounted here");
  try {
    const sizes = { failed: 0, published: 0 };
    const page = 4096;
    // From no free page to one more than is needed.
    for (let free = 0; sizes.published < 2; free++) {
      const out = join(disk, "out");
      rmSync(out, { recursive: true, force: true });
      publish(out, mode, 1);
      const ballast = join(disk, "ballast");
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free * page)));
      sizes[attempt(out, mode, 2, `${free} free pages`)]++;
      rmSync(ballast);
      mended(out, mode, 2, `${free} free pages`);
    }
    const inodes = { failed: 0, published: 0 };
    for (let free = 0; inodes.published < 2; free++) {
      const out = join(disk, "out");
      rmSync(out, { recursive: true, force: true });
      publish(out, mode, 1);
      const { files, ffree } = statfsSync(disk);
      execFileSync("mount", ["-o", `remount,size=1m,nr_inodes=${files - ffree + free}`, disk]);
      inodes[attempt(out, mode, 2, `${free} free inodes`)]++;
      execFileSync("mount", ["-o", "remount,size=1m,nr_inodes=200", disk]);
      mended(out, mode, 2, `${free} free inodes`);
    }
    if (sizes.failed === 0 || inodes.failed === 0) throw new Error("the disk was never full");
    told(mode, `full disk at ${sizes.failed} sizes, no inodes left at ${inodes.failed} counts`);
  } finally {
    execFileSync("umount", [disk]);
  }
}

function withErrorsOfTheKernel(mode) {
  if (spawnSync("strace", ["-V"]).status !== 0) return told(mode, "SKIPPED errors of the kernel: there is no strace");
  const out = start(mode, "kernel");
  let count = 0;
  for (const call of [
    "rename",
    "fsync",
    "link",
    "unlink",
    "mkdir",
    "rmdir",
    "symlink",
    "fchmodat,chmod",
    "utimensat,utimes",
  ])
    for (const fault of ["error=EIO", "error=ENOSPC", "signal=KILL"])
      for (const when of [1, 2, 4]) {
        const inject = [
          "-f",
          "-qq",
          "-o",
          "/dev/null",
          "-e",
          `trace=${call}`,
          "-e",
          `inject=${call}:${fault}:when=${when}`,
        ];
        const { error } = spawnSync(
          "strace",
          [...inject, process.execPath, driver, lib, out, mode, String(++version)],
          {
            stdio: "ignore",
          },
        );
        if (error) throw error;
        mended(out, mode, version, `${call} ${fault} ${when}`);
        count++;
      }
  told(mode, `${count} errors of the kernel`);
}

/** A folder in which version 1 is out. */
function start(mode, name) {
  const out = join(work, `${mode}-${name}`);
  publish(out, mode, ++version);
  return out;
}

function publish(out, mode, wanted) {
  const store = releaseFolder({ out, mode });
  store.recover();
  return store.publish(madeUp(wanted));
}

function attempt(out, mode, wanted, when) {
  let result = "published";
  try {
    publish(out, mode, wanted);
  } catch (cause) {
    if (!(cause instanceof PublishProblem)) throw cause;
    result = "failed";
  }
  const versions = intact(out, mode, when);
  const isOut = versions.has(wanted);
  if (isOut !== (result === "published"))
    throw new Error(`${result}, yet version ${wanted} ${isOut ? "is" : "is not"} out: ${when}`);
  return result;
}

/** What a fault has left is whole, and the next build brings exactly what an undisturbed one does. */
function mended(out, mode, wanted, when) {
  intact(out, mode, when);
  publish(out, mode, wanted);
  const versions = intact(out, mode, `${when}, then mended`);
  if (versions.size !== 1 || !versions.has(wanted)) throw new Error(`versions ${[...versions]} are out: ${when}`);
  const names = readdirSync(out);
  const right =
    mode === "plain"
      ? ["atom.xml", "feed.json", "manifest.json", "rss.xml", "sections", "stories.json", "tags"]
      : ["current", "releases"];
  if (names.sort().join() !== right.join()) throw new Error(`${names} stand in the folder: ${when}`);
  const tags = readdirSync(join(mode === "plain" ? out : join(out, "current"), "tags"));
  if (tags.join() !== `only-${wanted % 2}`) throw new Error(`tags ${tags} are out: ${when}`);
}

/** Reads as a web server does. @returns the versions that are out */
function intact(out, mode, when) {
  const served = mode === "plain" ? out : join(out, "current");
  const versions = new Set();
  for (const path of [
    "atom.xml",
    "feed.json",
    "rss.xml",
    "sections/world/rss.xml",
    "tags/only-0/rss.xml",
    "tags/only-1/rss.xml",
  ]) {
    if (!existsSync(join(served, path)) && path.startsWith("tags/")) continue;
    const found = versionOf(path, readFileSync(join(served, path), "utf8"));
    if (found === undefined) throw new Error(`${path} is not whole: ${when}`);
    if (path !== "feed.json") versions.add(found);
  }
  if (mode === "releases" && versions.size !== 1) throw new Error(`versions ${[...versions]} are mixed: ${when}`);
  return versions;
}

function run(parameters) {
  return spawnSync(process.execPath, parameters, { stdio: ["ignore", "ignore", "inherit"] });
}

function told(mode, what) {
  process.stdout.write(`crash-test: ${mode}: ${what}\n`);
}

/** mulberry32 */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
