import { describe, expect, test } from "vitest";
import { defineOutlet } from "../../../src/config/load.ts";
import type { Evidence } from "../../../src/model/draft.ts";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { readHtmlArticle } from "../../../src/parse/html/index.ts";
import { parseArticle } from "../../../src/parse/index.ts";

const lexicon = copyLexicon();
const read = (html: string) => readHtmlArticle(html, { lexicon });
const SENTENCE = "<p>The river rose past its second warning mark on Friday, the weather office said.</p>";

test("a byline names more people than have a link", () => {
  const { findings } = read(
    `<article><h1>The river rises</h1><p class="byline">By <a rel="author" href="/j">Joan Ferris</a> and Lee Moss<br>Gazette Staff Writers</p>${SENTENCE}</article>`,
  );
  expect(findings.credits.map(({ name, role }) => ({ name, role }))).toEqual([
    { name: "Joan Ferris", role: "Gazette Staff Writers" },
    { name: "Lee Moss", role: "Gazette Staff Writers" },
  ]);
});

test("a list that a page fetches for itself is no part of the story", () => {
  const { body } = read(
    `<article><h1>The river rises</h1>${SENTENCE}<amp-list src="/more.json"><div>More from us</div></amp-list>${SENTENCE}</article>`,
  );
  expect(body.text).toContain("The river rose");
  expect(body.text).not.toContain("More from us");
});

test.each([
  ["below a short sentence", `<p>It is over.</p><h2>What to do</h2>`, true],
  ["above the text", `<h2>What to do</h2><p>It is over.</p>`, false],
  ["below a kicker", `<p>Weather</p><h2>What to do</h2>`, false],
])("a second heading %s: whether it stays in the text", (_where, html, stays) => {
  const { body } = read(`${html}<p>Take the hill road.</p>`);
  expect(body.text.includes("What to do")).toBe(stays);
});

describe("evidence", () => {
  const page = `<html lang="en-GB"><head><title>River rises</title>
<meta property="og:title" content="River rises again">
<meta content="2025-03-07" name="date">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-08", "author": {"name": "Joan Ferris"}}</script>
</head><body><article><h1>The river rises</h1><time datetime="2025-03-06">6 March</time>${SENTENCE}</article></body></html>`;
  const { findings } = read(page);
  const shown = ({ name, from, at }: Evidence<unknown>) => [
    name,
    from,
    at !== undefined && "offset" in at ? page.slice(at.offset, at.offset + 12) : undefined,
  ];

  test("of titles names its source and leads to it", () => {
    expect(findings.titles.map(shown)).toEqual([
      ["<h1>", "heading", "<h1>The rive"],
      ["og:title", "metadata", "River rises "],
      ["<title>", "metadata", "River rises<"],
    ]);
  });

  test("of dates names its source and leads to it", () => {
    expect(findings.published.map(shown)).toEqual([
      ["JSON-LD datePublished", "metadata", `"2025-03-08"`],
      ["<time>", "metadata", `2025-03-06">`],
      ["date", "metadata", `2025-03-07" `],
    ]);
  });

  test("of people leads to their name", () => {
    const [at] = findings.credits.map((credit) => credit.at);
    expect(at !== undefined && "offset" in at && page.slice(at.offset, at.offset + 13)).toBe(`"Joan Ferris"`);
  });

  test("of the language leads to the attribute", () => {
    expect(findings.language && shown(findings.language)).toEqual(["<html lang>", "metadata", `en-GB"><head`]);
  });
});

test("below front matter, places are those of the file, and the front matter decides", () => {
  const outlet = defineOutlet({ title: "The Tarn Daily", url: "https://tarn.example/", zone: "UTC" });
  const file = `---\nauthor: Petra Holm\n---\n<h1>River rises</h1><meta name="author" content="Joan Ferris">${SENTENCE}`;
  const bytes = new TextEncoder().encode(file);
  const { draft } = parseArticle({ path: "a.html", kind: "html" }, bytes, { outlet, lexicon });
  expect(draft?.findings.titles[0]?.at).toEqual({ offset: file.indexOf("<h1>") });
  expect(draft?.findings.credits.map(({ name }) => name)).toEqual(["Petra Holm"]);
});

test("the dateline that opens the text goes before that of the metadata", () => {
  const outlet = defineOutlet({ title: "The Tarn Daily", url: "https://tarn.example/", zone: "UTC" });
  const datelineOf = (opening: string) =>
    parseArticle(
      { path: "a.html", kind: "html" },
      new TextEncoder().encode(
        `<script type="application/ld+json">{"@type":"NewsArticle","dateline":"Upper Tarn"}</script><p>${opening}The river rose past its mark on Friday, the weather office said.</p>`,
      ),
      { outlet, lexicon },
    ).draft?.findings.dateline?.place;
  expect(datelineOf("LUND, March 7 (MND) – ")).toBe("LUND");
  expect(datelineOf("")).toBe("Upper Tarn");
});

describe("the name of the site", () => {
  test.each([
    [
      "is taken off when og:site_name says it",
      "River rises | The Tarn Daily",
      `<meta property="og:site_name" content="The Tarn Daily">`,
      "River rises",
    ],
    [
      "is taken off in front",
      "The Tarn Daily: River rises",
      `<meta property="og:site_name" content="The Tarn Daily">`,
      "River rises",
    ],
    ["is taken off when a heading is the rest", "River rises - The Tarn Daily", "<h1>River rises</h1>", "River rises"],
    ["stays when nothing confirms it", "River rises - The Tarn Daily", "", "River rises - The Tarn Daily"],
    [
      "is not looked for within words",
      "Post-war River-rises",
      `<meta property="og:site_name" content="rises">`,
      "Post-war River-rises",
    ],
  ])("%s", (_what, title, more, expected) => {
    const { findings } = read(`<title>${title}</title>${more}<div>${SENTENCE}</div>`);
    expect(findings.titles[0]?.value).toBe(expected);
  });
});

describe("authors", () => {
  test.each([
    ["a facebook address is no name", `<meta property="article:author" content="https://www.facebook.com/daily">`, []],
    ["a handle is no name", `<meta name="author" content="@joan">`, []],
    [
      "a byline is taken apart",
      `<meta name="author" content="By Joan Ferris and Ali Khan | Staff">`,
      ["Joan Ferris", "Ali Khan"],
    ],
    [
      "a person goes before an organisation that is named more strongly",
      `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"Tarn Daily"}}</script><meta name="author" content="Joan Ferris">`,
      ["Joan Ferris"],
    ],
  ])("%s", (_what, head, names) => {
    expect(read(`${head}<div>${SENTENCE}</div>`).findings.credits.map(({ name }) => name)).toEqual(names);
  });

  test("rubbish is told, once", () => {
    const { problems } = read(
      `<meta name="author" content="admin"><meta name="byl" content="Last Updated">${SENTENCE}`,
    );
    expect(problems.map(({ code }) => code)).toEqual(["byline/rubbish"]);
  });
});

test("the times of a timeline stay", () => {
  const list = "<ul><li><time>09:00</time> Bridge closed</li></ul>";
  expect(read(`<article><h1>River rises</h1>${SENTENCE}${list}</article>`).body.text).toContain(
    "<li><time>09:00</time> Bridge closed</li>",
  );
});

describe("the character set", () => {
  test.each([
    [`<meta charset="utf-8">`, []],
    [`<meta charset=UTF8>`, []],
    [`<meta charset="windows-1252">`, ["html/charset"]],
    [`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`, ["html/charset"]],
  ])("%s", (head, codes) => {
    expect(read(head + SENTENCE).problems.map(({ code }) => code)).toEqual(codes);
  });
});
