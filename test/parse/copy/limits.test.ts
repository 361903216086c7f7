import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../../src/normalize/date.ts";
import { datelineDate } from "../../../src/normalize/dateline-date.ts";
import { findByline, parseCredits, readRoleLine } from "../../../src/parse/byline.ts";
import { isAdvisory, isEndMark, isForEditors, isSlug } from "../../../src/parse/copy/advisories.ts";
import { readBio } from "../../../src/parse/copy/bio.ts";
import { readCreditLine } from "../../../src/parse/copy/credit-lines.ts";
import { readDateline } from "../../../src/parse/copy/dateline.ts";
import { readHold } from "../../../src/parse/copy/holds.ts";
import { isRestOfSentence, tellsOfLabel } from "../../../src/parse/copy/label-sentence.ts";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";
import { readNote } from "../../../src/parse/copy/notes.ts";
import { parseCopy } from "../../../src/parse/copy/parse-copy.ts";
import { readRelated } from "../../../src/parse/copy/related.ts";
import { isRole, readPosition } from "../../../src/parse/copy/roles.ts";
import { readSignOff } from "../../../src/parse/copy/sign-off.ts";
import { textBlocks } from "../../../src/parse/markdown-blocks.ts";

const lexicon = copyLexicon();

/** Seconds of processor time: what else the machine does says nothing about a rule. */
function seconds(text: string): number {
  return processorSeconds(() => parseCopy(text, "a/b.txt", { lexicon }));
}

function processorSeconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

const MIB = 1024 * 1024;
const repeated = (part: string, size: number): string => part.repeat(Math.ceil(size / part.length)).slice(0, size);

/** Several times what each takes on a slow machine: what is not linear takes minutes. */
describe("large input takes linear time", () => {
  test.each<[string, string, number]>([
    ["10 MB of paragraphs", repeated("The boat came on Monday, and it was late again.\n\n", 10 * MIB), 20],
    ["10 MB of wrapped lines", repeated("the boat came on Monday, and it was late again, said\n", 10 * MIB), 20],
    ["10 MB of indented lines", repeated("    the boat came on Monday\nand it was late again, said\n", 10 * MIB), 20],
    ["one line of 5 MB", repeated("the boat came on Monday. ", 5 * MIB), 12],
    ["one word of 5 MB", repeated("a", 5 * MIB), 12],
    ["5 MB of spaces", ` ${repeated(" ", 5 * MIB)}x`, 12],
    ["5 MB of brackets", repeated("(", 5 * MIB), 12],
    ["5 MB of closing brackets", `x ${repeated("(a) ", 5 * MIB)})`, 12],
    ["5 MB of dashes", repeated("LONDON - ", 5 * MIB), 12],
    ["5 MB of full stops", repeated("a. ", 5 * MIB), 12],
    ["5 MB of no-break spaces", repeated("a\u00A0 ", 5 * MIB), 12],
    ["50,000 bylines", "By Jane Doe and John Roe\n".repeat(50_000), 20],
    ["50,000 related lines", "Read More: The boat is late\n".repeat(50_000), 20],
    ["50,000 sign-offs", "(Reporting by Jane Doe; Editing by John Roe)\n".repeat(50_000), 20],
    ["50,000 bios", "Jane Doe is a reporter at The Gazette.\n".repeat(50_000), 20],
    ["50,000 datelines", "LONDON, March 3 (Reuters) - The boat is late.\n".repeat(50_000), 20],
    ["50,000 embargo lines", "EMBARGOED UNTIL 00:01 GMT, MAY 6\n".repeat(50_000), 20],
    ["50,000 notes", "Correction: The boat is late.\n".repeat(50_000), 20],
    ["50,000 headlines in capitals", "CORRECTED - THE BOAT IS LATE AGAIN\n".repeat(50_000), 20],
    ["50,000 list items below a marker", `Related stories\n${"- The boat is late\n".repeat(50_000)}`, 20],
  ])("%s", (_, text, most) => {
    expect(seconds(text)).toBeLessThan(most);
  });
});

/** Parts of copy, put together at random: what makes rules backtrack or contradict each other. */
const PARTS = [
  "LONDON",
  "Lisbon",
  "Oct 22",
  "(WNA)",
  "(",
  ")",
  " - ",
  " — ",
  ":",
  "|",
  ",",
  ".",
  "By ",
  "and ",
  "Jane Doe",
  "Staff Reporter",
  "Read More:",
  "https://a.example/b",
  "[T](https://a.example)",
  "Reporting by ",
  "; Editing by ",
  "is a reporter at ",
  "The Gazette",
  "Correction:",
  "Updated at 06:10",
  "-30-",
  "###",
  "لاہور",
  "जयपुर",
  "\u00A0",
  "\u200D",
  "\t",
  "    ",
  "\n",
  "\n\n",
  "\r\n",
  "“",
  "”",
  "a@b.example",
  "**",
  "*",
  "1.",
  "said the boat was late",
];

describe("any input", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join("")),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(" ")),
  );

  test("is read without an exception, into values without edges or gaps", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { findings, paragraphs } = parseCopy(text, "x/y.txt", { lexicon });
        expect(findings.titles.length).toBeGreaterThan(0);
        for (const paragraph of paragraphs) expect(paragraph).toBe(paragraph.trim());
        for (const paragraph of paragraphs) expect(paragraph).not.toBe("");
        for (const { name } of findings.credits) expect(name.trim()).not.toBe("");
        for (const { title } of findings.related) expect(title.trim()).not.toBe("");
        for (const { text: note } of findings.notes) expect(note.trim()).not.toBe("");
      }),
      { numRuns: 3000 },
    );
  });

  test("is read in time that its length explains", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 6 }), (parts) => {
        expect(seconds(parts.join("").repeat(2000))).toBeLessThan(2);
      }),
      { numRuns: 60 },
    );
  });

  test("that is plain sentences comes back whole", () => {
    const word = fc.constantFrom("the", "boat", "came", "late", "again", "and", "mayor", "water", "from", "by", "more");
    const sentence = fc
      .array(word, { minLength: 5, maxLength: 14 })
      .map((words) => `The council ${words.join(" ")} on the quay.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const { paragraphs } = parseCopy(sentences.join("\n"), "x/y.txt", { lexicon });
        expect(paragraphs).toEqual(sentences);
      }),
      { numRuns: 300 },
    );
  });
});

/** Every rule that reads one line, with what a line of any kind may do to it. */
const RULES: Readonly<Record<string, (line: string) => unknown>> = {
  "a byline of front matter": (line) => parseCredits(line, lexicon, "front-matter"),
  "a byline of the text": (line) => findByline(line, lexicon, false),
  "the line below a byline": (line) => readRoleLine(line, lexicon),
  "a role": (line) => [isRole(line, lexicon), readPosition(line)],
  "a dateline": (line) => readDateline(line, lexicon),
  "a related line": (line) => readRelated(line, lexicon),
  "a note": (line) => readNote(line),
  "an advisory": (line) => [isAdvisory(line), isEndMark(line), isSlug(line), isForEditors(line, true)],
  "a hold": (line) => readHold(line, true),
  "the credits of a line": (line) => readCreditLine(line, lexicon),
  "a sentence behind a label": (line) => [isRestOfSentence(line), tellsOfLabel(line)],
  "a sign-off": (line) => readSignOff(line, lexicon),
  "a bio": (line) => readBio(line, lexicon, ["Jane Doe"]),
  "a date": (line) => parseDate(line, { zone: "Asia/Karachi" }),
  "the date of a dateline": (line) => datelineDate(line, [0], "Asia/Karachi"),
  "the blocks of Markdown": (line) => textBlocks(line),
};

describe("no rule backtracks", () => {
  const PIECES = [
    ...PARTS,
    "August ",
    "Text: ",
    "Photos: ",
    "(avec l’agence ",
    "(hd). ",
    "UPDATE 2",
    "> ",
    "ab/",
    "19",
    "2025",
    "16:30",
    "+05:00",
    "Staff Writer ",
    "of the ",
    "for ",
    "with ",
    "in ",
    "J. ",
    "van ",
    "O'",
    "@a",
    "/",
    ";",
    "-",
    "_",
    "[",
    "](",
    "a",
    " ",
    "И",
    "字",
  ];
  const pumped = fc
    .tuple(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }),
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
      // Most rules look away from long lines: what backtracks has to show on short ones, too.
      fc.constantFrom(6, 25, 60, 4000),
      fc.constantFrom("", "!", ".", "x", "\u0000", " and"),
    )
    .map(([head, part, times, end]) => head.join("") + part.join("").repeat(times) + end);

  test.each(Object.entries(RULES))("%s", (_, rule) => {
    fc.assert(
      fc.property(pumped, (line) => {
        expect(processorSeconds(() => rule(line))).toBeLessThan(1.5);
      }),
      { numRuns: 400, seed: 20_250_819 },
    );
  });
});
