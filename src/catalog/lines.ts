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
  /** What the first line says; absent when there is none. */
  readonly first?: unknown;
  /** Lines that are whole, the first one included. */
  readonly lines: number;
  /** Bytes of the lines that are whole, from the start on; behind them stands nothing that can be used. */
  readonly length: number;
  readonly damaged: boolean;
}

/**
 * Reads lines up to the first one that is damaged; of a file with another head, which is of no use, only that head.
 *
 * @param pieces of the file, from its start on; undefined when no more can be had
 * @param use called with each value behind the head as it is read
 */
export function readLines(
  pieces: Iterable<Uint8Array | undefined>,
  head: Head,
  use: (value: unknown) => void,
): ReadLines {
  let first: unknown;
  let lines = 0;
  let length = 0;
  const sofar = (damaged: boolean) => ({ ...(lines > 0 && { first }), lines, length, damaged });
  for (const line of linesIn(pieces)) {
    const value = line === undefined ? undefined : valueIn(line);
    // A first line further on: two writers were at work, or somebody put files together.
    if (line === undefined || value === undefined || (lines > 0 && isFirst(value))) return sofar(true);
    lines++;
    length += line.length + 1;
    if (lines > 1) use(value);
    else {
      first = value;
      if (!isHead(value, head)) return sofar(false);
    }
  }
  return sofar(false);
}

/** Bytes of a line at most: an article's are fewer, and a file of something else may have no line end at all. */
const LONGEST = 200_000_000;

/** Lines without their ends; undefined for one that has none or cannot be had. */
function* linesIn(pieces: Iterable<Uint8Array | undefined>): Iterable<Buffer | undefined> {
  /** Of a line that goes on in the next piece. */
  let begun: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    if (piece === undefined) {
      yield undefined;
      return;
    }
    const buffer = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    let at = 0;
    for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, at)) {
      const line = buffer.subarray(at, end);
      yield begun.length === 0 ? line : Buffer.concat([...begun, line]);
      begun = [];
      size = 0;
      at = end + 1;
    }
    if (at === buffer.length) continue;
    size += buffer.length - at;
    if (size > LONGEST) break;
    begun.push(Buffer.from(buffer.subarray(at)));
  }
  if (size > 0) yield undefined;
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

/** Why what was read cannot be used, all or its end; undefined when it can. */
export function droppedOf({ first, lines, damaged }: ReadLines, head: Head): Dropped | undefined {
  const isOther = lines > 0 && !isHead(first, head);
  return isOther ? "other" : damaged || lines === 0 ? "damaged" : undefined;
}

/** Version of the files of the catalog. */
const FORMAT = 2;

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
