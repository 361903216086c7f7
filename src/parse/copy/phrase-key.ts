/**
 * The form in which words and set phrases of copy are compared: no case, accents, Arabic vowel signs or typographic
 * apostrophes; the letters that Arabic, Persian and Urdu keyboards give different codes are one.
 *
 * Vowel signs of Indian scripts stay: they tell words apart.
 */
export function phraseKey(text: string): string {
  // Plain ASCII is by far the most frequent; it needs no Unicode tables.
  if (/^[\x20-\x7E]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0670\u0640\u200C-\u200F]/g, "")
    .normalize("NFC")
    .replace(/[ıøłđßæœ‘’ʼ`´أإآٱىيكہۀةە]/g, (letter) => SAME[letter] ?? letter);
}

const SAME: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "`": "'",
  "´": "'",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ی",
  ي: "ی",
  ك: "ک",
  ہ: "ه",
  ۀ: "ه",
  ة: "ه",
  ە: "ه",
};

/** A set of phrases, ready to be compared by `phraseKey`. */
export function phraseSet(...lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const list of lists) for (const phrase of list) if (phrase !== "") keys.add(phraseKey(phrase));
  return keys;
}
