import { remembered } from "../remembered.ts";

/**
 * A value as JSON with sorted keys: equal values print equal bytes, in whatever order their properties were set.
 */
export function stableJson(value: unknown): string {
  if (Array.isArray(value))
    return value.every((item) => typeof item === "string")
      ? JSON.stringify(value)
      : `[${value.map(stableJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const row = value as Readonly<Record<string, unknown>>;
  let text = "";
  for (const { key, before } of inOrder(JSON.stringify(Object.keys(row)))) {
    const property = row[key];
    if (property !== undefined) text += `${text === "" ? "" : ","}${before}${stableJson(property)}`;
  }
  return `{${text}}`;
}

/** Keys in their order, with what stands before their values: thousands of rows have the same few lists of keys. */
const inOrder = remembered((keys): readonly { readonly key: string; readonly before: string }[] =>
  (JSON.parse(keys) as string[]).sort().map((key) => ({ key, before: `${JSON.stringify(key)}:` })),
);
