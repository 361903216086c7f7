import { describe, expect, test } from "vitest";
import { rfc3339 } from "../../src/time.ts";
import { codes, file } from "./newsroom.ts";

/** Told beside every error here: the writer may have meant to take the story back. */
const TAKEN_DOWN = "info status/taken-down";

function decided(fields: string) {
  const filed = file("ferry.md", `---\ntitle: Ferry\ndate: 2025-08-19T06:00:00Z\n${fields}\n---\nText.\n`);
  return { ...filed, codes: codes(filed) };
}

describe("a draft", () => {
  test.each([
    ["draft: true", true],
    ["draft: True", true],
    ["Draft: true", true],
    ["draft: TRUE", true],
    ["draft: false", false],
    ["status: draft", true],
    ["status: Pending", true],
    ["status: private", true],
    ["status: withheld", true],
    ["status: published", false],
    ["status: publish", false],
    ["status: usable", false],
    ["pubStatus: usable", false],
    ["status:", false],
    ["tags: a", false],
  ])("%s", (fields, draft) => {
    const { article, codes: said } = decided(fields);
    expect(article?.draft).toBe(draft);
    expect(said).toEqual([]);
  });

  test.each([
    'draft: "true"',
    'draft: "false"',
    "draft: yes",
    "draft: no",
    "draft: 1",
    "draft: 0",
    "draft:",
    "draft: []",
  ])("that is no boolean holds the story: %s", (fields) => {
    expect(decided(fields)).toMatchObject({ codes: ["error draft/not-boolean", TAKEN_DOWN] });
  });

  test.each([
    ["status: drfat", "did you mean draft?"],
    ["status: on fire", "write published, draft or retracted"],
  ])("in an unknown word holds the story: %s", (fields, hint) => {
    const { codes: said, problems } = decided(fields);
    expect(said).toEqual(["error status/unknown", TAKEN_DOWN]);
    expect(problems[0]?.message).toContain(hint);
  });

  test.each(["status: [draft]", "status: {a: b}"])("in no word holds the story: %s", (fields) => {
    expect(decided(fields)).toMatchObject({ codes: ["error status/unknown", TAKEN_DOWN] });
  });
});

describe("an embargo", () => {
  test.each([
    ["embargo: 2025-08-20T10:00:00Z", "2025-08-20T10:00:00Z"],
    ["embargo: 2025-08-18", "2025-08-19T06:00:00Z"],
    ["status: embargoed\nembargo: 2025-08-20 11:00", "2025-08-20T10:00:00Z"],
  ])("moves the publishing to the later of date and lift: %s", (fields, published) => {
    const { article, codes: said } = decided(fields);
    expect(article && rfc3339(article.published)).toBe(published);
    expect(article && rfc3339(article.updated)).toBe(published);
    expect(said).toEqual([]);
  });

  test.each([
    ["status: embargoed", "error embargo/no-date"],
    ["embargo: tomorrow", "error date/relative"],
    ["embargo: 03/04/2026", "error date/ambiguous"],
    ["embargo: []", "error date/not-text"],
  ])("that cannot be read holds the story: %s", (fields, code) => {
    const { article, codes: said } = decided(fields);
    expect(article).toBeUndefined();
    expect(said).toEqual([code, TAKEN_DOWN]);
  });
});

describe("an expiry", () => {
  test("is kept", () => {
    const { article } = decided("expires: 2025-09-01");
    expect(article?.expires && rfc3339(article.expires)).toBe("2025-08-31T23:00:00Z");
  });

  test("that cannot be read holds the story", () => {
    expect(decided("expires: soon")).toMatchObject({ codes: ["error date/unknown-form", TAKEN_DOWN] });
  });
});

describe("a retraction", () => {
  const day = Date.parse("2025-08-20T23:00:00Z") / 1000;
  const start = Date.parse("2025-08-19T06:00:00Z") / 1000;

  test.each([
    ["retracted: 2025-08-21", { at: day }, []],
    ["retracted: {date: 2025-08-21, reason: It was not so.}", { at: day, reason: "It was not so." }, []],
    ["retracted: 2025-08-21\nreason: It was not so.", { at: day, reason: "It was not so." }, []],
    ["retracted: true", { at: start }, ["warning retraction/undated"]],
    ["status: retracted", { at: start }, ["warning retraction/undated"]],
    [
      "status: canceled\nreason: It was not so.",
      { at: start, reason: "It was not so." },
      ["warning retraction/undated"],
    ],
    ["retracted: lately", { at: start }, ["warning date/unknown-form", "warning retraction/undated"]],
  ])("%s", (fields, retracted, said) => {
    const result = decided(fields);
    expect(result.article?.retracted).toEqual(retracted);
    expect(result.codes).toEqual(said);
  });

  test.each(["retracted: false", "retracted:", "reason: Because."])("is none: %s", (fields) => {
    expect(decided(fields).article?.retracted).toBeUndefined();
  });

  test("without a date counts from the build that saw it first", () => {
    const text = "---\ntitle: Ferry\ndate: 2025-08-19\nretracted: true\n---\nText.\n";
    expect(file("ferry.md", text, undefined, { retractionSeen: day }).article?.retracted).toEqual({ at: day });
  });
});
