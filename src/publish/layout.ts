import { dirname, join } from "node:path";
import { quote } from "../text.ts";
import { PublishProblem } from "./problem.ts";

export const MANIFEST = "manifest.json";
export const STORIES = "stories.json";

/** The link to the release that is out, and the folder of releases, when a release is a folder of its own. */
export const CURRENT = "current";
export const RELEASES = "releases";

/** Where a release is put together: in the output folder, so that it is on the same file system. */
export const STAGING = ".wireroom-release";

/** What stands where in an output folder. */
export interface Layout {
  readonly root: string;
  readonly staging: string;
  /** New files, before they are switched in. */
  readonly fresh: string;
  /** Old files, until the switch is over. */
  readonly kept: string;
  readonly journal: string;
  readonly current: string;
  readonly releases: string;
}

export function layoutOf(root: string): Layout {
  const staging = join(root, STAGING);
  return {
    root,
    staging,
    fresh: join(staging, "new"),
    kept: join(staging, "old"),
    journal: join(staging, "journal.json"),
    current: join(root, CURRENT),
    releases: join(root, RELEASES),
  };
}

/** A path of a release below a folder. */
export function below(folder: string, path: string): string {
  return join(folder, ...path.split("/"));
}

/** The folders that a path of a release is in, innermost first: `a/b`, `a`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) folders.push(folder);
  return folders;
}

/** Whether a path stays below the folder that it is joined to. */
export function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    !path.includes("\0") &&
    !path.includes("\\") &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** @throws PublishProblem when a document may not stand at a path */
export function checkPath(path: string): void {
  const [first] = path.split("/");
  if (!isSafePath(path))
    throw new PublishProblem("publish/unsafe-path", `Cannot publish ${quote(path)}: it leads out of the output folder`);
  if (first !== undefined && RESERVED.has(first))
    throw new PublishProblem("publish/unsafe-path", `Cannot publish ${quote(path)}: that name is wireroom's own`);
}

const RESERVED: ReadonlySet<string> = new Set([MANIFEST, STORIES, CURRENT, RELEASES, STAGING]);
