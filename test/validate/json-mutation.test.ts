import { describe, expect, test } from "vitest";
import { check, codes } from "./examples.ts";

/** A clean feed in which every key is present once. */
const FEED = {
  version: "https://jsonfeed.org/version/1.1",
  title: "Harbour News",
  home_page_url: "https://example.org/",
  feed_url: "https://example.org/feed.json",
  description: "News of the harbour",
  user_comment: "Subscribe",
  next_url: "https://example.org/feed.json?page=2",
  icon: "https://example.org/icon.png",
  favicon: "https://example.org/favicon.png",
  authors: [{ name: "Ana Ruiz", url: "https://example.org/ana", avatar: "https://example.org/ana.png" }],
  language: "en",
  expired: false,
  hubs: [{ type: "WebSub", url: "https://example.org/hub" }],
  items: [
    {
      id: "tag:example.org,2025:storm",
      url: "https://example.org/storm",
      external_url: "https://example.net/storm",
      title: "Storm closes pier",
      content_html: "<p>The storm closed the pier.</p>",
      content_text: "The storm closed the pier.",
      summary: "The pier is closed.",
      image: "https://example.org/storm.jpg",
      banner_image: "https://example.org/banner.jpg",
      date_published: "2025-08-19T11:00:00Z",
      date_modified: "2025-08-19T11:30:00Z",
      authors: [{ name: "Ana Ruiz" }],
      tags: ["weather"],
      language: "en-GB",
      attachments: [
        {
          url: "https://example.org/storm.mp3",
          mime_type: "audio/mpeg",
          title: "Storm",
          size_in_bytes: 1024,
          duration_in_seconds: 12.5,
        },
      ],
    },
  ],
};

type Path = readonly (string | number)[];

/** Every key of the feed, by its path. */
function keysOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => keysOf(entry, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...path, key], ...keysOf(inner, [...path, key])]);
}

type Write = (key: string, value: string) => string;

const asItIs: Write = (key, value) => `${JSON.stringify(key)}:${value}`;

/** The feed as text, with the key at a path written in another way; an empty text leaves it out. */
function written(value: unknown, at: Path | undefined, write: Write): string {
  if (Array.isArray(value)) {
    return `[${value.map((entry, index) => written(entry, at?.[0] === index ? at.slice(1) : undefined, write)).join(",")}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => {
    const isHere = at?.[0] === key;
    const text = written(inner, isHere && at.length > 1 ? at.slice(1) : undefined, write);
    return (isHere && at.length === 1 ? write : asItIs)(key, text);
  });
  return `{${members.filter((member) => member !== "").join(",")}}`;
}

const paths = keysOf(FEED).map((path) => [path.join("."), path] as const);

function mutate(path: Path, write: Write): string[] {
  return codes(check(written(FEED, path, write)));
}

/** What is missed of each key; keys that may be absent are not named. */
const MISSED: Readonly<Record<string, string>> = {
  version: "json/version-missing",
  title: "json/title-missing",
  home_page_url: "json/home-page-missing",
  feed_url: "json/feed-url-missing",
  items: "json/items-missing",
  "hubs.0.type": "json/hub-type-missing",
  "hubs.0.url": "json/hub-url-missing",
  "items.0.id": "json/id-missing",
  "items.0.url": "json/url-missing",
  "items.0.authors.0.name": "json/author-empty",
  "items.0.attachments.0.url": "json/attachment-url-missing",
  "items.0.attachments.0.mime_type": "json/attachment-type-missing",
};

/** Texts that may hold anything. */
const FREE = /(?:title|description|user_comment|summary|content_text|content_html|name|type|items\.0\.id)$/;

describe("mutations of a clean JSON Feed", () => {
  test("the feed itself gives no finding", () => {
    expect(check(written(FEED, undefined, asItIs)).diagnostics).toEqual([]);
  });

  test.each(paths)("without %s", (name, path) => {
    expect(mutate(path, () => "")).toEqual(MISSED[name] === undefined ? [] : [MISSED[name]]);
  });

  test.each(paths)("with %s twice: json/duplicate-key", (_, path) => {
    expect(mutate(path, (key, value) => `${asItIs(key, value)},${asItIs(key, value)}`)).toContain("json/duplicate-key");
  });

  test.each(paths)("with %s renamed: json/unknown-key", (_, path) => {
    expect(mutate(path, (key, value) => asItIs(`x${key}`, value))).toContain("json/unknown-key");
  });

  test.each(paths)("with %s null: json/null or json/id-not-string", (name, path) => {
    const code = name === "items.0.id" ? "json/id-not-string" : "json/null";
    expect(mutate(path, (key) => asItIs(key, "null"))).toContain(code);
  });

  test.each(paths)("with %s of another type", (_, path) => {
    const found = mutate(path, (key, value) =>
      asItIs(key, value.startsWith("{") || value.startsWith("[") ? "true" : "[[]]"),
    );
    expect(found.join(" ")).toMatch(/json\/(?:id-)?not-(?:string|number|boolean|array|object)/);
  });

  test.each(paths.filter(([name, path]) => !FREE.test(name) && typeof path.at(-1) === "string"))(
    "with %s garbled",
    (_, path) => {
      const found = mutate(path, (key) => asItIs(key, '"{garbled}"'));
      expect(found.length).toBeGreaterThan(0);
    },
  );

  test.each(paths)("with a comma, a quote or a bracket lost at %s: not JSON", (_, path) => {
    for (const broken of [
      (key: string, value: string) => `${asItIs(key, value)} "x":1`,
      (key: string, value: string) => `"${key}:${value}`,
      (key: string, value: string) => `${asItIs(key, value)}]`,
      (key: string, value: string) => `"${key}" ${value}`,
    ]) {
      const found = mutate(path, broken);
      expect(found.join(" ")).toMatch(/json\/(?:malformed|truncated)/);
    }
  });
});
