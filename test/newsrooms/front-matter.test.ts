import { describe, expect, test } from "vitest";
import { newsroom, OUTLET } from "../newsroom.ts";
import { builtWell, type Filing, filingTable, GOOD, placeOf } from "./filed.ts";

/** An article with these lines in its front matter. */
function fronted(...lines: readonly string[]): string {
  return `---\n${lines.join("\n")}\n---\nText of it.\n`;
}

/** An article with a date and this title line. */
function title(line: string): string {
  return fronted(line, "date: 2025-08-19");
}

function dated(date: string): string {
  return fronted("title: T", `date: ${date}`);
}

function draft(line: string): string {
  return fronted("title: T", "date: 2025-08-19", line);
}

const bombs = [
  ...Array.from(
    { length: 9 },
    (_, level) => `a${level}: &a${level} [${level === 0 ? "x" : `*a${level - 1},*a${level - 1}`}]`,
  ),
];

describe("front matter that runs, explodes or breaks holds the article", () => {
  const table: readonly (readonly [what: string, content: string, code: string, at?: string])[] = [
    ...["js", "javascript", " js", "JS", "js ", "coffee", "cson", "constructor", "__proto__", "hasOwnProperty"].map(
      (name) =>
        [
          `---${name}`,
          `---${name}\n{title:(require('fs').writeFileSync('pwned.txt','1'),'x')}\n---\nb\n`,
          "front-matter/engine",
          "1:1",
        ] as const,
    ),
    ["!!js/function", fronted("title: T", "x: !!js/function 'function(){}'"), "yaml/tag", "3:4"],
    ["!!js/regexp", fronted("title: T", "x: !!js/regexp /(a+)+$/"), "yaml/tag"],
    ["!!python/object", fronted("title: T", 'x: !!python/object/apply:os.system ["id"]'), "yaml/tag"],
    ["!!binary as title", title("title: !!binary aGVsbG8="), "yaml/tag"],
    ["!!set as tags", fronted("title: T", "date: 2025-08-19", "tags: !!set {a, b}"), "yaml/tag"],
    ["!!omap as tags", fronted("title: T", "date: 2025-08-19", "tags: !!omap [a: 1]"), "yaml/tag"],
    ["a list that holds itself", fronted("title: T", "a: &a [*a]"), "yaml/alias"],
    ["aliases of aliases", fronted("title: T", ...bombs), "yaml/alias"],
    [
      "a thousand merges",
      fronted(
        `base: &a {${Array.from({ length: 1000 }, (_, key) => `k${key}: 1`).join(", ")}}`,
        `x: {<<: [${Array.from({ length: 1000 }, () => "*a").join(", ")}]}`,
      ),
      "yaml/alias",
    ],
    ["ten thousand lists inside lists", fronted(`x: ${"[".repeat(10_000)}${"]".repeat(10_000)}`), "yaml/too-deep"],
    ["a megabyte of fields", fronted("title: T", `x: ${"a".repeat(1_000_001)}`), "yaml/too-large"],
    ["an end that is missing", "---\ntitle: T\n\nText of it.\n", "front-matter/unclosed", "1:1"],
    ["an end that goes on", "---\ntitle: T\n---- \nText\n", "front-matter/unclosed", "3:1"],
    ["a colon in a title", title("title: A: B"), "yaml/quotes", "2:9"],
    ["a quote that is never closed", title('title: "unterminated'), "yaml/unclosed"],
    ["a field twice", fronted("title: A", "title: B"), "yaml/twice", "3:1"],
    ["a tab as indentation", fronted("title: A", "image:", "\tsrc: a.jpg"), "yaml/indentation"],
    ["fields that are a list", "---\n- title\n---\nText\n", "front-matter/no-fields"],
    ["fields that are a text", "---\nA line of text\n---\nText\n", "front-matter/no-fields"],
    ["bare JSON", '{"title": "T"}\n\nText\n', "front-matter/bare-json", "1:1"],
    ["broken JSON", '---json\n{"title": "T",}\n---\nText\n', "front-matter/json"],
    ["broken TOML", "+++\ntitle = T\n+++\nText\n", "front-matter/toml", "2:9"],
    ["a title that is a comment", title("title: #hash"), "title/empty", "2:8"],
    ["no title after the colon", title("title:"), "title/empty"],
    ["a title of null", title("title: null"), "title/empty"],
    ["a title of ~", title("title: ~"), "title/empty"],
    ["a title of white space", title('title: " "'), "title/empty"],
    ["a title that is a list", title("title: []"), "title/not-text"],
    ["a title that is a group", title("title: {a: 1}"), "title/not-text"],
    ["a tag as title", title("title: !important x"), "yaml/tag"],
    ["a month of 13", dated("2026-13-01"), "date/impossible", "3:7"],
    ["a day of nothing", dated("0000-00-00"), "date/impossible"],
    ["31 February", dated("2024-02-31"), "date/impossible"],
    ["a day that is two", dated("03/04/2024"), "date/ambiguous", "3:7"],
    ["yesterday", dated("yesterday"), "date/relative"],
    ["0", dated("0"), "date/unknown-form"],
    ["eight digits", dated("20260303"), "date/unknown-form"],
    ["a year alone", dated("2025"), "date/no-day"],
    ["a two-digit year", dated("3 March 25"), "date/two-digit-year"],
    ["a date that is a list", dated("[2025-08-19]"), "date/not-text"],
    ["a year of six digits", dated("+275761-01-01"), "date/unknown-form"],
    ["no date", fronted("title: T"), "date/missing"],
    ["draft in quotes", draft('draft: "true"'), "draft/not-boolean", "4:8"],
    ["draft: yes", draft("draft: yes"), "draft/not-boolean"],
    ["draft: 1", draft("draft: 1"), "draft/not-boolean"],
    ['draft: "false"', draft('draft: "false"'), "draft/not-boolean"],
    ["draft without a value", draft("draft:"), "draft/not-boolean"],
    ["a status nobody knows", draft("status: pubished"), "status/unknown"],
    ["an embargo without an end", draft("status: embargoed"), "embargo/no-date"],
    ["an embargo that cannot be read", draft("embargo: tomorrow"), "date/relative"],
    ["a slug that climbs out", draft("slug: ../../etc/cron.d/x"), "slug/unsafe", "4:7"],
    ["a slug without a letter", draft('slug: "!!!"'), "slug/empty"],
    ["an address with a broken host", draft("url: http://[::1"), "url/malformed", "4:6"],
    ["an address of another scheme", draft("url: ftp://news.example/x"), "url/malformed"],
    ["an address that is a list", draft("url: [a, b]"), "url/malformed"],
    ["an id that is a group", draft("id: {a: 1}"), "id/not-text"],
  ];
  const filed = filingTable(table.map(([, content]): Filing => ({ name: "a.md", content })));
  test.each(table.map((row, index) => [row[0], index, row[2], row[3]] as const))(
    "%s",
    async (_what, index, code, at) => {
      const one = await filed(index);
      expect([one.codes, one.held, one.json]).toEqual([[code], true, undefined]);
      if (at !== undefined) expect(placeOf(one)).toBe(at);
    },
  );
});

describe("what front matter says is published as it was typed", () => {
  interface Expected {
    readonly codes?: readonly string[];
    readonly title?: string;
    readonly id?: string;
    readonly published?: string;
    readonly tags?: readonly string[];
    readonly authors?: readonly string[];
    readonly content?: string;
  }
  const OWN = "tag:news.example,2019-01-01:";
  const table: readonly (readonly [what: string, content: string, expected: Expected])[] = [
    ["42 as title", title("title: 42"), { title: "42" }],
    ["true as title", title("title: true"), { title: "true" }],
    ["1.10 as title", title("title: 1.10"), { title: "1.10" }],
    ["a date as title", title("title: 2026-03-03"), { title: "2026-03-03" }],
    ["NO as title", title("title: NO"), { title: "NO" }],
    ["what stands after # goes", title("title: News # 1"), { title: "News", codes: ["yaml/comment"] }],
    ["what stands after # in quotes stays", title('title: "News # 1"'), { title: "News # 1" }],
    ["a # without a space stays", title("title: News#1"), { title: "News#1" }],
    ["a colon without a space stays", title("title: 3:0 for Tide"), { title: "3:0 for Tide" }],
    ["long digits as id", draft("id: 12345678901234567890"), { id: `${OWN}12345678901234567890` }],
    ["010 as id", draft("id: 010"), { id: `${OWN}010` }],
    ["1e3 as id", draft("id: 1e3"), { id: `${OWN}1e3` }],
    ["0x1F as id", draft("id: 0x1F"), { id: `${OWN}0x1F` }],
    [".inf as id", draft("id: .inf"), { id: `${OWN}.inf` }],
    ["NaN as id", draft("id: NaN"), { id: `${OWN}NaN` }],
    ["a second block is text", "---\ntitle: a\ndate: 2025-08-19\n---\n---js\n(globalThis.X=1)\n---\n", { title: "a" }],
    [
      "names that objects have are fields that mean nothing",
      fronted("title: T", "date: 2025-08-19", "constructor:", "  prototype:", "    x: 1", "__proto__: {y: 1}"),
      { title: "T" },
    ],
    [
      "the same in JSON",
      '---json\n{"title": "T", "date": "2025-08-19", "__proto__": {"x": 1}}\n---\nText\n',
      { title: "T" },
    ],
    [
      "JSON",
      '---json\n{"title": "T: U", "date": "2025-08-19", "id": 98765432109876543210}\n---\nText\n',
      { title: "T: U", id: `${OWN}98765432109876543210` },
    ],
    [
      "TOML",
      '+++\ntitle = "T: U"\ndate = 2025-08-19T10:00:00Z\ntags = ["a"]\n+++\nText\n',
      { title: "T: U", published: "2025-08-19T10:00:00Z", tags: ["a"] },
    ],
    ["no zone is the outlet's", dated("2025-08-03 10:15"), { published: "2025-08-03T05:15:00Z" }],
    ["no time is the start of the day", dated("2025-08-03"), { published: "2025-08-02T19:00:00Z" }],
    ["seconds since 1970", dated("1752529300"), { published: "2025-07-14T21:41:40Z" }],
    ["milliseconds since 1970", dated("1752529300000"), { published: "2025-07-14T21:41:40Z" }],
    [
      "year 1969",
      dated("1969-07-20T20:17:40Z"),
      { published: "1969-07-20T20:17:40Z", codes: ["date/implausible", "date/rfc3339-implausible"] },
    ],
    ["keys without case", "---\nTitle: T\nDATE: 2025-08-19\nDraft: false\n---\nText\n", { title: "T" }],
    [
      "two names of one field",
      fronted("title: T", "date: 2025-08-19", "published: 2025-08-20"),
      { published: "2025-08-18T19:00:00Z", codes: ["field/twice"] },
    ],
    ["tags with commas", draft('tags: "a, b"'), { tags: ["a", "b"] }],
    ["one tag", draft("tags: a"), { tags: ["a"] }],
    ["a list in tags", draft("tags: [a, [b]]"), { tags: ["a"], codes: ["tags/not-text"] }],
    ["empty tags", draft('tags: [null, "", " ", a]'), { tags: ["a"], codes: ["tags/not-text"] }],
    ["tags that are a group", draft("tags: {a: 1}"), { tags: [], codes: ["tags/not-text"] }],
    [
      "tags that objects have",
      draft("tags: [__proto__, constructor, toString, hasOwnProperty]"),
      { tags: ["__proto__", "constructor", "toString", "hasOwnProperty"] },
    ],
    [
      "two of four authors",
      draft('authors: [{name: A. Bee, email: "a@x"}, "Bo Cee", null, 5]'),
      { authors: ["A. Bee", "Bo Cee"], codes: ["author/not-a-name"] },
    ],
    ["a surname first", draft('authors: ["Ruiz, Ana"]'), { authors: ["Ana Ruiz"] }],
    [
      "an author without a name",
      draft("authors: [{role: Editor}, Jo Dee]"),
      { authors: ["Jo Dee"], codes: ["author/no-name"] },
    ],
  ];
  const filed = filingTable(table.map(([, content]): Filing => ({ name: "a.md", content })));
  test.each(table.map((row, index) => [row[0], index, row[2]] as const))("%s", async (_what, index, expected) => {
    const { json, codes, held } = await filed(index);
    const { tags, published, codes: told = [], ...same } = expected;
    expect([codes, held]).toEqual([told, false]);
    expect(json).toMatchObject(same);
    if (tags !== undefined) expect(json?.labels.slice(1)).toEqual(tags);
    if (published !== undefined) expect(json?.published).toBe(Date.parse(published) / 1000);
  });
});

describe("what is dated ahead waits", () => {
  test("ten years or 7974", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/news/good.md": GOOD,
      "articles/news/a.md": dated("2035-08-19"),
      "articles/news/b.md": dated("9999-12-31"),
      "articles/news/c.md": draft("draft: true"),
      "articles/news/d.md": draft("Draft: true"),
    });
    const report = await builtWell(room);
    expect([report.release?.stories, report.held]).toEqual([1, []]);
    expect(report.next).toBe("2035-08-18T19:00:00Z");
  });
});

test("code in front matter is never run", async () => {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/news/good.md": GOOD,
    "articles/news/a.md": `---js\n{title:(require('fs').writeFileSync('pwned.txt','1'),globalThis.pwned=1,'x')}\n---\nb\n`,
    "articles/news/b.md": fronted("title: T", "date: 2025-08-19", `x: "\${globalThis.pwned=1}"`),
  });
  await builtWell(room);
  expect(room.list(".").filter((path) => path.includes("pwned"))).toEqual([]);
  expect(globalThis).not.toHaveProperty("pwned");
});

test("tags that objects have get their feeds", async () => {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/news/good.md": GOOD,
    "articles/news/a.md": draft("tags: [__proto__, constructor, toString]"),
  });
  await builtWell(room);
  const feeds = room.list("dist/tags").filter((path) => path.endsWith("rss.xml"));
  expect(feeds).toEqual(["constructor/rss.xml", "proto/rss.xml", "tostring/rss.xml", "weather/rss.xml"]);
});
