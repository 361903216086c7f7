import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";

const STORY = "---\ntitle: Rain\ndate: 2025-08-19 16:30\nauthor: Jane Doe\n---\nIt rained.\n";

/** A published newsroom, and feeds that are not as they should be. */
async function rooms(): Promise<Newsroom> {
  const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": STORY });
  await room.run("build");
  const rss = room.read("dist/rss.xml");
  room.write("broken.xml", rss.slice(0, -20));
  room.write("undated.xml", rss.replace(/<pubDate>.*?<\/pubDate>/, "<pubDate>2025-08-19</pubDate>"));
  room.write("anonymous.xml", rss.replace(/\s*<guid.*?<\/guid>/, ""));
  return room;
}

describe("wireroom check", () => {
  test("ends with 0 for feeds that are valid, and prints nothing where nobody reads", async () => {
    const room = await rooms();
    expect(await room.run("check", "dist/rss.xml", "dist/atom.xml", "dist/feed.json")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const { out } = await room.run("check", "--format", "pretty", "dist/rss.xml", "dist/atom.xml");
    expect(out).toBe(
      "dist/rss.xml: RSS 2.0, no problems\ndist/atom.xml: Atom 1.0, no problems\n2 of 2 feeds are valid: no problems\n",
    );
  });

  test("ends with 1 when one of them is not, and goes on with the others", async () => {
    const room = await rooms();
    const { code, out } = await room.run("check", "broken.xml", "nowhere.xml", "dist", "undated.xml", "dist/rss.xml");
    expect(code).toBe(1);
    expect(out).toMatch(/^broken\.xml:\d+:\d+ error xml\/[a-z-]+: /m);
    expect(out).toMatch(/^nowhere\.xml error file\/missing: /m);
    expect(out).toMatch(/^dist error file\/folder: /m);
    expect(out).toMatch(/^undated\.xml:\d+:\d+ error date\/[a-z0-9-]+: /m);
    expect(out).not.toContain("dist/rss.xml");
  });

  test("says as JSON what DESIGN promises, null where there is no format", async () => {
    const room = await rooms();
    const { code, out } = await room.run("check", "--format", "json", "undated.xml", "nowhere.xml", "dist/feed.json");
    const { files } = JSON.parse(out);
    expect(code).toBe(1);
    expect(files.map(({ file, format, valid }: Record<string, unknown>) => [file, format, valid])).toEqual([
      ["undated.xml", "rss", false],
      ["nowhere.xml", null, false],
      ["dist/feed.json", "json", true],
    ]);
    expect(files[0].diagnostics[0]).toMatchObject({
      code: expect.stringMatching(/^date\//),
      severity: "error",
      message: expect.any(String),
      location: { file: "undated.xml", line: expect.any(Number), column: expect.any(Number) },
      element: "pubDate",
      parent: "item",
    });
  });

  test("annotates for GitHub and gives SARIF with places", async () => {
    const room = await rooms();
    const github = await room.run("check", "--format", "github", "undated.xml");
    expect(github.out).toMatch(/^::error file=undated\.xml,line=\d+,col=\d+,title=date\/[a-z0-9-]+::/m);
    const sarif = JSON.parse((await room.run("check", "--format", "sarif", "undated.xml")).out);
    expect([sarif.version, sarif.runs.length, sarif.runs[0].tool.driver.name]).toEqual(["2.1.0", 1, "wireroom"]);
    expect(sarif.runs[0].results[0]).toMatchObject({
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: "undated.xml" }, region: { startLine: expect.any(Number) } } },
      ],
    });
  });

  test("puts a caret under the place for people", async () => {
    const room = await rooms();
    const { out } = await room.runAs({ terminal: true }, "check", "undated.xml");
    expect(out).toMatch(/\n.*<pubDate>2025-08-19<\/pubDate>\n\s*\|?\s*\^/);
    expect(out).toContain("The feed is not valid: ");
    expect(out).not.toContain("\u001b");
    expect((await room.runAs({ terminal: true, color: true }, "check", "undated.xml")).out).toContain("\u001b[");
  });

  test("judges standard input", async () => {
    const room = await rooms();
    const stdin = () => Buffer.from(room.read("dist/atom.xml"));
    expect(await room.runAs({ stdin }, "check", "-")).toMatchObject({ code: 0 });
    const broken = await room.runAs({ stdin: () => Buffer.from("<rss>") }, "check", "-", "--format", "json");
    expect([broken.code, JSON.parse(broken.out).files[0].file]).toEqual([1, "-"]);
  });

  test("shows what is severe enough, and what is not shown still counts", async () => {
    const room = await rooms();
    const codes = async (...args: readonly string[]) => {
      const { code, out } = await room.run("check", "--format", "json", ...args);
      return [code, JSON.parse(out).files[0].diagnostics.map(({ severity }: { severity: string }) => severity)];
    };
    expect(await codes("anonymous.xml")).toEqual([0, ["warning"]]);
    expect(await codes("--severity", "error", "anonymous.xml")).toEqual([0, []]);
    expect((await codes("--severity", "error", "undated.xml"))[0]).toBe(1);
  });

  test("what is ignored does not count; a code that is none gets the likely one", async () => {
    const room = await rooms();
    const { out } = await room.run("check", "--format", "json", "undated.xml");
    const errors = JSON.parse(out).files[0].diagnostics.map(({ code }: { code: string }) => code);
    const ignored = [...new Set(errors)].flatMap((code) => ["--ignore", code as string]);
    expect(await room.run("check", ...ignored, "undated.xml")).toEqual({ code: 0, out: "", err: "" });
    expect(await room.run("check", "--ignore", "rss/guid-mising", "undated.xml")).toEqual({
      code: 2,
      out: "",
      err: 'wireroom: Cannot ignore "rss/guid-mising": did you mean rss/guid-missing?\n',
    });
  });

  test("answers as the W3C validator would when asked to", async () => {
    const room = await rooms();
    const { out } = await room.run("check", "--profile", "w3c", "--format", "json", "undated.xml");
    const [found] = JSON.parse(out).files[0].diagnostics;
    expect(found.w3c).toMatch(/^[A-Z]\w+$/);
  });

  test.each([
    ["no file", []],
    ["an unknown format", ["--format", "xml", "x"]],
    ["an unknown profile", ["--profile", "rss", "x"]],
    ["an option that is missing its value", ["x", "--severity"]],
  ])("ends with 2 for %s", async (_what, args) => {
    const room = newsroom();
    const { code, out, err } = await room.run("check", ...args);
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(/^wireroom: .+\n$/)]);
  });

  test("never writes", async () => {
    const room = await rooms();
    mkdirSync(join(room.folder, "empty"));
    const before = room.list(".");
    await room.run("check", "dist/rss.xml", "broken.xml", "empty");
    expect(room.list(".")).toEqual(before);
  });
});
