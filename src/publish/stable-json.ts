/**
 * A value as JSON with sorted keys: equal values print equal bytes, in whatever order their properties were set.
 */
export function stableJson(value: unknown): string {
  if (Array.isArray(value))
    return value.every((item) => typeof item === "string")
      ? JSON.stringify(value)
      : `[${value.map(stableJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const property = (value as Readonly<Record<string, unknown>>)[key];
    if (property === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${stableJson(property)}`;
  }
  return `{${text}}`;
}
