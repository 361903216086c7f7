import { describe, expect, test } from "vitest";
import { type Newsroom, NOW, newsroom, OUTLET } from "../newsroom.ts";
import { feedDate } from "./subscriber.ts";

const OLD = "---\ntitle: Old news\ndate: 2025-08-01\n---\nIt was so.\n";
const DAY = 86_400;

function article(lines: string, text = "It rained."): string {
  return `---\ntitle: Rain\n${lines}\n---\n${text}\n`;
}

function at(text: string): number {
  return Date.parse(text) / 1000;
}

async function build(room: Newsroom, now: number, ...args: readonly string[]) {
  const { code, out } = await room.runAs({ now: () => now }, "build", "--format", "json", ...args);
  return { code, report: JSON.parse(out) };
}

function items(room: Newsroom): readonly { title: string; date_published: string; date_modified: string }[] {
  return JSON.parse(room.read("dist/feed.json")).items;
}

function isShown(room: Newsroom): boolean {
  return ["rss.xml", "atom.xml", "feed.json"].every((file) => room.read(`dist/${file}`).includes("Rain"));
}

/** Neither its headline nor that there is one stands anywhere. */
function isUnheard(room: Newsroom): boolean {
  return room.list("dist").every((path) => !/Rain|rain/.test(room.read(`dist/${path}`) + path));
}

describe("a story that waits", () => {
  test.each([
    ["for its date", "date: 2025-09-02 06:00", "2025-09-02T01:00:00Z"],
    ["for its embargo, in the outlet's zone", "date: 2025-08-19\nembargo: 2025-09-02 06:00", "2025-09-02T01:00:00Z"],
    [
      "for its embargo, in a zone of its own",
      "date: 2025-08-19\nembargo: 2025-09-02T06:00:00+02:00",
      "2025-09-02T04:00:00Z",
    ],
    [
      "for its embargo, the date being ahead too",
      "date: 2025-09-02 05:00\nembargo: 2025-09-02 06:00",
      "2025-09-02T01:00:00Z",
    ],
    [
      "for its date, the embargo being earlier",
      "date: 2025-09-03T00:00:00Z\nembargo: 2025-09-02",
      "2025-09-03T00:00:00Z",
    ],
  ])("%s is in the feeds of a build at that second, and of none before", async (_what, lines, due) => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article(lines), "articles/old.md": OLD });
    expect((await build(room, NOW)).report.next).toBe(due);
    const before = feedDate("atom", room.read("dist/atom.xml"));
    expect((await build(room, at(due) - 1)).report.next).toBe(due);
    expect(isUnheard(room)).toBe(true);
    // What waits moves nothing.
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(before);
    expect((await build(room, at(due))).report.next).toBeNull();
    expect(isShown(room)).toBe(true);
    expect(items(room)[0]).toMatchObject({ date_published: due, date_modified: due });
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at(due));
  });

  test("tells the terminal when, in the outlet's zone", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article("date: 2025-09-02 06:00"),
      "articles/old.md": OLD,
    });
    expect((await room.run("build")).out).toContain("Next change by time: 2025-09-02 06:00 (Asia/Karachi)\n");
    expect((await room.run("status")).out).toContain("Next change by time: 2025-09-02 06:00 (Asia/Karachi)\n");
  });

  test("--now is the present of a build", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article("date: 2025-09-02 06:00"),
      "articles/old.md": OLD,
    });
    await room.run("build", "--now", "2025-09-02 05:59");
    expect(isShown(room)).toBe(false);
    await room.run("build", "--now", "2025-09-02 06:00");
    expect(isShown(room)).toBe(true);
  });
});

describe("a draft", () => {
  test.each(["draft: true", "status: draft", "status: pending", "status: withheld"])(
    "%s is never shown",
    async (line) => {
      const lines = `date: 2025-08-19\n${line}`;
      const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article(lines), "articles/old.md": OLD });
      expect((await build(room, NOW + 400 * DAY)).code).toBe(0);
      expect(isUnheard(room)).toBe(true);
    },
  );
});

describe("an expiry", () => {
  test("takes the story out in its second, moves the feed's date to it, and leaves it in the manifest", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article("date: 2025-08-19\nexpires: 2025-09-02T00:00:00Z"),
      "articles/old.md": OLD,
    });
    expect((await build(room, NOW)).report.next).toBe("2025-09-02T00:00:00Z");
    await build(room, at("2025-09-01T23:59:59Z"));
    expect(isShown(room)).toBe(true);
    await build(room, at("2025-09-02T00:00:00Z"));
    expect(isShown(room)).toBe(false);
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at("2025-09-02T00:00:00Z"));
    const rows = JSON.parse(room.read("dist/manifest.json")).stories;
    expect(rows.find(({ title }: { title: string }) => title === "Rain")).toMatchObject({ state: "expired" });
  });
});

describe("an update", () => {
  test("that is dated ahead moves nothing before its second", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article("date: 2025-08-19T00:00:00Z\nupdated: 2025-09-02T00:00:00Z"),
    });
    const due = "2025-09-02T00:00:00Z";
    expect((await build(room, NOW)).report.next).toBe(due);
    await build(room, at(due) - 1);
    expect(items(room)[0]?.date_modified).toBe("2025-08-19T00:00:00Z");
    await build(room, at(due));
    expect(items(room)[0]?.date_modified).toBe(due);
  });

  test("is front matter's to make: an edit of the body alone is told once, and moves no date", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article("date: 2025-08-19T00:00:00Z") });
    await build(room, NOW);
    room.write("articles/rain.md", article("date: 2025-08-19T00:00:00Z", "It poured."));
    const { code, report } = await build(room, NOW + 60);
    expect(code).toBe(0);
    expect(report.diagnostics).toContainEqual({
      code: "story/edited",
      severity: "info",
      message: expect.stringContaining("write updated:"),
      location: { file: "articles/rain.md" },
    });
    expect(items(room)[0]?.date_modified).toBe("2025-08-19T00:00:00Z");
    expect(room.read("dist/feed.json")).toContain("It poured.");
    expect((await build(room, NOW + 120)).report.diagnostics).toEqual([]);
    room.write("articles/rain.md", article("date: 2025-08-19T00:00:00Z\nupdated: 2025-08-20", "It hailed."));
    expect((await build(room, NOW + 180)).report.diagnostics).toEqual([]);
  });
});

describe("a story without any date", () => {
  const UNDATED = "---\ntitle: Rain\n---\nIt rained.\n";
  const FIRST_SEEN = `${OUTLET}undated: first-seen\n`;

  test("is held back by default", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": UNDATED, "articles/old.md": OLD });
    const { code, report } = await build(room, NOW);
    expect([code, report.held]).toEqual([1, [{ source: "articles/rain.md", code: "date/missing", lastGood: false }]]);
  });

  test("with undated: first-seen takes the minute of the first build that saw it, for good", async () => {
    const room = newsroom({ "outlet.yaml": FIRST_SEEN, "articles/rain.md": UNDATED, "articles/old.md": OLD });
    await build(room, NOW + 59);
    const first = { title: "Rain", date_published: "2025-09-01T12:00:00Z" };
    expect(items(room)[0]).toMatchObject(first);
    const bytes = room.read("dist/manifest.json");
    room.remove(".wireroom");
    await build(room, NOW + 5 * DAY, "--fresh");
    expect(items(room)[0]).toMatchObject(first);
    expect(room.read("dist/manifest.json")).toBe(bytes);
  });

  test("keeps that minute while it is a draft, broken, renamed with its id, and on an empty disk with --previous", async () => {
    const room = newsroom({ "outlet.yaml": FIRST_SEEN, "articles/rain.md": UNDATED, "articles/old.md": OLD });
    await build(room, NOW);
    const first = { title: "Rain", date_published: "2025-09-01T12:00:00Z" };
    room.write("articles/rain.md", "---\ntitle: Rain\n");
    expect((await build(room, NOW + DAY)).code).toBe(1);
    expect(items(room)[0]).toMatchObject(first);
    room.write("articles/rain.md", UNDATED.replace("title", "draft: true\ntitle"));
    await build(room, NOW + 2 * DAY);
    for (const file of ["manifest.json", "stories.json"]) room.write(`kept/${file}`, room.read(`dist/${file}`));
    room.remove("dist");
    room.remove("articles/rain.md");
    room.write("articles/storm.md", UNDATED.replace("title", "id: tag:news.example,2019-01-01:rain\ntitle"));
    expect((await build(room, NOW + 3 * DAY, "--previous", "kept")).code).toBe(0);
    expect(items(room)[0]).toMatchObject(first);
  });

  test("is remembered from the first build on when it waits for an embargo", async () => {
    const held = UNDATED.replace("title", "embargo: 2025-09-05\ntitle");
    const room = newsroom({ "outlet.yaml": FIRST_SEEN, "articles/rain.md": held, "articles/old.md": OLD });
    await build(room, NOW);
    await build(room, NOW + DAY);
    room.write("articles/rain.md", UNDATED);
    await build(room, NOW + 2 * DAY);
    expect(items(room)[0]).toMatchObject({ title: "Rain", date_published: "2025-09-01T12:00:00Z" });
  });

  test("is another story than an older file of the same text", async () => {
    const room = newsroom({ "outlet.yaml": FIRST_SEEN, "articles/rain.md": UNDATED, "articles/old.md": OLD });
    await build(room, NOW);
    room.write("articles/hail.md", UNDATED.replace("Rain", "Hail"));
    await build(room, NOW + DAY);
    expect(items(room)[0]).toMatchObject({ title: "Hail", date_published: "2025-09-02T12:00:00Z" });
  });
});

describe("a feed's own date", () => {
  test("comes from its stories, never from the clock, and never goes back", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article("date: 2025-08-19T00:00:00Z"),
      "articles/old.md": OLD,
    });
    await build(room, NOW);
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at("2025-08-19T00:00:00Z"));
    room.remove("articles/rain.md");
    await build(room, NOW + 5 * DAY);
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at("2025-08-19T00:00:00Z"));
    expect(feedDate("rss", room.read("dist/rss.xml"))).toBe(at("2025-08-19T00:00:00Z"));
  });

  test("is the outlet's first day while there never was a story, and is no fault of the feed", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article("date: 2015-08-19\ndraft: true") });
    const { report } = await build(room, NOW);
    expect(report.diagnostics).toEqual([]);
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at("2019-01-01T00:00:00+05:00"));
    expect(feedDate("rss", room.read("dist/rss.xml"))).toBe(at("2019-01-01T00:00:00+05:00"));
    expect(await build(room, NOW + DAY)).toMatchObject({ report: { release: { changed: [] } } });
  });

  test("is that of a first story from before the outlet's first day", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article("date: 2015-08-19T00:00:00Z") });
    await build(room, NOW);
    expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(at("2015-08-19T00:00:00Z"));
  });
});
