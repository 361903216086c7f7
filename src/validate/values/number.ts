import type { Value } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { plain } from "./family.ts";

/** Whole numbers as the W3C validator reads them: a sign and underscores between digits are let through. */
export function wholeNumber(text: string): number | undefined {
  return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}

/** Numbers with a fraction. */
export function decimalNumber(text: string): number | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : undefined;
}

function isNot(text: string, least: number): boolean {
  const number = wholeNumber(text);
  return number === undefined || number < least;
}

const THREADING = "https://www.rfc-editor.org/rfc/rfc4685#section-4";

/** 0, 1, 2, ... */
export const nonNegativeInteger: readonly Rule<Value>[] = [
  plain(
    {
      code: "number/not-non-negative",
      w3c: "InvalidNonNegativeInteger",
      severity: "error",
      message: "{value} is no whole number from 0 up: write digits only",
      spec: THREADING,
      example: "item",
      bad: "<slash:comments>-1</slash:comments>",
      good: "<slash:comments>0</slash:comments>",
    },
    ({ text }) => isNot(text, 0),
  ),
];

/** 1, 2, 3, ... */
export const positiveInteger: readonly Rule<Value>[] = [
  plain(
    {
      code: "number/not-positive",
      w3c: "InvalidPositiveInteger",
      severity: "error",
      message: "{value} is no whole number from 1 up: write digits only",
      spec: "https://www.rssboard.org/rss-specification#optionalChannelElements",
      example: "channel",
      bad: "<ttl>0</ttl>",
      good: "<ttl>1</ttl>",
    },
    ({ text }) => isNot(text, 1),
  ),
];

/** Any whole number. */
export const integer: readonly Rule<Value>[] = [
  plain(
    {
      code: "number/not-integer",
      w3c: "InvalidInteger",
      severity: "error",
      message: "{value} is no whole number: write digits only",
      spec: "https://www.ogc.org/publications/standard/georss/",
      example: "item",
      bad: "<georss:floor>ground</georss:floor>",
      good: "<georss:floor>-1</georss:floor>",
    },
    ({ text }) => text !== "" && wholeNumber(text) === undefined,
  ),
];

/** A number that may have a fraction but no sign. */
export function unsigned(text: Omit<RuleText, "w3c" | "severity" | "message">): Rule<Value> {
  return plain(
    {
      ...text,
      w3c: "InvalidFloat",
      severity: "error",
      message: "{value} is no number: write digits, and a point before a fraction",
    },
    (value) => !/^\d+\.?\d*$/.test(value.text),
  );
}
