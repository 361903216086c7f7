import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { documentOf, FORMATS, FULL, HEAD, STORY, UPDATED } from "./stories.ts";

const reason = "The quotes could not be confirmed.";
const printed = FORMATS.map((format) =>
  documentOf(
    format,
    [
      {
        ...STORY,
        image: {
          url: "https://example.org/rain.jpg",
          type: "image/jpeg",
          length: 1234,
          alt: "A wave",
          credit: "Dee Fox",
          caption: "A wave at the pier",
          width: 1200,
          height: 800,
        },
        corrections: [{ kind: "correction", text: "The pier is 200 m long, not 300 m.", date: UPDATED }],
        retracted: { at: UPDATED, reason },
      },
    ],
    FULL,
    { ...HEAD, tombstones: [{ id: STORY.id, when: UPDATED, reason }] },
  ),
);

describe("docs/extensions.md", () => {
  const page = readFileSync(new URL("../../docs/extensions.md", import.meta.url), "utf8");
  const examples = [...page.matchAll(/```(xml|json)\n(.*?)```/gs)].map(
    ([, kind = "", code = ""]) => [kind, code] as const,
  );

  test("has examples of XML and JSON", () => {
    expect(new Set(examples.map(([kind]) => kind))).toEqual(new Set(["xml", "json"]));
  });

  test.each(examples)("shows %s that is printed:\n%s", (_, code) => {
    const lines = code.trimEnd().split("\n");
    // Keys that an example leaves out make a comma, and its outermost brackets close elsewhere.
    const told = lines.map((line) => line.trim().replace(/,$/, "")).filter((line) => !/^[[\]{}]*$/.test(line));
    expect(told.length).toBeGreaterThan(0);
    expect(printed.some((document) => told.every((line) => document.includes(line)))).toBe(true);
  });

  test.each([...page.matchAll(/`(<category[^`]*)`/g)].map(([, code = ""]) => code))(
    "shows a section that is printed: %s",
    (code) => {
      expect(printed.some((document) => document.includes(code))).toBe(true);
    },
  );
});
