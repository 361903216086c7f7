import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument, checkEntry, checkHead, checkWhole } from "../../src/validate/index.ts";
import type { JsonNode } from "../../src/validate/json/node.ts";
import { readJson } from "../../src/validate/json/read.ts";
import type { RuleText } from "../../src/validate/rule.ts";

const limits = { depth: 200, seconds: 60 };

function read(text: string) {
  const found: { rule: RuleText; offset: number }[] = [];
  const node = readJson(text, limits, (rule, { offset }) => found.push({ rule, offset }));
  return { node, found, isJson: node !== undefined && !found.some(({ rule }) => rule.severity === "error") };
}

/** The value that a tree stands for, as the platform would give it. */
function meant(node: JsonNode, text: string): unknown {
  switch (node.type) {
    case "object":
      return Object.fromEntries(node.members.map(({ key, value }) => [key, meant(value, text)]));
    case "array":
      return node.values.map((value) => meant(value, text));
    case "string":
      return node.text;
    case "number":
      return node.number;
    case "boolean":
      return text.slice(node.at, node.end) === "true";
    case "null":
      return null;
    case "broken":
      throw new Error("no value");
  }
}

function parsed(text: string): { value?: unknown; fails: boolean } {
  try {
    return { value: JSON.parse(text), fails: false };
  } catch {
    return { fails: true };
  }
}

/** Text that is nearly JSON: JSON with a few characters lost, added or changed. */
const nearly = fc
  .tuple(
    fc.oneof(
      fc.json(),
      fc.json({ stringUnit: "binary" }),
      fc.json().map((text) => text.replaceAll(",", " ,\n")),
    ),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom(
          "",
          "\\",
          '"',
          ",",
          "{",
          "}",
          "[",
          "]",
          ":",
          "0",
          "-",
          ".",
          "e",
          "\\u12",
          "\\ud800",
          "null",
          "/",
          "'",
          "\u0000",
          "\n",
          "\u00a0",
          "\ufeff",
        ),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([json, changes]) =>
    changes.reduce((text, [at, put]) => {
      const index = at % (text.length + 1);
      return text.slice(0, index) + put + text.slice(index + (put === "" ? 1 : 0));
    }, json),
  );

describe("readJson", () => {
  test("calls JSON what the platform reads, and nothing else, and reads the same", () => {
    let refused = 0;
    fc.assert(
      fc.property(nearly, (text) => {
        const { node, isJson, found } = read(text);
        const { value, fails } = parsed(text);
        if (fails) refused++;
        expect(isJson, found.map(({ rule }) => rule.code).join()).toBe(!fails);
        if (node && !fails) expect(meant(node, text)).toEqual(value);
      }),
      { seed: 8259, numRuns: 5000 },
    );
    // Both kinds of text must have been tried.
    expect(refused).toBeGreaterThan(1000);
    expect(refused).toBeLessThan(4000);
  });

  test("places every finding inside the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: "binary" })), (text) => {
        for (const { offset } of read(text).found) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(Math.max(0, text.length - 1));
        }
      }),
      { seed: 8259, numRuns: 2000 },
    );
  });

  test.each([
    [
      '{"a": [1, "b"], "c": null}',
      [
        ["object", 0, 26],
        ["array", 6, 14],
        ["number", 7, 8],
        ["string", 10, 13],
        ["null", 21, 25],
      ],
    ],
    [" -1.5e+3 ", [["number", 1, 8]]],
    ['"\\u00e9"', [["string", 0, 8]]],
  ])("%s: knows where each value begins and ends", (text, expected) => {
    const places: unknown[] = [];
    const visit = (node: JsonNode) => {
      places.push([node.type, node.at, node.end]);
      if (node.type === "array") node.values.forEach(visit);
      if (node.type === "object") for (const { value } of node.members) visit(value);
    };
    const { node } = read(text);
    if (node) visit(node);
    expect(places).toEqual(expected);
  });
});

/** A feed of keys that the specification knows, with whatever values. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    "",
    "a",
    "/a",
    "https://example.org/a",
    "2025-08-19T11:30:00Z",
    "2025-02-30T11:30:00Z",
    "<b>a",
    "en",
    -1,
    1.5,
  ),
);
const keysOf = (names: string) =>
  fc.dictionary(fc.oneof(fc.constantFrom(...names.split(" ")), fc.string({ maxLength: 3 })), anything, { maxKeys: 8 });
const author = keysOf("name url avatar _x");
const story = fc
  .tuple(
    keysOf("id url title content_html content_text summary date_published date_modified image tags language author"),
    fc.array(author, { maxLength: 2 }),
    fc.array(keysOf("url mime_type title size_in_bytes duration_in_seconds"), { maxLength: 2 }),
  )
  .map(([fields, authors, attachments]) => ({ ...fields, authors, attachments }));
const top = keysOf("version title home_page_url feed_url description next_url icon author language expired hubs");

describe("any JSON", () => {
  test("is judged without an exception, and in parts as in one", () => {
    fc.assert(
      fc.property(top, fc.array(fc.oneof(story, anything), { maxLength: 4 }), (head, items) => {
        const { items: _, ...rest } = { ...head, items: undefined };
        const begin = Buffer.from(
          `${JSON.stringify(rest, null, 1).slice(0, -1)}${Object.keys(rest).length > 0 ? "," : ""}"items":[`,
        );
        const end = Buffer.from("]}");
        const entries = items.map((one) => Buffer.from(JSON.stringify(one, null, 1)));
        const document = Buffer.from(`${begin}${entries.join(",")}${end}`);
        const options = { now: 1755600000, url: "https://example.org/feed.json" };
        const whole = checkDocument(document, options).diagnostics;
        const head1 = checkHead("json", begin, end, options);
        const each = entries.map((one) => checkEntry("json", begin, one, end, options));
        const facts = each.map(({ declared }) => declared);
        const parts = [
          ...head1.diagnostics,
          ...each.flatMap(({ diagnostics }) => diagnostics),
          ...checkWhole("json", head1.declared, facts, document.length, options),
        ].filter(({ code }) => code !== "document/not-one-entry");
        const says = ({ code, message, severity }: (typeof parts)[number]) => `${code} ${severity} ${message}`;
        expect(parts.map(says).sort()).toEqual(whole.map(says).sort());
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});
