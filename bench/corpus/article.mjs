import { AUTHORS, LANGUAGES, OUTLET, SECTIONS, slugOf, TAGS } from "./outlet.mjs";
import { headline, prose } from "./prose.mjs";
import { draw, pick, randomFrom, seedOf } from "./random.mjs";

/** Bytes of an article at least; the last paragraph ends a little after. */
const SIZE = 5_000;

/** The newest article's time; the others go back from it, 40 a day. Long past, so that none is a future story. */
const NEWEST = Date.UTC(2025, 5, 30, 18);
const APART = 36 * 60_000;

/**
 * What is known of an article without its text.
 *
 * @typedef {object} Facts
 * @property {number} number 0 is the newest
 * @property {string} title names no other article
 * @property {string} path below the articles folder
 * @property {string} published RFC 3339
 * @property {string} section
 * @property {readonly string[]} tags
 * @property {readonly string[]} authors
 * @property {string} language
 */

/**
 * @param {number} seed
 * @param {number} number
 * @returns {Facts}
 */
export function factsOf(seed, number) {
  const random = randomFrom(seedOf(seed, number));
  const section = pick(random, SECTIONS);
  const title = `${headline(random)}, report ${number}`;
  const published = new Date(NEWEST - number * APART).toISOString().replace(".000Z", "Z");
  return {
    number,
    title,
    path: `${section}/${published.slice(0, 4)}/${slugOf(title).replace(/[^a-z0-9]+/g, "-")}.md`,
    published,
    section,
    tags: draw(random, TAGS, 1 + Math.floor(random() * 4)),
    authors: draw(random, AUTHORS, random() < 0.15 ? 2 : 1),
    language: random() < 0.1 ? LANGUAGES[1] : LANGUAGES[0],
  };
}

/**
 * The article as a Markdown file of about 5 KB with YAML front matter: paragraphs, links, images, a list, a quote, emphasis, a heading.
 *
 * @param {number} seed
 * @param {Facts} facts
 * @param {number} [revision] how often the article was edited; each time its last line is another one
 * @returns {string}
 */
export function articleText(seed, facts, revision = 0) {
  const random = randomFrom(seedOf(seed + 1, facts.number));
  const older = factsOf(seed, facts.number + 1 + Math.floor(random() * 20));
  const link = `[an earlier report](${permalinkPath(older)})`;
  const parts = [frontMatter(facts, prose(random, 1)), prose(random, 3), `${prose(random, 2)} It follows ${link}.`];
  parts.push(`![The old quay at low tide](https://media.example/photos/${facts.number}.jpg)`);
  parts.push(`## ${headline(random)}`);
  parts.push(`> ${prose(random, 2)}`);
  parts.push(Array.from({ length: 4 }, () => `- ${prose(random, 1)}`).join("\n"));
  parts.push(
    `${prose(random, 2)} **${prose(random, 1)}** See [the figures](https://data.example/${facts.number}?a=1&b=2).`,
  );
  let size = parts.reduce((sum, part) => sum + part.length + 2, 0);
  while (size < SIZE) {
    const paragraph = `*${prose(random, 1)}* ${prose(random, 3)}`;
    parts.push(paragraph);
    size += paragraph.length + 2;
  }
  parts.push(lastLine(facts, revision));
  return `${parts.join("\n\n")}\n`;
}

/**
 * The words that end the article: whoever prints them printed all of it.
 *
 * @param {Facts} facts
 * @param {number} revision
 * @returns {string}
 */
export function lastLine(facts, revision) {
  return `Reference ${facts.number}, edition ${revision + 1}.`;
}

function permalinkPath({ section, path }) {
  return `/${section}/${path.slice(path.lastIndexOf("/") + 1, -".md".length)}/`;
}

function frontMatter({ title, published, tags, authors, language }, summary) {
  return `---
title: "${title}"
date: ${published}
description: "${summary}"
authors: [${authors.join(", ")}]
tags: [${tags.join(", ")}]
language: ${language}
---`;
}

/** Changes when articles of one seed change, so that an old corpus is not taken for a new one. */
export const CORPUS_VERSION = `1 ${OUTLET.title}`;
