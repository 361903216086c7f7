import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { median } from "./measure.mjs";

/**
 * The one table: each program in each state, medians, slowest and fastest, against Wireroom from nothing.
 *
 * @param {readonly import("./race.mjs").Row[]} rows
 * @returns {string} Markdown
 */
export function raceTable(rows) {
  const lines = rows.map((row) => {
    const base = rows.find(({ size, id, state }) => size === row.size && id === "wireroom" && state === "from nothing");
    const seconds = medianOf(row, "seconds");
    const times = row.runs.map((run) => run.seconds);
    return [
      row.size.toLocaleString("en"),
      row.name,
      row.state,
      seconds.toFixed(2),
      `${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)}`,
      base === undefined ? "–" : `${(seconds / medianOf(base, "seconds")).toFixed(2)} ×`,
      medianOf(row, "cpuSeconds")?.toFixed(2) ?? "–",
      medianOf(row, "megabytes")?.toFixed(0) ?? "–",
      row.made === undefined ? "–" : `${row.made.documents} of ${row.made.feeds} feeds`,
      row.made?.stories.toLocaleString("en") ?? "–",
      row.made === undefined ? "–" : (row.made.bytes / 1e6).toFixed(0),
      String(row.runs.length),
    ];
  });
  const head = [
    ...["articles", "program", "state", "seconds", "range", "against Wireroom", "CPU seconds", "peak MB"],
    ...["documents", "stories", "MB written", "runs"],
  ];
  return table(head, lines);
}

/**
 * @param {ReturnType<typeof import("./wanted.mjs").judge>} verdicts
 * @returns {string} Markdown
 */
export function wantedTable(verdicts) {
  const lines = verdicts.map(({ what, size, most, value, unit, verdict }) => [
    what,
    size.toLocaleString("en"),
    `${most}${unit === "" ? "" : ` ${unit}`}`,
    value === undefined ? "–" : unit === "" ? value.toFixed(2) : `${value.toFixed(0)} ${unit}`,
    verdict,
  ]);
  return table(["wanted", "articles", "at most", "measured", "verdict"], lines);
}

/**
 * Where Wireroom's time goes, in milliseconds.
 *
 * @param {number} size articles
 * @param {ReturnType<typeof import("./steps.mjs").stepsOf>} states
 * @returns {string} Markdown
 */
export function stepsTable(size, states) {
  const steps = [...new Set([...states.values()].flatMap((state) => [...state.keys()]))];
  const cell = (milliseconds) => milliseconds?.toFixed(1) ?? "–";
  const lines = steps.map((step) => [step, ...[...states.values()].map((state) => cell(state.get(step)))]);
  return table([`step, ${size.toLocaleString("en")} articles (ms)`, ...states.keys()], lines);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} lines
 * @returns {string} a Markdown table that is also one on a terminal
 */
function table(head, lines) {
  const widths = head.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column].length)));
  const print = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [print(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...lines.map(print)].join("\n");
}

/**
 * @param {import("./race.mjs").Row} row
 * @param {"seconds" | "cpuSeconds" | "megabytes"} what
 * @returns {number | undefined} undefined when it was not measured
 */
export function medianOf({ runs }, what) {
  const values = runs.map((run) => run[what]).filter((value) => value !== undefined);
  return values.length === 0 ? undefined : median(values);
}

/**
 * Puts text into its place in a results file and leaves the rest, which people write, as it is.
 *
 * @param {string} file made when it is not there
 * @param {string} name of the place
 * @param {string} text Markdown
 */
export function writePart(file, name, text) {
  const old = existsSync(file) ? readFileSync(file, "utf8") : "# Results\n";
  const [from, to] = [`<!-- ${name}: written by the bench -->`, `<!-- ${name}: end -->`];
  const part = `${from}\n\n${text.trim()}\n\n${to}`;
  const begin = old.indexOf(from);
  const end = old.indexOf(to);
  const next =
    begin === -1 || end < begin
      ? `${old.trimEnd()}\n\n${part}\n`
      : `${old.slice(0, begin)}${part}${old.slice(end + to.length)}`;
  writeFileSync(file, next);
}
