/** What a JSON text says, with the place of everything: offsets are UTF-16 units from 0, `end` is behind the last one. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull | JsonBroken;

interface Placed {
  readonly at: number;
  readonly end: number;
}

export interface JsonObject extends Placed {
  readonly type: "object";
  /** As written; a name may be there twice. */
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  /** Of the quote before the key. */
  readonly at: number;
  readonly value: JsonNode;
}

export interface JsonArray extends Placed {
  readonly type: "array";
  readonly values: readonly JsonNode[];
}

export interface JsonString extends Placed {
  readonly type: "string";
  /** Escapes undone. */
  readonly text: string;
}

export interface JsonNumber extends Placed {
  readonly type: "number";
  readonly number: number;
}

export interface JsonBoolean extends Placed {
  readonly type: "boolean";
}

export interface JsonNull extends Placed {
  readonly type: "null";
}

/** Something that is no JSON and was reported: `NaN`, `01`. */
export interface JsonBroken extends Placed {
  readonly type: "broken";
}

/** The value of a key. Of a key that is there twice, readers take the last. */
export function memberOf(object: JsonObject, key: string): JsonNode | undefined {
  return object.members.findLast((member) => member.key === key)?.value;
}

/** The value of a key, where it is a string. */
export function stringOf(object: JsonObject, key: string): JsonString | undefined {
  const value = memberOf(object, key);
  return value?.type === "string" ? value : undefined;
}
