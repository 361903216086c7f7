import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { madeAnew } from "./contender.mjs";
import { listsFor } from "./lists.mjs";

const CONFIGURATION = fileURLToPath(new URL("../peers/eleventy/eleventy.config.mjs", import.meta.url));

const PACKAGE = fileURLToPath(new URL("../node_modules/@11ty/eleventy", import.meta.url));

/** Articles from which Eleventy would take most of an hour. */
const LARGE = 100_000;

/**
 * @param {import("./contender.mjs").Setting} setting
 * @returns {import("./contender.mjs").Contender}
 */
export function eleventy({ corpus, work, all }) {
  const folder = join(work, "eleventy");
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
  const args = [
    join(PACKAGE, "cmd.cjs"),
    `--config=${relative(corpus.folder, CONFIGURATION)}`,
    "--input=articles",
    `--output=${relative(corpus.folder, folder)}`,
    "--quiet",
  ];
  return {
    id: "eleventy",
    name: `Eleventy ${version} with its RSS plugin`,
    ...(corpus.size >= LARGE && !all && { skipped: "not run on so many articles without --all" }),
    rounds: 2,
    ...madeAnew(corpus, folder, args, { BENCH_LISTS: listsFor(work) }),
  };
}
