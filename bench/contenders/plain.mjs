import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madeAnew } from "./contender.mjs";
import { listsFor } from "./lists.mjs";

const SCRIPT = fileURLToPath(new URL("../peers/plain.mjs", import.meta.url));

const VARIANTS = [
  { id: "plain", name: "plain script, nothing sanitized", sanitizing: [] },
  { id: "plain-appearing", name: "plain script, sanitizing what appears", sanitizing: ["appearing"] },
  { id: "plain-all", name: "plain script, sanitizing every article", sanitizing: ["all"] },
];

/**
 * The script that a newsroom would write for itself, in three degrees of care.
 *
 * @param {import("./contender.mjs").Setting} setting
 * @returns {import("./contender.mjs").Contender[]}
 */
export function plainScripts({ corpus, work }) {
  return VARIANTS.map(({ id, name, sanitizing }) => {
    const folder = join(work, id);
    return {
      id,
      name,
      ...madeAnew(corpus, folder, [SCRIPT, corpus.articles, folder, listsFor(work), ...sanitizing]),
    };
  });
}
