import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasForbidden } from "../../src/text.ts";
import { codes, file, outletWith, print } from "../normalize/newsroom.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
const head = "---\ntitle: Rain\ndate: 2025-08-19\n---\n";
const utf16 = (text: string, endian: "le" | "be", mark = true) => {
  const little = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
  return endian === "le" ? little : Buffer.from(little).swap16();
};

/** ROBUSTNESS-like bytes: what a file of them says. No file of these may give an article. */
describe("bytes that are no text hold the article", () => {
  test.each<[string, string, Uint8Array, string, string]>([
    ["Latin-1", "a.md", bytes("caf", [0xe9], "\n"), "encoding/not-utf8", "byte 3, line 1"],
    [
      "Latin-1 below good lines",
      "a.md",
      bytes(head, "good\ncaf", [0xe9], "\n"),
      "encoding/not-utf8",
      "byte 45, line 6",
    ],
    ["UTF-16, little end first", "a.md", utf16(`${head}Text.`, "le"), "encoding/utf-16", "UTF-8"],
    ["UTF-16, big end first", "a.md", utf16(`${head}Text.`, "be"), "encoding/utf-16", "UTF-8"],
    ["UTF-16 without a mark", "a.txt", utf16(`${head}Text.`.repeat(9), "le", false), "encoding/utf-16", "UTF-8"],
    ["CESU-8", "a.md", bytes(head, [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), "encoding/not-utf8", "line 5"],
    ["an overlong slash", "a.md", bytes(head, [0xc0, 0xaf]), "encoding/not-utf8", "line 5"],
    ["a number beyond Unicode", "a.md", bytes(head, [0xf4, 0x90, 0x80, 0x80]), "encoding/not-utf8", "line 5"],
    ["a character that the end cuts off", "a.md", bytes(head, "abc", [0xe2, 0x82]), "encoding/not-utf8", "line 5"],
    ["nothing", "a.md", bytes(), "file/empty", "empty"],
    ["spaces", "a.txt", bytes(" \n\n\t\n"), "file/empty", "empty"],
    ["a picture", "a.md", bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "file/binary", "PNG"],
    ["a photograph", "a.html", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF"), "file/binary", "JPEG"],
    ["a PDF", "a.txt", bytes("%PDF-1.7\n"), "file/binary", "PDF"],
    ["an Office document", "a.txt", bytes([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "file/binary", "Office"],
    ["a gzip archive", "a.html", bytes([0x1f, 0x8b, 8, 0]), "file/binary", "gzip"],
    ["an old Word document", "a.txt", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "file/binary", "Word"],
    ["rich text", "a.txt", bytes("{\\rtf1\\ansi Rain}"), "file/binary", "RTF"],
    ["a NUL among text", "a.txt", bytes("Rain ", [0], " and wind"), "file/binary", "binary"],
  ])("%s in %s", (_, path, content, code, hint) => {
    const filed = file(path, content);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)).toEqual([`error ${code}`]);
    const message = filed.problems[0]?.message ?? "";
    expect(message).toContain(hint);
    expect(message).toMatch(/^[\x20-\x7e]+$/);
  });
});

describe("a Markdown text made to break something", () => {
  test.each([
    ["a rule of 4 MB", "-", []],
    ["a rule of 4 MB with spaces", "* ", []],
    ["a line of underscores of 4 MB", "_", []],
    ["rules that are none", `--${" ".repeat(2000)}x\n`, []],
    ["a million elements inside each other", "<b>", ["error html/too-deep"]],
    ["half a million elements inside each other, with words", "<div>x ", ["error html/too-deep"]],
    ["elements one after the other", "<i>x</i> ", []],
    ["code with what looks like tags", "    List<String> names;\n", []],
  ])("%s", (_what, unit, expected) => {
    expect(codes(file("a.md", `${head}${unit.repeat(4_000_000 / unit.length)}\n`))).toEqual(expected);
  });

  test("a thousand elements inside each other are read, and a few more are not", () => {
    expect(codes(file("a.md", `${head}${"<b>".repeat(998)}${"x<i></i>".repeat(500)}\n`))).toEqual([]);
    expect(codes(file("a.md", `${head}${"<b>".repeat(1001)}x\n`))).toEqual(["error html/too-deep"]);
  });
});

describe("text in any dress is the same text", () => {
  const text = "---\ntitle: Rain\ndate: 2025-08-19\n---\nRain fell.\n\nIt is wet.\n";
  const plain = file("a.md", text);

  test.each<[string, string]>([
    ["a byte order mark", `\uFEFF${text}`],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["CR", text.replaceAll("\n", "\r")],
    ["CRLF in the front matter only", text.replace(/^[\s\S]*?---\n(?=R)/, (top) => top.replaceAll("\n", "\r\n"))],
    ["a byte order mark and CRLF", `\uFEFF${text.replaceAll("\n", "\r\n")}`],
  ])("%s", (_, dressed) => {
    expect(file("a.md", dressed)).toEqual(plain);
  });

  test("also plain copy", () => {
    const copy = "Ferry runs\nThe ferry runs again.\nIt is late.\n";
    const path = "2025-08-19-a.txt";
    for (const dressed of [`\uFEFF${copy}`, copy.replaceAll("\n", "\r\n"), copy.replaceAll("\n", "\r")])
      expect(file(path, dressed)).toEqual(file(path, copy));
  });
});

/** One row of front matter: fields, what is said, and what is right all the same. */
describe("front matter that cannot be read holds the article", () => {
  test.each<[string, string, string, string]>([
    ["no end", "---\ntitle: Rain\nText.\n", "front-matter/unclosed", "1:1"],
    ["no end of TOML", '+++\ntitle = "Rain"\nText.\n', "front-matter/unclosed", "1:1"],
    ["an end with words behind it", "---\ntitle: Rain\n---x\nText.\n", "front-matter/unclosed", "3:1"],
    ["a colon in a title", "---\ntitle: A: B\n---\nText.\n", "yaml/quotes", "2:9"],
    ["an open quote", '---\ntitle: "unterminated\n---\nText.\n', "yaml/unclosed", "3:1"],
    ["an open bracket", "---\ntags: [a, b\n---\nText.\n", "yaml/unclosed", "3:1"],
    ["a tab", "---\nimage:\n\tsrc: a.jpg\n---\nText.\n", "yaml/indentation", "3:1"],
    ["a field twice", "---\ntitle: A\ntitle: B\n---\nText.\n", "yaml/twice", "3:1"],
    ["a tag of another language", "---\nx: !!js/function 'function(){}'\n---\n", "yaml/tag", "2:4"],
    ["a regular expression", "---\nx: !!js/regexp /(a+)+$/\n---\n", "yaml/tag", "2:4"],
    ["a call", '---\nx: !!python/object/apply:os.system ["id"]\n---\n', "yaml/tag", "2:4"],
    ["binary data", "---\ntitle: !!binary aGk=\n---\n", "yaml/tag", "2:8"],
    ["a set", "---\ntags: !!set {a, b}\n---\n", "yaml/tag", "2:7"],
    ["an ordered map", "---\ntags: !!omap [a: 1]\n---\n", "yaml/tag", "2:7"],
    ["an exclamation", "---\ntitle: !important x\n---\n", "yaml/tag", "2:8"],
    ["an anchor on itself", "---\na: &a [*a]\n---\n", "yaml/alias", ""],
    ["an alias", "---\na: &a [1]\nb: *a\n---\n", "yaml/alias", ""],
    ["an alias of nothing", "---\nb: *a\n---\n", "yaml/alias", "2:6"],
    ["10,000 brackets", `---\nx: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n---\n`, "yaml/too-deep", ""],
    ["a list of merges", `---\na: &a {b: 1}\nc:\n  <<: [${"*a, ".repeat(1000)}*a]\n---\n`, "yaml/alias", ""],
    ["no fields", "---\njust words\n---\nText.\n", "front-matter/no-fields", ""],
    ["a list", "---\n- a\n- b\n---\nText.\n", "front-matter/no-fields", ""],
    ["1 MB", `---\nx: ${"a".repeat(1_000_001)}\n---\n`, "yaml/too-large", ""],
    ["broken JSON", '---json\n{"title": "Rain",}\n---\n', "front-matter/json", ""],
    ["bare JSON", '{"title": "Rain"}\nText.\n', "front-matter/bare-json", "1:1"],
    ["broken TOML", "+++\ntitle = Rain\n+++\n", "front-matter/toml", "2:"],
    [
      "TOML deeper than anybody types",
      `+++\nx = ${"[".repeat(200)}${"]".repeat(200)}\n+++\n`,
      "front-matter/toml",
      "2:",
    ],
  ])("%s", (_, text, code, place) => {
    const filed = file("2025-08-19-a.md", text);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)).toEqual([`error ${code}`]);
    const at = filed.problems[0]?.at;
    if (place !== "") expect(at !== undefined && "line" in at ? `${at.line}:${at.column}` : "").toContain(place);
  });

  test("100,000 fields are read or refused", () => {
    const fields = Array.from({ length: 60_000 }, (_, index) => `k${index}: v`).join("\n");
    expect(file("2025-08-19-a.md", `---\ntitle: Rain\n${fields}\n---\nText.\n`).article?.title).toBe("Rain");
  });
});

describe("nothing in front matter runs", () => {
  const trap = "globalThis.__ran = true";

  test.each([
    "js",
    "javascript",
    " js",
    "JS",
    "js ",
    "coffee",
    "cson",
    "JavaScript",
    "constructor",
    "__proto__",
    "toString",
    "ts",
  ])("---%s", (engine) => {
    const filed = file("2025-08-19-a.md", `---${engine}\n{title: (${trap}, "x")}\n---\nText.\n`);
    expect(codes(filed)).toEqual(["error front-matter/engine"]);
    expect("__ran" in globalThis).toBe(false);
  });

  test("a second block is text of the story", () => {
    const filed = file("2025-08-19-a.md", `---\ntitle: a\n---\n---js\n(${trap})\n---\n`);
    expect(codes(filed)).toEqual([]);
    expect(filed.draft?.body).toMatchObject({ text: expect.stringContaining("---js") });
    expect("__ran" in globalThis).toBe(false);
  });

  test.each([
    ["constructor:\n  prototype:\n    x: 1", "title: Rain"],
    ["__proto__:\n  x: 1", "title: Rain"],
  ])("%j reaches no prototype", (fields, title) => {
    expect(file("2025-08-19-a.md", `---\n${title}\n${fields}\n---\nText.\n`).article?.title).toBe("Rain");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("nor does JSON or TOML", () => {
    const json = file("2025-08-19-a.md", '---json\n{"title": "Rain", "__proto__": {"x": 1}}\n---\nText.\n');
    const toml = file("2025-08-19-a.md", '+++\ntitle = "Rain"\n[__proto__]\nx = 1\n+++\nText.\n');
    for (const { article } of [json, toml]) expect(article?.title).toBe("Rain");
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe("every format of front matter keeps what was typed", () => {
  test.each([
    ["YAML", "---\ntitle: 1.10\nid: 12345678901234567890\ndate: 2025-08-19 16:30:00\n---\n"],
    ["YAML by name", "---yaml\ntitle: 1.10\nid: 12345678901234567890\ndate: 2025-08-19 16:30:00\n---\n"],
    [
      "YAML with spaces behind its marks",
      "--- \ntitle: 1.10\nid: 12345678901234567890\ndate: 2025-08-19 16:30:00\n---  \n",
    ],
    ["JSON", '---json\n{"title": 1.10, "id": 12345678901234567890, "date": "2025-08-19 16:30:00"}\n---\n'],
    [
      "JSON with tabs",
      '---json\n{\n\t"title": 1.10,\n\t"id": 12345678901234567890,\n\t"date": "2025-08-19 16:30:00"\n}\n---\n',
    ],
    ["TOML", '+++\ntitle = "1.10"\nid = "12345678901234567890"\ndate = 2025-08-19T16:30:00\n+++\n'],
    ["TOML by name", '---toml\ntitle = "1.10"\nid = "12345678901234567890"\ndate = 2025-08-19 16:30:00\n---\n'],
  ])("%s", (_, text) => {
    const { article } = file("a.md", `${text}Text.\n`);
    expect(article).toMatchObject({
      title: "1.10",
      id: "tag:harbour.example,2019-06-30:12345678901234567890",
      published: Date.parse("2025-08-19T15:30:00Z") / 1000,
    });
  });

  test("and TOML its days and offsets", () => {
    const published = (date: string) =>
      file("a.md", `+++\ntitle = "A"\ndate = ${date}\n+++\nText.\n`).article?.published;
    expect(published("2025-08-19")).toBe(Date.parse("2025-08-18T23:00:00Z") / 1000);
    expect(published("2025-08-19T16:30:00+05:00")).toBe(Date.parse("2025-08-19T11:30:00Z") / 1000);
    expect(published("1755603000")).toBe(1_755_603_000);
  });
});

describe("an alias of a field", () => {
  test.each([
    ["date", "published"],
    ["date", "pub_date"],
    ["date", "Date-Published"],
    ["title", "headline"],
    ["summary", "deck"],
    ["tags", "keywords"],
    ["lang", "language"],
  ])("%s goes before %s, and a warning says so", (first, second) => {
    const value = { date: "2025-08-19", title: "Rain", summary: "Rain.", tags: "a", lang: "en" }[first] ?? "";
    const filed = file(
      "2025-08-19-a.md",
      `---\ntitle: Rain\n${first === "title" ? "" : `${first}: ${value}\n`}${second}: ${value}\n---\nText.\n`,
    );
    expect(codes(filed)).toEqual(["warning field/twice"]);
    expect(filed.problems[0]?.at).toEqual({ field: [second.toLowerCase()] });
  });

  test("unknown fields are kept and are no problem", () => {
    const filed = file("2025-08-19-a.md", "---\ntitle: Rain\nlayout: post\nweight: 010\n---\nText.\n");
    expect(codes(filed)).toEqual([]);
    expect(filed.draft?.frontMatter.get("weight")).toMatchObject({ text: "010" });
  });
});

describe("other fields that are no text are told, and the rest is used", () => {
  test.each([
    ["summary: [a]", "warning summary/not-text"],
    ["summary: {a: 1}", "warning summary/not-text"],
    ["lang: klingon!", "warning language/malformed"],
    ["lang: [en]", "warning language/malformed"],
    ["image: [a.jpg]", "warning media/not-text"],
  ])("%s", (fields, code) => {
    const filed = file("2025-08-19-a.md", `---\ntitle: Rain\n${fields}\n---\nText.\n`);
    expect(filed.article?.title).toBe("Rain");
    expect(codes(filed)).toContain(code);
  });

  test.each(["id: [1]", "id: {a: 1}", "url: [a]", "slug: [a]"])("but an address is never guessed: %s", (fields) => {
    const filed = file("2025-08-19-a.md", `---\ntitle: Rain\n${fields}\n---\nText.\n`);
    expect(filed.article).toBeUndefined();
    expect(codes(filed)[0]).toMatch(/^error (?:id|url|slug)\//);
  });
});

test("a broken file is as broken the second time", () => {
  for (const text of ["---\ntitle: A: B\n---\nText.\n", "---js\n1\n---\n", '---\ntitle: "x\n---\n']) {
    expect(codes(file("a.md", text))).toEqual(codes(file("a.md", text)));
    expect(file("a.md", text).article).toBeUndefined();
  }
});

test("messages show what is wrong without moving the cursor of a terminal", () => {
  const filed = file(
    "2025-08-19-a.md",
    '---\ntitle: "\\e]0;pwned\\a\\e[2J"\ndraft: "\\e[31m\\r\\nERROR fake"\n---\nText.\n',
  );
  expect(codes(filed)).toEqual([
    "warning title/forbidden-character",
    "error draft/not-boolean",
    "info status/taken-down",
  ]);
  for (const { message } of filed.problems) expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

test("a day without a zone is the same day on every machine", () => {
  const before = process.env.TZ;
  const outlet = outletWith();
  try {
    const published = ["Pacific/Auckland", "America/Los_Angeles", "UTC"].map((zone) => {
      process.env.TZ = zone;
      return file("a.md", "---\ntitle: A\ndate: 2026-03-03\n---\nText.\n", outlet).article?.published;
    });
    expect(new Set(published)).toEqual(new Set([Date.parse("2026-03-03T00:00:00Z") / 1000]));
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});

describe("characters that no feed may carry", () => {
  const dirty = "Rain\u007f fell\u0080 on\u0085the\ufffe hills\u{1ffff}\ufdd0.";

  test.each(["a.md", "a.html", "a.txt"])("are gone from every part of a story: %s", async (path) => {
    const text = `---\ntitle: Rain\ndate: 2025-08-19\n---\n${path.endsWith(".html") ? `<p>${dirty}</p>` : dirty}\n`;
    const story = await print(path, text);
    expect(hasForbidden(JSON.stringify(story))).toBe(false);
    expect(story.summary).toBe("Rain fell on the hills.");
  });
});

describe("any text", () => {
  const fields = fc.constantFrom(
    "",
    "---\ntitle: A\ndate: 2025-08-19\n---\n",
    "---\n",
    "+++\n",
    "---json\n",
    "title: x\n",
  );
  const texts = fc.tuple(fields, fc.string({ unit: "binary", maxLength: 300 })).map((parts) => parts.join(""));
  const paths = fc.constantFrom("2025-08-19-a-b.md", "2025-08-19-a-b.txt", "world/a.txt", "a.md");

  test("gives a story without forbidden characters, or says why there is none", async () => {
    await fc.assert(
      fc.asyncProperty(paths, texts, async (path, text) => {
        const filed = file(path, Buffer.from(text));
        if (filed.article === undefined) {
          expect(filed.problems.some(({ severity }) => severity === "error")).toBe(true);
          return;
        }
        const story = await print(path, text);
        expect(story.title).not.toBe("");
        expect(story.content).not.toBe("");
        expect(hasForbidden([story.title, story.summary, story.content].join(" "))).toBe(false);
      }),
      { numRuns: 400, seed: 20_250_819 },
    );
  });

  test("of any bytes, too", () => {
    fc.assert(
      fc.property(paths, fc.uint8Array({ maxLength: 300 }), (path, bytes) => {
        const filed = file(path, bytes);
        expect(filed.article !== undefined || filed.problems.some(({ severity }) => severity === "error")).toBe(true);
      }),
      { numRuns: 400, seed: 20_250_819 },
    );
  });
});
