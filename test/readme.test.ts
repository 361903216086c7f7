import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allCommands } from "../src/cli/run.ts";
import { settingsTables } from "../src/config/table.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

describe("the README", () => {
  test("has every setting with its type and default", async () => {
    const [before, rest = ""] = readme.split("<!-- settings -->\n");
    const after = rest.split("<!-- /settings -->\n")[1] ?? "";
    expect(after).not.toBe("");
    const text = `${before}<!-- settings -->\n\n${settingsTables()}\n<!-- /settings -->\n${after}`;
    await expect(text).toMatchFileSnapshot("../README.md");
  });

  test("names every command", async () => {
    for (const { name } of await allCommands()) expect(readme).toContain(`\`wireroom ${name}`);
  });

  test("has the two commands of a newcomer before all others", () => {
    const commands = [...readme.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line);
    expect(commands.slice(0, 2)).toEqual(["npm ci && npm run build", "npm ci && npm test"]);
  });

  test.each(
    [...readme.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:/.test(target)),
  )("links to %s, which is there", (target) => {
    expect(() => readFileSync(join(root, target))).not.toThrow();
  });
});
