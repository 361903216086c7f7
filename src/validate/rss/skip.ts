import type { Element, Kind, Value } from "../element.ts";
import { at, of } from "../element.ts";
import { leaf, nodes, onlyOne, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { family } from "../values/family.ts";
import { wholeNumber } from "../values/number.ts";

const HOURS = "https://www.rssboard.org/skip-hours-days#skiphours";
const DAYS = "https://www.rssboard.org/skip-hours-days#skipdays";
const hours = (...all: readonly string[]) =>
  `<skipHours>${all.map((hour) => `<hour>${hour}</hour>`).join("")}</skipHours>`;
const days = (...all: readonly string[]) => `<skipDays>${all.map((day) => `<day>${day}</day>`).join("")}</skipDays>`;

const twice: RuleText = {
  code: "rss/skip-twice",
  w3c: "DuplicateValue",
  severity: "error",
  message: "{value} is there twice: remove one",
  spec: HOURS,
  example: "channel",
  bad: hours("12", "12"),
  good: hours("11", "12"),
};

/** Whether an earlier sibling has the same meaning. */
function isRepeated(value: Value, meaning: (text: string) => string | undefined): boolean {
  const { element } = value;
  const wanted = meaning(value.text);
  if (wanted === undefined) return false;
  return (element.parent?.children ?? []).some(
    (sibling) => sibling !== element && meaning(sibling.text.trim()) === wanted && sibling.end < element.end,
  );
}

function repeated(text: RuleText, meaning: (text: string) => string | undefined): Rule<Value> {
  return {
    ...text,
    *check(value) {
      if (isRepeated(value, meaning)) yield of(value);
    },
  };
}

const hour: readonly Rule<Value>[] = [
  ...family(
    ({ text }) => {
      if (text === "24") return [{ is: "midnight" }];
      const number = wholeNumber(text);
      return number === undefined || number < 0 || number > 23 ? [{ is: "invalid" }] : [];
    },
    {
      invalid: {
        code: "rss/hour",
        w3c: "InvalidHour",
        severity: "error",
        message: "There is no hour {value}: write a number from 0 to 23",
        spec: HOURS,
        example: "channel",
        bad: hours("25"),
        good: hours("23"),
      },
      midnight: {
        code: "rss/hour-24",
        w3c: "UseZeroForMidnight",
        severity: "warning",
        message: "Hour {value} has another name: write 0 for midnight",
        spec: HOURS,
        example: "channel",
        bad: hours("24"),
        good: hours("0"),
      },
    },
  ),
  repeated(twice, (text) => {
    const number = wholeNumber(text);
    return number === undefined || number < 0 || number > 24 ? undefined : String(number % 24);
  }),
];

const WEEKDAYS = new Set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" "));

const day: readonly Rule<Value>[] = [
  ...family(({ text }) => (WEEKDAYS.has(text) ? [] : [{ is: "invalid" }]), {
    invalid: {
      code: "rss/day",
      w3c: "InvalidDay",
      severity: "error",
      message: "There is no day {value}: write its English name, like Monday",
      spec: DAYS,
      example: "channel",
      bad: days("monday"),
      good: days("Monday"),
    },
  }),
  repeated(
    { ...twice, code: "rss/skip-day-twice", spec: DAYS, bad: days("Monday", "Monday"), good: days("Monday", "Friday") },
    (text) => (WEEKDAYS.has(text) ? text : undefined),
  ),
];

function tooMany(text: RuleText, most: number): Rule<Element> {
  return {
    ...text,
    *check(element) {
      if (element.children.length > most) yield at(element);
    },
  };
}

/** Hours in which nothing new comes. @see https://www.rssboard.org/skip-hours-days#skiphours */
export const skipHours: Kind = nodes(table({ hour: leaf(hour) }), {
  ...onlyOne,
  requires: [["hour", missingElement]],
  rules: [
    tooMany(
      {
        code: "rss/too-many-hours",
        w3c: "NotEnoughHoursInTheDay",
        severity: "error",
        message: "There are more than 24 hours to skip: remove some",
        spec: HOURS,
        example: "channel",
        bad: hours(...Array.from({ length: 25 }, (_, index) => String(index))),
        good: hours(...Array.from({ length: 24 }, (_, index) => String(index))),
      },
      24,
    ),
  ],
});

/** Days on which nothing new comes. @see https://www.rssboard.org/skip-hours-days#skipdays */
export const skipDays: Kind = nodes(table({ day: leaf(day) }), {
  ...onlyOne,
  requires: [["day", missingElement]],
  rules: [
    tooMany(
      {
        code: "rss/too-many-days",
        w3c: "EightDaysAWeek",
        severity: "error",
        message: "There are more than 7 days to skip: remove some",
        spec: DAYS,
        example: "channel",
        bad: days(...WEEKDAYS, "Monday"),
        good: days(...WEEKDAYS),
      },
      7,
    ),
  ],
});
