import { isAscii, isUtf8 } from "node:buffer";
import type { Place, Rule, RuleText } from "./rule.ts";

/** The bytes of a document as text, and how they were read. */
export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  /** Lower case. */
  readonly encoding: string;
  /** What the XML declaration says. */
  readonly declared: string | undefined;
  /** Where it says so. */
  readonly declaredAt: number;
  /** What the byte order mark, or the pattern of the first bytes, says. */
  readonly marked: string | undefined;
  /** What the Content-Type header says. */
  readonly served: string | undefined;
  readonly servedType: string | undefined;
  /** The encoding that was asked for is none that can be read. */
  readonly unknown: string | undefined;
  /** Offset of the first bytes that are no characters of the encoding. */
  readonly brokenAt: number | undefined;
}

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"[-a-zA-Z0-9_.:]*"|'[-a-zA-Z0-9_.:]*')\s+encoding\s*=\s*(?:"([-A-Za-z0-9._]+)"|'([-A-Za-z0-9._]+)')/;

/** Reads the bytes of an XML document. @see https://www.w3.org/TR/xml/#sec-guessing and https://www.rfc-editor.org/rfc/rfc7303#section-3 */
export function decode(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const marked = byPattern(bytes);
  const beginning = bytes.subarray(0, 1024);
  const start = marked?.startsWith("utf-32")
    ? wideText(beginning, marked === "utf-32le").text
    : new TextDecoder(marked === undefined || marked === "utf-8" ? "latin1" : marked).decode(beginning);
  const prolog = DECLARATION.exec(marked === "utf-8" ? start.slice(3) : start);
  const declared = prolog?.[1] ?? prolog?.[2];
  const [type = "", ...parameters] = (contentType ?? "").split(";");
  const served = /charset\s*=\s*"?([^";\s]+)/i.exec(parameters.join(";"))?.[1];
  const wanted =
    (marked !== undefined && marked !== "utf-8" ? marked : undefined) ?? served ?? declared ?? marked ?? "utf-8";
  const { text, encoding, unknown, brokenAt } = read(bytes, wanted, marked);
  return {
    text,
    encoding,
    declared,
    declaredAt:
      declared === undefined ? 0 : start.indexOf(declared, start.indexOf("encoding")) - (marked === "utf-8" ? 3 : 0),
    marked,
    served,
    servedType: contentType === undefined ? undefined : type.trim().toLowerCase(),
    unknown,
    brokenAt,
  };
}

function byPattern(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return "utf-32be";
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return "utf-32le";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return "utf-16le";
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return "utf-16be";
  return undefined;
}

/** UTF-32, which no decoder of the platform reads. */
function wideText(bytes: Uint8Array, isLittle: boolean): { text: string; brokenAt: number | undefined } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const characters: string[] = [];
  let brokenAt: number | undefined = bytes.length % 4 === 0 ? undefined : bytes.length >> 2;
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const code = view.getUint32(offset, isLittle);
    const isCharacter = code < 0x110000 && (code < 0xd800 || code > 0xdfff);
    if (!isCharacter) brokenAt ??= offset >> 2;
    if (offset > 0 || code !== 0xfeff) characters.push(isCharacter ? String.fromCodePoint(code) : "\ufffd");
  }
  return { text: characters.join(""), brokenAt };
}

function read(bytes: Uint8Array, wanted: string, marked: string | undefined) {
  if (marked?.startsWith("utf-32"))
    return { ...wideText(bytes, marked === "utf-32le"), encoding: marked, unknown: undefined };
  if (/^utf-?8$/i.test(wanted) && isUtf8(bytes)) {
    const text = decodeUtf8(bufferOf(bytes), marked === "utf-8" ? 3 : 0);
    return { text, encoding: "utf-8", unknown: undefined, brokenAt: undefined };
  }
  let decoder: InstanceType<typeof TextDecoder>;
  let unknown: string | undefined;
  const asked = wanted.toLowerCase();
  const name = asked === "utf-16" ? (marked ?? "utf-16be") : (ALIASES.get(asked) ?? asked);
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    unknown = wanted;
    decoder = new TextDecoder("utf-8", { fatal: true });
  }
  // Every reader takes ASCII and Latin-1 for the Windows encoding that contains them, so nothing is broken that was declared as these,
  // but bytes above 127 in ASCII are.
  const ascii = /^(?:us-)?ascii$/.test(name) ? bytes.findIndex((byte) => byte > 127) : -1;
  try {
    const decodedText = decoder.decode(bytes);
    const text = WINDOWS.has(name) ? decodedText.replace(/[\u0080-\u009f]/g, windowsCharacter) : decodedText;
    return { text, encoding: decoder.encoding, unknown, brokenAt: ascii === -1 ? undefined : ascii };
  } catch {
    const text = new TextDecoder(decoder.encoding).decode(bytes);
    return { text, encoding: decoder.encoding, unknown, brokenAt: Math.max(0, text.indexOf("\ufffd")) };
  }
}

/** Part of a document in UTF-8 as text; undefined when its bytes are none. A byte order mark stays, it is a character there. */
export function decodePart(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? decodeUtf8(bufferOf(bytes), 0) : undefined;
}

/** Bytes that are decoded at once. */
const PIECE = 2048;

/**
 * Valid UTF-8 as text. Most pieces of most feeds are ASCII, which is copied rather than decoded: half the time of decoding all at once, a
 * sixth of that of a fatal decoder.
 */
function decodeUtf8(bytes: Buffer, start: number): string {
  if (isAscii(bytes)) return bytes.toString("latin1");
  const pieces: string[] = [];
  let from = start;
  while (from < bytes.length) {
    let to = Math.min(bytes.length, from + PIECE);
    while (isContinuation(bytes[to])) to--;
    const isCopied = isAscii(bytes.subarray(from, to));
    pieces.push(bytes.toString(isCopied ? "latin1" : "utf8", from, to));
    from = to;
  }
  return pieces.join("");
}

/** Whether a byte of UTF-8 belongs to the character before it. */
function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Names that the Encoding Standard does not list; those that are written as latin1 contain ASCII, which is enough to judge a feed. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "mac-cyrillic": "x-mac-cyrillic",
    maccyrillic: "x-mac-cyrillic",
    "mac-roman": "macintosh",
    macroman: "macintosh",
    ...Object.fromEntries(
      (
        "cp437 ibm437 cp737 cp775 cp850 ibm850 cp852 ibm852 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp865 cp869 mac-greek mac-iceland " +
        "mac-latin2 mac-turkish koi8-t kz1048 ptcp154 hp-roman8 johab viscii tcvn"
      )
        .split(" ")
        .map((name) => [name, "latin1"]),
    ),
  }),
);

const WINDOWS: ReadonlySet<string> = new Set(["windows-1252", "cp1252", "x-cp1252"]);
/** What windows-1252 has where Latin-1 has controls; Node 20 decodes it as Latin-1. */
const WINDOWS_CHARACTERS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

function windowsCharacter(control: string): string {
  return WINDOWS_CHARACTERS.charAt(control.charCodeAt(0) - 0x80);
}

const ENCODING = "https://www.w3.org/TR/xml/#charencoding";
const feed = (declaration: string, title = "Rain") =>
  `${declaration}<rss version="2.0"><channel><title>${title}</title><link>https://example.org/</link><description>News</description></channel></rss>`;

const example = { example: "document", latin1: true, spec: ENCODING } as const satisfies Partial<RuleText>;

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ["iso-10646-ucs-2", "utf-16"],
  ["ucs-2", "utf-16"],
  ["csunicode", "utf-16"],
  ["iso-10646-ucs-4", "utf-32"],
  ["ucs-4", "utf-32"],
  ["csucs4", "utf-32"],
]);

/** Encodings that every reader has. */
const COMMON = new Set(
  (
    "us-ascii iso-8859-1 euc-jp iso-8859-2 iso-8859-15 iso-8859-7 koi8-r shift_jis windows-1250 windows-1251 windows-1252 windows-1254 " +
    "windows-1255 windows-1256 gb18030"
  ).split(" "),
);
const STANDARD = new Set(["utf-8", "utf-16"]);

/** Rules of the bytes. */
export const encodingRules: readonly Rule<Decoded>[] = [
  {
    ...example,
    code: "encoding/missing",
    w3c: "MissingEncoding",
    severity: "info",
    message: 'The encoding is not declared: begin with <?xml version="1.0" encoding="utf-8"?>',
    bad: feed(""),
    good: feed('<?xml version="1.0" encoding="utf-8"?>'),
    *check({ declared, served, marked }) {
      if (declared === undefined && served === undefined && marked === undefined) yield { offset: 0 };
    },
  },
  {
    ...example,
    code: "encoding/unknown",
    w3c: "UnknownEncoding",
    severity: "error",
    message: "There is no encoding {value}: publish in utf-8",
    bad: feed('<?xml version="1.0" encoding="utf-9"?>'),
    good: feed('<?xml version="1.0" encoding="utf-8"?>'),
    *check({ unknown, declaredAt }) {
      if (unknown !== undefined) yield { offset: declaredAt, values: { value: unknown } };
    },
  },
  {
    ...example,
    code: "encoding/broken",
    w3c: "UnicodeError",
    severity: "error",
    message: "The bytes from here on are not {value}: save the feed in the encoding it declares",
    bad: feed('<?xml version="1.0" encoding="utf-8"?>', "Caf\u00e9"),
    good: feed('<?xml version="1.0" encoding="utf-8"?>', "Caf\u00c3\u00a9"),
    *check({ brokenAt, encoding }) {
      if (brokenAt !== undefined) yield { offset: brokenAt, values: { value: encoding } };
    },
  },
  {
    ...example,
    code: "encoding/contradiction",
    w3c: "UnicodeError",
    severity: "error",
    message: "The byte order mark says {marked}, the XML declaration {declared}: declare what it is",
    bad: feed('\u00ef\u00bb\u00bf<?xml version="1.0" encoding="iso-8859-1"?>'),
    good: feed('\u00ef\u00bb\u00bf<?xml version="1.0" encoding="utf-8"?>'),
    *check({ marked, declared, declaredAt }) {
      if (marked === undefined || declared === undefined) return;
      const said = declared.toLowerCase();
      const width = marked.slice(0, 6);
      if (said === marked || said === width || OTHER_NAMES.get(said) === width) return;
      yield { offset: declaredAt, values: { marked, declared } };
    },
  },
  {
    ...example,
    code: "encoding/mismatch",
    w3c: "EncodingMismatch",
    severity: "warning",
    message: "The server says {served}, the XML declaration {declared}: make them agree, since readers believe either",
    contentType: "application/rss+xml; charset=iso-8859-1",
    bad: feed('<?xml version="1.0" encoding="utf-8"?>'),
    good: feed('<?xml version="1.0" encoding="iso-8859-1"?>'),
    *check({ served, declared, declaredAt }) {
      if (served === undefined || declared === undefined || served.toLowerCase() === declared.toLowerCase()) return;
      yield { offset: declaredAt, values: { served, declared } };
    },
  },
  {
    ...example,
    code: "encoding/not-common",
    w3c: "ObscureEncoding",
    severity: "warning",
    message: "Few readers know the encoding {value}: publish in utf-8",
    bad: feed('<?xml version="1.0" encoding="ibm866"?>'),
    good: feed('<?xml version="1.0" encoding="koi8-r"?>'),
    *check({ declared, unknown, declaredAt }) {
      const said = declared?.toLowerCase();
      if (said === undefined || unknown !== undefined || STANDARD.has(said) || COMMON.has(said)) return;
      yield { offset: declaredAt, values: { value: said } };
    },
  },
  {
    ...example,
    code: "encoding/not-standard",
    w3c: "NonstdEncoding",
    severity: "info",
    message: "XML readers need not know the encoding {value}: publish in utf-8",
    bad: feed('<?xml version="1.0" encoding="iso-8859-1"?>'),
    good: feed('<?xml version="1.0" encoding="UTF-8"?>'),
    *check({ declared, declaredAt }) {
      const said = declared?.toLowerCase();
      if (said !== undefined && COMMON.has(said)) yield { offset: declaredAt, values: { value: said } };
    },
  },
  {
    ...example,
    code: "encoding/text-xml",
    w3c: "TextXml",
    severity: "info",
    message:
      "Served as {value} without a charset, some readers take the feed for us-ascii: add charset=utf-8, or serve application/rss+xml",
    spec: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
    contentType: "text/xml",
    bad: feed('<?xml version="1.0" encoding="utf-8"?>'),
    good: "{}",
    *check({ servedType, served }) {
      if (servedType?.startsWith("text/") && served === undefined) yield { offset: 0, values: { value: servedType } };
    },
  },
  {
    ...example,
    code: "encoding/byte-order-mark",
    severity: "warning",
    w3cSeverity: "off",
    message: "The feed begins with a byte order mark: remove it, since some readers take it for text before the feed",
    bad: feed("\u00ef\u00bb\u00bf"),
    good: feed(""),
    *check({ marked }): Iterable<Place> {
      if (marked === "utf-8") yield { offset: 0 };
    },
  },
];
