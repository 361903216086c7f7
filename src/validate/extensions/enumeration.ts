import type { Value } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { plain } from "../values/family.ts";

/** A value that must be one of a few. */
export function oneOf(
  text: RuleText,
  allowed: readonly string[],
  options: { anyCase?: boolean; raw?: boolean } = {},
): Rule<Value> {
  const known = new Set(allowed);
  return plain(
    text,
    ({ text: trimmed, raw, attribute }) => {
      const value = options.raw ? raw : trimmed;
      return (attribute === undefined || value !== "") && !known.has(options.anyCase ? value.toLowerCase() : value);
    },
    "element",
  );
}
