import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { articleText, CORPUS_VERSION, factsOf } from "./article.mjs";
import { outletYaml } from "./outlet.mjs";

/** Written last: a folder without it was left half-made. */
const STAMP = "corpus.json";

/** Numbers of the articles that were edited, one a line, written before the edit: a run that is cut short leaves no other corpus behind. */
const EDITED = "edited.txt";

/**
 * @typedef {object} Corpus
 * @property {string} folder holds `outlet.yaml` and `articles/`
 * @property {string} articles
 * @property {number} seed
 * @property {number} size articles
 * @property {readonly import("./article.mjs").Facts[]} facts newest first
 * @property {Map<number, number>} revisions of the articles that were edited; every contender reads the same edited corpus
 * @property {number | undefined} seconds what making it took; absent when it was there
 */

/**
 * The corpus of a size: the one that is there when its stamp says so, else a new one.
 *
 * @param {string} parent folder that corpora are kept in
 * @param {number} size articles
 * @param {number} seed
 * @returns {Corpus}
 */
export function corpusOf(parent, size, seed) {
  const folder = join(parent, String(size));
  const articles = join(folder, "articles");
  const facts = Array.from({ length: size }, (_, number) => factsOf(seed, number));
  const corpus = { folder, articles, seed, size, facts, revisions: new Map() };
  const stamp = JSON.stringify({ version: CORPUS_VERSION, seed, size, outlet: outletYaml() });
  const file = join(folder, STAMP);
  if (existsSync(file) && readFileSync(file, "utf8") === stamp) {
    undoEdits(corpus);
    return { ...corpus, seconds: undefined };
  }
  if (existsSync(folder) && !existsSync(join(folder, "outlet.yaml"))) {
    throw new Error(`Cannot make a corpus in "${folder}": it is there and is no corpus, name another --folder`);
  }
  const begun = performance.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "outlet.yaml"), outletYaml());
  const folders = new Set(facts.map(({ path }) => dirname(path)));
  for (const below of folders) mkdirSync(join(articles, below), { recursive: true });
  for (const one of facts) writeFileSync(join(articles, one.path), articleText(seed, one));
  writeFileSync(file, stamp);
  return { ...corpus, seconds: (performance.now() - begun) / 1000 };
}

/**
 * Writes one article again, as an editor does: into a new file that takes the old one's place.
 *
 * @param {Corpus} corpus
 * @param {number} number
 * @param {number} revision 0 is the article as it was generated
 */
export function writeArticle({ folder, articles, seed, facts, revisions }, number, revision) {
  if (!revisions.has(number)) appendFileSync(join(folder, EDITED), `${number}\n`);
  const file = join(articles, facts[number].path);
  writeFileSync(`${file}.tmp`, articleText(seed, facts[number], revision));
  renameSync(`${file}.tmp`, file);
  revisions.set(number, revision);
}

/**
 * Makes the corpus again what its seed says.
 *
 * @param {Corpus} corpus
 */
export function undoEdits(corpus) {
  const file = join(corpus.folder, EDITED);
  if (!existsSync(file)) return;
  for (const number of new Set(readFileSync(file, "utf8").trim().split("\n").map(Number))) {
    writeArticle(corpus, number, 0);
  }
  rmSync(file);
  corpus.revisions.clear();
}
