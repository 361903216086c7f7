import type { Element } from "../element.ts";
import type { Place, Rule, RuleText } from "../rule.ts";

/** A rule of a section of RFC 4287. */
export function textRule(
  text: Omit<RuleText, "spec" | "example" | "severity"> & Partial<RuleText>,
  section: string,
  check: (element: Element) => Iterable<Place>,
): Rule<Element> {
  return {
    severity: "error",
    example: "entry",
    ...text,
    spec: `https://www.rfc-editor.org/rfc/rfc4287#section-${section}`,
    check,
  };
}
