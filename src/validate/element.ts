import type { Instant } from "../model/article.ts";
import type { Profile } from "./finding.ts";
import type { Place, Rule, RuleText } from "./rule.ts";

/** What every rule may ask about the document it judges. */
export interface Context {
  readonly profile: Profile;
  readonly format: "rss" | "atom";
  readonly now: Instant | undefined;
  /** Addresses under which the document is known: where it was fetched from and what its self links say. */
  readonly addresses: Set<string>;
  /** Encoding the bytes were read as, lower case. */
  readonly encoding: string;
  /** The document type is that of RSS 0.91. */
  readonly hasRssDoctype: () => boolean;
  /** The decoded document. */
  readonly source: string;
  /** It holds no characters that come from a wrong encoding, except by reference. */
  readonly isClean: boolean;
  /** Version attribute of the rss element; 2.0 where there is none. */
  readonly rssVersion: string;
  /** Offset at which entries would stand, where the document is a head and a tail alone. */
  readonly seam: number | undefined;
}

export interface Attribute {
  /** As written. */
  readonly name: string;
  /** Local name, with the usual prefix of its namespace: `xml:lang`, `thr:count`. */
  readonly key: string;
  readonly local: string;
  /** Namespace, "" for none. */
  readonly uri: string;
  readonly value: string;
}

/** An element, from its start tag on; its text and children are complete when its rules run. */
export interface Element {
  /** As written. */
  readonly name: string;
  /** Local name, with the usual prefix of its namespace: what the tables of kinds are keyed by. */
  readonly key: string;
  readonly local: string;
  readonly uri: string;
  readonly parent: Element | undefined;
  readonly kind: Kind;
  readonly attributes: readonly Attribute[];
  readonly context: Context;
  /** After the ">" of its start tag. */
  readonly end: number;
  /** xml:lang in force. */
  readonly lang: string;
  /** xml:base in force, resolved as far as it goes; "" where there is none. */
  readonly base: string;
  /** In document order; what they contained is dropped once the element is closed. */
  readonly children: Element[];
  /** Character data directly inside, as it stands. */
  text: string;
  /** Namespaces of prefixes that are declared on this element; absent: none are. */
  readonly declares: Readonly<Record<string, string>> | undefined;
}

/** A text to judge: what an element holds, without the white space around it, or an attribute. */
export interface Value {
  readonly text: string;
  /** With the white space around it. */
  readonly raw: string;
  readonly element: Element;
  /** Absent for the text of the element. */
  readonly attribute?: Attribute;
}

/** What may stand in an element, and what is judged about it. */
export interface Kind {
  /** `nodes`: elements of `children` only; `text`: no elements; `any`: not looked into; `markup`: text or markup, judged by `rules`. */
  readonly content: "nodes" | "text" | "any" | "markup";
  readonly children?: ReadonlyMap<string, Kind> | undefined;
  /** Attributes without a namespace, or with their usual prefix, and the rules of their values. */
  readonly attributes?: Readonly<Record<string, readonly Rule<Value>[]>> | undefined;
  readonly required?: readonly string[] | undefined;
  /** What is reported of a missing attribute; absent: `attribute/missing`. */
  readonly requiredRule?: RuleText | undefined;
  /** Children that must be there, and what is reported when one is not. */
  readonly requires?: readonly (readonly [key: string, rule: RuleText])[] | undefined;
  /** How a second one among its siblings is reported; absent: there may be several. */
  readonly once?: RuleText | undefined;
  /** The kind of every child, where `content` is `any`. */
  readonly inside?: Kind | undefined;
  /** The kind of an XHTML div inside text that may be markup. */
  readonly markup?: Kind | undefined;
  /** Unknown attributes are reported although `content` is `any`. */
  readonly strictAttributes?: boolean | undefined;
  /** Rules of the text. */
  readonly value?: readonly Rule<Value>[] | undefined;
  /** Rules of the element as a whole, run when it closes. */
  readonly rules?: readonly Rule<Element>[] | undefined;
  /** An element that the W3C validator does not know. */
  readonly newer?: boolean | undefined;
  /** An item or entry: judged on its own. */
  readonly entry?: boolean | undefined;
}

/** The value of an attribute; absent where the element has none. */
export function attribute(element: Element, key: string): string | undefined {
  return attributeOf(element, key)?.value;
}

export function attributeOf(element: Element, key: string): Attribute | undefined {
  for (const candidate of element.attributes) if (candidate.key === key) return candidate;
  return undefined;
}

/** Whether an element has such a child, so far. */
export function has(element: Element, key: string): boolean {
  for (const child of element.children) if (child.key === key) return true;
  return false;
}

export function child(element: Element, key: string): Element | undefined {
  for (const candidate of element.children) if (candidate.key === key) return candidate;
  return undefined;
}

/** Where an element starts. */
export function startOf(element: Element): number {
  return element.context.source.lastIndexOf("<", element.end - 1);
}

/** The place of an element. */
export function at(element: Element, values?: Readonly<Record<string, string>>): Place {
  return {
    offset: startOf(element),
    element: element.name,
    parent: element.parent?.name ?? "root",
    ...(values && { values }),
  };
}

/** The place where something is missing in an element. */
export function missingIn(element: Element, name: string): Place {
  return {
    offset: startOf(element),
    element: name,
    parent: element.name,
    values: { value: name, parent: element.name },
  };
}

const offsets = new WeakMap<Element, ReadonlyMap<string, number>>();

/** The place of an attribute's value. Those of a tag are worked out together, when the first is asked for. */
export function attributeOffset(element: Element, wanted: Attribute): number {
  let known = offsets.get(element);
  if (!known) {
    known = findAttributes(element);
    offsets.set(element, known);
  }
  return known.get(wanted.name) ?? startOf(element);
}

function findAttributes(element: Element): ReadonlyMap<string, number> {
  const start = startOf(element);
  const tag = element.context.source.slice(start, element.end);
  const pattern = /\s*([^\s=]+)\s*=\s*(["'])/y;
  pattern.lastIndex = 1 + element.name.length;
  const found = new Map<string, number>();
  for (let match = pattern.exec(tag); match; match = pattern.exec(tag)) {
    found.set(match[1] ?? "", start + pattern.lastIndex);
    pattern.lastIndex = tag.indexOf(match[2] ?? "", pattern.lastIndex) + 1;
  }
  return found;
}

/** The place of a value. */
export function of(value: Value, values?: Readonly<Record<string, string>>): Place {
  const shown = { value: value.text, name: value.attribute?.name ?? value.element.name, ...values };
  if (value.attribute) {
    return { offset: attributeOffset(value.element, value.attribute), element: value.attribute.name, values: shown };
  }
  return {
    offset: textOffset(value.element),
    element: value.element.name,
    parent: value.element.parent?.name ?? "root",
    values: shown,
  };
}

/** The place of the element that a value belongs to. */
export function around(value: Value, values?: Readonly<Record<string, string>>): Place {
  const place = of(value, values);
  return { ...place, element: value.element.name, parent: value.element.parent?.name ?? "root" };
}

/** Where the text of an element starts, after white space and the opening of a CDATA section. */
function textOffset(element: Element): number {
  const { source } = element.context;
  let offset = element.end;
  for (;;) {
    while (/\s/.test(source.charAt(offset))) offset++;
    if (!source.startsWith("<![CDATA[", offset)) break;
    offset += 9;
  }
  return source.startsWith("</", offset) ? startOf(element) : offset;
}
