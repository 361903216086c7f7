import type { RuleText } from "../rule.ts";
import { feedKind } from "./feed.ts";
import { structureRules } from "./structure.ts";
import { syntaxRules } from "./syntax.ts";
import type { ThingKind } from "./thing.ts";
import { ownWholeRules } from "./whole.ts";

/** Every rule that only JSON Feed has: what the kinds of objects hold, and what is raised on the way. */
export const jsonRules: readonly RuleText[] = collect();

function collect(): readonly RuleText[] {
  const rules = new Map<string, RuleText>();
  // What JSON shares with RSS and Atom (dates, addresses, HTML) is listed there, under the same code.
  const add = (rule: RuleText) => void (rule.code.startsWith("json/") && rules.set(rule.code, rule));
  for (const rule of [...syntaxRules, ...structureRules, ...ownWholeRules]) add(rule);
  const seen = new Set<ThingKind>();
  const visit = (kind: ThingKind) => {
    if (seen.has(kind)) return;
    seen.add(kind);
    for (const rule of kind.rules ?? []) add(rule);
    for (const field of kind.fields.values()) {
      if (field.required) add(field.required);
      if ("rules" in field) for (const rule of field.rules) add(rule);
      if ("kind" in field) visit(field.kind);
    }
  };
  visit(feedKind);
  return [...rules.values()];
}
