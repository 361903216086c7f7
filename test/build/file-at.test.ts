import fc from "fast-check";
import { expect, test } from "vitest";
import { fileAt } from "../../src/build/file-at.ts";
import type { SourceFile } from "../../src/model/draft.ts";

const fileOf = (path: string): SourceFile => ({ path, kind: "markdown", size: 1, stamp: path });

test("finds every file by its path, and none that is not there", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: "binary" })), fc.string({ unit: "binary" }), (paths, other) => {
      const files = [...paths].sort().map(fileOf);
      expect(paths.map((path) => fileAt(files, path)?.path)).toEqual(paths);
      expect(fileAt(files, other)?.path).toBe(paths.includes(other) ? other : undefined);
    }),
    { seed: 20260102 },
  );
});
