import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { defineOutlet } from "../config/load.ts";
import { openOutlet } from "../config/open.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outlet } from "../model/outlet.ts";
import type { Shell } from "./shell.ts";

/** An outlet and where it lives. */
export interface FoundOutlet {
  readonly outlet: Outlet;
  /** Folder that `outlet.yaml` is in, absolute. */
  readonly folder: string;
}

/** The configuration cannot be used: exit code 2, every problem with its place. */
export class ConfigurationProblem extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super("Cannot use outlet.yaml");
    this.diagnostics = diagnostics;
  }
}

/**
 * Loads an outlet's configuration.
 *
 * @throws ConfigurationProblem when there is no such file or something in it is wrong
 */
export function outletAt(file: string, shell: Shell): FoundOutlet {
  const path = resolve(shell.folder, file);
  const loaded = openOutlet(path, shownPath(path, shell));
  if ("diagnostics" in loaded) throw new ConfigurationProblem(loaded.diagnostics);
  return { outlet: loaded.outlet, folder: dirname(path) };
}

/** The outlet that a file belongs to: the nearest `outlet.yaml` above it, then above the working folder. */
export function outletAround(file: string, shell: Shell): FoundOutlet | undefined {
  for (const start of [dirname(file), shell.folder]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const path = join(folder, "outlet.yaml");
      if (existsSync(path)) return outletAt(path, shell);
      if (dirname(folder) === folder) break;
    }
  }
  return undefined;
}

/** What files are read by where there is no outlet: UTC, English, an address that cannot exist. */
export function anyOutlet(): Outlet {
  return defineOutlet({ title: "Outlet", url: "https://outlet.example/", zone: "UTC" });
}

/** A path as a person would type it: relative where it is below the working folder. */
export function shownPath(path: string, shell: Shell): string {
  const below = relative(shell.folder, path);
  return (below.startsWith("..") || below === "" ? path : below).split(sep).join("/");
}
