import type { Rule, RuleText } from "../rule.ts";
import type { JsonMember, JsonNode, JsonObject } from "./node.ts";
import type { Sink } from "./read.ts";
import {
  extensionMember,
  extensionName,
  extensionValue,
  isNull,
  newerKey,
  notArray,
  notBoolean,
  notNumber,
  notObject,
  notString,
  unknownKey,
} from "./structure.ts";
import type { Field, JsonContext, JsonValue, Thing, ThingKind } from "./thing.ts";
import { placeOf, placeOfThing, shownOf } from "./thing.ts";

/** Judges an object by its kind, and everything in it. */
export function judgeThing(node: JsonObject, kind: ThingKind, context: JsonContext, report: Sink): void {
  const thing: Thing = { node, kind, context };
  for (const member of node.members) {
    const field = kind.fields.get(member.key);
    if (field) judgeField(member, field, thing, report);
    else if (member.key.startsWith("_")) judgeExtension(member, thing, report);
    else report(unknownKey, { ...placeOfThing(thing, member.key, { value: member.key }), offset: member.at });
  }
  for (const [key, { required }] of kind.fields) {
    if (required && !node.members.some((member) => member.key === key)) report(required, placeOfThing(thing, key));
  }
  run(kind.rules, thing, report);
}

function run<Subject>(rules: readonly Rule<Subject>[] | undefined, subject: Subject, report: Sink): void {
  for (const rule of rules ?? []) for (const place of rule.check(subject)) report(rule, place);
}

function judgeField({ key, at, value: node }: JsonMember, field: Field, thing: Thing, report: Sink): void {
  if (field.newer && thing.context.version === "1") {
    report(newerKey, { ...placeOfThing(thing, key, { value: key }), offset: at });
  }
  // An id of another type has a rule of its own, since readers coerce it.
  if (node.type === "broken" || (key === "id" && node.type !== "string")) return;
  const wrong = wrongType(node, field);
  if (wrong) report(wrong, placeOf({ node, key, thing }));
  else if (node.type === "string" && field.type === "string") run(field.rules, { node, key, thing }, report);
  else if (node.type === "number" && field.type === "number") run(field.rules, { node, key, thing }, report);
  else if (node.type === "object" && field.type === "object") judgeThing(node, field.kind, thing.context, report);
  else if (node.type === "array")
    for (const entry of node.values) judgeEntry({ node: entry, key, thing }, field, report);
}

/** The rule that a value breaks which is not of the type its key asks for. */
function wrongType({ type }: JsonNode, field: Field): RuleText | undefined {
  if (type === "null") return isNull;
  return type === TYPES[field.type].type ? undefined : TYPES[field.type].wrong;
}

const TYPES: Readonly<Record<Field["type"], { readonly type: JsonNode["type"]; readonly wrong: RuleText }>> = {
  string: { type: "string", wrong: notString },
  number: { type: "number", wrong: notNumber },
  boolean: { type: "boolean", wrong: notBoolean },
  object: { type: "object", wrong: notObject },
  strings: { type: "array", wrong: notArray },
  objects: { type: "array", wrong: notArray },
};

/** One value of a list. */
function judgeEntry(value: JsonValue, field: Field, report: Sink): void {
  const { node, key, thing } = value;
  if (node.type === "broken") return;
  if (field.type === "strings") {
    if (node.type === "string") run(field.rules, { node, key, thing }, report);
    else report(notString, placeOf(value));
  } else if (field.type === "objects") {
    if (node.type === "object") judgeThing(node, field.kind, thing.context, report);
    else report(notObject, placeOf(value));
  }
}

function judgeExtension({ key, at, value }: JsonMember, thing: Thing, report: Sink): void {
  const values = { value: key };
  if (!/^_\p{L}[^.]*$/u.test(key)) report(extensionName, { ...placeOfThing(thing, key, values), offset: at });
  if (value.type === "object") judgeExtensionKeys(value, key, report);
  else if (value.type !== "broken") {
    const shown = { value: shownOf(value, thing.context) };
    report(extensionValue, { ...placeOfThing(thing, key, shown), offset: value.at });
  }
}

/** Only the name of an extension may begin with an underscore, and no key in it has a dot. */
function judgeExtensionKeys(node: JsonNode, extension: string, report: Sink): void {
  if (node.type === "array") for (const entry of node.values) judgeExtensionKeys(entry, extension, report);
  if (node.type !== "object") return;
  for (const { key, at, value } of node.members) {
    if (key.startsWith("_") || key.includes("."))
      report(extensionMember, { offset: at, element: key, parent: extension, values: { value: key } });
    judgeExtensionKeys(value, extension, report);
  }
}
