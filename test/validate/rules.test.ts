import { describe, expect, test } from "vitest";
import { failureRules } from "../../src/validate/http-failures.ts";
import { rules } from "../../src/validate/index.ts";
import { check, checkExample, codes } from "./examples.ts";

/** Rules that no example of a few lines can break; each has a test of its own. */
const ELSEWHERE = new Set<string>([
  "document/too-slow",
  "document/too-large",
  "document/not-one-entry",
  "xml/too-many-elements",
  "xml/too-many-faults",
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

  const rss = (body: string) => `<rss version="2.0"><channel>${body}</channel></rss>`;

  test.each([
    ["elements", "<x/>"],
    ["attributes", '<cloud a="1"/>'],
    ["elements of Media RSS", '<media:content xmlns:media="http://search.yahoo.com/mrss/"/>'],
    ["items", "<item/>"],
    ["characters that a wrong encoding left", "<category>\u0097</category>"],
    ["tags in HTML", "<item><description>&lt;x>&lt;y></description></item>"],
  ])("xml/too-many-faults: of many wrong %s 10,000 are told", (_, one) => {
    const { diagnostics } = check(rss(one.repeat(10_001)));
    const last = diagnostics.find(({ code }) => code === "xml/too-many-faults");
    expect(last?.location?.line).toBe(1);
    expect(diagnostics.length).toBeGreaterThan(10_000);
    expect(diagnostics.length).toBeLessThan(10_050);
  });

  test.each([
    ["in the HTML of one item", rss(`<item><description><![CDATA[${"<x>".repeat(20_000)}]]></description></item>`)],
    ["on one element", rss(`<cloud ${Array.from({ length: 20_000 }, (__, n) => `a${n}="1"`).join(" ")}/>`)],
  ])("xml/too-many-faults: faults %s are counted one by one", (_, text) => {
    const { diagnostics } = check(text);
    expect(diagnostics.map(({ code }) => code)).toContain("xml/too-many-faults");
    expect(diagnostics.length).toBeLessThan(10_050);
  });

  test("xml/too-many-faults: 10,000 faults are told in full, one more is not", () => {
    const found = (count: number) => codes(check(rss("<x/>".repeat(count))));
    const most = 10_000 - found(0).length;
    expect(found(most)).not.toContain("xml/too-many-faults");
    expect(found(most)).toHaveLength(10_000);
    expect(found(most + 1)).toContain("xml/too-many-faults");
  });

  test("xml/too-many-faults: what the whole shows is bounded too", () => {
    const same = "<item><title>Rain</title><guid>https://example.org/a</guid></item>";
    const found = codes(check(rss(same.repeat(10_100))));
    expect(found.filter((code) => code === "rss/guid-twice")).toHaveLength(10_000);
    expect(found.filter((code) => code === "xml/too-many-faults")).toHaveLength(1);
  });

  test.each([
    ["elements", rss('<x:a xmlns:x="https://example.org/ns">'.concat("<x:b/>".repeat(500_000), "</x:a>"))],
    ["attributes", rss(`<x ${Array.from({ length: 500_000 }, (_, n) => `a${n}=""`).join(" ")}/>`)],
  ])("xml/too-many-elements: after 500,000 %s the rest is not read", (_, text) => {
    expect(codes(check(text))).toContain("xml/too-many-elements");
  });

  test("document/too-slow: a document that takes longer than the limit is left unread", () => {
    const long = `<rss version="2.0">${"<channel/>".repeat(20_000)}</rss>`;
    expect(codes(check(long, { limits: { seconds: 0 } }))).toContain("document/too-slow");
    expect(codes(check(feed, { limits: { seconds: 60 } }))).not.toContain("document/too-slow");
  });
});
