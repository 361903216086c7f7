import { describe, expect, test } from "vitest";
import type { Limits } from "../../src/validate/index.ts";
import { DEFAULT_LIMITS } from "../../src/validate/index.ts";
import { readXml } from "../../src/validate/xml.ts";

/** What a reader is told of a document: texts, tags and why it ended. */
function events(text: string, limits: Limits = DEFAULT_LIMITS) {
  const seen: string[] = [];
  let characters = "";
  const flush = () => {
    if (characters !== "") seen.push(characters);
    characters = "";
  };
  const stop = readXml(
    text,
    {
      doctype: () => {},
      open: ({ name, attributes, end }) => {
        flush();
        seen.push(`<${name}${attributes.map(({ name: key, value }) => ` ${key}=${value}`).join("")}> ${end}`);
      },
      text: (found) => {
        characters += found;
      },
      close: (end) => {
        flush();
        seen.push(`</> ${end}`);
      },
    },
    limits,
    () => ({}),
  );
  return { seen, stop };
}

describe("character data", () => {
  test.each([
    ["text", "<a>rain</a>", "rain"],
    ["named characters", "<a>&lt;b&gt; &amp;lt; &quot;&apos;</a>", "<b> &lt; \"'"],
    ["numbers", "<a>&#65;&#x42;&#x1F327;&#9;</a>", "AB\u{1f327}\t"],
    ["a number that makes an ampersand", "<a>&#38;lt;</a>", "&lt;"],
    ["a long number", "<a>&#00000000000000065;</a>", "A"],
    ["lines of three kinds", "<a>a\r\nb\rc\n</a>", "a\nb\nc\n"],
    ["lines in CDATA", "<a><![CDATA[a\r\nb\rc\n]]></a>", "a\nb\nc\n"],
    ["a carriage return by number", "<a>&#13;</a>", "\r"],
    ["CDATA", "<a>x<![CDATA[<b>&amp;]] > ]]>y</a>", "x<b>&amp;]] > y"],
    ["CDATA beside CDATA", "<a><![CDATA[]]]]><![CDATA[>]]></a>", "]]>"],
    ["a comment", "<a>x<!-- <b> <![CDATA[ -->y</a>", "xy"],
    ["an instruction", "<a>x<?b <c> ?>y</a>", "xy"],
    ["a greater-than sign", "<a>x>y]>]]</a>", "x>y]>]]"],
    ["characters beyond the first plane", "<a>\u{1f327} é</a>", "\u{1f327} é"],
  ])("%s reads as XML 1.0 says", (_, text, expected) => {
    const { seen, stop } = events(text);
    expect(stop).toBeUndefined();
    expect(seen).toEqual(["<a> 3", expected, `</> ${text.length}`]);
  });

  test("tags keep their places after text that the parser was not given", () => {
    const text = '<a>rain &amp; <![CDATA[storm > ]]><b c="x>y"/>é<b>z</b>\r\n</a>';
    const ends = events(text)
      .seen.filter((event) => event.includes("> "))
      .map((event) => Number(event.split("> ").at(-1)));
    const places = ["<a>", 'x>y"/>', 'x>y"/>', "<b>", "</b>", "</a>"];
    expect(ends.filter((end) => end > 0)).toEqual(places.map((tag) => text.indexOf(tag) + tag.length));
  });

  test.each([
    ["a bare ]]>", "<a>x]]>y</a>"],
    ["a bare ampersand", "<a>x & y; z</a>"],
    ["an ampersand at the end", "<a>x &</a>"],
    ["a number of no character", "<a>&#0;</a>"],
    ["a number beyond Unicode", "<a>&#x110000;</a>"],
    ["half a character by number", "<a>&#xD800;</a>"],
    ["a control character", "<a>\u0001</a>"],
    ["a control character in CDATA", "<a><![CDATA[\u0001]]></a>"],
    ["CDATA without an end", "<a><![CDATA[x</a>"],
    ["text after the root", "<a/>x"],
    ["CDATA after the root", "<a/><![CDATA[x]]>"],
    ["CDATA before the root", "<![CDATA[x]]><a/>"],
    ["an element without an end", "<a>x"],
    ["a less-than sign", "<a>x < y</a>"],
  ])("%s is not well-formed", (_, text) => {
    expect(events(text).stop?.why).toBe("malformed");
  });

  test("an unknown name is told with its place", () => {
    expect(events("<a>rain &amp; &nbsp;</a>").stop).toMatchObject({ why: "entity", offset: 19 });
  });

  test("XML 1.1 is left to the parser, which knows its line ends", () => {
    expect(events('<?xml version="1.1"?><a>x\u0085y</a>').seen[1]).toBe("x\ny");
    expect(events('<?xml version="1.0"?><a>x\u0085y</a>').seen[1]).toBe("x\u0085y");
  });

  test("reading ends when its time is over", () => {
    expect(events(`<a>${"<b/>".repeat(1000)}</a>`, { ...DEFAULT_LIMITS, seconds: 0 }).stop?.why).toBe("time");
  });
});
