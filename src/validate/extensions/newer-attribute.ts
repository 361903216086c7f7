import type { Value } from "../element.ts";
import { around } from "../element.ts";
import type { Rule } from "../rule.ts";

/** An attribute that its specification has and the W3C validator does not. */
export const newerAttribute: readonly Rule<Value>[] = [
  {
    code: "attribute/unknown-to-w3c",
    w3c: "UnexpectedAttribute",
    severity: "off",
    w3cSeverity: "error",
    message: "The W3C validator does not know the attribute {name}: other readers do",
    spec: "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
    example: "item",
    bad: '<georss:point featurename="Quay">52.1 -6.9</georss:point>',
    good: "<georss:point>52.1 -6.9</georss:point>",
    *check(value) {
      yield around(value);
    },
  },
];
