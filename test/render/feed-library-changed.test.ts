import { afterEach, describe, expect, test, vi } from "vitest";
import type { FeedFormat } from "../../src/model/feed.ts";
import { FULL, HEAD, STORY } from "./stories.ts";

/** What the real library prints, changed: as a new version might. */
async function renderWith(change: (document: string) => string) {
  vi.resetModules();
  vi.doMock("feed", async (importOriginal) => {
    const { Feed } = await importOriginal<typeof import("feed")>();
    return {
      Feed: class extends Feed {
        override rss2(): string {
          return change(super.rss2());
        }
        override atom1(): string {
          return change(super.atom1());
        }
        override json1(): string {
          return change(super.json1());
        }
      },
    };
  });
  return import("../../src/render/index.ts");
}

/** Changes only what is printed of a feed with an item. */
function ofItems(change: (document: string) => string): (document: string) => string {
  return (document) => (/<item|<entry|"id"/.test(document) ? change(document) : document);
}

afterEach(() => {
  vi.doUnmock("feed");
  vi.resetModules();
});

describe("a library that prints something else", () => {
  test.each<readonly [string, FeedFormat, (document: string) => string]>([
    ["after the channel", "rss", (document) => `${document}\n`],
    ["before the item", "rss", ofItems((document) => document.replace("<docs>", "<ttl>1</ttl><docs>"))],
    ["after the entry", "atom", ofItems((document) => document.replace("</feed>", "<x/></feed>"))],
    ["in the opening of an entry", "atom", ofItems((document) => document.replace('type="html"', 'type="text"'))],
    [
      "in the id of an entry",
      "atom",
      ofItems((document) => document.replace("urn:slot:id</id>\n        ", "urn:slot:id/</id>\n        ")),
    ],
    ["after the items", "json", (document) => document.replace(/\n\}$/, ',\n    "x": 1\n}')],
    ["between id and content", "json", ofItems((document) => document.replace('"url"', '"link"'))],
  ])("%s makes an entry of %s throw", async (_, format, change) => {
    const run = async () => (await renderWith(change)).renderEntry(format, STORY, FULL);
    await expect(run()).rejects.toThrow("The feed library does not print");
  });

  test.each<readonly [FeedFormat, (document: string) => string]>([
    ["rss", (document) => document.replace("</rss>", "<x/></rss>")],
    ["atom", (document) => document.replace("<updated>", "<modified>")],
    ["atom", (document) => document.replace("utf-8", "UTF-8")],
    ["json", (document) => document.replace(/\n\}$/, ',\n    "x": 1\n}')],
  ])("makes a head of %s throw", async (format, change) => {
    const run = async () => (await renderWith(change)).renderHead(format, HEAD);
    await expect(run()).rejects.toThrow("The feed library does not print");
  });

  test("is told from the one we have", async () => {
    const { renderEntry, renderHead } = await renderWith((document) => document);
    for (const format of ["rss", "atom", "json"] as const) {
      expect(renderEntry(format, STORY, FULL)).toContain(STORY.url);
      expect(renderHead(format, HEAD).head).toContain(HEAD.url);
    }
  });
});
