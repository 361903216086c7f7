import { describe, expect, test } from "vitest";
import { newsroom, OUTLET } from "../newsroom.ts";
import { GOOD } from "./filed.ts";

const bomb = Array.from(
  { length: 9 },
  (_, level) => `a${level}: &a${level} [${level === 0 ? "x" : `*a${level - 1},*a${level - 1}`}]`,
);

describe("anything wrong in outlet.yaml ends with 2, its place and a code, and publishes nothing", () => {
  test.each<readonly [what: string, outlet: string, told: string]>([
    [
      "an unknown key, with the likely one",
      `${OUTLET}langauge: en\n`,
      'outlet.yaml:5:1 error config/unknown-key: Cannot use the field "langauge": did you mean "language"?',
    ],
    ...[
      ["timezone", "zone"],
      ["time_zone", "zone"],
      ["name", "title"],
      ["domain", "url"],
      ["site_url", "url"],
      ["baseURL", "url"],
      ["lang", "language"],
    ].map(
      ([other, ours]) =>
        [
          `"${other}", as other programs call "${ours}"`,
          `${OUTLET}${other}: x\n`,
          `outlet.yaml:5:1 error config/unknown-key: Cannot use the field "${other}": did you mean "${ours}"?`,
        ] as const,
    ),
    ["an unknown key inside a group", `${OUTLET}limit: {item: 5}\n`, "error config/unknown-key: "],
    [
      "an unknown zone, with the likely one",
      OUTLET.replace("Karachi", "Karatchi"),
      "outlet.yaml:3:7 error config/zone: ",
    ],
    ["a missing title", OUTLET.replace(/title.*\n/, ""), "outlet.yaml:1:1 error config/required: "],
    [
      "an address that is none",
      OUTLET.replace("https://news.example/", "news.example"),
      "outlet.yaml:2:6 error config/url: ",
    ],
    ["an address of a file system", `${OUTLET}feedUrl: file:///srv\n`, "error config/url: "],
    ["a language that is none", `${OUTLET}language: english please\n`, "error config/language: "],
    ["an e-mail address that is none", `${OUTLET}contact: the desk\n`, "error config/email: "],
    ["a day that is none", `${OUTLET.replace("2019-01-01", "last year")}`, "outlet.yaml:4:8 error config/date: "],
    ["a permalink without a slug", `${OUTLET}permalink: /story/\n`, "error config/permalink: "],
    ["a size that is none", `${OUTLET}limit: {size: huge}\n`, "error config/size: "],
    ["a number that is none", `${OUTLET}limit: many\n`, "error config/number: "],
    ["a number out of bounds", `${OUTLET}limit: 0\n`, "error config/number: "],
    ["a choice that is none", `${OUTLET}content: all\n`, "error config/choice: "],
    ["a boolean that is none", `${OUTLET}feeds: {tag: {make: maybe}}\n`, "error config/boolean: "],
    ["a text that is a list", `${OUTLET}description: [a]\n`, "error config/not-text: "],
    ["a group that is a text", `${OUTLET}copy: keep\n`, "error config/not-fields: "],
    ["an author without an id", `${OUTLET}authors: [{name: Jane}]\n`, "error config/author-incomplete: "],
    [
      "an author's id that no path can have",
      `${OUTLET}authors: [{id: Jane Doe, name: Jane}]\n`,
      "error config/author-id: ",
    ],
    [
      "two authors of one id",
      `${OUTLET}authors: [{id: a, name: A}, {id: a, name: B}]\n`,
      "error config/author-twice: ",
    ],
    ["a zone name that leads nowhere", `${OUTLET}zoneNames: {PKT: sometime}\n`, "error config/zone: "],
    ["articles outside", `${OUTLET}articles: ../a\n`, "error config/folder: "],
    ["aliases of aliases", OUTLET + bomb.join("\n"), "error yaml/alias: "],
    ["a type that runs", `${OUTLET}description: !!js/function 'function(){}'\n`, "outlet.yaml:5:14 error yaml/tag: "],
    ["lists without end", `${OUTLET}hubs: ${"[".repeat(10_000)}\n`, "error yaml/"],
    ["a list", "- title\n", "error config/not-fields: "],
    ["nothing", "", "error config/"],
    ["a key twice", `${OUTLET}title: x\n`, "outlet.yaml:5:1 error yaml/twice: "],
    ["a merge", `${OUTLET}__proto__: {title: x}\n`, "error config/unknown-key: "],
  ])("%s", async (_what, outlet, told) => {
    const room = newsroom({ "outlet.yaml": outlet, "articles/news/good.md": GOOD });
    const { code, out, err } = await room.run("build");
    expect([code, out, err]).toEqual([2, expect.stringContaining(told), ""]);
    expect(out).toMatch(/^outlet\.yaml/);
    expect(out).not.toMatch(/\n\s+at /);
    expect(room.list(".")).toEqual(["articles/news/good.md", "outlet.yaml"]);
  });

  test("bytes that are no UTF-8", async () => {
    const room = newsroom({ "outlet.yaml": Buffer.from("title: caf\xe9\n", "latin1"), "articles/a.md": GOOD });
    const { code, out } = await room.run("build");
    expect([code, out]).toEqual([2, expect.stringContaining("error config/encoding: ")]);
  });

  test("no outlet.yaml", async () => {
    const { code, out } = await newsroom({ "articles/a.md": GOOD }).run("build");
    expect([code, out]).toEqual([2, expect.stringMatching(/^outlet\.yaml error config\/missing: .*wireroom init/)]);
  });

  test("and every problem is told at once", async () => {
    const room = newsroom({ "outlet.yaml": "title: x\nurl: y\nzone: z\nlimit: 0\nfoo: 1\n", "articles/a.md": GOOD });
    const { out } = await room.run("build", "--format", "json");
    expect(out.match(/config\/[a-z-]+/g)?.sort()).toEqual([
      "config/number",
      "config/unknown-key",
      "config/url",
      "config/zone",
    ]);
  });
});

test("settings at the edge of what is allowed build", async () => {
  const outlet = `${OUTLET}limit: {items: 10000, size: 10 KB}
language: pt-BR
contact: desk@news.example
permalink: /:year/:month/:day/:slug
zoneNames: {PKT: "+05:00", ICT: Asia/Bangkok}
authors: [{id: a-1, name: A}, {id: b, name: A}]
feeds: {tag: false, author: {make: true, limit: 1}}
copy: {bio: drop}
content: summary
description: "# quoted"
`;
  const room = newsroom({ "outlet.yaml": outlet, "articles/news/good.md": GOOD });
  expect(await room.run("build")).toMatchObject({ code: 0, err: "" });
});

describe("what is kept between builds is never trusted", () => {
  const DAMAGES: readonly (readonly [what: string, damage: (bytes: Buffer) => Uint8Array])[] = [
    ["empty", () => new Uint8Array()],
    ["half", (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ["another version", (bytes) => Buffer.from(bytes.toString("latin1").replace(/\d/g, "9"), "latin1")],
    ["binary", (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xa5))],
    ["JSON of something else", () => Buffer.from('{"format":1,"files":"all"}')],
  ];
  test.each(DAMAGES)(
    "the state folder's files are %s: everything is read again, to the same bytes",
    async (_what, damage) => {
      const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD });
      await room.run("build");
      const before = room.list("dist").map((path) => room.read(`dist/${path}`));
      for (const path of room.list(".wireroom"))
        room.write(`.wireroom/${path}`, damage(Buffer.from(room.read(`.wireroom/${path}`), "latin1")));
      const { code, err } = await room.run("build");
      expect([code, err]).toEqual([0, ""]);
      expect(room.list("dist").map((path) => room.read(`dist/${path}`))).toEqual(before);
      room.write("articles/news/good.md", GOOD.replace("The good", "The better"));
      expect((await room.run("build")).code).toBe(0);
      expect(room.read("dist/rss.xml")).toContain("The better story");
    },
  );

  test.each(DAMAGES)("the release's memory is %s: refused and told, and the feeds stay", async (_what, damage) => {
    const room = newsroom({ "outlet.yaml": OUTLET, "articles/news/good.md": GOOD });
    await room.run("build");
    const feed = room.read("dist/rss.xml");
    room.write("dist/manifest.json", damage(Buffer.from(room.read("dist/manifest.json"))));
    room.write("articles/news/good.md", GOOD.replace("The good", "The better"));
    const { code, out, err } = await room.run("build");
    expect([code, out, err]).toEqual([3, expect.stringMatching(/^error publish\/[a-z-]+: /), ""]);
    expect(room.read("dist/rss.xml")).toBe(feed);
    // Without a manifest nobody knows whose the files are: they are put away by hand, and the next build begins anew.
    room.remove("dist");
    expect((await room.run("build", "--previous", "none")).code).toBe(0);
  });
});
