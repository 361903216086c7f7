import { rmSync } from "node:fs";
import { slugOf } from "../corpus/outlet.mjs";

/**
 * One state that a program is timed in.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {() => void} before brings the state about, untimed
 * @property {import("../measure.mjs").Command} command
 */

/**
 * A program that is timed on one corpus.
 *
 * @typedef {object} Contender
 * @property {string} id for `--only`
 * @property {string} name
 * @property {string} [skipped] why it cannot run here
 * @property {readonly Case[]} cases
 * @property {number} [rounds] at most, for slow ones
 * @property {{folder: string, folderOf: import("../check-output.mjs").FolderOf}} [output] absent for floors, which make nothing
 */

/**
 * Where the contenders of one corpus find things.
 *
 * @typedef {object} Setting
 * @property {import("../corpus/generate.mjs").Corpus} corpus
 * @property {string} work folder for what peers write, outside the repository
 * @property {string} program Wireroom's `main.js`
 * @property {boolean} all whether slow peers run on large corpora
 */

/**
 * A Node script that makes all of its output anew, as the one state that it is timed in.
 *
 * @param {Setting["corpus"]} corpus
 * @param {string} folder of its output
 * @param {readonly string[]} args the script first
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Pick<Contender, "output" | "cases">}
 */
export function madeAnew(corpus, folder, args, env) {
  return {
    output: { folder, folderOf: feedFolder },
    cases: [
      {
        name: "from nothing",
        before: () => rmSync(folder, { recursive: true, force: true }),
        command: { file: process.execPath, args, cwd: corpus.folder, ...(env !== undefined && { env }) },
      },
    ],
  };
}

const GROUPS = { main: "", section: "sections/", tag: "tags/", author: "authors/", language: "languages/" };

/** The folder of a feed as Wireroom names it; scripts that can choose take the same. */
export function feedFolder(kind, label) {
  return kind === "main" ? "" : `${GROUPS[kind]}${slugOf(label)}/`;
}
