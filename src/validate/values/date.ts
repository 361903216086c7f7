import type { Value } from "../element.ts";
import type { Rule } from "../rule.ts";
import type { DateRead, IsoForm } from "./date-text.ts";
import { readIso, readRfc822 } from "./date-text.ts";
import type { Verdict } from "./family.ts";
import { family } from "./family.ts";

const RFC822 = "https://www.rfc-editor.org/rfc/rfc2822#section-3.3";
const RFC3339 = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";
const W3CDTF = "https://www.w3.org/TR/NOTE-datetime";

type Fault = "malformed" | "weekday" | "odd" | "range" | "implausible" | "future";

function judge(read: DateRead, value: Value): readonly Verdict<Fault>[] {
  if (read.fault === "impossible") return [{ is: "malformed" }];
  if (read.fault !== undefined) return [{ is: read.fault, values: { weekday: read.weekday ?? "" } }];
  if (read.outOfRange) return [{ is: "range" }];
  if ((read.year ?? 2000) < 1990) return [{ is: "implausible" }];
  const { now } = value.element.context;
  // Ten minutes for clocks that differ.
  if (now !== undefined && (read.instant ?? 0) > now + 600) return [{ is: "future" }];
  return [];
}

/** Dates of RSS: pubDate and lastBuildDate, and the iTunes pubDate. */
export const rfc822Rules: readonly Rule<Value>[] = family((value) => judge(readRfc822(value.text), value), {
  malformed: {
    code: "date/rfc822",
    w3c: "InvalidRFC2822Date",
    severity: "error",
    message: "Cannot read {value} as a date of RSS: write it like Tue, 19 Aug 2025 11:30:00 GMT",
    spec: RFC822,
    example: "item",
    bad: "<pubDate>2025-08-19T11:30:00Z</pubDate>",
    good: "<pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>",
  },
  weekday: {
    code: "date/weekday",
    w3c: "IncorrectDOW",
    severity: "error",
    message: "The date {value} names the wrong weekday: write {weekday}, or none",
    spec: RFC822,
    example: "item",
    bad: "<pubDate>Wed, 19 Aug 2025 11:30:00 GMT</pubDate>",
    good: "<pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>",
  },
  odd: {
    code: "date/rfc822-obsolete",
    w3c: "ProblematicalRFC822Date",
    severity: "warning",
    message: "Many readers cannot read the date {value}: write it like Tue, 19 Aug 2025 11:30:00 GMT",
    spec: RFC822,
    example: "item",
    bad: "<pubDate>tue, 19 aug 25 11:30 gmt</pubDate>",
    good: "<pubDate>19 Aug 2025 11:30 GMT</pubDate>",
  },
  range: {
    code: "date/out-of-range",
    severity: "error",
    w3cSeverity: "off",
    message: "There is no such time or zone as in {value}: hours end at 23, minutes at 59, zones at 14 hours",
    spec: RFC822,
    example: "item",
    bad: "<pubDate>Tue, 19 Aug 2025 25:30:00 GMT</pubDate>",
    good: "<pubDate>Tue, 19 Aug 2025 23:30:00 +1400</pubDate>",
  },
  implausible: {
    code: "date/implausible",
    w3c: "ImplausibleDate",
    severity: "warning",
    message: "The date {value} is older than any feed: check the year",
    spec: RFC822,
    example: "item",
    bad: "<pubDate>Sat, 19 Aug 1989 11:30:00 GMT</pubDate>",
    good: "<pubDate>Sun, 19 Aug 1990 11:30:00 GMT</pubDate>",
  },
  future: {
    code: "date/future",
    w3c: "ImplausibleDate",
    severity: "warning",
    message: "The date {value} is in the future: readers drop such a story or keep it on top",
    spec: "https://www.rssboard.org/rss-profile#element-channel-item-pubdate",
    example: "item",
    bad: "<pubDate>Tue, 19 Aug 2098 11:30:00 GMT</pubDate>",
    good: "<pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>",
  },
});

function isoRules(form: IsoForm, w3c: string, code: `${string}/${string}`, spec: string, tag: string, hint: string) {
  const wrap = (text: string) => `<${tag}>${text}</${tag}>`;
  const example = tag.includes(":") ? "item" : "entry";
  return family((value) => judge(readIso(value.text, form), value), {
    malformed: {
      code,
      w3c,
      severity: "error",
      message: `Cannot read {value} as a date: write it like ${hint}`,
      spec,
      example,
      bad: wrap("2025-02-30T11:30:00Z"),
      good: wrap("2025-02-28T11:30:00+14:00"),
    },
    weekday: { ...unreachable, spec, example, code: `${code}-weekday` },
    odd: { ...unreachable, spec, example, code: `${code}-obsolete` },
    range: {
      code: `${code}-out-of-range`,
      severity: "error",
      w3cSeverity: "off",
      message: "There is no such time or offset as in {value}: minutes end at 59, offsets at 23:59",
      spec,
      example,
      bad: wrap("2025-02-28T11:30:00+25:00"),
      good: wrap("2025-02-28T11:30:00.25-12:00"),
    },
    implausible: {
      code: `${code}-implausible`,
      w3c: "ImplausibleDate",
      severity: "warning",
      message: "The date {value} is older than any feed: check the year",
      spec,
      example,
      bad: wrap("1989-12-31T23:59:59Z"),
      good: wrap("1990-01-01T00:00:00Z"),
    },
    future: {
      code: `${code}-future`,
      w3c: "ImplausibleDate",
      severity: "warning",
      message: "The date {value} is in the future: readers drop such a story or keep it on top",
      spec,
      example,
      bad: wrap("2098-01-01T00:00:00Z"),
      good: wrap("2025-01-01T00:00:00Z"),
    },
  } as const).filter((rule) => rule.message !== "");
}

/** ISO dates have neither weekdays nor obsolete forms. */
const unreachable = { severity: "off", message: "", bad: "", good: "" } as const;

/** Dates of Atom. */
export const rfc3339Rules: readonly Rule<Value>[] = isoRules(
  "rfc3339",
  "InvalidRFC3339Date",
  "date/rfc3339",
  RFC3339,
  "published",
  "2025-08-19T11:30:00Z",
);

/** Dates of Dublin Core and the syndication module: a time is optional, its zone is not. */
export const w3cdtfRules: readonly Rule<Value>[] = isoRules(
  "w3cdtf",
  "InvalidW3CDTFDate",
  "date/w3cdtf",
  W3CDTF,
  "dcterms:created",
  "2025-08-19 or 2025-08-19T11:30:00Z",
);

/** Dates that may leave out anything but the year. */
export const iso8601Rules: readonly Rule<Value>[] = isoRules(
  "iso8601",
  "InvalidISO8601DateTime",
  "date/iso8601",
  W3CDTF,
  "ag:timestamp",
  "2025-08-19 or 2025-08-19T11:30:00Z",
);
