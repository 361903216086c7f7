import { describe, expect, test } from "vitest";
import { codes, file, outletWith } from "./newsroom.ts";

function tags(fields: string, settings: Readonly<Record<string, unknown>> = {}) {
  const filed = file("rain.md", `---\ntitle: Rain\ndate: 2025-08-19\n${fields}\n---\nText.\n`, outletWith(settings));
  return [filed.article?.tags, codes(filed)];
}

describe("tags", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["tags: a", ["a"], []],
    ['tags: "a, b"', ["a", "b"], []],
    ["tags: a, b,, ", ["a", "b"], []],
    ["tags: [a, b]", ["a", "b"], []],
    ['tags: ["Fish, chips"]', ["Fish, chips"], []],
    ["keywords: [a]", ["a"], []],
    ["categories:\n  - a\n  - b", ["a", "b"], []],
    ["tags: [News, news, NEWS]", ["News"], []],
    ["tags: [straße, STRASSE]", ["straße"], []],
    ["tags: [İ, i̇]", ["İ"], []],
    [`tags: [café, ${"café".normalize("NFD")}]`, ["café"], []],
    ["tags: [2024, 010, true, 1.10]", ["2024", "010", "true", "1.10"], []],
    [
      "tags: [__proto__, constructor, toString, hasOwnProperty]",
      ["__proto__", "constructor", "toString", "hasOwnProperty"],
      [],
    ],
    ["tags: [بارش, बारिश, R&D]", ["بارش", "बारिश", "R&D"], []],
    ["tags: [a, [b]]", ["a"], ["warning tags/not-text"]],
    ['tags: [null, "", " "]', [], ["warning tags/not-text", "warning tags/not-text", "warning tags/not-text"]],
    ["tags: {a: 1}", [], ["warning tags/not-text"]],
    ["tags:", [], []],
    ["tags: []", [], []],
    ["tags: [a]\nkeywords: [b]", ["a"], ["warning field/twice"]],
  ])("%s", (fields, expected, said) => {
    expect(tags(fields)).toEqual([expected, said]);
  });

  test("are replaced by the label that an alias stands for", () => {
    const settings = { tags: { aliases: { "u.k.": "Britain", Brexit: "Britain" } } };
    expect(tags("tags: [U.K., brexit, France]", settings)).toEqual([["Britain", "France"], []]);
  });
});
