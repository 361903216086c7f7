import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { newsroom, OUTLET } from "../newsroom.ts";
import { builtWell, type Filing, fileAll, filingTable, GOOD, placeOf, storiesIn } from "./filed.ts";

const HEAD = "---\ntitle: Rain\ndate: 2025-08-19\n---\n";

/** An article with this title, written in double quotes of YAML. */
function titled(escaped: string): string {
  return `---\ntitle: "${escaped}"\ndate: 2025-08-19\n---\nText of it.\n`;
}

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part as string)));
}

function utf16(text: string, end: "le" | "be", mark = true): Uint8Array {
  const little = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return end === "le" ? little : little.swap16();
}

describe("an article whose bytes are no text is held, with the reason and the place", () => {
  const table: readonly (readonly [
    what: string,
    name: string,
    content: Uint8Array | string,
    code: string,
    at?: string,
  ])[] = [
    ["Latin-1", "a.md", bytes([0x63, 0x61, 0x66, 0xe9, 0x0a]), "encoding/not-utf8", "1:4"],
    ["Latin-1 in the body", "a.md", bytes(HEAD, [0x63, 0x61, 0x66, 0xe9, 0x0a]), "encoding/not-utf8", "5:4"],
    ["a cut letter at the end", "a.md", bytes(HEAD, "élan é", [0xf0, 0x9f]), "encoding/not-utf8", "5:7"],
    ["UTF-16 with a mark, little end first", "a.md", utf16(GOOD, "le"), "encoding/utf-16"],
    ["UTF-16 with a mark, big end first", "a.md", utf16(GOOD, "be"), "encoding/utf-16"],
    ["UTF-16 without a mark", "a.md", utf16(GOOD, "le", false), "encoding/utf-16"],
    ["UTF-16 without a mark, big end first", "a.md", utf16(GOOD, "be", false), "encoding/utf-16"],
    ["surrogates in UTF-8", "a.md", bytes(HEAD, [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]), "encoding/not-utf8", "5:1"],
    ["an overlong form", "a.md", bytes(HEAD, [0xc0, 0xaf]), "encoding/not-utf8", "5:1"],
    ["a number beyond Unicode", "a.md", bytes(HEAD, [0xf4, 0x90, 0x80, 0x80]), "encoding/not-utf8", "5:1"],
    [
      "windows-1252 in HTML that declares it",
      "a.html",
      bytes("<meta charset=windows-1252><title>Caf", [0xe9], "</title><p>Text.</p>"),
      "encoding/not-utf8",
      "1:38",
    ],
    ["nothing", "a.md", "", "file/empty"],
    ["white space only", "a.md", " \n\t\n", "file/empty"],
    ["a PNG picture", "a.md", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0, 0, 0x0d], "IHDR"), "file/binary"],
    ["gzip", "a.md", gzipSync(GOOD), "file/binary"],
    ["a zip archive", "a.html", bytes("PK", [3, 4, 0x14, 0, 6, 0]), "file/binary"],
    ["a docx", "a.txt", bytes("PK", [3, 4, 0x14, 0, 8, 8], "word/document.xml"), "file/binary"],
    ["a PDF", "a.txt", bytes("%PDF-1.7\n%", [0xe2, 0xe3, 0xcf, 0xd3], "\n"), "file/binary"],
    ["a raw NUL", "a.md", titled("a\0b"), "file/binary"],
    ["a raw NUL far below", "a.md", `${HEAD}${"Line of text.\n".repeat(1_000)}a\0b\n`, "file/binary"],
    ["more than an article may be", "a.md", Buffer.alloc(16_000_001, 0x61), "file/too-large"],
  ];
  const filed = filingTable(table.map(([, name, content]): Filing => ({ name, content })));
  test.each(table.map((row, index) => [row[0], index, row[3], row[4]] as const))(
    "%s",
    async (_what, index, code, at) => {
      const one = await filed(index);
      expect([one.codes, one.held, one.json]).toEqual([[code], true, undefined]);
      if (at !== undefined) expect(placeOf(one)).toBe(at);
    },
  );
});

describe("a title is published as it was meant", () => {
  const FAMILY = "👩‍👩‍👧‍👦";
  const table: readonly (readonly [what: string, escaped: string, title: string, ...codes: readonly string[]])[] = [
    ["U+FEFF goes", "A\\uFEFFB", "AB", "title/forbidden-character"],
    ["NUL goes", "a\\0b", "ab", "title/forbidden-character"],
    ["U+FFFE goes", "a\\uFFFEb", "ab", "title/forbidden-character"],
    ["U+FFFF goes", "a\\uFFFFb", "ab", "title/forbidden-character"],
    ["U+1FFFF goes", "a\\U0001FFFFb", "ab", "title/forbidden-character"],
    ["an escape goes", "a\\x1bb", "ab", "title/forbidden-character"],
    ["separators are spaces", "a\\u2028b\\u2029c", "a b c"],
    ["tabs, line ends and padding are one space", "  a\\t\\n b  ", "a b"],
    ["a letter with a thousand accents stays", `a${"\u0301".repeat(1000)}`, `a${"\u0301".repeat(1000)}`],
    ["a joiner inside a word stays", "نمی\\u200cخواهم", "نمی\u200cخواهم"],
    ["an emoji stays", `A ${FAMILY} reunion`, `A ${FAMILY} reunion`],
    ["five hundred emoji stay", FAMILY.repeat(500), FAMILY.repeat(500)],
    ["one more is cut between two", FAMILY.repeat(501), FAMILY.repeat(500), "title/too-long"],
  ];
  const filed = filingTable(table.map(([, escaped]): Filing => ({ name: "a.md", content: titled(escaped) })));
  test.each(table.map((row, index) => [row[0], index, row[2], row.slice(3)] as const))(
    "%s",
    async (_what, index, title, codes) => {
      const one = await filed(index);
      expect([one.codes, one.held]).toEqual([codes, false]);
      expect([one.rss?.title, one.atom?.title, one.json?.title]).toEqual([title, title, title]);
    },
  );

  test("and a summary made from a text without spaces is cut at no half emoji", async () => {
    const [one] = await fileAll([{ name: "a.md", content: `${HEAD}${FAMILY.repeat(300)}\n` }]);
    expect(one?.json?.summary?.replaceAll(FAMILY, "")).toMatch(/^…?$/u);
    expect(one?.json?.summary?.length ?? 0).toBeLessThanOrEqual(280);
  });
});

describe("forms of one text are one text", () => {
  const TEXT =
    "---\ntitle: Rain\ndate: 2025-08-19\ntags:\n  - Weather\n---\nOne line,\nand another.\n\n- A list\n- of two\n";

  async function documentsOf(content: string): Promise<readonly string[]> {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD, "articles/news/a.md": content });
    expect((await builtWell(room)).diagnostics).toEqual([]);
    return ["rss.xml", "atom.xml", "feed.json"].map((document) => room.read(`dist/${document}`));
  }

  test.each([
    ["CRLF", TEXT.replaceAll("\n", "\r\n")],
    ["CR", TEXT.replaceAll("\n", "\r")],
    ["CRLF in the front matter only", TEXT.replace(/^---[\s\S]*?\n---\n/, (head) => head.replaceAll("\n", "\r\n"))],
    ["a byte order mark", `\uFEFF${TEXT}`],
  ])("%s gives the bytes of LF", async (_what, content) => {
    const documents = await documentsOf(content);
    expect(documents).toEqual(await documentsOf(TEXT));
    expect(documents.join("")).not.toContain("\uFEFF");
  });

  test("a tag with its accent in one character and in two has one feed", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/news/good.md": GOOD,
      "articles/news/a.md": "---\ntitle: A\ndate: 2025-08-19\ntags: [caf\u00e9]\n---\nText.\n",
      "articles/news/b.md": "---\ntitle: B\ndate: 2025-08-18\ntags: [cafe\u0301]\n---\nText.\n",
    });
    await builtWell(room);
    const feeds = room.list("dist/tags").filter((path) => path.endsWith("rss.xml"));
    expect(feeds).toEqual(["caf\u00e9/rss.xml", "weather/rss.xml"]);
    expect(storiesIn(room, "tags/caf\u00e9/").json.map(({ title }) => title)).toEqual(["A", "B"]);
  });

  test("characters that nobody sees are in no path", async () => {
    const room = newsroom({
      "outlet.yaml": OUTLET,
      "articles/news/good.md": GOOD,
      "articles/news/a.md":
        '---\ntitle: A\ndate: 2025-08-19\nslug: "ra\\u200Bin\\u00AD-no\\U000E0041w"\ntags: ["we\\u200Bat\\u00ADher\\U000E0041 x"]\n---\nText.\n',
    });
    await builtWell(room);
    const feeds = room.list("dist/tags").filter((path) => path.endsWith("rss.xml"));
    expect(feeds).toEqual(["weather-x/rss.xml", "weather/rss.xml"]);
    expect(storiesIn(room).json[0]?.url).toBe("https://news.example/news/rain-now/");
  });
});

describe("no forbidden character, nor a reference to one, is in a feed", () => {
  const table = [
    ["references in HTML", "a.html", "<p>a&#x1b;b&#0;c&#xFFFF;d&#xD800;e</p>", "abcde"],
    ["references in Markdown", "a.md", "a&#x1b;b&#0;c&#xFFFF;d\n", "abcd"],
    [
      "references in wire copy, which has none",
      "a.txt",
      "Head\n\na&#x1b;b&#0;c said.\n",
      "a&amp;#x1b;b&amp;#0;c said.",
    ],
    ["raw C1 controls and DEL", "a.md", "a\u007Fb\u0080c\n", "abc"],
  ] as const;
  const filed = filingTable(table.map(([, name, body]): Filing => ({ name, content: HEAD + body })));
  test.each(table.map((row, index) => [row[0], index, row[3]] as const))("%s", async (_what, index, told) => {
    const { json } = await filed(index);
    expect(json?.content?.replace(/<[^>]*>/g, "")).toContain(told);
    expect(json?.content).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800\uFFFD\uFFFE\uFFFF]/);
  });
});
