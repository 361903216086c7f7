import type { Story } from "../../src/model/article.ts";
import type { FeedDocument } from "../../src/model/feed.ts";
import type { ReadyRelease, ReleasedStory } from "../../src/model/release.ts";
import { storyLine } from "../../src/publish/index.ts";

/** A release of documents with these texts, of one story whose title is given. */
export function release(texts: Readonly<Record<string, string>>, title = "Rain"): ReadyRelease {
  return {
    documents: Object.entries(texts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => document(path, text)),
    feeds: [{ path: "", updated: 1_750_000_000, stories: [story(title).id] }],
    rows: [row(title)],
    stories: [storyLine(story(title))],
  };
}

function document(path: string, text: string): FeedDocument {
  const format = path.endsWith(".json") ? "json" : path.endsWith("atom.xml") ? "atom" : "rss";
  return { path, format, pieces: () => [Buffer.from(text)] };
}

export function story(title: string): Story {
  return {
    id: "tag:example.org,2020:rain",
    url: "https://example.org/rain/",
    title,
    published: 1_750_000_000,
    updated: 1_750_000_000,
    authors: [],
    contributors: [],
    tags: ["بارش"],
    language: "en",
    summary: "It rains.",
    content: "<p>It rains.</p>",
    media: [],
    related: [],
    corrections: [],
  };
}

export function row(title: string): ReleasedStory {
  const { id, url, published, updated } = story(title);
  return { id, path: "world/rain.md", url, title, published, updated, state: "listed", fingerprint: "f1" };
}
