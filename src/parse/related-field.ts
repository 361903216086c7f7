import { findField } from "../fields.ts";
import type { FieldValue, FrontMatter, RelatedLine } from "../model/draft.ts";
import { oneLine } from "../text.ts";

/** Related stories that front matter names: headlines, addresses, or groups with title and url. */
export function relatedOfField(frontMatter: FrontMatter): readonly RelatedLine[] {
  const found = findField(frontMatter, "related");
  if (found === undefined) return [];
  const items = found.value.kind === "list" ? found.value.items : [found.value];
  return items.flatMap((item) => relatedOf(item) ?? []);
}

function relatedOf(item: FieldValue): RelatedLine | undefined {
  if (item.kind === "scalar") {
    const line = oneLine(item.text);
    if (line === "" || item.type === "null") return undefined;
    return /^(?:https?:\/\/|\/)\S+$/i.test(line) ? { title: line, url: line } : { title: line };
  }
  if (item.kind === "list") return undefined;
  const member = (...names: readonly string[]) =>
    [...item.entries].flatMap(([key, value]) =>
      names.includes(key.toLowerCase()) && value.kind === "scalar" && oneLine(value.text) !== ""
        ? [oneLine(value.text)]
        : [],
    )[0];
  const url = member("url", "link", "href");
  const title = member("title", "headline", "name") ?? url;
  return title === undefined ? undefined : { title, ...(url !== undefined && { url }) };
}
