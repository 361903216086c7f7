import type { Instant } from "../../model/article.ts";

/** Why a text is not the date that its element asks for; `odd`: readable, but not by every reader. */
export type DateFault = "malformed" | "weekday" | "odd" | "impossible";

export interface DateRead {
  readonly fault?: DateFault;
  /** Absent when the text says no instant. */
  readonly instant?: Instant;
  readonly year?: number;
  /** The weekday that the date really has. */
  readonly weekday?: string;
  /** Hour, minute, second or offset is out of its range. */
  readonly outOfRange?: boolean;
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Hours east of Greenwich that RFC 2822 4.3 gives to names. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  gmt: 0,
  z: 0,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
};

const STRICT =
  /^(?:(Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ([+-]\d\d[03]0|\d\d[03]0|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|Z)$/;
const LOOSE =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)\s{0,99},\s{0,99})?\d{1,2}\s{1,99}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s{1,99}\d\d(?:\d\d)?\s{1,99}\d\d:\d\d(?::\d\d)?\s{1,99}(?:[+-]\d{4}|ut|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|[a-ik-z])$/;

/**
 * Reads a date of RSS. What RFC 2822 3.3 lets software generate is fine; what only RFC 822 or its obsolete forms allow is `odd`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2822#section-3.3
 */
export function readRfc822(text: string): DateRead {
  // The rules ask, and then whoever collects what an item says.
  if (last?.text !== text) last = { text, read: read(text) };
  return last.read;
}

let last: { readonly text: string; readonly read: DateRead } | undefined;

function read(text: string): DateRead {
  const match = STRICT.exec(text);
  if (!match) return { fault: LOOSE.test(withoutComments(text).toLowerCase()) ? "odd" : "malformed" };
  const [, name, day, month, year, hour, minute, second = "00", zone = ""] = match;
  const at = calendarDay(Number(year), MONTHS.indexOf((month ?? "").toLowerCase()) + 1, Number(day));
  if (at === undefined) return { fault: "impossible" };
  const weekday = DAYS[(((at / 86_400 + 4) % 7) + 7) % 7] ?? "";
  const base = { year: Number(year), weekday };
  if (name !== undefined && name !== weekday) return { ...base, fault: "weekday" };
  const offset = zoneSeconds(zone);
  const outOfRange =
    Number(hour) > 23 || Number(minute) > 59 || Number(second) > (minute === "59" ? 60 : 59) || offset === undefined;
  const instant = at + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - (offset ?? 0);
  return { ...base, instant, ...(outOfRange && { outOfRange }) };
}

function zoneSeconds(zone: string): number | undefined {
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named * 3600;
  const digits = zone.replace(/^[+-]/, "");
  const hours = Number(digits.slice(0, 2));
  // The furthest zones are 12 hours west and 14 hours east.
  if (hours > 14) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 3600 + Number(digits.slice(2)) * 60);
}

/** RFC 822 lets comments in parentheses, nested, stand anywhere, and a backslash before any character. */
function withoutComments(text: string): string {
  let depth = 0;
  let plain = "";
  for (const character of text.slice(0, 1000).replace(/\\(.)/g, "")) {
    if (character === "(") depth++;
    else if (character === ")" && depth > 0) {
      depth--;
      plain += " ";
    } else if (depth === 0) plain += character;
  }
  return plain.trim();
}

const ISO = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d*))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** How much of a date must be there: RFC 3339 wants all of it, W3CDTF a zone with every time. */
export type IsoForm = "rfc3339" | "w3cdtf" | "iso8601";

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 and https://www.w3.org/TR/NOTE-datetime */
export function readIso(text: string, form: IsoForm): DateRead {
  const match = ISO.exec(text);
  if (!match) return { fault: "malformed" };
  const [, year = "", month, day, hour, minute, second, fraction, zone] = match;
  if (form === "rfc3339" && (second === undefined || zone === undefined)) return { fault: "malformed" };
  if (form === "w3cdtf" && hour !== undefined && zone === undefined) return { fault: "malformed" };
  const at = calendarDay(Number(year), Number(month ?? "1"), Number(day ?? "1"));
  if (at === undefined) return { fault: "impossible" };
  const seconds = Number(`${second ?? 0}.${fraction || 0}`);
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 60 || seconds > 60) return { fault: "impossible" };
  const offset = isoOffset(zone);
  const outOfRange =
    Number(minute ?? 0) > 59 ||
    (second === "60" && minute !== "59" && offset === 0) ||
    offset === undefined ||
    fraction === "";
  const instant = at + Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0) - (offset ?? 0);
  return { year: Number(year), instant, ...(outOfRange && { outOfRange }) };
}

/** Seconds east; undefined when no place is that far. */
function isoOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** Seconds from 1970 to the start of a day; undefined when there is no such day. */
function calendarDay(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 1000 : undefined;
}
