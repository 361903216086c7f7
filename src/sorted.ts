interface Placed {
  readonly path: string;
}

/** What has a path, among things that are sorted by path in code units. */
export function atPath<Thing extends Placed>(sorted: readonly Thing[], path: string): Thing | undefined {
  const found = sorted[firstFrom(sorted, path)];
  return found?.path === path ? found : undefined;
}

/** Whether one of them is below a folder. */
export function hasBelow(sorted: readonly Placed[], folder: string): boolean {
  const start = `${folder}/`;
  return sorted[firstFrom(sorted, start)]?.path.startsWith(start) === true;
}

/** Index of the first that does not come before a path. */
function firstFrom(sorted: readonly Placed[], path: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle]?.path ?? "") < path) from = middle + 1;
    else to = middle;
  }
  return from;
}
