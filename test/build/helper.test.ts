import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { completer, type Order } from "../../src/build/complete.ts";
import type { Helper, HelperDoor } from "../../src/build/helper.ts";
import { fileReader } from "../../src/build/read.ts";
import { type BuildReport, buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { articleFolder } from "../../src/discover/index.ts";
import { type MemoryArticles, memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW, newsroom } from "../newsroom.ts";

const repository = resolve(import.meta.dirname, "../..");
const outlet = defineOutlet({
  title: "Press",
  url: "https://news.example/",
  zone: "Europe/Lisbon",
  since: "2019-01-01",
  undated: "first-seen",
});

/** Articles of every kind: whole ones, broken ones, undated ones, related ones and one that a second thread may not answer for. */
function articlesOf(most: number): readonly (readonly [path: string, text: string])[] {
  return Array.from({ length: most }, (_, number) => {
    const title = `Bakers of street ${number} open before dawn`;
    const dated = `date: 2025-08-${String(1 + (number % 28)).padStart(2, "0")} 10:${String(number % 60).padStart(2, "0")}`;
    const head = `---\ntitle: ${title}\n${dated}\ntags: [T${number % 5}]\n---\n`;
    const body = `By Ana Ruiz\n\nLISBON (AP) — The road was **closed** in ${number} places, [people](/x) said.\n`;
    const path = `world/story-${String(number).padStart(3, "0")}`;
    if (number % 9 === 4) return [`${path}.md`, `---\ntitle: ${title}\n---\n${body}`];
    if (number % 9 === 5) return [`${path}.md`, `---\ntitle: ${title}\ndate: 31 February\n---\n${body}`];
    if (number % 9 === 6)
      return [`${path}.md`, `${head}${body}\nRead More: Bakers of street ${number - 1} open before dawn\n`];
    if (number % 9 === 7)
      return [`${path}.html`, `<title>${title}</title><meta name="date" content="2025-08-02T10:00:00Z"><p>Text.</p>`];
    if (number % 9 === 8)
      return [`${path}.txt`, `${title}\n\nLISBON, Aug 19 (AP) - ${"The road was closed. ".repeat(9)}\n`];
    return [`${path}.md`, `${head}${body}`];
  });
}

interface Built {
  /** Hashes by path. */
  readonly files: readonly string[];
  readonly report: Omit<BuildReport, "timings">;
}

function hashes(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  return [...files].map(([path, bytes]) => `${path} ${createHash("sha256").update(bytes).digest("hex")}`);
}

async function built(articles: MemoryArticles, helper?: HelperDoor): Promise<Built> {
  const releases = memoryReleases();
  const { timings: _timings, ...report } = await buildThrough(
    { articles, releases, state: memoryState(), label: "articles/", ...(helper !== undefined && { helper }) },
    { outlet, folder: "/", now: NOW, clock: () => 0 },
  );
  return { files: hashes(releases.files), report };
}

/** A helper in this thread, and what it was asked. */
function nearby(store: MemoryArticles, turned: (helper: Helper) => Helper = (helper) => helper) {
  const asked = { read: 0, complete: 0 };
  const read = fileReader({ store, outlet, now: 0 });
  const complete = completer({ store, outlet });
  const helper = turned({
    async read(files) {
      asked.read += files.length;
      return files.map((file) => {
        const known = read(file);
        return known.outside === true ? undefined : JSON.stringify(known);
      });
    },
    async complete(orders) {
      asked.complete += orders.length;
      return structuredClone(await Promise.all(orders.map(complete)));
    },
  });
  const door: HelperDoor = { from: 10, start: () => helper, running: () => helper, close: async () => undefined };
  return { door, asked };
}

const gone = () => Promise.reject(new Error("gone"));

describe("with a helper everything is as without one", () => {
  const articles = memoryArticles();
  for (const [path, text] of articlesOf(250)) articles.write(path, text);
  let alone: Built;
  beforeAll(async () => {
    alone = await built(articles);
    expect([alone.files.length > 20, alone.report.counts?.read, alone.report.held.length > 10]).toEqual([
      true,
      250,
      true,
    ]);
  });

  test("when it reads and completes its share", async () => {
    const { door, asked } = nearby(articles);
    expect(await built(articles, door)).toEqual(alone);
    expect([asked.read > 0 && asked.read < 250, asked.complete > 30]).toEqual([true, true]);
  });

  test("when it comes to its end at once, or in the middle", async () => {
    const never = nearby(articles, () => ({ read: gone, complete: gone }));
    expect(await built(articles, never.door)).toEqual(alone);
    let answers = 0;
    const dying = nearby(articles, ({ read, complete }) => ({
      read: (files) => (answers++ > 0 ? gone() : read(files)),
      complete: (orders) => (answers++ > 4 ? gone() : complete(orders)),
    }));
    expect(await built(articles, dying.door)).toEqual(alone);
    expect(answers).toBeGreaterThan(4);
  });

  test("when it answers for nothing", async () => {
    const silent = nearby(articles, () => ({ read: async () => [], complete: async () => [] }));
    expect(await built(articles, silent.door)).toEqual(alone);
  });

  test("but that the build reads so many files less as the helper answered for", async () => {
    let reads = 0;
    const counting: MemoryArticles = {
      ...articles,
      read: (file) => {
        reads++;
        return articles.read(file);
      },
    };
    await built(counting);
    const withoutHelper = reads;
    reads = 0;
    let answered = 0;
    const { door } = nearby(articles, ({ read, complete }) => ({
      async read(files) {
        const answer = await read(files);
        answered += answer.filter((json) => json !== undefined).length;
        return answer;
      },
      complete,
    }));
    await built(counting, door);
    expect([answered > 100, reads]).toEqual([true, withoutHelper - answered]);
  });

  test("and it is not started for little", async () => {
    const { door, asked } = nearby(articles);
    expect(await built(articles, { ...door, from: 251, running: () => undefined })).toEqual(alone);
    expect(asked).toEqual({ read: 0, complete: 0 });
  });
});

describe("a thread of the compiled program", () => {
  const library = (path: string) => import(pathToFileURL(join(repository, "lib", path)).href);

  beforeAll(() => {
    if (!existsSync(join(repository, "lib/build.js"))) execFileSync("npm", ["run", "compile"], { cwd: repository });
  });

  /** Builds a folder with the compiled program. @returns published files and report */
  async function inFolder(threads: boolean) {
    const room = newsroom();
    for (const [path, text] of articlesOf(120)) room.write(`articles/${path}`, text);
    const folder = join(room.folder, "articles");
    const build = (await library("build.js")) as typeof import("../../src/build.ts");
    const { helperDoor } = (await library("build/helper.js")) as typeof import("../../src/build/helper.ts");
    const releases = memoryReleases();
    const door = helperDoor(10, { outlet, folder });
    // Files that were written a moment ago are settled for who looks much later.
    const store = articleFolder(folder, { clock: () => Date.now() + 60_000 });
    try {
      const { timings: _timings, ...report } = await build.buildThrough(
        { articles: store, releases, state: memoryState(), label: "articles/", ...(threads && { helper: door }) },
        { outlet, folder: room.folder, now: NOW, clock: () => 0 },
      );
      return { files: hashes(releases.files), report, started: door.running() !== undefined };
    } finally {
      await door.close();
    }
  }

  test("reads and completes the same", async () => {
    const alone = await inFolder(false);
    const helped = await inFolder(true);
    expect([alone.started, helped.started]).toEqual([false, true]);
    expect(helped.report).toEqual(alone.report);
    expect(helped.files).toEqual(alone.files);
  });

  test("is none where none can be started", async () => {
    const { helperDoor } = (await library("build/helper.js")) as typeof import("../../src/build/helper.ts");
    // What cannot be handed to another thread fails as early as a system that has no more threads.
    const door = helperDoor(10, { outlet, folder: (() => "") as unknown as string });
    await expect(door.start().read([])).rejects.toThrow("could not be cloned");
    await door.close();
  });

  test("answers what is asked, in order, and refuses once it is closed", async () => {
    const room = newsroom();
    for (const [path, text] of articlesOf(20)) room.write(`articles/${path}`, text);
    const folder = join(room.folder, "articles");
    const { helperDoor } = (await library("build/helper.js")) as typeof import("../../src/build/helper.ts");
    const store = articleFolder(folder);
    const { files } = store.list();
    const door = helperDoor(10, { outlet, folder });
    const read = fileReader({ store, outlet, now: NOW });
    const known = files.map(read);
    const alone = known.map((one) => (one.outside === true ? undefined : JSON.stringify(one)));
    const orders = known.flatMap(({ article }, index): Order[] => {
      const file = files[index];
      return article === undefined || file === undefined ? [] : [{ article, related: [], file }];
    });
    const helper = door.start();
    const answers = Promise.all([helper.read(files), helper.complete(orders), helper.read(files.slice(3, 4))]);
    const stories = await Promise.all(orders.map(completer({ store, outlet })));
    expect(await answers).toEqual([alone, stories, alone.slice(3, 4)]);
    expect([alone.includes(undefined), stories.length > 10]).toEqual([true, true]);
    await door.close();
    await expect(helper.read(files)).rejects.toThrow("ended");
  });
});
