import type { StateStore } from "../model/doors.ts";

/**
 * What a process that builds again and again has in mind of the files of the catalog, so that it need not read them again. Of one outlet.
 */
export interface CatalogMemory {
  readonly files: Map<string, Remembered>;
}

/** A file of the catalog as this process left it. */
interface Remembered {
  readonly key: string;
  readonly stamp: string;
  readonly content: unknown;
}

export function catalogMemory(): CatalogMemory {
  return { files: new Map() };
}

/**
 * Takes what is in mind of a file, if the file is still as it was left; undefined when it must be read. It is taken out: what a build
 * changes in it and does not keep must not be found by the next one.
 */
export function takeOut<T>(
  memory: CatalogMemory | undefined,
  state: StateStore,
  name: string,
  key: string,
): T | undefined {
  const known = memory?.files.get(name);
  memory?.files.delete(name);
  return known !== undefined && known.key === key && state.stamp?.(name) === known.stamp
    ? (known.content as T)
    : undefined;
}

/** Bears a file in mind that was just written, in a store that can tell when it changes. */
export function bearInMind(
  memory: CatalogMemory | undefined,
  state: StateStore,
  name: string,
  key: string,
  content: unknown,
): void {
  const stamp = memory === undefined ? undefined : state.stamp?.(name);
  if (stamp !== undefined) memory?.files.set(name, { key, stamp, content });
}
