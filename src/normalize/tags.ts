import type { Outlet } from "../model/outlet.ts";
import { fold, oneLine } from "../text.ts";

/** Clean tags, each once by its folded form, aliases replaced by the label they stand for. */
export function tagsOf(labels: readonly string[], outlet: Outlet): readonly string[] {
  const tags = new Map<string, string>();
  for (const label of labels) {
    const written = oneLine(label).normalize("NFC");
    const tag = outlet.tags.aliases.get(fold(written)) ?? written;
    const key = fold(tag);
    if (key !== "" && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}
