import type { Story } from "../../src/model/article.ts";
import type { FeedFormat, FeedHead } from "../../src/model/feed.ts";
import { assemble, type EntryOptions, renderEntry, renderHead } from "../../src/render/index.ts";

export const FORMATS: readonly FeedFormat[] = ["rss", "atom", "json"];
export const FULL: EntryOptions = { content: "full", creators: "joined" };

/** 19 August 2025, 11:30 UTC. */
export const PUBLISHED = Date.UTC(2025, 7, 19, 11, 30) / 1000;
export const UPDATED = PUBLISHED + 2 * 3600;

/** A story with everything that a clean feed can carry. */
export const STORY: Story = {
  id: "tag:example.org,2020:world/rain",
  url: "https://example.org/world/rain/",
  title: "Rain & wind close the harbour",
  published: PUBLISHED,
  updated: UPDATED,
  authors: [
    {
      id: "ana-ruiz",
      name: "Ana Ruiz",
      email: "ana@example.org",
      url: "https://example.org/ana/?a=1&b=2",
      avatar: "https://example.org/ana.jpg",
    },
    { id: "bo-akesson", name: "Bo Åkesson" },
  ],
  contributors: [{ name: "Caro Diaz", role: "Additional reporting" }],
  section: { id: "world", title: "World" },
  tags: ["Sea & sky", "Häfen"],
  language: "en",
  summary: "The harbour is closed. Boats stay in at less than < 5 knots & so on.",
  content: '<p>The harbour is closed.</p>\n<p><a href="https://example.org/x?a=1&amp;b=2">More</a></p>',
  image: {
    url: "https://example.org/world/rain/rain.jpg",
    type: "image/jpeg",
    length: 1234,
    alt: "A wave",
    credit: "Dee Fox",
    caption: "A wave at the pier",
    width: 1200,
    height: 800,
  },
  enclosure: { url: "https://example.org/world/rain/rain.mp3", type: "audio/mpeg", length: 4567 },
  media: [{ url: "https://example.org/world/rain/map.png", type: "image/png", length: 99, alt: "Map" }],
  related: [{ title: "Wind & waves", url: "https://example.org/world/wind/" }, { title: "A story that we lost" }],
  corrections: [],
};

/** A story with nothing that it need not have. */
export const PLAIN: Story = {
  id: "tag:example.org,2020:plain",
  url: "https://example.org/plain/",
  title: "Plain",
  published: PUBLISHED - 60,
  updated: PUBLISHED - 60,
  authors: [],
  contributors: [],
  tags: [],
  language: "ur",
  summary: "سادہ خبر",
  content: "<p>سادہ خبر</p>",
  media: [],
  related: [],
  corrections: [],
};

/** What only our own namespace can say. */
export const CORRECTED: Story = {
  ...STORY,
  corrections: [
    { kind: "correction", text: "The pier is < 200 m & not longer", date: UPDATED },
    { kind: "editors-note", text: "Undated" },
  ],
  retracted: { at: UPDATED, reason: 'It was "wrong"' },
};

export const HEAD: FeedHead = {
  id: "tag:example.org,2020:feed",
  title: "Harbour & News",
  description: "News of the harbour & the sea",
  language: "en",
  url: "https://example.org/",
  self: {
    rss: "https://example.org/feeds/rss.xml",
    atom: "https://example.org/feeds/atom.xml",
    json: "https://example.org/feeds/feed.json",
  },
  updated: UPDATED,
  copyright: "© 2025 Harbour & News",
  contact: "desk@example.org",
  logo: "https://example.org/logo.png",
  icon: "https://example.org/icon.png",
  publisher: "Harbour & News",
  hubs: ["https://hub.example.org/", "https://hub2.example.org/?a=1&b=2"],
  tombstones: [],
};

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A whole document. */
export function documentOf(
  format: FeedFormat,
  stories: readonly Story[],
  options: EntryOptions = FULL,
  head: FeedHead = HEAD,
): string {
  const { head: opening, tail } = renderHead(format, head);
  const entries = stories.map((story) => bytes(renderEntry(format, story, options)));
  return Buffer.concat(assemble(format, bytes(opening), entries, bytes(tail))).toString("utf8");
}
