import type { EntryFacts, HeadFacts } from "../finding.ts";
import type { Locate } from "../rule.ts";
import { instantOf } from "./dates.ts";
import type { JsonNode, JsonObject } from "./node.ts";
import { memberOf, stringOf } from "./node.ts";

/** What an item says that rules about the whole need, all but its place and size. */
export function itemSays(item: JsonObject): Omit<EntryFacts, "bytes" | "line" | "column"> {
  const id = idOf(memberOf(item, "id"));
  const published = instantAt(item, "date_published");
  const updated = instantAt(item, "date_modified");
  const link = stringOf(item, "url")?.text;
  return {
    ...(id !== undefined && { id }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(link !== undefined && link !== "" && { link }),
    more: { name: "id", parent: "item" },
  };
}

/** Where findings about an item as a whole stand: at its id, or else at its brace. */
export function itemOffset(item: JsonObject): number {
  return memberOf(item, "id")?.at ?? item.at;
}

/** What an item inside a document says. Its place and size are worked out when somebody asks. */
export function itemFacts(item: JsonObject, source: string, locate: Locate): EntryFacts {
  const at = itemOffset(item);
  return {
    ...itemSays(item),
    get bytes() {
      return Buffer.byteLength(source.slice(item.at, item.end));
    },
    get line() {
      return locate(at).line;
    },
    get column() {
      return locate(at).column;
    },
  };
}

/** What the head says that rules about the whole need. */
export function feedFacts(feed: JsonObject, locate: Locate): HeadFacts {
  const self = stringOf(feed, "feed_url")?.text;
  const { line, column } = locate(feed.at);
  return { ...(self !== undefined && { self }), more: { name: "feed" }, line, column };
}

/** An id as readers compare it: a number is turned into a string first. */
function idOf(node: JsonNode | undefined): string | undefined {
  if (node?.type === "number") return String(node.number);
  return node?.type === "string" && node.text.trim() !== "" ? node.text : undefined;
}

function instantAt(item: JsonObject, key: string): number | undefined {
  const text = stringOf(item, key)?.text;
  return text === undefined ? undefined : instantOf(text);
}
