type Fields = Readonly<Record<string, unknown>>;

/**
 * A value as JSON with sorted keys, those that are whole numbers first: equal values print equal bytes, in whatever order their properties
 * were set.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "null";
}

/** A value with sorted keys; the same one when they are sorted already, as they are in rows that are made by the thousand. */
function sorted(value: unknown): unknown {
  if (isSorted(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Fields;
  return Object.fromEntries(
    Object.keys(fields)
      .sort()
      .map((key) => [key, sorted(fields[key])]),
  );
}

function isSorted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let last = "";
  for (const key of Object.keys(value)) {
    if (key < last || !isSorted((value as Fields)[key])) return false;
    last = key;
  }
  return true;
}
