import { authorFields, copyFields, limitFields, outletFields, retractionFields, sectionFields } from "./fields.ts";
import type { Field } from "./reading.ts";

type Described = Readonly<Record<string, Pick<Field<never>, "type" | "standard" | "about">>>;

/** Groups of settings and what they are below. */
const GROUPS: readonly (readonly [heading: string, fields: Described])[] = [
  ["All settings", outletFields],
  ["`limit`", limitFields],
  ["Each of `sections`", sectionFields],
  ["Each of `authors`", authorFields],
  ["`copy`", copyFields],
  ["`retraction`", retractionFields],
];

/** Every setting of `outlet.yaml` with its type and default, as Markdown tables. */
export function settingsTables(): string {
  return GROUPS.map(([heading, fields]) => {
    const rows = Object.entries(fields).map(([name, { type, standard, about }]) => [
      `\`${name}\``,
      type,
      standard,
      about,
    ]);
    return `### ${heading}\n\n${table([["Setting", "Type", "Default", "What it is"], ...rows])}`;
  }).join("\n");
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |\n`;
  return line(head) + rule + rows.map(line).join("");
}
