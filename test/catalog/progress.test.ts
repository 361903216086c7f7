import { expect, test } from "vitest";
import { buildThrough } from "../../src/build.ts";
import { defineOutlet } from "../../src/config/load.ts";
import { memoryArticles, memoryReleases, memoryState } from "../memory-doors.ts";
import { NOW } from "../newsroom.ts";

test("a build tells how far it is in every step that grows with the newsroom, and ends when it has taken too long", async () => {
  const articles = memoryArticles();
  for (let number = 0; number < 120; number++)
    articles.write(
      `world/story-${number}.md`,
      `---\ntitle: Story ${number}\ndate: 2025-08-19\ntags: [T${number}]\n---\nThe road was closed.\n`,
    );
  const told = new Set<string>();
  let time = 0;
  const build = (timeout: number) =>
    buildThrough(
      { articles, releases: memoryReleases(), state: memoryState(), label: "articles/" },
      {
        outlet: defineOutlet({ title: "Press", url: "https://news.example/", zone: "UTC", since: "2019-01-01" }),
        folder: "/",
        now: NOW,
        clock: () => time,
        timeout,
        onProgress: (step, done, all) => {
          expect(done).toBeLessThanOrEqual(all);
          told.add(step);
          time += 1000;
        },
      },
    );
  expect((await build(1000)).exit).toBe(0);
  expect([...told]).toEqual(["read", "render", "validate", "publish"]);
  const late = await build(3);
  expect([late.exit, late.diagnostics[0]?.code]).toEqual([4, "build/timeout"]);
}, 60_000);
