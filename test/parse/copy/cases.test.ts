import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { copyJson } from "../../../src/parse/copy/json.ts";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { parseCopy } from "../../../src/parse/copy/parse-copy.ts";

const folder = new URL("./cases/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => file.slice(0, -4))
  .sort();
const lexicon = copyLexicon();
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

describe("plain wire copy is read as its case says", () => {
  test.each(names)("%s", (name) => {
    const copy = parseCopy(read(`${name}.txt`).replace(/^\uFEFF/, ""), `news/${name}.txt`, { lexicon });
    expect(copyJson(copy)).toEqual(JSON.parse(read(`${name}.json`)));
  });

  test("there are cases, and each text has its expectation", () => {
    expect(names.length).toBeGreaterThan(60);
    expect(readdirSync(folder).length).toBe(names.length * 2);
  });
});
