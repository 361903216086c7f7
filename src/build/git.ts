import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { ARTICLE_ENDINGS } from "../discover/index.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { Outlet } from "../model/outlet.ts";
import { escapeControls } from "../text.ts";
import { type FileHistories, LOG_FORMAT, logReader } from "./git-log.ts";

/** What version control knows of the articles, or why it cannot be asked. */
export type GitResult = { readonly histories: FileHistories } | { readonly problem: Problem };

export interface GitOptions {
  /** The articles folder, absolute. */
  readonly folder: string;
  /** Whether the lines that commits changed are needed, too; it reads the whole history of every text. */
  readonly lines: boolean;
  readonly signal?: AbortSignal;
}

/** Asks git for the history of all articles in one call, reading it as it comes. */
export function gitHistories({ folder, lines, signal }: GitOptions): Promise<GitResult> {
  return new Promise((done) => {
    const reader = logReader();
    let said = "";
    const args = [...SETTINGS, "log", ...LOG, ...(lines ? PATCH : []), "--", ...ARTICLE_ENDINGS.map(pathsOf)];
    const git = spawn("git", args, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal !== undefined && { signal }),
    });
    git.stdout.on("data", (chunk: Uint8Array) => reader.take(chunk));
    git.stderr.on("data", (chunk: Uint8Array) => {
      if (said.length < 2000) said += Buffer.from(chunk).toString("utf8");
    });
    git.on("error", (cause) => {
      const isMissing = "code" in cause && cause.code === "ENOENT";
      done({ problem: isMissing ? MISSING : failed(cause.message) });
    });
    git.on("close", (code) => {
      if (code !== 0) return done({ problem: failed(said) });
      const { histories, cut } = reader.end();
      done(cut ? { problem: SHALLOW } : { histories });
    });
  });
}

/** The histories that an outlet's settings ask for; nothing when they ask for none. */
export async function historiesFor(
  { undated, updated, articles }: Outlet,
  folder: string,
  signal?: AbortSignal,
): Promise<{ readonly histories?: FileHistories } | { readonly problem: Problem }> {
  if (undated !== "git" && updated !== "git") return {};
  const lines = updated === "git";
  return gitHistories({ folder: resolve(folder, articles), lines, ...(signal !== undefined && { signal }) });
}

/** What a user's own settings may have changed, and what would run other programs. */
const SETTINGS = ["core.quotepath=off", "core.fsmonitor=false", "log.follow=false", "log.diffMerges=off"].flatMap(
  (setting) => ["-c", setting],
);

const LOG = [
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-show-signature",
  "--no-notes",
  "--date-order",
  "--relative",
  "--find-renames",
  "--raw",
  "-z",
  `--format=${LOG_FORMAT}`,
];

const PATCH = ["--patch", "--unified=0", "--inter-hunk-context=0", "--text"];

/** Files of an ending in the folder and below, pictures left out. */
function pathsOf(ending: string): string {
  return `:(glob,icase)**/*.${ending}`;
}

const MISSING: Problem = {
  code: "git/missing",
  severity: "error",
  message: "Cannot ask git for dates: there is no program git here, install it or take git out of outlet.yaml",
};

const SHALLOW: Problem = {
  code: "git/shallow",
  severity: "error",
  message:
    "Cannot tell dates from a history that is cut off: clone all of it, git fetch --unshallow, fetch-depth: 0 in GitHub Actions",
};

function failed(said: string): Problem {
  const [line = ""] = said.trim().split("\n");
  return {
    code: "git/failed",
    severity: "error",
    message: `Cannot ask git for dates: it says ${escapeControls(line.trim() || "nothing")}; build in a clone of the articles' repository, or take git out of outlet.yaml`,
  };
}
