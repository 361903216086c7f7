import { expect, test } from "vitest";
import { newestBodies } from "../../src/build/bodies.ts";
import type { Body } from "../../src/model/draft.ts";
import { articlesOf, buildInMemory } from "../newsrooms/memory.ts";

const body = (length: number): Body => ({ format: "markdown", text: "x".repeat(length) });

test("bodies of the newest articles are kept, as many as there is room for, whatever the order they come in", () => {
  const bodies = newestBodies(50);
  const days = [3, 9, 1, 7, 5, 8, 2, 10, 4, 6];
  for (const day of days) bodies.keep({ path: `${day}.md`, published: day }, body(10));
  const left = days.filter((day) => bodies.take(`${day}.md`) !== undefined);
  // The eighth is beyond 75: five stay. The ninth is older than all of them, the tenth is not.
  expect(left.sort((a, b) => a - b)).toEqual([5, 6, 7, 8, 9, 10]);
});

test("a body is given once, and paragraphs count as what they hold", () => {
  const bodies = newestBodies(10);
  const copy: Body = { format: "paragraphs", paragraphs: ["One", "Two"] };
  bodies.keep({ path: "a.txt", published: 1 }, copy);
  expect(bodies.take("a.txt")).toBe(copy);
  expect(bodies.take("a.txt")).toBeUndefined();
  for (const path of ["b.txt", "c.txt", "d.txt"]) bodies.keep({ path, published: 2 }, copy);
  expect(["b.txt", "c.txt", "d.txt"].filter((path) => bodies.take(path) !== undefined)).toHaveLength(1);
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
