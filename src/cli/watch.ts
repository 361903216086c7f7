import { resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { unfinished } from "../build/report.ts";
import { openSession, type Session } from "../build/session.ts";
import { type BuildReport, type BuildSettings, runBuild } from "../build.ts";
import { civil } from "../time.ts";
import { watchFolders } from "../watch/folders.ts";
import { type Timer, watchLoop } from "../watch/loop.ts";
import type { Command, Given } from "./command.ts";
import { countText, printDiagnostics, type TextFormat } from "./diagnostics.ts";
import { EXIT, type Shell } from "./shell.ts";
import { ConfigurationProblem, type FoundOutlet, outletAt } from "./surroundings.ts";

export const watchCommand: Command = {
  name: "watch",
  about: "Build again whenever an article changes or the next story is due",
  operands: "",
  count: [0, 0],
  options: {
    config: { about: "the outlet's configuration (outlet.yaml)", value: "FILE" },
    format: { about: "how builds are told of, a line each", value: "FORMAT", choices: ["pretty", "line", "json"] },
  },
  examples: [["wireroom watch", "keeps the feeds up to date until you press Ctrl-C"]],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const config = given.value("config") ?? "outlet.yaml";
  let found = outletAt(config, shell);
  let opened: FoundOutlet | ConfigurationProblem = found;
  const printer = printerOf(given.value("format") ?? (shell.terminal ? "pretty" : "line"), shell);
  const file = resolve(shell.folder, config);
  const session = openSession();
  // When the last build had new feeds out; subscribers do not wait for the tidying that follows.
  let out: number | undefined;
  await watchLoop<BuildReport>({
    build: async (settled, changed) => {
      out = undefined;
      if ("diagnostics" in opened) return unfinished(EXIT.usage, ...opened.diagnostics);
      return buildOnce(opened, session, shell, {
        settled,
        ...(changed !== undefined && { changed }),
        onOut: () => {
          out = shell.clock();
        },
      });
    },
    isFinished: ({ release }) => release !== undefined,
    onBuild: (report, milliseconds, again) => {
      const tidying = out === undefined ? 0 : shell.clock() - out;
      printer(report, milliseconds - tidying, again, found.outlet.zone);
    },
    changes: (onChange) =>
      watchFolders(() => {
        // Before the build that it decides: the articles may have moved to a folder that nobody watches yet.
        const loaded = reopened(config, shell);
        // What is in mind of the outlet counts while it is the same one.
        opened = isDeepStrictEqual(loaded, found) ? found : loaded;
        if (!("diagnostics" in opened)) found = opened;
        return { trees: [resolve(found.folder, found.outlet.articles)], files: [file] };
      }, onChange),
    timer,
    turn,
    clock: shell.clock,
    now: shell.now,
    signal: shell.signal,
  });
  return EXIT.fine;
}

function reopened(config: string, shell: Shell): FoundOutlet | ConfigurationProblem {
  try {
    return outletAt(config, shell);
  } catch (problem) {
    if (problem instanceof ConfigurationProblem) return problem;
    throw problem;
  }
}

function buildOnce(
  { outlet, folder }: FoundOutlet,
  session: Session,
  shell: Shell,
  more: Pick<BuildSettings, "settled" | "changed" | "onOut">,
): Promise<BuildReport> {
  return runBuild({
    ...more,
    outlet,
    folder,
    shownFrom: shell.folder,
    session,
    now: shell.now(),
    clock: shell.clock,
    threads: shell.processors > 1,
    signal: shell.signal,
  });
}

const timer: Timer = (milliseconds, act) => {
  const waiting = setTimeout(act, milliseconds);
  return () => clearTimeout(waiting);
};

/** Milliseconds are those until new feeds were out. */
type Printer = (report: BuildReport, milliseconds: number, again: boolean, zone: string) => void;

/**
 * Tells of builds: problems only when they differ from those of the build before, then one calm line. Of a build that nothing known to have
 * changed gave rise to, and that published nothing and met nothing new, it says nothing.
 */
function printerOf(format: string, shell: Shell): Printer {
  let build = 0;
  let told = "";
  return (report, milliseconds, again, zone) => {
    const { release, held, diagnostics, exit } = report;
    const problems = diagnostics.filter(({ severity }) => severity !== "info");
    const text = JSON.stringify(problems);
    const isNews = text !== told;
    told = text;
    const changed = release?.changed.length ?? 0;
    if (again && changed === 0 && !isNews) return;
    build++;
    if (format === "json") {
      shell.out(
        `${JSON.stringify({ build, milliseconds, exit, changed, held: held.length, timings: report.timings })}\n`,
      );
      return;
    }
    if (isNews) printDiagnostics(problems, format as TextFormat, shell);
    const what =
      release === undefined
        ? "Nothing published"
        : changed === 0
          ? "Unchanged"
          : `${changed} ${changed === 1 ? "file" : "files"} changed`;
    const rest = problems.length === 0 ? "" : `, ${countText(problems)}`;
    shell.out(`${timeOfDay(shell, zone)} ${what}${rest} (${Math.round(milliseconds)} ms)\n`);
  };
}

function timeOfDay(shell: Shell, zone: string): string {
  const { hour, minute, second } = civil(shell.now(), zone);
  return [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
}
