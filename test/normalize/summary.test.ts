import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutOpening } from "../../src/normalize/cut-opening.ts";
import { LONGEST_SUMMARY, makeSummary } from "../../src/normalize/summary.ts";

const LONG = "The tide gauge at the old pier has stood in the same wooden hut for a century and more. ";

describe("a made summary", () => {
  test("is the first whole sentences", () => {
    const summary = makeSummary(`<p>${LONG}</p><p>${LONG.repeat(5)}</p>`, undefined);
    expect(summary).toBe(`${LONG}${LONG}${LONG}`.trim());
    expect(summary.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
  });

  test("leaves the dateline out", () => {
    expect(makeSummary("<p><b>LISBON</b> (AP) — Rain fell.</p>", "LISBON (AP) —")).toBe("Rain fell.");
  });

  test("takes nothing from quotations, captions and tables", () => {
    const html = `<figure><figcaption><p>A pier.</p></figcaption></figure><blockquote><p>No.</p></blockquote><p>Rain &amp; wind.</p>`;
    expect(makeSummary(html, undefined)).toBe("Rain & wind.");
  });

  test("cuts a first sentence that is too long at a word", () => {
    const summary = makeSummary(`<p>${"tide ".repeat(100)}</p>`, undefined);
    expect(summary).toMatch(/^(?:tide )+tide…$/);
    expect(summary.length).toBeLessThanOrEqual(LONGEST_SUMMARY);
  });

  test("never cuts a character in two", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("👩‍👩‍👧‍👦", "é", "a", "&amp;", "नमस्ते"), { minLength: 300, maxLength: 400 }),
        (letters) => {
          const summary = makeSummary(`<p>${letters.join("")}</p>`, undefined);
          expect(summary).toMatch(/…$/);
          expect(summary).not.toMatch(/[\ud800-\udfff]/u);
          expect(summary).not.toMatch(/\u200d…$/);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("cutting an opening", () => {
  test.each([
    ["<p>LISBON: Rain</p>", "LISBON:", "<p>Rain</p>"],
    ["<p><b>LISBON</b>: Rain &amp; wind</p>", "LISBON:", "<p><b></b>Rain &amp; wind</p>"],
    ["<p>A &amp; B – Rain</p>", "A & B –", "<p>Rain</p>"],
    ["<p>Rain</p>", "LISBON:", "<p>Rain</p>"],
  ])("of %s", (html, prefix, expected) => {
    expect(cutOpening(html, prefix)).toBe(expected);
  });
});
