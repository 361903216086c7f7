// How fast the validator is, beside the bare parser it stands on. Compile first: npm run compile && node bench/validate.mjs [FOLDER]
//
// Prints the median time of a document of 270 KB with 50 full-text items under all rules and under saxes alone (namespaces and
// positions on, no handlers), the two alternating; what checkEntry costs per item; the heap after the tenth and the last hundred
// checks; and, given a folder of feeds, how long all of them take in one process.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { checkDocument, checkEntry, checkHead } from "../lib/validate/index.js";

const ROUNDS = 41;
const REPEATS = 5;
/** Rounds that are not counted: compilers finish late where others work too. */
const WARM_UP = 30;
const ITEMS = 50;

const SENTENCE =
  "The harbour board said on Tuesday that the eastern pier would stay closed until divers had looked at its footings. ";

/** Full text as a newsroom publishes it, about 5 KB. */
function body(index) {
  const paragraphs = Array.from({ length: 9 }, (_, at) => {
    const link = `<a href="https://harbour.example/2025/08/${index}/${at}">the report</a>`;
    return `<p>${SENTENCE.repeat(3)}${link}, which <em>nobody</em> had &#8220;asked for&#8221; &#8212; so far.</p>`;
  });
  return `<figure><img src="https://harbour.example/img/${index}.jpg" alt="Pier ${index}"/></figure>${paragraphs.join("")}`;
}

function item(index) {
  const html = body(index);
  return `<item>
      <title>Pier ${index} stays closed</title>
      <link>https://harbour.example/news/pier-${index}/</link>
      <guid isPermaLink="false">tag:harbour.example,2020:news/pier-${index}</guid>
      <pubDate>Tue, 19 Aug 2025 11:${String(59 - index).padStart(2, "0")}:00 GMT</pubDate>
      <description>The board waits for divers.</description>
      <content:encoded><![CDATA[${html}]]></content:encoded>
      <dc:creator>Ana Ruiz and Bo Åkesson</dc:creator>
      <category>Harbour</category>
      <category>Weather</category>
      <enclosure url="https://harbour.example/img/${index}.jpg" length="184320" type="image/jpeg"/>
      <media:content url="https://harbour.example/img/${index}.jpg" medium="image" width="1600" height="900"><media:credit role="photographer">Ana Ruiz</media:credit></media:content>
    </item>`;
}

const HEAD = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Harbour News</title>
    <link>https://harbour.example/</link>
    <description>News of the harbour</description>
    <language>en</language>
    <lastBuildDate>Tue, 19 Aug 2025 11:59:00 GMT</lastBuildDate>
    <atom:link href="https://harbour.example/rss.xml" rel="self" type="application/rss+xml"/>
    `;
const TAIL = "\n  </channel>\n</rss>\n";

const encoder = new TextEncoder();
const items = Array.from({ length: ITEMS }, (_, index) => item(index));
const document = encoder.encode(HEAD + items.join("\n    ") + TAIL);
const [head, tail] = [encoder.encode(HEAD), encoder.encode(TAIL)];
const entries = items.map((text) => encoder.encode(text));

function parseBare(bytes) {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.write(new TextDecoder().decode(bytes)).close();
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** Milliseconds of processor time: on a machine that others work on too, long work is interrupted more often than short work. */
function processorTime(work) {
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < REPEATS; repeat++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / REPEATS;
}

/** Medians of pieces of work that take turns. */
function alternate(...works) {
  const times = works.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    works.forEach((work, index) => {
      const took = processorTime(work);
      if (round >= WARM_UP) times[index]?.push(took);
    });
  }
  return times.map(median);
}

function heapInMegabytes() {
  globalThis.gc?.();
  return (process.memoryUsage().heapUsed / 1024 / 1024).toFixed(1);
}

const found = checkDocument(document).diagnostics;
if (found.length > 0) throw new Error(`The document is not clean: ${found[0]?.message}`);

const [bare = 0, core = 0, w3c = 0] = alternate(
  () => parseBare(document),
  () => checkDocument(document),
  () => checkDocument(document, { profile: "w3c" }),
);
console.log(
  `document of ${(document.length / 1024).toFixed(0)} KB, ${ITEMS} items, medians of ${ROUNDS}, ms of processor time`,
);
console.log(`  saxes alone   ${bare.toFixed(2)}`);
console.log(`  core          ${core.toFixed(2)}   ${(bare / core).toFixed(2)} of the speed of saxes alone`);
console.log(`  w3c           ${w3c.toFixed(2)}   ${(bare / w3c).toFixed(2)} of the speed of saxes alone`);

const [bareEntries = 0, checkedEntries = 0, checkedHead = 0] = alternate(
  () => {
    for (const entry of entries) parseBare(Buffer.concat([head, entry, tail]));
  },
  () => {
    for (const entry of entries) checkEntry("rss", head, entry, tail);
  },
  () => checkHead("rss", head, tail),
);
const size = entries.reduce((sum, entry) => sum + entry.length, 0) / ITEMS;
console.log(`entry of ${(size / 1024).toFixed(1)} KB, ms each`);
console.log(`  saxes alone, with head and tail   ${(bareEntries / ITEMS).toFixed(3)}`);
console.log(`  checkEntry                        ${(checkedEntries / ITEMS).toFixed(3)}`);
console.log(`  checkHead, once                   ${checkedHead.toFixed(3)}`);

for (let round = 0; round < 10; round++) checkDocument(document);
const early = heapInMegabytes();
for (let round = 0; round < 100; round++) checkDocument(document);
console.log(
  `heap after 10 more documents ${early} MB, after 100 more ${heapInMegabytes()} MB${globalThis.gc ? "" : " (run with --expose-gc to see what is kept)"}`,
);

const [folder] = process.argv.slice(2);
if (folder !== undefined) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(?:xml|rss|atom|json)$/.test(file.name))
    .map((file) => join(file.parentPath ?? file.path, file.name));
  const took = time(() => {
    for (const file of files) checkDocument(readFileSync(file), { profile: "w3c", file });
  });
  console.log(`${files.length} files of the folder, one process: ${(took / 1000).toFixed(2)} s`);
}
