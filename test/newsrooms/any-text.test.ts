import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument, rules } from "../../src/validate/index.ts";
import { NOW, newsroom } from "../newsroom.ts";
import { readStories, readXml, type Told } from "../render/read.ts";
import { ROOMY } from "./filed.ts";
import { articlesOf, buildInMemory } from "./memory.ts";

/** Texts that have broken somebody's feed, as a whole or inside other text. */
const NASTY = [
  "]]>",
  "<![CDATA[",
  "</title></item></channel>",
  "&amp;lt;",
  "&#0;",
  "\u0000\u0008\u001b",
  "\ufffe\uffff",
  "\ud800",
  "\udfff\ud83d",
  "\u{1ffff}",
  "\u202e",
  "\u2028\u2029\u0085",
  "a\u0301".repeat(50),
  "👩‍👩‍👧‍👦",
  "--->",
  "---\n",
  "+++\n",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "{{x}}",
  "\\",
  "%00%2e%2e",
  "By Jane Doe",
  "KARACHI (MPW) - ",
  "# ",
  "![x](y)",
  "[a]: <b",
] as const;

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(...NASTY),
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 8 })), { maxLength: 6 })
    .map((parts) => parts.join("")),
);

const story = fc.record({
  title: text,
  author: text,
  tags: fc.array(text, { maxLength: 3 }),
  section: text,
  summary: text,
  body: text,
  kind: fc.constantFrom("md", "html", "txt"),
});

type AnyStory = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** A text in the double quotes of YAML, everything but plain ASCII escaped, lone surrogates too. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function fileOf({ title, author, tags, section, summary, body }: AnyStory): string {
  const lines = [
    `title: ${quoted(title)}`,
    "date: 2025-08-19",
    `author: ${quoted(author)}`,
    `tags: [${tags.map(quoted).join(", ")}]`,
    `section: ${quoted(section)}`,
    `summary: ${quoted(summary)}`,
  ];
  // A lone surrogate is no UTF-8; as a file it becomes a replacement character.
  return `---\n${lines.join("\n")}\n---\n${body.replaceAll("\0", "")}\nAnd a line.\n`;
}

const judged = new Set<string>(rules.map(({ code }) => code));

describe("any text as title, author, tag, section, summary and body", () => {
  test("gives well-formed XML and valid JSON that our own check finds no error in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 8 }), async (stories) => {
        const files = new Map(
          stories.map((one, index): [string, string] => [`news/${index}.${one.kind}`, fileOf(one)]),
        );
        files.set("news/good.md", "---\ntitle: Good\ndate: 2025-08-01\n---\nText.\n");
        const { report, documents } = await buildInMemory(articlesOf(files));
        const wrong = report.diagnostics.filter(({ severity, code }) => severity === "error" && judged.has(code));
        expect(wrong).toEqual([]);
        expect(
          [...documents.keys()].filter(
            (path) => !/^(?:[\p{L}\p{N}\p{M}-]+\/)*(?:rss\.xml|atom\.xml|feed\.json)$/u.test(path),
          ),
        ).toEqual([]);
        for (const [path, document] of documents) {
          if (path.endsWith(".xml")) readXml(document);
          else JSON.parse(document);
          const { diagnostics } = checkDocument(Buffer.from(document), { profile: "core", file: path, now: NOW });
          expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        }
        const main = (["rss", "atom", "json"] as const).map((format) =>
          readStories(format, documents.get({ rss: "rss.xml", atom: "atom.xml", json: "feed.json" }[format]) ?? ""),
        );
        const [first = [], ...others] = main.map((told) =>
          told.map(({ id, title, summary, content }: Told) => ({ id, title, summary, content })),
        );
        for (const other of others) expect(other).toEqual(first);
        expect(first.length + report.held.length).toBe(files.size);
      }),
      {
        numRuns: 30,
        seed: 20250819,
        ...(process.env.FC_RUNS !== undefined && { numRuns: Number(process.env.FC_RUNS), seed: Date.now() }),
      },
    );
  });

  test("writes nothing outside the output and state folders", async () => {
    const names = [...NASTY].map((nasty, index) => ({
      title: `T${index}`,
      author: nasty,
      tags: [nasty],
      section: nasty,
      summary: nasty,
      body: nasty,
      kind: "md" as const,
    }));
    const files = names.map((one, index) => [`inner/articles/${index}.md`, fileOf(one)] as const);
    const room = newsroom({ "inner/outlet.yaml": ROOMY, "etc/passwd": "x", ...Object.fromEntries(files) });
    const before = room.list(".");
    expect((await room.runAs({ folder: join(room.folder, "inner") }, "build")).code).toBe(0);
    expect(room.list(".").filter((path) => !/^inner\/(?:dist|\.wireroom)\//.test(path))).toEqual(before);
  });
});
