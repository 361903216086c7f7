import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { newsroom, OUTLET } from "../newsroom.ts";
import { GOOD } from "./filed.ts";

const repository = resolve(import.meta.dirname, "../..");
const program = join(repository, "lib/cli/main.js");

/** Runs the compiled program with a shell around it. @returns exit code of the shell, and what was printed */
function shell(script: string, folder: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, wireroom: program, ...env },
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  // `npm test` compiles before; whoever runs this file alone need not think of it.
  if (!existsSync(program)) execFileSync("npm", ["run", "compile"], { cwd: repository });
});

describe("a log shows what was written, on one line, and moves no cursor", () => {
  test.each([
    ["a window title and a wiped screen", "\\x1b]0;pwned\\x07\\x1b[2J", "\\x1b]0;pwned\\x07\\x1b[2J"],
    ["a faked line", "\\r\\nERROR fake line", '"ERROR fake line"'],
    ["a link", "\\x1b]8;;https://evil.example\\x07click\\x1b]8;;\\x07", "\\x1b]8;;https://evil.example\\x07click"],
    ["right-to-left overrides", "\\u202Eesrever", "\\u202eesrever"],
  ])("%s", async (_what, escaped, shown) => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/news/good.md": GOOD,
      "articles/a.md": `---\ntitle: T\ndate: "${escaped}"\n---\nText\n`,
      "articles/b.md": `---\ntitle: "${escaped} <b>"\ndate: 2025-08-19\n---\nText\n`,
    });
    for (const format of ["line", "pretty", "github", "json"]) {
      const { out, err } = await room.run("build", "--format", format);
      expect(err).toBe("");
      expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
      expect(out).not.toMatch(/^ERROR/m);
    }
    expect((await room.run("build", "--format", "line")).out).toContain(shown);
  });

  test("a message quotes at most one short piece of an article", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/a.md": `---\ntitle: T\ndate: ${"x".repeat(5_000)}\n---\nText\n`,
      "articles/b.md": `---\ntitle: [${"y".repeat(5_000)}\n---\nText\n`,
      "articles/c.md": `---\ntitle: C\ndate: 2025-08-19\nslug: ${"z/".repeat(5_000)}\n---\nText\n`,
    });
    const { out } = await room.run("build", "--format", "line");
    for (const line of out.split("\n")) expect(line.length).toBeLessThan(300);
  });
});

test("ten thousand errors are counted and the first two hundred shown", async () => {
  const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`articles/x/${index}.md`, "---\nx"]));
  const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD, ...files });
  const { code, out } = await room.run("build");
  const lines = out.trimEnd().split("\n");
  expect(code).toBe(1);
  expect(lines.filter((line) => line.includes("front-matter/unclosed"))).toHaveLength(200);
  expect(out).toMatch(/… and \d+ more: --format json has them all\n/);
  expect(out).toContain("Held back: 10000 files\n");
  expect(out).toContain("10000 errors");
});

describe("the program itself", () => {
  const room = () =>
    newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD, "articles/news/bad.md": "---\n" });
  const good = () => newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD });

  test.skipIf(!existsSync("/dev/full"))("publishes and ends with 4 when nothing can be printed", () => {
    const { folder, read } = good();
    expect(shell('node "$wireroom" build > /dev/full', folder)).toMatchObject({ code: 4 });
    expect(read("dist/rss.xml")).toContain("The good story");
  });

  test("is quiet when its reader has seen enough", () => {
    const { folder, read } = room();
    const { code, out, err } = shell('node "$wireroom" build | head -1; echo $PIPESTATUS', folder);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n")).toEqual([
      expect.stringContaining("front-matter/unclosed"),
      expect.stringMatching(/^(?:0|1|141)$/),
      "",
    ]);
    expect(read("dist/rss.xml")).toContain("The good story");
  });

  test("prints a long report into a pipe whole", () => {
    const { folder } = newsroom({
      "outlet.yaml": OUTLET,
      ...Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`articles/x/${index}.md`, "---\nx"])),
      "articles/news/good.md": GOOD,
    });
    const { out } = shell('node "$wireroom" build --format json | (sleep 0.2; cat)', folder);
    expect(out.length).toBeGreaterThan(100_000);
    expect(JSON.parse(out).held).toHaveLength(600);
  });

  test.each([
    ["no terminal", {}],
    ["NO_COLOR", { NO_COLOR: "1" }],
    ["a terminal that can do nothing", { TERM: "dumb" }],
    ["the C locale", { LANG: "C", LC_ALL: "C" }],
  ] as readonly (readonly [string, Record<string, string>])[])("prints no escapes with %s", (_what, env) => {
    const { folder } = room();
    const { code, out, err } = shell('node "$wireroom" build --format pretty', folder, env);
    expect(code).toBe(1);
    expect(out + err).not.toContain("\u001b");
    expect(out).toContain("front-matter/unclosed");
  });

  test.each([
    ["--dry-rum", 'wireroom: Cannot use "--dry-rum": did you mean --dry-run?\n'],
    ["--format=xml", "wireroom: "],
    ["--now", "wireroom: "],
    ["--\u001b[2J", 'wireroom: Cannot use "--\\x1b[2J"'],
  ])("ends with 2 for the option %s", (option, told) => {
    const { folder, list } = good();
    const { code, out, err } = shell(`node "$wireroom" build $'${option.replaceAll("\u001b", "\\e")}'`, folder);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(told)]);
    expect(list(".")).toEqual(["articles/news/good.md", "outlet.yaml"]);
  });

  test("needs no home, no writable temporary folder and no locale", () => {
    const { folder, read } = good();
    expect(shell('TMPDIR=/nonexistent HOME=/nonexistent node "$wireroom" build', folder)).toMatchObject({
      code: 0,
      err: "",
    });
    expect(read("dist/rss.xml")).toContain("The good story");
  });
});
