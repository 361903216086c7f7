import { type OutletStatus, statusJson, statusOf } from "../build/status.ts";
import { FolderProblem } from "../discover/index.ts";
import { escapeControls } from "../text.ts";
import { inWords } from "../time.ts";
import { plural } from "./build-text.ts";
import type { Command, Given } from "./command.ts";
import { printDiagnostics } from "./diagnostics.ts";
import { EXIT, type Shell } from "./shell.ts";
import { outletAt } from "./surroundings.ts";

export const statusCommand: Command = {
  name: "status",
  about: "Tell the last release, what is held back since when, and what is due next",
  operands: "",
  count: [0, 0],
  options: {
    config: { about: "the outlet's configuration (outlet.yaml)", value: "FILE" },
    json: { about: "as one JSON object" },
  },
  examples: [
    ["wireroom status", "what an operator asks first"],
    ["wireroom status --json", "for a monitor"],
  ],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const { outlet, folder } = outletAt(given.value("config") ?? "outlet.yaml", shell);
  try {
    const found = await statusOf(outlet, folder, shell.now());
    if ("problem" in found) return refused(found.problem, shell);
    if (given.has("json")) shell.out(`${JSON.stringify(statusJson(found.status), null, 2)}\n`);
    else shell.out(statusText(found.status, outlet.articles, outlet.zone));
    return EXIT.fine;
  } catch (problem) {
    if (problem instanceof FolderProblem)
      return refused({ code: problem.code, severity: "error", message: problem.message }, shell);
    throw problem;
  }
}

function refused(problem: Parameters<typeof printDiagnostics>[0][number], shell: Shell): number {
  printDiagnostics([problem], shell.terminal ? "pretty" : "line", shell);
  return EXIT.refused;
}

function statusText({ release, attempt, held, next }: OutletStatus, articles: string, zone: string): string {
  const lines = [
    release === undefined
      ? "Nothing is published yet"
      : `Release ${release.id.slice(0, 12)}${release.published === undefined ? "" : ` of ${inWords(release.published, zone)}`}: ${plural(release.stories, "story", "stories")} in ${plural(release.feeds, "feed")}, ${plural(release.files, "file")}`,
  ];
  if (attempt !== undefined && attempt.exit > 1)
    lines.push(
      `The last build, at ${attempt.at}, published nothing: exit ${attempt.exit}, ${attempt.codes.map(escapeControls).join(", ")}`,
    );
  for (const { source, code, since, lastGood } of held) {
    const shown = lastGood ? "its last good version is shown" : "it is in no feed";
    const when = since === undefined ? "" : ` since ${inWords(since, zone)}`;
    lines.push(`Held back${when}: ${escapeControls(`${articles}/${source}`)} (${code}), ${shown}`);
  }
  lines.push(next === undefined ? "Nothing is due by time" : `Next change by time: ${inWords(next, zone)}`);
  return `${lines.join("\n")}\n`;
}
