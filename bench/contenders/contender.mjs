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

const GROUPS = { main: "", section: "sections/", tag: "tags/", author: "authors/", language: "languages/" };

/** The folder of a feed as Wireroom names it; scripts that can choose take the same. */
export function feedFolder(kind, label) {
  return kind === "main" ? "" : `${GROUPS[kind]}${slugOf(label)}/`;
}
