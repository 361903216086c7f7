import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildThrough } from "../../src/build.ts";
import { stateFolder, wholeOf } from "../../src/catalog/index.ts";
import { headLine, lineOf } from "../../src/catalog/lines.ts";
import { defineOutlet } from "../../src/config/load.ts";
import type { StateStore } from "../../src/model/doors.ts";
import { memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW, newsroom, OUTLET } from "../newsroom.ts";
import { heldOpen, tellsHeldOpen } from "../open-files.ts";

const FILES = ["articles.catalog", "last-build", "stories.index", "stories.pack"];

/** What disks, other programs and people do to a file. */
const DAMAGES: Readonly<Record<string, (bytes: Buffer, file: string) => Uint8Array>> = {
  empty: () => Buffer.alloc(0),
  "cut off in the middle": (bytes) => bytes.subarray(0, bytes.length >> 1),
  "cut off by a byte": (bytes) => bytes.subarray(0, -1),
  "with a bit that fell over": (bytes) => {
    const garbled = Buffer.from(bytes);
    const place = bytes.length - 20;
    return garbled.fill((garbled[place] ?? 0) ^ 1, place, place + 1);
  },
  binary: () => Buffer.from([0, 255, 10, 0, 13, 10]),
  "of another program": () => Buffer.from('{"articles": []}\n'),
  "of an older format": (_bytes, file) => lineOf({ format: 0, key: "" }, { file, key: "" }),
  "of another key": (_bytes, file) => headLine({ file, key: "other" }),
  "twice what it was": (bytes) => Buffer.concat([bytes, bytes]),
  "with a whole line of another file behind its own": (bytes) =>
    Buffer.concat([bytes, lineOf({ known: "something" }, { file: "other", key: "other" })]),
  "another file of the catalog": (_bytes, file) => headLine({ file: `not ${file}`, key: "other" }),
};

const STORY = (title: string, more = "") =>
  `---\ntitle: ${title}\ndate: 2025-08-19\nimage: quay.png\n${more}---\nThe road was closed.\n`;

/** A newsroom after its first build, and an article that has changed since. */
async function afterOneBuild() {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/world/rain.md": STORY("Rain"),
    "articles/world/dam.md": STORY("Dam"),
  });
  await room.run("build");
  room.write("articles/world/dam.md", STORY("Dam holds"));
  return room;
}

const published = (room: { list(folder: string): readonly string[]; read(path: string): string }) =>
  room.list("dist").map((path) => [path, room.read(`dist/${path}`)]);

describe("a state file that cannot be used costs time and nothing else", () => {
  const table = FILES.flatMap((file) => Object.keys(DAMAGES).map((how) => [file, how] as const));
  test.each(table)("%s %s", async (file, how) => {
    const room = await afterOneBuild();
    const path = join(room.folder, ".wireroom", file);
    writeFileSync(path, DAMAGES[how]?.(readFileSync(path), file) ?? "");
    const ran = await room.run("build", "--format", "json");
    expect(ran.code).toBe(0);
    const other = await afterOneBuild();
    rmSync(join(other.folder, ".wireroom"), { recursive: true });
    await other.run("build");
    expect(published(room)).toEqual(published(other));
    // An index that is as it was says nothing of what stands behind its bytes.
    if (!(file === "stories.pack" && /^(?:twice|with a whole line)/.test(how)))
      expect(codesIn(ran.out)).toContainEqual(expect.stringMatching(/^catalog\/(?:damaged|other)$/));
    const again = await room.run("build", "--format", "json");
    expect(codesIn(again.out)).toEqual([]);
  });

  /** What may stand in the place of a file, or of the one that is written to become it. */
  const STRANGERS: Readonly<Record<string, (path: string, outside: string) => void>> = {
    "a folder": (path) => void mkdirSync(join(path, "in the way"), { recursive: true }),
    "a pipe": (path) => void execFileSync("mkfifo", [path]),
    "a link to a file outside": (path, outside) => symlinkSync(outside, path),
    "a link to itself": (path) => symlinkSync(path, path),
    "another name of a file outside": (path, outside) => linkSync(outside, path),
  };
  const places = FILES.flatMap((file) => [file, `${file}.part`]);
  test.each(places.flatMap((file) => Object.keys(STRANGERS).map((what) => [file, what] as const)))(
    "%s as %s",
    async (file, what) => {
      const room = await afterOneBuild();
      room.write("precious.txt", "precious");
      const path = join(room.folder, ".wireroom", file);
      rmSync(path, { force: true });
      STRANGERS[what]?.(path, join(room.folder, "precious.txt"));
      // Everything is written whole then, and by way of the other name.
      const fresh = FILES.includes(file) ? [] : ["--fresh"];
      const ran = await room.run("build", "--format", "json", ...fresh);
      expect(ran.code).toBe(0);
      expect(codesIn(ran.out)).toEqual(FILES.includes(file) ? ["catalog/damaged"] : []);
      expect(room.read("dist/feed.json")).toContain("Dam holds");
      expect(room.read("precious.txt")).toBe("precious");
      room.write("articles/world/dam.md", STORY("Dam broke"));
      expect(codesIn((await room.run("build", "--format", "json")).out)).toEqual([]);
      for (const one of FILES) expect(lstatSync(join(room.folder, ".wireroom", one)).isFile()).toBe(true);
    },
  );

  test("folders in a folder that a link leads to stay as they are", async () => {
    const room = await afterOneBuild();
    rmSync(join(room.folder, ".wireroom"), { recursive: true });
    room.write("outside/last-build/mine.txt", "precious");
    symlinkSync(join(room.folder, "outside"), join(room.folder, ".wireroom"));
    const ran = await room.run("build", "--format", "json");
    expect(ran.code).toBe(0);
    expect(codesIn(ran.out)).toContain("catalog/unkept");
    expect(room.read("outside/last-build/mine.txt")).toBe("precious");
    expect(room.read("dist/feed.json")).toContain("Dam holds");
  });

  test("all of them links to files outside: these stay as they are", async () => {
    const room = await afterOneBuild();
    for (const file of FILES) {
      room.write(`${file}.precious`, "precious");
      rmSync(join(room.folder, ".wireroom", file));
      symlinkSync(join(room.folder, `${file}.precious`), join(room.folder, ".wireroom", file));
    }
    expect((await room.run("build")).code).toBe(0);
    for (const file of FILES) expect(room.read(`${file}.precious`)).toBe("precious");
    expect(room.read("dist/feed.json")).toContain("Dam holds");
  });
});

function codesIn(report: string): readonly string[] {
  const { diagnostics } = JSON.parse(report) as { diagnostics: readonly { code: string }[] };
  return diagnostics.map(({ code }) => code).filter((code) => code.startsWith("catalog/"));
}

/** A store whose disk is full after so many bytes: what was written before it was full stays. */
function fullAfter(bytes: number): StateStore {
  const real = memoryState();
  let left = bytes;
  return {
    ...real,
    write(name, chunks) {
      const all = [...chunks];
      left -= sizeOf(all);
      return left >= 0 && real.write(name, all);
    },
    append(name, length, chunks) {
      const all = [...chunks];
      const whole = Buffer.concat(all);
      const fits = whole.subarray(0, Math.max(0, left));
      left -= whole.length;
      return real.append(name, length, [fits]) && left >= 0;
    },
  };
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, { length }) => sum + length, 0);
}

/** Publishes through a store of state, and does something whenever the store is asked for a part of a file. */
function press(state: StateStore) {
  const articles = memoryArticles();
  articles.write("world/rain.md", STORY("Rain"));
  articles.write("world/dam.md", STORY("Dam"));
  const releases = memoryReleases();
  const build = (more: { readonly fresh?: boolean; readonly dryRun?: boolean } = {}) =>
    buildThrough(
      { articles, releases, state, label: "articles/" },
      {
        outlet: defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC", since: "2019-01-01" }),
        folder: "/",
        now: NOW,
        clock: () => 0,
        program: { version: "1", zones: "1" },
        ...more,
      },
    );
  return { articles, releases, build };
}

async function expected() {
  const { releases, build } = press(memoryState());
  await build();
  return releases.files;
}

describe("a state folder", () => {
  test.each([0, 100, 1000, 3000, 6000, 9000])("that is full after %d bytes: the same is published", async (bytes) => {
    const { releases, build } = press(fullAfter(bytes));
    const report = await build();
    expect(report.exit).toBe(0);
    expect(report.diagnostics.map(({ code }) => code)).toContain("catalog/unkept");
    expect(releases.files).toEqual(await expected());
    expect((await build()).release?.changed).toEqual([]);
  });

  test("that loses what was rendered while the build goes on: the same is published, and a note tells of it", async () => {
    const real = memoryState();
    let losing = true;
    const { articles, releases, build } = press({
      ...real,
      readPart: (...asked) => !losing && real.readPart(...asked),
    });
    losing = false;
    await build();
    losing = true;
    articles.write("world/new.md", STORY("New"));
    const report = await build();
    expect(report.diagnostics.map(({ code }) => code)).toContain("catalog/damaged");
    const other = press(memoryState());
    await other.build();
    other.articles.write("world/new.md", STORY("New"));
    await other.build();
    expect(releases.files).toEqual(other.releases.files);
  });

  test("of another configuration is not used: catalog/other tells that every article was read again, once", async () => {
    const room = await afterOneBuild();
    room.write("outlet.yaml", `${OUTLET}description: News\n`);
    expect(codesIn((await room.run("build", "--format", "json")).out)).toEqual(["catalog/other"]);
    expect(codesIn((await room.run("build", "--format", "json")).out)).toEqual([]);
  });

  test("is not used with fresh, and is made anew", async () => {
    const state = memoryState();
    const { build } = press(state);
    await build();
    const before = new Map(state.files);
    const { counts } = await build({ fresh: true });
    expect(counts).toMatchObject({ articles: 2, read: 2, rendered: 2 });
    for (const file of ["articles.catalog", "stories.index", "stories.pack"])
      expect(state.files.get(file)).toEqual(before.get(file));
    expect((await build()).counts.read).toBe(0);
  });

  test("is not written by a dry run", async () => {
    const state = memoryState();
    await press(state).build({ dryRun: true });
    expect([...state.files.keys()]).toEqual([]);
  });

  test("in whose place a file stands: the build refuses and names it", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": STORY("Rain"), ".wireroom": "in the way" });
    const { code, err, out } = await room.run("build");
    expect(code).toBe(3);
    expect(err + out).toContain("lock/failed");
  });
});

describe("what is kept in a folder", () => {
  test("is replaced whole or not at all", () => {
    const room = newsroom({ "state/kept": "before" });
    const store = stateFolder(join(room.folder, "state"));
    const failing = function* () {
      yield Buffer.from("half");
      throw new Error("The disk is full");
    };
    expect(store.write("kept", failing())).toBe(false);
    expect(room.read("state/kept")).toBe("before");
    expect(readdirSync(join(room.folder, "state"))).toEqual(["kept"]);
  });

  test("is written behind its first bytes, never behind a hole", () => {
    const room = newsroom({ "state/kept": "before" });
    const store = stateFolder(join(room.folder, "state"));
    expect(store.append("kept", 2, [Buffer.from("low")])).toBe(true);
    expect(room.read("state/kept")).toBe("below");
    expect(store.append("kept", 9, [Buffer.from("x")])).toBe(false);
    expect(store.readPart("kept", 3, new Uint8Array(9))).toBe(false);
    expect(room.read("state/kept")).toBe("below");
  });

  test("gives parts of what is there now, whatever it held open", () => {
    const room = newsroom({ "state/kept": "before", "state/other": "second" });
    const store = stateFolder(join(room.folder, "state"));
    const part = (name: string, from: number, length: number) => {
      const bytes = Buffer.alloc(length);
      return store.readPart(name, from, bytes) ? bytes.toString() : undefined;
    };
    expect(part("kept", 2, 4)).toBe("fore");
    store.append("kept", 6, [Buffer.from("hand")]);
    expect(part("kept", 6, 4)).toBe("hand");
    expect(part("other", 0, 3)).toBe("sec");
    expect(part("kept", 0, 2)).toBe("be");
    store.write("kept", [Buffer.from("anew")]);
    expect(part("kept", 0, 4)).toBe("anew");
    store.close();
    expect(part("kept", 1, 3)).toBe("new");
    store.close();
  });

  test.runIf(tellsHeldOpen)("is not held open once it is closed", () => {
    const room = newsroom({ "state/kept": "before", "state/other": "second" });
    const store = stateFolder(join(room.folder, "state"));
    const held = () => heldOpen(room.folder);
    const read = (name: string) => store.readPart(name, 0, new Uint8Array(1));
    read("kept");
    read("other");
    expect(held()).toBe(1);
    store.write("other", [Buffer.from("third")]);
    expect(held()).toBe(0);
    read("other");
    store.close();
    expect(held()).toBe(0);
  });

  test("that may not be read or written is nothing kept", () => {
    const room = newsroom({ "state/kept": "before" });
    const folder = join(room.folder, "state", "kept");
    chmodSync(folder, 0o444);
    const store = stateFolder(folder);
    expect(store.pieces("any")).toBeUndefined();
    expect(wholeOf(store, "any")).toBeUndefined();
    expect(store.write("any", [])).toBe(false);
    expect(store.append("any", 0, [])).toBe(false);
  });
});
