import { parseArgs } from "node:util";
import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { type Shell, UsageError } from "./shell.ts";

/** An option of a command. Without `value` it is a switch. */
export interface Option {
  readonly about: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly repeatable?: true;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly about: string;
  /** What is given beside options: `FILE...`. */
  readonly operands: string;
  /** How many operands: at least, at most. */
  readonly count: readonly [number, number];
  readonly options: Readonly<Record<string, Option>>;
  /** A command line and what it does. */
  readonly examples: readonly (readonly [string, string])[];
  /** @returns the exit code */
  run(given: Given, shell: Shell): number | Promise<number>;
}

/** What was given on the command line. */
export interface Given {
  readonly operands: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** Options that every command has. */
export const GENERAL: Readonly<Record<string, Option>> = { help: { about: "show this" } };

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError for an option that is unknown (with the likely one), lacks its value, or has one that cannot be
 */
export function readArguments(command: Command, args: readonly string[]): Given {
  const options = { ...command.options, ...GENERAL };
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? "boolean" : "string" } as const,
      ]),
    ),
  });
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const name = token.rawName === "-h" ? "help" : token.name;
    if (!Object.hasOwn(options, name)) throw new UsageError(unknown(token.rawName, command));
    const values = given.get(name) ?? [];
    given.set(name, [...values, optionValue(name, options[name], token.value, values.length)]);
  }
  const [least, most] = command.count;
  if (!given.has("help") && (operands.length < least || operands.length > most)) {
    throw new UsageError(
      operands.length < least
        ? `Cannot ${command.name} nothing: write wireroom ${command.name} ${command.operands}`
        : `Cannot use ${quote(operands[most] ?? "")}: wireroom ${command.name} takes ${most === 0 ? "only options" : command.operands}`,
    );
  }
  return {
    operands,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

function optionValue(name: string, option: Option | undefined, value: string | undefined, before: number): string {
  if (option?.value === undefined) {
    if (value !== undefined) throw new UsageError(`Cannot give --${name} a value: write --${name} alone`);
    return "";
  }
  if (value === undefined || value === "")
    throw new UsageError(`Cannot use --${name} without a value: write --${name} ${option.value}`);
  if (before > 0 && option.repeatable !== true) throw new UsageError(`Cannot use --${name} twice: write it once`);
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const likely = suggest(value, option.choices);
    throw new UsageError(
      `Cannot use ${quote(value)} for --${name}: ${likely === undefined ? `write ${option.choices.join(", ")}` : `did you mean ${likely}?`}`,
    );
  }
  return value;
}

function unknown(name: string, { name: command, options }: Command): string {
  const likely = suggest(name.replace(/^-+/, ""), Object.keys({ ...options, ...GENERAL }));
  return `Cannot use ${quote(name)}: ${likely === undefined ? `wireroom ${command} --help lists the options` : `did you mean --${likely}?`}`;
}

/** A number of seconds given as an option. */
export function secondsOf(given: Given, name: string): number | undefined {
  const text = given.value(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text))
    throw new UsageError(`Cannot use ${quote(text)} for --${name}: write seconds, --${name} 30`);
  return Number(text);
}
