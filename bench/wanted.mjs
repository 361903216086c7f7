/**
 * The speed that the project wants of itself: ratios within one run on one corpus, so that they mean the same on any machine.
 *
 * @typedef {{id: string, name: string}} Of a contender's id and the name of its case
 * @typedef {(size: number, of: string, name?: string) => {seconds: number, megabytes: number | undefined} | undefined} Find medians
 */

const SMALL = 10_000;
const LARGE = 100_000;

/** @type {readonly {what: string, most: Readonly<Record<number, number>>, unit?: string, value: (find: Find, size: number) => number | undefined}[]} */
const WANTED = [
  {
    what: "from nothing, against Hugo",
    most: { [SMALL]: 0.8, [LARGE]: 0.25 },
    value: (find, size) => ratio(built(find, size), find(size, "hugo")?.seconds),
  },
  {
    what: "from nothing, against the plain script sanitizing every article",
    most: { [SMALL]: 0.25, [LARGE]: 0.2 },
    value: (find, size) => ratio(built(find, size), find(size, "plain-all")?.seconds),
  },
  {
    what: "nothing changed, against bare Node with the same imports + find",
    most: { [SMALL]: 1.6, [LARGE]: 2.2 },
    value: (find, size) => ratio(unchanged(find, size), sum(find(size, "node")?.seconds, find(size, "find")?.seconds)),
  },
  {
    what: "one article changed, on top of nothing changed, against from nothing",
    most: { [SMALL]: 0.25, [LARGE]: 0.25 },
    value: (find, size) => {
      const none = unchanged(find, size);
      const one = find(size, "wireroom", "one article changed")?.seconds;
      return none === undefined || one === undefined ? undefined : ratio(one - none, built(find, size));
    },
  },
  {
    what: "peak memory from nothing",
    most: { [SMALL]: 250, [LARGE]: 500 },
    unit: "MB",
    value: (find, size) => find(size, "wireroom", "from nothing")?.megabytes,
  },
  {
    what: "from nothing: time at 100,000 / time at 10,000",
    most: { [LARGE]: 3.5 },
    value: (find, size) => ratio(built(find, size), built(find, SMALL)),
  },
];

/**
 * Each wish beside what was measured.
 *
 * @param {Find} find
 * @param {readonly number[]} sizes
 * @returns {{what: string, size: number, most: number, value: number | undefined, unit: string, verdict: "pass" | "miss" | "not measured"}[]}
 */
export function judge(find, sizes) {
  return WANTED.flatMap(({ what, most, unit = "", value }) =>
    sizes
      .filter((size) => most[size] !== undefined)
      .map((size) => {
        const measured = value(find, size);
        const verdict = measured === undefined ? "not measured" : measured <= most[size] ? "pass" : "miss";
        return { what, size, most: most[size], value: measured, unit, verdict };
      }),
  );
}

function built(find, size) {
  return find(size, "wireroom", "from nothing")?.seconds;
}

function unchanged(find, size) {
  return find(size, "wireroom", "nothing changed")?.seconds;
}

function ratio(value, against) {
  return value === undefined || against === undefined ? undefined : value / against;
}

function sum(a, b) {
  return a === undefined || b === undefined ? undefined : a + b;
}
