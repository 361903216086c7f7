import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headLine, lineOf, readLines } from "../../src/catalog/lines.ts";
import { stateFolder, wholeOf } from "../../src/catalog/state-folder.ts";
import { newsroom } from "../newsroom.ts";
import { heldOpen } from "../open-files.ts";

const HEAD = { file: "kept", key: "one" };
const ROWS = [{ title: "Rain" }, { title: "Überschwemmung – 東京" }, { title: "" }];
const WHOLE = Buffer.concat([headLine(HEAD), ...ROWS.map((row) => lineOf(row, HEAD))]);

function read(pieces: Iterable<Uint8Array | undefined>) {
  const values: unknown[] = [];
  const { lines, length, damaged } = readLines(pieces, HEAD, (value) => values.push(value));
  return { values, lines, length, damaged };
}

/** Pieces of so many bytes, each in the memory of the one before. */
function* cut(bytes: Uint8Array, size: number): Iterable<Uint8Array> {
  const block = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    block.set(piece);
    yield block.subarray(0, piece.length);
  }
}

describe("lines of what is kept", () => {
  const all = { values: ROWS, lines: 4, length: WHOLE.length, damaged: false };

  test.each([1, 2, 3, 7, 40, 1000])("are read from pieces of %i bytes as from one", (size) => {
    expect(read([WHOLE])).toEqual(all);
    expect(read(cut(WHOLE, size))).toEqual(all);
  });

  test("are read up to the one that is cut off, wherever that is", () => {
    const ends = [...WHOLE.keys()].filter((at) => WHOLE[at] === 10).map((at) => at + 1);
    for (let length = 0; length <= WHOLE.length; length++) {
      const whole = ends.filter((end) => end <= length);
      for (const size of [5, 1000])
        expect(read(cut(WHOLE.subarray(0, length), size))).toEqual({
          values: ROWS.slice(0, Math.max(0, whole.length - 1)),
          lines: whole.length,
          length: whole.at(-1) ?? 0,
          damaged: length !== (whole.at(-1) ?? 0),
        });
    }
  });

  test("of another file or key are not read beyond the first", () => {
    const head = { ...HEAD, key: "two" };
    const other = Buffer.concat([headLine(head), ...ROWS.map((row) => lineOf(row, head))]);
    expect(read(cut(other, 9))).toMatchObject({ values: [], lines: 1, damaged: false });
  });

  test("end where a first line comes again, or a byte was changed", () => {
    expect(read([WHOLE, WHOLE])).toEqual({ ...all, damaged: true });
    const garbled = Buffer.from(WHOLE);
    garbled[garbled.length - 4] = 0x58;
    expect(read(cut(garbled, 16))).toMatchObject({ values: ROWS.slice(0, 2), damaged: true });
  });

  test.each([
    { ...HEAD, key: "two" },
    { ...HEAD, file: "other" },
  ])("end where a line of another file or key begins: %j", (head) => {
    const mixed = Buffer.concat([WHOLE, lineOf(ROWS[0], head), lineOf(ROWS[1], HEAD)]);
    expect(read([mixed])).toEqual({ ...all, damaged: true });
  });

  test("end where no more can be had, also between two of them", () => {
    const ends = [...WHOLE.keys()].filter((at) => WHOLE[at] === 10);
    const some = WHOLE.subarray(0, (ends[1] ?? 0) + 1);
    expect(read([some, undefined])).toEqual({ values: ROWS.slice(0, 1), lines: 2, length: some.length, damaged: true });
    expect(read([undefined])).toEqual({ values: [], lines: 0, length: 0, damaged: true });
  });

  test("that never end are given up", () => {
    const block = Buffer.alloc(50_000_000, 0x20);
    let given = 0;
    const endless = function* () {
      for (;;) {
        given++;
        yield block;
      }
    };
    expect(read(endless())).toEqual({ values: [], lines: 0, length: 0, damaged: true });
    expect(given).toBeLessThan(10);
  });
});

test("a folder gives what it keeps piece by piece, and whole", () => {
  const room = newsroom({});
  const store = stateFolder(join(room.folder, "state"));
  const bytes = randomBytes(2_500_000);
  expect(store.write("kept", [bytes.subarray(0, 10), bytes.subarray(10, 1_700_000), bytes.subarray(1_700_000)])).toBe(
    true,
  );
  const pieces = Array.from(store.pieces("kept") ?? [], (piece) => Buffer.from(piece ?? []));
  expect(pieces.length).toBeGreaterThan(2);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  expect(wholeOf(store, "kept")?.equals(bytes)).toBe(true);
  expect(store.pieces("none")).toBeUndefined();
  expect(wholeOf(store, "none")).toBeUndefined();
});

/** A folder with a file that can be opened and not be read. */
const UNREADABLE = "/proc/self";

describe.runIf(existsSync(join(UNREADABLE, "mem")))("a file that cannot be read to its end", () => {
  test("is told from one that ends, and is nothing kept where it is wanted whole", () => {
    const store = stateFolder(UNREADABLE);
    expect([...(store.pieces("mem") ?? [])]).toEqual([undefined]);
    expect(wholeOf(store, "mem")).toBeUndefined();
  });

  test("and one that is not gone through is not held open", () => {
    const room = newsroom({ "state/kept": "x".repeat(3_000_000) });
    const store = stateFolder(join(room.folder, "state"));
    const pieces = store.pieces("kept");
    expect(heldOpen(room.folder)).toBe(0);
    for (const piece of pieces ?? []) {
      expect([piece?.length, heldOpen(room.folder)]).toEqual([1_000_000, 1]);
      break;
    }
    expect(heldOpen(room.folder)).toBe(0);
  });
});
