import { describe, expect, test } from "vitest";
import { asMarkdown, rulesDocument } from "../../src/cli/rules-doc.ts";
import { type RuleText, rules } from "../../src/validate/index.ts";

describe("docs/rules.md", () => {
  test("is what the rules say", async () => {
    await expect(rulesDocument(rules)).toMatchFileSnapshot("../../docs/rules.md");
  });

  test("has every code once, with its message and clause", () => {
    const text = rulesDocument(rules);
    for (const { code, message, spec } of rules) {
      expect(text.split(`\n### ${code}\n`).length, code).toBe(2);
      expect(text).toContain(`\n${asMarkdown(message)}.\n`);
      expect(text).toContain(`<${spec}>`);
    }
  });

  test.each([
    ["add <link href='a'/>", "add &lt;link href='a'/>"],
    ["write &amp;", "write &amp;amp;"],
    ["write \\n", "write \\\\n"],
    ["write _ and a letter", "write _ and a letter"],
  ])("%s is shown as it stands", (message, expected) => expect(asMarkdown(message)).toBe(expected));

  test("shows no control character, and the beginning of what is long", () => {
    const rule: RuleText = {
      code: "a/b",
      severity: "off",
      w3cSeverity: "error",
      w3c: "Odd",
      message: "Odd: write even",
      spec: "https://example.org/",
      example: "json",
      bad: `\u0007${"rain ".repeat(1000)}`,
      good: "{\n}",
    };
    const text = rulesDocument([rule]);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(text).toContain("Severity: core off, w3c error, its class Odd.");
    expect(text).toContain("… (5001 characters)");
    expect(text).toContain("```text\n{\n}\n```");
    expect(text.length).toBeLessThan(2500);
  });
});
