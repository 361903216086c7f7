import { IANAZone } from "luxon";
import type { Instant } from "./model/article.ts";
import { suggest } from "./suggest.ts";

/** A time as a calendar and a clock on the wall show it. Months and days count from 1. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a civil time means in a zone: one instant, none (the clock skips it), or two (the clock shows it twice). */
export type Placed =
  | { readonly kind: "once"; readonly instant: Instant }
  | { readonly kind: "skipped" }
  | { readonly kind: "twice"; readonly first: Instant; readonly second: Instant };

const DAY = 86_400;
/** Days of each month, in a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Whether a name is an IANA zone that this runtime knows. Offsets such as `+05:00` are none. */
export function isZone(name: string): boolean {
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);
}

/** The IANA zone that a mistyped name or the name of a city means; undefined when none is near. */
export function zoneMeant(name: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const squash = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, "");
  const wanted = squash(name);
  return zones.find((zone) => squash(zone.slice(zone.lastIndexOf("/") + 1)) === wanted) ?? suggest(name, zones);
}

/** Whether a day is in the calendar: no 31 February. */
export function isDay(year: number, month: number, day: number): boolean {
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    year >= 1 &&
    year <= 9999 &&
    day <= (DAYS[month - 1] ?? 0) &&
    (month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)))
  );
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: CivilTime): number {
  return new Date(utcSeconds({ year, month, day, hour: 0, minute: 0, second: 0 }) * 1000).getUTCDay();
}

/** The instant at which clocks of UTC show a civil time. */
export function utcSeconds({ year, month, day, hour, minute, second }: CivilTime): Instant {
  // JavaScript takes years of two digits for ones of the last century.
  if (year > 99) return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, 0);
  return Math.floor(date.getTime() / 1000);
}

/** Seconds that clocks of a zone are ahead of UTC at an instant. */
export function offsetAt(instant: Instant, zone: string): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(instant / DAY);
  const before = offsetAtMidnight(day, zone);
  return before === offsetAtMidnight(day + 1, zone) ? before : exactOffset(instant, zone);
}

/**
 * Offsets by zone and day since 1970. Asking the runtime takes longer than reading an article, and no zone has ever changed its clocks
 * twice within three days (Freetown did after four, in 1939), so what both ends of a day have in common holds all day.
 */
const offsets = new Map<string, Map<number, number>>();

/** Days that are remembered of a zone; two centuries of news have fewer. */
const MOST_DAYS = 100_000;

function offsetAtMidnight(day: number, zone: string): number {
  let days = offsets.get(zone);
  if (days === undefined || days.size > MOST_DAYS) {
    days = new Map();
    offsets.set(zone, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = exactOffset(day * DAY, zone);
  days.set(day, offset);
  return offset;
}

function exactOffset(instant: Instant, zone: string): number {
  return Math.round(IANAZone.create(zone).offset(instant * 1000) * 60);
}

/**
 * The instant of a civil time in a zone.
 *
 * luxon moves a skipped time silently and takes one of two by today's date, so both offsets around it are tried and compared back.
 */
export function atZone(civilTime: CivilTime, zone: string): Placed {
  const local = utcSeconds(civilTime);
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const instants = [...new Set([before, after])]
    .map((offset) => local - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === local);
  const [first, second] = instants.sort((a, b) => a - b);
  if (first === undefined) return { kind: "skipped" };
  return second === undefined ? { kind: "once", instant: first } : { kind: "twice", first, second };
}

/** The first instant of a day in a zone; undefined when the zone skips the whole day. Where midnight is skipped, the first minute after. */
export function startOfDay(year: number, month: number, day: number, zone: string): Instant | undefined {
  const midnight = { year, month, day, hour: 0, minute: 0, second: 0 };
  const placed = atZone(midnight, zone);
  if (placed.kind === "once") return placed.instant;
  if (placed.kind === "twice") return placed.first;
  // Clocks go forward at midnight in some zones: the day begins when they have.
  const local = utcSeconds(midnight);
  const start = local - offsetAt(local - DAY, zone);
  const shown = civil(start, zone);
  return shown.year === year && shown.month === month && shown.day === day ? start : undefined;
}

/** What the clocks of a zone show at an instant. */
export function civil(instant: Instant, zone: string): CivilTime {
  const date = new Date((instant + offsetAt(instant, zone)) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** `Tue, 19 Aug 2025 11:30:00 GMT`: the one form of RFC 822 that every reader gets right. */
export function rfc822(instant: Instant): string {
  const { year, month, day, hour, minute, second } = civil(instant, "UTC");
  const weekday = WEEKDAYS[new Date(instant * 1000).getUTCDay()] ?? "";
  return `${weekday}, ${two(day)} ${MONTHS[month - 1] ?? ""} ${four(year)} ${two(hour)}:${two(minute)}:${two(second)} GMT`;
}

/** `2025-08-19T11:30:00Z` (RFC 3339 5.6, in UTC: some readers ignore offsets). */
export function rfc3339(instant: Instant): string {
  const { year, month, day, hour, minute, second } = civil(instant, "UTC");
  return `${four(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}

/** `2025-08-19`: the day that the calendars of a zone show at an instant. */
export function dayIn(instant: Instant, zone: string): string {
  const { year, month, day } = civil(instant, zone);
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** `2025-08-19 16:30 (Asia/Karachi)`: an instant for people of a zone. */
export function inWords(instant: Instant, zone: string): string {
  const { hour, minute } = civil(instant, zone);
  return `${dayIn(instant, zone)} ${two(hour)}:${two(minute)} (${zone})`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

function four(number: number): string {
  return String(number).padStart(4, "0");
}
