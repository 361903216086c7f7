import { spawnSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { feedFolder } from "./contender.mjs";

const SITE = fileURLToPath(new URL("../peers/hugo", import.meta.url));

/**
 * Hugo with templates for the three formats and no pages.
 *
 * @param {import("./contender.mjs").Setting} setting
 * @returns {import("./contender.mjs").Contender}
 */
export function hugo({ corpus, work }) {
  const version = /v(\d+\.\d+\.\d+)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1];
  const folder = join(work, "hugo");
  const site = join(work, "hugo-site");
  return {
    id: "hugo",
    name: `Hugo ${version ?? ""}`.trim(),
    ...(version === undefined && { skipped: "not installed (Debian: apt install hugo)" }),
    output: { folder, folderOf },
    cases: [
      {
        name: "from nothing",
        before: () => {
          for (const old of [folder, site]) rmSync(old, { recursive: true, force: true });
          // Hugo writes locks and caches beside its configuration.
          cpSync(SITE, site, { recursive: true });
        },
        command: {
          file: "hugo",
          args: ["--quiet", "--source", site, "--contentDir", corpus.articles, "--destination", folder],
          cwd: corpus.folder,
        },
      },
    ],
  };
}

/** Hugo chooses these itself: sections at the top, terms below the name of their taxonomy. */
function folderOf(kind, label) {
  if (kind === "section") return `${label}/`;
  if (kind === "language") return `language/${label}/`;
  return feedFolder(kind, label);
}
