import { type Command, GENERAL, type Option } from "./command.ts";

/** The help of a command: how it is called, its options, examples. */
export function commandHelp({ name, about, operands, options, examples }: Command): string {
  const rows = Object.entries({ ...options, ...GENERAL }).map(
    ([option, spec]) => [`--${option}${valueText(spec)}`, aboutText(spec)] as const,
  );
  return [
    `${about}`,
    "",
    `Usage: wireroom ${[name, operands, "[options]"].filter(Boolean).join(" ")}`,
    "",
    "Options:",
    ...columns(rows),
    "",
    "Examples:",
    ...examples.flatMap(([line, what]) => [`  ${line}`, `      ${what}`]),
    "",
  ].join("\n");
}

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  return [
    "Wireroom makes validated RSS, Atom and JSON feeds from a newsroom's article files.",
    "",
    "Usage: wireroom COMMAND [options]",
    "",
    "Commands:",
    ...columns(commands.map(({ name, about }) => [name, about] as const)),
    "",
    "wireroom COMMAND --help shows the options of a command, with examples. wireroom --version shows the version.",
    "",
    "Exit codes: 0 published, unchanged or valid; 1 published with something held back, or invalid; 2 wrong usage or",
    "configuration; 3 refused by a guard, the lock or a missing articles folder; 4 could not finish; 5 a bug of ours.",
    "",
  ].join("\n");
}

function valueText({ value, choices }: Option): string {
  return value === undefined ? "" : ` ${choices === undefined ? value : choices.join("|")}`;
}

function aboutText({ about, repeatable }: Option): string {
  return repeatable === true ? `${about} (may be repeated)` : about;
}

/** Rows of two columns; a long first column has its second below it. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(28, Math.max(...rows.map(([first]) => first.length)));
  return rows.flatMap(([first, second]) =>
    first.length > width
      ? [`  ${first}`, `  ${" ".repeat(width)}  ${second}`]
      : [`  ${first.padEnd(width)}  ${second}`],
  );
}
