import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { FolderProblem } from "../../src/discover/index.ts";
import { memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW, newsroom, OUTLET } from "../newsroom.ts";
import { type Filing, fileAll, filingTable, GOOD, ROOMY } from "../newsrooms/filed.ts";
import { articlesOf, buildInMemory } from "../newsrooms/memory.ts";

const root = resolve(import.meta.dirname, "../..");

function text(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);
}

/** First parts of media types, which look like codes. */
const MEDIA = /^(?:text|audio|video|image|application)\//;

/** Codes that `src/` names, by code, with the files that do. The validator's are held by the examples of its rules. */
function codesInSources(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of filesBelow("src").filter((path) => path.endsWith(".ts") && !path.startsWith("src/validate/"))) {
    for (const [, code = ""] of text(file).matchAll(/"([a-z]+(?:-[a-z]+)*\/[a-z\d]+(?:-[a-z\d]+)*)"/g))
      if (!MEDIA.test(code)) found.set(code, [...(found.get(code) ?? []), file]);
  }
  // Made from a word in one place: see src/normalize/status.ts.
  for (const kind of ["withdrawn", "hold", "embargo"]) found.set(`copy/${kind}`, ["src/normalize/status.ts"]);
  return found;
}

/** Names that look like codes and are none: a place asked for, and what a document is for. */
const NO_CODES = new Set(["place/of"]);

/** An article with these lines in its front matter. */
function lines(...more: readonly string[]): Filing {
  return {
    name: "a.md",
    content: `---\ntitle: T\ndate: 2025-08-19\n${more.map((line) => `${line}\n`).join("")}---\nText.\n`,
  };
}

function dated(date: string): Filing {
  return { name: "a.md", content: `---\ntitle: T\ndate: ${date}\n---\nText.\n` };
}

function titled(line: string): Filing {
  return { name: "a.md", content: `---\n${line}\ndate: 2025-08-19\n---\nText.\n` };
}

function whole(content: string | Uint8Array, name = "a.md"): Filing {
  return { name, content };
}

function copy(...paragraphs: readonly string[]): Filing {
  return whole(
    `A headline of some words\n\n${paragraphs.join("\n\n")}\n\nThe story itself stands here, in a sentence.\n`,
    "2025-08-19-a.txt",
  );
}

const BODY = "\n---\nText.\n";

/** Every code that one article alone can raise: an article that does, and the nearest one that does not. */
const TABLE: Readonly<Record<string, readonly [raises: Filing, nearMiss: Filing]>> = {
  "accept/not-text": [lines("accept: [{a: 1}]"), lines("accept: [guard/flood]")],
  "author/markup": [lines("authors: [{name: <b>Ana</b> Ruiz}]"), lines("authors: [{name: Ana < Bo}]")],
  "author/no-name": [lines("authors: [{role: Editor}]"), lines("authors: [{role: Editor, name: Jo Dee}]")],
  "author/not-a-name": [lines("authors: [null]"), lines("authors: [Jo Dee]")],
  "byline/rubbish": [lines("author: Last Updated"), lines("author: Last Upton")],
  "content/large": [whole(`---\ntitle: T\ndate: 2025-08-19\n---\n${"A line of words. ".repeat(60_000)}\n`), lines()],
  "copy/embargo": [copy("EMBARGOED UNTIL 20 AUGUST 2025"), copy("Embargo on oil lifted, ministers said.")],
  "copy/hold": [
    whole(
      "HOLD: DO NOT PUBLISH\n\nA headline of some words\n\nThe story itself stands here, in a sentence.\n",
      "2025-08-19-a.txt",
    ),
    copy("The harbour will hold a fair, officials said."),
  ],
  "copy/withdrawn": [
    copy("KILL: The story about the boat is wrong."),
    copy("The plan has been withdrawn, officials said."),
  ],
  "correction/empty": [
    lines("corrections: [{date: 2025-08-20}]"),
    lines("corrections: [{date: 2025-08-20, text: It was Tuesday.}]"),
  ],
  "correction/kind": [
    lines("corrections: [{kind: oops, text: It was Tuesday.}]"),
    lines("corrections: [{kind: clarification, text: It was Tuesday.}]"),
  ],
  "date/ambiguous": [dated("03/04/2024"), dated("2024-04-03")],
  "date/impossible": [dated("2023-02-29"), dated("2024-02-29")],
  "date/missing": [whole("---\ntitle: T\n---\nText.\n"), dated("2025-08-19")],
  "date/no-day": [dated("2025-08"), dated("2025-08-01")],
  "date/no-year": [dated("19 August"), dated("19 August 2025")],
  "date/not-text": [dated("[2025-08-19]"), dated("2025-08-19")],
  "date/offset": [dated("2025-08-19 10:00 +25:00"), dated("2025-08-19 10:00 +05:00")],
  "date/relative": [dated("tomorrow"), dated("2025-08-20")],
  "date/time": [dated("2025-08-19 25:00"), dated("2025-08-19 23:59")],
  "date/two-digit-year": [dated("19 August 25"), dated("19 August 2025")],
  "date/unknown-form": [dated("harvest time"), dated("2025-08-19")],
  "date/updated-before-published": [lines("updated: 2025-08-18"), lines("updated: 2025-08-20")],
  "date/weekday": [dated("Monday, 19 August 2025"), dated("Tuesday, 19 August 2025")],
  "date/zone-ambiguous": [dated("2025-08-19 10:00 IST"), dated("2025-08-19 10:00 GMT")],
  "date/zone-unknown": [dated("2025-08-19 10:00 QQT"), dated("2025-08-19 10:00 UTC")],
  "draft/not-boolean": [lines("draft: yes"), lines("draft: false")],
  "embargo/no-date": [lines("status: embargoed"), lines("status: embargoed", "embargo: 2025-08-20")],
  "encoding/not-utf8": [
    whole(Buffer.from("---\ntitle: Caf\xe9\ndate: 2025-08-19\n---\nText.\n", "latin1")),
    titled("title: Café"),
  ],
  "encoding/utf-16": [
    whole(Buffer.from(`\uFEFF${GOOD}`, "utf16le")),
    whole(`\uFEFF${GOOD.replace("The good story", "T")}`),
  ],
  "field/twice": [lines("published: 2025-08-20"), lines("updated: 2025-08-20")],
  "file/binary": [whole("a\0b"), lines()],
  "file/empty": [whole("\n"), lines()],
  "file/too-large": [whole(Buffer.alloc(16_000_001, 0x61)), lines()],
  "front-matter/bare-json": [
    whole('{"title": "T"}\nText.\n'),
    whole('---json\n{"title": "T", "date": "2025-08-19"}\n---\nText.\n'),
  ],
  "front-matter/engine": [whole(`---js\ntitle: T${BODY}`), whole(`---yaml\ntitle: T\ndate: 2025-08-19${BODY}`)],
  "front-matter/json": [
    whole(`---json\n{title}${BODY}`),
    whole(`---json\n{"title": "T", "date": "2025-08-19"}${BODY}`),
  ],
  "front-matter/no-fields": [whole(`---\n- a${BODY}`), lines()],
  "front-matter/toml": [
    whole("+++\ntitle = T\n+++\nText.\n"),
    whole('+++\ntitle = "T"\ndate = 2025-08-19\n+++\nText.\n'),
  ],
  "front-matter/unclosed": [whole("---\ntitle: T\n"), lines()],
  "id/not-text": [lines("id: [a]"), lines("id: a")],
  "language/malformed": [lines("lang: English (UK)"), lines("lang: en-GB")],
  "media/address": [lines("image: ../../../x.jpg"), lines("image: https://news.example/x.jpg")],
  "media/missing": [lines("image: nowhere.jpg"), lines("image: https://news.example/nowhere.jpg")],
  "media/not-text": [lines("image: [a.jpg]"), lines("image: {src: https://news.example/a.jpg}")],
  "retraction/reason": [
    lines("retracted: 2025-08-20", "reason: [a]"),
    lines("retracted: 2025-08-20", "reason: Wrong names."),
  ],
  "retraction/undated": [lines("retracted: true"), lines("retracted: 2025-08-20")],
  "section/not-text": [lines("section: [a]"), lines("section: a")],
  "slug/empty": [lines('slug: "!"'), lines('slug: "a!"')],
  "slug/unsafe": [lines("slug: ../a"), lines("slug: a")],
  "accept/unknown": [lines("accept: guard/vanished"), lines("accept: guard/vanish")],
  "status/mistyped-field": [lines("darft: true"), lines("stats: 3")],
  "field/mistyped": [lines("autor: Jane Doe"), lines("layout: post")],
  "status/unknown": [lines("status: pubished"), lines("status: published")],
  "summary/not-text": [lines("summary: [a]"), lines("summary: a")],
  "tags/not-text": [lines("tags: [{a: 1}]"), lines("tags: [a, 1]")],
  "title/empty": [titled("title: # later"), titled('title: "# later"')],
  "title/forbidden-character": [titled('title: "a\\x08b"'), titled('title: "a\\tb"')],
  "title/markup": [titled("title: Use <b> tags"), titled("title: a < b > c")],
  "title/missing": [whole("---\ndate: 2025-08-19\n---\n\n", "1.md"), titled("title: T")],
  "title/not-text": [titled("title: [a]"), titled('title: "[a]"')],
  "title/too-long": [titled(`title: ${"a".repeat(501)}`), titled(`title: ${"a".repeat(500)}`)],
  "url/malformed": [lines("url: ftp://news.example/"), lines("url: /rain/of/august/")],
  "yaml/alias": [lines("x: &a [1]", "y: *a"), lines("x: &a [1]")],
  "yaml/comment": [titled("title: News # 1"), titled("title: News#1")],
  "yaml/indentation": [lines("image:", "\tsrc: a.jpg"), lines("image:", "  src: https://news.example/a.jpg")],
  "yaml/quotes": [titled("title: A: B"), titled("title: A:B")],
  "yaml/syntax": [lines("}"), lines("x: '}'")],
  "yaml/tag": [lines("x: !!binary aGk="), lines('x: "!!binary"')],
  "yaml/too-deep": [lines(`x: ${"[".repeat(40)}${"]".repeat(40)}`), lines(`x: ${"[".repeat(20)}${"]".repeat(20)}`)],
  "yaml/too-large": [lines(`x: ${"a".repeat(1_000_000)}`), lines(`x: ${"a".repeat(10_000)}`)],
  "yaml/twice": [lines("x: 1", "x: 2"), lines("x: 1", "y: 2")],
  "yaml/unclosed": [lines('x: "a'), lines('x: "a"')],
};

describe("every diagnostic that one article can raise", () => {
  const codes = Object.keys(TABLE);
  const raising = filingTable(codes.map((code) => TABLE[code]?.[0] ?? lines()));
  const missing = filingTable(codes.map((code) => TABLE[code]?.[1] ?? lines()));

  test.each(codes.map((code, index) => [code, index] as const))("%s is raised by its case", async (code, index) => {
    const { problems } = await raising(index);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test.each(codes.map((code, index) => [code, index] as const))(
    "%s is not raised by its near miss",
    async (code, index) => {
      const { problems } = await missing(index);
      expect(problems.map((problem) => problem.code)).not.toContain(code);
    },
  );
});

describe("diagnostics that need more than one article", () => {
  const story = (title: string, ...more: readonly string[]) =>
    ["---", `title: ${title}`, "date: 2025-08-19", ...more, "---", `${title} and more.`, ""].join("\n");
  const codesOf = async (room: ReturnType<typeof newsroom>, ...args: readonly string[]): Promise<readonly string[]> =>
    JSON.parse((await room.run("build", "--format", "json", ...args)).out).diagnostics.map(
      ({ code }: { code: string }) => code,
    );

  test("author/ambiguous when two people have the name, not when the id is written", async () => {
    const outlet = `${ROOMY}authors: [{id: ana-1, name: Ana Ruiz}, {id: ana-2, name: Ana Ruiz}]\n`;
    const [both, one] = await fileAll([lines("author: Ana Ruiz"), lines("authors: [{id: ana-2}]")], outlet);
    expect([both?.codes, one?.codes]).toEqual([["author/ambiguous"], []]);
  });

  test("date/skipped and date/twice in a zone with summer time, not an hour away", async () => {
    const outlet = ROOMY.replace("Asia/Karachi", "Europe/Berlin");
    const filed = await fileAll(
      ["2025-03-30 02:30", "2025-03-30 03:30", "2024-10-27 02:30", "2024-10-27 03:30"].map(dated),
      outlet,
    );
    expect(filed.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ["date/skipped"],
      [],
      ["date/twice"],
      [],
    ]);
  });

  test("id/not-whole for a part of an id without since, not for a whole one or with since", async () => {
    const withId = (id: string, outlet: string) =>
      newsroom({ "outlet.yaml": outlet, "articles/news/good.md": GOOD.replace("---\n", `---\nid: ${id}\n`) });
    const bare = OUTLET.replace(/since.*\n/, "");
    expect(await codesOf(withId("rain", bare))).toEqual(["id/not-whole", "id/permalink"]);
    expect(await codesOf(withId("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", bare))).toEqual(["id/permalink"]);
    expect(await codesOf(withId("rain", OUTLET))).toEqual([]);
  });

  test("id/permalink without since, not with it; tags/too-few below tags.min, not at it", async () => {
    const files = { "articles/news/good.md": GOOD };
    expect(await codesOf(newsroom({ ...files, "outlet.yaml": OUTLET.replace(/since.*\n/, "") }))).toEqual([
      "id/permalink",
    ]);
    expect(await codesOf(newsroom({ ...files, "outlet.yaml": OUTLET }))).toEqual([]);
    expect(await codesOf(newsroom({ ...files, "outlet.yaml": `${OUTLET}tags: {min: 2}\n` }))).toEqual(["tags/too-few"]);
    const many = { "articles/news/good.md": GOOD.replace("[Weather]", "[A, B, C, D, E, F, G]") };
    const { out } = await newsroom({ ...many, "outlet.yaml": `${OUTLET}tags: {min: 2}\n` }).run(
      "build",
      "--format",
      "json",
    );
    const told = (JSON.parse(out).diagnostics as readonly { message: string }[]).map(({ message }) => message);
    expect(told).toHaveLength(6);
    expect(told.at(-1)).toBe("2 more tags have no feed of their own, for the same reason: 7 in all");
  });

  test("html/too-deep for a text of too many elements inside each other, whose last good version stays; not for code and addresses", async () => {
    const many = (what: string) => what.repeat(1100);
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/news/a.md": story("A", `tags: [x]`),
      "articles/news/b.html": "---\ntitle: B\ndate: 2025-08-19\n---\n<p>The second.</p>\n",
      "articles/news/code.md": `---\ntitle: C\ndate: 2025-08-19\nsummary: Code.\n---\n${many("`<div>` ")}\n\n${many("<https://a.example/> ")}\n`,
    });
    expect(await codesOf(room)).toEqual([]);
    const good = room.read("dist/feed.json");
    room.write("articles/news/a.md", `---\ntitle: A\ndate: 2025-08-19\n---\n\`<textarea>\`\n\n${many("<b>")}\n`);
    room.write("articles/news/b.html", `---\ntitle: B\ndate: 2025-08-19\n---\n${many("<div>")}\n`);
    const { code, out } = await room.run("build", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(out).held).toMatchObject([
      { source: "articles/news/a.md", code: "html/too-deep", lastGood: true },
      { source: "articles/news/b.html", code: "html/too-deep", lastGood: true },
    ]);
    expect(room.read("dist/feed.json")).toBe(good);
    const explained = JSON.parse((await room.run("explain", "--json", "articles/news/a.md")).out);
    expect(explained).toMatchObject({ status: { value: "held" }, diagnostics: [{ code: "html/too-deep" }] });
    // What is to leave the feeds leaves them, whatever its text.
    room.write("articles/news/a.md", `---\ntitle: A\ndate: 2025-08-19\ndraft: true\n---\n${many("<b>")}\n`);
    expect((await room.run("build")).code).toBe(1);
    expect(room.read("dist/feed.json")).toContain("The second.");
    expect(room.read("dist/feed.json")).not.toContain('"title": "A"');
  });

  test("story/edited when the text changed and its date did not, not when updated says so", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD, "articles/a.md": story("A") });
    await codesOf(room);
    room.write("articles/a.md", story("A").replace("and more", "and much more"));
    expect(await codesOf(room)).toEqual(["story/edited"]);
    room.write("articles/a.md", story("A", "updated: 2025-08-20").replace("and more", "and even more"));
    expect(await codesOf(room)).toEqual([]);
  });

  test.each<readonly [code: string, before: string, after: string, near: string]>([
    ["guard/id-changed", story("A", "id: one"), story("A", "id: two"), story("A2", "id: one")],
    [
      "guard/id-reused",
      story("A", "id: one"),
      story("B", "id: one", "url: /b/").replace("08-19", "08-21"),
      story("A", "id: one", "url: /b/"),
    ],
    ["guard/published-moved", story("A"), story("A").replace("08-19", "08-20"), story("A", "updated: 2025-08-20")],
    [
      "guard/updated-back",
      story("A", "updated: 2025-08-21"),
      story("A", "updated: 2025-08-20"),
      story("A", "updated: 2025-08-22"),
    ],
    ["guard/reappeared", story("A", "retracted: 2025-08-20"), story("A"), story("A", "retracted: 2025-08-20")],
  ])("%s", async (code, before, after, near) => {
    // A story that another one has moved away from is no longer there under its name.
    const path = code === "guard/id-reused" ? "articles/b.md" : "articles/a.md";
    const make = async () => {
      const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD, "articles/a.md": before });
      await codesOf(room);
      room.remove("articles/a.md");
      return room;
    };
    const refused = await make();
    refused.write(path, after);
    // A story that comes back after its retraction also takes its date back.
    expect((await codesOf(refused))[0]).toBe(code);
    const fine = await make();
    fine.write("articles/a.md", near);
    expect(await codesOf(fine)).not.toContain(code);
  });

  test("guard/clock-back when the clock stands before the last release, not after it", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD });
    await codesOf(room);
    room.write("articles/b.md", story("B"));
    const earlier = await room.runAs({ now: () => NOW - 365 * 86_400 }, "build");
    expect([earlier.code, earlier.out]).toEqual([3, expect.stringContaining("guard/clock-back")]);
    expect((await room.run("build")).code).toBe(0);
  });

  test("guard/flood when many old stories appear at once, not when few do", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": story("Newest") });
    await codesOf(room);
    const old = (index: number) => room.write(`articles/x/${index}.md`, story(`Old ${index}`).replace("2025", "2020"));
    for (let index = 0; index < 20; index++) old(index);
    expect(await codesOf(room, "--dry-run")).toEqual([]);
    old(20);
    expect(await codesOf(room)).toEqual(["guard/flood"]);
  });

  test("previous/unusable for a release that is none, not for one that is", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD });
    await codesOf(room);
    expect(await codesOf(room, "--previous", "articles")).toEqual(["previous/unusable"]);
    expect(await codesOf(room, "--previous", "dist")).toEqual([]);
  });
});

describe("diagnostics of files that change or cannot be listed", () => {
  const files = new Map([
    ["news/good.md", GOOD],
    ["news/a.md", "---\ntitle: A\ndate: 2025-08-19\n---\nText.\n"],
  ]);

  test("file/changing when an article is another one when it is shown, not when it is the same", async () => {
    const later = (text: string) => `---\ntitle: A\ndate: 2025-09-02\n---\n${text}\n`;
    for (const [text, held] of [
      ["First.", []],
      ["Other.", [{ source: "articles/news/a.md", code: "file/changing" }]],
    ] as const) {
      const articles = memoryArticles();
      articles.write("news/good.md", GOOD);
      articles.write("news/a.md", later("First."));
      const doors = { articles, releases: memoryReleases(), state: memoryState(), label: "articles/" };
      const outlet = defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC", since: "2019-01-01" });
      const build = (now: number) => buildThrough(doors, { outlet, folder: "/", now, clock: () => 0 });
      // It waits, and is known by its stamp.
      expect(await build(NOW)).toMatchObject({ exit: 0, held: [] });
      const { mtime = 0, ctime = 0 } = articles.files.get("news/a.md") ?? {};
      articles.write("news/a.md", later(text), { mtime, ctime });
      expect((await build(NOW + 30 * 86_400)).held).toMatchObject(held);
    }
  });

  test("file/failed when the program fails on an article, while it reads or prints it: the others are published", async () => {
    const store = articlesOf(
      new Map([...files, ["news/b.md", "---\ntitle: B\ndate: 2025-08-19\nimage: b.png\n---\nText.\n"]]),
    );
    const { report, documents } = await buildInMemory({
      ...store,
      read: (file, desk) => (file.path === "news/a.md" ? { bytes: null as never } : store.read(file, desk)),
      peek: () => {
        throw new RangeError("Maximum call stack size exceeded");
      },
    });
    expect(report.exit).toBe(1);
    expect(report.held).toMatchObject([
      { source: "articles/news/a.md", code: "file/failed" },
      { source: "articles/news/b.md", code: "file/failed" },
    ]);
    expect(report.diagnostics.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("Maximum call stack"),
    );
    expect(documents.get("feed.json")).toContain("The good story");
  });

  test("articles/unreadable when a folder cannot be listed: nothing is published from half a listing", async () => {
    const { report, documents } = await buildInMemory({
      ...articlesOf(files),
      list: () => {
        throw new FolderProblem("articles/unreadable", "Cannot list the folder: the disk reports an error");
      },
    });
    expect([report.exit, report.diagnostics.map(({ code }) => code), documents.size]).toEqual([
      3,
      ["articles/unreadable"],
      0,
    ]);
  });
});

describe("the list of codes", () => {
  const tests = filesBelow("test")
    .filter((path) => /\.test\.ts$/.test(path))
    .map((path) => [path, text(path)] as const);
  const source = codesInSources();

  /** Codes of faults that the tests of these folders inject: they are looked for there. */
  const FOLDERS: Readonly<Record<string, string>> = {
    publish: "test/publish",
    lock: "test/publish",
    catalog: "test/catalog",
  };

  test("names only codes that are raised somewhere", () => {
    expect(Object.keys(TABLE).filter((code) => !source.has(code))).toEqual([]);
  });

  const known = [...source.keys()].filter((code) => !NO_CODES.has(code)).sort();
  test.each(known)("%s has a test that names it", (code) => {
    const area = code.split("/")[0] ?? "";
    const folder = FOLDERS[area];
    if (folder !== undefined && !existsSync(join(root, folder))) return;
    expect(
      Object.hasOwn(TABLE, code) || tests.some(([, content]) => content.replaceAll("\\/", "/").includes(code)),
    ).toBe(true);
  });
});
