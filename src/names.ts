import { remembered } from "./remembered.ts";
import { foldAccents } from "./text.ts";

/**
 * The key by which two spellings are one person: without case, accents, punctuation, spacing of initials and a title in
 * front. `Dr. J. R. O’Hare`, `J.R. O'Hare` and `j r o'hare` have one key.
 *
 * Vowel signs of Indian scripts are letters here: without them different names would fall together.
 */
export const nameKey = remembered((name: string): string => {
  const words = foldName(name)
    .split(/[\s.,‐-―-]+/u)
    .filter((word) => word !== "");
  let from = 0;
  while (from < words.length - 1 && TITLES.has(words[from] ?? "")) from++;
  const key: string[] = [];
  let initials = false;
  for (const word of words.slice(from)) {
    const single = /^\p{L}\p{M}*$/u.test(word) && /^[\p{Ll}\p{M}]+$/u.test(word);
    if (single && initials) key.push(`${key.pop() ?? ""}${word}`);
    else key.push(word);
    initials = single;
  }
  return key.join(" ");
});

function foldName(name: string): string {
  const folded = /[\u0900-\u0DFF\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/u.test(name)
    ? name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim()
    : foldAccents(name);
  return folded
    .replace(/[\u0640\u200B-\u200F'’‘ʼ`´"“”]/gu, "")
    .replace(/[łøđðıæœيىك]/gu, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ي: "ی",
  ى: "ی",
  ك: "ک",
};

const TITLES = new Set(
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev hon sen rep gov gen col maj capt lt sgt m mme mlle herr frau sra srta don doña sheikh hafiz maulana mufti syed shri smt د دكتور ڈاکٹر مولانا श्री श्रीमती डॉ".split(
    " ",
  ),
);
