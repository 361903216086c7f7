import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeArticle } from "../corpus/generate.mjs";
import { feedFolder } from "./contender.mjs";

/**
 * `wireroom build` in the corpus's folder, with every check on: from nothing, when nothing changed, when the newest article changed,
 * which is in as many feeds as a story can be.
 *
 * @param {import("./contender.mjs").Setting} setting
 * @returns {import("./contender.mjs").Contender}
 */
export function wireroom({ corpus, program }) {
  const output = { folder: join(corpus.folder, "dist"), folderOf: feedFolder };
  const command = { file: process.execPath, args: [program, "build"], cwd: corpus.folder };
  return {
    id: "wireroom",
    name: "Wireroom",
    ...(!existsSync(program) && { skipped: "lib/cli/main.js is not there: npm run compile" }),
    output,
    cases: [
      {
        name: "from nothing",
        before: () => {
          for (const folder of [output.folder, join(corpus.folder, ".wireroom")]) {
            rmSync(folder, { recursive: true, force: true });
          }
        },
        command,
      },
      { name: "nothing changed", before: () => {}, command },
      {
        name: "one article changed",
        before: () => {
          writeArticle(corpus, 0, (corpus.revisions.get(0) ?? 0) + 1);
        },
        command,
      },
    ],
  };
}
