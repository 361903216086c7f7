import { crc32 } from "node:zlib";
import { rememberedOf } from "../remembered.ts";

/**
 * Values as lines of JSON, each with a checksum of its own that goes on from the head's: a line that was cut off, garbled, written by
 * somebody else or for another file or key is told from a whole one without trusting it.
 */
export function lineOf(value: unknown, head: Head): Uint8Array {
  return lineOfJson(JSON.stringify(value), head);
}

/** The same of a value that is JSON already. */
export function lineOfJson(text: string, head: Head): Uint8Array {
  return lineBehind(text, sumOf(head));
}

function lineBehind(text: string, sum: number): Uint8Array {
  const line = Buffer.allocUnsafe(SUM + 1 + Buffer.byteLength(text) + 1);
  line.write(text, SUM + 1, "utf8");
  line.write(`${checksum(line.subarray(SUM + 1, -1), sum)} `, "latin1");
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
    const value = line === undefined ? undefined : valueIn(line, lines === 0 ? 0 : sumOf(head));
    if (line === undefined || value === undefined) return sofar(true);
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

function valueIn(line: Buffer, sum: number): unknown {
  const json = line.subarray(SUM + 1);
  if (line.toString("latin1", 0, SUM) !== checksum(json, sum)) return undefined;
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
const FORMAT = 3;

/** The first line of a file of the catalog. */
export function headLine(head: Head): Uint8Array {
  return lineBehind(textOf(head), 0);
}

/** Whether a value is the first line of a file of this format, and of this head. */
export function isHead(value: unknown, head: Head): boolean {
  return JSON.stringify(value) === textOf(head);
}

function textOf({ file, key }: Head): string {
  return JSON.stringify({ format: FORMAT, file, key });
}

/** From which the checksums of the lines behind a head go on. */
const sumOf = rememberedOf((head: Head): number => crc32(textOf(head)));

/** Hexadecimal digits of a checksum. */
const SUM = 8;

function checksum(bytes: Uint8Array, sum: number): string {
  return crc32(bytes, sum).toString(16).padStart(SUM, "0");
}
