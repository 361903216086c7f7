import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const BENCH = fileURLToPath(new URL(".", import.meta.url));

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

/** The results that the repository keeps. */
export const RESULTS = join(BENCH, "RESULTS.md");

/** Where corpora are kept, in a folder for each size. */
export const CORPORA = join(tmpdir(), "wireroom-bench");

/** Wireroom as it is published. */
export const PROGRAM = join(PROJECT, "lib", "cli", "main.js");

export { BENCH };

export const USAGE = `npm run bench -- [options]
  --sizes 10000,100000   articles of each corpus
  --runs 5               rounds; medians are printed
  --only wireroom,hugo   contenders: wireroom plain plain-appearing plain-all eleventy hugo find cat node bare
  --out FILE             where results go (bench/RESULTS.md; with --only nowhere unless given)
  --all                  slow peers on large corpora too
  --limit 600            seconds after which a process is stopped
  --folder DIR           where corpora are kept (a folder for temporary files)
  --seed 1               another seed makes other articles
  --program FILE         another build of Wireroom`;

/**
 * @param {readonly string[]} argv
 * @returns {{help: boolean, sizes: number[], runs: number, only: string[] | undefined, out: string | undefined, all: boolean, limit: number, folder: string, seed: number, program: string}}
 * @throws {Error} when an option cannot be used
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: "boolean", default: false },
      sizes: { type: "string", default: "10000,100000" },
      runs: { type: "string", default: "5" },
      only: { type: "string" },
      out: { type: "string" },
      all: { type: "boolean", default: false },
      limit: { type: "string", default: "600" },
      folder: { type: "string", default: CORPORA },
      seed: { type: "string", default: "1" },
      program: { type: "string", default: PROGRAM },
    },
  });
  const only = values.only?.split(",");
  return {
    ...values,
    only,
    sizes: values.sizes.split(",").map((text) => count("sizes", text)),
    runs: count("runs", values.runs),
    limit: count("limit", values.limit),
    seed: count("seed", values.seed),
    out: values.out ?? (only === undefined ? RESULTS : undefined),
  };
}

/** @returns {number} a whole number from 1 up */
export function count(option, text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`Cannot use --${option} "${text}": write a whole number from 1 up`);
  return Number(text);
}
