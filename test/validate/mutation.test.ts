import { describe, expect, test } from "vitest";
import { check, codes } from "./examples.ts";

/** A clean feed, one element per line, so that a line can be dropped, doubled, moved or garbled. */
const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Harbour News</title>
<link>https://example.org/</link>
<description>News of the harbour</description>
<language>en</language>
<lastBuildDate>Tue, 19 Aug 2025 11:30:00 GMT</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
<item>
<title>Storm closes pier</title>
<link>https://example.org/storm</link>
<guid isPermaLink="false">tag:example.org,2025:storm</guid>
<pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>
<dc:creator>Ana Ruiz</dc:creator>
<category>Weather</category>
<description>The storm closed the pier.</description>
<content:encoded><![CDATA[<p>The storm closed the pier.</p>]]></content:encoded>
<enclosure url="https://example.org/storm.mp3" length="1024" type="audio/mpeg"/>
<media:content url="https://example.org/storm.jpg" type="image/jpeg" medium="image" width="1200" height="800"/>
</item>
</channel>
</rss>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Harbour News</title>
<id>tag:example.org,2025:feed</id>
<updated>2025-08-19T11:30:00Z</updated>
<link rel="alternate" type="text/html" href="https://example.org/"/>
<link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
<entry>
<title>Storm closes pier</title>
<id>tag:example.org,2025:storm</id>
<link rel="alternate" type="text/html" href="https://example.org/storm"/>
<published>2025-08-19T11:30:00Z</published>
<updated>2025-08-19T11:30:00Z</updated>
<author><name>Ana Ruiz</name></author>
<category term="weather"/>
<summary>The storm closed the pier.</summary>
<content type="html">&lt;p>The storm closed the pier.&lt;/p></content>
</entry>
</feed>`;

type Change = (lines: readonly string[], at: number) => readonly string[];

const drop: Change = (lines, at) => lines.filter((_, index) => index !== at);
const double: Change = (lines, at) => lines.flatMap((line, index) => (index === at ? [line, line] : [line]));
const rename: Change = (lines, at) =>
  lines.map((line, index) => (index === at ? line.replace(/(<\/?)((?:\w+:)?)\w+/g, "$1$2unheard") : line));
const garble: Change = (lines, at) =>
  lines.map((line, index) => (index === at ? line.replace(/>[^<]*</, "> {garbled} <") : line));
const nest: Change = (lines, at) => lines.map((line, index) => (index === at ? line.replace(">", "><b/>") : line));

function replace(from: string, to: string): Change {
  return (lines, at) => lines.map((line, index) => (index === at ? line.replace(from, to) : line));
}

function mutate(feed: string, line: string, change: Change): string[] {
  const lines = feed.split("\n");
  const at = lines.findIndex((candidate) => candidate.startsWith(line));
  expect(at, line).toBeGreaterThan(0);
  return codes(check(change(lines, at).join("\n")));
}

/** The second one of a name, where the head and the entry both have it. */
function inEntry(feed: string, line: string, change: Change): string[] {
  const split = feed.search(/<(?:item|entry)>/);
  const head = feed.slice(0, split).split("\n").length - 1;
  const lines = feed.split("\n");
  const at = lines.findIndex((candidate, index) => index >= head && candidate.startsWith(line));
  expect(at, line).toBeGreaterThan(0);
  return codes(check(change(lines, at).join("\n")));
}

describe("mutations of a clean feed", () => {
  test.each([
    ["RSS", RSS],
    ["Atom", ATOM],
  ])("%s: the feed itself gives no finding", (_, feed) => {
    expect(check(feed).diagnostics).toEqual([]);
    expect(check(feed, { profile: "w3c" }).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["<title>", "rss/title-missing"],
    ["<link>", "rss/link-missing"],
    ["<description>", "rss/description-missing"],
    ["<language>", "rss/language-missing"],
    ["<atom:link", "rss/self-missing"],
  ])("RSS head without %s: %s", (line, code) => expect(mutate(RSS, line, drop)).toContain(code));

  test.each([
    ["<guid", "rss/guid-missing"],
    ["<description>", "rss/description-after-content"],
  ])("RSS item without %s: %s", (line, code) => expect(inEntry(RSS, line, drop)).toContain(code));

  test.each(["<title>", "<link>", "<description>", "<language>", "<lastBuildDate>"])("RSS head with two %s", (line) => {
    expect(mutate(RSS, line, double)).toContain("element/duplicate");
  });

  test.each(["<title>", "<link>", "<guid", "<pubDate>", "<description>", "<content:encoded>"])(
    "RSS item with two %s",
    (line) => {
      expect(inEntry(RSS, line, double)).toContain("element/duplicate");
    },
  );

  test("RSS item with two enclosures", () => {
    expect(inEntry(RSS, "<enclosure", double)).toContain("rss/enclosure-twice");
  });

  test.each([
    "<title>",
    "<link>",
    "<guid",
    "<pubDate>",
    "<dc:creator>",
    "<category>",
    "<content:encoded>",
    "<enclosure",
    "<media:content",
  ])("RSS item with %s renamed: element/undefined", (line) =>
    expect(inEntry(RSS, line, rename)).toContain("element/undefined"),
  );

  test.each([
    ["<link>", "uri/character"],
    ["<pubDate>", "date/rfc822"],
  ])("RSS item with %s garbled: %s", (line, code) => expect(inEntry(RSS, line, garble)).toContain(code));

  test.each([
    ["<lastBuildDate>", "date/rfc822"],
    ["<language>", "language/unknown"],
    ["<link>", "uri/character"],
  ])("RSS head with %s garbled: %s", (line, code) => expect(mutate(RSS, line, garble)).toContain(code));

  test.each(["<title>", "<link>", "<guid", "<pubDate>", "<description>"])("RSS item with an element in %s", (line) => {
    expect(inEntry(RSS, line, nest)).toContain("element/undefined");
  });

  test.each([
    ["<guid", 'isPermaLink="false"', 'isPermaLink="never"', "rss/is-permalink"],
    ["<guid", ' isPermaLink="false"', "", "rss/guid-no-permalink"],
    ["<enclosure", 'url="https://example.org/storm.mp3" ', "", "attribute/missing"],
    ["<enclosure", 'length="1024" ', "", "attribute/missing"],
    ["<enclosure", ' type="audio/mpeg"', "", "attribute/missing"],
    ["<enclosure", "1024", "big", "rss/enclosure-length"],
    ["<enclosure", "audio/mpeg", "mp3", "media-type/attribute"],
    ["<enclosure", "https://example.org", "", "uri/not-web"],
    ["<enclosure", "length", "size", "attribute/unexpected"],
    ["<media:content", ' url="https://example.org/storm.jpg"', "", "media/content-without-address"],
    ["<media:content", "1200", "wide", "number/not-positive"],
    ["<media:content", 'medium="image"', 'medium="photo"', "media/medium"],
    ["<category>", "<category", '<category scheme="x"', "attribute/unexpected"],
    ["<content:encoded>", "<p>", "<p><script></script>", "html/risky-element"],
    ["<content:encoded>", "</p>", "</b>", "html/syntax"],
  ])("RSS item: %s with %j as %j: %s", (line, from, to, code) => {
    expect(inEntry(RSS, line, replace(from, to))).toContain(code);
  });

  test("RSS head behind its item: rss/item-before-metadata", () => {
    const moved = RSS.replace("<language>en</language>\n", "").replace("</item>", "</item><language>en</language>");
    expect(codes(check(moved))).toEqual(["rss/item-before-metadata"]);
  });

  test("RSS elements in the wrong place: element/undefined", () => {
    expect(inEntry(RSS, "<category>", replace("<category>Weather</category>", "<ttl>60</ttl>"))).toContain(
      "element/undefined",
    );
    expect(mutate(RSS, "<language>", replace("<language>", "<guid>a</guid><language>"))).toContain("element/undefined");
  });

  test.each(["<title>", "<id>", "<updated>"])("Atom feed without %s: element/missing", (line) => {
    expect(mutate(ATOM, line, drop)).toContain("element/missing");
  });

  test.each(["<title>", "<id>", "<updated>", "<author>"])("Atom entry without %s: element/missing", (line) => {
    expect(inEntry(ATOM, line, drop)).toContain("element/missing");
  });

  test.each(["<title>", "<id>", "<published>", "<updated>", "<summary>", "<content"])(
    "Atom entry with two %s",
    (line) => {
      expect(inEntry(ATOM, line, double)).toContain("element/duplicate");
    },
  );

  test.each(["<title>", "<id>", "<link", "<published>", "<author>", "<category", "<summary>", "<content"])(
    "Atom entry with %s renamed: element/undefined",
    (line) => expect(inEntry(ATOM, line, rename)).toContain("element/undefined"),
  );

  test.each([
    ["<id>", "uri/character"],
    ["<published>", "date/rfc3339"],
    ["<updated>", "date/rfc3339"],
  ])("Atom entry with %s garbled: %s", (line, code) => expect(inEntry(ATOM, line, garble)).toContain(code));

  test.each([
    ["<link", 'href="https://example.org/storm"', "", "atom/href-missing"],
    ["<link", "text/html", "html", "media-type/invalid"],
    ["<link", 'rel="alternate"', 'rel="original story"', "atom/rel"],
    ["<category", 'term="weather"', "", "attribute/missing"],
    ["<category", "term=", "scheme='x' term=", "uri/not-absolute"],
    ["<content", 'type="html"', 'type="htm"', "atom/type"],
    ["<content", 'type="html"', "", "atom/undeclared-html"],
    ["<content", "&lt;p>", "<p>", "xml/malformed"],
    ["<author>", "<name>Ana Ruiz</name>", "", "element/missing"],
    ["<author>", "<name>", "<name>x</name><name>", "element/duplicate"],
    ["<author>", "</name>", "</name>text", "element/text"],
  ])("Atom entry: %s with %j as %j: %s", (line, from, to, code) => {
    expect(inEntry(ATOM, line, replace(from, to))).toContain(code);
  });

  test("Atom feed without a self link, or with two alternates", () => {
    expect(codes(check(ATOM.replace(/<link rel="self".*\n/, "")))).toEqual(["atom/self-missing"]);
    expect(inEntry(ATOM, "<link", double)).toContain("atom/alternate-twice");
  });
});
