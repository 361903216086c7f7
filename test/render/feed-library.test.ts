import { Feed, type Item } from "feed";
import { describe, expect, test } from "vitest";
import { childOf, childrenOf, readXml } from "./read.ts";

// What we do about the library (src/render/feed-library.ts) is done because of what is seen here. A test that fails after an upgrade
// names a workaround that is no longer needed, or one that no longer works.

const OPTIONS = { id: "urn:x:feed", title: "News", link: "https://example.org/", updated: new Date(0), generator: "G" };
const ITEM: Item = {
  title: "Rain",
  id: "tag:example.org,2020:rain",
  link: "https://example.org/rain",
  date: new Date(0),
};

function feedWith(item: Partial<Item> = {}, extensions: Readonly<Record<string, unknown>> = {}): Feed {
  const feed = new Feed(OPTIONS);
  for (const [name, objects] of Object.entries(extensions)) {
    feed.addExtension({ name, objects: objects as Record<string, unknown> });
  }
  feed.addItem({ ...ITEM, ...item });
  return feed;
}

function itemWith(extensions: Readonly<Record<string, unknown>>, item: Partial<Item> = {}): string {
  const list = Object.entries(extensions).map(([name, objects]) => ({
    name,
    objects: objects as Record<string, unknown>,
  }));
  return feedWith({ ...item, extensions: list }).rss2();
}

describe("what the library gets wrong", () => {
  test("text: it makes & of &amp; before it escapes, so we double the ampersand", () => {
    const rss = (title: string) =>
      childOf(childOf(readXml(new Feed({ ...OPTIONS, title }).rss2()), "channel"), "title");
    expect(rss("Write &amp; in HTML").text).toBe("Write & in HTML");
    expect(rss("Write &amp;amp; in HTML").text).toBe("Write &amp; in HTML");
  });

  test("CDATA: it splits the first ]]> only, so we give it sections", () => {
    expect(() => readXml(feedWith({ content: "a ]]> b ]]> c" }).atom1())).toThrow();
    const content = ["a ]]", "> b"] as unknown as string;
    const [entry] = childrenOf(readXml(feedWith({ content }).atom1()), "{http://www.w3.org/2005/Atom}entry");
    expect(entry && childOf(entry, "{http://www.w3.org/2005/Atom}content").text).toBe("a ]]> b");
  });

  test("CDATA: it leaves characters in that XML forbids, so they are gone before", () => {
    expect(() => readXml(feedWith({ content: "a\u0008b" }).atom1())).toThrow();
  });

  test("RSS author: it prints names for addresses, so we print dc:creator", () => {
    expect(feedWith({ author: [{ name: "Ana" }] }).rss2()).toContain("<author>Ana</author>");
  });

  test("RSS guid: it says of every one that it is no link, so we replace those that are", () => {
    expect(feedWith({ id: ITEM.link }).rss2()).toContain(`<guid isPermaLink="false">${ITEM.link}</guid>`);
  });

  test("RSS title: it is CDATA and left out when empty, so we replace it by text", () => {
    expect(feedWith().rss2()).toContain("<title><![CDATA[Rain]]></title>");
  });

  test("RSS content: it declares namespaces on the root only then, so we go round it", () => {
    expect(feedWith().rss2()).not.toContain("xmlns:content");
    expect(feedWith({ content: "<p>x</p>" }).rss2()).toContain("xmlns:content");
    expect(() => readXml(itemWith({ "dc:creator": { _text: "Ana" } }))).toThrow(/dc/);
  });

  test("RSS channel: it prints what is added after the items, so a head is a feed without any", () => {
    expect(feedWith({}, { managingEditor: { _text: "x" } }).rss2()).toMatch(/<\/item>\s*<managingEditor>/);
  });

  test("RSS enclosure: it makes the type up from the name, so we replace it", () => {
    expect(feedWith({ image: "https://example.org/i/photo" }).rss2()).toContain('type="image//i/photo"');
  });

  test("RSS dates: it prints one that is none, so we refuse it before", () => {
    expect(feedWith({ date: new Date(Number.NaN) }).rss2()).toContain("<pubDate>Invalid Date</pubDate>");
  });

  test("Atom entry: it calls plain titles HTML, rewrites ids, names no relation, so we replace its opening", () => {
    const atom = feedWith({ id: "https://example.com" }).atom1();
    expect(atom).toContain('<title type="html"><![CDATA[Rain]]></title>');
    expect(atom).toContain("<id>https://example.com/</id>");
    expect(atom).toContain('<link href="https://example.org/rain"/>');
    expect(() => feedWith({ id: "article-123" }).atom1()).toThrow();
  });

  test("Atom categories: it does not escape them, so they are in our opening", () => {
    expect(() => readXml(feedWith({ category: [{ name: "R <x>", term: "r" }] }).atom1())).toThrow();
  });

  test("Atom media: it ignores the type it is given, so they are in our opening", () => {
    const enclosure = { url: "https://example.org/r.pdf", type: "application/pdf" };
    expect(feedWith({ enclosure }).atom1()).toContain('type="image/pdf"');
  });

  test("Atom: it ignores extensions and the language, so they are in our opening", () => {
    const feed = new Feed({ ...OPTIONS, language: "en" });
    feed.addExtension({ name: "_attributes", objects: { "xmlns:media": "urn:x" } });
    feed.addItem({ ...ITEM, extensions: [{ name: "media:content", objects: { _text: "x" } }] });
    expect(feed.atom1()).not.toMatch(/media|lang/);
  });

  test("Atom and JSON dates: it prints milliseconds, so we print our own", () => {
    expect(feedWith().atom1()).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
    expect(feedWith().json1()).toContain('"date_modified": "1970-01-01T00:00:00.000Z"');
  });

  test("JSON: it is version 1, with one author and the content before the title, so we add and move keys", () => {
    const feed = feedWith({ content: "<p>x</p>", author: [{ name: "Ana" }, { name: "Bo" }] });
    const { version, items } = JSON.parse(feed.json1());
    expect(version).toBe("https://jsonfeed.org/version/1");
    expect(items[0].author).toEqual({ name: "Ana" });
    expect(items[0].authors).toBeUndefined();
    expect(Object.keys(items[0]).slice(0, 4)).toEqual(["id", "content_html", "url", "title"]);
    expect(() => feedWith({ author: [] }).json1()).toThrow();
  });

  test("JSON: it has no language, hubs, favicon and attachments, so we add keys", () => {
    const feed = new Feed({ ...OPTIONS, language: "en", hub: "https://hub.example/", favicon: "https://x.example/f" });
    feed.addItem({ ...ITEM, enclosure: { url: "https://example.org/a.mp3" } });
    expect(feed.json1()).not.toMatch(/language|hub|favicon|attachments/);
  });
});

describe("what we build on", () => {
  test("an extension takes the place of what the library prints under its name", () => {
    const rss = itemWith({ title: { _text: "Own" }, guid: { _text: "g" } }, { description: "x" });
    const [item] = childrenOf(childOf(readXml(rss), "channel"), "item");
    expect(item?.children.map(({ name, text }) => [name, text])).toEqual([
      ["title", "Own"],
      ["link", ITEM.link],
      ["guid", "g"],
      ["pubDate", "Thu, 01 Jan 1970 00:00:00 GMT"],
      ["description", "x"],
    ]);
  });

  test("an extension that is an empty list takes an element away, a longer one repeats it", () => {
    const rss = itemWith({ pubDate: [], category: [{ _text: "a" }, { _text: "b" }] });
    expect(rss).not.toContain("pubDate");
    expect(rss).toContain("<category>a</category>\n            <category>b</category>");
  });

  test("an extension named _attributes gives attributes, of which only quotes are escaped", () => {
    expect(itemWith({ _attributes: { "xml:lang": 'a"&<' } })).toContain('<item xml:lang="a&quot;&<">');
    const rss = feedWith({}, { _attributes: { "xmlns:wr": "urn:wr" } }).rss2();
    expect(rss).toContain('<channel xmlns:wr="urn:wr">');
  });

  test("an extension of a JSON Feed is a key before the items; undefined is none", () => {
    const feed = feedWith({}, { version: "2", language: "en", icon: undefined });
    expect(Object.keys(JSON.parse(feed.json1()))).toEqual(["version", "title", "home_page_url", "language", "items"]);
  });

  test("the rights of an entry are its last child", () => {
    const author = [{ name: "Ana" }];
    const atom = feedWith({
      copyright: "R",
      content: "C",
      author,
      contributor: author,
      published: new Date(0),
    }).atom1();
    expect(atom.endsWith("\n        <rights>R</rights>\n    </entry>\n</feed>")).toBe(true);
  });

  test("an entry stands between what the feed without it prints", () => {
    const [empty, one] = [new Feed(OPTIONS).atom1(), feedWith().atom1()];
    const tail = "\n</feed>";
    expect(one.startsWith(`${empty.slice(0, -tail.length)}\n    <entry>`)).toBe(true);
    expect(one.endsWith(`\n    </entry>${tail}`)).toBe(true);
  });
});
