import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feedsAskedFor, LIMIT, OUTLET } from "../corpus/outlet.mjs";
import { feedFolder } from "./contender.mjs";

/**
 * Writes down the feeds that are asked for: scripts get them for nothing, Wireroom and Hugo find them in the articles.
 *
 * @param {string} work
 * @returns {string} the file
 */
export function listsFor(work) {
  const file = join(work, "lists.json");
  const feeds = feedsAskedFor().map(({ kind, label }) => ({ kind, label, path: feedFolder(kind, label) }));
  mkdirSync(work, { recursive: true });
  writeFileSync(file, JSON.stringify({ outlet: OUTLET, limit: LIMIT, feeds }));
  return file;
}
