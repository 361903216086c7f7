import type { Outlet } from "../model/outlet.ts";
import { remembered, rememberedOf } from "../remembered.ts";
import { fold, oneLine } from "../text.ts";

/** Clean tags, each once by its folded form, aliases replaced by the label they stand for. */
export function tagsOf(labels: readonly string[], outlet: Outlet): readonly string[] {
  const tags = new Map<string, string>();
  const read = readerOf(outlet.tags.aliases);
  for (const label of labels) {
    const { key, tag } = read(label);
    if (key !== "" && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

interface Tag {
  readonly tag: string;
  readonly key: string;
}

/** Reads labels by an outlet's aliases; those of an archive are the same few, and are read once. */
const readerOf = rememberedOf((aliases: Outlet["tags"]["aliases"]) =>
  remembered((label): Tag => {
    const written = oneLine(label).normalize("NFC");
    const tag = aliases.get(fold(written)) ?? written;
    return { tag, key: fold(tag) };
  }),
);
