import { describe, expect, test } from "vitest";
import { codes, file } from "./newsroom.ts";

/** The title, where it came from, and what was said, for fields of front matter and a body. */
function decided(fields: string, body = "Text.\n", path = "2025-08-19-a.md") {
  const filed = file(path, `---\ndate: 2025-08-19\n${fields}\n---\n${body}`);
  const { value, from } = filed.decisions?.title ?? {};
  return { title: filed.article?.title, value, from, codes: codes(filed), others: filed.decisions?.title?.others };
}

describe("a title of front matter keeps what was typed", () => {
  test.each([
    ["title: Rain", "Rain"],
    ["title: 42", "42"],
    ["title: 010", "010"],
    ["title: 1.10", "1.10"],
    ["title: true", "true"],
    ["title: NO", "NO"],
    ["title: 1e3", "1e3"],
    ["title: 0x1F", "0x1F"],
    ["title: 2026-03-03", "2026-03-03"],
    ["title: 12345678901234567890", "12345678901234567890"],
    ['title: "A: B"', "A: B"],
    ['title: "#hash"', "#hash"],
    ["title: 'It''s late'", "It's late"],
    ["title: >\n  Rain\n  and wind", "Rain and wind"],
    ["title: |\n  Rain\n  and wind", "Rain and wind"],
    ['title: "  Rain\\t and\\u00a0wind "', "Rain and wind"],
    ['title: "a\\u2028b\\u2029c"', "a b c"],
    ['title: "AT&T <3 \\"quotes\\" 🎈"', 'AT&T <3 "quotes" 🎈'],
    ["headline: Rain", "Rain"],
    ["Title: Rain", "Rain"],
    ["title: ٹائٹل", "ٹائٹل"],
  ])("%s", (fields, expected) => {
    expect(decided(fields)).toMatchObject({ title: expected, from: "front-matter", codes: [] });
  });
});

describe("a title that readers would not show as it is meant is told", () => {
  test.each([
    ['title: "Use <b> here"', "Use <b> here", "warning title/markup"],
    ['title: "AT&amp;T"', "AT&amp;T", "warning title/markup"],
    ['title: "x &#60;b"', "x &#60;b", "warning title/markup"],
    ['title: "a\\0b"', "ab", "warning title/forbidden-character"],
    ['title: "A\\uFEFFB"', "AB", "warning title/forbidden-character"],
    ['title: "a\\uFFFEb\\uFFFFc"', "abc", "warning title/forbidden-character"],
    ['title: "a\\U0001FFFFb"', "ab", "warning title/forbidden-character"],
    ['title: "a\\x1bb"', "ab", "warning title/forbidden-character"],
    ["title: News # 1", "News", "warning yaml/comment"],
  ])("%s", (fields, expected, code) => {
    expect(decided(fields)).toMatchObject({ title: expected, codes: [code] });
  });

  test.each(['title: "1 < 2 > 0"', 'title: "Fish & chips; peas"', "title: 'a <- b'"])("but not %s", (fields) => {
    expect(decided(fields).codes).toEqual([]);
  });

  test("a long one is cut at a whole character", () => {
    const { title, codes: said } = decided(`title: ${"👩‍👩‍👧‍👦".repeat(600)}`);
    expect(title).toBe("👩‍👩‍👧‍👦".repeat(500));
    expect(said).toEqual(["warning title/too-long"]);
  });

  test("many accents on one letter stay", () => {
    const value = `a${"\u0301".repeat(1000)}`;
    expect(decided(`title: "${value}"`)).toMatchObject({ title: value, codes: [] });
  });
});

describe("a title that is no text holds the article", () => {
  test.each([
    ["title:", "error title/empty"],
    ["title: ~", "error title/empty"],
    ["title: null", "error title/empty"],
    ['title: ""', "error title/empty"],
    ['title: " "', "error title/empty"],
    ["title: #hash", "error title/empty"],
    ["title: []", "error title/not-text"],
    ["title: [Rain]", "error title/not-text"],
    ["title: {a: 1}", "error title/not-text"],
  ])("%s", (fields, code) => {
    const { title, codes: said } = decided(fields, "# A heading\n\nText.\n");
    expect(title).toBeUndefined();
    expect(said).toEqual([code]);
  });
});

describe("without one in front matter the title comes from the text", () => {
  test.each([
    ["tags: a", "# The *heading*\n\nText.\n", "2025-08-19-a.md", "The heading", "heading"],
    ["tags: a", "The heading\n===\n\nText.\n", "2025-08-19-a.md", "The heading", "heading"],
    ["tags: a", "Text.\n", "2025-08-19-rain-in-the-hills.md", "Rain in the hills", "filename"],
  ])("%s, %s", (fields, body, path, title, from) => {
    expect(decided(fields, body, path)).toMatchObject({ title, from });
  });

  test("what lost is told", () => {
    const { others } = decided("title: Rain", "# Wind\n\nText.\n", "2025-08-19-rain-in-the-hills.md");
    expect(others).toEqual([{ value: "Rain in the hills", from: "filename", why: "front matter decides" }]);
    expect(decided("tags: a", "# Wind\n\nText.\n", "2025-08-19-rain-in-the-hills.md").others).toEqual([
      { value: "Rain in the hills", from: "filename", why: "weaker evidence" },
    ]);
  });

  test("a file without a word for one is held", () => {
    expect(decided("tags: a", "Text.\n", "2025-08-19-1.md")).toMatchObject({ codes: ["error title/missing"] });
  });
});
