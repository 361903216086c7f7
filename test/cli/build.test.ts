import { describe, expect, test } from "vitest";
import { NOW, newsroom, OUTLET } from "../newsroom.ts";

const RAIN = `---
title: Rain closes the coast road
date: 2025-08-19 16:30
author: Jane Doe
---
The coast road was closed on Tuesday after two days of rain.
`;

describe("wireroom build", () => {
  test("publishes three formats of the main feed and of each section, author and language", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/city/rain.md": RAIN });
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([0, "Published for the first time, 14 files changed: 1 story in 4 feeds, 14 files\n"]);
    const folders = ["", "authors/jane-doe/", "languages/en/", "sections/city/"];
    const feeds = folders.flatMap((folder) => ["rss.xml", "atom.xml", "feed.json"].map((file) => folder + file));
    expect(room.list("dist")).toEqual([...feeds, "manifest.json", "stories.json"].sort());
  });

  test("leaves every byte and time alone when nothing changed", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/city/rain.md": RAIN });
    await room.run("build");
    const before = room.list("dist").map((path) => room.read(`dist/${path}`));
    expect(await room.run("build")).toMatchObject({ code: 0, out: "Unchanged: 1 story in 4 feeds, 14 files\n" });
    expect(room.list("dist").map((path) => room.read(`dist/${path}`))).toEqual(before);
  });

  test("holds a bad article back, tells where, and publishes the rest", async () => {
    const bad = "---\ntitle: Floods\ndate: 03/04/2024\n---\nText.\n";
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN, "articles/floods.md": bad });
    const { code, out } = await room.run("build");
    expect(code).toBe(1);
    expect(out).toContain("articles/floods.md:3:7 error date/ambiguous:");
    expect(room.read("dist/rss.xml")).toContain("Rain closes the coast road");
    expect(room.read("dist/rss.xml")).not.toContain("Floods");
  });

  test.each([
    ["an unknown key", `${OUTLET}zoen: x\n`, "outlet.yaml:5:1 error config/unknown-key:"],
    ["an unknown zone", OUTLET.replace("Karachi", "Karatchi"), "outlet.yaml:3:7 error config/zone:"],
    ["a setting that is missing", "title: x\n", "outlet.yaml:1:1 error config/required:"],
    ["broken YAML", "title: [x\n", "outlet.yaml:"],
  ])("ends with 2 for %s in outlet.yaml, and publishes nothing", async (_what, outlet, told) => {
    const room = newsroom({ "outlet.yaml": outlet, "articles/rain.md": RAIN });
    const { code, out } = await room.run("build");
    expect(code).toBe(2);
    expect(out).toContain(told);
    expect(room.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });

  test.each([
    ["a date that is missing", "---\ntitle: Floods\n---\nText.\n", "date/missing"],
    ["a binary file", "\u0001\u0002PNG\0\0\0\u0003\u0004\0", "file/binary"],
  ])("gives a line and a column to what has no place of its own: %s", async (_what, text, code) => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN, "articles/floods.md": text });
    expect((await room.run("build")).out).toContain(`articles/floods.md:1:1 error ${code}:`);
    const explained = JSON.parse((await room.run("explain", "--json", "articles/floods.md")).out);
    expect(explained.diagnostics[0].location).toEqual({ file: "articles/floods.md", line: 1, column: 1 });
  });

  test("tells what is wrong in outlet.yaml in the format asked for, and in the report file", async () => {
    const room = newsroom({ "outlet.yaml": `${OUTLET}zoen: x\n`, "articles/rain.md": RAIN });
    const { code, out } = await room.run("build", "--format", "json", "--report", "report.json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      release: null,
      held: [],
      next: null,
      diagnostics: [{ code: "config/unknown-key", location: { file: "outlet.yaml", line: 5, column: 1 } }],
    });
    expect(room.read("report.json")).toBe(out);
    expect((await room.run("build", "--format", "github")).out).toMatch(/^::error file=outlet\.yaml,line=5,col=1,/);
  });

  test.each([
    ["missing", {}, "articles/missing"],
    ["empty", { "articles/notes.pdf": "x" }, "articles/empty"],
    ["a file", { articles: "x" }, "articles/missing"],
  ])("ends with 3 when the articles folder is %s, and publishes nothing", async (_what, files, told) => {
    const room = newsroom({ "outlet.yaml": OUTLET, ...files });
    const { code, out } = await room.run("build");
    expect(code).toBe(3);
    expect(out).toContain(told);
    expect(room.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });

  test("ends with 2 and the likely option for a wrong one", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    expect(await room.run("build", "--dry-rum")).toMatchObject({
      code: 2,
      err: 'wireroom: Cannot use "--dry-rum": did you mean --dry-run?\n',
    });
    expect(await room.run("build", "--now", "03/04/2024")).toMatchObject({ code: 2 });
    expect(await room.run("build", "--accept", "all")).toMatchObject({ code: 2 });
    expect(await room.run("build", "somewhere")).toMatchObject({ code: 2 });
  });

  test("names the stories that came in and went out", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": RAIN,
      "articles/sun.md": RAIN.replace("Rain", "Sun"),
    });
    await room.run("build");
    room.remove("articles/sun.md");
    room.write("articles/fog.md", RAIN.replace("Rain", "Fog").replace("two days of rain", "fog"));
    const { out } = await room.run("build");
    expect(out).toContain('\nIn: "Fog closes the coast road"\nOut: "Sun closes the coast road"\n');
  });

  test("a dry run tells what would change, and writes nothing", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/city/rain.md": RAIN });
    const { code, out } = await room.run("build", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("main feed (new)\n  + Rain closes the coast road\n");
    expect(room.list(".")).toEqual(["articles/city/rain.md", "outlet.yaml"]);
    await room.run("build");
    expect((await room.run("build", "--dry-run")).out).toContain("No feed would change\n");
    room.write("articles/city/rain.md", RAIN.replace("Rain closes", "Heavy rain closes"));
    expect((await room.run("build", "--dry-run")).out).toContain(
      "sections/city/\n  ~ Heavy rain closes the coast road\n",
    );
  });

  test("tells as JSON what was published, held back and is due next", async () => {
    const later = RAIN.replace("2025-08-19 16:30", "2025-09-02 06:00");
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": RAIN,
      "articles/later.md": later,
      "articles/bad.md": "---\ntitle: x\n",
    });
    const { code, out } = await room.run("build", "--format", "json");
    const report = JSON.parse(out);
    expect(code).toBe(1);
    expect(report.release).toMatchObject({ files: 11, stories: 1, unchanged: 0 });
    expect(report.release.changed).toHaveLength(11);
    expect(report.held).toEqual([{ source: "articles/bad.md", code: "front-matter/unclosed", lastGood: false }]);
    expect(report.next).toBe("2025-09-02T01:00:00Z");
    expect(report.diagnostics[0]).toMatchObject({
      code: "front-matter/unclosed",
      severity: "error",
      location: { file: "articles/bad.md", line: 1, column: 1 },
    });
    // An entry in each format, and the three formats of the main feed, of its section and of its author.
    expect(report.counts).toEqual({ articles: 2, read: 3, rendered: 1, entries: 3, documents: 9 });
    expect(Object.keys(report.timings)).toEqual([
      "list",
      "read",
      "select",
      "render",
      "validate",
      "publish",
      "tidy",
      "keep",
    ]);
  });

  test("tells what there was to do beside how long it took", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    const { out } = await room.run("build", "--timings");
    expect(out).toMatch(/^publish +[\d.]+ ms$/m);
    expect(out).toMatch(/\n1 file read for 1 article, 3 entries of 1 story rendered, 9 documents written\n$/);
  });

  test("writes the report into a file too, whole", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    await room.run("build", "--report", "report.json");
    expect(JSON.parse(room.read("report.json"))).toMatchObject({ exit: 0, next: null });
    expect(await room.run("build", "--report", "nowhere/report.json")).toMatchObject({ code: 2 });
  });

  test("lists the addresses of all feeds", async () => {
    const room = newsroom({
      "outlet.yaml": `${OUTLET}feedUrl: https://feeds.news.example/\n`,
      "articles/rain.md": RAIN,
    });
    const { out } = await room.run("build", "--urls");
    expect(out.split("\n").slice(0, 3)).toEqual([
      "https://feeds.news.example/rss.xml",
      "https://feeds.news.example/atom.xml",
      "https://feeds.news.example/feed.json",
    ]);
  });

  test("holds articles with warnings back when asked to be strict", async () => {
    const doubtful = RAIN.replace("author:", "image: nowhere.jpg\nauthor:");
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN, "articles/doubtful.md": doubtful });
    expect((await room.run("build")).code).toBe(0);
    expect((await room.run("build", "--strict")).code).toBe(1);
  });

  test("publishes a scheduled story at its second, and not one earlier", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": RAIN,
      "articles/later.md": RAIN.replace("2025-08-19 16:30", "2025-09-02 06:00").replace("Rain", "Sun"),
    });
    const due = NOW + 13 * 3600;
    await room.runAs({ now: () => due - 1 }, "build");
    expect(room.read("dist/feed.json")).not.toContain("Sun closes");
    await room.runAs({ now: () => due }, "build");
    expect(room.read("dist/feed.json")).toContain("Sun closes");
  });

  test("judges every finished document as a whole when asked to verify", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    expect(await room.run("build", "--verify")).toMatchObject({ code: 0 });
  });
});
