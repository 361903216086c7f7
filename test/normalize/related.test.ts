import { describe, expect, test } from "vitest";
import { relatedIndex, relatedLinks } from "../../src/normalize/related.ts";
import { file } from "./newsroom.ts";

const site = "https://harbour.example/";
const index = relatedIndex(() => [
  { title: "Ferry owner asks for a loan", url: `${site}loan/`, published: 1 },
  { title: "Dock workers end strike after nine days of talks", url: `${site}strike/`, published: 2 },
  { title: "Storm warning for the northern coast on Monday", url: `${site}storm-1/`, published: 3 },
  { title: "Storm warning for the northern coast on Tuesday", url: `${site}storm-2/`, published: 4 },
  { title: "Rain", url: `${site}rain-old/`, published: 5 },
  { title: "Rain", url: `${site}rain-new/`, published: 9 },
  { title: "Café “Zum Anker” schließt", url: `${site}anker/`, published: 6 },
  { title: "بندرگاہ پھر کھل گئی", url: `${site}ur/`, published: 7 },
]);

describe("a headline finds the outlet's own story", () => {
  test.each([
    ["as it stands", "Ferry owner asks for a loan", "loan/"],
    ["in other case", "FERRY OWNER ASKS FOR A LOAN", "loan/"],
    ["with other quotes and without accents", "Cafe 'Zum Anker' schliesst", "anker/"],
    ["with a full stop", "Ferry owner asks for a loan.", "loan/"],
    ["shortened", "Dock workers end strike after nine", "strike/"],
    ["shortened, with an ellipsis", "Dock workers end strike after ni…", "strike/"],
    ["the newest of equal ones", "Rain", "rain-new/"],
    ["in another script", "بندرگاہ پھر کھل گئی", "ur/"],
  ])("%s", (_, headline, path) => {
    expect(index(headline)?.url).toBe(site + path);
  });

  test.each([
    ["no story", "Nobody wrote this story ever"],
    ["a beginning that two share", "Storm warning for the northern coast"],
    ["a beginning that is too short", "Ferry owner"],
    ["nothing", ""],
    ["marks", "…"],
  ])("%s finds none", (_, headline) => {
    expect(index(headline)).toBeUndefined();
  });
});

describe("related links", () => {
  const here = `${site}loan/`;

  test.each([
    [
      "an address on the web",
      { title: "T", url: "https://a.example/b c" },
      { title: "T", url: "https://a.example/b%20c" },
    ],
    ["a path", { title: "T", url: "/x/" }, { title: "T", url: `${site}x/` }],
    ["an address that is none", { title: "T", url: "javascript:alert(1)" }, { title: "T" }],
    ["a headline of ours", { title: "RAIN" }, { title: "Rain", url: `${site}rain-new/` }],
    ["a headline of nobody's", { title: "T" }, { title: "T" }],
  ])("%s", (_, line, link) => {
    expect(relatedLinks([line], index, here)).toEqual([link]);
  });

  test("name a story once, and never the story itself", () => {
    const lines = [
      { title: "Rain" },
      { title: "RAIN" },
      { title: "Ferry owner asks for a loan" },
      { title: "T" },
      { title: "T" },
    ];
    expect(relatedLinks(lines, index, here)).toEqual([{ title: "Rain", url: `${site}rain-new/` }, { title: "T" }]);
  });
});

test("front matter names related stories, too, before those of the text", () => {
  const text =
    "---\ntitle: A\ndate: 2025-08-19\nrelated:\n  - Rain\n  - /x/\n  - {title: T, url: https://a.example/}\n  - {href: /y/}\n  -\n---\nText.\n\nRead More: Wind\n";
  expect(file("a.md", text).article?.related).toEqual([
    { title: "Rain" },
    { title: "/x/", url: "/x/" },
    { title: "T", url: "https://a.example/" },
    { title: "/y/", url: "/y/" },
    { title: "Wind" },
  ]);
});
