import { describe, expect, test } from "vitest";
import { codes, file, outletWith, print } from "./newsroom.ts";

const PATH = "world/2025-08-19-ferry.txt";
const LEAD = "The ferry to the islands runs again after nine weeks in the dock, its owner said.";
const MORE = "It will carry cars from Friday.";

/** Plain copy with a headline, and a story below what a test puts on top of it and under it. */
function copy({ top = "", opening = "", end = "" } = {}): string {
  return `Ferry runs again\n${top}${opening}${LEAD}\n${MORE}\n${end}`;
}

describe("the dateline of plain copy", () => {
  test("stands at the head of the content and not in the summary", async () => {
    const { content, summary } = await print(PATH, copy({ opening: "LISBON, Aug 19 (HPA) - " }));
    expect(content).toBe(`<p>LISBON, Aug 19 (HPA) - ${LEAD}</p>\n<p>${MORE}</p>`);
    expect(summary).toBe(`${LEAD} ${MORE}`);
  });

  test("is dropped where the outlet says so", async () => {
    const outlet = outletWith({ copy: { dateline: "drop" } });
    const { content, summary } = await print(PATH, copy({ opening: "LISBON, Aug 19 (HPA) - " }), outlet);
    expect(content).toBe(`<p>${LEAD}</p>\n<p>${MORE}</p>`);
    expect(summary).toBe(`${LEAD} ${MORE}`);
  });

  test("is dropped from Markdown and HTML, too", async () => {
    const outlet = outletWith({ copy: { dateline: "drop" } });
    const markdown = `---\ntitle: Ferry runs again\ndate: 2025-08-19\n---\n**LISBON** (AP) — ${LEAD}\n`;
    expect((await print("ferry.md", markdown, outlet)).content).not.toContain("LISBON");
    const html = `---\ntitle: Ferry runs again\n---\n<p>LISBON (AP) — ${LEAD}</p><p>${MORE}</p>`;
    expect((await print("2025-08-19-ferry.html", html, outlet)).content).not.toContain("LISBON");
  });
});

describe("related lines", () => {
  const others = [
    { title: "Ferry owner asks for a loan", url: "https://harbour.example/loan/", published: 1 },
    { title: "Dock workers end strike after nine days of talks", url: "https://harbour.example/strike/", published: 2 },
  ];

  test("become links where the headline is a story of ours, whole or shortened", async () => {
    const text = copy({
      top: "Read More: Ferry Owner Asks for a Loan\n",
      end: "Read Also: Dock workers end strike after nine…\nSee Also: A story nobody ran\n",
    });
    const { content, related, summary } = await print(PATH, text, outletWith(), others);
    expect(related).toEqual([
      { title: "Ferry owner asks for a loan", url: "https://harbour.example/loan/" },
      { title: "Dock workers end strike after nine days of talks", url: "https://harbour.example/strike/" },
      { title: "A story nobody ran" },
    ]);
    expect(content).toBe(
      `<p>${LEAD}</p>\n<p>${MORE}</p>\n<p>Related:</p>\n<ul>\n<li><a href="https://harbour.example/loan/">Ferry owner asks for a loan</a></li>\n<li><a href="https://harbour.example/strike/">Dock workers end strike after nine days of talks</a></li>\n</ul>`,
    );
    expect(summary).toBe(`${LEAD} ${MORE}`);
  });

  test("keep an address of their own", async () => {
    const { related } = await print(PATH, copy({ end: "Read More: [The dock](/dock/)\n" }));
    expect(related).toEqual([{ title: "The dock", url: "https://harbour.example/dock/" }]);
  });

  test("are headed in the language of the story", async () => {
    const outlet = outletWith({ language: "es" });
    const text = copy({ end: "Lea también: Ferry owner asks for a loan\n" });
    expect((await print(PATH, text, outlet, others)).content).toContain("<p>Más información:</p>");
  });
});

test("Markdown loses its marks where its words become data", async () => {
  const text = `---
title: Ferry
date: 2025-08-19
---
By [Ana Ruiz](/authors/ana/)

**LISBON (AP) —** ${LEAD}

**Read More:** [Ferry owner asks for a loan](/loan/)

**Correction:** The *dock* is in [Cais](https://a.example/).

*Ana Ruiz is a reporter at [The Tide](https://a.example/).*
`;
  const { dateline } = file("ferry.md", text).draft?.findings ?? {};
  expect(dateline).toEqual({ place: "LISBON", agency: "AP", text: "LISBON (AP) —" });
  const { content, authors, corrections, summary } = await print("ferry.md", text);
  expect(corrections).toEqual([{ kind: "correction", text: "The dock is in Cais." }]);
  expect(authors).toEqual([{ id: "ana-ruiz", name: "Ana Ruiz", role: "reporter", org: "The Tide" }]);
  expect(summary).toBe(LEAD);
  expect(content).toBe(
    `<p><strong>Correction:</strong> The dock is in Cais.</p>\n<p><strong>LISBON (AP) —</strong> ${LEAD}</p>\n<p><em>Ana Ruiz is a reporter at The Tide.</em></p>\n<p>Related:</p>\n<ul>\n<li><a href="https://harbour.example/loan/">Ferry owner asks for a loan</a></li>\n</ul>`,
  );
});

describe("the closing bio", () => {
  const bio = "Ana Ruiz is a reporter at The Tide. She lives by the dock.";

  test("gives its author a role, and stays as the last paragraph", async () => {
    const { authors, content, summary } = await print(PATH, copy({ top: "By Ana Ruiz\n", end: `${bio}\n` }));
    expect(authors).toEqual([{ id: "ana-ruiz", name: "Ana Ruiz", role: "reporter", org: "The Tide" }]);
    expect(content).toBe(`<p>${LEAD}</p>\n<p>${MORE}</p>\n<p><em>${bio}</em></p>`);
    expect(summary).toBe(`${LEAD} ${MORE}`);
  });

  test("is dropped where the outlet says so", async () => {
    const outlet = outletWith({ copy: { bio: "drop" } });
    const { authors, content } = await print(PATH, copy({ top: "By Ana Ruiz\n", end: `${bio}\n` }), outlet);
    expect(authors[0]?.role).toBe("reporter");
    expect(content).toBe(`<p>${LEAD}</p>\n<p>${MORE}</p>`);
  });
});

test("a sign-off becomes contributors and leaves the content", async () => {
  const text = copy({ top: "By Ana Ruiz\n", end: "(Reporting by Ana Ruiz; Editing by Bo Åkesson)\n" });
  const { authors, contributors, content } = await print(PATH, text);
  expect(authors.map(({ name }) => name)).toEqual(["Ana Ruiz"]);
  expect(contributors).toEqual([{ name: "Bo Åkesson", role: "editing" }]);
  expect(content).not.toContain("Editing by");
});

describe("notes", () => {
  test.each([
    ["Correction: The dock is in Cais, not in Pico.", "correction", "Correction", "The dock is in Cais, not in Pico."],
    ["Clarification: The owner is a firm.", "clarification", "Clarification", "The owner is a firm."],
    ["Editor’s note: Some names were changed.", "editors-note", "Editor’s note", "Some names were changed."],
    ["Updated at 06:10 GMT to add a price.", "update", "Update", "Updated at 06:10 GMT to add a price."],
  ])("%s stands at the head of the content and in the metadata", async (line, kind, word, text) => {
    const { content, corrections, summary } = await print(PATH, copy({ end: `${line}\n` }));
    expect(corrections).toEqual([{ kind, text }]);
    expect(content).toBe(`<p><strong>${word}:</strong> ${text}</p>\n<p>${LEAD}</p>\n<p>${MORE}</p>`);
    expect(summary).toBe(`${LEAD} ${MORE}`);
  });

  test("are headed in the language of the story", async () => {
    const outlet = outletWith({ language: "ur" });
    expect((await print(PATH, copy({ end: "تصحیح: قیمت دس روپے ہے۔\n" }), outlet)).content).toMatch(
      /^<p><strong>تصحیح:<\/strong> قیمت دس روپے ہے۔<\/p>/,
    );
  });
});

test("advisories and end marks leave no trace", async () => {
  const text = `URGENT\n${copy({ top: "(Adds quote, background)\nEds: Updates throughout.\n", end: "(more)\n-30-\n###\n" })}`;
  const { title, content } = await print(PATH, text);
  expect(title).toBe("Ferry runs again");
  expect(content).toBe(`<p>${LEAD}</p>\n<p>${MORE}</p>`);
});

describe("copy that asks not to run", () => {
  const withFields = (fields: string, text: string) => `---\n${fields}\n---\n${text}`;
  const lines = {
    withdrawn: "STORY WITHDRAWN: The ferry does not run.",
    hold: "HOLD",
    embargo: "EMBARGOED UNTIL 00:01 GMT, AUGUST 20",
  } as const;

  test.each(Object.entries(lines))("is held with its own code: %s", (kind, line) => {
    for (const text of [`${line}\n${copy()}`, copy({ top: `${line}\n` }), `${line}\n\n${LEAD}\n`]) {
      const filed = file(PATH, text);
      expect(filed.article, text).toBeUndefined();
      expect(codes(filed)).toEqual([`error copy/${kind}`, "info status/taken-down"]);
    }
  });

  test.each(Object.entries(lines))("is held in Markdown and HTML, too: %s", (kind, line) => {
    const markdown = file("ferry.md", withFields("title: Ferry\ndate: 2025-08-19", `${line}\n\n${LEAD}\n`));
    const html = file(
      "2025-08-19-ferry.html",
      withFields("title: Ferry", `<p>${line}</p><p>${LEAD}</p><p>${MORE}</p>`),
    );
    for (const filed of [markdown, html])
      expect(codes(filed)).toEqual([`error copy/${kind}`, "info status/taken-down"]);
  });

  test.each([
    ["withdrawn", "status: published"],
    ["hold", "status: published"],
    ["embargo", "status: published"],
    ["embargo", "embargo: 2025-08-20T00:01:00Z"],
  ] as const)("runs without that line once front matter decides: %s, %s", async (kind, field) => {
    const text = withFields(field, `${lines[kind]}\n${copy()}`);
    const { title, content, summary, corrections } = await print(PATH, text);
    expect([title, content, summary]).toEqual([
      "Ferry runs again",
      `<p>${LEAD}</p>\n<p>${MORE}</p>`,
      `${LEAD} ${MORE}`,
    ]);
    expect(corrections).toEqual([]);
    const markdown = withFields(`${field}\ntitle: Ferry\ndate: 2025-08-19`, `${lines[kind]}\n\n${LEAD}\n`);
    expect((await print("ferry.md", markdown)).content).toBe(`<p>${LEAD}</p>`);
  });

  test("never lends its words to the title", () => {
    const filed = file("0001.txt", withFields("status: published\ndate: 2025-08-19", `${lines.embargo}\n\n${LEAD}\n`));
    expect(filed.article?.title).toBe(LEAD.slice(0, -1));
  });

  test("is published from the time that the embargo lifts", () => {
    const filed = file(PATH, withFields("embargo: 2025-08-20T00:01:00Z", `${lines.embargo}\n${copy()}`));
    expect(filed.article?.published).toBe(Date.parse("2025-08-20T00:01:00Z") / 1000);
  });

  test("is a retraction when front matter says so", () => {
    const filed = file(PATH, withFields("status: retracted", `${lines.withdrawn}\n${copy()}`));
    expect(filed.article?.retracted).toBeDefined();
    expect(codes(filed)).toEqual(["warning retraction/undated"]);
  });
});

describe("an outlet's own lists", () => {
  test.each([
    [
      "agencies",
      ["Mill Street Wire"],
      "(Mill Street Wire) - the boat came late.",
      { dateline: { agency: "Mill Street Wire", text: "(Mill Street Wire) -" } },
    ],
    [
      "places",
      ["Nether Wallow"],
      "Nether Wallow: The boat came late.",
      { dateline: { place: "Nether Wallow", text: "Nether Wallow:" } },
    ],
    ["related", ["Dig deeper"], "Dig deeper: The dock in nine maps", { related: [{ title: "The dock in nine maps" }] }],
    [
      "roles",
      ["wordsmith"],
      "By Ana Ruiz, Wordsmith",
      { credits: [{ name: "Ana Ruiz", role: "Wordsmith", sort: "person", from: "byline" }] },
    ],
    [
      "inHouse",
      ["The Night Owls"],
      "By The Night Owls",
      { credits: [{ name: "The Night Owls", sort: "organisation", from: "byline" }] },
    ],
  ])("copy.%s", (list, words, line, expected) => {
    const text = copy({ top: `${line}\n` });
    const [own, standard] = [outletWith({ copy: { [list]: words } }), outletWith()].map(
      (outlet) => file(PATH, text, outlet).draft?.findings,
    );
    expect(own).toMatchObject(expected);
    expect(standard).not.toMatchObject(expected);
  });
});

describe("the picture of a story that names none is the first of its text", () => {
  const A = '<img src="https://cdn.example/a.jpg" alt="A > b">';
  const B = '<img src="https://cdn.example/b.jpg" alt="B">';
  const url = (name: string) => `https://cdn.example/${name}.jpg`;

  test.each([
    ["in a paragraph", `<p>${A}</p>${B}`, { url: url("a"), alt: "A > b" }],
    [
      "in a figure",
      `<figure>${A}<figcaption>A <b>pier</b></figcaption></figure>`,
      { url: url("a"), alt: "A > b", caption: "A pier" },
    ],
    [
      "in a figure with two",
      `<p>x</p><figure>${A}${B}<figcaption>Piers</figcaption></figure>`,
      { url: url("a"), alt: "A > b", caption: "Piers" },
    ],
    ["behind a figure", `<figure>${LEAD}<figcaption>Words</figcaption></figure>${A}`, { url: url("a"), alt: "A > b" }],
    [
      "behind a figure, in a figure",
      `<figure>Words<figcaption>Words</figcaption></figure><figure>${A}<figcaption>A pier</figcaption></figure>`,
      { url: url("a"), alt: "A > b", caption: "A pier" },
    ],
    [
      "behind a figure inside a figure",
      `<figure><figure>Words</figure>${A}<figcaption>A pier</figcaption></figure>`,
      { url: url("a"), alt: "A > b", caption: "A pier" },
    ],
    ["in a link of a figure that is not closed", `<figure><a href="/x">${A}</a>`, { url: url("a"), alt: "A > b" }],
  ])("%s", async (_, body, picture) => {
    const html = `---\ntitle: Ferry runs again\n---\n<p>${LEAD}</p>${body}<p>${MORE}</p>`;
    const { image } = await print("2025-08-19-ferry.html", html);
    expect(image).toEqual({ type: "image/jpeg", ...picture });
  });
});
