import type { Problem } from "../model/diagnostic.ts";
import { quote } from "../text.ts";
import { isDay } from "../time.ts";
import { monthNumber } from "./months.ts";

/** A way of writing dates that is refused, and what to write instead. */
interface Refusal {
  readonly code: Problem["code"];
  readonly pattern: RegExp;
  readonly hint: (match: RegExpExecArray) => string;
}

const two = (number: string) => number.padStart(2, "0");

/** Refused forms, from the particular to the general. */
const REFUSALS: readonly Refusal[] = [
  {
    code: "date/ambiguous",
    pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|[ ,T])/,
    hint: ([, first = "", second = "", year = ""]) => {
      const readings = [
        [first, second],
        [second, first],
      ]
        .filter(([month = "", day = ""]) => isDay(Number(year), Number(month), Number(day)))
        .map(([month = "", day = ""]) => `${year}-${two(month)}-${two(day)}`);
      return readings.length === 0
        ? "write 2025-08-19"
        : `write ${[...new Set(readings)].sort().reverse().join(" or ")}`;
    },
  },
  {
    code: "date/two-digit-year",
    pattern: /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?=$|[ ,T])/,
    hint: () => "write the year with four digits and first, 2025-08-19",
  },
  {
    code: "date/two-digit-year",
    pattern: /^(?:\p{L}+,? )?\d{1,2}(?: |-)\p{L}+\.?(?: |-)['’]?\d{2}(?=$|[ ,])/u,
    hint: () => "write the year with four digits",
  },
  {
    code: "date/two-digit-year",
    pattern: /^\p{L}+\.? \d{1,2},? ['’]?\d{2}$/u,
    hint: () => "write the year with four digits",
  },
  {
    code: "date/unknown-form",
    pattern: /^(\d{4})(\d{2})(\d{2})$/,
    hint: ([, year, month, day]) => `write ${year}-${month}-${day}`,
  },
  {
    code: "date/unknown-form",
    pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[ T])/,
    hint: ([, year, month = "", day = ""]) => `write ${year}-${two(month)}-${two(day)}`,
  },
  {
    code: "date/unknown-form",
    pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?=$|[ T])/,
    hint: ([, year, month = "", day = ""]) => `write ${year}-${two(month)}-${two(day)}`,
  },
  {
    code: "date/unknown-form",
    pattern: /^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?(?=$|[ T])/,
    hint: ([, year, month = "", day = ""]) => `write ${year}-${two(month)}-${two(day)}`,
  },
  { code: "date/no-day", pattern: /^\d{4}(?:[-/]\d{1,2})?$/, hint: () => "write the day too, 2025-08-19" },
  { code: "date/no-day", pattern: /^\d{4}-?(?:W\d{2}|\d{3}$)/i, hint: () => "write the day of a month, 2025-08-19" },
  {
    code: "date/unknown-form",
    pattern: /^\d+$/,
    hint: () => "write 2025-08-19; epoch seconds have 10 digits, milliseconds 13",
  },
  {
    code: "date/relative",
    pattern: /^(?:yesterday|today|tomorrow|now|(?:last|next) \p{L}+|\d+ \p{L}+ ago)$/iu,
    hint: () => "write the day, 2025-08-19: what it means changes with every build",
  },
];

/** Why a text is no date, and what to write instead. */
export function refusalOf(plain: string, text: string): { readonly code: Problem["code"]; readonly message: string } {
  for (const { code, pattern, hint } of REFUSALS) {
    const match = pattern.exec(plain);
    if (match !== null) return { code, message: `Cannot read date ${quote(text)}: ${hint(match)}` };
  }
  const words = plain.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.some((word) => monthNumber(word) !== undefined) && !/\d{4}/.test(plain)) {
    return { code: "date/no-year", message: `Cannot read date ${quote(text)}: write the year too, 19 August 2025` };
  }
  if (/^\p{L}[\p{L}\p{M}]*\.?,? \d{4}$/u.test(plain) && words.some((word) => monthNumber(word) !== undefined)) {
    return { code: "date/no-day", message: `Cannot read date ${quote(text)}: write the day too, 19 August 2025` };
  }
  return {
    code: "date/unknown-form",
    message: `Cannot read date ${quote(text)}: write 2025-08-19, 2025-08-19 16:30 or 19 August 2025`,
  };
}
