/** A value of JSON with its place, in UTF-16 units of the text. Objects are Maps: `__proto__` is a name like any other. */
export interface JsonNode {
  readonly at: number;
  readonly value: string | number | boolean | null | readonly JsonNode[] | ReadonlyMap<string, JsonNode>;
}

export interface JsonReading {
  /** Absent when nothing could be read. */
  readonly node?: JsonNode;
  /** What was passed over to read it; absent for JSON by the book. */
  readonly flaw?: string;
}

/** Values inside values; what is deeper was made to break something. */
const DEEPEST = 100;

/**
 * Reads the JSON that pages carry in scripts, with its usual slips: comment and CDATA marks around it, a comma too many, raw line
 * ends in strings, something behind it. Nothing is ever run.
 */
export function readJsonText(text: string, from: number, to: number): JsonReading {
  const reader = new JsonReader(text, from, to);
  const node = reader.read();
  return {
    ...(node !== undefined && { node }),
    ...(reader.flaw !== undefined && { flaw: reader.flaw }),
  };
}

/** Marks that old pages put around a script. */
const WRAPPER = /(?:<!--|-->|<!\[CDATA\[|\]\]>|\/\/|\/\*|\*\/|[;\s\uFEFF])/y;

const SCALAR = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Thrown within this file only. */
class Unreadable extends Error {}

class JsonReader {
  flaw: string | undefined;
  private at: number;
  private readonly text: string;
  private readonly to: number;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.at = from;
    this.to = to;
  }

  read(): JsonNode | undefined {
    this.wrapper();
    try {
      const node = this.value(0);
      this.wrapper();
      if (this.at < this.to) this.flaw ??= "text after its end";
      return node;
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      this.flaw = cause.message;
      return undefined;
    }
  }

  private wrapper(): void {
    while (this.at < this.to) {
      WRAPPER.lastIndex = this.at;
      const mark = WRAPPER.exec(this.text)?.[0];
      if (mark === undefined) return;
      if (mark.trim() !== "" && mark !== "\uFEFF") this.flaw ??= `${mark} around it`;
      this.at += mark.length;
    }
  }

  private space(): void {
    while (this.at < this.to && " \t\n\r\u00A0".includes(this.text.charAt(this.at))) this.at++;
  }

  private next(): string {
    this.space();
    return this.at < this.to ? this.text.charAt(this.at) : "";
  }

  private value(depth: number): JsonNode {
    if (depth > DEEPEST) throw new Unreadable(`more than ${DEEPEST} values inside each other`);
    const first = this.next();
    const at = this.at;
    if (first === "{") return { at, value: this.members(depth) };
    if (first === "[") return { at, value: this.items(depth) };
    if (first === '"') return { at, value: this.string() };
    SCALAR.lastIndex = at;
    const word = SCALAR.exec(this.text)?.[0];
    if (word === undefined || at + word.length > this.to) throw new Unreadable("no JSON in it");
    this.at += word.length;
    return { at, value: word === "null" ? null : word === "true" ? true : word === "false" ? false : Number(word) };
  }

  private members(depth: number): ReadonlyMap<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.at++;
    for (;;) {
      const next = this.next();
      if (this.closed(next, "}")) return members;
      if (next !== '"') throw new Unreadable("a name without quotes");
      const name = this.string();
      if (this.next() !== ":") throw new Unreadable("a name without a value");
      this.at++;
      members.set(name, this.value(depth + 1));
      this.comma("}");
    }
  }

  private items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.at++;
    while (!this.closed(this.next(), "]")) {
      items.push(this.value(depth + 1));
      this.comma("]");
    }
    return items;
  }

  private closed(next: string, end: string): boolean {
    if (next === "") throw new Unreadable("no end");
    if (next !== end) return false;
    this.at++;
    return true;
  }

  private comma(end: string): void {
    const next = this.next();
    if (next === end) return;
    if (next !== ",") throw new Unreadable(next === "" ? "no end" : "a comma missing");
    this.at++;
    if (this.next() === end) this.flaw ??= "a comma too many";
  }

  private string(): string {
    const from = this.at;
    let end = from + 1;
    while (end < this.to && this.text.charAt(end) !== '"') end += this.text.charAt(end) === "\\" ? 2 : 1;
    if (end >= this.to) throw new Unreadable("a text without an end");
    this.at = end + 1;
    const written = this.text.slice(from, end + 1);
    const plain = written.replace(/[\u0000-\u001F]/g, " ").replace(/\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/g, "");
    if (plain !== written) this.flaw ??= "a line end or stray mark in a text";
    return JSON.parse(plain) as string;
  }
}
