import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { historiesFor } from "./build/git.ts";
import { previousFrom } from "./build/previous.ts";
import { unfinished } from "./build/report.ts";
import { type BuildReport, runBuild } from "./build.ts";
import { type CheckedFeed, type CheckSettings, checkBytes, checkFile } from "./check.ts";
import { checkUrl } from "./check-url.ts";
import { defineOutlet } from "./config/load.ts";
import { openOutlet } from "./config/open.ts";
import { type Explanation, explainer } from "./explain/index.ts";
import type { Instant } from "./model/article.ts";
import type { Outlet } from "./model/outlet.ts";
import { readRelease } from "./publish/index.ts";

export type { FeedChange } from "./build/changes.ts";
export type { Held } from "./build/compose.ts";
export type { BuildExit, BuildReport, FeedAddress, PublishedRelease } from "./build.ts";
export type { CheckedFeed, CheckSettings } from "./check.ts";
export { defineOutlet, type OutletSettings } from "./config/load.ts";
export type { Explained, Explanation } from "./explain/index.ts";
export type { Instant } from "./model/article.ts";
export type { Diagnostic, Location, Severity } from "./model/diagnostic.ts";
export type { Outlet } from "./model/outlet.ts";
export type { Finding, Profile } from "./validate/index.ts";

/** An outlet by its folder, or by settings in code for the articles in that folder. */
export interface OutletChoice {
  /** Folder that the articles folder is in; relative to the working folder. */
  readonly folder: string;
  /** Default: `outlet.yaml` in the folder. */
  readonly outlet?: Outlet;
  /** The moment taken for the present. Default: the time of day. */
  readonly now?: Date;
}

export interface BuildOptions extends OutletChoice {
  /** Where feeds are published, instead of the outlet's `out`; relative to the working folder. */
  readonly out?: string;
  /** The last release: a folder, a manifest.json, its address, or "none". Default: the one in the output folder. */
  readonly previous?: string;
  /** Codes of guards that may pass this once. */
  readonly accept?: readonly string[];
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly fresh?: boolean;
  readonly verify?: boolean;
  readonly breakLock?: boolean;
  /** Seconds to wait for another build to end. */
  readonly wait?: number;
  /** Seconds after which the build gives up. */
  readonly timeout?: number;
  /** Whether `previous` may be fetched from addresses that are not public. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Builds an outlet's feeds, as `wireroom build` does. What an editor or operator can fix is told in the report; `exit` is the exit code.
 */
export async function build(options: BuildOptions): Promise<BuildReport> {
  const { accept, previous, out, allowPrivate = false, now, outlet: given, ...rest } = options;
  const folder = resolve(options.folder);
  const opened = given === undefined ? openOutlet(resolve(folder, "outlet.yaml"), "outlet.yaml") : { outlet: given };
  if ("diagnostics" in opened) return unfinished(2, ...opened.diagnostics);
  const signal = options.signal ?? new AbortController().signal;
  const chosen =
    previous === undefined ? undefined : await previousFrom(previous, { folder: resolve(), allowPrivate, signal });
  if (chosen !== undefined && "problem" in chosen) return unfinished(3, chosen.problem);
  return runBuild({
    ...rest,
    ...chosen,
    folder,
    outlet: opened.outlet,
    now: instantOf(now),
    clock: () => performance.now(),
    ...(accept !== undefined && { accepted: new Set(accept) }),
    ...(out !== undefined && { out: resolve(out) }),
  });
}

export interface CheckOptions extends CheckSettings {
  /** Whether addresses that are not public may be fetched. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Judges a feed, as `wireroom check` does.
 *
 * @param feed its bytes, the path of a file, or an address (http or https)
 */
export async function check(feed: Uint8Array | string, options: CheckOptions = {}): Promise<CheckedFeed> {
  const settings = { ...options, now: options.now ?? instantOf(undefined) };
  if (typeof feed !== "string") return checkBytes(feed, "-", settings);
  return /^https?:\/\//i.test(feed) ? checkUrl(feed, settings) : checkFile(resolve(feed), feed, settings);
}

/** Tells how an article file is understood, as `wireroom explain` does. Without a folder the file stands alone. */
export async function explain(file: string, options: Partial<OutletChoice> = {}): Promise<Explanation> {
  const now = instantOf(options.now);
  const path = resolve(file);
  if (options.folder === undefined) {
    const outlet = options.outlet ?? defineOutlet({ title: "Outlet", url: "https://outlet.example/", zone: "UTC" });
    return explainer({ outlet, now })(path, file);
  }
  const folder = resolve(options.folder);
  const opened =
    options.outlet === undefined
      ? openOutlet(resolve(folder, "outlet.yaml"), "outlet.yaml")
      : { outlet: options.outlet };
  if ("diagnostics" in opened) throw new Error(opened.diagnostics.map(({ message }) => message).join("\n"));
  const { outlet } = opened;
  const last = readRelease(resolve(folder, outlet.out));
  const previous = "release" in last ? last.release : undefined;
  const git = await historiesFor(outlet, folder);
  const around = {
    ...(previous !== undefined && { previous }),
    ...("histories" in git && git.histories !== undefined && { git: git.histories }),
  };
  return explainer({ outlet, folder, now, ...around })(path, file);
}

function instantOf(date: Date | undefined): Instant {
  return Math.floor((date?.getTime() ?? Date.now()) / 1000);
}
