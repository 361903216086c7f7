import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchError } from "./problem.ts";

/**
 * Reads the body of an answer, unpacked, and stops as soon as it is larger than a limit: what a bomb unpacks to is never held.
 *
 * @param most bytes, both of what is sent and of what it unpacks to
 */
export async function readBody(answer: IncomingMessage, most: number): Promise<Uint8Array> {
  const packing = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const sent = counted(answer, most);
  if (packing === "identity" || packing === "") return collect(sent);
  const first = await sent.next();
  if (first.done) return Buffer.alloc(0);
  const unpack = UNPACKERS.get(packing)?.(first.value);
  if (!unpack)
    throw new FetchError(
      "http/content-encoding",
      `the body is packed as ${packing.slice(0, 20)}, which nobody asked for`,
    );
  let unpacked: Uint8Array | undefined;
  await pipeline(
    (async function* () {
      yield first.value;
      yield* sent;
    })(),
    unpack,
    async (source: AsyncIterable<Uint8Array>) => {
      unpacked = await collect(counted(source, most));
    },
  );
  return unpacked ?? Buffer.alloc(0);
}

/** How the header of zlib says that it follows: RFC 1950 2.2. */
const ZLIB = 8;

/** By what the first bytes are: half of the servers that say deflate leave the header of zlib out. */
const UNPACKERS: ReadonlyMap<string, (first: Uint8Array) => Transform> = new Map<
  string,
  (first: Uint8Array) => Transform
>([
  ["gzip", () => createGunzip()],
  ["x-gzip", () => createGunzip()],
  ["deflate", (first) => (((first[0] ?? 0) & 0x0f) === ZLIB ? createInflate() : createInflateRaw())],
  ["br", () => createBrotliDecompress()],
]);

async function* counted(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array, void> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most) throw new FetchError("http/too-large", `the body has more than ${most} bytes`);
    yield chunk;
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
