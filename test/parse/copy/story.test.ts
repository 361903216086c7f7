import { describe, expect, test } from "vitest";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { parseCopy } from "../../../src/parse/copy/parse-copy.ts";
import { readStoryText } from "../../../src/parse/copy/story.ts";

const lexicon = copyLexicon();
const parse = (text: string, own = lexicon) => parseCopy(text, "news/0001.txt", { lexicon: own });

describe("copy that asks not to be published", () => {
  test.each([
    ["EMBARGOED UNTIL 00:01 GMT, MAY 6", "embargo"],
    ["Embargo: Monday, 6 May, noon", "embargo"],
    ["NOT FOR PUBLICATION BEFORE 6 MAY", "embargo"],
    ["HOLD FOR RELEASE: 9 a.m. Monday", "embargo"],
    ["SPERRFRIST: 6. Mai, 10 Uhr", "embargo"],
    ["ON HOLD", "hold"],
    ["DO NOT PUBLISH", "hold"],
  ])("%s", (line, kind) => {
    const { findings, paragraphs } = parse(`${line}\nPrize for a bridge\nThe prize goes to a bridge.\n`);
    expect(findings.hold).toEqual({ kind, text: line });
    expect(findings.titles[0]).toEqual({ value: "Prize for a bridge", from: "heading" });
    expect(paragraphs).toEqual([line, "The prize goes to a bridge."]);
  });

  test("a withdrawal holds the story, too", () => {
    expect(parse("Plan for a casino\nKILL: There is no plan.\n").findings.hold).toEqual({
      kind: "withdrawn",
      text: "There is no plan.",
    });
  });

  test.each(["Embargo on oil lifted", "Embargo: the word comes from Spanish.", "Hold the bells, she said."])(
    "a sentence about it does not: %s",
    (line) => {
      expect(parse(`A story\n${line}\nThe end of the story.\n`).findings.hold).toBeUndefined();
    },
  );
});

test("the content keeps no-break spaces", () => {
  const { paragraphs } = parse("A rink\n\nHALMAR\u00A0(NNS) —\u00A0It opens at 9\u00A0a.m.  on Monday.\u00A0\n");
  expect(paragraphs).toEqual(["It opens at 9\u00A0a.m. on Monday."]);
});

test("what was weighed and refused is told with its reason", () => {
  const { considered } = parse("A bridge for cars\nNASA — The agency will pay for the bridge.\nIt is long.\n");
  expect(considered).toContainEqual({ field: "dateline", value: "NASA —", why: "a label or an acronym" });
});

test("titles that lost stand behind the one that won", () => {
  const { findings } = parseCopy("A headline\nThe boat came late. It rained.\n", "2024/boat-comes-late.txt", {
    lexicon,
  });
  expect(findings.titles).toEqual([
    { value: "A headline", from: "heading" },
    { value: "Boat comes late", from: "filename" },
    { value: "The boat came late", from: "lead" },
  ]);
});

test("the closing bio is kept whole beside what was read from it", () => {
  const bio = "Orla Finn is a food writer at The Ledger. She keeps hens.";
  expect(parse(`Hens\nHens live long.\nThey sleep at night.\n${bio}\n`).findings).toMatchObject({ bio });
});

test("an outlet's own markers count", () => {
  const own = copyLexicon({ related: ["Dig deeper"] });
  const text = "A bridge\nDig deeper: The old bridge\nIt is long.\n";
  expect(parse(text, own).findings.related).toEqual([{ title: "The old bridge" }]);
  expect(parse(text).findings.related).toEqual([]);
});

describe("the paragraphs of a Markdown or HTML body", () => {
  const body = [
    "By Anne Rook",
    "OSLO (WNA) - The bells came back. (Read more: The cart)",
    "They ring at noon.",
    "Anne Rook is a reporter at The Ledger.",
  ];

  test("say which of them stay, and which part", () => {
    const story = readStoryText(body, lexicon, { headline: false, title: "Bells return" });
    expect(story.headline).toBeUndefined();
    expect(story.credits).toEqual([
      { name: "Anne Rook", sort: "person", role: "reporter", org: "The Ledger", from: "byline" },
    ]);
    expect(story.kept.map(({ index, from, to }) => body[index]?.slice(from, to))).toEqual([
      "The bells came back.",
      "They ring at noon.",
    ]);
  });

  test("are not searched for a headline", () => {
    const story = readStoryText(["A short line", "The story goes on."], lexicon, { headline: false });
    expect(story.kept.map(({ index }) => index)).toEqual([0, 1]);
  });

  test("keep a bio of somebody the title names", () => {
    const story = readStoryText(["She won.", "Orla Finn is a reporter at The Ledger."], lexicon, {
      headline: false,
      title: "Prize for Finn",
    });
    expect(story.kept).toHaveLength(2);
    expect(story.credits).toEqual([]);
  });
});

describe("a closing bio of a bylined name gives role, organisation and address", () => {
  test.each([
    [
      "Orla Finn is a lecturer in water law at the University of Corran.",
      { role: "lecturer in water law", org: "University of Corran" },
    ],
    ["Orla Finn is the Gazette’s shipping correspondent.", { role: "shipping correspondent", org: "Gazette" }],
    ["Orla Finn is The Gazette's arts editor.", { role: "arts editor", org: "The Gazette" }],
    ["Orla Finn covers ferries and ports for The Gazette.", { org: "The Gazette" }],
    ["The writer is a retired pilot.", { role: "retired pilot" }],
    ["Orla Finn can be reached at orla@x.example.", { email: "orla@x.example" }],
    ["Orla Finn es periodista de El Faro.", { role: "periodista", org: "El Faro" }],
    ["Orla Finn ist Redakteurin beim Hafenboten.", { role: "Redakteurin", org: "Hafenboten" }],
    ["About the author: Orla Finn lives in Corran.", {}],
  ])("%s", (bio, told) => {
    const { findings } = parse(`Hens\nBy Orla Finn\nHens live long.\nThey sleep at night.\n${bio}\n`);
    expect(findings.credits).toEqual([{ name: "Orla Finn", sort: "person", ...told, from: "byline" }]);
    expect(findings.bio).toBe(bio);
  });

  test("two of them in one paragraph", () => {
    const bio = "Orla Finn is a chef at the Anchor. Max Poe is a cook at the Bell.";
    expect(parse(`Hens\nBy Orla Finn and Max Poe\nHens live long.\n${bio}\n`).findings.credits).toMatchObject([
      { name: "Orla Finn", role: "chef", org: "Anchor" },
      { name: "Max Poe", role: "cook", org: "Bell" },
    ]);
  });
});

test("newsrooms and agencies that helped are contributors like people", () => {
  const text = "Hens\nBy Orla Finn\nHens live long.\n";
  expect(
    parse(`${text}(Reporting by Orla Finn and the Lima newsroom; Editing by Max Poe)\n`).findings.contributors,
  ).toEqual([
    { name: "Lima newsroom", role: "reporting" },
    { name: "Max Poe", role: "editing" },
  ]);
  expect(parse(`${text}The Associated Press contributed to this report.\n`).findings.contributors).toEqual([
    { name: "The Associated Press" },
  ]);
});

test.each([
  "Saudi Arabia is a member of the Hen Council.",
  "Rita Moor was a founder of the Hen Council.",
  "Buenos Aires is the home of the Hen Council.",
])("a last sentence of the story is no bio: %s", (sentence) => {
  const { findings, paragraphs } = parse(`Hens\nHens live long.\nThey sleep at night.\n${sentence}\n`);
  expect(findings.credits).toEqual([]);
  expect(paragraphs.at(-1)).toBe(sentence);
});

test.each(["bulletin.", "Reuters.", "ends.", "Urgent."])("the last word of a wrapped sentence stays: %s", (word) => {
  const text = `Hens\n\n   Hens live long, the owner of the hens told the men from the\n${word}\n   They sleep at night, and they wake up in the morning as hens do\nwhen it is day.\n`;
  expect(parse(text).paragraphs.join(" ")).toContain(`from the ${word}`);
});
