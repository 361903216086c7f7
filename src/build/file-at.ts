import type { SourceFile } from "../model/draft.ts";

/** The file of a path among files that are sorted by path in code units. */
export function fileAt(files: readonly SourceFile[], path: string): SourceFile | undefined {
  let from = 0;
  let to = files.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((files[middle]?.path ?? "") < path) from = middle + 1;
    else to = middle;
  }
  return files[from]?.path === path ? files[from] : undefined;
}
