import { describe, expect, test } from "vitest";
import type { ReadyRelease } from "../../src/model/release.ts";
import { type FileSystem, PublishProblem, readRelease, releaseFolder } from "../../src/publish/index.ts";
import { release } from "./fixtures.ts";
import { CALLS, ERRORS, type Interruption, Stopped, watched } from "./interruptions.ts";
import { type MemoryFileSystem, memoryFileSystem } from "./memory-file-system.ts";

type Mode = "plain" | "releases";

const OLD = release({
  "atom.xml": "<feed>same</feed>",
  "rss.xml": "<rss>old</rss>",
  "sections/world/rss.xml": "<rss>old world</rss>",
  "tags/gone/rss.xml": "<rss>gone</rss>",
});
const NEW = release(
  {
    "atom.xml": "<feed>same</feed>",
    "rss.xml": "<rss>new</rss>",
    "sections/world/rss.xml": "<rss>new world, and more of it</rss>",
    "sections/پاکستان/rss.xml": "<rss>added</rss>",
  },
  "Rain & wind",
);
const THIRD = release({ "rss.xml": "<rss>third</rss>", "tags/gone/rss.xml": "<rss>back</rss>" }, "Sun");

const NOTES = "notes.txt";

/** A build that publishes one release over another. */
interface Change {
  readonly name: string;
  readonly before?: Mode;
  readonly mode: Mode;
}

const CHANGES: readonly Change[] = [
  { name: "plain files over plain files", before: "plain", mode: "plain" },
  { name: "a release folder after another", before: "releases", mode: "releases" },
  { name: "plain files into an empty folder", mode: "plain" },
  { name: "a first release folder", mode: "releases" },
  { name: "release folders after plain files", before: "plain", mode: "releases" },
  { name: "plain files after release folders", before: "releases", mode: "plain" },
];

describe.each(CHANGES)("$name", (change) => {
  const { mode } = change;
  const start = startOf(change);
  const undisturbed = start.clone();
  const plain = watched(undisturbed, Number.POSITIVE_INFINITY, "stop");
  build(plain.fs, mode, NEW);
  const wanted = undisturbed.snapshot("/out");
  const count = plain.calls.length;

  test("has calls to stop before, and every one is tried", () => {
    expect(count).toBeGreaterThan(60);
    const stops = Array.from({ length: count }, (_, at) => interrupt(change, start, at, "stop").made);
    expect(stops).toEqual(Array.from({ length: count }, (_, at) => at));
  });

  // Where the way of publishing stays, every error; elsewhere those that differ in what is done about them.
  const kinds = change.before === mode ? (["stop", "short", "lie", ...ERRORS] as const) : (["stop", "EIO"] as const);
  test.each(kinds)("%s at any call leaves whole files, and the next build mends all", (kind) => {
    for (let at = 0; at < count; at++) {
      if ((kind === "short" || kind === "lie") && plain.calls[at] !== "write") continue;
      const { fs } = interrupt(change, start, at, kind);
      // Every third time, another release comes next as well.
      const other = at % 3 === 0 ? fs.clone() : undefined;
      build(fs, mode, NEW);
      expectSame(fs, wanted, `${kind} at call ${at}`);
      if (other === undefined) continue;
      build(other, mode, THIRD);
      expectThird(other, `${kind} at call ${at}`);
    }
  });

  test("a loss of power at any call leaves whole files, and the next build mends all", () => {
    for (let at = 0; at < count; at++) {
      const { fs } = interrupt(change, start, at, "stop");
      fs.losePower();
      readerOf(change, fs)(`power lost at call ${at}`);
      build(fs, mode, NEW);
      expectSame(fs, wanted, `power lost at call ${at}`);
    }
  });

  test("a build that said that it is done is still done after a loss of power", () => {
    const fs = start.clone();
    build(fs, mode, NEW);
    fs.losePower();
    const folder = mode === "plain" ? "/out" : "/out/current";
    for (const { path, pieces } of NEW.documents)
      expect(fs.text(`${folder}/${path}`)).toBe(String(Buffer.concat(pieces())));
    const read = readRelease("/out", fs);
    expect("release" in read && read.release?.stories.values().next().value?.title).toBe("Rain & wind");
  });

  test("stopping or failing again while the next build mends leaves whole files, and the one after it mends all", () => {
    for (let at = 0; at < count; at += 17) {
      const { fs } = interrupt(change, start, at, at % 2 === 0 ? "stop" : "EIO");
      const mending = watched(fs.clone(), Number.POSITIVE_INFINITY, "stop");
      build(mending.fs, mode, NEW);
      for (let again = at % 13; again < mending.calls.length; again += 13) {
        const twice = fs.clone();
        const kind = (["stop", "EIO", "ENOSPC"] as const)[again % 3] ?? "stop";
        const check = readerOf(change, twice);
        attempt(() => build(watched(twice, again, kind, () => check(`call ${at}, then ${again}`)).fs, mode, NEW));
        build(twice, mode, NEW);
        expectSame(twice, wanted, `call ${at}, then ${kind} at call ${again}`);
      }
    }
  });
});

test("the walks see every call of the file system", () => {
  const seen = new Set<string>();
  for (const change of CHANGES) {
    const { fs, calls } = watched(startOf(change), Number.POSITIVE_INFINITY, "stop");
    build(fs, change.mode, NEW);
    for (const call of calls) seen.add(call);
  }
  expect([...seen].sort()).toEqual([...CALLS].sort());
});

function startOf({ before }: Change): MemoryFileSystem {
  const fs = memoryFileSystem();
  if (before !== undefined) {
    build(fs, before, THIRD);
    fs.advance(5000);
    build(fs, before, OLD);
  } else fs.mkdir("/out", 0o755);
  fs.put(`/out/${NOTES}`, "not ours");
  fs.advance(5000);
  // The disk has had time to write everything down.
  for (const folder of ["", ...fs.folders("/")]) fs.fsync(fs.open(`/${folder}`, 0));
  return fs;
}

function build(fs: FileSystem, mode: Mode, ready: ReadyRelease): void {
  const store = releaseFolder({ out: "/out", mode, fs });
  store.recover();
  store.publish(ready);
}

/** Lets one call of a build go wrong, while a reader looks after every call. */
function interrupt(change: Change, start: MemoryFileSystem, at: number, kind: Interruption) {
  const fs = start.clone();
  const check = readerOf(change, fs);
  const { fs: broken, calls } = watched(fs, at, kind, () => check(`${kind} at call ${at}`));
  const problem = attempt(() => build(broken, change.mode, NEW));
  const isOut = fs.text(`/out/${change.mode === "plain" ? "" : "current/"}rss.xml`) === "<rss>new</rss>";
  if (kind === "short") expect(problem).toBeUndefined();
  // The exit code must say which release is out; of the dead we ask nothing.
  if (problem === undefined) expect(isOut).toBe(true);
  else if (!(problem instanceof Stopped) && change.before === change.mode)
    expect(isOut, `${kind} at call ${at}`).toBe(false);
  return { fs, made: calls.length };
}

/** Ends as a build ends: with nothing, or with a problem that it can tell. */
function attempt(act: () => void): Error | undefined {
  try {
    act();
    return undefined;
  } catch (cause) {
    if (cause instanceof Stopped) return cause;
    expect(cause).toBeInstanceOf(PublishProblem);
    expect((cause as PublishProblem).message).toMatch(/^Cannot [a-z ]+ ".+": .+/);
    return cause as Error;
  }
}

/** What a subscriber's program must find at any moment. */
function readerOf({ before, mode }: Change, fs: MemoryFileSystem): (when: string) => void {
  const texts = new Map<string, Set<string>>();
  for (const { documents } of [OLD, NEW])
    for (const { path, pieces } of documents)
      texts.set(path, (texts.get(path) ?? new Set()).add(String(Buffer.concat(pieces()))));
  const always = OLD.documents
    .map(({ path }) => path)
    .filter((path) => NEW.documents.some((next) => next.path === path));
  return (when) => {
    if (fs.text(`/out/${NOTES}`) !== "not ours") throw new Error(`the foreign file is gone: ${when}`);
    for (const folder of ["/out", "/out/current"]) {
      for (const [path, whole] of texts) {
        const text = fs.text(`${folder}/${path}`);
        if (text !== undefined && !whole.has(text)) throw new Error(`${folder}/${path} is "${text}": ${when}`);
        const isServed = before === mode && folder === (mode === "plain" ? "/out" : "/out/current");
        if (text === undefined && isServed && always.includes(path)) throw new Error(`${path} is missing: ${when}`);
      }
    }
    if (before !== "releases" || mode !== "releases") return;
    const world = fs.text("/out/current/sections/world/rss.xml")?.includes("new");
    const main = fs.text("/out/current/rss.xml")?.includes("new");
    if (world !== main) throw new Error(`feeds of two releases are out: ${when}`);
  };
}

function expectSame(fs: MemoryFileSystem, wanted: ReadonlyMap<string, string>, when: string): void {
  const found = fs.snapshot("/out");
  // Plain comparisons: there are a hundred thousand of them.
  for (const path of new Set([...found.keys(), ...wanted.keys()]))
    if (found.get(path) !== wanted.get(path))
      expect.fail(`${path} is ${found.get(path)} instead of ${wanted.get(path)}: ${when}`);
  const hidden = fs.folders("/out").filter((folder) => folder.startsWith("."));
  if (hidden.length > 0) expect.fail(`${hidden} is left: ${when}`);
  for (const path of wanted.keys())
    if (((fs.stat(`/out/${path}`)?.mode ?? 0) & 0o444) !== 0o444) expect.fail(`${path} cannot be read by all: ${when}`);
}

function expectThird(fs: MemoryFileSystem, when: string): void {
  const read = readRelease("/out", fs);
  const files = "release" in read ? read.release?.manifest.files.map(({ path }) => path) : read;
  expect(files, when).toEqual(["rss.xml", "stories.json", "tags/gone/rss.xml"]);
  const folder = fs.lstat("/out/current") === undefined ? "/out" : "/out/current";
  expect(fs.text(`${folder}/rss.xml`), when).toBe("<rss>third</rss>");
  expect(fs.text(`${folder}/tags/gone/rss.xml`), when).toBe("<rss>back</rss>");
  expect(fs.text(`${folder}/sections/پاکستان/rss.xml`), when).toBeUndefined();
}
