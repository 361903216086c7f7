import { type Digest, digestOf } from "./digest.ts";
import type { FileSystem } from "./file-system.ts";
import { isSafePath, type Layout } from "./layout.ts";
import { stableJson } from "./stable-json.ts";
import { readWhole, writeWhole } from "./whole-file.ts";

/**
 * What a switch is about to do: written when every new file is staged and every old one kept, removed when the switch is over.
 *
 * It stands in the staging folder and not in the state folder, because state may be lost, and an interrupted switch must be
 * finished all the same.
 */
export interface Journal {
  /** In the order in which they are switched; the manifest is last. */
  readonly steps: readonly Step[];
  /** Folders that the switch makes, outermost first. */
  readonly folders: readonly string[];
}

/** One file of a switch. */
export interface Step {
  /** Below the output folder. */
  readonly path: string;
  /** Its name among the new and the old files of the staging folder. */
  readonly name: string;
  /** What it will hold; absent when it is removed. */
  readonly next?: Digest;
  /** Whether a file is there before. */
  readonly replaces: boolean;
}

export function writeJournal(fs: FileSystem, { journal }: Layout, { steps, folders }: Journal): void {
  const body = stableJson({ folders, steps });
  const { sha256 } = digestOf([Buffer.from(body)]);
  writeWhole(fs, journal, Buffer.from(`${sha256}\n${body}\n`));
}

/** The journal of an interrupted switch; undefined when there is none, "damaged" when it cannot be believed. */
export function readJournal(fs: FileSystem, { journal }: Layout): Journal | "damaged" | undefined {
  const facts = fs.lstat(journal);
  if (facts === undefined) return undefined;
  if (facts.kind !== "file") return "damaged";
  const [sha256, body = ""] = Buffer.from(readWhole(fs, journal)).toString("utf8").split("\n");
  if (digestOf([Buffer.from(body)]).sha256 !== sha256) return "damaged";
  // Its hash says that it is what was written.
  const read = JSON.parse(body) as Journal;
  return [...read.folders, ...read.steps.map(({ path }) => path)].every(isSafePath) ? read : "damaged";
}
