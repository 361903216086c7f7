import type { Story } from "../model/article.ts";
import { printDate } from "./dates.ts";
import type { Element } from "./element.ts";
import { NEWS_NAMESPACE } from "./namespaces.ts";

/** Corrections and the retraction of a story in our own namespace; docs/extensions.md describes them. */
export function newsElements({ corrections, retracted }: Story): readonly Element[] {
  const elements: Element[] = corrections.map(({ kind, text, date }) => ({
    name: "wr:correction",
    attributes: { "xmlns:wr": NEWS_NAMESPACE, kind, when: date === undefined ? undefined : printDate(date) },
    text,
  }));
  if (retracted !== undefined) {
    const attributes = { "xmlns:wr": NEWS_NAMESPACE, when: printDate(retracted.at) };
    elements.push({
      name: "wr:retracted",
      attributes,
      ...(retracted.reason !== undefined && { text: retracted.reason }),
    });
  }
  return elements;
}
