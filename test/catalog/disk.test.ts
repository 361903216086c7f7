import { renameSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { articleFolder } from "../../src/discover/index.ts";
import type { ArticleStore } from "../../src/model/doors.ts";
import { memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW, newsroom } from "../newsroom.ts";

/** A moment far behind all that these tests write: nothing is too young to be kept. */
const LATER = Date.UTC(2100, 0, 1);

const story = (title: string, text: string) => `---\ntitle: ${title}\ndate: 2025-08-19\n---\n${text}\n`;

/** A newsroom on the disk whose two articles are known to the catalog. */
async function known() {
  const room = newsroom({
    "world/dam.md": story("Dam", "The dam holds."),
    "world/sea.md": story("Sea", "The sea is up."),
  });
  const articles: { -readonly [key in keyof ArticleStore]: ArticleStore[key] } = {
    ...articleFolder(room.folder, { clock: () => LATER }),
  };
  const doors = { articles, releases: memoryReleases(), state: memoryState(), label: "articles/" };
  const outlet = defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC", since: "2019-01-01" });
  const program = { version: "1", zones: "1" };
  const build = async (fresh = false) => {
    const settings = { outlet, folder: "/", now: NOW, clock: () => 0, program, fresh };
    const { exit, counts } = await buildThrough(doors, settings);
    return { exit, read: counts.read, feed: doors.releases.text("feed.json") };
  };
  const path = (name: string) => join(room.folder, "world", name);
  expect(await build()).toMatchObject({ exit: 0, read: 2 });
  expect(await build()).toMatchObject({ exit: 0, read: 0 });
  return { room, articles, build, path };
}

test("an edit on the disk that keeps size and time of a file is read", async () => {
  const { room, build, path } = await known();
  const { atime, mtime, size } = statSync(path("dam.md"));
  room.write("world/dam.md", story("Dam", "The dam broke."));
  utimesSync(path("dam.md"), atime, mtime);
  expect(statSync(path("dam.md")).size).toBe(size);
  expect(await build()).toMatchObject({ read: 1, feed: expect.stringContaining("The dam broke.") });
});

test("a file on the disk that takes the place of one of its size and time is read", async () => {
  const { room, build, path } = await known();
  const { atime, mtime } = statSync(path("dam.md"));
  room.write("world/new.tmp", story("Dam", "The dam broke."));
  utimesSync(path("new.tmp"), atime, mtime);
  renameSync(path("new.tmp"), path("dam.md"));
  expect(await build()).toMatchObject({ read: 1, feed: expect.stringContaining("The dam broke.") });
});

test("a file on which the program failed is read again by the next build", async () => {
  const { articles, build } = await known();
  const { read } = articles;
  articles.read = () => {
    throw new RangeError("Array buffer allocation failed");
  };
  expect(await build(true)).toMatchObject({ exit: 1, read: 2 });
  articles.read = read;
  expect(await build()).toMatchObject({ exit: 0, read: 2 });
  expect(await build()).toMatchObject({ exit: 0, read: 0 });
});

test("a file on the disk that was touched is read and changes nothing, and with --fresh all are read", async () => {
  const { build, path } = await known();
  const { feed } = await build();
  utimesSync(path("sea.md"), new Date(1e12), new Date(1e12));
  expect(await build()).toEqual({ exit: 0, read: 1, feed });
  expect(await build(true)).toEqual({ exit: 0, read: 2, feed });
});
