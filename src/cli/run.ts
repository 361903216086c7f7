import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { VERSION } from "../version.ts";
import { type Command, readArguments } from "./command.ts";
import { printDiagnostics } from "./diagnostics.ts";
import { commandHelp, programHelp } from "./help.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";
import { ConfigurationProblem } from "./surroundings.ts";

/** Every command by its name. Each is loaded when it is called or told of: a build that finds nothing changed must not load a judge. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  build: async () => (await import("./build.ts")).buildCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  init: async () => (await import("./init.ts")).initCommand,
  rules: async () => (await import("./rules.ts")).rulesCommand,
  status: async () => (await import("./status.ts")).statusCommand,
  watch: async () => (await import("./watch.ts")).watchCommand,
};

/** Every command, in the order of the help. */
export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

/** Runs one command line. @returns the exit code */
export async function runCommand(args: readonly string[], shell: Shell): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      const asked = await commandOf(rest[0] ?? "");
      shell.out(asked === undefined ? programHelp(await allCommands()) : commandHelp(asked));
      return name === undefined ? EXIT.usage : EXIT.fine;
    }
    if (name === "--version" || name === "-v") {
      shell.out(`${VERSION}\n`);
      return EXIT.fine;
    }
    const command = await commandOf(name);
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

async function commandOf(name: string): Promise<Command | undefined> {
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}

function unknownCommand(name: string): string {
  const likely = suggest(name, Object.keys(COMMANDS));
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
  if (isCode(problem, "EMFILE") || isCode(problem, "ENFILE")) {
    shell.err("wireroom: Cannot open one more file: too many are open, allow this process 256 (ulimit -n)\n");
    return EXIT.unfinished;
  }
  const what = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  shell.err(`wireroom: This is a bug of Wireroom, please report it with what you ran\n${what}\n`);
  return EXIT.bug;
}

function isCode(problem: unknown, code: string): boolean {
  return problem instanceof Error && "code" in problem && problem.code === code;
}
