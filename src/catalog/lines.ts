import { crc32 } from "node:zlib";

/**
 * Values as lines of JSON, each with a checksum of its own: a line that was cut off, garbled or written by somebody else is told from a
 * whole one without trusting it.
 */
export function lineOf(value: unknown): Uint8Array {
  return lineOfJson(JSON.stringify(value));
}

/** The same of a value that is JSON already. */
export function lineOfJson(text: string): Uint8Array {
  const line = Buffer.allocUnsafe(SUM + 1 + Buffer.byteLength(text) + 1);
  line.write(text, SUM + 1, "utf8");
  line.write(`${checksum(line.subarray(SUM + 1, -1))} `, "latin1");
  line.write("\n", line.length - 1, "latin1");
  return line;
}

/** A value on its own: strings that were cut out of a document would keep all of the document in memory. */
export function apart<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Why something that was kept cannot be used: it is damaged, or was kept by another program or for another configuration. */
export type Dropped = "damaged" | "other";

/** What reading lines came to. */
export interface ReadLines {
  readonly values: readonly unknown[];
  /** Bytes of the lines that are whole, from the start on; behind them stands nothing that can be used. */
  readonly length: number;
  readonly damaged: boolean;
}

/**
 * Reads lines up to the first one that is damaged; of a file with another head, which is of no use, only that head.
 *
 * @param use called with each value behind the head as it is read
 */
export function readLines(bytes: Uint8Array, head: Head, use: (value: unknown) => void = () => undefined): ReadLines {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: unknown[] = [];
  let at = 0;
  while (at < buffer.length) {
    const end = buffer.indexOf(10, at);
    if (end === -1) break;
    const value = valueIn(buffer.subarray(at, end));
    // A first line further on: two writers were at work, or somebody put files together.
    if (value === undefined || (at > 0 && isFirst(value))) break;
    if (at > 0) use(value);
    values.push(value);
    at = end + 1;
    if (values.length === 1 && !isHead(value, head)) return { values, length: at, damaged: false };
  }
  return { values, length: at, damaged: at < buffer.length };
}

function valueIn(line: Buffer): unknown {
  const json = line.subarray(SUM + 1);
  if (line.toString("latin1", 0, SUM) !== checksum(json)) return undefined;
  try {
    return JSON.parse(json.toString("utf8"));
  } catch {
    // The checksum fits, so somebody else wrote it; it is dropped like any damage.
    return undefined;
  }
}

/** What the first line of a file says: which file it is, and the key of everything that its other lines depend on. */
export interface Head {
  readonly file: string;
  readonly key: string;
}

/** Why what was read cannot be used, all or its end; undefined when it can, and when nothing was kept. */
export function droppedOf(read: Pick<ReadLines, "values" | "damaged"> | undefined, head: Head): Dropped | undefined {
  if (read === undefined) return undefined;
  const isOther = read.values.length > 0 && !isHead(read.values[0], head);
  return isOther ? "other" : read.damaged || read.values.length === 0 ? "damaged" : undefined;
}

/** Version of the files of the catalog. */
const FORMAT = 1;

/** The first line of a file of the catalog. */
export function headLine(head: Head): Uint8Array {
  return lineOf({ format: FORMAT, ...head });
}

/** Whether a value is the first line of a file of this format, and of this head. */
export function isHead(value: unknown, { file, key }: Head): boolean {
  return isFirst(value) && value.format === FORMAT && value.file === file && value.key === key;
}

function isFirst(
  value: unknown,
): value is { readonly format: unknown; readonly file?: unknown; readonly key?: unknown } {
  return typeof value === "object" && value !== null && "format" in value;
}

/** Hexadecimal digits of a checksum. */
const SUM = 8;

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(SUM, "0");
}
