import { describe, expect, test } from "vitest";
import { rules } from "../../src/validate/index.ts";
import { check, codes } from "./examples.ts";
import { type JsonCase, jsonCases } from "./json-cases.ts";

const MARK = "▸";

/** A case without its marks, and where each of them stood. */
function read(marked: string): { text: string; places: { line: number; column: number }[] } {
  const parts = marked.split(MARK);
  let before = "";
  const places = parts.slice(0, -1).map((part) => {
    before += part;
    const lines = before.split("\n");
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  });
  return { text: parts.join(""), places };
}

describe.each(Object.entries(jsonCases))("JSON Feed: %s", (_, cases) => {
  test.each(cases.map((one): [string, JsonCase] => [one[0], one]))("%s", (_name, [, marked, ...expected]) => {
    const { text, places } = read(marked);
    const result = check(text, { file: "feed.json" });
    expect(result.diagnostics.map(({ code, location }) => ({ code, ...location }))).toEqual(
      expected.map((code, index) => ({ code, file: "feed.json", ...places[index] })),
    );
    const isFine = !result.diagnostics.some(({ severity }) => severity === "error");
    expect(result.valid).toBe(isFine);
  });
});

describe("the JSON cases", () => {
  const all = Object.values(jsonCases).flat();

  test("have names of their own, and a mark for every code", () => {
    for (const cases of Object.values(jsonCases)) {
      const names = cases.map(([name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const [name, marked, ...expected] of all) expect(marked.split(MARK).length - 1, name).toBe(expected.length);
  });

  test("raise every rule of JSON Feed that a text can break", () => {
    const raised = new Set(all.flatMap(([, , ...expected]) => expected));
    const left = rules.map(({ code }) => code).filter((code) => code.startsWith("json/") && !raised.has(code));
    // Bytes, sizes and the address have tests of their own.
    expect(left).toEqual([
      "json/burden",
      "json/byte-order-mark",
      "json/encoding",
      "json/feed-url-elsewhere",
      "json/not-utf8",
      "json/too-many-faults",
      "json/too-many-values",
      "json/truncated",
    ]);
  });
});

const FEED =
  '{"version":"https://jsonfeed.org/version/1.1","title":"Caf\u00e9","home_page_url":"https://example.org/","feed_url":"https://example.org/feed.json","items":[]}';

describe("the bytes of JSON", () => {
  test.each([
    ["UTF-16 with a mark", Buffer.from(`\ufeff${FEED}`, "utf16le"), ["json/encoding"]],
    ["UTF-16 with a mark, big end first", Buffer.from(`\ufeff${FEED}`, "utf16le").swap16(), ["json/encoding"]],
    ["UTF-16 without a mark", Buffer.from(FEED, "utf16le"), ["json/encoding"]],
    ["UTF-16 without a mark, big end first", Buffer.from(FEED, "utf16le").swap16(), ["json/encoding"]],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${FEED}`), ["json/byte-order-mark"]],
    ["Latin-1", Buffer.from(FEED, "latin1"), ["json/not-utf8", "text/bad-characters"]],
    ["UTF-8", Buffer.from(FEED), []],
  ])("%s", (_, bytes, expected) => {
    const result = check(bytes);
    expect(result.format).toBe("json");
    expect(codes(result).sort()).toEqual(expected);
    expect(result.text.includes("Harbour") || result.text.includes('"title":"Caf')).toBe(true);
  });

  test("a feed cut anywhere is an error inside it", () => {
    const text = FEED.replace('"items":[]', '"items":[{"id":"a","tags":["b",true,1.5e2,null]}]');
    for (let length = 1; length < text.length; length++) {
      const { diagnostics, valid } = check(text.slice(0, length));
      expect(valid, text.slice(0, length)).toBe(false);
      const [first] = diagnostics;
      expect(first?.code, text.slice(0, length)).toMatch(/^json\/(?:truncated|number|malformed)$/);
      expect(first?.location?.column).toBeLessThanOrEqual(length);
    }
  });

  test("a place counts UTF-16 units and every kind of line end", () => {
    const text = FEED.replace('"items"', '\r\n\r\n"description":"🌧 <b>a</b>","icon":"a",\r"items"').replace(
      "[]",
      "[5]",
    );
    expect(check(text).diagnostics.map(({ code, location }) => [code, location?.line, location?.column])).toEqual([
      ["text/contains-html", 3, 15],
      ["uri/not-absolute", 3, 36],
      ["json/not-object", 4, 10],
    ]);
  });
});

describe("an address and a size", () => {
  test.each([
    ["https://example.org/feed.json", []],
    ["https://EXAMPLE.org/feed.json", []],
    ["https://example.org/other.json", ["json/feed-url-elsewhere"]],
  ])("a feed fetched from %s", (url, expected) => {
    expect(codes(check(FEED, { url }))).toEqual(expected);
  });

  test.each([
    [900, []],
    [1100, ["json/burden"]],
    [2100, ["feed/too-large"]],
  ])("a feed of %i KB", (size, expected) => {
    const text = FEED.replace(
      "[]",
      `[{"id":"a","url":"https://example.org/a","content_text":"${"rain ".repeat(size * 204)}"}]`,
    );
    expect(codes(check(text))).toEqual(expected);
  });
});

describe("bad JSON", () => {
  test.each([
    ["an empty file", "", "document/empty"],
    ["white space", " \n", "document/empty"],
    ["prose", "No feed today", "json/malformed"],
    ["a number", "5", "json/not-a-feed"],
    ["null", "null", "json/not-a-feed"],
    ["a string", '"feed"', "json/not-a-feed"],
    ["an open bracket", "[", "json/truncated"],
    ["a comment alone", "/* harbour", "json/truncated"],
    ["a bare NUL", '{"a":\0}', "json/malformed"],
    ["a NUL in a string", '{"a":"\0"}', "json/control-character"],
    ["a no-break space", '{\u00a0"a":1}', "json/malformed"],
    ["a number with a letter", '{"_a":1a}', "json/number"],
    ["a minus alone", '{"_a":-}', "json/number"],
    ["two colons", '{"a"::1}', "json/malformed"],
    ["two commas", '{"a":[1,,2]}', "json/malformed"],
    ["a number for a key", "{1:1}", "json/malformed"],
    ["a quote before the end", '{"a":"b\\"}', "json/truncated"],
  ])("%s: %s is %s", (_, text, code) => {
    for (const options of [{ file: "feed.json" }, { contentType: "application/feed+json; charset=utf-8" }]) {
      const result = check(text, options);
      expect(codes(result)).toContain(code);
      expect(result.valid).toBe(false);
      for (const { location } of result.diagnostics) expect(location?.column).toBeGreaterThan(0);
    }
  });

  test.each([
    ["arrays", "[".repeat(100_000), "document/too-deep"],
    ["objects", '{"a":'.repeat(100_000), "document/too-deep"],
    ["arrays in a feed", FEED.replace("[]", "[".repeat(100_000)), "document/too-deep"],
    ["values", FEED.replace("[]", `[${"0,".repeat(600_000)}0]`), "json/too-many-values"],
    ["comments", "/**/".repeat(600_000), "json/too-many-faults"],
    ["bad escapes", `{"a":"${"\\x".repeat(1_000_000)}"}`, "json/too-many-faults"],
  ])("very many %s end at a limit", (_, text, code) => {
    expect(codes(check(text, { file: "feed.json" }))).toContain(code);
  });

  test.each([
    ["backslashes", `{"a":"${"\\\\".repeat(200_000)}`],
    ["escaped quotes", `{"a":"${'\\"'.repeat(200_000)}`],
    ["broken escapes", `{"a":"${"\\x".repeat(50_000)}"}`],
    ["lone surrogates", `{"a":"${"\\ud800".repeat(50_000)}"}`],
    ["digits", `{"_a":{"b":${"9".repeat(500_000)}}}`],
    ["keys", `{${Array.from({ length: 50_000 }, (_, n) => `"${n}":1`).join(",")}}`],
    ["equal keys", `{${'"a":1,'.repeat(50_000)}"a":1}`],
    ["items", `{"items":[${'{"id":1},'.repeat(20_000)}{}]}`],
    ["open tags in a title", `{"title":"${"<b ".repeat(100_000)}"}`],
    ["ampersands in a title", `{"title":"${"&a".repeat(100_000)}"}`],
    ["line ends", `{${"\r\n".repeat(300_000)}"title":5}`],
    ["unclosed strings", '["'.repeat(150_000)],
  ])("very many %s are judged in time that grows with their number alone", (_, text) => {
    // The limit is far above what is needed and far below what a square would take.
    expect(codes(check(text, { limits: { seconds: 10 } })).length).toBeGreaterThan(0);
  });

  test.each([
    [9_999, 9_999],
    [10_000, 10_000],
    [10_001, 10_001],
    [30_000, 10_001],
  ])("json/too-many-faults: of %i faults in a text, %i findings are kept", (faults, kept) => {
    const text = FEED.replace("Caf\u00e9", "\\x".repeat(faults));
    const found = codes(check(text));
    expect(found.length).toBe(kept);
    expect(found.includes("json/too-many-faults")).toBe(faults > 10_000);
  });

  test("document/too-slow and document/too-large", () => {
    expect(codes(check(FEED, { limits: { seconds: 0 } }))).toEqual(["document/too-slow"]);
    expect(codes(check(FEED, { limits: { bytes: 100 } }))).toEqual(["document/too-large"]);
    expect(codes(check(FEED, { limits: { bytes: Buffer.byteLength(FEED) } }))).toEqual([]);
  });
});
