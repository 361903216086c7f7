import { suggest } from "../suggest.ts";
import { quote } from "../text.ts";
import { type RuleText, rules, severityOf } from "../validate/index.ts";
import type { Command } from "./command.ts";
import { EXIT, UsageError } from "./shell.ts";

export const rulesCommand: Command = {
  name: "rules",
  about: "List the rules that feeds are judged by, or explain one",
  operands: "[CODE]",
  count: [0, 1],
  options: { format: { about: "how it is printed", value: "FORMAT", choices: ["pretty", "json"] } },
  examples: [
    ["wireroom rules", "lists every rule"],
    ["wireroom rules rss/guid-missing", "explains one, with a bad and a good example"],
  ],
  run(given, shell) {
    const [code] = given.operands;
    const asked = code === undefined ? rules : rules.filter((rule) => rule.code === code);
    if (code !== undefined && asked.length === 0) {
      const likely = suggest(
        code,
        rules.map((rule) => rule.code),
      );
      throw new UsageError(
        `Cannot find a rule ${quote(code)}: ${likely === undefined ? "wireroom rules lists them all" : `did you mean ${likely}?`}`,
      );
    }
    if (given.value("format") === "json") {
      shell.out(`${JSON.stringify(asked.map(plainRule), null, 2)}\n`);
      return EXIT.fine;
    }
    if (code === undefined) {
      const width = Math.max(...rules.map((rule) => rule.code.length));
      for (const rule of rules)
        shell.out(`${rule.code.padEnd(width)}  ${severityOf(rule, "core").padEnd(7)}  ${rule.message}\n`);
    } else for (const rule of asked) shell.out(explained(rule));
    return EXIT.fine;
  },
};

function plainRule(rule: RuleText): object {
  const { code, w3c, message, spec, bad, good } = rule;
  return {
    code,
    severity: severityOf(rule, "core"),
    message,
    spec,
    ...(w3c !== undefined && { w3c, w3cSeverity: severityOf(rule, "w3c") }),
    bad,
    good,
  };
}

function explained(rule: RuleText): string {
  const { code, w3c, message, spec, bad, good } = rule;
  return [
    `${code} (${severityOf(rule, "core")})`,
    "",
    message,
    "",
    `Asked for by: ${spec}`,
    ...(w3c === undefined ? [] : [`W3C validator: ${w3c} (${severityOf(rule, "w3c")})`]),
    "",
    "Not like this:",
    ...bad.split("\n").map((line) => `    ${line}`),
    "",
    "But like this:",
    ...good.split("\n").map((line) => `    ${line}`),
    "",
  ].join("\n");
}
