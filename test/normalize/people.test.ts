import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/model/diagnostic.ts";
import type { Credit } from "../../src/model/draft.ts";
import { peopleOf, registryOf } from "../../src/normalize/people.ts";
import { codes, file, outletWith } from "./newsroom.ts";

const authors = [
  {
    id: "ana-ruiz",
    name: "Ana Ruiz",
    aliases: ["A. Ruiz", "Ana Ruiz Peña"],
    role: "Staff Reporter",
    email: "ana@harbour.example",
    url: "https://harbour.example/ana/",
    avatar: "https://harbour.example/ana.jpg",
  },
  { id: "john-doe", name: "John Doe", aliases: [] },
  { id: "john-doe-sport", name: "John Doe", aliases: ["J. Doe"], role: "Sports Editor", email: "jd@harbour.example" },
];
const registry = registryOf(authors);

function credit(name: string, more: Partial<Credit> = {}): Credit {
  return { name, sort: "person", from: "byline", ...more };
}

function ids(...credits: readonly Credit[]) {
  return peopleOf(credits, registry, () => undefined).map(({ id }) => id);
}

describe("one person, one author", () => {
  test.each<[string, Credit]>([
    ["by name", credit("Ana Ruiz")],
    ["by alias", credit("Ana Ruiz Peña")],
    ["by an alias with initials", credit("A Ruiz")],
    ["without regard to case", credit("ANA RUIZ")],
    ["without regard to accents", credit("Ána Rüiz")],
    ["without regard to spacing", credit("Ana  Ruiz")],
    ["without regard to an honorific", credit("Dr. Ana Ruiz")],
    ["by e-mail address, whatever the name", credit("Anita", { email: "ANA@harbour.example" })],
    ["by id, whatever the name", credit("Anita", { id: "ana-ruiz" })],
    ["by an id in place of a name", credit("ana-ruiz")],
  ])("%s", (_, given) => {
    expect(ids(given)).toEqual(["ana-ruiz"]);
  });

  test("named twice is one, at the first place, with all that was said", () => {
    const people = peopleOf(
      [credit("A. Ruiz"), credit("Bo Åkesson"), credit("Ana Ruiz", { org: "The Tide" })],
      registry,
      () => undefined,
    );
    expect(people.map(({ id }) => id)).toEqual(["ana-ruiz", "bo-akesson"]);
    expect(people[0]?.org).toBe("The Tide");
  });

  test("takes name, page and picture from the registry, and the role of the story before that of the registry", () => {
    expect(peopleOf([credit("ANA RUIZ", { role: "Guest Editor" })], registry, () => undefined)).toEqual([
      {
        id: "ana-ruiz",
        name: "Ana Ruiz",
        role: "Guest Editor",
        url: "https://harbour.example/ana/",
        avatar: "https://harbour.example/ana.jpg",
      },
    ]);
  });

  test("never carries an e-mail address on", () => {
    for (const given of [credit("Ana Ruiz"), credit("Bo Åkesson", { email: "bo@x.example" })])
      expect(JSON.stringify(peopleOf([given], registry, () => undefined))).not.toContain("@");
  });
});

describe("somebody the registry does not know", () => {
  test.each([
    ["Bo Åkesson", "bo-akesson"],
    ["BO ÅKESSON", "bo-akesson"],
    ["Dr. Bo Åkesson", "bo-akesson"],
    ["Sean O’Brien", "sean-obrien"],
    ["J. R. Smith", "jr-smith"],
    ["J.R. Smith", "jr-smith"],
    ["Łucja Żak", "lucja-zak"],
    ["علي رضا", "علی-رضا"],
    ["علی رضا", "علی-رضا"],
    ["अनीता वर्मा", "अनीता-वर्मा"],
    ["王小明", "王小明"],
    ["김영희", "김영희"],
    ["Wire Reports", "wire-reports"],
  ])("%s has the stable id %s", (name, id) => {
    expect(ids(credit(name))).toEqual([id]);
  });

  test("without a letter in the name is nobody", () => {
    expect(ids(credit("—"))).toEqual([]);
  });

  test("keeps web addresses that lead somewhere, and no others", () => {
    const people = peopleOf(
      [credit("Bo", { url: "javascript:alert(1)", avatar: "https://bo.example/b.jpg" })],
      registry,
      () => undefined,
    );
    expect(people).toEqual([{ id: "bo", name: "Bo", avatar: "https://bo.example/b.jpg" }]);
  });
});

describe("two people with one name", () => {
  test("are told apart by id and by address", () => {
    expect(ids(credit("John Doe", { id: "john-doe-sport" }))).toEqual(["john-doe-sport"]);
    expect(ids(credit("John Doe", { email: "jd@harbour.example" }))).toEqual(["john-doe-sport"]);
    expect(ids(credit("J. Doe"))).toEqual(["john-doe-sport"]);
  });

  test("named without either are the first one, and a warning names both ids", () => {
    const problems: Problem[] = [];
    const people = peopleOf([credit("John Doe", { at: { field: ["author"] } })], registry, (problem) =>
      problems.push(problem),
    );
    expect(people.map(({ id }) => id)).toEqual(["john-doe"]);
    expect(problems).toMatchObject([{ code: "author/ambiguous", severity: "warning", at: { field: ["author"] } }]);
    expect(problems[0]?.message).toContain("john-doe or john-doe-sport");
  });

  test("may both be authors of one story", () => {
    const outlet = outletWith({ authors });
    const filed = file("2025-08-19-a.md", "---\ntitle: A\nauthors: [john-doe, john-doe-sport]\n---\nText.\n", outlet);
    expect(filed.article?.authors.map(({ id }) => id)).toEqual(["john-doe", "john-doe-sport"]);
    expect(codes(filed)).toEqual([]);
  });
});

describe("authors of front matter", () => {
  const outlet = outletWith({ authors });
  const named = (fields: string) => {
    const filed = file("2025-08-19-a.md", `---\ntitle: A\n${fields}\n---\nText.\n`, outlet);
    return [filed.article?.authors.map(({ name }) => name), codes(filed)];
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ["author: Ana Ruiz", ["Ana Ruiz"], []],
    ["author: ana-ruiz", ["Ana Ruiz"], []],
    ["author: ANA@harbour.example", ["Ana Ruiz"], []],
    ["authors: [ana@harbour.example, Bo Åkesson]", ["Ana Ruiz", "Bo Åkesson"], []],
    ["authors: [{email: Ana@harbour.example}]", ["Ana Ruiz"], []],
    ["author: jd@harbour.example", ["John Doe"], []],
    ["author: nobody@harbour.example", ["The Harbour Press"], ["warning byline/rubbish"]],
    ["author: By A. Ruiz and Bo Åkesson", ["Ana Ruiz", "Bo Åkesson"], []],
    ["authors: [Ana Ruiz, Bo Åkesson]", ["Ana Ruiz", "Bo Åkesson"], []],
    ['authors: ["Ruiz, Ana", "Bo Åkesson"]', ["Ana Ruiz", "Bo Åkesson"], []],
    ["authors:\n  - {id: ana-ruiz}\n  - {name: Bo Åkesson, role: Writer}", ["Ana Ruiz", "Bo Åkesson"], []],
    ["authors: {name: Bo Åkesson}", ["Bo Åkesson"], []],
    [
      'authors: [{name: A Roe, email: "a@x"}, "B Roe", null, 5]',
      ["A Roe", "B Roe"],
      ["warning author/not-a-name", "warning author/not-a-name"],
    ],
    ["authors: [{email: a@x.example}, Bo Åkesson]", ["Bo Åkesson"], ["warning author/no-name"]],
    ["authors: [[Ana Ruiz], Bo Åkesson]", ["Bo Åkesson"], ["warning author/not-a-name"]],
    ["byline: Last Updated", ["The Harbour Press"], ["warning byline/rubbish"]],
    ["author: 7", ["The Harbour Press"], ["warning author/not-a-name"]],
    ["author:", ["The Harbour Press"], []],
    ["authors: []", ["The Harbour Press"], []],
    ["byline: From Wire Reports", ["Wire Reports"], []],
    ["byline: Staff Reporter", ["Staff Reporter"], []],
    ["byline: AFP", ["AFP"], []],
    ["author: John Doe", ["John Doe"], ["warning author/ambiguous"]],
    ["author: J. Doe", ["John Doe"], []],
  ])("%s", (fields, names, problems) => {
    expect(named(fields)).toEqual([names, problems]);
  });

  test("go before those of the text, which adds what it knows of them", () => {
    const text =
      "---\nauthor: Ana Ruiz\n---\nFerry runs\nBy Ana Ruiz, Shipping Editor, and Bo Åkesson\nThe ferry runs again.\nIt is late.\n";
    expect(file("2025-08-19-a.txt", text).article?.authors).toEqual([
      { id: "ana-ruiz", name: "Ana Ruiz", role: "Shipping Editor" },
    ]);
  });
});

test("a story without any author is the outlet's", () => {
  const { article, decisions } = file("2025-08-19-a.md", "---\ntitle: A\n---\nText.\n");
  expect(article?.authors).toEqual([{ id: "outlet", name: "The Harbour Press", url: "https://harbour.example/" }]);
  expect(decisions?.authors?.[0]?.from).toBe("outlet");
});
