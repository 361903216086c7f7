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

  test.each(["- one\n- two", "- ", "* ", "1. ", "1) ", "| a | b |", "# heading", "```\ncode\n```", "![alt](a.jpg)"])(
    "do not count %s among them",
    (block) => {
      expect(textBlocks(`One.\n\n${block}\n\nTwo.\n`).map(({ text }) => text)).toEqual(["One.", "Two."]);
    },
  );

  test.each([
    ["*Rain* fell.", "Rain fell."],
    ["**LISBON** (AP) _ Rain", "LISBON (AP) _ Rain"],
    ["***Rain*** and *snow*, *", "Rain and snow, *"],
    ["2 * 3 ** 4", "2 * 3 ** 4"],
    ["**", "**"],
    ["Rain*fall*s", "Rainfalls"],
    ["\u00a0*\u00a0a*\u3000b", "* a b"],
    ["_Rain_ fell on snake_case", "Rain fell on snake_case"],
    ["__Rain__ *_fell_*", "Rain fell"],
  ])("lose marks of emphasis that touch a word: %j", (body, text) => {
    expect(textBlocks(body).map((block) => block.text)).toEqual([text]);
  });

  test.each(["\t", "\n", "  ", "\u00a0", "\u2003", "\u2028", "\u3000", "\ufeff", " \n "])(
    "have one plain space where %j stands",
    (space) => {
      expect(textBlocks(`One.\n\nTwo${space}words.\n`).map(({ text }) => text)).toEqual(["One.", "Two words."]);
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
