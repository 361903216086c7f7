import type { Instant } from "../model/article.ts";
import type { Problem } from "../model/diagnostic.ts";
import { quote } from "../text.ts";
import {
  atZone,
  type CivilTime,
  isDay,
  isZone,
  offsetAt,
  rfc3339,
  startOfDay,
  utcSeconds,
  weekdayOf,
} from "../time.ts";
import { DATE_FORMS, type ReadDay } from "./date-forms.ts";
import { refusalOf } from "./date-refusals.ts";
import { weekdayNumber } from "./months.ts";
import { zoneMeaning } from "./zone-names.ts";

export interface DateOptions {
  /** IANA zone that a date without an offset is in. */
  readonly zone: string;
  /** Zone names that the outlet uses, to an offset or an IANA zone. */
  readonly zoneNames?: ReadonlyMap<string, string>;
}

/** What a date means. Without an instant there is an error among the problems. */
export interface DateResult {
  readonly instant?: Instant;
  /** Whether the text named a time of day. */
  readonly precision?: "day" | "time";
  readonly problems: readonly Problem[];
}

/** Longest text that is looked at; the longest form has 60 characters. */
const LONGEST = 100;

/**
 * Reads a date as reporters write it: one of `DATE_FORMS`, a time after it if any, an offset or zone name after that; or epoch
 * seconds (10 digits) or milliseconds (13 digits). Never guessed: what two desks could read differently is refused with a hint.
 *
 * A date without a time is the start of that day in the zone. Fractions of a second are cut off, a leap second is the second before.
 *
 * @param text one date; surrounding space is ignored, digits of any script are read
 */
export function parseDate(text: string, options: DateOptions): DateResult {
  const plain = plainDigits(text);
  if (plain.length > LONGEST)
    return refused("date/unknown-form", `Cannot read date ${quote(text)}: write 2025-08-19 16:30`);
  const given = instantOf(plain);
  if (given !== undefined) return { instant: given, precision: "time", problems: [] };
  if (/^\d{10}$|^\d{13}$/.test(plain)) return epoch(plain);
  for (const { read } of DATE_FORMS) {
    const day = read(plain);
    if (day !== undefined) return placed(day, text, options);
  }
  const { code, message } = refusalOf(plain, text);
  return refused(code, message);
}

/** Digits of Arabic, Persian and Indian scripts as 0 to 9, one kind of space, no direction marks. */
function plainDigits(text: string): string {
  const trimmed = text.trim();
  if (!/[^ -~]| {2}/.test(trimmed)) return trimmed;
  return (
    text
      .normalize("NFC")
      .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
        String((digit.charCodeAt(0) - (digit < "\u0966" ? 0 : 6)) & 15),
      )
      .replace(/،/g, ",")
      .replace(/\u2212/g, "-")
      // `2025ء`, `2025 г.`: signs that say "year".
      .replace(/(?<=\d{4})(?:ء| [гр]\.?)(?=$|[ ,])/g, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** `2025-08-19T16:30:00Z`, as content systems write it: nothing in it is to be decided. Undefined for everything else. */
function instantOf(text: string): Instant | undefined {
  const [, year, month, day, hour, minute, second] = COMPLETE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day)) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  return utcSeconds({ year, month, day, hour, minute, second });
}

const COMPLETE = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)Z$/;

function epoch(digits: string): DateResult {
  return { instant: Math.floor(Number(digits) / (digits.length === 13 ? 1000 : 1)), precision: "time", problems: [] };
}

function placed(day: ReadDay, text: string, options: DateOptions): DateResult {
  const { year, month, day: date } = day;
  if (!isDay(year, month, date)) {
    return refused(
      "date/impossible",
      `Cannot read date ${quote(text)}: the calendar has no such day, write one that it has`,
    );
  }
  const midnight: CivilTime = { year, month, day: date, hour: 0, minute: 0, second: 0 };
  const rest = restWithoutWeekday(day);
  if (rest === undefined) {
    return refused(
      "date/weekday",
      `Cannot read date ${quote(text)}: that day is another weekday, write the right one or none`,
    );
  }
  if (rest === "") {
    const instant = startOfDay(year, month, date, options.zone);
    if (instant === undefined)
      return refused(
        "date/skipped",
        `Cannot read date ${quote(text)}: ${options.zone} skipped that day, write another`,
      );
    return { instant, precision: "day", problems: [] };
  }
  const clock = clockOf(rest);
  if (clock === undefined) {
    return refused(
      "date/time",
      `Cannot read the time in ${quote(text)}: write it as 16:30 or 4:30 PM, with an offset such as +05:00 if it needs one`,
    );
  }
  const time = { ...midnight, hour: clock.hour, minute: clock.minute, second: Math.min(clock.second, 59) };
  const result = inZone(time, clock.zone, text, options);
  // A leap second exists only as 23:59:60 UTC; everything we print ends at :59.
  if (clock.second === 60 && result.instant !== undefined && (result.instant + 1) % 86_400 !== 0) {
    return refused(
      "date/time",
      `Cannot read the time in ${quote(text)}: no clock showed that second, write one it did`,
    );
  }
  return result;
}

/** What follows the day, without a weekday behind it (`19 Ağustos 2025 Salı`); undefined when a weekday contradicts the day. */
function restWithoutWeekday({ year, month, day, weekday, rest }: ReadDay): string | undefined {
  const right = weekdayOf({ year, month, day, hour: 0, minute: 0, second: 0 });
  if (weekday !== undefined && weekday !== right) return undefined;
  const word = /^,? ?(\p{L}[\p{L}\p{M}-]{1,14})\.?(?=$|[ ,])/u.exec(rest);
  const behind = word === null ? undefined : weekdayNumber(word[1] ?? "");
  if (word === null || behind === undefined) return rest;
  return behind === right ? rest.slice(word[0].length).replace(/^[ ,]+/, "") : undefined;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** As written: `Z`, `+05:00`, `PKT`; absent when none stands there. */
  readonly zone?: string;
}

const CLOCK =
  /^(?:T|,|at|um|à|a las|às|-|–|\|| )* ?(?:(?<hour>\d{1,2})[:h.](?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,9})?)?|(?<basic>\d{4}(?:\d{2})?)(?=$|Z|[+-])|(?<=T)(?<hours>\d{2})(?=$|Z|[+-])|(?<bare>\d{1,2})(?= ?[ap]\.?m))(?: ?(?<half>[ap])\.?m\.?)?(?: uhr)? ?(?:\(?(?<zone>Z|[+-]\d{2}(?::?\d{2})?|(?:UTC|GMT)[+-]\d{1,2}(?::?\d{2})?|\p{L}{1,5}|[A-Za-z]{2,20}(?:\/[A-Za-z_-]{2,20}){1,2})\)?(?: \([^()]{1,30}\))?)?$/iu;

/** Reads the time of day behind a date. */
function clockOf(rest: string): Clock | undefined {
  const groups = CLOCK.exec(rest)?.groups;
  if (groups === undefined) return undefined;
  const basic = groups.basic;
  let hour = Number(basic?.slice(0, 2) ?? groups.hour ?? groups.hours ?? groups.bare);
  const minute = Number(basic?.slice(2, 4) ?? groups.minute ?? 0);
  const second = Number(basic?.slice(4) ?? groups.second ?? 0);
  const half = groups.half?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = groups.zone;
  return { hour, minute, second, ...(zone !== undefined && zone !== "" && { zone }) };
}

function inZone(time: CivilTime, zone: string | undefined, text: string, options: DateOptions): DateResult {
  if (zone === undefined) return local(time, options.zone, text);
  const offset = offsetSeconds(zone);
  if (offset === "wrong")
    return refused(
      "date/offset",
      `Cannot read the offset in ${quote(text)}: write one between -12:00 and +14:00, such as +05:00`,
    );
  if (offset !== undefined) return timed(utcSeconds(time) - offset, text);
  if (zone.includes("/") && isZone(zone)) return local(time, zone, text);
  const meaning = zoneMeaning(zone, options.zoneNames ?? new Map());
  if (meaning === undefined) {
    return refused(
      "date/zone-unknown",
      `Cannot tell which zone ${quote(zone)} is: write an offset, +05:00, or add it to zoneNames in outlet.yaml`,
    );
  }
  if ("zone" in meaning) {
    const named = offsetSeconds(meaning.zone);
    return typeof named === "number" ? timed(utcSeconds(time) - named, text) : local(time, meaning.zone, text);
  }
  // A desk that calls its own clocks so means them, as long as they show that offset then.
  const own = offsetAt(utcSeconds(time) - offsetAt(utcSeconds(time), options.zone), options.zone);
  if (meaning.several.some(({ offset, zones }) => zones.test(options.zone) && offsetSeconds(offset) === own))
    return local(time, options.zone, text);
  return refused(
    "date/zone-ambiguous",
    `Cannot tell which ${quote(zone)} is meant (${meaning.several.map(({ offset }) => offset).join(", ")}): write the offset, or add it to zoneNames in outlet.yaml`,
  );
}

/** Seconds of `Z`, `+05:00`, `+0500`, `+05`, `GMT+5:30`; "wrong" for an offset that no zone has; undefined for a name. */
function offsetSeconds(zone: string): number | "wrong" | undefined {
  if (/^Z$/i.test(zone)) return 0;
  const [, sign, hours, minutes = "0"] = /^(?:UTC|GMT)?([+-])(\d{1,2}?)(?::?(\d{2}))?$/i.exec(zone) ?? [];
  if (hours === undefined) return undefined;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  if (Number(minutes) > 59 || seconds > (sign === "-" ? 12 : 14) * 3600) return "wrong";
  return sign === "-" ? -seconds : seconds;
}

function local(time: CivilTime, zone: string, text: string): DateResult {
  const place = atZone(time, zone);
  if (place.kind === "once") return timed(place.instant, text);
  if (place.kind === "skipped") {
    return refused(
      "date/skipped",
      `Cannot read date ${quote(text)}: clocks in ${zone} skip that time, write another or add an offset`,
    );
  }
  const problem: Problem = {
    code: "date/twice",
    severity: "info",
    message: `Cannot tell which ${quote(text)} is meant, clocks in ${zone} show it twice: the first, ${rfc3339(place.first)}, is used, add an offset to choose`,
  };
  return { ...timed(place.first, text), problems: [problem] };
}

function timed(instant: Instant, text: string): DateResult {
  if (instant < FIRST || instant > LAST)
    return refused("date/impossible", `Cannot read date ${quote(text)}: write a year from 1 to 9999`);
  return { instant, precision: "time", problems: [] };
}

const FIRST = utcSeconds({ year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0 });
const LAST = utcSeconds({ year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59 });

function refused(code: Problem["code"], message: string): DateResult {
  return { problems: [{ code, severity: "error", message }] };
}
