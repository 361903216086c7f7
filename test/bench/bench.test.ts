import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

// The bench is JavaScript, so that it runs without being compiled: imported by address, its types are unknown here.
const load = (file: string) => import(new URL(`../../bench/${file}`, import.meta.url).href);
const { checkOutput } = await load("check-output.mjs");
const { feedFolder } = await load("contenders/contender.mjs");
const { lastLine } = await load("corpus/article.mjs");
const { corpusOf, writeArticle } = await load("corpus/generate.mjs");
const { feedsAskedFor, LIMIT } = await load("corpus/outlet.mjs");
const { median, percentile } = await load("measure.mjs");
const { race } = await load("race.mjs");
const { readOptions } = await load("options.mjs");
const { writePart } = await load("report.mjs");
const { judge } = await load("wanted.mjs");

const SIZE = 300;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wireroom-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Story {
  readonly number: number;
  readonly title: string;
  readonly path: string;
}

describe("corpus", () => {
  test("a seed decides every byte of it", () => {
    const [one, same, other] = [join(folder, "a"), join(folder, "b"), join(folder, "c")];
    corpusOf(one, 50, 1);
    corpusOf(same, 50, 1);
    corpusOf(other, 50, 2);
    expect(textsIn(same)).toEqual(textsIn(one));
    expect(textsIn(other)).not.toEqual(textsIn(one));
  });

  test("has every section, tag, author and language, and articles of 5 KB", () => {
    const corpus = corpusOf(folder, SIZE, 1);
    for (const { label, holds } of feedsAskedFor()) expect(corpus.facts.some(holds), label).toBe(true);
    expect(feedsAskedFor()).toHaveLength(1 + 8 + 40 + 30 + 2);
    for (const text of textsIn(join(folder, String(SIZE), "articles")).values()) {
      expect(Buffer.byteLength(text)).toBeGreaterThan(5_000);
      expect(Buffer.byteLength(text)).toBeLessThan(6_000);
    }
  });

  test("is used again when seed and size are the same, with an edit left in it undone", () => {
    const corpus = corpusOf(folder, 20, 1);
    const file = join(corpus.articles, corpus.facts[5].path);
    utimesSync(file, 1_000_000_000, 1_000_000_000);
    const texts = textsIn(corpus.articles);
    for (const number of [0, 7]) writeArticle(corpus, number, 3);
    expect(textsIn(corpus.articles)).not.toEqual(texts);
    const again = corpusOf(folder, 20, 1);
    expect(again.seconds).toBeUndefined();
    expect(statSync(file).mtimeMs).toBe(1_000_000_000_000);
    expect(textsIn(corpus.articles)).toEqual(texts);
    expect(corpusOf(folder, 20, 2).seconds).toBeDefined();
  });

  test("takes no folder for its own that is not", () => {
    mkdirSync(join(folder, "20"));
    writeFileSync(join(folder, "20", "thesis.txt"), "years of work");
    expect(() => corpusOf(folder, 20, 1)).toThrow(/is no corpus/);
    expect(readdirSync(join(folder, "20"))).toEqual(["thesis.txt"]);
  });
});

describe("check of an output", () => {
  test("counts what a whole job made", () => {
    const { corpus, out } = publish();
    expect(checkOutput(corpus, out, feedFolder)).toMatchObject({ documents: 243, feeds: 81 });
  });

  test.each([
    ["a document is missing", "tags/budget/atom.xml", () => undefined, /did not make/],
    ["a document is ill-formed", "atom.xml", (text: string) => text.replace("</entry>", ""), /cannot be parsed/],
    ["a document is cut short", "feed.json", (text: string) => text.slice(0, -2), /cannot be parsed/],
    ["a story is left out", "rss.xml", (text: string) => text.replace(/<item>.*?<\/item>/, ""), /49 stories/],
    ["stories are in another order", "rss.xml", swapped, /belongs there/],
    [
      "only a summary is printed",
      "sections/world/rss.xml",
      (text: string) => text.replace(/Reference \d+/, ""),
      /text/,
    ],
  ])("refuses the row when %s", (_, path, change, message) => {
    const { corpus, out } = publish();
    const file = join(out, path);
    const text = change(readFileSync(file, "utf8"));
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    expect(() => checkOutput(corpus, out, feedFolder)).toThrow(message);
  });

  test("refuses the row when an edit was not published", () => {
    const { corpus, out } = publish();
    writeArticle(corpus, 0, 1);
    expect(() => checkOutput(corpus, out, feedFolder)).toThrow(/whole text/);
  });
});

describe("race", () => {
  test("gives no row to who fails or makes half of it, and goes on with the others in turn", async () => {
    const { corpus, out } = publish();
    const order: string[] = [];
    const contender = (id: string, code: string, output?: object) => ({
      id,
      name: id,
      cases: [
        {
          name: "from nothing",
          before: () => order.push(id),
          command: { file: process.execPath, args: ["-e", code], cwd: folder },
        },
      ],
      ...(output !== undefined && { output }),
    });
    const contenders = [
      contender("whole", "", { folder: out, folderOf: feedFolder }),
      contender("failing", "throw new Error('no disk')"),
      contender("half", "", { folder: join(folder, "nothing"), folderOf: feedFolder }),
      { ...contender("elsewhere", ""), skipped: "not installed" },
      contender("floor", ""),
    ];
    const { rows, left } = await race(corpus, contenders, { runs: 2, limit: 60, note: () => {} });
    expect(order).toEqual(["whole", "failing", "half", "floor", "whole", "floor"]);
    expect(
      rows.map(({ id, runs, made }: { id: string; runs: object[]; made?: { documents: number } }) => [
        id,
        runs.length,
        made?.documents,
      ]),
    ).toEqual([
      ["whole", 2, 243],
      ["floor", 2, undefined],
    ]);
    expect(left).toMatchObject([
      { name: "elsewhere", reason: "not installed" },
      { name: "failing", reason: expect.stringContaining("no disk") },
      { name: "half", reason: expect.stringContaining("did not make") },
    ]);
  });
});

describe("verdicts", () => {
  const measured: Record<string, number> = {
    "wireroom from nothing": 2,
    "wireroom nothing changed": 0.3,
    "wireroom one article changed": 0.9,
    "hugo ": 2.5,
    "plain-all ": 7,
    "node ": 0.1,
    "find ": 0.1,
  };
  const find = (_: number, id: string, state = "") => {
    const seconds = measured[`${id} ${state}`];
    return seconds === undefined ? undefined : { seconds, megabytes: id === "wireroom" ? 251 : undefined };
  };

  test("compare within one corpus and say so when something is missing", () => {
    const verdicts = judge(find, [10_000]).map(({ value, verdict }: { value: number; verdict: string }) => [
      Number(value.toFixed(2)),
      verdict,
    ]);
    expect(verdicts).toEqual([
      [0.8, "pass"],
      [0.29, "miss"],
      [1.5, "pass"],
      [0.3, "miss"],
      [251, "miss"],
    ]);
    const none = judge(() => undefined, [10_000, 100_000]).map(({ verdict }: { verdict: string }) => verdict);
    expect(none).toEqual(Array(11).fill("not measured"));
  });
});

test.each([
  [[3, 1, 2], 2, 3],
  [[4, 1, 2, 3], 2.5, 4],
  [Array.from({ length: 100 }, (_, index) => index + 1), 50.5, 95],
])("median and 95th percentile of %j", (values, middle, high) => {
  expect(median(values)).toBe(middle);
  expect(percentile(values, 0.95)).toBe(high);
});

test("results replace their own part of the file and leave the rest", () => {
  const file = join(folder, "RESULTS.md");
  writeFileSync(file, "# Results\n\nBefore\n");
  writePart(file, "race", "first");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nAfter\n`);
  writePart(file, "race", "second");
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/Before[\s\S]*second[\s\S]*After/);
  expect(text).not.toContain("first");
});

test("a part of the contenders does not overwrite the results of all", () => {
  expect(readOptions([]).out).toMatch(/RESULTS\.md$/);
  expect(readOptions(["--only", "hugo"]).out).toBeUndefined();
  expect(() => readOptions(["--runs", "0"])).toThrow(/--runs/);
});

/** Publishes a corpus in the plainest way that does the whole job. */
function publish() {
  const corpus = corpusOf(folder, SIZE, 1);
  const out = join(folder, "out");
  for (const { kind, label, holds } of feedsAskedFor()) {
    const stories: Story[] = corpus.facts.filter(holds).slice(0, LIMIT);
    const path = join(out, feedFolder(kind, label));
    mkdirSync(path, { recursive: true });
    const items = stories.map((story) => ({ title: story.title, content_html: lastLine(story, 0) }));
    const xml = (item: string, content: string) =>
      items.map((one) => `<${item}><title>${one.title}</title><${content}>${one.content_html}</${content}></${item}>`);
    writeFileSync(join(path, "rss.xml"), `<rss><channel>${xml("item", "description").join("")}</channel></rss>`);
    writeFileSync(join(path, "atom.xml"), `<feed>${xml("entry", "content").join("")}</feed>`);
    writeFileSync(join(path, "feed.json"), JSON.stringify({ items }));
  }
  return { corpus, out };
}

function swapped(text: string): string {
  return text.replace(/(<item>.*?<\/item>)(<item>.*?<\/item>)/, "$2$1");
}

function textsIn(parent: string): ReadonlyMap<string, string> {
  const paths = readdirSync(parent, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(parent, path), "utf8")]));
}
