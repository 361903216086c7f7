import { crc32 } from "node:zlib";

/**
 * Values as lines of JSON, each with a checksum of its own: a line that was cut off, garbled or written by somebody else is told from a
 * whole one without trusting it.
 */
export function lineOf(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value), "utf8");
  return Buffer.concat([Buffer.from(`${checksum(json)} `), json, NEWLINE]);
}

/** What reading lines came to. */
export interface ReadLines {
  readonly values: readonly unknown[];
  /** Bytes of the lines that are whole, from the start on; behind them stands nothing that can be used. */
  readonly length: number;
  readonly damaged: boolean;
}

/** Reads lines up to the first one that is damaged. */
export function readLines(bytes: Uint8Array): ReadLines {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: unknown[] = [];
  let at = 0;
  while (at < buffer.length) {
    const end = buffer.indexOf(10, at);
    if (end === -1) break;
    const value = valueIn(buffer.subarray(at, end));
    if (value === undefined) break;
    values.push(value);
    at = end + 1;
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

/** Version of the files of the catalog. */
const FORMAT = 1;

/** The first line of a file of the catalog: what it is, and the key of everything that its other lines depend on. */
export function headLine(key: string): Uint8Array {
  return lineOf({ format: FORMAT, key });
}

/** Whether a value is the first line of a file of this format and key. */
export function isHead(value: unknown, key: string): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "format" in value &&
    value.format === FORMAT &&
    "key" in value &&
    value.key === key
  );
}

const NEWLINE = Buffer.from("\n");

/** Hexadecimal digits of a checksum. */
const SUM = 8;

function checksum(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(SUM, "0");
}
