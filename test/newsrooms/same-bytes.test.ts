import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Newsroom, newsroom } from "../newsroom.ts";

const repository = resolve(import.meta.dirname, "../..");
const program = join(repository, "lib/cli/main.js");

beforeAll(() => {
  if (!existsSync(program)) execFileSync("npm", ["run", "compile"], { cwd: repository });
});

/** Builds the sample outlet with the compiled program in a process of its own. @returns path and hash of every published file */
function published(env: Readonly<Record<string, string>>, prepare: (room: Newsroom) => void = () => undefined) {
  const room = newsroom();
  for (const part of ["outlet.yaml", "articles"])
    cpSync(join(repository, part), join(room.folder, part), { recursive: true });
  prepare(room);
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "build", "--now", "2025-09-01T12:00:00Z", "--verify"],
    {
      cwd: room.folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...env },
      timeout: 60_000,
    },
  );
  expect([status === 0 || status === 1, stderr]).toEqual([true, ""]);
  return room.list("dist").map((path) => {
    const hash = createHash("sha256")
      .update(readFileSync(join(room.folder, "dist", path)))
      .digest("hex");
    return `${hash.slice(0, 16)} ${path}`;
  });
}

describe("the sample outlet has the same bytes", () => {
  const utc = () => published({ TZ: "UTC", LANG: "C" });

  test.each([
    { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  ])("under $TZ and $LANG as under UTC and C", (env) => {
    const files = utc();
    expect(files.length).toBeGreaterThan(100);
    expect(published(env)).toEqual(files);
  });

  test("from files of another age and order", () => {
    const files = utc();
    expect(
      published({ TZ: "UTC" }, ({ folder, remove }) => {
        remove("articles");
        cpSync(join(repository, "articles"), join(folder, "other"), { recursive: true });
        spawnSync(
          "bash",
          [
            "-c",
            "find other -exec touch -d 2001-01-01 {} +; mkdir articles; ls -r other | while read -r f; do cp -r other/$f articles/; done; rm -r other",
          ],
          { cwd: folder },
        );
      }),
    ).toEqual(files);
  });
});
