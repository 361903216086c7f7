import { describe, expect, test } from "vitest";
import { textBlocks } from "../../src/parse/markdown-blocks.ts";
import { print } from "../normalize/newsroom.ts";

describe("the paragraphs of Markdown", () => {
  test.each(["***", "---", "* * *", "___", "- - -  "])(
    "do not count %s among them, which is a break in the story",
    (rule) => {
      expect(textBlocks(`One.\n\n${rule}\n\nTwo.\n`).map(({ text }) => text)).toEqual(["One.", "Two."]);
    },
  );

  test.each(["- one\n- two", "| a | b |", "# heading", "```\ncode\n```", "![alt](a.jpg)"])(
    "do not count %s among them",
    (block) => {
      expect(textBlocks(`One.\n\n${block}\n\nTwo.\n`).map(({ text }) => text)).toEqual(["One.", "Two."]);
    },
  );

  test("tell a quotation of one paragraph apart: it may be a note or a related line", () => {
    expect(textBlocks("One.\n\n> Two,\n> and more.\n").map(({ text, quoted }) => [text, quoted])).toEqual([
      ["One.", undefined],
      ["Two, and more.", true],
    ]);
  });

  test("a break in a story stays in the story", async () => {
    const story = await print("rain.md", "---\ntitle: Rain\ndate: 2025-08-19\n---\nIt rained.\n\n***\n\nIt stopped.\n");
    expect(story.content).toBe("<p>It rained.</p>\n<hr />\n<p>It stopped.</p>");
  });
});
