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
    for (const [key, kind] of entries) if (!kinds.has(key)) kinds.set(key, inOneShape(kind));
  }
  return kinds;
}

const shaped = new WeakMap<Kind, Kind>();

/** The same kind with every property there, in one order: the walk asks every element for them, and that is fast for one shape alone. */
function inOneShape(kind: Kind): Kind {
  const known = shaped.get(kind);
  if (known) return known;
  const { content, children, attributes, required, requiredRule, requires, once, inside, markup } = kind;
  const { strictAttributes, value, rules, newer, entry } = kind;
  const made: Kind = {
    content,
    children,
    attributes,
    required,
    requiredRule,
    requires,
    once,
    inside,
    markup,
    strictAttributes,
    value,
    rules,
    newer,
    entry,
  };
  shaped.set(kind, made);
  shaped.set(made, made);
  return made;
}

export const anything: Kind = inOneShape({ content: "any" });
export const onlyOne = { once: duplicateElement } as const;
