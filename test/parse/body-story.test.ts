import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBodyStory, withoutLinks } from "../../src/parse/body-story.ts";
import { copyLexicon } from "../../src/parse/copy/lexicon/lexicon.ts";
import { textBlocks } from "../../src/parse/markdown-blocks.ts";

const lexicon = copyLexicon();
const read = (body: string) => readBodyStory(body, textBlocks(body), lexicon, { language: "en" });

describe("a block quotation of Markdown", () => {
  test("is a note or a related line when it begins like one", () => {
    const body =
      "> **Editor's note, 2 March:** The lamp\n> was relit.\n\nThe lamp went out.\n\n> **Read next:** [Gas](https://a.example/g)\n\nIt was late.\n";
    const { found, body: left } = read(body);
    expect(found.notes).toEqual([{ kind: "editors-note", text: "Editor's note, 2 March: The lamp was relit." }]);
    expect(found.related).toEqual([{ title: "Gas", url: "https://a.example/g" }]);
    expect(left.trim().split(/\n{2,}/)).toEqual(["The lamp went out.", "It was late."]);
  });

  test.each([
    "> By Jane Doe",
    "> LISBON, March 3 (AP) - so began the letter.",
    "> First it was dark.\n>\n> Then it was late.",
    "> - Read next: a list",
    "> # Correction: a heading",
  ])("stays otherwise: %j", (quote) => {
    const body = `The lamp went out.\n\n${quote}\n\nIt was late.\n`;
    const { found, body: left } = read(body);
    expect(left).toBe(body);
    expect(found).toEqual({ credits: [], contributors: [], related: [], notes: [] });
  });
});

describe("links of Markdown among plain text", () => {
  test.each([
    ["[Ana Reis](https://news.example/ana) writes", "Ana Reis writes"],
    ['![The quay](quay.jpg) and [more](b.md "the rest").', "The quay and more."],
    ["[a] (b) [](c) [d]( e) [f](g(h)", "[a] (b) [](c) [d]( e) [f](g(h)"],
    ["[[a](b)](c)", "[a](c)"],
    ['[a](b "x](y")[c](d)', "ac"],
  ])("%s", (text, plain) => {
    expect(withoutLinks(text)).toBe(plain);
  });

  test("property: give up their words as a pattern for the whole of a link would have it", () => {
    const piece = fc.constantFrom("[", "]", "(", ")", "](", "!", " ", '"', ' "', "a", "b\n", "[a](b)", "x".repeat(301));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join("");
        const plain = text.replace(/!?\[([^[\]]{1,300})\]\([^()\s]{1,2000}(?: "[^"]{0,300}")?\)/g, "$1");
        expect(withoutLinks(text)).toBe(plain);
      }),
      { numRuns: 5000, seed: 20260104 },
    );
  });
});
