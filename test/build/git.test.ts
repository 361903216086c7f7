import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { bodyChangedAt, type FileChange, LOG_FORMAT, logReader } from "../../src/build/git-log.ts";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";

/** Runs git in a folder as nobody in particular, at a moment; the settings of whoever runs the tests do not count. */
function git(folder: string, at: string, ...args: readonly string[]): void {
  execFileSync("git", ["-c", "init.defaultBranch=main", ...args], {
    cwd: folder,
    stdio: "pipe",
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_AUTHOR_NAME: "Desk",
      GIT_AUTHOR_EMAIL: "desk@news.example",
      GIT_COMMITTER_NAME: "Desk",
      GIT_COMMITTER_EMAIL: "desk@news.example",
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_DATE: "2030-01-01T00:00:00Z",
    },
  });
}

function commit(room: Newsroom, at: string, files: Readonly<Record<string, string>> = {}): void {
  for (const [path, text] of Object.entries(files)) room.write(path, text);
  git(room.folder, at, "add", "--all");
  git(room.folder, at, "commit", "--quiet", "--message", at);
}

function repository(settings: string, files: Readonly<Record<string, string>> = {}): Newsroom {
  const room = newsroom({ "outlet.yaml": `${OUTLET}${settings}`, ...files });
  git(room.folder, "2025-01-01T00:00:00Z", "init", "--quiet");
  return room;
}

function item(room: Newsroom, title: string): { date_published: string; date_modified: string } | undefined {
  return JSON.parse(room.read("dist/feed.json")).items.find((one: { title: string }) => one.title === title);
}

const UNDATED = "---\ntitle: Rain\n---\nIt rained.\n";
const DATED = "---\ntitle: Rain\ndate: 2025-02-01T00:00:00Z\ntags: [Weather]\n---\nIt rained.\n\nMuch.\n";

describe("undated: git", () => {
  test("takes the commit that added the file, through renames and whatever was changed since", async () => {
    const room = repository("undated: git\n");
    commit(room, "2025-02-03T04:05:06Z", {
      "articles/first.md": UNDATED,
      "articles/dry.md": DATED.replace("Rain", "Dry"),
    });
    renameSync(join(room.folder, "articles/first.md"), join(room.folder, "articles/second.md"));
    commit(room, "2025-03-01T00:00:00Z");
    commit(room, "2025-04-01T00:00:00Z", { "articles/second.md": UNDATED.replace("rained", "poured") });
    expect((await room.run("build")).code).toBe(0);
    expect(item(room, "Rain")?.date_published).toBe("2025-02-03T04:05:06Z");
    expect(item(room, "Dry")?.date_published).toBe("2025-02-01T00:00:00Z");
  });

  test("takes the newest file of a name that was used before", async () => {
    const room = repository("undated: git\n");
    commit(room, "2025-02-01T00:00:00Z", { "articles/rain.md": UNDATED, "articles/other.md": DATED });
    room.remove("articles/rain.md");
    commit(room, "2025-03-01T00:00:00Z");
    commit(room, "2025-04-01T00:00:00Z", { "articles/rain.md": UNDATED.replace("Rain", "Hail") });
    await room.run("build");
    expect(item(room, "Hail")?.date_published).toBe("2025-04-01T00:00:00Z");
  });

  test("finds files with odd names, and one that is no UTF-8 harms no other", async () => {
    const room = repository("undated: git\n");
    const name = `articles/q"uote é\\ back\nline.md`;
    room.write(name, UNDATED);
    const odd = [Buffer.from(`${room.folder}/articles/x`), Buffer.from([0xff]), Buffer.from(".md")];
    writeFileSync(Buffer.concat(odd), UNDATED);
    commit(room, "2025-02-03T00:00:00Z");
    expect(JSON.parse((await room.run("build", "--format", "json")).out).held).toMatchObject([
      { code: "file/unreadable" },
    ]);
    expect(item(room, "Rain")?.date_published).toBe("2025-02-03T00:00:00Z");
  });

  test("holds a file back that no commit has, and says to commit it", async () => {
    const room = repository("undated: git\n");
    commit(room, "2025-02-03T00:00:00Z", { "articles/dry.md": DATED });
    room.write("articles/rain.md", UNDATED);
    const { code, out } = await room.run("build");
    expect(code).toBe(1);
    expect(out).toContain("error date/missing: Cannot find when this was published: commit the file, write date:");
  });

  test("`status` and `explain` know the same dates", async () => {
    const room = repository("undated: git\n");
    commit(room, "2025-02-03T04:05:06Z", { "articles/rain.md": UNDATED });
    await room.run("build");
    expect(JSON.parse((await room.run("status", "--json")).out).held).toEqual([]);
    const told = JSON.parse((await room.run("explain", "--json", "articles/rain.md")).out);
    expect(told.published).toEqual({ value: "2025-02-03T04:05:06Z", from: "git" });
  });
});

describe("updated: git", () => {
  test.each([
    ["the body", (text: string) => text.replace("Much.", "Very much."), "2025-03-01T00:00:00Z"],
    ["the first line of the body", (text: string) => text.replace("It rained", "It poured"), "2025-03-01T00:00:00Z"],
    ["the end of the body", (text: string) => `${text}\nMore.\n`, "2025-03-01T00:00:00Z"],
    ["a line taken out of the body", (text: string) => text.replace("\nMuch.\n", ""), "2025-03-01T00:00:00Z"],
    ["a line of front matter", (text: string) => text.replace("Weather", "Storms"), "2025-02-02T00:00:00Z"],
    [
      "new lines of front matter",
      (text: string) => text.replace("tags", "lang: en\nauthor: Jo\ntags"),
      "2025-02-02T00:00:00Z",
    ],
    [
      "a line taken out of front matter",
      (text: string) => text.replace("tags: [Weather]\n", ""),
      "2025-02-02T00:00:00Z",
    ],
    [
      "front matter and body",
      (text: string) => text.replace("tags", "lang: en\ntags").replace("Much", "A lot"),
      "2025-03-01T00:00:00Z",
    ],
  ])("a commit that changed %s", async (_what, change, updated) => {
    const room = repository("updated: git\n");
    commit(room, "2025-02-02T00:00:00Z", { "articles/rain.md": DATED });
    commit(room, "2025-03-01T00:00:00Z", { "articles/rain.md": change(DATED) });
    expect((await room.run("build")).code).toBe(0);
    expect(item(room, "Rain")?.date_modified).toBe(updated);
  });

  test("looks past commits that moved the front matter and the file", async () => {
    const room = repository("updated: git\n");
    commit(room, "2025-02-02T00:00:00Z", { "articles/rain.md": DATED });
    const edited = DATED.replace("It rained", "It poured");
    commit(room, "2025-03-01T00:00:00Z", { "articles/rain.md": edited });
    const tagged = edited.replace("tags", "lang: en\nauthor: Jo\nsummary: Wet.\ntags");
    commit(room, "2025-04-01T00:00:00Z", { "articles/rain.md": tagged });
    renameSync(join(room.folder, "articles/rain.md"), join(room.folder, "articles/storm.md"));
    commit(room, "2025-05-01T00:00:00Z", { "articles/storm.md": tagged.replace("lang: en\n", "") });
    await room.run("build");
    expect(item(room, "Rain")?.date_modified).toBe("2025-03-01T00:00:00Z");
  });

  test("front matter goes first", async () => {
    const room = repository("updated: git\n");
    commit(room, "2025-02-02T00:00:00Z", {
      "articles/rain.md": DATED.replace("tags", "updated: 2025-02-01T06:00:00Z\ntags"),
    });
    await room.run("build");
    expect(item(room, "Rain")?.date_modified).toBe("2025-02-01T06:00:00Z");
  });

  test("a later commit is seen though no file changed on the disk", async () => {
    const room = repository("updated: git\n");
    commit(room, "2025-02-02T00:00:00Z", { "articles/rain.md": DATED });
    room.write("articles/rain.md", DATED.replace("Much", "A lot"));
    await room.run("build");
    commit(room, "2025-03-01T00:00:00Z");
    await room.run("build");
    expect(item(room, "Rain")?.date_modified).toBe("2025-03-01T00:00:00Z");
  });
});

describe("a history that cannot be asked", () => {
  test("no repository: refused, with what git says", async () => {
    const room = newsroom({ "outlet.yaml": `${OUTLET}undated: git\n`, "articles/rain.md": UNDATED });
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/^error git\/failed: Cannot ask git for dates: it says .*git/),
    ]);
    expect(room.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });

  test("a shallow clone: refused, with how to get the rest", async () => {
    const room = repository("undated: git\n");
    commit(room, "2025-02-01T00:00:00Z", { "articles/rain.md": UNDATED });
    commit(room, "2025-03-01T00:00:00Z", { "articles/hail.md": UNDATED.replace("Rain", "Hail") });
    const clone = mkdtempSync(join(tmpdir(), "clone-"));
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
    git(clone, "2025-03-01T00:00:00Z", "clone", "--quiet", "--depth", "1", `file://${room.folder}`, ".");
    const { code, out } = await room.runAs({ folder: clone }, "build");
    expect([code, out]).toEqual([3, expect.stringContaining("error git/shallow:")]);
    expect((await room.run("build")).code).toBe(0);
  });

  test("no git: refused, with what to do", async () => {
    const room = newsroom({ "outlet.yaml": `${OUTLET}updated: git\n`, "articles/rain.md": DATED });
    vi.stubEnv("PATH", "/nowhere");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await room.run("build")).toMatchObject({ code: 3, out: expect.stringContaining("error git/missing:") });
  });

  test("nobody asks git when the outlet does not", async () => {
    const room = newsroom({ "outlet.yaml": `${OUTLET}undated: first-seen\n`, "articles/rain.md": UNDATED });
    expect((await room.run("build")).code).toBe(0);
  });
});

describe("a log", () => {
  const log = Buffer.from(
    `\u0001300 HEAD -> main\0\n:100644 100644 1 2 M\0a.md\0\0diff --git a/a.md b/a.md\n@@ -4 +4 @@\n-@@ -1 +1 @@\n+diff --git a/x b/x\n\\ No newline at end of file\n\u0001200 \0\n:100644 100644 1 2 R090\0b é.md\0a.md\0\0diff --git a/b b/a\n@@ -2,0 +3,2 @@ x\n+a\n+\u0001b\n\u0001100 \0\n:000000 100644 0 1 A\0b é.md\0\0diff --git a/b b/b\n@@ -0,0 +1,4 @@\n+1\n+2\n+3\n+4\n`,
  );

  test.each([1, 2, 7, 64, 10_000])(
    "is read the same in pieces of %i bytes, and its texts are taken for nothing else",
    (size) => {
      const reader = logReader();
      for (let at = 0; at < log.length; at += size) reader.take(log.subarray(at, at + size));
      expect(reader.end()).toEqual({
        cut: false,
        histories: new Map([
          [
            "a.md",
            [
              { at: 300, hunks: [{ before: 1, start: 4, lines: 1 }] },
              { at: 200, hunks: [{ before: 0, start: 3, lines: 2 }] },
              { at: 100, hunks: "added" },
            ],
          ],
        ]),
      });
    },
  );

  test("names its commits as the reader expects", () => {
    expect(LOG_FORMAT).toBe("%x01%at %D");
  });

  test.each<[string, readonly FileChange[], number, number | undefined]>([
    ["no commit", [], 3, undefined],
    [
      "a front matter that a commit put above the text",
      [
        { at: 9, hunks: [{ before: 0, start: 1, lines: 3 }] },
        { at: 5, hunks: [{ before: 1, start: 1, lines: 1 }] },
        { at: 1, hunks: "added" },
      ],
      3,
      5,
    ],
    [
      "lines cut at the end of the front matter",
      [
        { at: 9, hunks: [{ before: 2, start: 3, lines: 0 }] },
        { at: 1, hunks: "added" },
      ],
      3,
      9,
    ],
    [
      "lines cut within the front matter",
      [
        { at: 9, hunks: [{ before: 2, start: 2, lines: 0 }] },
        { at: 1, hunks: "added" },
      ],
      3,
      1,
    ],
    [
      "a hunk across the boundary",
      [
        { at: 9, hunks: [{ before: 1, start: 3, lines: 2 }] },
        { at: 1, hunks: "added" },
      ],
      3,
      9,
    ],
  ])("tells when the body last changed: %s", (_what, changes, above, at) => {
    expect(bodyChangedAt(changes, above)).toBe(at);
  });
});
