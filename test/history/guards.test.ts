import { describe, expect, test } from "vitest";
import { type Newsroom, NOW, newsroom, OUTLET } from "../newsroom.ts";

/** An article file by its front matter, in the order given. */
function article(fields: Readonly<Record<string, string>>, body = `About ${fields.title}, a text of its own.`): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join("\n")}\n---\n${body}\n`;
}

const RAIN = { title: "Rain closes the coast road", date: "2025-08-19T11:30:00Z" };
const RAINY = "The coast road was closed on Tuesday after two days of rain.";
const RETRACTED = { ...RAIN, status: "retracted", retracted: "2025-08-25", reason: "It was wrong." };
const WITHOUT_SINCE = OUTLET.replace(/^since.*\n/m, "");
const ID = "tag:news.example,2019-01-01:";

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly code: string;
  readonly what: string;
  readonly outlet?: string;
  readonly before: Files;
  /** Files that are then written; "" takes one away. */
  readonly after: Files;
  /** Seconds between the two builds. */
  readonly later?: number;
  /** The message says this. */
  readonly told: readonly string[];
  /** The article that a line can be added to; absent: the whole build must accept. */
  readonly path?: string;
}

const FILLER = { "articles/other.md": article({ title: "Other news", date: "2025-08-01" }) };

const CASES: readonly Case[] = [
  {
    code: "guard/id-changed",
    what: "a renamed file",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": "", "articles/storm.md": article(RAIN, RAINY) },
    told: [
      `the file "rain.md" to "storm.md" for "Rain closes the coast road"`,
      `write "id: ${ID}rain" into the article`,
    ],
    path: "articles/storm.md",
  },
  {
    code: "guard/id-changed",
    what: "a renamed file with another headline and date",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": "", "articles/storm.md": article({ title: "Storm", date: "2025-08-21" }, RAINY) },
    told: [`write "id: ${ID}rain"`],
    path: "articles/storm.md",
  },
  {
    code: "guard/id-changed",
    what: "a renamed file with another text",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": "", "articles/storm.md": article(RAIN, "The road is open again.") },
    told: [`write "id: ${ID}rain"`],
    path: "articles/storm.md",
  },
  {
    code: "guard/id-changed",
    what: "an id written into a published article",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, id: "road-7" }, RAINY) },
    told: [`Cannot change its id for`, `write "id: ${ID}rain"`],
    path: "articles/rain.md",
  },
  {
    code: "guard/id-changed",
    what: "an id written into a published article that was rewritten and redated",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, date: "2025-08-20", id: "road-7" }, "The road is open again.") },
    told: [`write "id: ${ID}rain"`],
    path: "articles/rain.md",
  },
  {
    code: "guard/permalink-changed",
    what: "another address of a story whose address is its id",
    outlet: WITHOUT_SINCE,
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, slug: "storm" }, RAINY) },
    told: ["from https://news.example/rain/ to https://news.example/storm/", `write "id: https://news.example/rain/"`],
    path: "articles/rain.md",
  },
  {
    code: "guard/id-reused",
    what: "another story in a file that was used",
    before: { "articles/rain.md": article(RAIN, RAINY), ...FILLER },
    after: { "articles/rain.md": article({ title: "A fair opens", date: "2025-08-30" }) },
    told: [`Cannot use the id ${ID}rain for "A fair opens"`, `know it as "Rain closes the coast road"`],
    path: "articles/rain.md",
  },
  {
    code: "guard/published-moved",
    what: "another publishing date",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, date: "2025-08-20T11:30:00Z" }, RAINY) },
    told: ["from 2025-08-19T11:30:00Z to 2025-08-20T11:30:00Z", 'write "date: 2025-08-19T11:30:00Z"'],
    path: "articles/rain.md",
  },
  {
    code: "guard/published-moved",
    what: "an embargo put on a story that is out",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, embargo: "2025-09-05 06:00" }, RAINY) },
    told: ["to 2025-09-05T01:00:00Z"],
    path: "articles/rain.md",
  },
  {
    code: "guard/published-moved",
    what: "an earlier publishing date of a story that was never updated",
    before: { "articles/rain.md": article(RAIN, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, date: "2025-08-18T11:30:00Z" }, RAINY) },
    told: ["from 2025-08-19T11:30:00Z to 2025-08-18T11:30:00Z"],
    path: "articles/rain.md",
  },
  {
    code: "guard/updated-back",
    what: "an update that is taken out",
    before: { "articles/rain.md": article({ ...RAIN, updated: "2025-08-20T08:00:00Z" }, RAINY) },
    after: { "articles/rain.md": article(RAIN, RAINY) },
    told: [
      "from 2025-08-20T08:00:00Z to 2025-08-19T11:30:00Z",
      'write "updated: 2025-08-20T08:00:00Z" or a later time',
    ],
    path: "articles/rain.md",
  },
  {
    code: "guard/reappeared",
    what: "a retracted story without its retraction",
    before: { "articles/rain.md": article(RETRACTED, RAINY) },
    after: { "articles/rain.md": article({ ...RAIN, updated: "2025-08-26" }, RAINY) },
    told: ["it was retracted", 'write "updated:"'],
    path: "articles/rain.md",
  },
  {
    code: "guard/clock-back",
    what: "a clock from before a story",
    before: { "articles/rain.md": article({ ...RAIN, date: "2025-09-01T11:00:00Z" }, RAINY), ...FILLER },
    after: {},
    later: -7200,
    told: ["this clock says 2025-09-01T10:00:00Z"],
    path: "articles/rain.md",
  },
  {
    code: "guard/clock-back",
    what: "a clock from before an update",
    before: { "articles/rain.md": article({ ...RAIN, updated: "2025-09-01T11:00:00Z" }, RAINY), ...FILLER },
    after: {},
    later: -7200,
    told: ["at 2025-09-01T11:00:00Z"],
    path: "articles/rain.md",
  },
  {
    code: "guard/clock-back",
    what: "a clock from before a retraction",
    before: { "articles/rain.md": article({ ...RETRACTED, retracted: "2025-09-01T11:00:00Z" }, RAINY), ...FILLER },
    after: {},
    later: -7200,
    told: ["at 2025-09-01T11:00:00Z"],
    path: "articles/rain.md",
  },
  {
    code: "guard/clock-back",
    what: "a clock from before a story whose file is broken",
    before: { "articles/rain.md": article({ ...RAIN, date: "2025-09-01T11:00:00Z" }, RAINY), ...FILLER },
    after: { "articles/rain.md": "---\ntitle: x\n" },
    later: -7200,
    told: ["at 2025-09-01T11:00:00Z"],
  },
  {
    code: "guard/vanish",
    what: "a folder that is not mounted",
    before: { ...FILLER, ...stories(11, "2025-08") },
    after: Object.fromEntries(Object.keys(stories(11, "2025-08")).map((path) => [path, ""])),
    told: ['Cannot take 11 of 12 stories out of the feeds at once ("Story 1", "Story 10", "Story 11" and 8 more)'],
  },
  {
    code: "guard/flood",
    what: "an old folder that is mounted",
    before: FILLER,
    after: stories(21, "2024-03"),
    told: ["Cannot put 21 stories into the feeds that are older than the last release"],
  },
];

function stories(count: number, month: string): Files {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((number) => [
      `articles/old/${number}.md`,
      article({ title: `Story ${number}`, date: `${month}-02T00:${String(number).padStart(2, "0")}:00Z` }),
    ]),
  );
}

async function afterFirst({ outlet = OUTLET, before, after, later = 0 }: Omit<Case, "code" | "what" | "told">) {
  const room = newsroom({ "outlet.yaml": outlet, ...before });
  expect((await room.run("build")).code).toBe(0);
  change(room, after);
  return { room, build: (...args: readonly string[]) => room.runAs({ now: () => NOW + later }, "build", ...args) };
}

function change(room: Newsroom, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === "") room.remove(path);
    else room.write(path, text);
  }
}

function published(room: Newsroom): readonly string[] {
  return room.list("dist").map((path) => room.read(`dist/${path}`));
}

describe.each(CASES)("$code: $what", ({ code, told, path, ...given }) => {
  test("is refused with exit code 3, the list of what would change, and nothing published", async () => {
    const { room, build } = await afterFirst(given);
    const before = published(room);
    const { code: exit, out } = await build();
    expect(exit).toBe(3);
    expect(out.split("\n").filter((line) => / error |^error /.test(line))).toHaveLength(1);
    expect(out).toContain(`error ${code}: `);
    for (const words of told) expect(out).toContain(words);
    expect(published(room)).toEqual(before);
  });

  test("a dry run refuses it, too, and another code accepts nothing", async () => {
    const { build } = await afterFirst(given);
    expect((await build("--dry-run")).code).toBe(3);
    const other = code === "guard/flood" ? "guard/vanish" : "guard/flood";
    expect((await build("--accept", other)).code).toBe(3);
  });

  test(`passes once with --accept ${code}, and the next build needs no more`, async () => {
    const { build } = await afterFirst(given);
    expect((await build("--accept", code)).code).toBeLessThan(2);
    // A clock that is still wrong stays wrong.
    if (code !== "guard/clock-back") expect((await build()).code).toBe(0);
  });

  test.runIf(path !== undefined)(`passes with a line "accept: ${code}" in the article, and in no other`, async () => {
    const { room, build } = await afterFirst(given);
    const text = room.read(path ?? "");
    const accepting = (file: string) => file.replace("---\n", `---\naccept: ${code}\n`);
    room.write("articles/stranger.md", accepting(article({ title: "A stranger", date: "2025-07-01" })));
    expect((await build()).code).toBe(3);
    room.write(path ?? "", accepting(text));
    expect((await build()).code).toBe(0);
  });
});

describe("is no business of a guard:", () => {
  test.each<[string, Omit<Case, "code" | "what" | "told">]>([
    ["a first build", { before: FILLER, after: {} }],
    [
      "a renamed file with the line that was told",
      {
        before: { "articles/rain.md": article(RAIN, RAINY) },
        after: { "articles/rain.md": "", "articles/storm.md": article({ ...RAIN, id: `${ID}rain` }, RAINY) },
      },
    ],
    [
      "a file with another date in its name, and another extension",
      {
        before: { "articles/2025-08-19-rain.md": article(RAIN, RAINY) },
        after: { "articles/2025-08-19-rain.md": "", "articles/rain.html": article(RAIN, "<p>It rained.</p>") },
      },
    ],
    [
      "a new story beside one that was deleted",
      {
        before: { "articles/rain.md": article(RAIN, RAINY), ...FILLER },
        after: { "articles/rain.md": "", "articles/fair.md": article({ title: "A fair opens", date: "2025-08-30" }) },
      },
    ],
    [
      "another story in a used file, with an id of its own",
      {
        before: { "articles/rain.md": article(RAIN, RAINY), ...FILLER },
        after: { "articles/rain.md": article({ title: "A fair opens", date: "2025-08-30", id: "fair" }) },
      },
    ],
    [
      "another address of a story with an id",
      {
        before: { "articles/rain.md": article(RAIN, RAINY) },
        after: { "articles/rain.md": article({ ...RAIN, slug: "storm" }, RAINY) },
      },
    ],
    [
      "another address with the line that was told",
      {
        outlet: WITHOUT_SINCE,
        before: { "articles/rain.md": article(RAIN, RAINY) },
        after: { "articles/rain.md": article({ ...RAIN, slug: "storm", id: "https://news.example/rain/" }, RAINY) },
      },
    ],
    [
      "a rewritten text under the old date",
      {
        before: { "articles/rain.md": article(RAIN, RAINY) },
        after: { "articles/rain.md": article({ ...RAIN, title: "Road open again" }, "All is well.") },
      },
    ],
    [
      "the same moment written in another zone",
      {
        before: { "articles/rain.md": article(RAIN, RAINY) },
        after: { "articles/rain.md": article({ ...RAIN, date: "2025-08-19 16:30" }, RAINY) },
      },
    ],
    [
      "another date of a story that waits",
      {
        before: { "articles/rain.md": article({ ...RAIN, date: "2025-09-02" }, RAINY), ...FILLER },
        after: { "articles/rain.md": article({ ...RAIN, date: "2025-09-03" }, RAINY) },
      },
    ],
    [
      "an update that moves forward",
      {
        before: { "articles/rain.md": article({ ...RAIN, updated: "2025-08-20" }, RAINY) },
        after: { "articles/rain.md": article({ ...RAIN, updated: "2025-08-21" }, RAINY) },
      },
    ],
    [
      "an update that was planned for later and is not made",
      {
        before: { "articles/rain.md": article({ ...RAIN, updated: "2025-09-09" }, RAINY) },
        after: { "articles/rain.md": article(RAIN, RAINY) },
      },
    ],
    [
      "a retraction that stays",
      {
        before: { "articles/rain.md": article(RETRACTED, RAINY) },
        after: { "articles/rain.md": article({ ...RETRACTED, reason: "Two beaches were counted twice." }, RAINY) },
      },
    ],
    [
      "a retracted story that is made a draft",
      {
        before: { "articles/rain.md": article(RETRACTED, RAINY), ...FILLER },
        after: { "articles/rain.md": article({ ...RAIN, draft: "true" }, RAINY) },
      },
    ],
    ["a clock that goes back to after the newest story", { before: FILLER, after: {}, later: -86_400 }],
    [
      "ten stories that vanish",
      { before: { ...FILLER, ...stories(10, "2025-08") }, after: emptied(stories(10, "2025-08")) },
    ],
    [
      "many stories that vanish from very many",
      { before: { ...stories(40, "2025-08"), ...FILLER }, after: emptied(stories(12, "2025-08")) },
    ],
    ["twenty old stories that appear", { before: FILLER, after: stories(20, "2024-03") }],
    [
      "many new stories that appear",
      { before: { "articles/old.md": article({ title: "Old", date: "2023-01-01" }) }, after: stories(21, "2024-03") },
    ],
  ])("%s", async (_what, given) => {
    const { build } = await afterFirst(given);
    expect(await build()).toMatchObject({ code: 0 });
  });
});

function emptied(files: Files): Files {
  return Object.fromEntries(Object.keys(files).map((path) => [path, ""]));
}

describe("a refused build", () => {
  test("lists everything that it would change at once", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": article(RAIN, RAINY),
      "articles/fair.md": article({ title: "A fair opens", date: "2025-08-30" }),
    });
    await room.run("build");
    room.remove("articles/rain.md");
    room.write("articles/storm.md", article(RAIN, RAINY));
    room.write("articles/fair.md", article({ title: "A fair opens", date: "2025-08-31" }));
    const { code, out } = await room.run("build");
    expect(code).toBe(3);
    expect(out).toContain("articles/storm.md error guard/id-changed:");
    expect(out).toContain("articles/fair.md error guard/published-moved:");
    expect((await room.run("build", "--accept", "guard/id-changed")).code).toBe(3);
    expect((await room.run("build", "--accept", "guard/id-changed", "--accept", "guard/published-moved")).code).toBe(0);
  });

  test("is refused by what --previous remembers, too, and by nothing with --previous none", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article(RAIN, RAINY) });
    await room.run("build");
    for (const file of ["manifest.json", "stories.json"]) room.write(`kept/${file}`, room.read(`dist/${file}`));
    room.remove("dist");
    room.remove(".wireroom");
    room.write("articles/rain.md", article({ ...RAIN, date: "2025-08-20" }, RAINY));
    expect((await room.run("build", "--previous", "kept")).code).toBe(3);
    expect((await room.run("build", "--previous", "kept/manifest.json")).code).toBe(3);
    expect(await room.run("build", "--previous", "nowhere")).toMatchObject({
      code: 3,
      out: expect.stringContaining("error previous/unusable:"),
    });
    expect((await room.run("build", "--previous", "none")).code).toBe(0);
  });

  test("an accepted date that lies ahead is not asked about again when it comes", async () => {
    const later = { ...RAIN, date: "2025-09-02T00:00:00Z" };
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": article(RAIN, RAINY), ...FILLER });
    await room.run("build");
    room.write("articles/rain.md", article(later, RAINY));
    expect((await room.run("build", "--accept", "guard/published-moved")).code).toBe(0);
    expect((await room.runAs({ now: () => NOW + 86_400 }, "build")).code).toBe(0);
    expect(room.read("dist/feed.json")).toContain("2025-09-02T00:00:00Z");
  });
});

describe("build --dry-run", () => {
  test("lists per feed what would enter, leave and change, and writes nothing", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/city/rain.md": article(RAIN, RAINY),
      "articles/world/fair.md": article({ title: "A fair opens", date: "2025-08-30" }),
    });
    await room.run("build");
    const before = { files: room.list("."), texts: published(room) };
    room.write("articles/city/rain.md", article({ ...RAIN, updated: "2025-08-30" }, `${RAINY} More.`));
    room.write("articles/city/sun.md", article({ title: "Sun", date: "2025-08-31" }));
    room.remove("articles/world/fair.md");
    const { code, out } = await room.run("build", "--dry-run");
    expect(code).toBe(0);
    expect(out).toContain("main feed\n  + Sun\n  - A fair opens\n  ~ Rain closes the coast road\n");
    expect(out).toContain("sections/city/\n  + Sun\n  ~ Rain closes the coast road\n");
    expect(out).toContain("sections/world/ (removed)\n  - A fair opens\n");
    room.remove("articles/city/sun.md");
    expect({ files: [...room.list("."), "articles/world/fair.md"].sort(), texts: published(room) }).toEqual(before);
  });
});
