import { isSuspicious, judgeAttributeCharacters, judgeCharacters } from "./characters.ts";
import type { Attribute, Context, Element, Kind, Value } from "./element.ts";
import { at, attribute, attributeOffset, has, missingIn } from "./element.ts";
import type { Profile } from "./finding.ts";
import { anything } from "./kind.ts";
import { namespaceRules } from "./namespace-rules.ts";
import { JUDGED_PREFIXES, NEWS_NAMESPACES, usualPrefix, XHTML } from "./namespaces.ts";
import type { Place, Rule, RuleText } from "./rule.ts";
import { NOWHERE, severityOf } from "./rule.ts";
import {
  extensionAttribute,
  misplacedXhtml,
  missingAttribute,
  newerElement,
  notInANamespace,
  questionableUsage,
  undefinedElement,
  undeterminable,
  unexpectedAttribute,
  unexpectedText,
} from "./structure.ts";
import { languageRules } from "./values/language.ts";
import { iriReference } from "./values/uri.ts";
import type { XmlTag } from "./xml.ts";

/** Takes what is found. */
export type Sink = (rule: RuleText, place: Place) => void;

export interface Walk {
  open(tag: XmlTag): void;
  text(text: string, isLiteral: boolean): void;
  close(): void;
  /** Elements that are open, the innermost first. */
  around(): readonly Element[];
  /** Remembers how far the walk is, inside elements that hold nothing but elements. @returns goes back there */
  mark(): () => void;
}

export interface Walked {
  readonly context: Context;
  readonly root: Kind;
  /** Namespaces whose elements are the core vocabulary: "" for RSS, Atom's for Atom. */
  readonly core: ReadonlySet<string>;
  /** Kinds that are known but do not belong everywhere, and are judged wherever they stand. */
  readonly questionable: ReadonlyMap<string, Kind>;
  /** Called when an entry or the head is complete. */
  readonly complete: (element: Element) => void;
}

/**
 * Goes through a document once. Every element is judged by its kind: what may stand in it when it opens, its values and rules when it
 * closes.
 */
export function createWalk(walked: Walked, report: Sink): Walk {
  const { context, core } = walked;
  const keyFor = createKeys(walked);
  let top: Element | undefined;

  const active = new Map<unknown, readonly Group<never>[]>();
  const run = <Subject>(rules: readonly Rule<Subject>[] | undefined, subject: Subject) => {
    if (!rules || rules.length === 0) return;
    let groups = active.get(rules) as readonly Group<Subject>[] | undefined;
    if (!groups) {
      groups = groupsOf(rules, context.profile);
      active.set(rules, groups);
    }
    for (const group of groups) {
      if (group.isFine?.(subject)) continue;
      for (const rule of group.rules) {
        const places = rule.check(subject);
        if (places === NOWHERE) continue;
        for (const place of places) report(rule, place);
      }
    }
  };

  return {
    open(tag) {
      const element = createElement(tag, keyFor(tag.uri, tag.local), top, walked, report);
      const { kind } = element;
      if (top) {
        if (kind.once && has(top, element.key)) {
          report(kind.once, at(element, { value: element.name, parent: top.name }));
        }
        top.children.push(element);
      }
      const isJudged = kind.content !== "any" || kind.attributes;
      if (isJudged && (element.attributes.length > 0 || kind.required)) judgeAttributes(element, core, report, run);
      if (tag.declares) run(namespaceRules, element);
      // A self link says where the document is, for the links that come after it.
      if (element.key === "atom:link" && attribute(element, "rel") === "self") {
        const href = attribute(element, "href");
        // Every self link is compared with all before it.
        if (href !== undefined && context.addresses.size < MOST_ADDRESSES) context.addresses.add(href);
      }
      top = element;
    },
    text(text, isLiteral) {
      if (!top) return;
      const { content, inside } = top.kind;
      if (content === "nodes" && !/\S/.test(text)) return;
      if (content !== "any" || inside) top.text += text;
      if (!(isLiteral && context.isClean) && isSuspicious(text)) judgeCharacters(top, text, report);
    },
    close() {
      const element = top;
      if (!element) return;
      const { kind } = element;
      if (kind.content === "nodes") judgeNodes(element, report);
      else if (kind.value) {
        const text = element.text.trim();
        run(kind.value, { text, raw: element.text, element });
      }
      run(kind.rules, element);
      if (kind.entry || element.parent === undefined || element.key === "channel") walked.complete(element);
      if (kind.entry || (kind.content === "any" && !kind.inside)) element.children.length = 0;
      top = element.parent;
    },
    around: () => openFrom(top),
    mark() {
      const marked = top;
      const addresses = [...context.addresses];
      const open = openFrom(top).map((element) => ({ element, text: element.text, children: element.children.length }));
      return () => {
        top = marked;
        context.addresses.clear();
        for (const address of addresses) context.addresses.add(address);
        for (const { element, text, children } of open) {
          element.text = text;
          element.children.length = children;
        }
      };
    },
  };
}

/** An element and those around it. */
function openFrom(innermost: Element | undefined): readonly Element[] {
  const open: Element[] = [];
  for (let element = innermost; element; element = element.parent) open.push(element);
  return open;
}

/** Addresses of a document that are remembered: a feed has one or two. */
const MOST_ADDRESSES = 4;

/** Rules next to each other that share the question whether a subject is fine. */
interface Group<Subject> {
  readonly isFine: ((subject: Subject) => boolean) | undefined;
  readonly rules: Rule<Subject>[];
}

const grouped = { core: new WeakMap<object, unknown>(), w3c: new WeakMap<object, unknown>() };

/** The rules that a profile minds, in groups; those of a list are worked out once. */
function groupsOf<Subject>(rules: readonly Rule<Subject>[], profile: Profile): readonly Group<Subject>[] {
  const known = grouped[profile].get(rules) as readonly Group<Subject>[] | undefined;
  if (known) return known;
  const groups: Group<Subject>[] = [];
  for (const rule of rules) {
    if (severityOf(rule, profile) === "off") continue;
    const last = groups.at(-1);
    if (last && last.isFine === rule.isFine) last.rules.push(rule);
    else groups.push({ isFine: rule.isFine, rules: [rule] });
  }
  grouped[profile].set(rules, groups);
  return groups;
}

const NO_ATTRIBUTES: readonly Attribute[] = [];

function createElement(tag: XmlTag, key: string, parent: Element | undefined, walked: Walked, report: Sink): Element {
  const { context } = walked;
  const attributes = tag.attributes.length === 0 ? NO_ATTRIBUTES : withKeys(tag.attributes);
  const element: Omit<Element, "kind"> & { kind: Kind } = {
    name: tag.name,
    key,
    local: tag.local,
    uri: tag.uri,
    parent,
    kind: anything,
    attributes,
    context,
    end: tag.end,
    lang: valueNamed(attributes, "xml:lang") ?? parent?.lang ?? "",
    base: resolve(valueNamed(attributes, "xml:base"), parent?.base ?? ""),
    children: [],
    text: "",
    declares: tag.declares,
  };
  element.kind = parent ? kindIn(parent, element, walked, report) : walked.root;
  return element;
}

function withKeys(attributes: XmlTag["attributes"]): readonly Attribute[] {
  const keyed: Attribute[] = [];
  for (const { name, local, uri, value } of attributes) {
    const prefix = uri === "" ? undefined : usualPrefix(uri);
    keyed.push({ name, local, uri, value, key: prefix === undefined ? local : `${prefix}:${local}` });
  }
  return keyed;
}

/** The value of an attribute that has a namespace. */
function valueNamed(attributes: readonly Attribute[], key: string): string | undefined {
  for (const attribute of attributes) if (attribute.uri !== "" && attribute.key === key) return attribute.value;
  return undefined;
}

function resolve(base: string | undefined, around: string): string {
  if (base === undefined) return around;
  const outer = around === "" ? undefined : around;
  return URL.canParse(base, outer) ? new URL(base, outer).href : base;
}

/** Keys, each made once per document: strings that are put together anew are slow to look up. */
function createKeys(walked: Walked): (uri: string, local: string) => string {
  const byUri = new Map<string, Map<string, string>>();
  return (uri, local) => {
    let byLocal = byUri.get(uri);
    if (!byLocal) {
      byLocal = new Map();
      byUri.set(uri, byLocal);
    }
    let key = byLocal.get(local);
    if (key === undefined) {
      key = keyOf(uri, local, walked);
      byLocal.set(local, key);
    }
    return key;
  };
}

function keyOf(uri: string, local: string, { core, context }: Walked): string {
  if (core.has(uri)) return context.format === "atom" ? `atom:${local}` : local;
  if (uri === "") return local;
  const prefix = usualPrefix(uri) ?? (context.profile === "core" ? NEWS_NAMESPACES.get(uri) : undefined);
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
}

/** The kind of a child, and what is wrong with its being there. */
function kindIn(parent: Element, element: Element, walked: Walked, report: Sink): Kind {
  const { context } = walked;
  // Nearly every element is one that may stand there.
  if (parent.kind.content === "nodes" && (element.uri !== "" || context.format === "rss")) {
    const kind = parent.kind.children?.get(element.key);
    if (kind && !kind.newer) return kind;
  }
  return unusualKind(parent, element, walked, report);
}

function unusualKind(parent: Element, element: Element, walked: Walked, report: Sink): Kind {
  const { context, core } = walked;
  const isCore = core.has(element.uri);
  const place = () => at(element, { value: element.name, parent: parent.name });
  if (parent.kind.content === "any" || parent.kind.content === "markup") {
    const orphan =
      element.uri === "" &&
      context.format === "rss" &&
      parent.uri !== "" &&
      !core.has(parent.uri) &&
      parent.parent?.kind !== anything;
    if (orphan && parent.kind === anything) report(notInANamespace, place());
    if (parent.kind.markup && element.key === "xhtml:div") return parent.kind.markup;
    return parent.kind.inside ?? anything;
  }
  if (context.format === "atom" && element.uri === "" && !core.has("")) {
    report(undeterminable, place());
    return anything;
  }
  if (parent.kind.content === "text") {
    report(undefinedElement, place());
    return anything;
  }
  const kind = parent.kind.children?.get(element.key) ?? qualified(parent, element.key);
  if (kind?.newer && context.profile === "w3c") {
    report(newerElement, place());
    return anything;
  }
  if (kind) return kind;
  if (!isCore) {
    const prefix = usualPrefix(element.uri);
    if (prefix === undefined || (context.profile === "core" && !JUDGED_PREFIXES.has(prefix))) return anything;
  }
  if (element.uri === XHTML) {
    report(misplacedXhtml, place());
    return anything;
  }
  const questionable = walked.questionable.get(element.key);
  if (questionable && !isCore) {
    report(questionableUsage, place());
    return questionable;
  }
  report(undefinedElement, place());
  return anything;
}

/** Dublin Core may refine its elements: `dc:date.created`. */
function qualified(parent: Element, key: string): Kind | undefined {
  return key.startsWith("dc:") && key.includes(".")
    ? parent.kind.children?.get(key.slice(0, key.indexOf(".")))
    : undefined;
}

type Run = <Subject>(rules: readonly Rule<Subject>[] | undefined, subject: Subject) => void;

function judgeAttributes(element: Element, core: ReadonlySet<string>, report: Sink, run: Run): void {
  const { kind, context } = element;
  for (const attribute of element.attributes) {
    if (isSuspicious(attribute.value)) judgeAttributeCharacters(element, attribute, report);
    const rules =
      kind.attributes && Object.hasOwn(kind.attributes, attribute.key) ? kind.attributes[attribute.key] : undefined;
    if (rules) run(rules, attributeValue(element, attribute));
    else if (attribute.key === "xml:lang") {
      if (attribute.value !== "") run(languageRules, attributeValue(element, attribute));
    } else if (attribute.key === "xml:base") run(iriReference, attributeValue(element, attribute));
    else if (
      attribute.key !== "xml:id" &&
      attribute.key !== "xml:space" &&
      (kind.content !== "any" || kind.strictAttributes)
    ) {
      const values = { value: attribute.name, parent: element.name };
      const place = {
        offset: attributeOffset(element, attribute),
        element: element.name,
        parent: element.parent?.name ?? "root",
        values,
      };
      if (attribute.uri === "" || usualPrefix(attribute.uri) !== undefined) report(unexpectedAttribute, place);
      else if (context.format === "rss" && core.has(element.uri)) report(extensionAttribute, place);
    }
  }
  for (const required of kind.required ?? []) {
    if (element.attributes.some((attribute) => attribute.key === required)) continue;
    const values = { value: required, parent: element.name };
    report(kind.requiredRule ?? missingAttribute, at(element, values));
  }
}

function attributeValue(element: Element, attribute: Attribute): Value {
  return { text: attribute.value, raw: attribute.value, element, attribute };
}

function judgeNodes(element: Element, report: Sink): void {
  if (element.text !== "" && element.text.trim() !== "") report(unexpectedText, at(element, { value: element.name }));
  for (const [key, rule] of element.kind.requires ?? []) {
    if (!has(element, key)) report(rule, missingIn(element, key.replace(/^atom:/, "")));
  }
}
