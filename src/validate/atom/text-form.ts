import type { Element, Value } from "../element.ts";
import { attribute } from "../element.ts";

/** What the type of a text construct or content says of it. */
export type Form = "text" | "html" | "xhtml" | "xml" | "text-media" | "html-media" | "binary";

export function formOf(element: Element): Form {
  const type = attribute(element, "type") ?? "text";
  if (type === "text" || type === "html" || type === "xhtml") return type;
  const media = type.toLowerCase().replace(/;.*/s, "").trim();
  if (media.endsWith("/html")) return "html-media";
  if (media.endsWith("+xml") || media.endsWith("/xml")) return "xml";
  return !media.includes("/") || media.startsWith("text/") ? "text-media" : "binary";
}

/** The value whose HTML is judged: decoded where the type asks for base64. */
export function htmlOf(element: Element): Value {
  const text = formOf(element) === "html-media" && !isTextType(element) ? fromBase64(element.text) : undefined;
  return { text: (text ?? element.text).trim(), raw: element.text, element };
}

export function isTextType(element: Element): boolean {
  return (attribute(element, "type") ?? "").toLowerCase().startsWith("text/");
}

function fromBase64(text: string): string | undefined {
  return isBase64(text) ? Buffer.from(text, "base64").toString("utf8") : undefined;
}

export function isBase64(text: string): boolean {
  const digits = text.replace(/\s+/g, "");
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}
