import { describe, expect, test } from "vitest";
import { atomWith, check, codes, rssWith } from "./examples.ts";

const FEED = rssWith("<description>News</description>");

describe("bad input", () => {
  test.each([
    ["an empty file", "", "document/empty"],
    ["white space alone", " \n\t", "document/empty"],
    ["a byte order mark alone", "\ufeff", "document/empty"],
    ["a web page", "<!DOCTYPE html><html><head><title>News</title></head><body><br></body></html>", "document/html"],
    ["a web page in upper case", "<HTML><BODY>Rain<BR></BODY></HTML>", "document/html"],
    ["a well-formed web page", '<html xmlns="http://www.w3.org/1999/xhtml"/>', "document/unknown"],
    ["prose", "No feed today", "xml/malformed"],
    ["truncated XML", FEED.slice(0, -20), "xml/malformed"],
    ["XML cut inside a tag", `${FEED.slice(0, 60)}`, "xml/malformed"],
    ["two roots", `${FEED}<rss/>`, "xml/malformed"],
    ["text after the feed", `${FEED} and more`, "xml/malformed"],
    ["a blank line before the declaration", `\n${FEED}`, "xml/malformed"],
    ["NUL", rssWith("<description>a\0b</description>"), "xml/malformed"],
    ["a backspace", rssWith("<description>a\bb</description>"), "xml/malformed"],
    ["a reference to NUL", rssWith("<description>&#0;</description>"), "xml/malformed"],
    ["a reference to an escape", rssWith("<description>&#x1b;</description>"), "xml/malformed"],
    ["a reference to a surrogate", rssWith("<description>&#xD800;</description>"), "xml/malformed"],
    ["U+FFFF", rssWith("<description>\uffff</description>"), "xml/malformed"],
    ["a bare ampersand", rssWith("<description>Rain & storm</description>"), "xml/malformed"],
    ["a bare ]]>", rssWith("<description>a ]]> b</description>"), "xml/malformed"],
    ["an undeclared prefix", rssWith("<podcast:guid/>"), "xml/malformed"],
    ["an attribute twice", rssWith('<category domain="a" domain="b">Rain</category>'), "xml/malformed"],
    ["a name of HTML", rssWith("<description>&nbsp;</description>"), "xml/entity"],
    ["an entity named like a method", rssWith("<description>&constructor;</description>"), "xml/entity"],
    ["RSS 1.0", '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "document/other-format"],
  ])("%s is an error with a place", (_, text, code) => {
    const result = check(text);
    expect(codes(result)).toContain(code);
    expect(result.valid).toBe(false);
    const { location } = result.diagnostics.find((finding) => finding.code === code) ?? {};
    expect(location?.line).toBeGreaterThan(0);
    expect(location?.column).toBeGreaterThan(0);
  });

  test.each([
    ["Latin-1 called utf-8", Buffer.from(rssWith("<description>Caf\u00e9</description>"), "latin1")],
    ["surrogates as CESU-8", Buffer.concat([Buffer.from("<rss>"), Buffer.from([0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80])])],
    ["an overlong slash", Buffer.concat([Buffer.from("<rss>"), Buffer.from([0xc0, 0xaf])])],
    ["beyond Unicode", Buffer.concat([Buffer.from("<rss>"), Buffer.from([0xf4, 0x90, 0x80, 0x80])])],
    [
      "UTF-16 cut in a character",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<rss/>", "utf16le"), Buffer.of(0x0a)]),
    ],
  ])("encoding/broken: %s", (_, bytes) => {
    expect(codes(check(bytes))).toContain("encoding/broken");
  });

  test("UTF-16 with a byte order mark is read", () => {
    const text = rssWith("<description>Caf\u00e9</description>").replace("utf-8", "utf-16");
    for (const bytes of [
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]),
    ]) {
      const result = check(bytes);
      expect(result.format).toBe("rss");
      expect(result.valid).toBe(true);
      expect(result.text).toContain("Caf\u00e9");
    }
  });

  test("UTF-32 is read, and a broken character in it found", () => {
    const text = rssWith("<description>Caf\u00e9</description>").replace("utf-8", "utf-32");
    const wide = Buffer.alloc(4 * (text.length + 1));
    for (const [index, character] of Array.from(`\ufeff${text}`).entries()) {
      wide.writeUInt32LE(character.codePointAt(0) ?? 0, 4 * index);
    }
    expect(check(wide)).toMatchObject({ format: "rss", valid: true });
    wide.writeUInt32LE(0xd800, wide.length - 4);
    expect(codes(check(wide))).toContain("encoding/broken");
  });

  test("100,000 nested elements end at the limit", () => {
    const started = performance.now();
    const result = check(`<rss version="2.0">${"<a>".repeat(100_000)}`);
    expect(codes(result)).toContain("document/too-deep");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("200 MB are not read", () => {
    for (const fill of [" ", "<"]) {
      expect(codes(check(Buffer.alloc(200 * 1024 * 1024, fill)))).toEqual(["document/too-large"]);
    }
  });

  test("billion laughs is refused without an expansion", () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
    const bomb = `<!DOCTYPE rss [<!ENTITY l0 "lol">${entities}]><rss version="2.0"><channel><title>&l9;</title></channel></rss>`;
    for (const profile of ["core", "w3c"] as const) {
      const result = check(bomb, { profile });
      expect(result.text).toBe(bomb);
      expect(codes(result)).toContain("xml/entity-declared");
    }
    expect(codes(check(bomb))).toContain("xml/entity");
  });

  test("an external entity is not fetched", () => {
    const text =
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&x;</title></channel></rss>';
    expect(codes(check(text))).toEqual(expect.arrayContaining(["xml/entity-declared", "xml/entity"]));
  });

  test.each([
    ["attributes", `<rss ${Array.from({ length: 50_000 }, (_, n) => `a${n}="1"`).join(" ")}>`],
    ["less-than signs", rssWith(`<description><![CDATA[${"<".repeat(200_000)}]]></description>`)],
    ["open elements", rssWith(`<description><![CDATA[${"<b>".repeat(100_000)}]]></description>`)],
    ["crossed end tags", rssWith(`<description><![CDATA[${"<b><i></b>".repeat(50_000)}]]></description>`)],
    ["unclosed attributes", rssWith(`<description><![CDATA[${'<a href="'.repeat(50_000)}]]></description>`)],
    ["unclosed comments", rssWith(`<description><![CDATA[${"<!-- ".repeat(50_000)}]]></description>`)],
    ["a long style", rssWith(`<description><![CDATA[<b style="${"a-".repeat(100_000)}">]]></description>`)],
    ["parentheses in a date", rssWith(`<pubDate>${"(".repeat(100_000)}</pubDate>`)],
    ["backslashes in a date", rssWith(`<pubDate>${"\\".repeat(100_000)}</pubDate>`)],
    [
      "spaces in a media type",
      rssWith(`<item><enclosure url="a" length="1" type="a/b${" ".repeat(100_000)};"/></item>`),
    ],
    ["percent signs", rssWith(`<link>https://example.org/${"%".repeat(100_000)}</link>`)],
    ["dots in an address", rssWith(`<managingEditor>a@${"a.".repeat(50_000)}! (x)</managingEditor>`)],
    [
      "dots in a web address",
      rssWith(`<item><enclosure url="https://${"a.".repeat(50_000)}!" length="1" type="a/b"/></item>`),
    ],
    ["subtags", rssWith(`<language>en${"-abcde".repeat(50_000)}!</language>`)],
    ["commas", rssWith(`<item><slash:hit_parade>${"1,".repeat(100_000)}x</slash:hit_parade></item>`)],
    ["items", rssWith("<item/>".repeat(20_000))],
    ["scripts without an end", rssWith(`<description><![CDATA[${"<script>".repeat(100_000)}]]></description>`)],
    ["titles without an end", rssWith(`<description><![CDATA[${"<title></b>".repeat(50_000)}]]></description>`)],
    ["angles in one line", rssWith("<category>&lt;now></category>".repeat(50_000))],
    ["self links", atomWith(Array.from({ length: 2000 }, (_, n) => `<link rel="self" href="a${n}"/>`).join(""))],
    ["carriage returns", rssWith(`<category>${"\r".repeat(2_000_000)}</category>`)],
    ["empty lines", rssWith(`${"\n".repeat(2_000_000)}<x/>`)],
    ["closing brackets", rssWith(`<category><![CDATA[${"]]".repeat(1_000_000)}]]></category><x/>`)],
    ["references", rssWith(`<category>${"&#65;".repeat(400_000)}</category><x/>`)],
    ["comments", rssWith(`${"<!-- > -->".repeat(200_000)}<x/>`)],
    ["instructions", rssWith(`${"<?a b?>".repeat(200_000)}<x/>`)],
  ])("very many %s take no more than two seconds", (_, text) => {
    const started = performance.now();
    expect(check(text).diagnostics.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("an endless feed of items that are fine is judged as a whole without an exception", () => {
    const { diagnostics } = check(rssWith("<item><title>Rain</title></item>".repeat(150_000)));
    expect(diagnostics.map(({ code }) => code)).toContain("feed/too-large");
  });

  test("names that every object has are names like others", () => {
    const text = rssWith("<item><title>Rain</title><constructor/><__proto__/><toString constructor='1'/></item>");
    const undefinedNames = check(text).diagnostics.filter(({ code }) => code === "element/undefined");
    expect(undefinedNames.map(({ element }) => element)).toEqual(["constructor", "__proto__", "toString"]);
    expect(codes(check(rssWith("<category constructor='1' toString='2'>Rain</category>")))).toEqual(
      expect.arrayContaining(["attribute/unexpected", "attribute/unexpected"]),
    );
  });
});
