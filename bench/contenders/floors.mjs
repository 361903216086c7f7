import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { madeAnew } from "./contender.mjs";
import { listsFor } from "./lists.mjs";

const BARE = fileURLToPath(new URL("../peers/bare.mjs", import.meta.url));
const RECORDER = new URL("./record-imports.mjs", import.meta.url).href;

/**
 * What no program can do without: listing, reading, starting Node with one's packages, and the bare design.
 *
 * @param {import("./contender.mjs").Setting} setting
 * @returns {import("./contender.mjs").Contender[]}
 */
export function floors(setting) {
  const { corpus } = setting;
  const printsTimes = spawnSync("find", [corpus.folder, "-maxdepth", "0", "-printf", "%s %T@"]).status === 0;
  return [
    {
      id: "find",
      name: "find, printing size and times",
      ...(!printsTimes && { skipped: "needs GNU find" }),
      cases: [
        floor({ file: "find", args: ["articles", "-type", "f", "-printf", "%s %T@ %C@ %i %p\\n"], cwd: corpus.folder }),
      ],
    },
    {
      id: "cat",
      name: "reading every byte (find and cat)",
      cases: [floor({ file: "sh", args: ["-c", "find articles -type f -print0 | xargs -0 cat"], cwd: corpus.folder })],
    },
    bareNode(setting),
    bareDesign(setting),
  ];
}

/** A program of Wireroom's design that does nothing but make the documents. */
function bareDesign({ corpus, work }) {
  const folder = join(work, "bare");
  return {
    id: "bare",
    name: "the bare design, nothing judged or kept",
    ...madeAnew(corpus, folder, [BARE, corpus.articles, folder, listsFor(work)]),
  };
}

/** Node that imports what Wireroom imports on this corpus, and ends. */
function bareNode({ corpus, work, program }) {
  const contender = { id: "node", name: "bare Node with Wireroom's imports" };
  if (!existsSync(program)) return { ...contender, skipped: "Wireroom is not there", cases: [] };
  const recorded = importsOf({ corpus, work, program });
  if ("problem" in recorded) return { ...contender, skipped: recorded.problem, cases: [] };
  const { packages } = recorded;
  const code = packages.map((name) => `import ${JSON.stringify(name)};`).join("");
  return {
    ...contender,
    name: `${contender.name} (${packages.length})`,
    cases: [floor({ file: process.execPath, args: ["--input-type=module", "-e", code], cwd: dirname(program) })],
  };
}

/**
 * The packages that Wireroom's own files import while it builds this corpus from nothing: recorded, so that neither a package which only
 * another command needs nor one that is loaded late counts for it.
 */
function importsOf({ corpus, work, program }) {
  mkdirSync(work, { recursive: true });
  const record = join(work, "imports.txt");
  for (const old of [record, join(corpus.folder, "dist"), join(corpus.folder, ".wireroom")]) {
    rmSync(old, { recursive: true, force: true });
  }
  const { status, stderr } = spawnSync(process.execPath, ["--import", RECORDER, program, "build"], {
    cwd: corpus.folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      BENCH_IMPORTS: record,
      // The folder of all compiled files: two up from lib/cli/main.js.
      BENCH_IMPORTERS: new URL("..", pathToFileURL(program)).href,
    },
  });
  if (status !== 0) return { problem: `Wireroom ended with ${status}: ${stderr.trim().slice(-300)}` };
  const lines = existsSync(record) ? readFileSync(record, "utf8").split("\n") : [];
  return { packages: [...new Set(lines.filter((line) => line !== ""))].sort() };
}

function floor(command) {
  return { name: "floor", before: () => {}, command };
}
