import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { lastLine } from "./corpus/article.mjs";
import { FORMATS, feedsAskedFor, LIMIT } from "./corpus/outlet.mjs";

/** @typedef {(kind: string, label: string) => string} FolderOf folder of a feed below the output, "" or ending in "/" */

export const FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };

/**
 * Parses every document that a contender was asked for and compares its stories with those that belong in it: the same titles, newest
 * first, each with its text to the last line.
 *
 * @param {import("./corpus/generate.mjs").Corpus} corpus
 * @param {string} out output folder
 * @param {FolderOf} folderOf
 * @returns {{documents: number, feeds: number, stories: number, bytes: number}} what was found; documents counts every feed document there is
 * @throws {Error} naming the first document that is missing, ill-formed or not the one asked for
 */
export function checkOutput(corpus, out, folderOf) {
  const stories = new Set();
  const feeds = feedsAskedFor();
  let bytes = 0;
  for (const { kind, label, holds } of feeds) {
    const wanted = firstOf(corpus.facts, holds);
    for (const format of FORMATS) {
      const path = `${folderOf(kind, label)}${FILES[format]}`;
      const file = join(out, path);
      if (!existsSync(file)) throw new Error(`did not make "${path}"`);
      const content = readFileSync(file);
      bytes += content.length;
      compare(path, itemsOf(path, content.toString("utf8"), format), wanted, corpus.revisions);
    }
    for (const { title } of wanted) stories.add(title);
  }
  const names = new Set(Object.values(FILES));
  const documents = readdirSync(out, { recursive: true, withFileTypes: true }).filter(({ name }) => names.has(name));
  return { documents: documents.length, feeds: feeds.length, stories: stories.size, bytes };
}

function firstOf(facts, holds) {
  const found = [];
  for (const one of facts) {
    if (holds(one) && found.push(one) === LIMIT) break;
  }
  return found;
}

function compare(path, items, wanted, revisions) {
  if (items.length !== wanted.length) {
    throw new Error(`put ${items.length} stories into "${path}", ${wanted.length} belong there`);
  }
  for (const [index, facts] of wanted.entries()) {
    const { title, content } = items[index];
    if (title !== facts.title) {
      throw new Error(`has "${title}" as story ${index + 1} of "${path}", "${facts.title}" belongs there`);
    }
    if (!content.includes(lastLine(facts, revisions.get(facts.number) ?? 0))) {
      throw new Error(`has not the whole text of "${title}" in "${path}"`);
    }
  }
}

function itemsOf(path, text, format) {
  try {
    return format === "json"
      ? JSON.parse(text).items.map(({ title, content_html: content }) => ({ title, content }))
      : itemsOfXml(text, format === "rss" ? "item" : "entry");
  } catch (cause) {
    throw new Error(`made "${path}", which cannot be parsed: ${cause.message}`, { cause });
  }
}

const CONTENT = new Set(["description", "content:encoded", "content"]);

function itemsOfXml(xml, itemName) {
  const items = [];
  const open = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (problem) => {
    throw problem;
  });
  const add = (more) => {
    text += more;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("opentag", ({ name }) => {
    if (name === itemName) items.push({ title: "", content: "" });
    open.push(name);
    text = "";
  });
  parser.on("closetag", ({ name }) => {
    open.pop();
    const item = items.at(-1);
    if (item === undefined || open.at(-1) !== itemName) return;
    if (name === "title") item.title = text.trim();
    // RSS carries the text in one of two elements; the summary is the other one.
    else if (CONTENT.has(name) && text.length > item.content.length) item.content = text;
  });
  parser.write(xml).close();
  return items;
}
