import fc from "fast-check";
import { expect, test } from "vitest";
import { stableJson } from "../../src/publish/stable-json.ts";

/** Printed key by key, as the format has it. */
function printed(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printed).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, property]) => property !== undefined);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, property]) => `${JSON.stringify(key)}:${printed(property)}`).join(",")}}`;
}

test("keys are sorted at every depth, absent properties left out, and lists keep their order", () => {
  const value = { b: [{ d: 1, c: undefined }, 2], a: { z: "ü", y: null } };
  expect(stableJson(value)).toBe('{"a":{"y":null,"z":"ü"},"b":[{"d":1},2]}');
  expect(stableJson({ a: 1, b: { c: 2 } })).toBe('{"a":1,"b":{"c":2}}');
});

test("property: equal values print equal bytes, whatever the order of their properties", () => {
  const key = fc.stringMatching(/^[A-Za-z_]{1,4}$/).filter((text) => text !== "__proto__");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.integer(),
      fc.constant(undefined),
      fc.constant(null),
      tie("list"),
      tie("map"),
    ),
    list: fc.array(tie("tree"), { maxLength: 4 }),
    map: fc.dictionary(key, tie("tree"), { maxKeys: 5, noNullPrototype: true }),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      expect(stableJson(value)).toBe(printed(value));
    }),
    { seed: 20260103 },
  );
});
