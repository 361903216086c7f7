import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { VERSION } from "../version.ts";
import { buildCommand } from "./build.ts";
import { checkCommand } from "./check.ts";
import { type Command, readArguments } from "./command.ts";
import { printDiagnostics } from "./diagnostics.ts";
import { explainCommand } from "./explain.ts";
import { commandHelp, programHelp } from "./help.ts";
import { initCommand } from "./init.ts";
import { rulesCommand } from "./rules.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";
import { statusCommand } from "./status.ts";
import { ConfigurationProblem } from "./surroundings.ts";
import { watchCommand } from "./watch.ts";

export const COMMANDS: readonly Command[] = [
  buildCommand,
  checkCommand,
  explainCommand,
  initCommand,
  rulesCommand,
  statusCommand,
  watchCommand,
];

/** Runs one command line. @returns the exit code */
export async function runCommand(args: readonly string[], shell: Shell): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      const asked = COMMANDS.find((command) => command.name === rest[0]);
      shell.out(asked === undefined ? programHelp(COMMANDS) : commandHelp(asked));
      return name === undefined ? EXIT.usage : EXIT.fine;
    }
    if (name === "--version" || name === "-v") {
      shell.out(`${VERSION}\n`);
      return EXIT.fine;
    }
    const command = COMMANDS.find((one) => one.name === name);
    if (command === undefined) throw new UsageError(unknownCommand(name));
    const given = readArguments(command, rest);
    if (given.has("help")) {
      shell.out(commandHelp(command));
      return EXIT.fine;
    }
    return await command.run(given, shell);
  } catch (problem) {
    return failed(problem, shell);
  }
}

function unknownCommand(name: string): string {
  const likely = suggest(
    name,
    COMMANDS.map((command) => command.name),
  );
  return `Cannot run ${quote(name)}: ${likely === undefined ? "wireroom --help lists the commands" : `did you mean wireroom ${likely}?`}`;
}

function failed(problem: unknown, shell: Shell): number {
  if (problem instanceof UsageError) {
    shell.err(`wireroom: ${problem.message}\n`);
    return EXIT.usage;
  }
  if (problem instanceof ConfigurationProblem) {
    printDiagnostics(problem.diagnostics, shell.terminal ? "pretty" : "line", shell);
    return EXIT.usage;
  }
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  shell.err(`wireroom: This is a bug of Wireroom, please report it with what you ran\n${what}\n`);
  return EXIT.bug;
}
