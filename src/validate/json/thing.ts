import type { Instant } from "../../model/article.ts";
import type { Place, Rule, RuleText } from "../rule.ts";
import type { JsonNode, JsonNumber, JsonObject, JsonString } from "./node.ts";

/** What every rule may ask about the document it judges. */
export interface JsonContext {
  /** Version 1 is judged as version 1; a document that names none, or one that does not exist, as 1.1. */
  readonly version: "1" | "1.1";
  readonly now: Instant | undefined;
  /** Where the document was fetched from. */
  readonly url: string | undefined;
  /** The decoded text that offsets point into. */
  readonly source: string;
}

/** An object that the specification knows: the feed, an item, an author. */
export interface Thing {
  readonly node: JsonObject;
  readonly kind: ThingKind;
  readonly context: JsonContext;
}

/** A value of a key that the specification knows; the node has the type that the key asks for. */
export interface JsonValue<Node extends JsonNode = JsonNode> {
  readonly node: Node;
  readonly key: string;
  readonly thing: Thing;
}

export type JsonText = JsonValue<JsonString>;
export type JsonAmount = JsonValue<JsonNumber>;

/** What may stand in an object. */
export interface ThingKind {
  /** As messages call it: `item`. */
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Rules of the object as a whole. */
  readonly rules?: readonly Rule<Thing>[];
}

/** What may stand at a key. */
export type Field = {
  /** What is reported where it is missing; absent: it may be. */
  readonly required?: RuleText;
  /** Not known to version 1. */
  readonly newer?: true;
} & (
  | { readonly type: "string" | "strings"; readonly rules: readonly Rule<JsonText>[] }
  | { readonly type: "number"; readonly rules: readonly Rule<JsonAmount>[] }
  | { readonly type: "boolean" }
  | { readonly type: "object" | "objects"; readonly kind: ThingKind }
);

/** Of a rule that is not broken. */
export const NOWHERE: readonly Place[] = [];

/** The place of a value. */
export function placeOf(value: JsonValue, values?: Readonly<Record<string, string>>): Place {
  const { node, key, thing } = value;
  const shown = shownOf(node, thing.context);
  return {
    offset: node.at,
    element: key,
    parent: thing.kind.name,
    values: { value: shown, name: key, parent: thing.kind.name, ...values },
  };
}

/** The place of an object. */
export function placeOfThing({ node, kind }: Thing, element: string, values?: Readonly<Record<string, string>>): Place {
  return { offset: node.at, element, parent: kind.name, values: { name: element, parent: kind.name, ...values } };
}

/** A value as messages show it: a string by what it says, anything else as it is written. */
export function shownOf(node: JsonNode, { source }: JsonContext): string {
  return node.type === "string" ? node.text : source.slice(node.at, Math.min(node.end, node.at + 200));
}

/** A rule about a value that is either right or wrong. */
export function plain<Value extends JsonValue>(text: RuleText, isWrong: (value: Value) => boolean): Rule<Value> {
  return { ...text, check: (value) => (isWrong(value) ? [placeOf(value)] : NOWHERE) };
}

/** The text of a rule that other formats have too, by its code. */
export function sharedRule(rules: readonly RuleText[], code: RuleText["code"]): RuleText {
  const found = rules.find((rule) => rule.code === code);
  if (!found) throw new Error(`no rule ${code}`);
  return found;
}
