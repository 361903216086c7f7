import type { FeedFormat } from "../../src/model/feed.ts";
import { ATOM, childOf, childrenOf, readStories, readXml, TOMBSTONE } from "../render/read.ts";

/** A story as a reader has it after polls. */
export interface Held {
  readonly id: string;
  readonly number: number;
  readonly published: number;
  /** The `updated` at which the reader last took the story over. */
  readonly updated: number;
  /** The headline that the reader shows. */
  readonly title: string;
}

/** A program that reads one document of a feed, as real ones do: keyed by id, shown again when `updated` is newer. */
export interface Subscriber {
  readonly format: FeedFormat;
  readonly items: ReadonlyMap<string, Held>;
  /** Numbers of the stories in the document, in its order. @throws Error when it sees what no reader may see */
  poll(document: string, present: number): readonly number[];
}

export const DOCUMENTS: Readonly<Record<FeedFormat, string>> = {
  rss: "rss.xml",
  atom: "atom.xml",
  json: "feed.json",
};

export function subscriber(format: FeedFormat): Subscriber {
  const items = new Map<string, Held>();
  let feedUpdated = 0;
  return {
    format,
    items,
    poll(document, present) {
      const stories = readStories(format, document);
      const told = feedDate(format, document) ?? feedUpdated;
      demand(told >= feedUpdated, "the feed's date went back");
      demand(told <= present, "the feed is dated ahead");
      feedUpdated = told;
      demand(new Set(stories.map(({ id }) => id)).size === stories.length, "an id stands twice in a document");
      const numbers: number[] = [];
      for (const { id = "", title = "", published, updated } of stories) {
        const number = Number(/Story (\d+)/.exec(title)?.[1]);
        numbers.push(number);
        demand(published <= present && updated <= present, `story ${number} is from the future`);
        const known = items.get(id);
        if (known === undefined) {
          for (const other of items.values()) demand(other.number !== number, `story ${number} is shown twice`);
          items.set(id, { id, number, published, updated, title });
          continue;
        }
        demand(known.number === number, `the id of story ${known.number} is used for story ${number}`);
        demand(known.published === published, `story ${number} was published at another time`);
        demand(known.updated <= updated, `the update of story ${number} went back`);
        if (updated > known.updated) items.set(id, { ...known, updated, title });
      }
      return numbers;
    },
  };
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`A subscriber must never see this: ${what}`);
}

/** The feed's own date; JSON Feed has none. */
export function feedDate(format: FeedFormat, document: string): number | undefined {
  if (format === "json") return undefined;
  const text =
    format === "atom"
      ? childOf(readXml(document), `${ATOM}updated`).text
      : childOf(childOf(readXml(document), "channel"), "lastBuildDate").text;
  return Date.parse(text) / 1000;
}

/** Ids that an Atom document says were deleted. */
export function deletedIds(atom: string): readonly string[] {
  return childrenOf(readXml(atom), `${TOMBSTONE}deleted-entry`).map(({ attributes }) => attributes.ref ?? "");
}
