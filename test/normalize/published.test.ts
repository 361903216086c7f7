import { describe, expect, test } from "vitest";
import { rfc3339 } from "../../src/time.ts";
import { codes, file, outletWith } from "./newsroom.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const day = (instant: number | undefined) => (instant === undefined ? undefined : rfc3339(instant));

describe("when a story was published is told by", () => {
  test.each([
    ["front matter", "2024-01-01-a.txt", "---\ndate: 2025-08-19 16:30\n---\n", "2025-08-19T15:30:00Z", "front-matter"],
    ["the name of the file", "2025-08-19-a.txt", "", "2025-08-18T23:00:00Z", "filename"],
    ["the folders", "2025/08/19/a.txt", "", "2025-08-18T23:00:00Z", "folder"],
    ["a dateline with its year", "a.txt", "LISBON, Aug 19, 2025 (HPA) - ", "2025-08-18T23:00:00Z", "dateline"],
  ])("%s", (_, path, top, expected, from) => {
    const filed = file(path, `${top}The ferry to the islands runs again.\nIt is late.\n`);
    expect(day(filed.article?.published)).toBe(expected);
    expect(filed.decisions?.published?.from).toBe(from);
    expect(codes(filed)).toEqual([]);
  });

  test("the stronger evidence, and what else there was is told", () => {
    const filed = file("2025/08/2025-08-21-a.txt", "LISBON, Aug 19 (HPA) - The ferry runs again.\nIt is late.\n");
    expect(filed.decisions?.published).toMatchObject({
      value: at("2025-08-20T23:00:00Z"),
      from: "filename",
      others: [{ value: String(at("2025-08-18T23:00:00Z")), from: "dateline", name: "Aug 19" }],
    });
  });

  test.each([
    ["a dateline without a year", "a.txt", "LISBON, Aug 19 (HPA) - "],
    ["nothing", "a.txt", ""],
    ["a date in the text", "a.txt", "On August 19, 2025 it rained. "],
  ])("not by %s", (_, path, top) => {
    const filed = file(path, `${top}The ferry to the islands runs again.\nIt is late.\n`);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)).toEqual(["error date/missing"]);
    expect(filed.problems[0]?.message).toContain("2025-08-19-a.txt");
  });

  test.each([
    ["date: 03/04/2024", "error date/ambiguous"],
    ["date: 2026-02-30", "error date/impossible"],
    ["date: [2025-08-19]", "error date/not-text"],
    ["date: {day: 1}", "error date/not-text"],
    ["date: 0", "error date/unknown-form"],
    ["pubDate: yesterday", "error date/relative"],
  ])("nothing weaker where front matter is wrong: %s", (field, code) => {
    const filed = file("2025-08-19-a.md", `---\ntitle: A\n${field}\n---\nText.\n`);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)).toEqual([code]);
    expect(filed.problems[0]?.at).toEqual({ field: [field.split(":")[0]?.toLowerCase()] });
  });

  test.each(["date:", "date: ~"])("the file's name where front matter is empty: %s", (field) => {
    expect(file("2025-08-19-a.md", `---\ntitle: A\n${field}\n---\nText.\n`).decisions?.published?.from).toBe(
      "filename",
    );
  });

  test("git and the first build that saw it, where the outlet gives them, last", () => {
    const text = "The ferry to the islands runs again.\nIt is late.\n";
    const outside = { added: at("2025-08-20T00:00:00Z"), firstSeen: at("2025-08-21T00:00:00Z") };
    expect(file("a.txt", text, undefined, outside).decisions?.published).toMatchObject({ from: "git" });
    expect(file("a.txt", text, undefined, { firstSeen: outside.firstSeen }).decisions?.published).toMatchObject({
      value: outside.firstSeen,
      from: "first-seen",
    });
    expect(file("2025-08-19-a.txt", text, undefined, outside).decisions?.published?.from).toBe("filename");
  });
});

describe("the zone of the outlet", () => {
  test.each([
    ["Pacific/Auckland", "2026-03-02T11:00:00Z"],
    ["America/Los_Angeles", "2026-03-03T08:00:00Z"],
    ["Asia/Karachi", "2026-03-02T19:00:00Z"],
  ])("%s decides when a day begins", (zone, expected) => {
    const filed = file("a.md", "---\ntitle: A\ndate: 2026-03-03\n---\nText.\n", outletWith({ zone }));
    expect(day(filed.article?.published)).toBe(expected);
  });

  test("has names of its own", () => {
    const text = "---\ntitle: A\ndate: 19 Aug 2025, 16:30 IST\n---\nText.\n";
    expect(codes(file("a.md", text))).toEqual(["error date/zone-ambiguous"]);
    const outlet = outletWith({ zoneNames: { IST: "+05:30" } });
    expect(day(file("a.md", text, outlet).article?.published)).toBe("2025-08-19T11:00:00Z");
  });
});

describe("the update", () => {
  const updated = (fields: string, outside = {}) => {
    const filed = file(
      "a.md",
      `---\ntitle: A\ndate: 2025-08-19T06:00:00Z\n${fields}\n---\nText.\n`,
      undefined,
      outside,
    );
    return [day(filed.article?.updated), filed.decisions?.updated?.from, codes(filed)];
  };

  test.each([
    ["tags: a", "2025-08-19T06:00:00Z", "content", []],
    ["updated: 2025-08-20T06:00:00Z", "2025-08-20T06:00:00Z", "front-matter", []],
    ["lastmod: 2025-08-20T06:00:00Z", "2025-08-20T06:00:00Z", "front-matter", []],
    ["updated: 2025-08-18", "2025-08-19T06:00:00Z", "content", ["warning date/updated-before-published"]],
    ["updated: soon", undefined, undefined, ["error date/unknown-form"]],
  ])("%s", (fields, expected, from, said) => {
    expect(updated(fields)).toEqual([expected, from, said]);
  });

  test("comes from git where the outlet gives that", () => {
    expect(updated("tags: a", { changed: at("2025-08-22T00:00:00Z") })).toEqual(["2025-08-22T00:00:00Z", "git", []]);
    expect(updated("tags: a", { changed: at("2025-08-01T00:00:00Z") })[0]).toBe("2025-08-19T06:00:00Z");
  });
});

test("epochs and far years are read", () => {
  const published = (date: string) =>
    day(file("a.md", `---\ntitle: A\ndate: ${date}\n---\nText.\n`).article?.published);
  expect(published("1772529300")).toBe("2026-03-03T09:15:00Z");
  expect(published("1772529300000")).toBe("2026-03-03T09:15:00Z");
  expect(published("1969-07-20T20:17:00Z")).toBe("1969-07-20T20:17:00Z");
  expect(published("9999-12-31T23:59:59Z")).toBe("9999-12-31T23:59:59Z");
  expect(published("0001-01-01T00:00:00Z")).toBe("0001-01-01T00:00:00Z");
});
