import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, watch, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { takeLock } from "../../src/publish/index.ts";
import { type Newsroom, NOW, newsroom, OUTLET } from "../newsroom.ts";

const repository = resolve(import.meta.dirname, "../..");
const program = join(repository, "lib/cli/main.js");
const RAIN = "---\ntitle: Rain\ndate: 2025-08-19\n---\nIt rained.\n";

beforeAll(() => {
  // `npm test` compiles before; whoever runs this file alone need not think of it.
  if (!existsSync(program)) execFileSync("npm", ["run", "compile"], { cwd: repository });
}, 120_000);

function room(more: Readonly<Record<string, string>> = {}): Newsroom {
  return newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN, ...more });
}

/** A newsroom whose build takes a while. */
function longRoom(): Newsroom {
  const stories = Array.from({ length: 4000 }, (_, number) => [
    `articles/${number % 40}/${number}.md`,
    `---\ntitle: Story ${number}\ndate: 2025-08-19\nauthor: Author ${number % 30}\n---\n${"Much text. ".repeat(200)}\n`,
  ]);
  return room(Object.fromEntries(stories));
}

/** Starts a build as a process of its own, and waits until it has the lock. */
async function started({ folder }: Newsroom, ...args: readonly string[]): Promise<ChildProcess> {
  const state = join(folder, ".wireroom");
  mkdirSync(state, { recursive: true });
  const child = spawn(process.execPath, [program, "build", ...args], { cwd: folder, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((done) => {
    const watcher = watch(state, (_event, name) => {
      if (name !== "lock") return;
      watcher.close();
      done();
    });
  });
  return child;
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  return new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
}

describe("one build at a time", () => {
  test("a second build is refused, says who has the lock, and what to do", async () => {
    const desk = room();
    const lock = takeLock({ state: join(desk.folder, ".wireroom"), now: NOW });
    const { code, out } = await desk.run("build");
    expect(code).toBe(3);
    expect(out).toMatch(new RegExp(`^error lock/held: .*process ${process.pid} on .*--wait.*--break-lock`));
    expect(desk.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
    if ("release" in lock) lock.release();
    expect((await desk.run("build")).code).toBe(0);
  });

  test("--wait waits until the other one has ended", async () => {
    const desk = room();
    const lock = takeLock({ state: join(desk.folder, ".wireroom"), now: NOW });
    const waiting = desk.run("build", "--wait", "60");
    await turn();
    if ("release" in lock) lock.release();
    expect(await waiting).toMatchObject({ code: 0 });
  });

  test("--wait ends after its seconds", async () => {
    const desk = room();
    takeLock({ state: join(desk.folder, ".wireroom"), now: NOW });
    let clock = 0;
    const hasty = () => {
      clock += 20_000;
      return clock;
    };
    expect(await desk.runAs({ clock: hasty }, "build", "--wait", "30")).toMatchObject({
      code: 3,
      out: expect.stringContaining("lock/held"),
    });
  });

  test("--break-lock takes the lock of whoever has it", async () => {
    const desk = room({ ".wireroom/lock": JSON.stringify({ pid: 1, host: "elsewhere", taken: NOW }) });
    expect(await desk.run("build")).toMatchObject({ code: 3, out: expect.stringContaining("lock/unclear") });
    expect((await desk.run("build", "--break-lock")).code).toBe(0);
    expect(desk.list(".wireroom")).not.toContain("lock");
  });

  test("the lock of a killed build is taken over", async () => {
    const desk = longRoom();
    const child = await started(desk);
    const end = ended(child);
    child.kill("SIGKILL");
    await end;
    expect((await desk.run("build", "--now", "2025-09-01")).code).toBe(0);
  }, 120_000);

  test("a dry run takes none", async () => {
    const desk = room();
    takeLock({ state: join(desk.folder, ".wireroom"), now: NOW });
    expect((await desk.run("build", "--dry-run")).code).toBe(0);
  });
});

describe("a build that ends early", () => {
  test.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
  ] as const)(
    "on %s ends with %i, gives its lock back, and leaves a whole release or none",
    async (signal, expected) => {
      const desk = longRoom();
      const child = await started(desk);
      const end = ended(child);
      child.kill(signal);
      expect(await end).toEqual({ code: expected, signal: null });
      expect(desk.list(".wireroom").filter((path) => path.startsWith("lock"))).toEqual([]);
      expect((await desk.run("build", "--now", "2025-09-01", "--verify")).code).toBe(0);
    },
    120_000,
  );

  test("--timeout ends with 4, gives the lock back, and the last release stands", async () => {
    const desk = room();
    await desk.run("build");
    const before = desk.list("dist").map((path) => desk.read(`dist/${path}`));
    desk.write("articles/rain.md", RAIN.replace("rained", "poured"));
    let clock = 0;
    const slow = () => {
      clock += 700;
      return clock;
    };
    expect(await desk.runAs({ clock: slow }, "build", "--timeout", "1")).toMatchObject({
      code: 4,
      out: expect.stringContaining("error build/timeout: Cannot finish within 1 s"),
    });
    expect(desk.list("dist").map((path) => desk.read(`dist/${path}`))).toEqual(before);
    expect(desk.list(".wireroom")).not.toContain("lock");
    expect((await desk.runAs({ clock: slow }, "build", "--timeout", "600")).code).toBe(0);
  });
});

describe("a report", () => {
  const BAD = { "articles/bad.md": "---\ntitle: Floods\ndate: 03/04/2024\n---\nText.\n" };

  test.each([
    ["pretty", /bad\.md:3:7 error date\/ambiguous: .*\n {4}date: 03\/04\/2024\n {10}\^\n/],
    ["line", /^articles\/bad\.md:3:7 error date\/ambiguous: /m],
    ["github", /^::error file=articles\/bad\.md,line=3,col=7,title=date\/ambiguous::/m],
    ["json", /"code": "date\/ambiguous"/],
  ])("is printed as %s, on standard output", async (format, told) => {
    const { code, out, err } = await room(BAD).run("build", "--format", format);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(told);
  });

  test("goes into a file too, whatever is printed, and an older one is replaced as a whole", async () => {
    const desk = room({ ...BAD, "report.json": "old" });
    await desk.run("build", "--report", "report.json", "--format", "line");
    expect(JSON.parse(desk.read("report.json"))).toMatchObject({ exit: 1, held: [{ code: "date/ambiguous" }] });
    expect(desk.list(".").filter((path) => path.startsWith("report"))).toEqual(["report.json"]);
  });
});

describe("status", () => {
  test("tells the last release, what is held back since when, and what is due next", async () => {
    const desk = room({ "articles/late.md": RAIN.replace("2025-08-19", "2025-09-02 06:00").replace("Rain", "Late") });
    expect((await desk.run("status")).out).toContain("Nothing is published yet\n");
    await desk.run("build");
    desk.write("articles/rain.md", "");
    await desk.runAs({ now: () => NOW + 60 }, "build");
    const { code, out } = await desk.runAs({ now: () => NOW + 120 }, "status", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      release: {
        id: expect.stringMatching(/^[0-9a-f]{64}$/),
        published: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        feeds: 2,
        files: 8,
        stories: 1,
      },
      attempt: { at: "2025-09-01T12:01:00Z", exit: 1, codes: ["file/empty"] },
      held: [{ source: "rain.md", code: "file/empty", lastGood: true, since: "2025-09-01T12:01:00Z" }],
      next: "2025-09-02T01:00:00Z",
    });
  });
});

describe("wireroom status after a build that published nothing", () => {
  test("tells when it was, how it ended and why", async () => {
    const desk = room();
    await desk.run("build");
    desk.write("articles/rain.md", RAIN.replace("2025-08-19", "2025-08-18"));
    expect((await desk.run("build")).code).toBe(3);
    const { out } = await desk.run("status");
    expect(out).toContain("published nothing: exit 3, guard/published-moved");
    expect(JSON.parse((await desk.run("status", "--json")).out).attempt).toMatchObject({ exit: 3 });
  });
});

describe("docs/scheduling.md", () => {
  const text = readFileSync(join(repository, "docs/scheduling.md"), "utf8");

  test("has a line for cron that is silent when all is well, and prints the log when it is not", () => {
    const line = /^ {4}\* \* \* \* \* (.*)$/m.exec(text)?.[1] ?? "";
    const desk = room();
    mkdirSync(join(desk.folder, "node_modules/.bin"), { recursive: true });
    writeFileSync(join(desk.folder, "run"), `#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`, { mode: 0o755 });
    symlinkSync(join(desk.folder, "run"), join(desk.folder, "node_modules/.bin/wireroom"));
    const cron = () =>
      spawnSync("sh", ["-c", line.replaceAll("/srv/tide", desk.folder)], { encoding: "utf8", timeout: 60_000 });
    expect(cron()).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(existsSync(join(desk.folder, "dist/rss.xml"))).toBe(true);
    desk.write("articles/bad.md", "");
    expect(cron().stdout).toContain("articles/bad.md");
  }, 60_000);

  test("wakes the service at the very second that the report names", () => {
    const script = /^ {4}#!\/bin\/sh\n(?: {4}.*\n)+/m.exec(text)?.[0].replace(/^ {4}/gm, "") ?? "";
    const desk = room({
      wake: script,
      "report.json": '{"next": "2025-09-02T01:00:00Z"}',
      "bin/jq":
        '#!/bin/sh\nexec node -e \'console.log(JSON.parse(require("fs").readFileSync(process.argv[1])).next ?? "")\' "$3"\n',
      "bin/systemctl": "#!/bin/sh\n",
      "bin/systemd-run": '#!/bin/sh\nprintf "%s\\n" "$@"\n',
    });
    const wake = () =>
      spawnSync("sh", ["-c", "chmod +x bin/*; sh wake report.json"], {
        cwd: desk.folder,
        encoding: "utf8",
        env: { PATH: `${join(desk.folder, "bin")}:${process.env.PATH}` },
      });
    expect(wake().stdout).toContain("--on-calendar=2025-09-02 01:00:00 UTC\n");
    desk.write("report.json", '{"next": null}');
    expect(wake()).toMatchObject({ status: 0, stdout: "" });
  });

  test("uses only options that there are", async () => {
    const { out } = await room().run("build", "--help");
    const used = text
      .split("\n")
      .filter((line) => /wireroom\b.*\bbuild\b|command: \[/.test(line))
      .join(" ");
    const options = new Set(used.match(/--(?!no-install)[a-z][a-z-]+/g));
    expect(options.size).toBeGreaterThan(3);
    for (const option of options) expect(out).toContain(option);
  });
});
