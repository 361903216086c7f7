import { escapeControls } from "../text.ts";
import type { RuleText } from "../validate/index.ts";
import { severityOf } from "../validate/index.ts";

/** Longest example that is printed whole, in UTF-16 units. */
const MOST = 700;

/** docs/rules.md: every rule of the validator, from the data that the validator works with. */
export function rulesDocument(rules: readonly RuleText[]): string {
  const areas = new Map<string, RuleText[]>();
  for (const rule of rules) {
    const area = rule.code.slice(0, rule.code.indexOf("/"));
    areas.set(area, [...(areas.get(area) ?? []), rule]);
  }
  const parts = [...areas].map(([area, inArea]) => `## ${area}\n\n${inArea.map(section).join("\n")}`);
  return `${INTRODUCTION}\n${parts.join("\n")}`;
}

const INTRODUCTION = `# Rules

What \`wireroom check\` looks for, and what guards every build. \`wireroom rules CODE\` prints one of them. Codes never change; \`{value}\` and
the like stand for what is found in the feed. Of the two severities the first is our own judgement (profile \`core\`), the second that of the
public W3C validator (profile \`w3c\`), which judges neither JSON Feed nor how a feed is served.

This page is generated: \`npx vitest run test/cli/rules-doc.test.ts -u\` writes it anew, and the same test fails when it is out of date.
`;

function section(rule: RuleText): string {
  const w3c = rule.w3c === undefined ? "" : `, its class ${rule.w3c}`;
  return [
    `### ${rule.code}\n`,
    `${asMarkdown(rule.message)}.\n`,
    `Severity: core ${severityOf(rule, "core")}, w3c ${severityOf(rule, "w3c")}${w3c}. ${STANDS[rule.example]}.`,
    `Asked for by <${rule.spec}>.\n`,
    ...(rule.contentType === undefined ? [] : [`Served as \`${rule.contentType}\`.\n`]),
    example("Wrong", rule, rule.bad),
    example("Right", rule, rule.good),
  ].join("\n");
}

/** A message as Markdown shows it unchanged: it may name elements. */
export function asMarkdown(message: string): string {
  return message.replace(/[\\*]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const STANDS: Readonly<Record<RuleText["example"], string>> = {
  document: "The examples are documents",
  channel: "The examples stand in an RSS channel",
  item: "The examples stand in an RSS item",
  feed: "The examples stand in an Atom feed",
  entry: "The examples stand in an Atom entry",
  json: "The examples are documents",
  "json-item": "The examples stand in the items of a JSON Feed",
  http: "The examples are answers of a server, or addresses",
};

/** JSON is called text here: a formatter would change what is called json, broken examples and all. */
const LANGUAGES: Readonly<Record<string, string>> = { json: "text", "json-item": "text", http: "http" };

function example(name: string, rule: RuleText, text: string): string {
  if (text === "") return `${name}: too large, too slow or too odd to be shown.\n`;
  const shown = text.length > MOST ? `${text.slice(0, MOST)}… (${text.length} characters)` : text;
  const printable = shown.split("\n").map(escapeControls).join("\n");
  return `${name}:\n\n\`\`\`${LANGUAGES[rule.example] ?? "xml"}\n${printable}\n\`\`\`\n`;
}
