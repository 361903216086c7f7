/** An XML element as we say it, in any format; an attribute or child that is absent is not printed. */
export interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly text?: string;
  readonly children?: readonly Element[];
}

/** An element on lines of its own; `indent` stands before each of them. */
export function printElement({ name, attributes = {}, text, children = [] }: Element, indent: string): string {
  const opening = `${indent}<${name}${printAttributes(attributes)}`;
  if (children.length > 0) {
    const inner = children.map((child) => printElement(child, `${indent}    `)).join("\n");
    return `${opening}>\n${inner}\n${indent}</${name}>`;
  }
  return text === undefined ? `${opening}/>` : `${opening}>${escapeText(text)}</${name}>`;
}

/** Attributes as they stand in a tag, each after a space. */
export function printAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  let printed = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) printed += ` ${name}="${escapeAttribute(value).replaceAll('"', "&quot;")}"`;
  }
  return printed;
}

/** Text of an element. `>` too: `]]>` must not stand in text (XML 1.0 2.4). */
export function escapeText(text: string): string {
  if (!/[&<>\r]/.test(text)) return text;
  return oneLineEnd(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An attribute's value but for its quotes. Line ends and tabs become references: as they are, parsers read them as spaces (XML 1.0 3.3.3). */
export function escapeAttribute(value: string): string {
  if (!/[&<\r\n\t]/.test(value)) return value;
  return oneLineEnd(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}

/** Line ends as XML parsers report them (XML 1.0 2.11), so that all formats carry the same text. */
export function oneLineEnd(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
