import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { elementsOf } from "../../src/html.ts";
import { newsroom, OUTLET } from "../newsroom.ts";
import { builtWell, type Filed, type Filing, fileAll, filingTable, GOOD, ROOMY, storiesIn } from "./filed.ts";

const HEAD = "---\ntitle: Case\ndate: 2025-08-19\n---\n";
const evil = "alert(1)";

/**
 * What is active in content, as a parser of HTML sees it: elements, attributes and addresses that no reader may be handed. Written
 * from the outside in, it names what is harmless; it knows nothing of the list that content is cleaned by.
 */
function activeIn(html: string): readonly string[] {
  const found: string[] = [];
  const harmless =
    /^(?:p|br|hr|div|span|section|article|blockquote|pre|code|h[2-6]|ul|ol|li|dl|dt|dd|a|em|strong|[biusq]|del|ins|mark|small|su[bp]|cite|abbr|dfn|kbd|samp|var|time|bd[io]|ruby|r[tp]|wbr|figure|figcaption|img|table|caption|col|colgroup|t(?:head|body|foot|r|h|d)|details|summary|address)$/;
  const plain =
    /^(?:href|src|alt|title|lang|dir|width|height|cite|datetime|start|reversed|type|value|colspan|rowspan|scope|span)$/;
  for (const { name, attribs } of elementsOf(parseDocument(html))) {
    if (!harmless.test(name)) found.push(`<${name}>`);
    for (const [attribute, value] of Object.entries(attribs)) {
      if (!plain.test(attribute)) found.push(`${name} ${attribute}`);
      if (/^(?:href|src|cite)$/.test(attribute) && !/^(?:https?:\/\/|mailto:|tel:)[\u0021-\u007e]+$/.test(value))
        found.push(`${attribute}=${value}`);
    }
  }
  return found;
}

function expectHarmless(filed: Filed): void {
  for (const told of [filed.json, filed.atom, filed.rss])
    expect([told?.content === undefined, activeIn(told?.content ?? "")]).toEqual([false, []]);
}

describe("what is active goes and the words stay", () => {
  /** `kept`: words that are still there; the whole content where it stands in an array. */
  const table: readonly (readonly [body: string, kept: string | readonly [string]])[] = [
    [`<p>a <img src=x onerror=${evil}> b</p>`, ['<p>a <img src="https://news.example/r0/case/x" alt="" /> b</p>']],
    [`<p><a href="javascript:${evil}">x</a></p>`, ["<p><span>x</span></p>"]],
    ...[
      `JaVaScRiPt:${evil}`,
      `java&#9;script:${evil}`,
      `java&#10;script:${evil}`,
      `&#106;avascript:${evil}`,
      `\u0001javascript:${evil}`,
      `&#1;javascript:${evil}`,
      `&nbsp;javascript:${evil}`,
      `\u2028javascript:${evil}`,
      `javascript&colon;${evil}`,
      "data:text/html;base64,PHNjcmlwdD4=",
      "vbscript:msgbox(1)",
      "file:///etc/passwd",
      "blob:https://news.example/1",
      "about:blank",
      "ms-msdt:/id",
      "view-source:https://news.example/",
      "https://user:secret@news.example/",
      "http://[::1",
      "http://h:99999/",
      "htp://x",
      "http:\\\\n.example",
      "https:///x",
    ].map((href) => [`<p><a href="${href}">x</a></p>`, ["<p><span>x</span></p>"]] as const),
    ['<p>a <img src="data:image/svg+xml,<svg onload=alert(1)>"> b</p>', ["<p>a  b</p>"]],
    [`<p>a</p><svg onload=${evil}><text>t</text></svg><p>b</p>`, "b"],
    [`<p>a</p><svg><script>${evil}</script></svg><p>b</p>`, "b"],
    [`<p>a</p><svg><animate attributeName=href values=javascript:${evil} /><a><text>x</text></a></svg><p>b</p>`, "b"],
    [`<math><mtext><mglyph><style><img src=x onerror=${evil}></style></mglyph></mtext></math><p>b</p>`, "b"],
    [`<noscript><p title="</noscript><img src=x onerror=${evil}>"></noscript><p>b</p>`, "</p>"],
    [`<template><script>${evil}</script></template><p>b</p>`, "b"],
    [`<listing>&lt;img onerror="${evil};//" src=x&gt;</listing><p>b</p>`, "b"],
    [
      `<form action=https://evil.example><input autofocus onfocus=${evil}><button formaction=javascript:${evil}>go</button></form><p>b</p>`,
      "b",
    ],
    ['<base href=https://evil.example/><p><a href="x">x</a></p>', '<a href="https://news.example/r'],
    [
      "<meta http-equiv=refresh content=0;url=https://evil.example/><link rel=stylesheet href=https://evil.example/a.css><p>b</p>",
      ["<p>b</p>"],
    ],
    [
      "<object data=https://evil.example/x></object><embed src=https://evil.example/x><applet code=x></applet><p>b</p>",
      ["<p>b</p>"],
    ],
    ["<portal src=https://evil.example/></portal><p>b</p>", ["<p>b</p>"]],
    [`<!--[if IE]><script>${evil}</script><![endif]--><p>b</p>`, ["<p>b</p>"]],
    [`<p>a</p><!-- --!><img src=x onerror=${evil}> --><p>b</p>`, "b"],
    [`<p>a</p><![CDATA[<script>${evil}</script>]]><p>b</p>`, "b"],
    [
      `<p>a <img srcset="javascript:${evil} 1x, https://ok.example/a.jpg 2x"></p>`,
      '<img src="https://ok.example/a.jpg"',
    ],
    ['<p>a <img srcset="http:a<script>alert(1)</script> 1x"> b</p>', "b"],
    [`<video poster=javascript:${evil} src="javascript:${evil}"></video><p>b</p>`, "b"],
    [`<video><source src="javascript:${evil}" onerror=${evil}></video><p>b</p>`, "b"],
    ["<p><a href=https://ok.example target=_blank>x</a></p>", ['<p><a href="https://ok.example/">x</a></p>']],
    [
      "<p><a href=https://ok.example/ id=location name=x class=y>x</a></p>",
      ['<p><a href="https://ok.example/">x</a></p>'],
    ],
    [
      "<p>a <img name=createElement src=https://ok.example/a.jpg></p>",
      ['<p>a <img src="https://ok.example/a.jpg" alt="" /></p>'],
    ],
    [`<p style="background:url(javascript:${evil})" onclick=${evil}>b</p>`, ["<p>b</p>"]],
    [`<style>@import 'javascript:${evil}';</style><p>b</p>`, ["<p>b</p>"]],
    [`<iframe srcdoc="<script>${evil}</script>"></iframe><p>b</p>`, ["<p>b</p>"]],
    [`<iframe src="javascript:${evil}"></iframe><p>b</p>`, ["<p>b</p>"]],
    [`<script xmlns="http://www.w3.org/1999/xhtml">${evil}</script><p>b</p>`, ["<p>b</p>"]],
    [`<html:script xmlns:html="http://www.w3.org/1999/xhtml">${evil}</html:script><p>b</p>`, "b"],
    [`<p>a</p><xmp><img src=x onerror=${evil}></xmp><p>b</p>`, "b"],
    [`<p>a</p><plaintext><img src=x onerror=${evil}>`, "a"],
    [`<select><option><img src=x onerror=${evil}></option></select><p>b</p>`, "b"],
    [`<table><td><img src=x onerror=${evil}><b>b`, "b"],
    [`<a href="https://ok.example/"onclick="${evil}">b</a>`, "b"],
    [`<a href='https://ok.example/?q="onclick=${evil}'>b</a>`, "%22onclick"],
    [`<img src="https://ok.example/a.jpg" alt="&quot; onerror=&quot;${evil}">`, 'alt="&quot; onerror=&quot;'],
    [`<p>&lt;script&gt;${evil}&lt;/script&gt;</p>`, [`<p>&lt;script&gt;${evil}&lt;/script&gt;</p>`]],
    ['<p><img src="data:,"><b>x</b></p><p><i>y</i></p>', ["<p><b>x</b></p>\n<p><i>y</i></p>"]],
    [
      "<p>a<wbr>b</p><table><colgroup><col><col></colgroup></table>",
      "<p>a<wbr />b</p>\n<table><colgroup><col /><col /></colgroup>\n</table>",
    ],
    ["<p>]]> and &lt;![CDATA[</p>", ["<p>]]&gt; and &lt;![CDATA[</p>"]],
    ["<b><table><td>open", "open"],
    ["</content:encoded></item><item><title>INJECTED</title><p>b</p>", "b"],
    ["</content></entry><entry><title>INJECTED</title><p>b</p>", "b"],
    ["<p>&nbsp;&copy;&bogus;&#150;</p>", ["<p>\u00a0©&amp;bogus;–</p>"]],
    [
      '<p><a href="https://n.example/a b&quot;c<d>|é?x=1&y=2">x</a></p>',
      ['<p><a href="https://n.example/a%20b%22c%3Cd%3E%7C%C3%A9?x=1&amp;y=2">x</a></p>'],
    ],
    ['<p><a href="//n.example/x">x</a></p>', ['<p><a href="https://n.example/x">x</a></p>']],
    ['<p><a href="/img/a.jpg">x</a></p>', ['<p><a href="https://news.example/img/a.jpg">x</a></p>']],
    [
      '<p><a href="mailto:a@x.example">x</a> <a href="tel:+9221123">y</a></p>',
      ['<p><a href="mailto:a@x.example">x</a> <a href="tel:+9221123">y</a></p>'],
    ],
  ];
  const filed = filingTable(table.map(([body]): Filing => ({ name: "case.html", content: HEAD + body })));
  test.each(table.map(([body, kept], index) => [body, index, kept] as const))("%s", async (_body, index, kept) => {
    const one = await filed(index);
    expect(one.held).toBe(false);
    expectHarmless(one);
    if (typeof kept === "string") expect(one.json?.content).toContain(kept);
    else expect(one.json?.content).toBe(kept[0]);
    expect(one.json?.content).not.toMatch(/onerror=(?!&quot;)|<script|evil\.example|INJECTED<\/title>/);
  });
});

describe("in Markdown", () => {
  const table: readonly (readonly [body: string, content: string])[] = [
    ["A sample: `<script>`", "<p>A sample: <code>&lt;script&gt;</code></p>"],
    [`[x](javascript:${evil})`, `<p>[x](javascript:${evil})</p>`],
    [`[x](<java\tscript:${evil}>)`, '<p><a href="https://news.example/r2/case/java%09script:alert(1)">x</a></p>'],
    ["[x](?q=1)", '<p><a href="https://news.example/r3/case/?q=1">x</a></p>'],
    ["[x](#note)", '<p><a href="https://news.example/r4/case/#note">x</a></p>'],
    ["[x](../x)", '<p><a href="https://news.example/r5/x">x</a></p>'],
    ["&nbsp;&copy;&bogus;&#150;", "<p>\u00a0©&amp;bogus;–</p>"],
    [`<div onclick=${evil}>\n\n**b**\n\n</div>`, "<div>\n<p><strong>b</strong></p>\n</div>"],
    ["`&#0;` is NUL", "<p><code>&amp;#0;</code> is NUL</p>"],
  ];
  const filed = filingTable(table.map(([body]): Filing => ({ name: "case.md", content: `${HEAD}${body}\n` })));
  test.each(table.map(([body, content], index) => [body, index, content] as const))(
    "%s",
    async (_body, index, content) => {
      const one = await filed(index);
      expectHarmless(one);
      expect(one.json?.content).toBe(content);
    },
  );
});

describe("titles, tags and names are plain text", () => {
  const table: readonly (readonly [title: string, ...codes: readonly string[]])[] = [
    ["</title><link>https://evil.example</link><title>", "title/markup"],
    ["XSS &quot;&gt;&lt;img src=x onerror=alert(1)&gt;", "title/markup"],
    ["Use <b> tags & 1 < 2", "title/markup"],
    ["AT&amp;T", "title/markup"],
    ["]]> and <![CDATA["],
    ["Tea & toast < 2 > 1 \"quoted\" 'so'"],
    ["&"],
  ];
  const filed = filingTable(
    table.map(
      ([title]): Filing => ({
        name: "case.md",
        content: `---\ntitle: ${JSON.stringify(title)}\ndate: 2025-08-19\n---\nText.\n`,
      }),
    ),
  );
  test.each(table.map(([title, ...codes], index) => [title, index, codes] as const))(
    "%s",
    async (title, index, codes) => {
      const { json, rss, atom, ...told } = await filed(index);
      expect([json?.title, rss?.title, atom?.title, told.held]).toEqual([title, title, title, false]);
      expect(told.codes.filter((code) => code.startsWith("title/"))).toEqual(codes);
    },
  );

  const author = filingTable([
    {
      name: "case.md",
      content: `---\ntitle: T\ndate: 2025-08-19\nauthor: "<img src=x onerror=${evil}>"\n---\nText.\n`,
    },
    { name: "case.md", content: `---\ntitle: T\ndate: 2025-08-19\nauthors: [{name: "<b>Ana</b> & Co"}]\n---\nText.\n` },
    { name: "case.md", content: `---\ntitle: T\ndate: 2025-08-19\ntags: ["</category><b>", "R&D"]\n---\nText.\n` },
    { name: "case.md", content: `---\ntitle: T\ndate: 2025-08-19\nsummary: "1 < 2 & <b>x</b>"\n---\nText.\n` },
  ]);
  test("no author is made of markup, and a warning tells so", async () => {
    const { json, codes } = await author(0);
    expect([json?.authors, codes]).toEqual([["The Harbour Press"], ["byline/rubbish"]]);
    const second = await author(1);
    expect([second.json?.authors, second.codes]).toEqual([["Ana & Co"], ["author/markup"]]);
  });
  test("a tag and a summary are printed as they were typed", async () => {
    expect((await author(2)).json?.labels.slice(1)).toEqual(["</category><b>", "R&D"]);
    expect((await author(3)).json?.summary).toBe("1 < 2 & <b>x</b>");
  });
});

test("an outlet's own words are escaped like everybody's", async () => {
  const words = "Tide & Harbour <b> ]]> \"q\" 'a'";
  const room = newsroom({
    "outlet.yaml":
      ROOMY.replace("The Harbour Press", JSON.stringify(words)) +
      `description: ${JSON.stringify(words)}\ncopyright: ${JSON.stringify(words)}\n`,
    "articles/news/good.md": GOOD,
  });
  await builtWell(room);
  const feed = JSON.parse(room.read("dist/feed.json"));
  expect([feed.title, feed.description]).toEqual([words, words]);
});

test("markup of one story never changes how many stories a feed has", async () => {
  const room = newsroom({
    "outlet.yaml": OUTLET,
    "articles/news/good.md": GOOD,
    "articles/news/bad.html": `${HEAD}</content:encoded></item></content></entry><item><entry><title>INJECTED</title></channel></rss></feed>`,
  });
  await builtWell(room);
  for (const stories of Object.values(storiesIn(room)))
    expect(stories.map(({ title }) => title)).toEqual(["Case", "The good story"]);
});

test("a summary made of ampersands has no half of a reference", async () => {
  const [one] = await fileAll([{ name: "case.md", content: `${HEAD}${"R&D ".repeat(200)}\n` }]);
  expect(one?.json?.summary).toMatch(/^(?:R&D ){60,69}R&D…$/);
  expect(one?.rss?.summary).toBe(one?.json?.summary);
});
