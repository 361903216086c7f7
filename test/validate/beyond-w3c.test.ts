import { describe, expect, test } from "vitest";
import { atomWith, check, codes, rssWith } from "./examples.ts";

const NEWS_NAMESPACES = Object.entries({
  podcast: "https://podcastindex.org/namespace/1.0",
  webfeeds: "http://webfeeds.org/rss/1.0",
  snf: "http://www.smartnews.be/snf",
  mi: "http://schemas.ingestion.microsoft.com/common/",
  yandex: "http://news.yandex.ru",
  source: "http://source.scripting.com/",
  at: "http://purl.org/atompub/tombstones/1.0",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
  g: "http://base.google.com/ns/1.0",
  x: "https://example.org/ns",
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const SELF = '<atom:link rel="self" href="https://example.org/rss.xml"/>';

/** A document in which only the item and the channel can be wrong. */
function rss(item: string, channel = "", language = "en"): string {
  const head = `<description>News</description><language>${language}</language>${SELF}`;
  const guid = '<guid isPermaLink="false">tag:example.org,2025:rain</guid>';
  return rssWith(`${head}${channel}<item><title>Rain</title>${guid}${item}</item>`).replace(
    "<rss ",
    `<rss ${NEWS_NAMESPACES} `,
  );
}

function atom(entry: string, feed = ""): string {
  const dates = "<updated>2025-08-19T11:30:00Z</updated>";
  return atomWith(
    `<title>News</title><id>tag:example.org,2025:feed</id>${dates}<author><name>Ana</name></author>` +
      `<link rel="self" href="https://example.org/atom.xml"/>${feed}<entry><title>Rain</title>` +
      `<id>tag:example.org,2025:rain</id>${dates}<content>Rain</content>${entry}</entry>`,
  ).replace("<feed ", `<feed ${NEWS_NAMESPACES} `);
}

const georss = (tag: string, text: string) => rss(`<georss:${tag}>${text}</georss:${tag}>`);
const at = (attributes: string) => atom("", `<at:deleted-entry ${attributes}/>`);
const news = (date: string) =>
  rss(
    "<news:news><news:publication><news:name>Harbour News</news:name><news:language>en</news:language></news:publication>" +
      `<news:publication_date>${date}</news:publication_date><news:title>Rain</news:title></news:news>`,
  );

describe("core finds what the W3C validator lets through", () => {
  test.each([
    ["hour 25", rss("<pubDate>Tue, 19 Aug 2025 25:30:00 GMT</pubDate>"), "date/out-of-range"],
    ["hour 24", rss("<pubDate>Tue, 19 Aug 2025 24:00:00 GMT</pubDate>"), "date/out-of-range"],
    ["minute 60 of RSS", rss("<pubDate>Tue, 19 Aug 2025 11:60:00 GMT</pubDate>"), "date/out-of-range"],
    ["minute 60 of Atom", atom("<published>2025-08-19T10:60:00Z</published>"), "date/rfc3339-out-of-range"],
    ["offset +25:00", atom("<published>2025-08-19T11:30:00+25:00</published>"), "date/rfc3339-out-of-range"],
    ["offset +2500", rss("<pubDate>Tue, 19 Aug 2025 11:30:00 +2500</pubDate>"), "date/out-of-range"],
    ["broken subtags", rss("", "", "en-UKK_1"), "language/subtags"],
    ["a region that is none", rss("", "", "en-UK"), "language/subtags"],
    ["a point off Earth", georss("point", "152.1 -6.9"), "georss/off-earth"],
    ["a line off Earth", georss("line", "52.1 -6.9 152.1 -6.8"), "georss/line-off-earth"],
    ["a polygon that stays open", georss("polygon", "1 2 3 4 5 6 7 8"), "georss/polygon"],
    ["a polygon of three points", georss("polygon", "1 2 3 4 1 2"), "georss/polygon"],
    [
      "a ring that stays open",
      rss(
        '<georss:where><gml:Polygon xmlns:gml="http://www.opengis.net/gml"><gml:exterior><gml:LinearRing><gml:posList>1 2 3 4 5 6 7 8</gml:posList>' +
          "</gml:LinearRing></gml:exterior></gml:Polygon></georss:where>",
      ),
      "georss/polygon",
    ],
    [
      "content of several documents in one",
      atom("").replace("<content>Rain", '<summary>Rain</summary><content type="multipart/mixed">cmFpbg=='),
      "atom/composite-type",
    ],
    [
      "a cloud of no known protocol",
      rss("", '<cloud domain="example.org" port="80" path="/rpc" registerProcedure="notify" protocol="websub"/>'),
      "rss/cloud-protocol",
    ],
    ["content without url or player", rss('<media:content type="image/png"/>'), "media/content-without-address"],
    [
      "an enclosure without length",
      atom('<link rel="enclosure" href="https://example.org/a.mp3"/>'),
      "atom/enclosure-length",
    ],
    ["published after updated", atom("<published>2025-08-19T11:45:00Z</published>"), "atom/published-after-updated"],
    ["a tombstone without its date", at('ref="tag:example.org,2025:storm"'), "attribute/missing"],
    ["a news date that is none", news("19 Aug 2025"), "date/w3cdtf"],
  ])("%s", (_, document, code) => {
    expect(codes(check(document))).toEqual([code]);
    const w3c = check(document, { profile: "w3c" }).diagnostics.filter(({ severity }) => severity !== "info");
    expect(codes({ diagnostics: w3c })).not.toContain(code);
  });
});

describe("core lets through what the W3C validator rejects", () => {
  const MEDIA =
    "community comments embed responses backLinks status price license subTitle peerLink location rights scenes";

  test.each([
    ...MEDIA.split(" ").map((name) => [`media:${name}`, rss(`<media:${name}/>`)]),
    ["a group of one", rss('<media:group><media:content url="https://example.org/a.jpg"/></media:group>')],
    ["a player alone", rss('<media:content><media:player url="https://example.org/play"/></media:content>')],
    ["a box", georss("box", "52.1 -6.9 52.2 -6.8")],
    ["a circle", georss("circle", "52.1 -6.9 500")],
    ...["canonical", "author", "amphtml", "webmention"].map((rel) => [
      `rel ${rel}`,
      atom(`<link rel="${rel}" href="https://example.org/rain"/>`),
    ]),
    ["an unknown namespace", rss("<x:weather>rain</x:weather>", "<x:weather/>")],
    ["goods for sale", rss("<g:price>10 EUR</g:price><g:energy_efficiency_class>A</g:energy_efficiency_class>")],
    [
      "podcast",
      rss(
        '<podcast:transcript url="https://example.org/a.vtt" type="text/vtt"/>',
        "<podcast:locked>yes</podcast:locked>",
      ),
    ],
    [
      "webfeeds",
      rss(
        "",
        "<webfeeds:accentColor>00FF00</webfeeds:accentColor><webfeeds:icon>https://example.org/i.svg</webfeeds:icon>",
      ),
    ],
    ["snf", rss("<snf:analytics>x</snf:analytics>", "<snf:logo><url>https://example.org/logo.png</url></snf:logo>")],
    ["mi", rss("<mi:shortTitle>Rain</mi:shortTitle>")],
    ["yandex", rss("<yandex:full-text>Rain</yandex:full-text>")],
    ["source", rss("<source:markdown>Rain</source:markdown>", '<source:account service="x">harbour</source:account>')],
    ["a tombstone", at('ref="tag:example.org,2025:storm" when="2025-08-19T11:30:00Z"')],
    ["a news sitemap's element", news("2025-08-19T11:30:00+02:00")],
  ])("%s", (_, document) => {
    expect(codes(check(document))).toEqual([]);
  });
});

test("a channel where none belongs is known by what it says too", () => {
  const podcast = (language: string) =>
    codes(
      check(
        `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><x><channel><title>T</title>${language}<itunes:author>A</itunes:author></channel></x></rss>`,
      ),
    );
  expect(podcast("")).toContain("itunes/language-missing");
  expect(podcast("<language>en</language>")).not.toContain("itunes/language-missing");
});
