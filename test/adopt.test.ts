import { describe, expect, test } from "vitest";
import { readOldFeed } from "../src/adopt/index.ts";
import { type Newsroom, newsroom, OUTLET } from "./newsroom.ts";

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>The Harbour Press</title><atom:link rel="self" href="https://news.example/feed/"/><link>https://news.example/home</link><language>en-GB</language>
<item><title>Rain &amp;amp; wind</title><link>http://www.news.example/city/rain?utm_source=rss</link>
<guid isPermaLink="false">https://news.example/?p=101</guid><pubDate>Tue, 19 Aug 2025 11:30:07 GMT</pubDate></item>
<item><title><![CDATA[A <em>fair</em> opens]]></title><link>https://news.example/2025/08/fair.php</link>
<guid>urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427</guid><pubDate>Wed, 20 Aug 2025 06:00:00 GMT</pubDate></item>
<item><title>Long gone</title><link>https://news.example/gone</link><guid>https://news.example/?p=3</guid></item>
</channel></rss>`;

const RAIN =
  "---\n# the desk's own line\ntitle: 'Rain & wind'\ndate: 2025-08-19 16:30 # noon in London\n---\nIt rained.\n";
const FAIR = "# A fair opens\n\nStalls are up.\n";

function adopting(feed: string, files: Readonly<Record<string, string>>, settings = ""): Newsroom {
  return newsroom({ "outlet.yaml": OUTLET + settings, "old.xml": feed, ...files });
}

describe("init --adopt", () => {
  test("writes the ids and dates that subscribers know into the articles, and nothing else", async () => {
    const room = adopting(RSS, { "articles/city/rain.md": RAIN, "articles/city/fair.md": FAIR });
    const { code, out } = await room.run("init", "--adopt", "old.xml");
    expect(code).toBe(0);
    expect(room.read("articles/city/rain.md")).toBe(
      '---\nid: "https://news.example/?p=101"\n# the desk\'s own line\ntitle: \'Rain & wind\'\ndate: "2025-08-19T11:30:07Z"\n---\nIt rained.\n',
    );
    expect(room.read("articles/city/fair.md")).toBe(
      `---\nid: "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"\ndate: "2025-08-20T06:00:00Z"\n---\n${FAIR}`,
    );
    expect(out).toContain("Adopted: 2 articles written, 0 right already");
    expect(out).toContain('"Long gone" (https://news.example/gone): no article has its address or headline');
  });

  test("keeps subscribers: the first build prints the old ids and dates, and so does one without any memory", async () => {
    const room = adopting(RSS, { "articles/city/rain.md": RAIN, "articles/city/fair.md": FAIR });
    await room.run("init", "--adopt", "old.xml");
    for (let builds = 0; builds < 2; builds++) {
      expect((await room.run("build")).code).toBe(0);
      const items = JSON.parse(room.read("dist/feed.json")).items;
      expect(items.map(({ id, date_published }: Record<string, string>) => [id, date_published])).toEqual([
        ["urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427", "2025-08-20T06:00:00Z"],
        ["https://news.example/?p=101", "2025-08-19T11:30:07Z"],
      ]);
      room.remove("dist");
      room.remove(".wireroom");
    }
  });

  test("writes the update that subscribers were told of, where the article knows an older one or none", async () => {
    const entry = (name: string, updated: string) =>
      `<entry><id>urn:${name}</id><title>${name}</title><link href="https://news.example/${name}/"/><published>2025-08-19T00:00:00Z</published><updated>${updated}</updated></entry>`;
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entry("none", "2025-08-20T00:00:00Z")}${entry("older", "2025-08-20T00:00:00Z")}${entry("newer", "2025-08-20T00:00:00Z")}${entry("never", "2025-08-19T00:00:00Z")}</feed>`;
    const article = (name: string, lines: string) => `---\ntitle: ${name}\ndate: 2025-08-18\n${lines}---\nText.\n`;
    const room = adopting(feed, {
      "articles/none.md": article("none", ""),
      "articles/older.md": article("older", "lastmod: 2025-08-19\n"),
      "articles/newer.md": article("newer", "updated: 2025-08-21\n"),
      "articles/never.md": article("never", ""),
    });
    expect((await room.run("init", "--adopt", "old.xml")).out).toContain("Adopted: 4 articles written");
    expect(room.read("articles/none.md")).toContain('\nupdated: "2025-08-20T00:00:00Z"\n');
    expect(room.read("articles/older.md")).toContain('\nlastmod: "2025-08-20T00:00:00Z"\n');
    expect(room.read("articles/newer.md")).toContain("\nupdated: 2025-08-21\n");
    expect(room.read("articles/never.md")).not.toContain("updated:");
    expect((await room.run("init", "--adopt", "old.xml")).out).toContain("0 articles written, 4 right already");
  });

  test("changes nothing the second time", async () => {
    const room = adopting(RSS, { "articles/city/rain.md": RAIN, "articles/city/fair.md": FAIR });
    await room.run("init", "--adopt", "old.xml");
    const before = room.list(".").map((path) => room.read(path));
    const { out } = await room.run("init", "--adopt", "old.xml");
    expect(out).toContain("Adopted: 0 articles written, 2 right already");
    expect(room.list(".").map((path) => room.read(path))).toEqual(before);
  });

  test("writes outlet.yaml from the feed where there is none", async () => {
    const room = newsroom({ "old.xml": RSS, "articles/city/rain.md": RAIN });
    expect((await room.run("init", "--adopt", "old.xml")).code).toBe(0);
    const outlet = room.read("outlet.yaml");
    expect(outlet).toContain("title: The Harbour Press\n");
    expect(outlet).toContain("url: https://news.example/\n");
    expect(outlet).toContain("language: en-GB\n");
    expect(room.list("articles")).toEqual(["city/rain.md"]);
    expect((await room.run("build")).code).toBe(0);
  });

  test.each([
    [
      "Atom",
      '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Rain &amp;amp; &lt;b>wind&lt;/b></title></feed>',
    ],
    ["RSS", "<rss><channel><title>Rain &amp;amp; wind</title></channel></rss>"],
    ["JSON Feed", '{"title":"Rain & wind","items":[]}'],
  ])("names the outlet as readers of %s saw it, without markup", async (_format, feed) => {
    const room = newsroom({ "old.xml": feed, "articles/city/rain.md": RAIN });
    await room.run("init", "--adopt", "old.xml");
    expect(room.read("outlet.yaml")).toContain('title: "Rain & wind"\n');
  });

  test("lets options go before the feed in what outlet.yaml says", async () => {
    const room = newsroom({ "old.xml": RSS, "articles/city/rain.md": RAIN });
    const own = ["--title", "The Tide", "--url", "https://tide.example/", "--zone", "Asia/Karachi"];
    expect((await room.run("init", "--adopt", "old.xml", ...own)).code).toBe(0);
    const outlet = room.read("outlet.yaml");
    expect(outlet).toContain("title: The Tide\n");
    expect(outlet).toContain("url: https://tide.example/\n");
    expect(outlet).toContain("zone: Asia/Karachi\n");
    expect(outlet).toContain("language: en-GB\n");
  });

  test("refuses options for an outlet.yaml that is there, and a zone that is none, and writes nothing", async () => {
    const room = adopting(RSS, { "articles/city/rain.md": RAIN });
    const known = await room.run("init", "--adopt", "old.xml", "--zone", "Asia/Karachi");
    expect(known.code).toBe(2);
    expect(known.err).toContain('Cannot use "--zone": there is an outlet.yaml already');
    expect(room.read("articles/city/rain.md")).toBe(RAIN);
    room.remove("outlet.yaml");
    const wrong = await room.run("init", "--adopt", "old.xml", "--zone", "Asia/Karachee");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("Asia/Karachi");
    expect(room.list(".")).not.toContain("outlet.yaml");
  });

  test.each([
    [
      "TOML",
      '+++\ntitle = "Rain & wind"\ndate = 2025-08-19T11:30:07Z\n+++\nIt rained.\n',
      '+++\nid = "https://news.example/?p=101"\ntitle',
    ],
    ["CRLF line ends", RAIN.replaceAll("\n", "\r\n"), '---\r\nid: "https://news.example/?p=101"\r\n# the'],
    [
      "an empty id",
      RAIN.replace("title", "guid:\ntitle"),
      '---\n# the desk\'s own line\nguid: "https://news.example/?p=101"\ntitle',
    ],
    [
      "another id",
      RAIN.replace("title", "id: 7\ntitle"),
      '---\n# the desk\'s own line\nid: "https://news.example/?p=101"\ntitle',
    ],
  ])("writes into front matter with %s", async (_what, text, opening) => {
    const room = adopting(RSS, { "articles/city/rain.md": text });
    await room.run("init", "--adopt", "old.xml");
    expect(room.read("articles/city/rain.md").startsWith(opening)).toBe(true);
    expect((await room.run("build")).code).toBe(0);
    expect(JSON.parse(room.read("dist/feed.json")).items).toMatchObject([
      { id: "https://news.example/?p=101", date_published: "2025-08-19T11:30:07Z" },
    ]);
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    [
      "JSON front matter",
      {
        "articles/city/rain.md": '---json\n{"title": "Rain & wind", "date": "2025-08-19T11:30:07Z"}\n---\nIt rained.\n',
      },
      RSS,
      '"Rain & wind" (http://www.news.example/city/rain?utm_source=rss): write id: "https://news.example/?p=101" into city/rain.md',
    ],
    [
      "an id that no Atom feed may carry",
      { "articles/city/rain.md": RAIN },
      RSS.replace("https://news.example/?p=101", "101 at https://news.example"),
      "its id is no whole IRI, so no feed may carry it: readers will see the story once more",
    ],
    [
      "a headline of two articles",
      { "articles/a.md": RAIN, "articles/b.md": RAIN.replace("It rained", "It poured") },
      RSS,
      "several articles have its headline",
    ],
    [
      "a date in several lines",
      {
        "articles/city/rain.md": RAIN.replace(
          "date: 2025-08-19 16:30 # noon in London",
          "date: >-\n  2025-08-19\n  16:30",
        ),
      },
      RSS,
      'write id: "https://news.example/?p=101" and date: "2025-08-19T11:30:07Z" into city/rain.md',
    ],
  ])("leaves %s to people, and the file alone", async (_what, files, feed, told) => {
    const room = adopting(feed, files);
    const { code, out } = await room.run("init", "--adopt", "old.xml");
    expect(code).toBe(0);
    expect(out).toContain(told);
    for (const [path, text] of Object.entries(files)) expect(room.read(path)).toBe(text);
  });

  test.each([
    ["a file that is not there", "nowhere.xml", 'Cannot read "nowhere.xml"'],
    ["what is no feed", "outlet.yaml", "it is no RSS, Atom or JSON feed"],
  ])("ends with 2 for %s", async (_what, file, told) => {
    const room = adopting(RSS, { "articles/city/rain.md": RAIN });
    expect(await room.run("init", "--adopt", file)).toMatchObject({ code: 2, err: expect.stringContaining(told) });
  });

  test("ends with 2 where there are no articles yet", async () => {
    const room = newsroom({ "outlet.yaml": OUTLET, "old.xml": RSS });
    expect(await room.run("init", "--adopt", "old.xml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("put the articles into articles/ first"),
    });
  });
});

describe("an old feed", () => {
  test.each([
    [
      "RSS",
      RSS,
      { title: "The Harbour Press", link: "https://news.example/home", language: "en-GB" },
      3,
      { id: "https://news.example/?p=101", title: "Rain & wind", published: "Tue, 19 Aug 2025 11:30:07 GMT" },
    ],
    [
      "RSS without guid, broken at the end",
      "<rss><channel><title>T</title><item><title>A & B</title><link>https://x.example/a</link></item><item>",
      { title: "T" },
      1,
      { id: "https://x.example/a", title: "A & B" },
    ],
    [
      "RSS 1.0",
      '<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><channel><title>T</title></channel><item rdf:about="urn:a"><title>A</title><link>https://x.example/a</link><dc:date>2025-08-19</dc:date></item></rdf:RDF>',
      { title: "T" },
      1,
      { id: "urn:a", link: "https://x.example/a", published: "2025-08-19" },
    ],
    [
      "Atom",
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ur"><title>T</title><link rel="self" href="https://x.example/f"/><link href="https://x.example/"/><entry><id>tag:a</id><title type="html">A &lt;b>c&lt;/b></title><link rel="edit" href="https://x.example/e"/><link rel="alternate" href="https://x.example/a"/><published>2025-08-19T00:00:00Z</published><updated>2025-08-20T00:00:00Z</updated></entry></feed>',
      { title: "T", link: "https://x.example/", language: "ur" },
      1,
      { id: "tag:a", title: "A c", link: "https://x.example/a", published: "2025-08-19T00:00:00Z" },
    ],
    [
      "JSON Feed",
      '{"title": "T", "home_page_url": "https://x.example/", "items": [{"id": 7, "url": "https://x.example/a", "title": "A", "date_published": "2025-08-19"}, null, {}]}',
      { title: "T", link: "https://x.example/" },
      1,
      { id: "7", title: "A", link: "https://x.example/a" },
    ],
  ])("is read as %s", (_kind, text, head, count, first) => {
    const feed = readOldFeed(Buffer.from(text));
    expect(feed).toMatchObject(head);
    expect(feed?.items).toHaveLength(count);
    expect(feed?.items[0]).toMatchObject(first);
  });

  test("is read in the encoding that it names", () => {
    const text =
      '<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><guid>urn:a</guid><title>Caf\u00e9</title></item></channel></rss>';
    expect(readOldFeed(Buffer.from(text, "latin1"))?.items[0]?.title).toBe("Café");
  });

  test.each(["", "hello", "{", "{}", "<html></html>", "<rss></rss>"])("is none: %s", (text) => {
    expect(readOldFeed(Buffer.from(text))).toBeUndefined();
  });
});
