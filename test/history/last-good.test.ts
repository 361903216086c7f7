import { describe, expect, test } from "vitest";
import { type Newsroom, NOW, newsroom, OUTLET } from "../newsroom.ts";

const RAIN = `---
title: Rain & wind close the coast road
date: 2025-08-19 16:30
updated: 2025-08-20
authors: [Jane Doe, Ali Khan]
tags: [Weather]
image: road.png
corrections:
  - date: 2025-08-21
    text: The road is 12 km long.
---
The coast road was *closed* on Tuesday. [More](https://other.example/).

Related: [A fair opens](https://other.example/fair)
`;
const FAIR = "---\ntitle: A fair opens\ndate: 2025-08-30\ntags: [Weather]\n---\nStalls are up.\n";
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489", "hex");
const ID = "tag:news.example,2019-01-01:city/rain";

/** Every entry of the story, by document. */
function entries(room: Newsroom): Readonly<Record<string, string>> {
  const documents = room.list("dist").filter((path) => /rss\.xml|atom\.xml|feed\.json/.test(path));
  return Object.fromEntries(
    documents.flatMap((path) => {
      const text = room.read(`dist/${path}`);
      const found = path.endsWith("json")
        ? JSON.parse(text).items.map((item: unknown) => JSON.stringify(item))
        : (text.match(/<item[ >][\s\S]*?<\/item>|<entry[ >][\s\S]*?<\/entry>/g) ?? []);
      const entry = found.find((one: string) => one.includes(ID));
      return entry === undefined ? [] : [[path, entry]];
    }),
  );
}

async function publishedRoom(): Promise<Newsroom> {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/city/rain.md": RAIN,
    "articles/city/road.png": PNG,
    "articles/world/fair.md": FAIR,
  });
  expect((await room.run("build")).code).toBe(0);
  expect(Object.keys(entries(room))).toHaveLength(3 * 6);
  return room;
}

const BROKEN: readonly (readonly [string, string | Uint8Array])[] = [
  ["front matter that does not end", "---\ntitle: Rain\n"],
  ["front matter that is no YAML", RAIN.replace("[Jane", "[[Jane")],
  ["nothing in it", ""],
  ["bytes that are no UTF-8", Buffer.from("---\ntitle: Caf\u00e9\n---\nx\n", "latin1")],
  ["a date that cannot be read", RAIN.replace("2025-08-19 16:30", "03/04/2025")],
  ["an empty title", RAIN.replace(/title: .*/, "title:")],
];

describe("a published article that is broken by", () => {
  test.each(BROKEN)(
    "%s keeps its last good version, byte for byte, and the build says since when",
    async (_what, text) => {
      const room = await publishedRoom();
      const before = entries(room);
      room.write("articles/city/rain.md", text);
      room.write("articles/world/fair.md", FAIR.replace("Stalls", "Many stalls"));
      for (let builds = 0; builds < 4; builds++) {
        const { code, out } = await room.runAs({ now: () => NOW + 60 * builds }, "build", "--format", "json");
        expect(code).toBe(1);
        expect(JSON.parse(out).held).toMatchObject([
          { source: "articles/city/rain.md", lastGood: true, since: "2025-09-01T12:00:00Z" },
        ]);
        expect(entries(room)).toEqual(before);
      }
      const line = await room.runAs({ now: () => NOW + 300 }, "build");
      expect(line.out).toContain(
        "articles/city/rain.md: the last good version is shown since 2025-09-01 17:00 (Asia/Karachi)",
      );
      expect((await room.run("status")).out).toContain(
        "Held back since 2025-09-01 17:00 (Asia/Karachi): articles/city/rain.md",
      );
      room.write("articles/city/rain.md", RAIN);
      expect((await room.runAs({ now: () => NOW + 400 }, "build")).code).toBe(0);
      expect(entries(room)).toEqual(before);
    },
  );

  test.each(BROKEN)("%s: the same in a job whose only memory is --previous", async (_what, text) => {
    const room = await publishedRoom();
    const before = entries(room);
    for (let builds = 0; builds < 4; builds++) {
      room.remove("site");
      for (const path of room.list("dist")) room.write(`site/${path}`, room.read(`dist/${path}`));
      room.remove("dist");
      room.remove(".wireroom");
      room.write("articles/city/rain.md", text);
      const { code, out } = await room.runAs(
        { now: () => NOW + 60 * builds },
        ...["build", "--format", "json", "--previous", "site/manifest.json"],
      );
      expect(code).toBe(1);
      expect(JSON.parse(out).held).toMatchObject([{ lastGood: true, since: "2025-09-01T12:00:00Z" }]);
      expect(entries(room)).toEqual(before);
    }
  });

  test.each([
    ["draft", "draft: maybe"],
    ["draft in quotes", 'draft: "true"'],
    ["status", "status: gone"],
    ["embargo", "embargo: soon"],
    ["embargo without a time", "status: embargoed"],
    ["expiry", "expires: 03/04/2025"],
  ])("what it says of %s goes: the writer may have wanted that", async (_what, line) => {
    const room = await publishedRoom();
    room.write("articles/city/rain.md", RAIN.replace("title:", `${line}\ntitle:`));
    const { code, out } = await room.run("build");
    expect(code).toBe(1);
    expect(out).toContain("info status/taken-down:");
    expect(entries(room)).toEqual({});
    expect(JSON.parse((await room.run("build", "--format", "json")).out).held).toMatchObject([{ lastGood: false }]);
  });

  test.each([
    ["a draft", "draft: true"],
    ["a retraction", "status: retracted"],
  ])("another slip beside %s goes, too", async (_what, line) => {
    const room = await publishedRoom();
    room.write("articles/city/rain.md", RAIN.replace(/date: .*/, `date: 03/04/2025\n${line}`));
    expect((await room.run("build")).code).toBe(1);
    expect(entries(room)).toEqual({});
  });
});

describe("a last good version", () => {
  test("is not shown of a file that was deleted", async () => {
    const room = await publishedRoom();
    room.remove("articles/city/rain.md");
    expect((await room.run("build")).code).toBe(0);
    expect(entries(room)).toEqual({});
  });

  test("is not shown of an article that was never published", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/world/fair.md": FAIR, "articles/city/rain.md": "---\n" });
    const { out } = await room.run("build", "--format", "json");
    expect(JSON.parse(out).held).toEqual([
      { source: "articles/city/rain.md", code: "front-matter/unclosed", lastGood: false },
    ]);
  });

  test("leaves at its expiry, and the build says when that is", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/world/fair.md": FAIR,
      "articles/city/rain.md": RAIN.replace("title:", "expires: 2025-09-02T00:00:00Z\ntitle:"),
    });
    await room.run("build");
    room.write("articles/city/rain.md", "");
    const { out } = await room.run("build", "--format", "json");
    expect(JSON.parse(out).next).toBe("2025-09-02T00:00:00Z");
    expect(Object.keys(entries(room))).not.toEqual([]);
    await room.runAs({ now: () => NOW + 43_200 }, "build");
    expect(entries(room)).toEqual({});
  });

  test("stands in for a renamed file with an id, when the new file clashes with a copy of itself", async () => {
    const known = RAIN.replace("title:", `id: ${ID}\ntitle:`);
    const room = await publishedRoom();
    const before = entries(room);
    room.remove("articles/city/rain.md");
    room.write("articles/city/storm.md", known);
    room.write("articles/city/storm-copy.md", known);
    const { code, out } = await room.run("build");
    expect(code).toBe(1);
    expect(out).toContain("error id/duplicate:");
    expect(entries(room)).toEqual(before);
  });

  test("does not stand in when the clashing files say that the story was taken back", async () => {
    const room = await publishedRoom();
    room.remove("articles/city/rain.md");
    for (const file of ["storm", "storm-copy"])
      room.write(`articles/city/${file}.md`, RAIN.replace("title:", `id: ${ID}\nstatus: retracted\ntitle:`));
    expect((await room.run("build")).code).toBe(1);
    expect(entries(room)).toEqual({});
  });

  test("does not keep up what a draft takes down in a strict build", async () => {
    const room = await publishedRoom();
    room.write("articles/city/rain.md", RAIN.replace("title:", "draft: true\nlang: no language\ntitle:"));
    await room.run("build", "--strict");
    expect(entries(room)).toEqual({});
  });

  test("keeps a retraction told while its file is broken", async () => {
    const room = await publishedRoom();
    room.write("articles/city/rain.md", RAIN.replace("title:", "status: retracted\nretracted: 2025-08-25\ntitle:"));
    await room.run("build");
    const stub = entries(room);
    expect(stub["feed.json"]).toContain("Retracted: Rain & wind");
    room.write("articles/city/rain.md", "");
    expect((await room.run("build")).code).toBe(1);
    expect(entries(room)).toEqual(stub);
    room.write("articles/city/rain.md", RAIN);
    expect(await room.run("build")).toMatchObject({ code: 3, out: expect.stringContaining("guard/reappeared") });
  });
});
