import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defineOutlet } from "../../../src/config/load.ts";
import { lexiconOf, parseArticle } from "../../../src/parse/index.ts";

/** What a case file says of its page; what it does not name is not looked at. */
interface Expectation {
  readonly title?: string;
  readonly titleOneOf?: readonly string[];
  readonly authors?: readonly string[];
  readonly roles?: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly language?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly image?: string;
  readonly canonical?: string;
  readonly dateline?: string;
  readonly notes?: readonly string[];
  readonly related?: readonly string[];
  readonly relatedUrls?: readonly string[];
  /** Paragraphs of the body. */
  readonly paragraphs?: number;
  /** Stands in the body. */
  readonly kept: readonly string[];
  /** Stands nowhere in the body. */
  readonly gone?: readonly string[];
  /** Codes of all problems. */
  readonly problems?: readonly string[];
}

const folder = join(import.meta.dirname, "cases");
const outlet = defineOutlet({ title: "The Ledger", url: "https://ledger.example/", zone: "UTC" });
const lexicon = lexiconOf(outlet);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.slice(0, -5));

describe("an HTML article", () => {
  test.each(names)("%s", (name) => {
    const bytes = readFileSync(join(folder, `${name}.html`));
    const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Expectation;
    const { draft, problems } = parseArticle({ path: `news/${name}.html`, kind: "html" }, bytes, { outlet, lexicon });
    const findings = draft?.findings;
    const body = draft?.body.format === "html" ? draft.body.text : "";
    const title = findings?.titles[0]?.value;
    const seen: Record<keyof Expectation, unknown> = {
      title,
      titleOneOf: expected.titleOneOf?.includes(title ?? "") ? expected.titleOneOf : title,
      authors: findings?.credits.map((credit) => credit.name),
      roles: findings?.credits.map(({ role }) => role),
      published: findings?.published[0]?.value,
      updated: findings?.updated[0]?.value,
      language: findings?.language?.value,
      section: findings?.section?.value,
      tags: findings?.tags.map(({ value }) => value),
      summary: findings?.summary?.value,
      image: findings?.image?.value.url,
      canonical: findings?.canonical?.value,
      dateline: findings?.dateline?.place,
      notes: findings?.notes.map(({ text }) => text),
      related: findings?.related.map((line) => line.title),
      relatedUrls: findings?.related.map(({ url }) => url),
      paragraphs: body.split("<p").length - 1,
      kept: expected.kept.filter((text) => body.includes(text)),
      gone: (expected.gone ?? []).filter((text) => !body.includes(text)),
      problems: problems.map(({ code }) => code),
    };
    const wanted = { ...expected, kept: expected.kept, problems: expected.problems ?? [] };
    expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, seen[key as keyof Expectation]]))).toEqual(wanted);
  });
});
