import { describe, expect, test } from "vitest";
import type { Media, Story } from "../../src/model/article.ts";
import type { FeedFormat } from "../../src/model/feed.ts";
import { renderEntry, renderHead } from "../../src/render/index.ts";
import { ATOM, childOf, childrenOf, DC, MEDIA, type Node, readXml, TOMBSTONE, textsOf } from "./read.ts";
import { CORRECTED, documentOf, FULL, HEAD, PLAIN, STORY, UPDATED } from "./stories.ts";

const CASE: Story = {
  ...CORRECTED,
  corrections: [{ kind: "correction", text: "It was 5 & not 6", date: UPDATED }],
  media: [],
  related: [{ title: "Wind & waves", url: "https://example.org/world/wind/" }],
};

const PRINTED: Readonly<Record<FeedFormat, string>> = {
  rss: `        <item xml:lang="en">
            <title>Rain &amp; wind close the harbour</title>
            <link>https://example.org/world/rain/</link>
            <guid isPermaLink="false">tag:example.org,2020:world/rain</guid>
            <pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>
            <description><![CDATA[The harbour is closed. Boats stay in at less than &lt; 5 knots &amp; so on.]]></description>
            <content:encoded><![CDATA[<p>The harbour is closed.</p>
<p><a href="https://example.org/x?a=1&amp;b=2">More</a></p>]]></content:encoded>
            <dc:creator>Ana Ruiz and Bo Åkesson</dc:creator>
            <dc:contributor>Caro Diaz</dc:contributor>
            <category domain="urn:wireroom:section">World</category>
            <category>Sea &amp; sky</category>
            <category>Häfen</category>
            <atom:updated>2025-08-19T13:30:00Z</atom:updated>
            <enclosure url="https://example.org/world/rain/rain.mp3" length="4567" type="audio/mpeg"/>
            <media:content url="https://example.org/world/rain/rain.jpg" type="image/jpeg" medium="image" fileSize="1234" width="1200" height="800">
                <media:title type="plain">A wave</media:title>
                <media:description type="plain">A wave at the pier</media:description>
                <media:credit>Dee Fox</media:credit>
            </media:content>
        </item>`,
  atom: `    <entry xml:lang="en">
        <title type="text">Rain &amp; wind close the harbour</title>
        <id>tag:example.org,2020:world/rain</id>
        <link rel="alternate" type="text/html" href="https://example.org/world/rain/"/>
        <link rel="enclosure" type="audio/mpeg" length="4567" href="https://example.org/world/rain/rain.mp3"/>
        <link rel="related" href="https://example.org/world/wind/" title="Wind &amp; waves"/>
        <published>2025-08-19T11:30:00Z</published>
        <updated>2025-08-19T13:30:00Z</updated>
        <category term="World" scheme="urn:wireroom:section" label="World"/>
        <category term="Sea &amp; sky" label="Sea &amp; sky"/>
        <category term="Häfen" label="Häfen"/>
        <summary type="text">The harbour is closed. Boats stay in at less than &lt; 5 knots &amp; so on.</summary>
        <content type="html"><![CDATA[<p>The harbour is closed.</p>
<p><a href="https://example.org/x?a=1&amp;b=2">More</a></p>]]></content>
        <author>
            <name>Ana Ruiz</name>
            <uri>https://example.org/ana/?a=1&amp;b=2</uri>
        </author>
        <author>
            <name>Bo Åkesson</name>
        </author>
        <contributor>
            <name>Caro Diaz</name>
        </contributor>
        <media:content url="https://example.org/world/rain/rain.jpg" type="image/jpeg" medium="image" fileSize="1234" width="1200" height="800">
            <media:title type="plain">A wave</media:title>
            <media:description type="plain">A wave at the pier</media:description>
            <media:credit>Dee Fox</media:credit>
        </media:content>
        <wr:correction xmlns:wr="urn:wireroom:news:1" kind="correction" when="2025-08-19T13:30:00Z">It was 5 &amp; not 6</wr:correction>
        <wr:retracted xmlns:wr="urn:wireroom:news:1" when="2025-08-19T13:30:00Z">It was "wrong"</wr:retracted>
    </entry>`,
  json: `        {
            "id": "tag:example.org,2020:world/rain",
            "url": "https://example.org/world/rain/",
            "title": "Rain & wind close the harbour",
            "content_html": "<p>The harbour is closed.</p>\\n<p><a href=\\"https://example.org/x?a=1&amp;b=2\\">More</a></p>",
            "summary": "The harbour is closed. Boats stay in at less than < 5 knots & so on.",
            "image": "https://example.org/world/rain/rain.jpg",
            "date_published": "2025-08-19T11:30:00Z",
            "date_modified": "2025-08-19T13:30:00Z",
            "authors": [
                {
                    "name": "Ana Ruiz",
                    "url": "https://example.org/ana/?a=1&b=2",
                    "avatar": "https://example.org/ana.jpg"
                },
                {
                    "name": "Bo Åkesson"
                }
            ],
            "tags": [
                "World",
                "Sea & sky",
                "Häfen"
            ],
            "language": "en",
            "attachments": [
                {
                    "url": "https://example.org/world/rain/rain.mp3",
                    "mime_type": "audio/mpeg",
                    "size_in_bytes": 4567
                }
            ],
            "_wireroom": {
                "section": {
                    "id": "world",
                    "title": "World"
                },
                "image": {
                    "alt": "A wave",
                    "credit": "Dee Fox",
                    "caption": "A wave at the pier",
                    "width": 1200,
                    "height": 800
                },
                "contributors": [
                    {
                        "name": "Caro Diaz",
                        "role": "Additional reporting"
                    }
                ],
                "related": [
                    {
                        "title": "Wind & waves",
                        "url": "https://example.org/world/wind/"
                    }
                ],
                "corrections": [
                    {
                        "kind": "correction",
                        "when": "2025-08-19T13:30:00Z",
                        "text": "It was 5 & not 6"
                    }
                ],
                "retracted": {
                    "when": "2025-08-19T13:30:00Z",
                    "reason": "It was \\"wrong\\""
                }
            }
        }`,
};

const HEADS: Readonly<Record<FeedFormat, string>> = {
  rss: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
    <channel xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
        <title>Harbour &amp; News</title>
        <link>https://example.org/</link>
        <description>News of the harbour &amp; the sea</description>
        <lastBuildDate>Tue, 19 Aug 2025 13:30:00 GMT</lastBuildDate>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <generator>Wireroom</generator>
        <language>en</language>
        <copyright>© 2025 Harbour &amp; News</copyright>
        <managingEditor>desk@example.org (Harbour &amp; News)</managingEditor>
        <image>
            <url>https://example.org/icon.png</url>
            <title>Harbour &amp; News</title>
            <link>https://example.org/</link>
        </image>
        <atom:link rel="self" type="application/rss+xml" href="https://example.org/feeds/rss.xml"/>
        <atom:link rel="hub" href="https://hub.example.org/"/>
        <atom:link rel="hub" href="https://hub2.example.org/?a=1&amp;b=2"/>
    </channel>
</rss>
`,
  atom: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
    <id>tag:example.org,2020:feed</id>
    <title type="text">Harbour &amp; News</title>
    <updated>2025-08-19T13:30:00Z</updated>
    <link rel="alternate" type="text/html" href="https://example.org/"/>
    <link rel="self" type="application/atom+xml" href="https://example.org/feeds/atom.xml"/>
    <link rel="hub" href="https://hub.example.org/"/>
    <link rel="hub" href="https://hub2.example.org/?a=1&amp;b=2"/>
    <generator>Wireroom</generator>
    <author>
        <name>Harbour &amp; News</name>
    </author>
    <subtitle>News of the harbour &amp; the sea</subtitle>
    <logo>https://example.org/logo.png</logo>
    <icon>https://example.org/icon.png</icon>
    <rights>© 2025 Harbour &amp; News</rights>
    <at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="tag:example.org,2020:gone" when="2025-08-19T13:30:00Z">
        <at:comment>Taken back &amp; gone</at:comment>
    </at:deleted-entry>
</feed>
`,
  json: `{
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour & News",
    "home_page_url": "https://example.org/",
    "feed_url": "https://example.org/feeds/feed.json",
    "description": "News of the harbour & the sea",
    "language": "en",
    "icon": "https://example.org/logo.png",
    "favicon": "https://example.org/icon.png",
    "authors": [
        {
            "name": "Harbour & News"
        }
    ],
    "hubs": [
        {
            "type": "WebSub",
            "url": "https://hub.example.org/"
        },
        {
            "type": "WebSub",
            "url": "https://hub2.example.org/?a=1&b=2"
        }
    ],
    "_wireroom": {
        "about": "urn:wireroom:news:1",
        "tombstones": [
            {
                "id": "tag:example.org,2020:gone",
                "when": "2025-08-19T13:30:00Z",
                "reason": "Taken back & gone"
            }
        ]
    },
    "items": [
    ]
}
`,
};

describe("what is printed", () => {
  test.each(Object.entries(PRINTED) as [FeedFormat, string][])("of a story in %s", (format, expected) => {
    expect(renderEntry(format, CASE, FULL)).toBe(expected);
  });

  test.each(Object.entries(HEADS) as [FeedFormat, string][])("of a feed in %s", (format, expected) => {
    const tombstones = [{ id: "tag:example.org,2020:gone", when: UPDATED, reason: "Taken back & gone" }];
    const { head, tail } = renderHead(format, { ...HEAD, tombstones });
    expect(head + tail).toBe(expected);
  });
});

describe("an RSS item", () => {
  const item = (story: Story, creators: "joined" | "each" = "joined"): Node =>
    childOf(childOf(readXml(documentOf("rss", [story], { content: "full", creators })), "channel"), "item");

  test("says that its guid is a link only if it is its link", () => {
    expect(childOf(item(STORY), "guid").attributes).toEqual({ isPermaLink: "false" });
    expect(childOf(item({ ...STORY, id: STORY.url }), "guid").attributes).toEqual({ isPermaLink: "true" });
    expect(childOf(item({ ...STORY, id: STORY.url }), "guid").text).toBe(STORY.url);
  });

  test("names several authors in one element in the story's language, or in one each", () => {
    const german = { ...STORY, language: "de-CH" };
    expect(textsOf(item(german), `${DC}creator`)).toEqual(["Ana Ruiz und Bo Åkesson"]);
    expect(textsOf(item(german, "each"), `${DC}creator`)).toEqual(["Ana Ruiz", "Bo Åkesson"]);
    expect(textsOf(item(PLAIN), `${DC}creator`)).toEqual([]);
  });

  test("never names an author by the element that is an address", () => {
    expect(renderEntry("rss", STORY, FULL)).not.toMatch(/<author>|@example/);
  });

  test("escapes its summary once as HTML and once as XML", () => {
    const story = { ...STORY, summary: "Use <b> & 1 < 2" };
    expect(childOf(item(story), "description").text).toBe("Use &lt;b&gt; &amp; 1 &lt; 2");
  });

  test("gives an unknown length as 0", () => {
    const enclosure: Media = { url: "https://example.org/a?b=1&c=2", type: "audio/mpeg" };
    expect(childOf(item({ ...STORY, enclosure }), "enclosure").attributes).toEqual({ ...enclosure, length: "0" });
  });
});

describe("media", () => {
  const picture: Media = { url: "https://example.org/a.jpg", type: "image/jpeg", alt: "A wave" };
  const sound: Media = { url: "https://example.org/a.mp3", type: "audio/mpeg", credit: "Dee Fox" };
  const shown = (story: Story) =>
    childrenOf(childOf(readXml(documentOf("atom", [story])), `${ATOM}entry`), `${MEDIA}content`);

  test("are named once, the picture first", () => {
    const media = shown({ ...STORY, image: picture, media: [sound, { ...picture, alt: "Other" }], enclosure: sound });
    expect(media.map(({ attributes }) => [attributes.url, attributes.medium])).toEqual([
      [picture.url, "image"],
      [sound.url, "audio"],
    ]);
    expect(media.map(({ children }) => children.map(({ text }) => text))).toEqual([["A wave"], ["Dee Fox"]]);
  });

  test("are named beside the enclosure element only for what that cannot say", () => {
    const { image: _, ...story } = { ...STORY, media: [] };
    const { credit: _credit, ...silent } = sound;
    expect(shown({ ...story, enclosure: silent })).toEqual([]);
    expect(shown({ ...story, enclosure: sound })).toHaveLength(1);
  });

  test("that are no picture, sound or video are documents", () => {
    const media = [{ url: "https://example.org/a.pdf", type: "application/pdf" }];
    expect(shown({ ...PLAIN, media })[0]?.attributes.medium).toBe("document");
  });

  test("without a caption are described by their alternative text, once", () => {
    const [media] = shown({ ...PLAIN, image: picture });
    expect(media?.children.map(({ name, text }) => [name, text])).toEqual([["media:description", "A wave"]]);
  });
});

describe("media beside a summary", () => {
  test("have a title, since feedparser shows their description instead of the summary", () => {
    const summary = { content: "summary", creators: "joined" } as const;
    for (const format of ["rss", "atom"] as const) {
      const entry = renderEntry(format, { ...CASE, corrections: [] }, summary);
      expect(entry).not.toContain("media:description");
      expect(entry).toContain('<media:title type="plain">A wave at the pier</media:title>');
      expect(entry).toContain("<media:credit>Dee Fox</media:credit>");
    }
  });
});

describe("a head", () => {
  const channel = (head: Partial<typeof HEAD>): Node =>
    childOf(readXml(documentOf("rss", [], FULL, { ...HEAD, ...head })), "channel");

  test("names the publisher without brackets, which would end the name", () => {
    expect(childOf(channel({ publisher: "Harbour (North) News" }), "managingEditor").text).toBe(
      "desk@example.org (Harbour North News)",
    );
  });

  test.each([
    ["https://example.org/icon.svg", "https://example.org/logo.png", "https://example.org/logo.png"],
    ["https://example.org/icon", "https://example.org/logo.png", "https://example.org/icon"],
    ["https://example.org/favicon.ICO", "https://example.org/logo.webp", undefined],
  ])("of RSS with the icon %s and the logo %s shows %s", (icon, logo, shown) => {
    const images = childrenOf(channel({ icon, logo }), "image");
    expect(images.map((image) => childOf(image, "url").text)).toEqual(shown === undefined ? [] : [shown]);
  });

  test("prints addresses with & as they are", () => {
    const icon = "https://example.org/icon?a=1&amp;b=2";
    const logo = "https://example.org/logo?a=1&b=2";
    const url = "https://example.org/?c=3&d=4";
    expect(childOf(childOf(channel({ icon }), "image"), "url").text).toBe(icon);
    expect(childOf(channel({ url }), "link").text).toBe(url);
    const feed = readXml(documentOf("atom", [], FULL, { ...HEAD, icon, logo, url }));
    expect([textsOf(feed, `${ATOM}icon`), textsOf(feed, `${ATOM}logo`)]).toEqual([[icon], [logo]]);
    expect(childrenOf(feed, `${ATOM}link`)[0]?.attributes).toEqual({ rel: "alternate", type: "text/html", href: url });
  });

  test("publishes the desk's address in RSS alone", () => {
    for (const format of ["atom", "json"] as const) expect(documentOf(format, [STORY])).not.toMatch(/@example\.org/);
  });

  test("of Atom has its tombstones before the entries", () => {
    const tombstones = [{ id: "tag:example.org,2020:gone", when: UPDATED }];
    const keys = readXml(documentOf("atom", [STORY], FULL, { ...HEAD, tombstones })).children.map(({ key }) => key);
    expect(keys.slice(-2)).toEqual([`${TOMBSTONE}deleted-entry`, `${ATOM}entry`]);
  });

  test("says nothing of what is absent", () => {
    const { copyright: _c, contact: _m, logo: _l, icon: _i, ...rest } = HEAD;
    const bare = { ...rest, hubs: [] };
    expect(documentOf("rss", [], FULL, bare)).not.toMatch(/copyright|managingEditor|image|hub/);
    expect(documentOf("atom", [], FULL, bare)).not.toMatch(/rights|logo|icon|hub|deleted-entry/);
    expect(documentOf("json", [], FULL, bare)).not.toMatch(/icon|hubs|tombstones/);
  });
});
