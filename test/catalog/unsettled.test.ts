import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { articleFolder } from "../../src/discover/index.ts";
import { memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW } from "../newsroom.ts";
import { pictureOf } from "./moves.ts";

const STORY = "---\ntitle: Rain closes the coast road\ndate: 2025-08-19\nimage: quay.png\n---\nThe road was closed.\n";

/** A folder with an article in it, and the moment in which its file was changed. */
function oneArticle() {
  const folder = mkdtempSync(join(tmpdir(), "unsettled-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "rain.md");
  writeFileSync(file, STORY);
  utimesSync(file, NOW, NOW);
  return { folder, file, changed: statSync(file).ctimeMs };
}

describe("a listed file is unsettled", () => {
  test.each([
    ["in the moment of the change", 0, true],
    ["within two seconds of it", 1999, true],
    ["two seconds after it", 2000, false],
    ["an hour after it", 3_600_000, false],
    ["when the change is ahead of the clock", -3_600_000, true],
  ])("%s", (_when, later, unsettled) => {
    const { folder, changed } = oneArticle();
    const store = articleFolder(folder, { clock: () => changed + later });
    expect(store.list().files.map((file) => file.unsettled ?? false)).toEqual([unsettled]);
    expect(store.peek("rain.md", 0)?.unsettled ?? false).toBe(unsettled);
  });

  test.each([
    ["within two seconds of its own time, whatever its change says", 1, true],
    ["not when somebody gave it a time far ahead", 86_400, false],
  ])("%s", (_when, seconds, unsettled) => {
    const { folder, file, changed } = oneArticle();
    const now = Math.ceil(changed / 1000) + 10;
    utimesSync(file, now + seconds, now + seconds);
    const store = articleFolder(folder, { clock: () => now * 1000 });
    expect(store.list().files.map((one) => one.unsettled ?? false)).toEqual([unsettled]);
  });
});

describe("an edit that no stamp shows", () => {
  /** Builds with stamps that say nothing, as on a disk whose times are coarse and whose files are written in place. */
  function press(folder: string) {
    const doors = { releases: memoryReleases(), state: memoryState(), label: "articles/" };
    return async (clock: number) => {
      const real = articleFolder(folder, { clock: () => clock });
      const articles = {
        ...real,
        list: () => ({ problems: [], files: real.list().files.map((file) => ({ ...file, stamp: "coarse" })) }),
        peek: (path: string, bytes: number) => {
          const found = real.peek(path, bytes);
          return found && { ...found, stamp: "coarse" };
        },
      };
      const { counts } = await buildThrough(
        { ...doors, articles },
        {
          outlet: defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC", since: "2019-01-01" }),
          folder: "/",
          now: NOW,
          clock: () => 0,
          program: { version: "1", zones: "1" },
        },
      );
      return { ...counts, feed: doors.releases.text("feed.json"), rss: doors.releases.text("rss.xml") };
    };
  }

  test("of an article is caught within two seconds of the edit before", async () => {
    const { folder, file, changed } = oneArticle();
    const build = press(folder);
    expect((await build(changed + 1000)).feed).toContain("was closed");
    writeFileSync(file, STORY.replace("was closed", "is closed."));
    const again = await build(changed + 1900);
    expect(again.feed).toContain("is closed");
    expect(again.read).toBe(1);
  });

  test("of a picture is caught within two seconds of the edit before, and later it must show", async () => {
    const { folder } = oneArticle();
    const build = press(folder);
    const types: (string | undefined)[] = [];
    for (const [kind, later] of [
      [0, 0],
      [1, 0],
      [1, 5000],
      [2, 10_000],
    ] as const) {
      writeFileSync(join(folder, "quay.png"), pictureOf(kind));
      const { rss } = await build(statSync(join(folder, "quay.png")).ctimeMs + later);
      types.push(/type="(image[^"]+)"/.exec(rss)?.[1]);
    }
    expect(types).toEqual(["image/png", "image/gif", "image/gif", "image/gif"]);
  });

  test("costs one more reading, and after that a build finds everything unchanged again", async () => {
    const { folder, changed } = oneArticle();
    const build = press(folder);
    const reads = [];
    for (const later of [100, 5000, 10_000]) reads.push((await build(changed + later)).read);
    expect(reads).toEqual([1, 1, 0]);
  });
});
