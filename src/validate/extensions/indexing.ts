import type { Value } from "../element.ts";
import type { Rule } from "../rule.ts";
import { oneOf } from "./enumeration.ts";

/** Whether search engines may list a feed. */
export const yesNo: readonly Rule<Value>[] = [
  oneOf(
    {
      code: "indexing/yes-no",
      w3c: "InvalidYesNo",
      severity: "error",
      message: "{value} is neither yes nor no: write one of them",
      spec: "https://www.ietf.org/archive/id/draft-snell-atompub-feed-index-10.txt",
      example: "document",
      bad: '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:indexing="urn:atom-extension:indexing" indexing:index="true"/>',
      good: '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:indexing="urn:atom-extension:indexing" indexing:index="yes"/>',
    },
    ["yes", "no"],
  ),
];
