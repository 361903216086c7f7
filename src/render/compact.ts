import { type Element, escapeAttribute, oneLineEnd } from "./element.ts";

/** An element as xml-js wants it. It escapes quotes in attributes and nothing else. */
export function compact({ attributes = {}, text, children = [] }: Element): Readonly<Record<string, unknown>> {
  const printed: Record<string, unknown> = {};
  const escaped: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) escaped[name] = escapeAttribute(value);
  }
  printed._attributes = escaped;
  if (text !== undefined) printed._text = doubled(text);
  for (const [name, group] of byName(children)) printed[name] = group.map(compact);
  return printed;
}

/** A text for a place where xml-js makes `&` of `&amp;` before it escapes: so that it prints what was written. */
export function doubled(text: string): string {
  return oneLineEnd(text).replaceAll("&", "&amp;");
}

/** A text as CDATA sections, none with a `]]>` in it: xml-js splits only the first one of a text. */
export function sections(text: string): readonly string[] {
  const parts = oneLineEnd(text).split("]]>");
  return parts.map((part, index) => `${index === 0 ? "" : ">"}${part}${index === parts.length - 1 ? "" : "]]"}`);
}

/** Elements of one name are one list there, so they are printed together, where the first of them stands. */
export function byName(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.name);
    if (group === undefined) groups.set(element.name, [element]);
    else group.push(element);
  }
  return groups;
}
