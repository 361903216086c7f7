import { describe, expect, it } from "vitest";
import { takeFurniture } from "../../../src/parse/copy/furniture.ts";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { opensLikeStory } from "../../../src/parse/copy/story-opening.ts";

const lexicon = copyLexicon({ agencies: [], places: [], roles: [], related: ["Worth knowing"] });
const LONG = `${"the council met behind the harbour and went home again without a vote, ".repeat(3)}as it does`;

describe("a paragraph that is furniture never opens like a story, however long it is", () => {
  it.each([
    "Correction: ",
    "Corrections - ",
    "CLARIFIED: ",
    "Updated 3 May: ",
    "Update on 3 May: ",
    "Last updated: ",
    "Editor's note: ",
    "Editors note: ",
    "A note from the editors: ",
    "Note to readers: ",
    "Fe de erratas: ",
    "Mise à jour: ",
    "Nota del editor: ",
    "Withdrawn: ",
    "Kill notice: ",
    "This story was corrected on Monday, for ",
    "This May 4 story corrects the hour: ",
    "An earlier version of this story said that ",
    "The original version of this article said that ",
    "The above story is withdrawn: ",
    "This dispatch has been withdrawn, for ",
    "Read more: ",
    "MORE: ",
    "Also read: ",
    "Related - ",
    "Worth knowing: ",
    "تصحیح: ",
    "*Correction:* ",
    "(Read more: ",
  ])("%s", (opening) => {
    expect(opensLikeStory(`${opening}${LONG}`, lexicon)).toBe(false);
  });

  it.each([
    "Embargoed until Monday, ",
    "Strictly embargoed until Monday, ",
    "This story is under embargo, ",
    "Not for publication before Monday, ",
    "Advance for Monday 3 May: ",
    "Attn editors: ",
    "For the desk: ",
    "Forwarded to the news desk - ",
    "Notes to editors ",
    "Press contacts ",
    "For more information ",
  ])("%s", (opening) => {
    expect(opensLikeStory(`${opening}${LONG}`, lexicon)).toBe(false);
  });
});

describe("what opens like a story", () => {
  it.each(["Bakers ", "The bakers ", "the ", "“Correction: ", '"Read more: ', "'Embargoed until Monday, "])(
    "%s",
    (opening) => {
      expect(opensLikeStory(`${opening}${LONG}`, lexicon)).toBe(true);
      expect(takeFurniture([`${opening}${LONG}`], lexicon)).toMatchObject({ left: [0], notes: [], related: [] });
    },
  );

  it.each(["Bakers met.", "Bakers’ ", "7 bakers ", "Bäcker ", "[Bakers](https://news.example/bakers) "])(
    "is told of nothing that is short or begins otherwise: %s",
    (opening) => {
      expect(opensLikeStory(opening.endsWith(".") ? opening : `${opening}${LONG}`, lexicon)).toBe(false);
    },
  );

  it("keeps a related line in brackets out of it", () => {
    const text = `Bakers of ${LONG}. (Read more: The oven)`;
    expect(takeFurniture([text], lexicon)).toMatchObject({ left: [0], related: [{ title: "The oven" }] });
  });
});
