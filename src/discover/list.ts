import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { sep } from "node:path";
import type { Problem } from "../model/diagnostic.ts";
import type { FileProblem, Listing } from "../model/doors.ts";
import type { ArticleKind, SourceFile } from "../model/draft.ts";
import { hasBelow } from "../sorted.ts";
import { quote } from "../text.ts";
import { isLeftover, kindOfFile } from "./kinds.ts";
import { error, FolderProblem, NOT_PLAIN, reasonOf, unreadable } from "./problems.ts";
import { stampOf, unsettledAt } from "./stamps.ts";

/** Bytes of an article at most; a long read of 100,000 words is 1 MB. */
export const LARGEST_ARTICLE = 16_000_000;

/** Folders inside folders; deeper ones are a loop or an accident. */
const DEEPEST = 32;

/** What stands below an articles folder. */
export interface FolderListing extends Listing {
  /** Whether one of the files is a link: what changes may be the file that it leads to. */
  readonly hasLinks: boolean;
}

/** @param now before the first file is looked at: one that changes later shows it in its times */
export function list(folder: string, now: number): FolderListing {
  const files: SourceFile[] = [];
  const problems: FileProblem[] = [];
  let hasLinks = false;
  const root = rootOf(folder);
  // Names are put together by hand: joining paths takes as long as looking at the files.
  const walk = (within: string, below: string, depth: number): void => {
    for (const entry of entriesOf(within)) {
      const path = below + entry.name;
      const file = `${within}${sep}${entry.name}`;
      if (isLeftover(entry.name)) continue;
      if (entry.isDirectory()) {
        if (depth < DEEPEST) walk(file, `${path}/`, depth + 1);
        else
          problems.push({
            path,
            problem: error("file/too-deep", `Cannot read folders more than ${DEEPEST} deep: move the articles up`),
          });
        continue;
      }
      const kind = kindOfFile(entry.name);
      if (kind === undefined) continue;
      const isLink = entry.isSymbolicLink();
      hasLinks ||= isLink;
      const found = inspect(file, root, isLink);
      if ("problem" in found) problems.push({ path, problem: found.problem });
      else files.push(fileOf(path, kind, found.stats, now));
    }
  };
  walk(folder, "", 0);
  return { files: files.sort(byPath), problems: problems.sort(byPath), hasLinks };
}

/** Places that are looked at one by one; when more may have changed, everything is. */
const MOST_PLACES = 100;

/**
 * Lists a folder again by looking only at what may have changed since, and at files whose times did not tell.
 *
 * @param before the last listing of the folder
 * @param changed paths of the file system
 * @param now before the first file is looked at
 * @returns undefined when that cannot be told without looking at everything: a folder has changed, a link, or much
 */
export function listAgain(
  folder: string,
  before: FolderListing,
  changed: ReadonlySet<string>,
  now: number,
): FolderListing | undefined {
  if (before.hasLinks || changed.size > MOST_PLACES) return undefined;
  const paths = new Set(before.files.flatMap(({ path, unsettled }) => (unsettled === true ? [path] : [])));
  for (const place of changed) {
    if (!place.startsWith(folder + sep)) return undefined;
    const names = place.slice(folder.length + sep.length).split(sep);
    // A name that is not UTF-8 comes with a replacement character, and leads to nothing.
    if (names.length > DEEPEST || place.includes("\uFFFD")) return undefined;
    if (names.some(isLeftover)) continue;
    const path = names.join("/");
    // It was a folder, whatever stands there now.
    if (hasBelow(before.files, path) || hasBelow(before.problems, path)) return undefined;
    paths.add(path);
  }
  // Where the folder itself is gone, no file in it is.
  rootOf(folder);
  const files: SourceFile[] = [];
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const file = `${folder}${sep}${path.split("/").join(sep)}`;
    const stats = statsOf(file);
    if (stats === "unclear" || stats?.isFile() === false) return undefined;
    const kind = kindOfFile(path.slice(path.lastIndexOf("/") + 1));
    if (stats === undefined || kind === undefined) continue;
    const problem = faultOf(stats);
    if (problem !== undefined) problems.push({ path, problem });
    else files.push(fileOf(path, kind, stats, now));
  }
  const others = ({ path }: { readonly path: string }) => !paths.has(path);
  return {
    files: [...before.files.filter(others), ...files].sort(byPath),
    problems: [...before.problems.filter(others), ...problems].sort(byPath),
    hasLinks: false,
  };
}

/** What stands at a path; undefined when nothing does. */
function statsOf(file: string): Stats | undefined | "unclear" {
  try {
    return lstatSync(file, { throwIfNoEntry: false });
  } catch {
    return "unclear";
  }
}

function fileOf(path: string, kind: ArticleKind, stats: Stats, now: number): SourceFile {
  return { path, kind, size: stats.size, stamp: stampOf(stats), ...unsettledAt(now, stats) };
}

function rootOf(folder: string): string {
  try {
    if (!statSync(folder).isDirectory())
      throw new FolderProblem("articles/missing", `Cannot read articles from ${quote(folder)}: it is no folder`);
    return realpathSync(folder);
  } catch (cause) {
    if (cause instanceof FolderProblem) throw cause;
    throw new FolderProblem(
      "articles/missing",
      `Cannot find the articles folder ${quote(folder)}: ${reasonOf(cause)}`,
      cause,
    );
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new FolderProblem(
      "articles/unreadable",
      `Cannot list the folder ${quote(folder)}: ${reasonOf(cause)}`,
      cause,
    );
  }
}

function inspect(
  file: string,
  root: string,
  isLink: boolean,
): { readonly stats: Stats } | { readonly problem: Problem } {
  try {
    if (isLink && !isInside(realpathSync(file), root)) {
      return {
        problem: error("file/outside", "Cannot follow a link out of the articles folder: copy the file into it"),
      };
    }
    const stats = isLink ? statSync(file) : lstatSync(file);
    const problem = faultOf(stats);
    return problem === undefined ? { stats } : { problem };
  } catch (cause) {
    return { problem: unreadable(cause) };
  }
}

/** Why something can be no article, whatever is in it. */
function faultOf(stats: Stats): Problem | undefined {
  if (!stats.isFile()) return NOT_PLAIN;
  if (stats.size <= LARGEST_ARTICLE) return undefined;
  return error(
    "file/too-large",
    `Cannot read ${stats.size} bytes as one article: ${LARGEST_ARTICLE} at most, split it or take it out`,
  );
}

export function isInside(file: string, root: string): boolean {
  return file.startsWith(root.endsWith(sep) ? root : root + sep);
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
