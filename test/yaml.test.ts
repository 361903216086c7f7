import fc from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../src/yaml.ts";

/** With a comment below them fields are read by js-yaml; without one, mostly by a pattern for plain lines. */
function withComment(text: string) {
  return readYaml(`${text}${text.endsWith("\n") ? "" : "\n"}# read whole`);
}

test.each([
  ["a text in quotes", 'title: "Rain in the hills: a report"'],
  ["a text without quotes", "title: Rain in the hills, and snow"],
  ["a date with a time", "date: 2026-04-03T16:30:00+02:00"],
  ["a list on its line", 'tags: [Weather, "Harbour, old", 010, NO, null]'],
  ["an empty list", "tags: []"],
  ["a key that objects have", "constructor: 1\ntoString: 2"],
  ["a key that stands there twice", "title: Rain\ntitle: Snow"],
  ["a value that goes on below", "title: Rain\n  in the hills"],
  ["a value with a colon and a space", "title: Rain: a report"],
  ["a comment behind a value", "title: Rain # wet"],
  ["a quote that never ends", 'title: "Rain'],
  ["an escape", 'title: "Rain \\u00e9"'],
  ["a no-break space", "title: Rain\u00a0now"],
])("fields on plain lines are what YAML makes of them: %s", (_, text) => {
  const read = readYaml(text);
  if (!("problem" in read)) expect(read).toEqual(withComment(text));
  else expect(withComment(text)).toMatchObject({ problem: { code: read.problem.code } });
});

test("fields on plain lines are what YAML makes of them, whatever is typed", () => {
  const piece = fc.constantFrom(
    ...["a", "Z", "9", "1.5", "0x1F", "NO", "true", "null", "~", "-", "- ", ": ", ":", " ", "  ", ",", ", ", "[", "]"],
    ...["{", "}", '"', "'", "#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "\\", "é", "—", "字", "😀", "\t", "? "],
    ...["\u00a0", "\u0085", "\u2028", "\ufeff", "---", "...", "/", "=", "<<", "\n", "\n  ", "\n- "],
  );
  const value = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));
  const form = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => `a${text}`,
    (text) => `"${text}"`,
    (text) => `[a${text}]`,
  );
  const line = fc
    .tuple(fc.constantFrom("title", "d-x", "T_1", "true", "constructor"), form, value)
    .map(([key, wrap, text]) => `${key}: ${wrap(text)}`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const read = readYaml(lines.join("\n"));
      const whole = withComment(lines.join("\n"));
      // A comment behind an open quote changes what is wrong, never that something is.
      if ("problem" in read || "problem" in whole) expect("problem" in read).toBe("problem" in whole);
      else expect(read).toEqual(whole);
    }),
    { seed: 20260403, numRuns: 4000 },
  );
});
