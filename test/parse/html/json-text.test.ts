import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonNode, readJsonText } from "../../../src/parse/html/json-text.ts";

const read = (text: string) => readJsonText(text, 0, text.length);

/** The value without places. */
function plain({ value }: JsonNode): unknown {
  if (Array.isArray(value)) return (value as readonly JsonNode[]).map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, node]) => [key, plain(node)]));
  return value;
}

describe("JSON in a page", () => {
  test.each([
    ["marks of a comment", `<!-- {"a": 1} -->`],
    ["marks of a CDATA section", `//<![CDATA[\n{"a": 1}\n//]]>`],
    ["a semicolon behind it", `{"a": 1};`],
    ["a comma too many", `{"a": 1,}`],
    ["text behind it", `{"a": 1} google_ads()`],
  ])("is read past %s", (_what, text) => {
    const { node, flaw } = read(text);
    expect(node && plain(node)).toEqual({ a: 1 });
    expect(flaw).toBeDefined();
  });

  test.each([
    ["a line end in a text", `{"a": "b\nc"}`, { a: "b c" }],
    ["an escape that JSON has not", `{"a": "it\\'s"}`, { a: "it's" }],
  ])("is read past %s", (_what, text, value) => {
    const { node, flaw } = read(text);
    expect(node && plain(node)).toEqual(value);
    expect(flaw).toBeDefined();
  });

  test.each([
    ["code", `{"a": alert(1)}`],
    ["a name without quotes", "{a: 1}"],
    ["half an object", `{"a": [1, 2`],
    ["values inside values without end", "[".repeat(1_000_000)],
    ["nothing", "   "],
  ])("is refused with a reason when it is %s", (_what, text) => {
    const { node, flaw } = read(text);
    expect(node).toBeUndefined();
    expect(flaw).toBeDefined();
  });

  test("knows where each value stands", () => {
    const text = `{"a": ["x", {"b": "y"}]}`;
    const root = read(text).node?.value;
    const list = root instanceof Map ? (root as ReadonlyMap<string, JsonNode>).get("a")?.value : undefined;
    expect(((list ?? []) as readonly JsonNode[]).map(({ at }) => text.slice(at, at + 4))).toEqual([`"x",`, `{"b"`]);
  });

  test("takes __proto__ for a name like any other", () => {
    const value = read(`{"__proto__": {"polluted": true}}`).node?.value as ReadonlyMap<string, JsonNode>;
    expect([...value.keys()]).toEqual(["__proto__"]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("is what JSON.parse makes of it, for any value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { node, flaw } = read(text);
        expect(flaw).toBeUndefined();
        expect(JSON.stringify(node && plain(node))).toBe(JSON.stringify(JSON.parse(text)));
      }),
      { seed: 20250304, numRuns: 500 },
    );
  });
});
