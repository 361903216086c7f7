import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { allCommands } from "../../src/cli/run.ts";
import { NOW, newsroom, OUTLET } from "../newsroom.ts";

const repository = resolve(import.meta.dirname, "../..");
const STORY = "---\ntitle: Rain\ndate: 2025-08-19 16:30\nauthor: Jane Doe\n---\nIt rained.\n";

describe("wireroom", () => {
  test("helps, also with each command, with examples", async () => {
    const room = newsroom();
    for (const args of [["--help"], ["help"], ["-h"]]) {
      const { code, out } = await room.run(...args);
      expect(code).toBe(0);
      for (const { name, about } of await allCommands()) expect(out).toContain(`${name.padEnd(7)}  ${about}`);
    }
    for (const { name, options, examples } of await allCommands()) {
      const { code, out } = await room.run(name, "--help");
      expect(code).toBe(0);
      for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
      expect(examples.length).toBeGreaterThan(0);
      for (const [line] of examples) expect(out).toContain(line);
      expect(await room.run("help", name)).toEqual({ code: 0, out, err: "" });
    }
  });

  test("helps with 2 when nothing is asked", async () => {
    expect((await newsroom().run()).code).toBe(2);
  });

  test("tells the version of package.json", async () => {
    const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
    expect(await newsroom().run("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  test.each([
    [["biuld"], 'wireroom: Cannot run "biuld": did you mean wireroom build?\n'],
    [["zzz"], 'wireroom: Cannot run "zzz": wireroom --help lists the commands\n'],
    [["build", "--stict"], 'wireroom: Cannot use "--stict": did you mean --strict?\n'],
    [["build", "--format", "pretyt"], expect.stringMatching(/"pretyt".*pretty/)],
    [["build", "--wait", "soon"], expect.stringContaining('"soon"')],
    [["rules", "rss/guid-mising"], 'wireroom: Cannot find a rule "rss/guid-mising": did you mean rss/guid-missing?\n'],
    [["rules", "a", "b"], expect.stringContaining("wireroom: ")],
  ])("ends with 2 and what was likely meant: %j", async (args, err) => {
    expect(await newsroom({ "outlet.yaml": OUTLET }).run(...args)).toEqual({ code: 2, out: "", err });
  });

  test("calls no bug of its own what a process is not allowed", () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": STORY });
    const program = join(repository, "lib/cli/main.js");
    const { status, stderr } = spawnSync("sh", ["-c", 'ulimit -n 40; exec node "$0" build', program], {
      cwd: room.folder,
      encoding: "utf8",
    });
    // How many files Node opens at once is its own affair.
    if (status !== 0)
      expect([status, stderr]).toEqual([
        4,
        "wireroom: Cannot open one more file: too many are open, allow this process 256 (ulimit -n)\n",
      ]);
  });

  test("lists the rules and explains one", async () => {
    const room = newsroom();
    const { out } = await room.run("rules");
    expect(out.split("\n").length).toBeGreaterThan(100);
    const one = await room.run("rules", "rss/guid-missing");
    expect(one).toMatchObject({ code: 0, err: "" });
    for (const part of [
      "rss/guid-missing (warning)",
      "Asked for by: http",
      "W3C validator: MissingGuid",
      "Not like this:",
      "But like this:",
    ])
      expect(one.out).toContain(part);
    const [json] = JSON.parse((await room.run("rules", "rss/guid-missing", "--format", "json")).out);
    expect(json).toMatchObject({ code: "rss/guid-missing", severity: "warning", w3c: "MissingGuid" });
  });
});

describe("wireroom init", () => {
  test("writes an outlet that builds", async () => {
    const room = newsroom();
    const { code, out } = await room.runAs({ zone: "Asia/Karachi" }, "init");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("Wrote outlet.yaml\nWrote articles/news/first-story.md\n"),
    ]);
    expect(room.read("outlet.yaml")).toMatch(/^zone: Asia\/Karachi$/m);
    expect(room.read("outlet.yaml")).toMatch(/^since: 2025-09-01$/m);
    expect(await room.run("build")).toMatchObject({ code: 0, out: expect.stringContaining("1 story in 6 feeds") });
  });

  test.each(["outlet.yaml", "articles/news/first-story.md"])("never writes over %s", async (path) => {
    const room = newsroom({ [path]: "mine" });
    const { code, err } = await room.run("init");
    expect([code, err]).toEqual([2, expect.stringContaining(`"${path}"`)]);
    expect(room.list(".")).toEqual([path]);
    expect(room.read(path)).toBe("mine");
  });
});

describe("wireroom status", () => {
  test("tells the release, what is held and what is due, and writes nothing", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/rain.md": STORY,
      "articles/later.md": STORY.replace("2025-08-19 16:30", "2025-09-02 06:00"),
    });
    expect(await room.run("status")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Nothing is published yet\n"),
    });
    expect(room.list(".").filter((path) => !path.startsWith("articles"))).toEqual(["outlet.yaml"]);
    await room.run("build");
    room.write("articles/rain.md", STORY.replace("2025-08-19", "19/08/24"));
    await room.run("build");
    const before = room.list(".");
    const { code, out } = await room.run("status");
    expect(code).toBe(0);
    expect(out).toMatch(/^Release [0-9a-f]{12} of .* \(Asia\/Karachi\): 1 story in 3 feeds, 11 files$/m);
    expect(out).toMatch(/^Held back since .*: articles\/rain\.md \(date\/[a-z-]+\), its last good version is shown$/m);
    expect(out).toContain("Next change by time: ");
    const json = JSON.parse((await room.run("status", "--json")).out);
    expect(json).toMatchObject({ held: [{ lastGood: true }], next: "2025-09-02T01:00:00Z" });
    expect(room.list(".")).toEqual(before);
  });

  test("ends with 3 when the articles are gone, and with 2 when the configuration is", async () => {
    expect((await newsroom({ "outlet.yaml": OUTLET }).run("status")).code).toBe(3);
    expect((await newsroom().run("status")).code).toBe(2);
  });
});

describe("a build on a terminal", () => {
  const files = {
    "outlet.yaml": OUTLET,
    "articles/rain.md": STORY,
    "articles/bad.md": STORY.replace("2025-08-19 16:30", "03/04/2024"),
  };

  test("puts a caret under the place, in colour only where colour may be", async () => {
    const plain = await newsroom(files).runAs({ terminal: true }, "build");
    expect(plain.out).toMatch(/\n.*date: 03\/04\/2024\n.*\^/);
    expect(plain.out).not.toContain("\u001b");
    expect((await newsroom(files).runAs({ terminal: true, color: true }, "build")).out).toContain("\u001b[");
    expect((await newsroom(files).run("build")).out).not.toContain("\u001b");
  });

  test("draws a progress line when it takes long, on a terminal only, and wipes it", async () => {
    const ticking = () => {
      let time = 0;
      return () => {
        time += 600;
        return time;
      };
    };
    const drawn = await newsroom(files).runAs({ progress: true, clock: ticking() }, "build");
    expect(drawn.err).toMatch(/\r\u001b\[2K[a-z]+ \[[#-]{24}\] \d+ of \d+/);
    expect(drawn.err).toMatch(/\r\u001b\[2K$/);
    expect((await newsroom(files).runAs({ clock: ticking() }, "build")).err).toBe("");
    expect((await newsroom(files).runAs({ progress: true }, "build")).err).toBe("");
  });

  test("gives up after its time, and the last release stands", async () => {
    const room = newsroom(files);
    let time = 0;
    const clock = () => {
      time += 5_000;
      return time;
    };
    const { code, out } = await room.runAs({ clock }, "build", "--timeout", "1");
    expect([code, out]).toEqual([4, expect.stringContaining("error build/timeout: ")]);
    expect(room.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });
});

describe("the library", () => {
  const program = join(repository, "lib/index.js");

  test("runs the example of the README", async () => {
    if (!existsSync(program)) execFileSync("npm", ["run", "compile"], { cwd: repository });
    const readme = readFileSync(join(repository, "README.md"), "utf8");
    const [, example = ""] = /<!-- example -->\s*```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(example).toContain('from "wireroom"');
    const room = newsroom({ "example.mjs": example });
    mkdirSync(join(room.folder, "my-outlet"));
    mkdirSync(join(room.folder, "node_modules"));
    symlinkSync(repository, join(room.folder, "node_modules/wireroom"));
    await room.runAs({ folder: join(room.folder, "my-outlet"), now: () => NOW }, "init");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], {
      cwd: room.folder,
      encoding: "utf8",
      timeout: 60_000,
    });
    expect([status, stderr]).toEqual([0, ""]);
    const [built, checked, explained] = stdout.trimEnd().split(/\n(?=true|Our)/);
    expect(built).toMatch(/^0 \[/);
    expect(built).toContain("rss.xml");
    expect(checked).toBe("true 0");
    expect(explained).toBe("Our first story front-matter");
  });
});
