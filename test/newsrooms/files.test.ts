import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";
import { builtWell, codesOf, type Filing, filingTable, GOOD, storiesIn } from "./filed.ts";

function story(...lines: readonly string[]): string {
  return ["---", "title: T", "date: 2025-08-19", ...lines, "---", "Text.", ""].join("\n");
}

/** A newsroom with the good story in it. */
function roomWith(files: Readonly<Record<string, string | Uint8Array>> = {}, outlet = OUTLET): Newsroom {
  return newsroom({ "outlet.yaml": outlet, "articles/news/good.md": GOOD, ...files });
}

function feedsBelow(room: Newsroom, folder: string): readonly string[] {
  return room
    .list(`dist/${folder}`)
    .filter((path) => path.endsWith("/rss.xml"))
    .map((path) => path.slice(0, -"/rss.xml".length));
}

describe("a slug is one safe name, or the article is held", () => {
  const table: readonly (readonly [slug: string, becomes: string | undefined])[] = [
    ["../../etc/cron.d/x", undefined],
    ["/etc/passwd", undefined],
    ["..\\\\..\\\\x", undefined],
    ["%2e%2e%2fx", undefined],
    ["a/b", undefined],
    [".", undefined],
    ["..", undefined],
    ["~root", undefined],
    ["a\\0/b", undefined],
    ["a\\0b", "ab"],
    ["Rain in the Hills", "rain-in-the-hills"],
    ["con", "con-"],
    ["é".repeat(128), `${"%C3%A9".repeat(80)}-`],
    ["a".repeat(255), `${"a".repeat(80)}-`],
    ["a".repeat(256), `${"a".repeat(80)}-`],
  ];
  const filed = filingTable(table.map(([slug]): Filing => ({ name: "a.md", content: story(`slug: "${slug}"`) })));
  test.each(table.map(([slug, becomes], index) => [slug.slice(0, 20), index, becomes] as const))(
    "%s",
    async (_slug, index, becomes) => {
      const { json, codes, held } = await filed(index);
      if (becomes === undefined) expect([codes, held]).toEqual([["slug/unsafe"], true]);
      else {
        expect(held).toBe(false);
        expect(json?.url).toContain(`https://news.example/r${index}/${becomes}`);
      }
    },
  );
});

describe("a tag has one safe folder, whatever it is called", () => {
  test("names that some system cannot have", async () => {
    const tags = [
      "CON",
      "aux.",
      "nul.xml",
      "a:b",
      "a?b",
      "trail ",
      "trail.",
      "-rf",
      "a\\nb",
      ".htaccess",
      "../..",
      "%2e%2e",
      "{}",
    ];
    const room = roomWith({ "articles/a/x.md": story(`tags: [${tags.map((tag) => `"${tag}"`).join(", ")}]`) });
    await builtWell(room);
    const folders = feedsBelow(room, "tags");
    expect(folders.length).toBe(new Set(folders.map((folder) => folder.toLowerCase())).size);
    for (const folder of folders) expect(folder).toMatch(/^[a-z0-9][a-z0-9-]{0,90}$/);
    expect(folders.filter((folder) => /^(?:con|aux|nul|prn)$/.test(folder))).toEqual([]);
    expect(storiesIn(room).json[0]?.labels).toHaveLength(tags.length + 1);
    expect(folders).toHaveLength(tags.length + 1);
  });

  test("spellings of one tag are one feed, shown as first written", async () => {
    const room = roomWith({
      "articles/a/1.md": story("tags: [News item, straße, İzmir]"),
      "articles/a/2.md": story("tags: [NEWS ITEM, STRASSE, i̇zmir]").replace("08-19", "08-18"),
      "articles/a/3.md": story("tags: [news item]").replace("08-19", "08-17"),
    });
    await builtWell(room);
    expect(feedsBelow(room, "tags")).toHaveLength(4);
    expect(JSON.parse(room.read("dist/tags/news-item/feed.json")).items).toHaveLength(3);
  });
});

describe("files that are no articles of ours", () => {
  test("a link out of the folder is refused, one inside is followed", async () => {
    const room = roomWith({ "outside.md": story() });
    symlinkSync("/etc/passwd", join(room.folder, "articles/passwd.md"));
    symlinkSync("../outside.md", join(room.folder, "articles/outside.md"));
    symlinkSync("nowhere.md", join(room.folder, "articles/dangling.md"));
    symlinkSync("/etc", join(room.folder, "articles/etc"));
    symlinkSync(".", join(room.folder, "articles/loop"));
    const report = await builtWell(room);
    expect(report.held.map(({ source, code }) => [source, code])).toEqual([
      ["articles/dangling.md", "file/unreadable"],
      ["articles/outside.md", "file/outside"],
      ["articles/passwd.md", "file/outside"],
    ]);
    expect(room.read("dist/feed.json")).not.toContain("root:");
  });

  test("one file under two names is held under both when it gives itself an id", async () => {
    const room = roomWith({ "articles/a/x.md": story("id: only-one") });
    linkSync(join(room.folder, "articles/a/x.md"), join(room.folder, "articles/a/y.md"));
    const report = await builtWell(room);
    expect(codesOf(report.diagnostics)).toEqual(["id/duplicate"]);
    expect(report.held.map(({ source }) => source)).toEqual(["articles/a/x.md", "articles/a/y.md"]);
    expect(report.diagnostics[0]?.message).toContain("a/y.md");
  });

  test("a pipe is no file, and does not hang", async () => {
    const room = roomWith();
    const { execFileSync } = await import("node:child_process");
    execFileSync("mkfifo", [join(room.folder, "articles/pipe.md")]);
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([1, expect.stringContaining("articles/pipe.md:1:1 error file/not-plain:")]);
  });

  test.skipIf(process.getuid?.() === 0)("what may not be read is held", async () => {
    const room = roomWith({ "articles/a/secret.md": story() });
    chmodSync(join(room.folder, "articles/a/secret.md"), 0);
    expect((await builtWell(room)).held[0]?.code).toBe("file/unreadable");
  });

  test("any file name is shown on one line and published", async () => {
    const names = ["a b", "it's", 'say "x"', "$(id)", "a\nb", "a\u001b[2Jb", "ü"];
    const room = roomWith(Object.fromEntries(names.map((name, index) => [`articles/s${index}/${name}.md`, story()])));
    room.write("articles/9/broken\nname\u001b[2J.md", "---\ntitle: x\n");
    const report = await builtWell(room);
    expect([report.release?.stories, report.held.length]).toEqual([names.length + 1, 1]);
    const { out } = await room.run("build");
    expect(out.split("\n")[0]).toContain("articles/9/broken\\x0aname\\x1b[2J.md");
    expect(out).not.toContain("\u001b");
  });

  test("a file name that is no UTF-8 is held", async () => {
    const room = roomWith();
    writeFileSync(
      Buffer.concat([Buffer.from(join(room.folder, "articles/caf")), Buffer.from([0xe9]), Buffer.from(".md")]),
      story(),
    );
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([1, expect.stringContaining("error file/unreadable:")]);
  });

  test("what editors and systems leave behind is passed over", async () => {
    const left = [
      ".a.md.swp",
      ".#a.md",
      "#a.md#",
      "a.md~",
      "~$a.md",
      "a.md.tmp",
      "a.orig.md",
      ".git/b.md",
      "a.part.md",
      ".DS_Store",
    ];
    const room = roomWith(Object.fromEntries(left.map((name) => [`articles/x/${name}`, "---\nbroken"])));
    expect(await builtWell(room)).toMatchObject({ held: [], diagnostics: [], release: { stories: 1 } });
  });

  test("folders are read to a depth that no newsroom has", async () => {
    const room = roomWith({
      [`articles/${"d/".repeat(33)}x.md`]: story(),
      [`articles/${"e/".repeat(32)}x.md`]: story(),
    });
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([1, expect.stringContaining("error file/too-deep:")]);
    expect(JSON.parse(room.read("dist/feed.json")).items).toHaveLength(2);
  });
});

describe("the output folder", () => {
  test.each([
    ["inside the articles", "articles: articles\nout: articles/dist\n"],
    ["around the articles", "articles: dist/articles\nout: dist\n"],
    ["the articles themselves", "out: articles\n"],
  ])("may not be %s", async (_what, lines) => {
    const room = roomWith({ "dist/articles/a.md": story() }, OUTLET + lines);
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([2, expect.stringContaining("error config/folders-overlap:")]);
  });

  test.each(["/", '""', "..", "/etc", "../x", "a/../../x"])("may not be %s", async (out) => {
    const room = roomWith({}, `${OUTLET}out: ${out}\n`);
    const ran = await room.run("build");
    expect([ran.code, ran.out]).toEqual([2, expect.stringMatching(/error config\/(?:folder|not-text):/)]);
  });

  test("keeps what is not ours, and a file in its place is told", async () => {
    const room = roomWith({ "dist/index.html": "mine", "dist/tags/mine.txt": "mine" });
    await builtWell(room);
    room.write("articles/news/good.md", GOOD.replace("tags: [Weather]\n", ""));
    await room.run("build");
    expect([room.read("dist/index.html"), room.read("dist/tags/mine.txt")]).toEqual(["mine", "mine"]);
    const other = roomWith({ dist: "a file" });
    const ran = await other.run("build");
    expect([ran.code > 2, ran.out]).toEqual([true, expect.stringMatching(/^error publish\/[a-z-]+: .*dist/)]);
    expect(other.read("dist")).toBe("a file");
  });

  test("may be a link to a folder elsewhere", async () => {
    const room = roomWith();
    mkdirSync(join(room.folder, "elsewhere"));
    symlinkSync("elsewhere", join(room.folder, "dist"));
    expect((await room.run("build")).code).toBe(0);
    expect(readFileSync(join(room.folder, "elsewhere/rss.xml"), "utf8")).toContain("The good story");
  });
});
