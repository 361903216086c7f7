import { describe, expect, test } from "vitest";
import { newsroom, OUTLET } from "../newsroom.ts";

const MARKDOWN = `---
title: Rain closes the coast road
date: 2025-08-19 16:30
author: Jane Doe
tags: [Weather]
---
The coast road was closed on Tuesday after two days of rain.
`;

const UNDATED = MARKDOWN.replace(/date.*\n/, "");

const COPY = `Harbour dredging begins after two years
By Jane Doe
KARACHI (MPW) - Dredging of the inner harbour began on Friday, officials said.
Read More: Old quay opens again
Jane Doe is a reporter with the Meridian Press Wire.
`;

const HTML = `---
title: A page
date: 2025-08-20
---
<p>The first paragraph of the page.</p>
`;

function room() {
  return newsroom({
    "outlet.yaml": `${OUTLET}copy: {agencies: [MPW]}\n`,
    "articles/city/rain.md": MARKDOWN,
    "articles/city/2025-03-14-harbour.txt": COPY,
    "articles/city/page.html": HTML,
    "articles/city/draft.md": MARKDOWN.replace("author", "draft: true\nauthor"),
    "articles/city/later.md": MARKDOWN.replace("2025-08-19", "2025-09-19"),
    "articles/city/secret.md": MARKDOWN.replace("author", "embargo: 2025-09-19\nauthor"),
    "articles/city/over.md": MARKDOWN.replace("author", "expires: 2025-08-30\nauthor"),
    "articles/city/gone.md": MARKDOWN.replace("author", "retracted: 2025-08-25\nauthor"),
    "articles/city/bad.md": MARKDOWN.replace("2025-08-19 16:30", "03/04/2024"),
    "articles/city/undated.md": UNDATED,
    "articles/city/one.md": MARKDOWN.replace("author", "id: same\nauthor"),
    "articles/city/two.md": MARKDOWN.replace("author", "id: same\nauthor"),
    "elsewhere/story.md": MARKDOWN,
  });
}

async function explained(...files: readonly string[]) {
  const { code, out, err } = await room().run("explain", "--json", ...files);
  expect(err).toBe("");
  return {
    code,
    told: out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  };
}

describe("wireroom explain", () => {
  test("tells of Markdown where each value came from, with its place, and the feeds it is in", async () => {
    const { code, told } = await explained("articles/city/rain.md");
    const file = "articles/city/rain.md";
    expect(code).toBe(0);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      file,
      kind: "markdown",
      title: { value: "Rain closes the coast road", from: "front-matter" },
      published: { value: "2025-08-19T11:30:00Z", from: "front-matter", name: "date", location: { file, line: 3 } },
      updated: { value: "2025-08-19T11:30:00Z" },
      id: { value: "tag:news.example,2019-01-01:city/rain", from: "filename" },
      url: { value: "https://news.example/city/rain/", from: "outlet", name: "permalink" },
      section: { value: "city", from: "folder" },
      tags: { value: ["Weather"], from: "front-matter", location: { line: 5 } },
      language: { value: "en", from: "outlet" },
      summary: { value: "The coast road was closed on Tuesday after two days of rain.", from: "content" },
      status: { value: "published" },
      people: [{ id: "jane-doe", name: "Jane Doe" }],
      feeds: ["", "authors/jane-doe/", "languages/en/", "sections/city/", "tags/weather/"],
      diagnostics: [],
    });
    expect(Object.keys(told[0])[0]).toBe("file");
    expect(told[0]).not.toHaveProperty("absent");
  });

  test("tells of wire copy in the fields of its kind", async () => {
    const { told } = await explained("articles/city/2025-03-14-harbour.txt");
    expect(told[0]).toMatchObject({
      kind: "copy",
      title: { value: "Harbour dredging begins after two years", from: "heading" },
      dateline: { place: "KARACHI" },
      related: [{ title: "Old quay opens again" }],
      published: { value: "2025-03-13T19:00:00Z", from: "filename" },
      people: [{ id: "jane-doe", name: "Jane Doe" }],
    });
    expect(told[0].paragraphs).toHaveLength(1);
  });

  test("tells of HTML", async () => {
    const { told } = await explained("articles/city/page.html");
    expect(told[0]).toMatchObject({
      kind: "html",
      title: { value: "A page", from: "front-matter" },
      published: { value: "2025-08-19T19:00:00Z" },
      summary: { value: "The first paragraph of the page." },
    });
  });

  test.each([
    ["a draft", "draft", "draft"],
    ["a story of tomorrow", "later", "scheduled"],
    ["an embargoed one", "secret", "scheduled"],
    ["an expired one", "over", "expired"],
  ])("tells why %s is in no feed", async (_what, name, status) => {
    const { code, told } = await explained(`articles/city/${name}.md`);
    expect(code).toBe(0);
    expect(told[0]).toMatchObject({ status: { value: status }, absent: expect.stringMatching(/.{10}/) });
    expect(told[0]).not.toHaveProperty("feeds");
  });

  test("tells the id and the address of a held story where they can be known", async () => {
    const { told } = await explained("articles/city/bad.md", "articles/city/undated.md");
    for (const [index, name] of ["bad", "undated"].entries()) {
      expect(told[index]).toMatchObject({
        status: { value: "held" },
        id: { value: `tag:news.example,2019-01-01:city/${name}`, from: "filename", name: "since" },
        url: { value: `https://news.example/city/${name}/`, from: "outlet", name: "permalink" },
      });
    }
    const dated = newsroom({
      "outlet.yaml": `${OUTLET.replace(/^since.*\n/m, "")}permalink: "/:year/:slug/"\n`,
      "articles/undated.md": UNDATED,
      "articles/bad.md": MARKDOWN.replace("author", "draft: perhaps\nauthor"),
    });
    const { out } = await dated.run("explain", "--json", "articles/undated.md", "articles/bad.md");
    const [undated, bad] = out.split("\n", 2).map((line) => JSON.parse(line));
    expect(undated).not.toHaveProperty("url");
    expect(undated).not.toHaveProperty("id");
    expect(bad).toMatchObject({
      id: { value: "https://news.example/2025/bad/" },
      url: { value: "https://news.example/2025/bad/" },
    });
  });

  test.each([
    [
      "Markdown",
      "list.md",
      "The road is closed,\nofficials said.\n\n## What to do\n\n- Take the *hill* road.\n- Wait.\n\n> We wait.\n",
    ],
    [
      "HTML",
      "list.html",
      "<p>The road is closed,<br>officials said.</p><h2>What to do</h2><ul><li>Take the <em>hill</em> road.</li>\n<li>Wait.</li></ul><blockquote>We\nwait.</blockquote>\n",
    ],
  ])("loses no list, heading or quotation from the paragraphs of %s", async (_kind, name, body) => {
    const files = { [`articles/${name}`]: `---\ntitle: Roads\ndate: 2025-08-19\n---\n${body}` };
    const { out } = await newsroom({ "outlet.yaml": OUTLET, ...files }).run("explain", "--json", `articles/${name}`);
    expect(JSON.parse(out).paragraphs).toEqual([
      "The road is closed, officials said.",
      "What to do",
      "Take the hill road.",
      "Wait.",
      "We wait.",
    ]);
  });

  test("prints an empty list of tags where there are none, and no line for people", async () => {
    const { told } = await explained("articles/city/page.html", "articles/city/2025-03-14-harbour.txt");
    for (const one of told) expect(one.tags).toEqual({ value: [], from: "content" });
    const { out } = await room().run("explain", "articles/city/page.html");
    expect(out).not.toMatch(/^ +tags/m);
  });

  test("tells that a file nobody can read is held back, and why", async () => {
    const { code, out } = await newsroom({
      "outlet.yaml": OUTLET,
      "articles/broken.md": "---\ntitle: [S\n---\nText.\n",
    }).run("explain", "--json", "articles/broken.md");
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { status: { value: "held", from: "content" }, absent: "held back: yaml/unclosed", considered: [] },
    ]);
  });

  test("tells why a held story is in no feed, and what another file has to do with it", async () => {
    const { code, told } = await explained("articles/city/bad.md", "articles/city/one.md", "articles/city/gone.md");
    expect([code, told.length]).toEqual([0, 3]);
    expect(told[0]).toMatchObject({
      absent: expect.any(String),
      diagnostics: [{ code: "date/ambiguous", location: { line: 3, column: 7 } }],
    });
    expect(told[1]).toMatchObject({ absent: expect.any(String), diagnostics: [{ code: "id/duplicate" }] });
    expect(told[2]).toMatchObject({ status: { value: "retracted" } });
  });

  test("works beside no outlet.yaml and outside the articles", async () => {
    const outside = await explained("elsewhere/story.md");
    expect(outside.code).toBe(0);
    expect(outside.told[0]).toMatchObject({
      title: { value: "Rain closes the coast road" },
      absent: expect.any(String),
    });
    const alone = newsroom({ "story.md": MARKDOWN });
    const { code, out } = await alone.run("explain", "--json", "story.md");
    const told = JSON.parse(out);
    expect([code, told.published.value]).toEqual([0, "2025-08-19T16:30:00Z"]);
    // Nothing is known of where it would be published.
    for (const field of ["id", "url", "feeds"]) expect(told).not.toHaveProperty(field);
    expect(alone.list(".")).toEqual(["story.md"]);
  });

  test("prints it for people, a field a line, and what lost below", async () => {
    const { code, out } = await room().run("explain", "articles/city/rain.md");
    expect(code).toBe(0);
    expect(out).toContain("articles/city/rain.md (Markdown)\n");
    expect(out).toMatch(/^ {2}title {7}Rain closes the coast road {2}\[front matter\]$/m);
    expect(out).toMatch(/^ {2}feeds {7}the main feed$/m);
  });

  test("ends with 0 for what could be read and is no article", async () => {
    const odd = newsroom({
      "outlet.yaml": OUTLET,
      "articles/empty.md": "",
      "articles/zip.txt": "PK\u0003\u0004\u0000",
    });
    const { code, out } = await odd.run("explain", "--json", "articles/empty.md", "articles/zip.txt");
    const codes = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).diagnostics[0].code);
    expect([code, codes]).toEqual([0, ["file/empty", "file/binary"]]);
  });

  test("ends with 1 for what cannot be read, and with 2 for a configuration that is wrong", async () => {
    expect((await room().run("explain", "articles/nowhere.md", "articles/city/rain.md")).code).toBe(1);
    const broken = newsroom({ "outlet.yaml": "title: x\n", "articles/a.md": MARKDOWN });
    expect(await broken.run("explain", "articles/a.md")).toMatchObject({
      code: 2,
      out: expect.stringContaining("config/required"),
    });
    expect((await room().run("explain")).code).toBe(2);
  });
});
