import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { readHtmlArticle } from "../../../src/parse/html/index.ts";

const lexicon = copyLexicon();
const read = (html: string) => readHtmlArticle(html, { lexicon });
const codes = (html: string) => read(html).problems.map(({ code }) => code);
const SENTENCE = "The river rose past its second warning mark on Friday, the weather office said.";

describe("a page made to break something", () => {
  test.each([
    ["50,000 elements inside each other", "<div>".repeat(50_000), ["html/too-deep"]],
    ["a million elements inside each other", "<b>".repeat(1_000_000), ["html/too-deep"]],
    ["a million paragraphs", "<p>x".repeat(1_000_000), ["html/too-many-elements"]],
    ["20,000 open paragraphs in a table", `<table>${"<p>x".repeat(20_000)}`, []],
    ["50,000 attributes", `<a ${Array.from({ length: 50_000 }, (_, at) => `x${at}=1`).join(" ")}>x</a>`, []],
    ["200,000 opening brackets", "<".repeat(200_000), []],
    ["half a million opened comments", "<!--".repeat(500_000), []],
    ["a title of 400,000 characters", `<title>${"a | ".repeat(100_000)}</title>`, []],
    ["class names without end", `<div class="${"a-b ".repeat(500_000)}">x</div>`, []],
    [
      "a million lists in JSON-LD",
      `<script type="application/ld+json">${"[".repeat(1_000_000)}</script>`,
      ["html/json-ld"],
    ],
  ])("%s", (_what, html, expected) => {
    expect(codes(html)).toEqual(expected);
  });

  test("990 elements inside each other are a page", () => {
    const { body, problems } = read(`${"<div>".repeat(990)}<p>${SENTENCE}</p>`);
    expect(problems).toEqual([]);
    expect(body.text).toBe(`<p>${SENTENCE}</p>`);
  });

  test("a story of 10 MB is read whole", () => {
    const paragraph = `<p>${`${SENTENCE} `.repeat(10).trim()}</p>\n`;
    const count = Math.ceil(10_000_000 / paragraph.length);
    const { body } = read(`<article><h1>River rises</h1>${paragraph.repeat(count)}</article>`);
    expect(body.text).toBe(paragraph.repeat(count).trim());
  });

  test("a story with a picture of 10 MB in it is read whole", () => {
    expect(read(`<p>${SENTENCE}</p><img src="data:image/png;base64,${"A".repeat(10_000_000)}">`).body.text).toContain(
      SENTENCE,
    );
  });
});

test("what is between odd tags is never lost, and nothing throws", () => {
  const pieces = [
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</table>",
    "<b>",
    "</b>",
    "<br><br>",
    "<article>",
    "<font>",
    "</font>",
    "<![CDATA[",
    "<noscript>",
    "<li>",
    "&amp;",
    "<blockquote>",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), fc.nat(25), (parts, at) => {
      const before = parts.slice(0, at).filter((part) => part !== "<noscript>" && part !== "<![CDATA[");
      const { body } = read(`${before.join("")}<p>${SENTENCE}</p>${parts.slice(at).join("")}`);
      expect(body.text).toContain(SENTENCE);
    }),
    { seed: 20250304, numRuns: 500 },
  );
});

test("no text throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "<p>", `<script type="application/ld+json">`, "<meta content="),
      (text, before) => {
        expect(read(before + text).findings.titles).toBeInstanceOf(Array);
      },
    ),
    { seed: 20250304, numRuns: 500 },
  );
});
