import { createHash } from "node:crypto";

/** Characters a slug keeps at most; what is cut off is told by a short hash. */
const LONGEST = 80;

/** Bytes that a file name may have on the systems we run on, with room for an extension. */
const MOST_BYTES = 240;

/** Names that mean a device on some systems, or a file of ours beside the feeds. */
const RESERVED = new Set(
  "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 index current releases".split(
    " ",
  ),
);

/**
 * A name that is safe as one path segment, in a URL and on every file system: lower case, letters and digits of any script
 * kept, everything else `-`; long ones are cut and end in a hash of the whole.
 *
 * @returns "" when the text has no letter and no digit
 */
export function slugify(text: string): string {
  if (text.length <= LONGEST && SLUG.test(text) && !RESERVED.has(text)) return text;
  const slug = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("i̇", "i")
    .normalize("NFC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if (slug === "") return "";
  const letters = Array.from(slug);
  if (letters.length > LONGEST || Buffer.byteLength(slug) > MOST_BYTES) {
    return `${cut(letters).replace(/-+$/, "")}-${shortHash(text)}`;
  }
  return RESERVED.has(slug) ? `${slug}-${shortHash(text)}` : slug;
}

/** What is a slug already: the names of most files and folders are. */
const SLUG = /^[a-z\d]+(?:-[a-z\d]+)*$/;

/** Eight hexadecimal digits that tell two texts apart. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

function cut(letters: readonly string[]): string {
  let bytes = 0;
  let slug = "";
  for (const letter of letters.slice(0, LONGEST)) {
    bytes += Buffer.byteLength(letter);
    if (bytes > MOST_BYTES - 9) break;
    slug += letter;
  }
  return slug;
}
