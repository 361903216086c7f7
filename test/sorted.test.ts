import fc from "fast-check";
import { expect, test } from "vitest";
import { atPath, hasBelow } from "../src/sorted.ts";

test("property: finds what has a path or is below one, and nothing else", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "/", ".", "-", "é", "\u{1f30a}"), { maxLength: 5 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(fc.uniqueArray(path), path, (paths, other) => {
      const sorted = [...paths].sort().map((one) => ({ path: one }));
      expect(paths.map((one) => atPath(sorted, one)?.path)).toEqual(paths);
      expect(atPath(sorted, other)?.path).toBe(paths.includes(other) ? other : undefined);
      expect(hasBelow(sorted, other)).toBe(paths.some((one) => one.startsWith(`${other}/`)));
    }),
    { numRuns: 1000, seed: 20260102 },
  );
});
