import { describe, expect, test } from "vitest";
import { type Newsroom, NOW, newsroom, OUTLET } from "../newsroom.ts";
import { ATOM, childOf, childrenOf, NEWS, readStories, readXml, TOMBSTONE, type Told } from "../render/read.ts";
import { feedDate } from "./subscriber.ts";

const RAIN = "---\ntitle: Rain closes the coast road\ndate: 2025-08-19 16:30\nauthor: Jane Doe\n---\nIt rained.\n";
const FAIR = "---\ntitle: A fair opens\ndate: 2025-08-30\n---\nStalls are up.\n";
const ID = "tag:news.example,2019-01-01:city/rain";
const DAY = 86_400;

function outlet(show: "stub" | "remove"): string {
  return `${OUTLET}retraction: {show: ${show}, tombstoneDays: 10}\n`;
}

async function publishedRoom(show: "stub" | "remove"): Promise<Newsroom> {
  const room = newsroom({ "outlet.yaml": outlet(show), "articles/city/rain.md": RAIN, "articles/city/fair.md": FAIR });
  expect((await room.run("build")).code).toBe(0);
  return room;
}

function retract(room: Newsroom, lines: string): void {
  room.write("articles/city/rain.md", RAIN.replace("---\ntitle", `---\n${lines}\ntitle`));
}

/** The story as each format tells it. */
function told(room: Newsroom, id = ID): readonly (Told | undefined)[] {
  return (["rss", "atom", "json"] as const).map((format) => {
    const file = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" }[format];
    return readStories(format, room.read(`dist/${file}`)).find((one) => one.id === id);
  });
}

function tombstones(room: Newsroom, path = "atom.xml"): readonly (readonly [string, string, string | undefined])[] {
  return childrenOf(readXml(room.read(`dist/${path}`)), `${TOMBSTONE}deleted-entry`).map(
    ({ attributes: { ref = "", when = "" }, children }) => [ref, when, children[0]?.text],
  );
}

function row(room: Newsroom) {
  return JSON.parse(room.read("dist/manifest.json")).stories.find(({ id }: { id: string }) => id === ID);
}

const LINES = "status: retracted\nretracted:\n  date: 2025-08-31T08:00:00Z\n  reason: Two beaches were counted twice.";

describe("a retraction", () => {
  test("leaves a marked stub with the same id, address and date, and nothing of the story", async () => {
    const room = await publishedRoom("stub");
    const [before] = told(room);
    retract(room, LINES);
    expect((await room.run("build")).code).toBe(0);
    for (const stub of told(room)) {
      expect(stub).toMatchObject({
        id: ID,
        url: before?.url,
        title: "Retracted: Rain closes the coast road",
        published: before?.published,
        updated: Date.parse("2025-08-31T08:00:00Z") / 1000,
        authors: ["Jane Doe"],
        content: "<p>This story has been retracted. Two beaches were counted twice.</p>",
      });
    }
    // RSS tells it in the content alone.
    expect(told(room).map((stub) => stub?.retracted)).toEqual([
      undefined,
      "Two beaches were counted twice.",
      "Two beaches were counted twice.",
    ]);
    for (const file of ["rss.xml", "atom.xml", "feed.json", "stories.json"])
      expect(room.read(`dist/${file}`)).not.toContain("It rained");
  });

  test("takes the story out of RSS, Atom and JSON when the outlet removes", async () => {
    const room = await publishedRoom("remove");
    retract(room, LINES);
    await room.run("build");
    expect(told(room)).toEqual([undefined, undefined, undefined]);
    expect(room.read("dist/stories.json")).not.toContain("It rained");
    // Not even the memory names it, and it stays taken back.
    expect(room.read("dist/manifest.json")).not.toContain("Rain closes");
    expect(row(room)).toMatchObject({ state: "retracted", title: "", url: "" });
    expect((await room.run("build", "--fresh")).code).toBe(0);
    room.write("articles/city/rain.md", RAIN);
    expect((await room.run("build")).out).toContain("guard/reappeared");
  });

  test.each(["stub", "remove"] as const)(
    "with %s: Atom tells of it for so many days, in every feed of the story",
    async (show) => {
      const room = await publishedRoom(show);
      retract(room, LINES);
      const { out } = await room.run("build", "--format", "json");
      const tombstone = [[ID, "2025-08-31T08:00:00Z", "Two beaches were counted twice."]];
      expect([tombstones(room), tombstones(room, "sections/city/atom.xml")]).toEqual([tombstone, tombstone]);
      expect(JSON.parse(out).next).toBe("2025-09-10T08:00:00Z");
      const end = Date.parse("2025-09-10T08:00:00Z") / 1000;
      await room.runAs({ now: () => end - 1 }, "build");
      expect(tombstones(room)).toEqual(tombstone);
      await room.runAs({ now: () => end }, "build");
      expect(tombstones(room)).toEqual([]);
    },
  );

  test.each(["stub", "remove"] as const)(
    "with %s: is told for its days though the file was broken and deleted",
    async (show) => {
      const room = await publishedRoom(show);
      retract(room, LINES);
      await room.run("build");
      const tombstone = tombstones(room);
      room.write("articles/city/rain.md", "");
      const broken = await room.run("build", "--format", "json");
      expect(tombstones(room)).toEqual(tombstone);
      expect(JSON.parse(broken.out).next).toBe("2025-09-10T08:00:00Z");
      room.remove("articles/city/rain.md");
      const deleted = await room.run("build", "--format", "json");
      expect(tombstones(room)).toEqual(tombstone);
      expect(JSON.parse(deleted.out).next).toBe("2025-09-10T08:00:00Z");
      expect(JSON.parse((await room.run("status", "--json")).out).next).toBe("2025-09-10T08:00:00Z");
      await room.runAs({ now: () => Date.parse("2025-09-10T08:00:00Z") / 1000 }, "build");
      expect(tombstones(room)).toEqual([]);
      expect(row(room)).toMatchObject({ state: "retracted" });
    },
  );

  test.each(["stub", "remove"] as const)(
    "with %s: moves the feed's date forward, and the manifest tells",
    async (show) => {
      const room = await publishedRoom(show);
      const before = feedDate("atom", room.read("dist/atom.xml")) ?? 0;
      retract(room, LINES);
      await room.run("build");
      expect(feedDate("atom", room.read("dist/atom.xml"))).toBe(Date.parse("2025-08-31T08:00:00Z") / 1000);
      expect(feedDate("rss", room.read("dist/rss.xml"))).toBeGreaterThan(before);
      expect(row(room)).toMatchObject({
        state: "retracted",
        retracted: { at: Date.parse("2025-08-31T08:00:00Z") / 1000, reason: "Two beaches were counted twice." },
      });
    },
  );

  test.each(["stub", "remove"] as const)(
    "with %s: one that is dated before the feed's newest story moves the feed's date all the same",
    async (show) => {
      const room = await publishedRoom(show);
      const before = feedDate("atom", room.read("dist/atom.xml")) ?? 0;
      retract(room, "status: retracted\nretracted: 2025-08-20");
      await room.run("build");
      const after = feedDate("atom", room.read("dist/atom.xml")) ?? 0;
      expect(after).toBe(before + 1);
      const bytes = room.list("dist").map((path) => room.read(`dist/${path}`));
      await room.runAs({ now: () => NOW + 60 }, "build", "--fresh");
      expect(room.list("dist").map((path) => room.read(`dist/${path}`))).toEqual(bytes);
    },
  );

  test("dated by the day of the story itself is told after the story, so that readers take it over", async () => {
    const room = await publishedRoom("stub");
    retract(room, "status: retracted\nretracted: 2025-08-19");
    await room.run("build");
    const [published] = told(room).map((one) => one?.published);
    for (const stub of told(room)) expect(stub?.updated).toBe((published ?? 0) + 1);
  });

  test("that lies ahead is told in its second, and not one earlier", async () => {
    const room = await publishedRoom("stub");
    retract(room, "retracted: 2025-09-02T00:00:00Z");
    const { out } = await room.run("build", "--format", "json");
    expect(JSON.parse(out).next).toBe("2025-09-02T00:00:00Z");
    const due = Date.parse("2025-09-02T00:00:00Z") / 1000;
    await room.runAs({ now: () => due - 1 }, "build");
    expect(told(room)[0]?.title).toBe("Rain closes the coast road");
    await room.runAs({ now: () => due }, "build");
    expect(told(room)[0]?.title).toBe("Retracted: Rain closes the coast road");
  });

  test.each([
    ["retracted", "status: retracted"],
    ["killed", "status: killed"],
    ["withdrawn", "status: Withdrawn"],
    ["taken down", "status: taken-down"],
    ["canceled", "status: canceled"],
    ["a field alone", "retracted: true"],
    ["a day alone", "retracted: 2025-08-31"],
    ["a date that cannot be read", "retracted: 03/04/2025"],
  ])("is understood: %s", async (_what, line) => {
    const room = await publishedRoom("stub");
    retract(room, line);
    expect((await room.run("build")).code).toBe(0);
    expect(told(room)[0]?.title).toBe("Retracted: Rain closes the coast road");
  });

  test("without a date counts from the first build that saw it, for good", async () => {
    const room = await publishedRoom("stub");
    retract(room, "status: retracted\nreason: It was wrong.");
    const { out } = await room.runAs({ now: () => NOW + 90 }, "build");
    expect(out).toContain("warning retraction/undated:");
    expect(tombstones(room)).toEqual([[ID, "2025-09-01T12:01:00Z", "It was wrong."]]);
    room.remove(".wireroom");
    await room.runAs({ now: () => NOW + DAY }, "build");
    expect(tombstones(room)).toEqual([[ID, "2025-09-01T12:01:00Z", "It was wrong."]]);
  });

  test("of a story that nobody has seen is told to nobody", async () => {
    const room = await publishedRoom("stub");
    room.write(
      "articles/city/hoax.md",
      "---\ntitle: A hoax\ndate: 2025-08-31\nstatus: killed\nretracted: 2025-08-31\n---\nX.\n",
    );
    expect((await room.run("build")).code).toBe(0);
    for (const file of ["rss.xml", "atom.xml", "feed.json", "manifest.json", "stories.json"])
      expect(room.read(`dist/${file}`)).not.toContain("hoax");
  });

  test("that is taken back by consent comes back with an update that readers see", async () => {
    const room = await publishedRoom("stub");
    retract(room, LINES);
    await room.run("build");
    retract(room, "accept: guard/reappeared");
    expect(await room.run("build")).toMatchObject({ code: 3, out: expect.stringContaining("guard/updated-back") });
    retract(room, "accept: guard/reappeared\nupdated: 2025-09-01T09:00:00Z");
    expect((await room.run("build")).code).toBe(0);
    expect(told(room)[0]).toMatchObject({ title: "Rain closes the coast road", retracted: undefined });
    expect(tombstones(room)).toEqual([]);
  });

  test("needs no group in outlet.yaml: `retraction: remove` is one", async () => {
    const room = await publishedRoom("stub");
    room.write("outlet.yaml", `${OUTLET}retraction: remove\n`);
    retract(room, LINES);
    expect((await room.run("build")).code).toBe(0);
    expect(told(room)[0]).toBeUndefined();
  });
});

describe("a correction", () => {
  const CORRECTED = RAIN.replace(
    "---\ntitle",
    "---\ncorrections:\n  - date: 2025-08-21 10:00\n    text: The road is 12 km long, not 21.\n  - date: 2025-08-25T00:00:00Z\n    text: The mayor's name is Ali.\n    kind: clarification\ntitle",
  );

  test("stands at the head of the content, moves the update, and is there for machines in Atom and JSON", async () => {
    const room = await publishedRoom("stub");
    room.write("articles/city/rain.md", CORRECTED);
    expect((await room.run("build")).code).toBe(0);
    for (const story of told(room)) {
      expect(story?.updated).toBe(Date.parse("2025-08-25T00:00:00Z") / 1000);
      expect(story?.content).toMatch(
        /^<p><strong>Correction \(2025-08-21\):<\/strong> The road is 12 km long, not 21\.<\/p>\n<p><strong>Clarification \(2025-08-25\):<\/strong> The mayor's name is Ali\.<\/p>\n<p>It rained\.<\/p>/,
      );
    }
    const said = ["The road is 12 km long, not 21.", "The mayor's name is Ali."];
    expect(told(room).map((story) => story?.corrections)).toEqual([[], said, said]);
    const [item] = JSON.parse(room.read("dist/feed.json")).items.filter(({ id }: { id: string }) => id === ID);
    expect(item._wireroom.corrections).toEqual([
      { kind: "correction", text: "The road is 12 km long, not 21.", when: "2025-08-21T05:00:00Z" },
      { kind: "clarification", text: "The mayor's name is Ali.", when: "2025-08-25T00:00:00Z" },
    ]);
    const entry = childrenOf(readXml(room.read("dist/atom.xml")), `${ATOM}entry`).find(
      (one) => childOf(one, `${ATOM}id`).text === ID,
    );
    expect(entry && childrenOf(entry, `${NEWS}correction`).map(({ attributes }) => attributes)).toMatchObject([
      { kind: "correction", when: "2025-08-21T05:00:00Z" },
      { kind: "clarification", when: "2025-08-25T00:00:00Z" },
    ]);
  });

  test("found in copy stands at the head of the content, and moves no date: it names none", async () => {
    const copy =
      "Rain closes the coast road\n\nBy Jane Doe\n\nThe coast road was closed on Tuesday.\n\nCorrection: An earlier version gave the wrong length.\n";
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/city/2025-08-19-rain.txt": copy });
    await room.run("build");
    for (const story of told(room)) {
      expect(story?.content).toMatch(
        /^<p><strong>Correction:<\/strong> An earlier version gave the wrong length\.<\/p>/,
      );
      expect(story?.updated).toBe(story?.published);
    }
  });

  test("that is dated ahead is told in its second, and not one earlier", async () => {
    const room = await publishedRoom("stub");
    room.write("articles/city/rain.md", CORRECTED.replace("2025-08-25T00", "2025-09-02T00"));
    const { out } = await room.run("build", "--format", "json");
    expect(JSON.parse(out).next).toBe("2025-09-02T00:00:00Z");
    expect(told(room)[1]?.corrections).toHaveLength(1);
    const due = Date.parse("2025-09-02T00:00:00Z") / 1000;
    await room.runAs({ now: () => due - 1 }, "build");
    expect(told(room)[1]?.corrections).toHaveLength(1);
    await room.runAs({ now: () => due }, "build");
    expect(told(room)[1]).toMatchObject({ updated: due, corrections: { length: 2 } });
  });
});
