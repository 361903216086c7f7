import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBehind } from "../../src/validate/behind-head.ts";
import { checkEntry, type Profile } from "../../src/validate/index.ts";
import { NOW } from "./examples.ts";

/** In a head it has every entry read with its whole document: what it says could be a document type. */
const COMMENT = "<!-- <!doctype -->\n";

const RSS_HEAD = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel xmlns:media="http://search.yahoo.com/mrss/">
<title>Café</title><link>https://example.org/</link><description>News</description><foo/><ttl>0</ttl>
<docs>http://www.rssboard.org/rss-specification</docs><atom:link rel="self" href="https://example.org/rss.xml"/>
`;
const ATOM_HEAD = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en" xml:base="https://example.org/a/">
<title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T10:00:00Z</updated><link rel="self" href="atom.xml"/>`;

const documents = [
  { format: "rss", head: RSS_HEAD, tail: "</channel>\n</rss>\n", entry: "item" },
  { format: "rss", head: RSS_HEAD.replace(/<docs>.*/, ""), tail: "</channel></rss>", entry: "item" },
  { format: "atom", head: ATOM_HEAD, tail: "\n</feed>", entry: "entry" },
  { format: "atom", head: `${ATOM_HEAD}<author><name>Ana</name></author>\n`, tail: "</feed >\n", entry: "entry" },
] as const;

/** What may stand in an entry: as many pieces that are well-formed, and more that need not be. */
const SOUND = 17;
const PIECES = [
  "<title>Rain &amp; &#233; &lt;b></title>",
  '<title type="html">&lt;b>é</title>',
  "<id>tag:example.org,2025:a</id>",
  '<guid isPermaLink="false" xml:lang="en" media:x="1">tag:example.org,2025:a</guid>',
  "<link>/b</link>\n",
  '<link href="https://example.org/b"/>',
  '<atom:link rel="self" href="c"/>',
  "<updated>2025-08-19T11:00:00Z</updated>",
  "<pubDate>Wed, 19 Aug 2025 11:30:00 GMT</pubDate>",
  "<author>Ana</author>",
  "<author><name/></author>",
  "<author><name>Ana</name></author>",
  '<content:encoded><![CDATA[<a href="/x">é</a><script/>]]></content:encoded>',
  '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x">a</p></div></content>',
  '<content type="html">&lt;p>Rain&lt;/p></content>',
  '<media:content url="a.jpg" medium="image" xmlns:x="urn:x"><x:y/></media:content>',
  "<dc:creator>Ana \u0085 Ã©</dc:creator>",
  "<!-- a -- comment -->",
  "<!-- a comment -->",
  "<?pi?>",
  '<?xml version="1.0"?>',
  "<!DOCTYPE rss>",
  "<foo xmlns=''/>",
  "<p:q/>",
  "text ]]> &nope; ",
  "\r\n\u0001\ufffe",
  "</item>",
  "</channel></rss>",
  "<item><title>b</title></item>",
  "<entry/>",
  "\ufeff",
];

const noise = fc.constantFrom("", "", "", "", " \r\n", "<!-- -->", "x", "&", "<", "]]>", "<entry/>", "\u00a0", ">");

const sound = fc
  .array(fc.constantFrom(...PIECES.slice(0, SOUND)), { maxLength: 6 })
  .map((pieces) => (name: string) => `<${name}>${pieces.join("")}</${name}>\n`);

const garbled = fc
  .record({
    pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }),
    before: noise,
    after: noise,
    cut: fc.option(fc.nat(400)),
    take: fc.integer({ min: 1, max: 3 }),
    by: fc.constantFrom("", "<", ">", '"', "&", "\u0000", "é", "/"),
  })
  .map(({ pieces, before, after, cut, take, by }) => (name: string) => {
    const text = `${before}<${name}>${pieces.join("")}</${name}>${after}`;
    return cut === null ? text : text.slice(0, cut) + by + text.slice(cut + take);
  });

const anyEntry = fc.oneof(sound, garbled);

describe("an entry that is read behind a head", () => {
  test("has the findings and facts that it has in its whole document", () => {
    let behind = 0;
    fc.assert(
      fc.property(
        anyEntry,
        fc.constantFrom(...documents),
        fc.constantFrom<Profile>("core", "w3c"),
        (make, { format, head, tail, entry }, profile) => {
          const bytes = Buffer.from(make(entry));
          const above = Buffer.from(head);
          const options = { profile, now: NOW, file: "rain.md" };
          if (readBehind(above, Buffer.from(tail), options)?.(bytes) !== undefined) behind++;
          expect(checkEntry(format, above, bytes, Buffer.from(tail), options)).toEqual(
            checkEntry(format, Buffer.from(head + COMMENT), bytes, Buffer.from(tail), options),
          );
        },
      ),
      { numRuns: 1500, seed: 7 },
    );
    expect(behind).toBeGreaterThan(500);
  });

  test("leaves nothing behind for the next", () => {
    for (const { format, head, tail, entry } of documents) {
      const [above, below] = [Buffer.from(head), Buffer.from(tail)];
      const all = fc.sample(anyEntry, { numRuns: 100, seed: 11 }).map((make) => Buffer.from(make(entry)));
      for (const bytes of all) {
        expect(checkEntry(format, above, bytes, below, { now: NOW })).toEqual(
          checkEntry(format, Buffer.from(head), bytes, Buffer.from(tail), { now: NOW }),
        );
      }
    }
  });

  test("is judged anew where the options are others", () => {
    const { format, head, tail } = documents[0];
    const [above, below] = [Buffer.from(head), Buffer.from(tail)];
    const entry = Buffer.from('<item><title>Rain</title><link>https://example.org/</link><foo bar="1"/></item>');
    for (const profile of ["core", "w3c", "core"] as const) {
      expect(checkEntry(format, above, entry, below, { profile })).toEqual(
        checkEntry(format, Buffer.from(head), entry, Buffer.from(tail), { profile }),
      );
    }
  });

  test.each([
    ["a tail with an element", RSS_HEAD, "<language>en</language></channel></rss>"],
    ["a tail that closes something else", RSS_HEAD, "</rss></channel>"],
    ["a tail that leaves something open", RSS_HEAD, "</channel>"],
    ["an open comment", `${RSS_HEAD}<!-- <a>`, "</channel></rss>"],
    ["an open tag", `${RSS_HEAD}<foo a=">`, "</channel></rss>"],
    ["text at the end of the head", `${RSS_HEAD}&am`, "</channel></rss>"],
    ["a head without a feed", "<a>", "</a>"],
    ["what could be a document type", RSS_HEAD + COMMENT, "</channel></rss>"],
    ["a document type", `<!DOCTYPE rss>${RSS_HEAD.slice(RSS_HEAD.indexOf("<rss"))}`, "</channel></rss>"],
    ["another version of XML", RSS_HEAD.replace('version="1.0"', 'version="1.1"'), "</channel></rss>"],
    ["a byte order mark", `\ufeff${RSS_HEAD}`, "</channel></rss>"],
    ["another encoding", RSS_HEAD.replace("utf-8", "iso-8859-1"), "</channel></rss>"],
  ])("is read with the whole document: %s", (_, head, tail) => {
    expect(readBehind(Buffer.from(head), Buffer.from(tail), {})).toBeUndefined();
  });
});
