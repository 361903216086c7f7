import { expect, test } from "vitest";
import { newestBodies } from "../../src/build/bodies.ts";
import type { Body } from "../../src/model/draft.ts";
import { articlesOf, buildInMemory } from "../newsrooms/memory.ts";

const body: Body = { format: "markdown", text: "Text." };

test("bodies of the newest articles are kept, as many as there is room for, whatever the order they come in", () => {
  const bodies = newestBodies(5 * (700 + 300));
  const days = [3, 9, 1, 7, 5, 8, 2, 10, 4, 6];
  for (const day of days) bodies.keep({ path: `${day}.md`, published: day }, body, 700);
  const left = days.filter((day) => bodies.take(`${day}.md`) !== undefined);
  // Beyond 6500 five stay: with the seventh, 3 is the oldest of them; with the ninth, 5.
  expect(left.sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
});

test("a body is given once, and then leaves room for others", () => {
  const bodies = newestBodies(1000);
  bodies.keep({ path: "a.txt", published: 1 }, body, 700);
  expect(bodies.take("a.txt")).toBe(body);
  expect(bodies.take("a.txt")).toBeUndefined();
  bodies.keep({ path: "b.txt", published: 1 }, body, 900);
  expect(bodies.take("b.txt")).toBe(body);
});

test("a short body counts as the file that its text is a part of, and as what every one takes", () => {
  const kept = (size: number) => {
    const bodies = newestBodies(100_000);
    for (let index = 0; index < 1000; index++) bodies.keep({ path: `${index}.md`, published: 0 }, body, size);
    return Array.from({ length: 1000 }, (_, index) => bodies.take(`${index}.md`)).filter((one) => one !== undefined);
  };
  expect(kept(40_000).length).toBeLessThanOrEqual(3);
  expect(kept(0).length).toBeLessThanOrEqual(433);
});

test("a build from nothing reads every article once", async () => {
  const articles = articlesOf(
    new Map(
      ["a", "b", "c"].map((name) => [`news/${name}.md`, `---\ntitle: ${name}\ndate: 2025-08-19\n---\nText ${name}.\n`]),
    ),
  );
  const readings: string[] = [];
  const { documents } = await buildInMemory({
    ...articles,
    read: (file) => {
      readings.push(file.path);
      return articles.read(file);
    },
  });
  expect(readings).toEqual(["news/a.md", "news/b.md", "news/c.md"]);
  for (const name of ["a", "b", "c"]) expect(documents.get("feed.json")).toContain(`Text ${name}.`);
});
