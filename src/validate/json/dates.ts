import type { Instant } from "../../model/article.ts";
import type { Rule, RuleText } from "../rule.ts";
import { rfc3339Rules } from "../values/date.ts";
import type { DateRead } from "../values/date-text.ts";
import { readIso } from "../values/date-text.ts";
import type { JsonText, Thing } from "./thing.ts";
import { placeOf, plain, sharedRule } from "./thing.ts";

type Fault = "malformed" | "range" | "implausible" | "future";

const TEXTS: Readonly<Record<Fault, RuleText>> = {
  malformed: sharedRule(rfc3339Rules, "date/rfc3339"),
  range: sharedRule(rfc3339Rules, "date/rfc3339-out-of-range"),
  implausible: sharedRule(rfc3339Rules, "date/rfc3339-implausible"),
  future: sharedRule(rfc3339Rules, "date/rfc3339-future"),
};

let lastText = "";
let lastRead: DateRead = { fault: "malformed" };

/**
 * RFC 3339 lets T and Z be written small; which instant is meant does not depend on it. The rules ask one after the other about the same
 * date, so the last answer is kept.
 */
function read(text: string): DateRead {
  if (text !== lastText) {
    lastText = text;
    lastRead = readIso(/^[-\d:.+tzTZ]{20,40}$/.test(text) ? text.toUpperCase() : text, "rfc3339");
  }
  return lastRead;
}

/** The instant that a date says, where it says one. */
export function instantOf(text: string): Instant | undefined {
  return read(text).instant;
}

function faultOf({ node, thing }: JsonText): Fault | undefined {
  const { fault, outOfRange, year, instant } = read(node.text);
  if (fault !== undefined) return "malformed";
  if (outOfRange) return "range";
  if ((year ?? 2000) < 1990) return "implausible";
  const { now } = thing.context;
  // Ten minutes for clocks that differ.
  return now !== undefined && (instant ?? 0) > now + 600 ? "future" : undefined;
}

/** Dates, with the codes they have in Atom. */
export const date: readonly Rule<JsonText>[] = [
  ...(Object.keys(TEXTS) as Fault[]).map((fault) => plain<JsonText>(TEXTS[fault], (value) => faultOf(value) === fault)),
  plain<JsonText>(
    {
      code: "json/date-case",
      severity: "warning",
      message: "The date {value} has small letters: write T and Z, since readers that compare with a pattern drop it",
      spec: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
      example: "json-item",
      bad: '{"id":"a","content_text":"Rain","date_published":"2025-08-19t11:30:00z"}',
      good: '{"id":"a","content_text":"Rain","date_published":"2025-08-19T11:30:00Z"}',
    },
    ({ node }) => /[tz]/.test(node.text) && read(node.text).fault === undefined,
  ),
];

/** A story cannot be changed before it is published. */
export const datesInOrder: Rule<Thing> = {
  code: "json/modified-before-published",
  severity: "warning",
  message: "The item was modified {value}, before it was published: correct one of the dates",
  spec: "https://www.jsonfeed.org/version/1.1/#items",
  example: "json-item",
  bad: '{"id":"a","content_text":"Rain","date_published":"2025-08-19T11:30:00Z","date_modified":"2025-08-19T12:00:00+01:00"}',
  good: '{"id":"a","content_text":"Rain","date_published":"2025-08-19T11:30:00Z","date_modified":"2025-08-19T12:30:00+01:00"}',
  *check(thing) {
    const published = dateOf(thing, "date_published");
    const modified = dateOf(thing, "date_modified");
    if (published === undefined || modified === undefined) return;
    const [first, then] = [instantOf(published.node.text), instantOf(modified.node.text)];
    if (first !== undefined && then !== undefined && then < first) yield placeOf(modified);
  },
};

function dateOf(thing: Thing, key: string): JsonText | undefined {
  const node = thing.node.members.findLast((member) => member.key === key)?.value;
  return node?.type === "string" ? { node, key, thing } : undefined;
}
