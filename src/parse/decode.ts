import { isAscii } from "node:buffer";
import type { Problem } from "../model/diagnostic.ts";

export type Decoded =
  | {
      readonly text: string;
      /** Whether the bytes are the text in UTF-8 as it stands: no mark of byte order, and no other line ends. */
      readonly isWhole: boolean;
    }
  | { readonly problem: Problem };

/** First bytes of files that end up under a wrong name, and what people call them. */
const BINARY: readonly { readonly name: string; readonly magic: readonly number[] }[] = [
  { name: "a PNG picture", magic: [0x89, 0x50, 0x4e, 0x47] },
  { name: "a JPEG picture", magic: [0xff, 0xd8, 0xff] },
  { name: "a GIF picture", magic: [0x47, 0x49, 0x46, 0x38] },
  { name: "a PDF document", magic: [0x25, 0x50, 0x44, 0x46] },
  { name: "a zip archive or an Office document", magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: "a gzip archive", magic: [0x1f, 0x8b] },
  { name: "an old Word document", magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "an RTF document", magic: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/**
 * The text of an article file, with `\n` as the only line end. UTF-8 only: a wrong byte is told, never replaced, for what was
 * replaced is published.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0)
    return refuse("file/empty", "Cannot read an empty file: write the article or take the file out");
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse("encoding/utf-16", "Cannot read UTF-16: save the file as UTF-8");
  }
  const kind = BINARY.find(({ magic }) => magic.every((byte, index) => bytes[index] === byte));
  if (kind !== undefined)
    return refuse("file/binary", `Cannot read ${kind.name} as an article: save the text itself, as UTF-8`);
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // A Buffer looks for a byte five times as fast as an array of bytes does.
  if (view.includes(0)) {
    // Letters of most scripts in UTF-16 have a NUL in every second byte, the odd or the even ones.
    const zeros = (odd: 0 | 1) =>
      bytes.subarray(0, 200).filter((byte, index) => byte === 0 && index % 2 === odd).length;
    return Math.max(zeros(0), zeros(1)) > Math.max(1, Math.min(200, bytes.length) / 4)
      ? refuse("encoding/utf-16", "Cannot read UTF-16: save the file as UTF-8")
      : refuse("file/binary", "Cannot read a binary file as an article: save the text itself, as UTF-8");
  }
  try {
    const decoded = isAscii(bytes) ? view.toString("latin1") : decoder.decode(bytes);
    const returns = decoded.includes("\r");
    const text = returns ? decoded.replace(/\r\n?/g, "\n") : decoded;
    return text.trim() === ""
      ? refuse("file/empty", "Cannot read an empty file: write the article or take the file out")
      : { text, isWhole: !returns && bytes[0] !== BYTE_ORDER_MARK };
  } catch {
    const at = firstWrongByte(bytes);
    const before = decoder.decode(bytes.subarray(0, at)).split(/\r\n?|\n/);
    const line = before.length;
    const column = (before.at(-1) ?? "").length + 1;
    return {
      problem: {
        code: "encoding/not-utf8",
        severity: "error",
        message: `Cannot read the text: not valid UTF-8 at byte ${at}, line ${line}; save the file as UTF-8`,
        at: { line, column },
      },
    };
  }
}

/** First of the three bytes of a mark of byte order, which the decoder takes off; U+F000 and its like begin so, too. */
const BYTE_ORDER_MARK = 0xef;

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Offset of the first byte that is no UTF-8, found by halving: everything before it decodes, whole characters only. */
function firstWrongByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // The wrong byte may be the first of a character that never ends: it lies up to three bytes before the one that shows it.
  while (!decodes(bytes.subarray(0, good), false)) good--;
  return good;
}

function decodes(bytes: Uint8Array, cut: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

function refuse(code: Problem["code"], message: string): Decoded {
  return { problem: { code, severity: "error", message } };
}
