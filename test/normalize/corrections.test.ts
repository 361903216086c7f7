import { describe, expect, test } from "vitest";
import { rfc3339 } from "../../src/time.ts";
import { codes, file } from "./newsroom.ts";

function decided(fields: string, body = "Text.\n") {
  const filed = file("ferry.md", `---\ntitle: Ferry\ndate: 2025-08-19\n${fields}\n---\n${body}`);
  return { ...filed, codes: codes(filed) };
}

const DAY = Date.parse("2025-08-20T23:00:00Z") / 1000;

describe("corrections of front matter", () => {
  test.each([
    ["correction: The dock is in Cais.", [{ kind: "correction", text: "The dock is in Cais." }]],
    [
      "corrections: [One., Two.]",
      [
        { kind: "correction", text: "One." },
        { kind: "correction", text: "Two." },
      ],
    ],
    ["corrections: [{date: 2025-08-21, text: One.}]", [{ kind: "correction", text: "One.", date: DAY }]],
    ["corrections: [{kind: clarification, note: One.}]", [{ kind: "clarification", text: "One." }]],
    ["corrections: [{type: Editor's note, text: One.}]", [{ kind: "editors-note", text: "One." }]],
    [
      "corrections:\n  - {date: 2025-08-21, text: Later.}\n  - {text: Undated.}",
      [
        { kind: "correction", text: "Undated." },
        { kind: "correction", text: "Later.", date: DAY },
      ],
    ],
  ])("%s", (fields, expected) => {
    const { article, codes: said } = decided(fields);
    expect(article?.corrections).toEqual(expected);
    expect(said).toEqual([]);
  });

  test.each([
    ["corrections: [{date: 2025-08-21}]", [], ["warning correction/empty"]],
    ["corrections: [null]", [], ["warning correction/empty"]],
    ["corrections: [{text: One., kind: oops}]", [{ kind: "correction", text: "One." }], ["warning correction/kind"]],
    ["corrections: [{text: One., date: soon}]", [{ kind: "correction", text: "One." }], ["warning date/unknown-form"]],
  ])("what cannot be used of them is told and the rest is used: %s", (fields, expected, said) => {
    const result = decided(fields);
    expect(result.article?.corrections).toEqual(expected);
    expect(result.codes).toEqual(said);
  });

  test("a dated one moves the update, an undated one does not", () => {
    const updated = (fields: string) => rfc3339(decided(fields).article?.updated ?? 0);
    expect(updated("corrections: [{date: 2025-08-21, text: One.}]")).toBe("2025-08-20T23:00:00Z");
    expect(updated("corrections: [One.]")).toBe("2025-08-18T23:00:00Z");
  });
});

describe("notes of the text", () => {
  const note = "Correction: The dock is in Cais.\n\nText.\n";

  test("stand before those of front matter", () => {
    expect(decided("corrections: [{date: 2025-08-21, text: One.}]", note).article?.corrections).toEqual([
      { kind: "correction", text: "The dock is in Cais." },
      { kind: "correction", text: "One.", date: DAY },
    ]);
  });

  test("that front matter has too are told once", () => {
    expect(decided("corrections: [{date: 2025-08-21, text: The dock is in Cais.}]", note).article?.corrections).toEqual(
      [{ kind: "correction", text: "The dock is in Cais.", date: DAY }],
    );
  });
});
