import { describe, expect, test } from "vitest";
import { GOOD } from "./filed.ts";
import { articlesOf, buildInMemory } from "./memory.ts";

const HEAD = "---\ntitle: Case\ndate: 2025-08-19\n---\n";

/** Text that makes a careless parser slow. Every row is built well within the time that a test has, or this file fails. */
const TABLE: readonly (readonly [what: string, body: string, code?: string])[] = [
  ["a_", "a_ ".repeat(32_500)],
  ["_a", "_a ".repeat(32_500)],
  ["a]", "a]".repeat(32_500)],
  ["*a_", "*a_ ".repeat(25_000)],
  ["*a and _a*_", "*a ".repeat(20_000) + "_a*_ ".repeat(20_000)],
  ["a**b c*", `a**b${"c* ".repeat(25_000)}`],
  ["[ (](", "[ (](".repeat(40_000)],
  ["![[]()", "![[]()".repeat(160_000)],
  ["pictures without an address", "<img>x".repeat(100_000)],
  ["brackets in brackets", `${"[".repeat(25_000)}a${"]".repeat(25_000)}`],
  ["lists in lists", Array.from({ length: 500 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
  ["growing backticks", Array.from({ length: 2_499 }, (_, length) => `e${"`".repeat(length)}`).join("")],
  ["[a](<b", "[a](<b".repeat(30_000)],
  ["list marks", `${"- ".repeat(30_000)}x${"\n".repeat(30_000)}`],
  ["quotes in quotes", `${">".repeat(100_000)}${"a*".repeat(100_000)}`],
  [
    "reference definitions",
    Array.from({ length: 20_000 }, (_, index) => `[r${index}]: /u${index}`).join("\n") +
      `\n\n${Array.from({ length: 5_000 }, (_, index) => `[r${index}]`).join(" ")}`,
  ],
  ["opening angles", "<".repeat(200_000)],
  ["a table with many columns", `${"|a".repeat(20_000)}|\n${"|-".repeat(20_000)}|\n${"|b".repeat(20_000)}|\n`],
  ["www.", "www.".repeat(20_000)],
  ["a@", "a@".repeat(20_000)],
  ["attributes", `<a ${'x="1" '.repeat(50_000)}>x</a>`],
  ["paragraphs in a table", `<table>${"<p>".repeat(20_000)}`],
  ["elements in elements", `${"<div>".repeat(50_000)}x`],
  ["comments", "<!--".repeat(50_000)],
  ["references", "&".repeat(200_000)],
  ["pictures", Array.from({ length: 2_000 }, (_, index) => `![p](https://news.example/${index}.jpg)`).join("\n\n")],
  ["five megabytes", "A line of some words, and then another one.\n\n".repeat(115_000), "content/large"],
];

describe("a text made to be slow is published, or held with the limit that it passes", () => {
  test.each(TABLE)("%s", async (_what, body, code) => {
    const files = new Map([
      ["news/good.md", GOOD],
      ["news/case.md", `${HEAD}${body}\n`],
    ]);
    const { report, documents } = await buildInMemory(articlesOf(files));
    const messages = report.diagnostics.map(({ message }) => message).join("\n");
    const { items } = JSON.parse(documents.get("feed.json") ?? "{}");
    if (report.held.length > 0) expect(messages).toMatch(/at most|limit|deep/);
    else expect(items[0].title).toBe("Case");
    if (code !== undefined) expect(report.diagnostics.map((problem) => problem.code)).toContain(code);
  });
});

test("two thousand short articles fill feeds of fifty", async () => {
  const files = Array.from({ length: 2_000 }, (_, index): [string, string] => [
    `x/${index}.md`,
    `---\ntitle: Story ${index}\ndate: 2025-07-${String((index % 28) + 1).padStart(2, "0")}\n---\nText ${index}.\n`,
  ]);
  const { report, documents } = await buildInMemory(articlesOf(new Map(files)));
  expect([report.exit, report.counts?.articles, report.counts?.rendered]).toEqual([0, 2_000, 50]);
  expect(JSON.parse(documents.get("feed.json") ?? "").items).toHaveLength(50);
});
