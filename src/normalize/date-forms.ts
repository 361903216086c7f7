import { monthNumber, weekdayNumber } from "./months.ts";

/** A day that a text names, its weekday when one stands beside it, and the rest of the text, which holds the time. */
export interface ReadDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday. */
  readonly weekday?: number;
  readonly rest: string;
}

/** One accepted way of writing a day. */
export interface DateForm {
  readonly name: string;
  /** Dates written like this, for the documentation and the tests. */
  readonly examples: readonly string[];
  readonly read: (text: string) => ReadDay | undefined;
}

const WORD = "[\\p{L}\\p{M}]{2,14}";
const WEEKDAY = `(?:(?<weekday>${WORD}(?:-feira)?)\\.?(?:, ?| ))?`;
const MONTH_NAME = `${WORD}(?: (?:الثاني|الأول))?`;
/** Levantine papers print two names of one month: `أغسطس/آب`. */
const MONTH = `(?<month>${MONTH_NAME}(?:/${MONTH_NAME})?)\\.?`;
const DAY = "(?<day>\\d{1,2})";
const YEAR = "(?<year>\\d{4})";

function form(name: string, pattern: string, ...examples: readonly string[]): DateForm {
  const shape = new RegExp(`^${pattern}(?<rest>$|[ ,T].*$)`, "iu");
  return {
    name,
    examples,
    read: (text) => dayOf(shape.exec(text.replace(/^(?:le|the|el|il|am) (?=\d)/i, ""))?.groups),
  };
}

function dayOf(groups: Readonly<Record<string, string | undefined>> | undefined): ReadDay | undefined {
  if (groups === undefined) return undefined;
  const written = groups.month ?? "";
  const months = new Set(written.split("/").map((name) => (/^\d/.test(name) ? Number(name) : monthNumber(name))));
  const [month] = months.size === 1 ? months : [];
  const weekday = groups.weekday === undefined ? undefined : weekdayNumber(groups.weekday);
  if (month === undefined || (groups.weekday !== undefined && weekday === undefined)) return undefined;
  return {
    year: Number(groups.year),
    month,
    day: Number(groups.day),
    rest: `${groups.between ?? ""}${groups.rest ?? ""}`.trim(),
    ...(weekday !== undefined && { weekday }),
  };
}

/** Every way of writing a day that is read; whatever is not in this table is refused. */
export const DATE_FORMS: readonly DateForm[] = [
  form(
    "ISO 8601",
    `${YEAR}-(?<month>\\d{2})-(?<day>\\d{2})`,
    "2025-08-19",
    "2025-08-19T16:30:00+05:00",
    "2025-08-19T11:30Z",
    "2025-08-19 16:30",
    "2025-08-19T16:30:00.250Z",
  ),
  form(
    "ISO 8601 basic, with a time",
    `${YEAR}(?<month>\\d{2})(?<day>\\d{2})(?=T)`,
    "20250819T163000+0500",
    "20250819T1130Z",
  ),
  form("year first with slashes", `${YEAR}/(?<month>\\d{2})/(?<day>\\d{2})`, "2025/08/19", "2025/08/19 16:30"),
  form(
    "day, month name, year",
    `${WEEKDAY}${DAY}(?:\\.|st|nd|rd|th|er|º|ª)?[ /-](?:(?:de|of) )?${MONTH},?[ /-](?:(?:de|del) )?${YEAR}`,
    "19 August 2025",
    "19 Aug 2025, 16:30 PKT",
    "Tue, 19 Aug 2025 16:30:00 +0500",
    "19-Aug-2025",
    "19/Aug/2025",
    "19. August 2025",
    "1er août 2025",
    "19 de agosto de 2025",
    "19 ağustos 2025",
    "19 Agustus 2025",
    "١٩ أغسطس ٢٠٢٥",
    "19 أغسطس/آب 2025",
    "19 اگست 2025",
    "19 अगस्त 2025",
  ),
  form(
    "month name, day, year",
    `${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?(?:, ?| )${YEAR}`,
    "August 19, 2025 4:30 PM",
    "Aug. 19, 2025",
    "Tuesday, August 19th 2025 at 4:30 p.m.",
  ),
  form("year, month name, day", `${YEAR}[ -]${MONTH}[ -]${DAY}`, "2025 Aug 19", "2025-Aug-19"),
  form(
    "asctime",
    `${WEEKDAY}${MONTH} ${DAY} (?<between>\\d{2}:\\d{2}:\\d{2}(?: [A-Z]{1,5})?) ${YEAR}`,
    "Tue Aug 19 16:30:00 2025",
    "Tue Aug 19 16:30:00 UTC 2025",
  ),
  form(
    "East Asian",
    `${YEAR}[年년] ?(?<month>\\d{1,2})[月월] ?(?<day>\\d{1,2})[日일]`,
    "2025年8月19日",
    "2025년 8월 19일",
  ),
];
