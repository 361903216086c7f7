// Times Wireroom and its peers on the same corpora: see README.md.
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eleventy } from "./contenders/eleventy.mjs";
import { floors } from "./contenders/floors.mjs";
import { hugo } from "./contenders/hugo.mjs";
import { plainScripts } from "./contenders/plain.mjs";
import { wireroom } from "./contenders/wireroom.mjs";
import { corpusOf, undoEdits } from "./corpus/generate.mjs";
import { loadBefore, machine } from "./machine.mjs";
import { measuresAll } from "./measure.mjs";
import { BENCH, readOptions, USAGE } from "./options.mjs";
import { installPackages } from "./packages.mjs";
import { race } from "./race.mjs";
import { medianOf, raceTable, stepsTable, wantedTable, writePart } from "./report.mjs";
import { stepsOf } from "./steps.mjs";
import { judge } from "./wanted.mjs";

/** Milliseconds after which files that were just written are taken for settled. */
const SETTLED = 2500;

const note = (text) => process.stderr.write(`${text}\n`);

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return process.stdout.write(`${USAGE}\n`);
  installPackages(BENCH, note);
  const load = loadBefore();
  const rows = [];
  const left = [];
  const steps = [];
  for (const size of options.sizes) {
    const corpus = corpusOf(resolve(options.folder), size, options.seed);
    note(
      corpus.seconds === undefined ? `Corpus of ${size}: there` : `Corpus of ${size}: ${corpus.seconds.toFixed(1)} s`,
    );
    // Wireroom keeps nothing of files that changed less than two seconds ago: their times may not show the next change.
    if (corpus.seconds !== undefined) await pause(SETTLED);
    try {
      const contenders = contendersOf(corpus, options);
      const found = await race(corpus, contenders, { ...options, note });
      rows.push(...found.rows);
      // Only of a Wireroom that did the whole job: the steps of half a job mean nothing.
      if (found.rows.some(({ id }) => id === "wireroom")) {
        steps.push(stepsTable(size, stepsOf(contenders.find(({ id }) => id === "wireroom"))));
      }
      left.push(...found.left.map((one) => ({ ...one, size })));
    } finally {
      undoEdits(corpus);
    }
  }
  const text = reportOf({ rows, left, steps, load }, options);
  process.stdout.write(`${text}\n`);
  if (options.out !== undefined) writePart(options.out, "race", text);
}

function contendersOf(corpus, { only, all, program, folder }) {
  const setting = {
    corpus,
    work: join(resolve(folder), "work", String(corpus.size)),
    program: resolve(program),
    all,
  };
  const makers = [
    [["wireroom"], wireroom],
    [["plain", "plain-appearing", "plain-all"], plainScripts],
    [["eleventy"], eleventy],
    [["hugo"], hugo],
    [["find", "cat", "node", "bare"], floors],
  ];
  const known = makers.flatMap(([ids]) => ids);
  const unknown = only?.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`Cannot run "${unknown}": write one of ${known.join(" ")}`);
  return makers
    .filter(([ids]) => only === undefined || ids.some((id) => only.includes(id)))
    .flatMap(([, make]) => make(setting))
    .filter(({ id }) => only === undefined || only.includes(id));
}

function reportOf({ rows, left, steps, load }, { sizes, runs, seed }) {
  const find = (size, of, state) => {
    const row = rows.find((one) => one.size === size && one.id === of && (state === undefined || one.state === state));
    return row && { seconds: medianOf(row, "seconds"), megabytes: medianOf(row, "megabytes") };
  };
  const verdicts = judge(find, sizes);
  return [
    `${machine()}; load before ${load.toFixed(1)}. Medians of ${runs} rounds, seed ${seed}; whole processes, from spawn to exit.`,
    raceTable(rows),
    ...left.map(({ name, size, reason }) => `- ${name}, ${size.toLocaleString("en")} articles: no row, ${reason}`),
    ...(measuresAll
      ? []
      : ["- Memory and time on the cores are not measured: they need GNU time (Debian: apt install time)"]),
    ...(verdicts.length === 0 ? [] : [wantedTable(verdicts)]),
    ...steps,
  ].join("\n\n");
}

try {
  await main();
} catch (cause) {
  note(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 2;
}
