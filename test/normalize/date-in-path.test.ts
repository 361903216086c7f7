import { describe, expect, test } from "vitest";
import { dateInPath, withoutDatePrefix } from "../../src/normalize/date-in-path.ts";
import { datelineDate } from "../../src/normalize/dateline-date.ts";
import { rfc3339 } from "../../src/time.ts";

describe("dates in paths", () => {
  test.each([
    ["world/2025-08-19-rain.md", "2025-08-19", "filename"],
    ["20250819-rain.txt", "2025-08-19", "filename"],
    ["2025_08_19 rain.txt", "2025-08-19", "filename"],
    ["2025/08/19/rain.txt", "2025-08-19", "folder"],
    ["world/2025-08-19/rain.txt", "2025-08-19", "folder"],
    ["2025/08/19-rain.txt", "2025-08-19", "folder"],
    ["2025-08-20/2025-08-19-rain.txt", "2025-08-19", "filename"],
  ])("%s", (path, day, from) => {
    const found = dateInPath(path, "UTC");
    expect(found && rfc3339(found.instant).slice(0, 10)).toBe(day);
    expect(found?.from).toBe(from);
  });

  test.each([
    "rain.md",
    "2025/08/rain.md",
    "2025-02-30-rain.md",
    "00981234-rain.md",
    "covid-2019-2020.md",
    "20250819123-rain.md",
    "2025-0819-rain.md",
  ])("none in %s", (path) => {
    expect(dateInPath(path, "UTC")).toBeUndefined();
  });

  test.each([
    ["world/2025-08-19-rain.md", "world/rain"],
    ["20250819-rain.txt", "rain"],
    ["2025-08-19.md", "2025-08-19"],
    ["2025/08/19/rain.txt", "2025/08/19/rain"],
    ["rain.final.md", "rain.final"],
  ])("%s without its date", (path, expected) => {
    expect(withoutDatePrefix(path)).toBe(expected);
  });
});

describe("dates in datelines", () => {
  const near = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;

  test.each([
    ["Oct 22", "2025-10-25", "2025-10-22"],
    ["Dec 31", "2026-01-02", "2025-12-31"],
    ["4 mar", "2026-03-01", "2026-03-04"],
    ["Jan 16, 2019", "2026-03-01", "2019-01-16"],
  ])("%s beside %s", (text, evidence, day) => {
    const instant = datelineDate(text, [near(evidence)], "UTC");
    expect(instant && rfc3339(instant).slice(0, 10)).toBe(day);
  });

  test("without a year and without other evidence there is none", () => {
    expect(datelineDate("Oct 22", [], "UTC")).toBeUndefined();
    expect(datelineDate("Monday", [near("2026-01-01")], "UTC")).toBeUndefined();
  });
});
