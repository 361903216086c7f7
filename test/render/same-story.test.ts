import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Story } from "../../src/model/article.ts";
import type { FeedFormat } from "../../src/model/feed.ts";
import { oneLine, removeForbidden } from "../../src/text.ts";
import { readStories, type Told } from "./read.ts";
import { CORRECTED, documentOf, FORMATS, HEAD, PLAIN, STORY } from "./stories.ts";

const EACH = { content: "full", creators: "each" } as const;

/** What every format must say of a story whose section is no tag. */
function toldOf(story: Story): Told {
  return {
    id: story.id,
    url: story.url,
    title: story.title,
    published: story.published,
    updated: story.updated,
    authors: story.authors.map(({ name }) => name),
    contributors: story.contributors.map(({ name }) => name),
    labels: [...(story.section ? [story.section.title] : []), ...story.tags],
    language: story.language,
    summary: lineEnds(story.summary),
    content: lineEnds(story.content),
    image: story.image?.url,
    caption: story.image?.caption && lineEnds(story.image.caption),
    credit: story.image?.credit,
    enclosure: story.enclosure?.url,
    corrections: story.corrections.map(({ text }) => lineEnds(text)),
    retracted: story.retracted?.reason,
  };
}

/** RSS says of corrections and retractions what stands in the content. */
function toldIn(format: FeedFormat): (story: Story) => Told {
  return (story) => ({ ...toldOf(story), ...(format === "rss" && { corrections: [], retracted: undefined }) });
}

function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** A story that says one text everywhere. */
function saying(text: string): Story {
  const line = oneLine(text) || "-";
  const long = removeForbidden(text) || "-";
  return {
    ...STORY,
    title: line,
    authors: [
      { id: "a", name: line },
      { id: "b", name: `${line} b` },
    ],
    contributors: [{ name: line }],
    section: { id: "s", title: `${line} section` },
    tags: [line],
    summary: long,
    content: long,
    image: { url: "https://example.org/a.jpg", type: "image/jpeg", caption: long, credit: line },
    corrections: [{ kind: "update", text: long }],
    retracted: { at: STORY.updated, reason: line },
    related: [{ title: line, url: "https://example.org/b" }],
  };
}

const HOSTILE: readonly string[] = [
  "&amp;",
  "AT&amp;amp;T",
  "&lt;b&gt;",
  "<b>",
  "Is 5 < 6 & 7 > 3? <br> tag",
  "]]>",
  "a ]]> b ]]> c ]]>",
  "]]>]]>",
  "]]]]>>",
  "<![CDATA[x]]>",
  "</item><item><title>INJECTED</title>",
  "</content:encoded></item></channel></rss>",
  "</entry><entry><title>INJECTED</title>",
  "</content></entry></feed>",
  "\"quotes\" 'single'",
  "$& $1 $` $' $$ \\",
  "👩‍👩‍👧‍👦 🌧",
  "مرحبا \u202eabc\u202c بالعالم",
  "slot",
  "urn:slot:id",
  "https://slot.invalid/",
  '<title type="html"><![CDATA[slot]]></title>',
  '    <entry>\n        <title type="html"><![CDATA[slot]]></title>\n        <id>urn:slot:id</id>',
  "<rights>slot</rights>",
  '"items": []',
  '"content_html": "x",\n            "url": "y"',
  "undefined",
  "__proto__",
  "<?xml version='1.0'?>",
  "<!-- -- -->",
  "line\r\nends\rof\nall\tkinds\u0085\u2028here",
];

describe("a story", () => {
  test.each(FORMATS)("says the same in %s as it says itself", (format) => {
    expect(readStories(format, documentOf(format, [STORY, PLAIN, CORRECTED], EACH))).toEqual(
      [STORY, PLAIN, CORRECTED].map(toldIn(format)),
    );
  });

  test.each(FORMATS.flatMap((format) => HOSTILE.map((text) => [format, text] as const)))(
    "in %s is not changed by %j in its words",
    (format, text) => {
      const story = saying(text);
      expect(readStories(format, documentOf(format, [PLAIN, story, PLAIN], EACH))).toEqual(
        [PLAIN, story, PLAIN].map(toldIn(format)),
      );
    },
  );

  test.each(FORMATS)("in %s is well-formed and unchanged whatever its words are", (format) => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string()), { maxLength: 4 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (words) => {
        const story = saying(words);
        expect(readStories(format, documentOf(format, [story, PLAIN], EACH))).toEqual(
          [story, PLAIN].map(toldIn(format)),
        );
      }),
      { seed: 20250819, numRuns: 300 },
    );
  });

  test.each(FORMATS)("in %s is read from a feed whose own words are hostile", (format) => {
    for (const text of HOSTILE) {
      const line = oneLine(text);
      const head = { ...HEAD, title: line, description: text, copyright: line, publisher: line };
      expect(readStories(format, documentOf(format, [STORY], EACH, head))).toEqual([toldIn(format)(STORY)]);
    }
  });

  test("prints ids as they are, though a URL would be rewritten", () => {
    for (const id of ["https://example.com", "HTTPS://Example.com/%7efoo/../a", "urn:uuid:1?a&amp;b", "article-123"]) {
      for (const format of FORMATS) {
        expect(readStories(format, documentOf(format, [{ ...STORY, id }]))[0]?.id).toBe(id);
      }
    }
  });

  test("prints a tag that is the section's name once, as the tag was written", () => {
    const story = { ...STORY, tags: ["Sea", "WORLD"] };
    for (const format of FORMATS) {
      expect(readStories(format, documentOf(format, [story]))[0]?.labels).toEqual(["Sea", "WORLD"]);
    }
  });

  test("of a summary feed carries its summary and no content", () => {
    for (const format of FORMATS) {
      const document = documentOf(format, [STORY], { content: "summary", creators: "each" });
      const caption = format === "json" ? STORY.image?.caption : undefined;
      expect(readStories(format, document)).toEqual([{ ...toldIn(format)(STORY), content: undefined, caption }]);
    }
    const json = JSON.parse(documentOf("json", [STORY], { content: "summary", creators: "each" }));
    expect(json.items[0].content_text).toBe(STORY.summary);
  });
});

describe("rendering", () => {
  test.each(FORMATS)("%s changes nothing it is given and gives the same bytes again", (format) => {
    const [stories, head] = [[frozen(CORRECTED), frozen(PLAIN)], frozen(HEAD)];
    expect(documentOf(format, stories, EACH, head)).toBe(documentOf(format, stories, EACH, head));
  });

  test.each(FORMATS)("%s does not depend on the zone of the machine", (format) => {
    const before = process.env.TZ;
    const under = (zone: string) => {
      process.env.TZ = zone;
      return { hour: new Date(0).getHours(), document: documentOf(format, [CORRECTED, PLAIN]) };
    };
    try {
      const [here, there] = [under("Pacific/Auckland"), under("UTC")];
      expect(here.hour).not.toBe(there.hour);
      expect(here.document).toBe(there.document);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  test.each(
    FORMATS.flatMap((format) =>
      [Number.NaN, 1.5, Number.POSITIVE_INFINITY, 253_402_300_800].map((at) => [format, at] as const),
    ),
  )("%s throws at the instant %d", (format, at) => {
    expect(() => documentOf(format, [{ ...STORY, published: at }])).toThrow(RangeError);
    expect(() => documentOf(format, [{ ...STORY, updated: at }])).toThrow(RangeError);
    expect(() => documentOf(format, [], EACH, { ...HEAD, updated: at })).toThrow(RangeError);
  });

  test.each<readonly [FeedFormat, string]>([
    ["rss", "Thu, 31 Dec 0099 23:59:59 GMT"],
    ["atom", "0099-12-31T23:59:59Z"],
    ["json", "0099-12-31T23:59:59Z"],
  ])("%s prints years with four digits", (format, printed) => {
    const date = new Date(0);
    date.setUTCFullYear(99, 11, 31);
    date.setUTCHours(23, 59, 59);
    expect(documentOf(format, [{ ...STORY, published: date.getTime() / 1000 }])).toContain(printed);
  });
});

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
