// Measures how soon an edited article is published by `wireroom watch`: see README.md.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { feedFolder } from "./contenders/contender.mjs";
import { lastLine } from "./corpus/article.mjs";
import { corpusOf, undoEdits, writeArticle } from "./corpus/generate.mjs";
import { feedsAskedFor, LIMIT } from "./corpus/outlet.mjs";
import { pick, randomFrom } from "./corpus/random.mjs";
import { machine } from "./machine.mjs";
import { median, percentile } from "./measure.mjs";
import { CORPORA, count, PROGRAM } from "./options.mjs";
import { writePart } from "./report.mjs";

/** Milliseconds from the end of the debounce to published feeds, at the 95th percentile. */
const WANTED = 150;

/** Seconds after which a build that was waited for is not coming: the first one reads every article. */
const PATIENCE = { first: 600, later: 60 };

async function main() {
  const { values } = parseArgs({
    options: {
      size: { type: "string", default: "10000" },
      edits: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      folder: { type: "string", default: CORPORA },
      program: { type: "string", default: PROGRAM },
      out: { type: "string" },
    },
  });
  const program = resolve(values.program);
  if (!existsSync(program)) throw new Error(`Cannot find Wireroom in "${program}": npm run compile`);
  const seed = count("seed", values.seed);
  const corpus = corpusOf(resolve(values.folder), count("size", values.size), seed);
  const edits = plannedEdits(corpus, count("edits", values.edits), seed);
  for (const state of ["dist", ".wireroom"]) rmSync(join(corpus.folder, state), { recursive: true, force: true });
  const watch = startWatch(program, corpus.folder);
  try {
    await watch.nextBuild(PATIENCE.first);
    const seen = [];
    for (const edit of edits) seen.push(await timeEdit(corpus, watch, edit));
    const text = reportOf(corpus.size, seen, watch.builds() - 1);
    process.stdout.write(`${text}\n`);
    if (values.out !== undefined) writePart(values.out, "watch", text);
  } finally {
    await watch.stop();
    undoEdits(corpus);
  }
}

/**
 * Every second edit is of an article that is in a feed, where the edit has to arrive; the others are of any article.
 *
 * @returns {{number: number, revision: number, feed: string | undefined}[]} feed: folder of one that holds the article
 */
function plannedEdits({ facts }, edits, seed) {
  const random = randomFrom(seed);
  const appearing = new Map();
  for (const { kind, label, holds } of feedsAskedFor()) {
    for (const { number } of facts.filter(holds).slice(0, LIMIT)) appearing.set(number, feedFolder(kind, label));
  }
  const numbers = [...appearing.keys()];
  return Array.from({ length: edits }, (_, index) => {
    const number = index % 2 === 0 ? pick(random, numbers) : Math.floor(random() * facts.length);
    return { number, revision: index + 1, feed: appearing.get(number) };
  });
}

/** Edits, waits for the build that publishes the edit, and tells how long it took. */
async function timeEdit(corpus, watch, { number, revision, feed }) {
  const words = lastLine(corpus.facts[number], revision);
  const begun = performance.now();
  writeArticle(corpus, number, revision);
  for (;;) {
    const { milliseconds, timings = {} } = await watch.nextBuild(PATIENCE.later);
    if (typeof milliseconds !== "number") throw new Error("Cannot read the watch: a line has no milliseconds");
    const published =
      feed === undefined || readFileSync(join(corpus.folder, "dist", feed, "feed.json"), "utf8").includes(words);
    if (published) return { appears: feed !== undefined, milliseconds, timings, waited: performance.now() - begun };
  }
}

/** `wireroom watch --format json`, one line of JSON for each build. */
function startWatch(program, folder) {
  const child = spawn(process.execPath, [program, "watch", "--format", "json"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      child.kill("SIGINT");
      process.exit(130);
    });
  }
  const waiting = [];
  const unread = [];
  let builds = 0;
  let ended;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    const build = JSON.parse(line);
    if (build.build === undefined) return;
    builds++;
    const next = waiting.shift();
    if (next === undefined) unread.push(build);
    else next.resolve(build);
  });
  child.once("exit", (code, signal) => {
    ended = new Error(`The watch ended with ${code ?? signal}`);
    for (const { reject } of waiting.splice(0)) reject(ended);
  });
  return {
    builds: () => builds,
    nextBuild: (seconds) => {
      if (unread.length > 0) return Promise.resolve(unread.shift());
      if (ended !== undefined) return Promise.reject(ended);
      return new Promise((resolveBuild, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`No build published what was written in ${seconds} s`)),
          seconds * 1000,
        );
        const settled = (settle) => (value) => {
          clearTimeout(timer);
          settle(value);
        };
        waiting.push({ resolve: settled(resolveBuild), reject: settled(reject) });
      });
    },
    stop: async () => {
      if (ended !== undefined) return;
      const exit = once(child, "exit");
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await exit;
      clearTimeout(timer);
    },
  };
}

function reportOf(size, seen, builds) {
  const appearing = seen.filter(({ appears }) => appears);
  const others = seen.filter(({ appears }) => !appears);
  const p95 = percentile(
    appearing.map(({ milliseconds }) => milliseconds),
    0.95,
  );
  const lines = [
    ["article in a feed", appearing],
    ["article in none", others],
  ].flatMap(([name, edits]) => {
    if (edits.length === 0) return [];
    const times = edits.map(({ milliseconds }) => milliseconds);
    const waits = edits.map(({ waited }) => waited);
    const cells = [median(times), percentile(times, 0.95), Math.max(...times), median(waits)].map((ms) =>
      ms.toFixed(0),
    );
    return [`| ${name} | ${edits.length} | ${cells.join(" | ")} |`];
  });
  const steps = [...new Set(appearing.flatMap(({ timings }) => Object.keys(timings)))].map(
    (step) => `${step} ${median(appearing.map(({ timings }) => timings[step] ?? 0)).toFixed(1)}`,
  );
  return [
    `Watch, ${size.toLocaleString("en")} articles, ${seen.length} single edits, ${builds} builds. ${machine()}.`,
    [
      "| edited | edits | median ms | 95th percentile ms | most ms | median ms from the edit, debounce included |",
      "|---|---|---|---|---|---|",
      ...lines,
    ].join("\n"),
    ...(steps.length === 0 ? [] : [`Steps for an article in a feed, median ms: ${steps.join(", ")}`]),
    `Wanted: ${WANTED} ms at the 95th percentile; measured ${p95.toFixed(0)} ms: ${p95 <= WANTED ? "pass" : "miss"}`,
  ].join("\n\n");
}

try {
  await main();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}
