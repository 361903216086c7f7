import { describe, expect, test } from "vitest";
import { readBodyStory } from "../../src/parse/body-story.ts";
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
