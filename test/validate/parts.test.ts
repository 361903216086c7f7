import { describe, expect, test } from "vitest";
import type { FeedFormat } from "../../src/model/feed.ts";
import type { Finding } from "../../src/validate/index.ts";
import { checkDocument, checkEntry, checkHead, checkWhole } from "../../src/validate/index.ts";
import { NOW } from "./examples.ts";

/** A feed in parts, as the build puts it together. */
interface Parts {
  readonly format: FeedFormat;
  readonly head: string;
  readonly entries: readonly string[];
  readonly tail: string;
}

const RSS_HEAD = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>
<title>News</title><link>https://example.org/</link><description>News</description>
`;
const ATOM_HEAD = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id>
<updated>2025-08-19T10:00:00Z</updated>`;

const item = (guid: string, more = "") =>
  `<item><title>Café ${guid}</title><guid isPermaLink="false">tag:example.org,2025:${guid}</guid>${more}</item>\n`;
const entry = (id: string, more = "") =>
  `<entry><title>Café</title><id>tag:example.org,2025:${id}</id><updated>2025-08-19T11:00:00Z</updated>${more}</entry>`;

const cases: readonly (readonly [string, Parts])[] = [
  ["a sound RSS feed", { format: "rss", head: RSS_HEAD, entries: [item("a"), item("b")], tail: "</channel></rss>\n" }],
  [
    "faults in items, the head, the tail and the whole",
    {
      format: "rss",
      head: `${RSS_HEAD}<pubDate>2025-08-19</pubDate><ttl>0</ttl>`,
      entries: [
        item("a", "<author>Ana</author>\n<pubDate>Wed, 19 Aug 2025 11:30:00 GMT</pubDate><foo/>"),
        item("a", '<link>/b</link><content:encoded><![CDATA[<a href="/x">é</a><script/>]]></content:encoded>'),
        item("c", "<itunes:block>yes</itunes:block><slash:comments>1</slash:comments>"),
      ],
      tail: "<language>xx</language></channel></rss>",
    },
  ],
  ["an RSS feed without items", { format: "rss", head: RSS_HEAD, entries: [], tail: "</channel></rss>" }],
  [
    "an Atom feed whose entries have no author",
    {
      format: "atom",
      head: ATOM_HEAD,
      entries: [entry("a"), entry("b", '<link href="https://example.org/b"/>')],
      tail: "</feed>",
    },
  ],
  [
    "an Atom feed with metadata in its tail",
    {
      format: "atom",
      head: ATOM_HEAD,
      entries: [entry("a", "<author><name/></author>"), entry("a", '<title type="html">&lt;b>é</title>')],
      tail: "<rights>Harbour News</rights><link rel='self' href='feed.xml'/></feed>",
    },
  ],
  [
    "an entry of the wrong kind",
    { format: "atom", head: ATOM_HEAD, entries: ["<item/>", entry("a", "text")], tail: "</feed>" },
  ],
];

const JSON_HEAD = `{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "News",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/feed.json",
  "items": [
`;
const story = (id: string, more = "") =>
  `    {"id": "tag:example.org,2025:${id}", "url": "https://example.org/${id}", "content_text": "Café"${more}}`;

const jsonCases: readonly (readonly [string, Parts])[] = [
  ["a sound JSON Feed", { format: "json", head: JSON_HEAD, entries: [story("a"), story("b")], tail: "\n  ]\n}\n" }],
  ["a JSON Feed without items", { format: "json", head: JSON_HEAD, entries: [], tail: "]}" }],
  [
    "faults in the head, the items, the tail and the whole of a JSON Feed",
    {
      format: "json",
      head: JSON_HEAD.replace('"title": "News"', '"title": "", "author": {}').replace('"https://example.org/"', '"/"'),
      entries: [
        story("a", ', "date_published": "2025-02-30T00:00:00Z", "tags": [1, null], "subtitle": "x"'),
        story("a", ', "content_html": "<a href=\'/b\'>Café</a><script></script>", "title": "a\\ud800"'),
        ' {"id": 7, "authors": [{}], "id": 7, "attachments": [{"size_in_bytes": -1}]}\n',
        '{"id": "7", "summary": "Rain", "date_published": "2025-08-19T11:00:00Z"}',
        '{"id": "8", "content_text": "Rain", "url": "https://example.org/a", "date_published": "2025-08-19T12:00:00Z"}',
        "5",
        "[]",
      ],
      tail: '], "language": "xx", "expired": 1}',
    },
  ],
  [
    "version 1",
    {
      format: "json",
      head: JSON_HEAD.replace("version/1.1", "version/1"),
      entries: [
        story("a", ', "language": "en", "author": {"name": "Ana"}'),
        story("b", ', "authors": [{"name": "Ana"}]'),
      ],
      tail: '], "authors": []}',
    },
  ],
  [
    "a version behind the items",
    {
      format: "json",
      head: '{"title": "News", "items": [',
      entries: [story("a", ', "language": "en"')],
      tail: '], "version": "https://jsonfeed.org/version/1"}',
    },
  ],
];

/** A finding without its place. */
function facts({ location: _, ...rest }: Finding): string {
  return JSON.stringify(rest);
}

describe("head, entries and whole", () => {
  test.each(
    [...cases, ...jsonCases].flatMap(([name, parts]) => [
      [name, "core", parts] as const,
      [name, "w3c", parts] as const,
    ]),
  )("%s (%s): together they find what checkDocument finds", (_, profile, { format, head, entries, tail }) => {
    const bytes = (text: string) => Buffer.from(text);
    const options = { profile, now: NOW };
    const document = bytes(head + entries.join(format === "json" ? ",\n" : "") + tail);
    const whole = checkDocument(document, options);
    const headCheck = checkHead(format, bytes(head), bytes(tail), options);
    const entryChecks = entries.map((one) => checkEntry(format, bytes(head), bytes(one), bytes(tail), options));
    const found = [
      ...headCheck.diagnostics,
      ...entryChecks.flatMap(({ diagnostics }) => diagnostics),
      ...checkWhole(
        format,
        headCheck.declared,
        entryChecks.map(({ declared }) => declared),
        document.length,
        options,
      ),
    ];
    // Said of what is no entry by checkEntry alone, to which it could mean that the feed ends there.
    const shared = found.filter(({ code }) => code !== "document/not-one-entry");
    expect(shared.map(facts).sort()).toEqual(whole.diagnostics.map(facts).sort());
  });

  test("places in a JSON item are those in the whole feed, counted from its start", () => {
    const { head, entries, tail } = jsonCases[2]?.[1] ?? { head: "", entries: [], tail: "" };
    const whole = checkDocument(Buffer.from(head + entries.join(",\n") + tail), { now: NOW }).diagnostics;
    let before = head;
    for (const one of entries) {
      const start = before.split("\n");
      const { diagnostics } = checkEntry("json", Buffer.from(head), Buffer.from(one), Buffer.from(tail), { now: NOW });
      for (const { code, location } of diagnostics) {
        if (code === "document/not-one-entry") continue;
        const { line = 0, column = 0 } = location ?? {};
        const place = {
          line: line + start.length - 1,
          column: line === 1 ? column + (start.at(-1)?.length ?? 0) : column,
        };
        expect(whole).toContainEqual(expect.objectContaining({ code, location: { file: "", ...place } }));
      }
      before += `${one},\n`;
    }
  });

  test("places in an entry count from its start", () => {
    const head = Buffer.from(RSS_HEAD);
    const tail = Buffer.from("</channel></rss>");
    const one = Buffer.from("<item><title>Rain</title>\n  <link>/rain</link></item>");
    const { diagnostics } = checkEntry("rss", head, one, tail, { file: "rain.md" });
    expect(diagnostics.find(({ code }) => code === "uri/not-absolute")?.location).toEqual({
      file: "rain.md",
      line: 2,
      column: 9,
    });
  });

  test("an entry declares what the whole is judged by", () => {
    const parts = [ATOM_HEAD, entry("é", '<link href="https://example.org/a"/>'), "</feed>"].map((text) =>
      Buffer.from(text),
    );
    const [head = Buffer.of(), one = Buffer.of(), tail = Buffer.of()] = parts;
    const { declared } = checkEntry("atom", head, one, tail);
    expect(declared).toMatchObject({
      id: "tag:example.org,2025:é",
      updated: Date.UTC(2025, 7, 19, 11) / 1000,
      link: "https://example.org/a",
      bytes: one.length,
      line: 1,
    });
  });

  test("an entry that ends the document early is found out", () => {
    const evil = Buffer.from("<item><title>Rain</title></item></channel><channel><item/>");
    const { diagnostics } = checkEntry("rss", Buffer.from(RSS_HEAD), evil, Buffer.from("</channel></rss>"));
    expect(diagnostics.map(({ code }) => code)).toContain("document/not-one-entry");
  });

  test.each([
    ["two items", "<item><title>a</title></item><item><title>b</title></item>"],
    ["text beside the item", "<item><title>a</title></item> and more"],
    ["no item", "<language>en</language>"],
    ["nothing", ""],
  ])("document/not-one-entry: %s", (_, text) => {
    const { diagnostics } = checkEntry(
      "rss",
      Buffer.from(RSS_HEAD),
      Buffer.from(text),
      Buffer.from("</channel></rss>"),
    );
    expect(diagnostics.map(({ code }) => code)).toContain("document/not-one-entry");
  });

  test("document/not-one-entry is not said of one item with white space around it", () => {
    const { diagnostics } = checkEntry(
      "rss",
      Buffer.from(RSS_HEAD),
      Buffer.from(` ${item("a")}\n`),
      Buffer.from("</channel></rss>"),
    );
    expect(diagnostics).toEqual([]);
  });

  test("a malformed entry is found out", () => {
    const broken = Buffer.from("<item><title>Rain & storm</title></item>");
    const { diagnostics } = checkEntry("rss", Buffer.from(RSS_HEAD), broken, Buffer.from("</channel></rss>"));
    expect(diagnostics.map(({ code }) => code)).toContain("xml/malformed");
    const open = Buffer.from("<item><title>Rain</title>");
    const unclosed = checkEntry("rss", Buffer.from(RSS_HEAD), open, Buffer.from("</channel></rss>"));
    expect(unclosed.diagnostics.map(({ code }) => code)).toContain("xml/malformed");
  });

  test.each([
    ["two items", `${story("a")},${story("b")}`, "document/not-one-entry"],
    ["what ends the feed and begins another", `${story("a")}]},{"items":[${story("b")}`, "document/not-one-entry"],
    ["no item", " ", "document/not-one-entry"],
    ["a list", "[]", "document/not-one-entry"],
    ["half an item", story("a").slice(0, -1), "json/truncated"],
    ["an item with a comma behind", `${story("a")},`, "document/not-one-entry"],
    ["bytes that are no UTF-8", Buffer.from(story("a"), "latin1"), "json/not-utf8"],
  ])("JSON: %s gives a finding", (_, text, code) => {
    const one = typeof text === "string" ? Buffer.from(text) : text;
    const { diagnostics } = checkEntry("json", Buffer.from(JSON_HEAD), one, Buffer.from("]}"));
    expect(diagnostics.map((finding) => finding.code)).toContain(code);
  });

  test("the version of a JSON Feed is read from each pair of head and tail", () => {
    const head = Buffer.from('{"title": "News", "items": [');
    const one = Buffer.from(story("a", ', "language": "en"'));
    const found = (version: string) =>
      checkEntry("json", head, one, Buffer.from(`], "version": "https://jsonfeed.org/version/${version}"}`));
    expect(found("1").diagnostics.map(({ code }) => code)).toEqual(["json/newer-key"]);
    expect(found("1.1").diagnostics).toEqual([]);
    expect(found("1").diagnostics.map(({ code }) => code)).toEqual(["json/newer-key"]);
  });
});
