import { describe, expect, test } from "vitest";
import { failureRules } from "../../src/validate/http-failures.ts";
import { rules } from "../../src/validate/index.ts";
import { check, checkExample, codes } from "./examples.ts";

/** Rules that no example of a few lines can break; each has a test of its own. */
const ELSEWHERE = new Set<string>([
  "document/too-slow",
  "document/too-large",
  "document/not-one-entry",
  "json/too-many-values",
  "json/too-many-faults",
  ...failureRules.map(({ code }) => code),
]);

describe("every rule", () => {
  test("has a code of its own that says its area", () => {
    const all = rules.map(({ code }) => code);
    expect(new Set(all).size).toBe(all.length);
    for (const code of all) expect(code).toMatch(/^[a-z][a-z-]*\/[a-z0-9-]+$/);
  });

  test("is on in one of the profiles", () => {
    expect(rules.filter(({ severity, w3cSeverity }) => severity === "off" && (w3cSeverity ?? "off") === "off")).toEqual(
      [],
    );
  });

  test.each(rules.map((rule) => [rule.code, rule] as const))("%s says what to do and who asks for it", (_, rule) => {
    expect(rule.message).toMatch(/: /);
    expect(rule.message).not.toMatch(/\.$/);
    expect(rule.spec).toMatch(/^https?:\/\/\S+$/);
  });

  const examples = rules.filter(({ code }) => !ELSEWHERE.has(code)).map((rule) => [rule.code, rule] as const);

  test.each(examples)("%s is broken by its bad example, at a place inside it", (code, rule) => {
    const result = checkExample(rule, "bad");
    const found = result.diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(found, `found only ${codes(result).join(" ")}`).toBeDefined();
    expect(found?.message).not.toMatch(/\{\w+\}/);
    // How a feed is served has no place in it.
    if (rule.example === "http") return;
    expect(found?.location?.line).toBeGreaterThan(0);
    expect(found?.location?.column).toBeGreaterThan(0);
  });

  test.each(examples)("%s is not broken by its good example", (code, rule) => {
    expect(codes(checkExample(rule, "good"))).not.toContain(code);
  });
});

describe("limits", () => {
  const feed = '<rss version="2.0"><channel><title>News</title></channel></rss>';

  test("document/too-large: a document above the limit is not read", () => {
    expect(codes(check(feed, { limits: { bytes: feed.length - 1 } }))).toEqual(["document/too-large"]);
    expect(codes(check(feed, { limits: { bytes: feed.length } }))).not.toContain("document/too-large");
  });

  test("document/too-slow: a document that takes longer than the limit is left unread", () => {
    const long = `<rss version="2.0">${"<channel/>".repeat(20_000)}</rss>`;
    expect(codes(check(long, { limits: { seconds: 0 } }))).toContain("document/too-slow");
    expect(codes(check(feed, { limits: { seconds: 60 } }))).not.toContain("document/too-slow");
  });
});
