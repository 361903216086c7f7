import type { Kind, Value } from "./element.ts";
import type { Rule } from "./rule.ts";
import { duplicateElement } from "./structure.ts";

/** An element that holds text alone. */
export function leaf(value: readonly Rule<Value>[] = [], more: Partial<Kind> = {}): Kind {
  return { content: "text", value, ...more };
}

/** The same, of which there may be only one among its siblings. */
export function single(value: readonly Rule<Value>[] = [], more: Partial<Kind> = {}): Kind {
  return leaf(value, { once: duplicateElement, ...more });
}

/** An element that holds elements alone. */
export function nodes(children: ReadonlyMap<string, Kind>, more: Partial<Kind> = {}): Kind {
  return { content: "nodes", children, ...more };
}

/** A table of kinds; the first that names a key wins. */
export function table(
  ...parts: readonly (Readonly<Record<string, Kind>> | ReadonlyMap<string, Kind>)[]
): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const part of parts) {
    const entries = part instanceof Map ? [...part] : Object.entries(part as Readonly<Record<string, Kind>>);
    for (const [key, kind] of entries) if (!kinds.has(key)) kinds.set(key, kind);
  }
  return kinds;
}

export const anything: Kind = { content: "any" };
export const onlyOne = { once: duplicateElement } as const;
