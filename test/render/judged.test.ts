import { describe, expect, test } from "vitest";
import type { Story } from "../../src/model/article.ts";
import type { FeedFormat } from "../../src/model/feed.ts";
import { assemble, renderEntry, renderHead } from "../../src/render/index.ts";
import type { Profile } from "../../src/validate/index.ts";
import { checkDocument, checkEntry, checkHead, checkWhole } from "../../src/validate/index.ts";
import { readXml } from "./read.ts";
import { bytes, CORRECTED, documentOf, FORMATS, FULL, HEAD, PLAIN, STORY, UPDATED } from "./stories.ts";

const PROFILES: readonly Profile[] = ["core", "w3c"];
const ALL = FORMATS.flatMap((format) => PROFILES.map((profile) => [format, profile] as const));

function judge(format: FeedFormat, profile: Profile, document: string) {
  return checkDocument(bytes(document), { profile, now: UPDATED, url: HEAD.self[format] }).diagnostics;
}

describe("the validator", () => {
  test.each(ALL)("finds nothing in %s (%s) of a story with everything and one with nothing", (format, profile) => {
    expect(judge(format, profile, documentOf(format, [STORY, PLAIN]))).toEqual([]);
  });

  test.each(ALL)("finds nothing in %s (%s) of summaries, and creators in one element each", (format, profile) => {
    const options = { content: "summary", creators: "each" } as const;
    expect(judge(format, profile, documentOf(format, [STORY, PLAIN], options))).toEqual([]);
  });

  test.each(ALL)("finds nothing in %s (%s) of a feed that says no more than it must", (format, profile) => {
    const { copyright: _c, contact: _m, logo: _l, icon: _i, ...rest } = HEAD;
    expect(judge(format, profile, documentOf(format, [STORY], FULL, { ...rest, hubs: [] }))).toEqual([]);
  });

  test.each(ALL)("finds nothing in %s (%s) of a story whose id is its address", (format, profile) => {
    expect(judge(format, profile, documentOf(format, [{ ...STORY, id: STORY.url }]))).toEqual([]);
  });

  test.each(FORMATS)("finds nothing in %s of corrections, retractions and tombstones", (format) => {
    const tombstones = [{ id: "tag:example.org,2020:gone", when: UPDATED, reason: "Withdrawn" }];
    expect(judge(format, "core", documentOf(format, [CORRECTED], FULL, { ...HEAD, tombstones }))).toEqual([]);
  });

  test("in profile w3c warns of our namespace alone, where a correction uses it in Atom", () => {
    expect(judge("rss", "w3c", documentOf("rss", [CORRECTED, PLAIN]))).toEqual([]);
    const found = judge("atom", "w3c", documentOf("atom", [CORRECTED, PLAIN]));
    expect(new Set(found.map(({ w3c }) => w3c))).toEqual(new Set(["UnknownNamespace"]));
  });

  test.each(ALL)("finds in the parts of %s (%s) what it finds in the whole", (format, profile) => {
    const hostile: Story = {
      ...CORRECTED,
      title: "A <b> title &amp; more",
      tags: ["<i>x</i>"],
      url: "https://example.org/a",
    };
    const stories = [STORY, hostile, PLAIN, STORY];
    const options = { profile, now: UPDATED - 60 };
    const { head, tail } = renderHead(format, HEAD);
    const entries = stories.map((story) => bytes(renderEntry(format, story, FULL)));
    const document = Buffer.concat(assemble(format, bytes(head), entries, bytes(tail)));
    const headCheck = checkHead(format, bytes(head), bytes(tail), options);
    const checks = entries.map((entry) => checkEntry(format, bytes(head), entry, bytes(tail), options));
    const whole = checkWhole(
      format,
      headCheck.declared,
      checks.map(({ declared }) => declared),
      document.length,
      options,
    );
    const codes = (findings: readonly { readonly code: string; readonly message: string }[]) =>
      findings.map(({ code, message }) => `${code} ${message}`).sort();
    expect(codes([...headCheck.diagnostics, ...checks.flatMap(({ diagnostics }) => diagnostics), ...whole])).toEqual(
      codes(checkDocument(document, options).diagnostics),
    );
    if (format !== "json") expect(whole.length).toBeGreaterThan(0);
  });
});

describe("a document put together", () => {
  test.each(FORMATS.flatMap((format) => [0, 1, 2, 7].map((count) => [format, count] as const)))(
    "is whole: %s of %d entries",
    (format, count) => {
      const document = documentOf(
        format,
        Array.from({ length: count }, () => CORRECTED),
      );
      if (format === "json") {
        const feed = JSON.parse(document);
        expect(feed.items).toHaveLength(count);
        expect(Object.keys(feed).at(-1)).toBe("items");
        if (count > 0) expect(`${JSON.stringify(feed, null, 4)}\n`).toBe(document);
      } else {
        readXml(document);
        expect(document.match(/<guid|<entry/g) ?? []).toHaveLength(count);
      }
      expect(document.endsWith("\n")).toBe(true);
      expect(document).toMatch(/^(?:<\?xml version="1\.0" encoding="utf-8"\?>\n|\{\n)/);
    },
  );

  test.each(FORMATS)("is a head that reads alone in %s", (format) => {
    const { head, tail } = renderHead(format, HEAD);
    if (format === "json") expect(JSON.parse(head + tail).items).toEqual([]);
    else readXml(head + tail);
  });

  test.each(FORMATS)("has 8 bytes at most between two entries of %s", (format) => {
    const joined = String(Buffer.concat(assemble(format, bytes("h"), [bytes("a"), bytes("b")], bytes("t"))));
    const [, first = "", joint = ""] = /^h(\s*)a(.*)bt$/s.exec(joined) ?? [];
    expect(first).toBe("\n");
    expect(joint).toMatch(/^,?\n$/);
  });
});
