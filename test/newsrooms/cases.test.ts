import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newsroom } from "../newsroom.ts";
import { type Node, readXml } from "../render/read.ts";

const cases = join(import.meta.dirname, "cases");

/**
 * Whole small newsrooms: a folder with outlet.yaml and articles, and in `expected` the feeds that they become, written by hand from the
 * specifications. `case.json` says the moment that is the present, the exit code, and the problems with their places.
 */
interface Case {
  readonly about: string;
  readonly now: string;
  readonly exit: number;
  readonly diagnostics: readonly string[];
  /** Every feed's folder that is published. */
  readonly feeds: readonly string[];
}

describe("a newsroom becomes the feeds that were written for it by hand", () => {
  const names = readdirSync(cases).sort();

  test("and there are such newsrooms", () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
  });

  test.each(names)("%s", async (name) => {
    const folder = join(cases, name);
    const given: Case = JSON.parse(readFileSync(join(folder, "case.json"), "utf8"));
    const room = newsroom();
    for (const part of ["outlet.yaml", "articles"])
      cpSync(join(folder, part), join(room.folder, part), { recursive: true });
    const { code, out } = await room.run("build", "--now", given.now, "--format", "json", "--verify");
    const told = JSON.parse(out).diagnostics.map(
      ({ code, location }: { code: string; location?: { file: string; line?: number; column?: number } }) =>
        `${[location?.file, location?.line, location?.column].filter((part) => part !== undefined).join(":")} ${code}`,
    );
    expect([code, told]).toEqual([given.exit, given.diagnostics]);
    const feeds = room.list("dist").filter((path) => path.endsWith("rss.xml"));
    expect(feeds.map((path) => path.slice(0, -"rss.xml".length))).toEqual(given.feeds);
    const expected = readdirSync(join(folder, "expected"), { recursive: true, encoding: "utf8" }).filter((path) =>
      /(?:xml|json)$/.test(path),
    );
    expect(expected.length).toBeGreaterThan(0);
    for (const path of expected)
      expect(meaning(path, room.read(`dist/${path}`)), path).toEqual(
        meaning(path, readFileSync(join(folder, "expected", path), "utf8")),
      );
  });
});

/**
 * What a document says, without what its makers may choose: space between elements, the order of unlike elements and of attributes, and
 * the generator's name.
 */
function meaning(path: string, text: string): unknown {
  return path.endsWith(".json") ? JSON.parse(text) : told(readXml(text));
}

function told({ key, attributes, children, text }: Node): unknown {
  const inside = children
    .filter((child) => !child.key.endsWith("generator"))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(told);
  const named = Object.entries(attributes).filter(([name]) => !name.startsWith("xmlns"));
  return [key, Object.fromEntries(named), ...(inside.length > 0 ? inside : [text])];
}
