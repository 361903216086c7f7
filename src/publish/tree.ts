import type { Problem } from "../model/diagnostic.ts";
import type { Manifest } from "../model/release.ts";
import { quote } from "../text.ts";
import { type Digest, digestOf, holds } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { below, CURRENT, layoutOf, MANIFEST, RELEASES } from "./layout.ts";
import { parseManifest } from "./manifest.ts";
import { during, PublishProblem } from "./problem.ts";
import { readWhole } from "./whole-file.ts";

/** A release as it stands in a folder. */
export interface Tree {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Every file, the manifest too. */
  readonly files: ReadonlyMap<string, Digest>;
  /** When the manifest was put in its place, which was after all other files: milliseconds. */
  readonly touched: number;
}

/**
 * The release whose manifest stands in a folder; undefined when there is no manifest.
 *
 * @throws PublishProblem when there is one that cannot be used
 */
export function treeIn(fs: FileSystem, folder: string): Tree | undefined {
  const read = readTree(fs, folder);
  if (read === undefined || "folder" in read) return read;
  throw new PublishProblem(read.code as PublishProblem["code"], read.message);
}

/** `treeIn`, with the problem as a value. */
export function readTree(fs: FileSystem, folder: string): Tree | Problem | undefined {
  const path = below(folder, MANIFEST);
  return during(MANIFEST, () => {
    const facts = fs.lstat(path);
    if (facts === undefined) return undefined;
    if (facts.kind !== "file")
      return {
        code: "publish/in-the-way",
        severity: "error",
        message: `Cannot publish ${quote(MANIFEST)}: something that is no plain file is in its place, move it away`,
      };
    const bytes = readWhole(fs, path);
    const parsed = parseManifest(bytes);
    if ("problem" in parsed) return parsed.problem;
    const { manifest } = parsed;
    const files = new Map<string, Digest>(manifest.files.map((row) => [row.path, row]));
    files.set(MANIFEST, digestOf([bytes]));
    return { folder, manifest, files, touched: facts.touched };
  });
}

/**
 * Whether a file of a release still holds what the manifest says.
 *
 * A file that nobody touched since the manifest was put in its place is as it was written: that costs no reading. With `verify`
 * every byte is read.
 */
export function isIntact(fs: FileSystem, tree: Tree, path: string, verify: boolean): boolean {
  const digest = tree.files.get(path);
  const file = below(tree.folder, path);
  const facts = fs.lstat(file);
  if (digest === undefined || facts?.kind !== "file" || facts.size !== digest.size) return false;
  return (facts.touched <= tree.touched && !verify) || holds(fs, file, digest);
}

/** A release folder by its name: `12-3f9c0a7e51d2` is the twelfth, and begins the id of its manifest. */
export interface ReleaseName {
  readonly name: string;
  readonly sequence: number;
}

/** The release folders of an output folder, oldest first; whether they are whole is not looked at. */
export function releaseNames(fs: FileSystem, root: string): readonly ReleaseName[] {
  const { releases } = layoutOf(root);
  if (fs.lstat(releases)?.kind !== "folder") return [];
  return fs
    .readdir(releases)
    .flatMap((name) => parseReleaseName(name) ?? [])
    .sort((a, b) => a.sequence - b.sequence);
}

export function parseReleaseName(name: string): ReleaseName | undefined {
  const sequence = /^([1-9][0-9]{0,14})-[0-9a-f]{12}$/.exec(name)?.[1];
  return sequence === undefined ? undefined : { name, sequence: Number(sequence) };
}

/** The release folder that the link `current` names; undefined when there is no such link, or it is not ours. */
export function currentRelease(fs: FileSystem, root: string): ReleaseName | undefined {
  const { current } = layoutOf(root);
  if (fs.lstat(current)?.kind !== "link") return undefined;
  const [folder, name, ...more] = fs.readlink(current).split("/");
  return folder === RELEASES && name !== undefined && more.length === 0 ? parseReleaseName(name) : undefined;
}

/** The folder of the release that is out: `current` of releases, else the output folder itself. */
export function folderOfRelease(fs: FileSystem, root: string): string {
  const current = currentRelease(fs, root);
  return current === undefined ? root : below(root, `${RELEASES}/${current.name}`);
}

/** @throws PublishProblem when `current` or `releases` is something else than a link or folder of ours */
export function checkReleases(fs: FileSystem, root: string): void {
  const { current, releases } = layoutOf(root);
  const link = fs.lstat(current);
  if (link !== undefined && currentRelease(fs, root) === undefined) throw foreign(CURRENT);
  const folder = fs.lstat(releases);
  if (folder !== undefined && folder.kind !== "folder") throw foreign(RELEASES);
}

function foreign(name: string): PublishProblem {
  return new PublishProblem(
    "publish/in-the-way",
    `Cannot publish ${quote(name)}: something that wireroom did not make is in its place, move it away`,
  );
}
