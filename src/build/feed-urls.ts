import type { FeedFile, FeedFormat } from "../model/feed.ts";
import type { Outlet } from "../model/outlet.ts";
import { encodePath } from "../url.ts";

export const FILES: Readonly<Record<FeedFormat, FeedFile>> = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/** The three addresses of a feed. */
export function feedUrls(path: string, outlet: Outlet): Readonly<Record<FeedFormat, string>> {
  const base = outlet.feedUrl + encodePath(path);
  return { rss: base + FILES.rss, atom: base + FILES.atom, json: base + FILES.json };
}
