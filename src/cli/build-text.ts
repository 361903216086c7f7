import type { FeedChange } from "../build/changes.ts";
import type { BuildReport } from "../build.ts";
import type { Instant } from "../model/article.ts";
import { escapeControls, quote } from "../text.ts";
import { countText } from "./diagnostics.ts";

/** What a build did, in a few lines. */
export function buildSummary(
  { release, held, next, diagnostics, feeds, changes, moves }: BuildReport,
  words: (instant: Instant) => string,
): string {
  const lines: string[] = [];
  if (release !== undefined) {
    const { files, stories, changed } = release;
    const first = moves === undefined ? "for the first time" : "";
    const what =
      changed.length === 0
        ? "Unchanged"
        : `Published${first === "" ? "" : ` ${first}`}, ${plural(changed.length, "file")} changed`;
    lines.push(
      `${what}: ${plural(stories, "story", "stories")} in ${plural(feeds.length, "feed")}, ${plural(files, "file")}`,
    );
    for (const [word, titles] of [
      ["In", moves?.entered ?? []],
      ["Out", moves?.left ?? []],
    ] as const)
      if (titles.length > 0) lines.push(`${word}: ${namesText(titles)}`);
  } else if (changes !== undefined) lines.push("Dry run: nothing was written");
  if (held.length > 0) {
    const shown = held.filter(({ lastGood }) => lastGood).length;
    lines.push(
      `Held back: ${plural(held.length, "file")}${shown === 0 ? "" : `, ${shown} of them shown in the last good version`}`,
    );
    for (const { source, since, lastGood } of held)
      if (lastGood && since !== undefined)
        lines.push(`  ${escapeControls(source)}: the last good version is shown since ${words(since)}`);
  }
  if (next !== undefined) lines.push(`Next change by time: ${words(next)}`);
  if (diagnostics.length > 0) lines.push(countText(diagnostics));
  return `${lines.join("\n")}\n`;
}

/** Titles that are named one by one. */
const MOST_NAMED = 5;

function namesText(titles: readonly string[]): string {
  const named = titles.slice(0, MOST_NAMED).map(quote).join(", ");
  return titles.length > MOST_NAMED ? `${named} and ${titles.length - MOST_NAMED} more` : named;
}

/** The addresses of all feeds, a line each. */
export function feedList({ feeds }: BuildReport): string {
  return feeds.flatMap(({ urls }) => urls.map((url) => `${url}\n`)).join("");
}

/** What a dry run found, feed by feed. */
export function changesText(changes: readonly FeedChange[]): string {
  if (changes.length === 0) return "No feed would change\n";
  const marked = (mark: string, titles: readonly string[]) =>
    titles.map((title) => `  ${mark} ${escapeControls(title)}`);
  return changes
    .map(({ path, state, enter, leave, change }) =>
      [
        `${path === "" ? "main feed" : path}${state === "changed" ? "" : ` (${state})`}`,
        ...marked("+", enter),
        ...marked("-", leave),
        ...marked("~", change),
        "",
      ].join("\n"),
    )
    .join("");
}

/** How long each step took, and how much there was to do. */
export function timingsText({ timings, counts }: BuildReport): string {
  if (Object.keys(timings).length === 0) return "";
  const { articles, read, rendered, entries, documents } = counts;
  const steps = Object.entries(timings).map(
    ([step, milliseconds]) => `${step.padEnd(10)} ${milliseconds.toFixed(1).padStart(9)} ms\n`,
  );
  const done = [
    `${plural(read, "file")} read for ${plural(articles, "article")}`,
    `${plural(entries, "entry", "entries")} of ${plural(rendered, "story", "stories")} rendered`,
    `${plural(documents, "document")} written`,
  ];
  return `${steps.join("")}${done.join(", ")}\n`;
}

/** `1 story`, `2 stories`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
