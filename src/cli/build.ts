import { resolve } from "node:path";
import { inWords, parseMoment } from "../build/moment.ts";
import { unfinished } from "../build/report.ts";
import { type BuildReport, type BuildSettings, reportJson, runBuild } from "../build.ts";
import { GUARD_CODES, isGuardCode } from "../guard-codes.ts";
import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { buildSummary, changesText, feedList, timingsText } from "./build-text.ts";
import { type Command, type Given, secondsOf } from "./command.ts";
import { printDiagnostics, type TextFormat } from "./diagnostics.ts";
import { progressLine } from "./progress.ts";
import { writeWhole } from "./report-file.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";
import { ConfigurationProblem, outletAt } from "./surroundings.ts";

export const buildCommand: Command = {
  name: "build",
  about: "Read the articles and publish the feeds",
  operands: "",
  count: [0, 0],
  options: {
    config: { about: "the outlet's configuration (outlet.yaml)", value: "FILE" },
    out: { about: "where feeds are published, instead of out: in outlet.yaml", value: "DIR" },
    now: { about: "build as at this moment, in the outlet's zone unless it names one", value: "ISO" },
    previous: { about: "the last release: a folder, a manifest.json, its address, or none", value: "FILE|URL|none" },
    accept: { about: "let a guard pass this once", value: "CODE", repeatable: true },
    "dry-run": { about: "tell what would enter, leave and change; write nothing" },
    strict: { about: "hold articles with warnings back too" },
    fresh: { about: "read every article again" },
    verify: { about: "judge every finished document as a whole once more" },
    timings: { about: "tell how long each step took, and how much there was to do" },
    urls: { about: "list the addresses of all feeds" },
    wait: { about: "wait so long for another build to end", value: "SECONDS" },
    "break-lock": { about: "take the lock from a build that is surely dead" },
    timeout: { about: "give up after so long; the last release stands", value: "SECONDS" },
    report: { about: "also write the report as JSON into a file", value: "FILE" },
    "allow-private": { about: "fetch --previous from addresses that are not public" },
    format: { about: "how the report is printed", value: "FORMAT", choices: ["pretty", "line", "json", "github"] },
  },
  examples: [
    ["wireroom build", "publishes the outlet of the folder you are in"],
    ["wireroom build --dry-run", "tells what the next build would change"],
    ["wireroom build --previous https://news.example/manifest.json", "for jobs that start on an empty disk"],
    ["wireroom build --format github --strict", "for a job of GitHub Actions that lets nothing doubtful pass"],
  ],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const settings = await settingsOf(given, shell).catch(unusable);
  if ("exit" in settings) return deliver(settings, given, shell);
  const line = progressLine(shell);
  const report = await runBuild({ ...settings, onProgress: line.show });
  line.end();
  return deliver(report, given, shell, settings.outlet.zone);
}

/** A configuration that cannot be used is told in the format that was asked for, like everything else. */
function unusable(cause: unknown): BuildReport {
  if (cause instanceof ConfigurationProblem) return unfinished(EXIT.usage, ...cause.diagnostics);
  throw cause;
}

/** Prints the report, writes it where `--report` says, and ends with its code. */
function deliver(report: BuildReport, given: Given, shell: Shell, zone?: string): number {
  printReport(report, given, shell, zone);
  const file = given.value("report");
  if (file !== undefined) writeWhole(file, `${JSON.stringify(reportJson(report), null, 2)}\n`, shell);
  return report.exit;
}

async function settingsOf(given: Given, shell: Shell): Promise<BuildSettings | BuildReport> {
  const { outlet, folder } = outletAt(given.value("config") ?? "outlet.yaml", shell);
  const now = given.value("now");
  const moment = now === undefined ? { instant: shell.now() } : parseMoment(now, outlet);
  if (!("instant" in moment)) throw new UsageError(`Cannot use --now: ${moment.problem}`);
  for (const code of given.values("accept")) {
    if (isGuardCode(code)) continue;
    const likely = suggest(code, GUARD_CODES);
    throw new UsageError(
      `Cannot accept ${quote(code)}: ${likely === undefined ? "write the code of a guard, --accept guard/published-moved" : `did you mean ${likely}?`}`,
    );
  }
  const previous = given.value("previous");
  const loaded =
    previous === undefined
      ? undefined
      : await (await import("../build/previous.ts")).previousFrom(previous, {
          folder: shell.folder,
          allowPrivate: given.has("allow-private"),
          signal: shell.signal,
        });
  if (loaded !== undefined && "problem" in loaded) return unfinished(EXIT.refused, loaded.problem);
  const timeout = secondsOf(given, "timeout");
  const wait = secondsOf(given, "wait");
  const out = given.value("out");
  return {
    outlet,
    folder,
    shownFrom: shell.folder,
    now: moment.instant,
    accepted: new Set(given.values("accept")),
    dryRun: given.has("dry-run"),
    strict: given.has("strict"),
    fresh: given.has("fresh"),
    verify: given.has("verify"),
    breakLock: given.has("break-lock"),
    signal: shell.signal,
    clock: shell.clock,
    threads: shell.processors > 1,
    ...loaded,
    ...(out !== undefined && { out: resolve(shell.folder, out) }),
    ...(wait !== undefined && { wait }),
    ...(timeout !== undefined && { timeout }),
  };
}

function printReport(report: BuildReport, given: Given, shell: Shell, zone = "UTC"): void {
  const format = given.value("format") ?? (shell.terminal ? "pretty" : "line");
  if (format === "json") {
    shell.out(`${JSON.stringify(reportJson(report), null, 2)}\n`);
    return;
  }
  // What an editor need not act on is shown to people only, and counted for the others.
  printDiagnostics(report.diagnostics, format as TextFormat, shell);
  if (given.has("urls")) shell.out(feedList(report));
  if (report.changes !== undefined) shell.out(changesText(report.changes));
  if (report.exit !== EXIT.refused && report.exit !== EXIT.unfinished && report.exit !== EXIT.usage)
    shell.out(buildSummary(report, (instant) => inWords(instant, zone)));
  if (given.has("timings")) shell.out(timingsText(report));
}
