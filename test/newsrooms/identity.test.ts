import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";
import { builtWell, codesOf, GOOD, storiesIn } from "./filed.ts";

function story(title: string, ...lines: readonly string[]): string {
  return ["---", `title: ${title}`, "date: 2025-08-19", ...lines, "---", `${title}: text.`, ""].join("\n");
}

function roomWith(files: Readonly<Record<string, string>>, outlet = OUTLET): Newsroom {
  return newsroom({ "outlet.yaml": outlet, "articles/news/good.md": GOOD, ...files });
}

function idsOf(room: Newsroom): readonly (string | undefined)[] {
  return storiesIn(room).json.map(({ id }) => id);
}

describe("two stories are never one", () => {
  test.each([
    ["one id in two files", story("A", "id: one"), story("B", "id: one"), "id/duplicate"],
    ["one address in two files", story("A", "url: /rain/"), story("B", "url: /rain/"), "url/duplicate"],
    ["one slug in one section", story("A", "slug: rain"), story("B", "slug: rain"), "url/duplicate"],
  ])("%s: both are held, and each names the other", async (_what, a, b, code) => {
    const room = roomWith({ "articles/x/a.md": a, "articles/x/b.md": b });
    const report = await builtWell(room);
    expect(codesOf(report.diagnostics)).toEqual([code]);
    expect(report.held).toEqual([
      { source: "articles/x/a.md", code, lastGood: false },
      { source: "articles/x/b.md", code, lastGood: false },
    ]);
    expect(
      report.diagnostics.map(({ location, message }) => [location?.file, /x\/[ab]\.md/.exec(message)?.[0]]),
    ).toEqual([
      ["articles/x/a.md", "x/b.md"],
      ["articles/x/b.md", "x/a.md"],
    ]);
  });

  test("the same title and date in two files are two stories", async () => {
    const room = roomWith({ "articles/x/a.md": story("A"), "articles/x/b.md": story("A") });
    expect((await builtWell(room)).held).toEqual([]);
    expect(new Set(idsOf(room)).size).toBe(3);
  });
});

describe("an id stays", () => {
  const published = async () => {
    const room = roomWith({ "articles/x/2025-08-19-a.md": story("A"), "articles/x/b.md": story("B", "id: own") });
    await builtWell(room);
    return { room, ids: idsOf(room) };
  };

  test("when the site moves to https", async () => {
    const room = roomWith({ "articles/x/a.md": story("A") }, OUTLET.replace("https:", "http:"));
    await builtWell(room);
    const ids = idsOf(room);
    room.write("outlet.yaml", OUTLET);
    await room.run("build", "--accept", "guard/permalink-changed");
    expect(idsOf(room)).toEqual(ids);
    expect(room.read("dist/feed.json")).toContain('"https://news.example/x/a/"');
  });

  test("when a story gets another title, text, section and date in its file's name", async () => {
    const { room, ids } = await published();
    room.write("articles/x/2025-08-19-a.md", story("Another title").replace("text", "other words"));
    await room.run("build");
    expect(idsOf(room)).toEqual(ids);
  });

  test("and a date that would move is refused, until it is accepted", async () => {
    const { room, ids } = await published();
    room.write("articles/x/b.md", story("B", "id: own").replace("08-19", "08-20"));
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([3, expect.stringContaining("articles/x/b.md error guard/published-moved:")]);
    expect((await room.run("build", "--accept", "guard/published-moved")).code).toBe(0);
    expect(new Set(idsOf(room))).toEqual(new Set(ids));
  });
});

test("a story that is taken out leaves the other stories' entries as they were", async () => {
  const room = roomWith({ "articles/x/a.md": story("A"), "articles/x/b.md": story("B") });
  await builtWell(room);
  const entry = () =>
    /<item(?:(?!<item)[\s\S])*<title>The good story[\s\S]*?<\/item>/.exec(room.read("dist/rss.xml"))?.[0];
  const kept = entry();
  room.remove("articles/x/a.md");
  await builtWell(room);
  expect(storiesIn(room).json.map(({ title }) => title)).toEqual(["B", "The good story"]);
  expect(entry()).toBe(kept);
  expect(kept).toContain("<guid");
});

test("when most stories vanish the build refuses, and tells how to go on", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`articles/x/${index}.md`, story(`S${index}`)]),
  );
  const room = roomWith(many);
  await builtWell(room);
  const published = room.read("dist/rss.xml");
  for (let index = 0; index < 20; index++) room.remove(`articles/x/${index}.md`);
  const { code, out } = await room.run("build");
  expect([code, out]).toEqual([3, expect.stringMatching(/error guard\/vanish: .*--accept guard\/vanish/)]);
  expect(room.read("dist/rss.xml")).toBe(published);
  expect((await room.run("build", "--accept", "guard/vanish")).code).toBe(0);
  expect(storiesIn(room).json).toHaveLength(5);
});

test("a hundred stories of one second have one order", async () => {
  const names = Array.from({ length: 100 }, (_, index) => `i${index}${"ıİiI"[index % 4]}`);
  const files = names.map((name): [string, string] => [`articles/x/${name}.md`, story(name)]);
  const outlet = `${OUTLET}limit: 200\n`;
  const one = roomWith(Object.fromEntries(files), outlet);
  const other = roomWith(Object.fromEntries(files.toReversed()), outlet);
  await builtWell(one);
  await builtWell(other);
  expect(idsOf(one)).toHaveLength(101);
  expect(idsOf(other)).toEqual(idsOf(one));
});

test("a build in which nothing changed touches no byte and no time", async () => {
  const room = roomWith({ "articles/x/a.md": story("A") });
  await builtWell(room);
  const stamps = () =>
    room.list("dist").map((path) => {
      const { ino, mtimeMs, size } = statSync(join(room.folder, "dist", path));
      return [path, ino, mtimeMs, size];
    });
  const before = stamps();
  await room.run("build");
  await room.run("build", "--fresh");
  expect(stamps()).toEqual(before);
});

test("a broken story and another file of the same words are two stories", async () => {
  const room = roomWith({ "articles/x/a.md": story("A") });
  await builtWell(room);
  room.write("articles/x/a.md", story("A").replace("2025-08-19", "03/04/2024"));
  room.write("articles/x/b.md", story("A"));
  const report = await builtWell(room);
  expect(report.held).toMatchObject([{ source: "articles/x/a.md", lastGood: true }]);
  expect(storiesIn(room).json.map(({ title }) => title)).toEqual(["A", "A", "The good story"]);
});
