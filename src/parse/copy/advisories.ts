/** Bracketed words to other desks: `(Adds quote)`, `(Updates with comment)`. They never end in a full stop. */
const BRACKETED =
  /^[([]\s*(?:adds?|adding|updates?|updating|recasts?|refiles?|refiling|repeats?|releads?|rewrites?|writes? ?thru|writethru|removes?|deletes?|drops?|trims?|fixes|changes|inserts?|resends?|restores?|edits|amends?|combines|eliminates|substitutes|tops|sub(?:s|bing)|new throughout|with (?:photos?|pictures?|video|graphic|ap photos))\b(?!.*[.!?]["'”’]?[)\]]?$)/iu;

/** A line to editors that needs no brackets. */
const TO_EDITORS = /^(?:eds|ed\.?s|attn|attention editors|attn editors|editors)\s*[:—]\s*\S/iu;

/** Slug lines: `BC-EU--Harbour Plan, 1st Ld-Writethru, 400`. */
const SLUG =
  /^(?:(?:bc|am|pm)-{1,2}[\p{Lu}\d]|[A-Z]{2,4}--[A-Z])|\b(?:\d{1,2}(?:st|nd|rd|th) (?:ld|lead|add|sub|nl|writethru)\b|ld-writethru|writethru)/iu;

/** A slug between the marks of old wires: `^Bells-Return,0250<`. */
const MARKED_SLUG = /^\^?[\p{L}\p{N}-]{3,40}, ?\d{3,4}<?$/u;

const MARK = new RegExp(
  `^[\\s(\\[<^=*_/\\\\—–-]*(?:${[
    "more|more to (?:come|follow)|mtf|end|ends|end of (?:story|text|article)|fin|fine|ende|fim|30|0|xxx|urgent|bulletin|flash|newsalert",
    "news ?alert|news ?flash|breaking news alert|reuters?|&#\\d+;|reuter&#\\d+;|to be continued|continues|ختم|انتهى|समाप्त",
  ].join("|")})[\\s.)\\]>^=*_/\\\\—–-]*$`,
  "iu",
);

/** Marks that are words of the language too: they count in brackets, between dashes, in capitals, or as a wire writes them. */
const MARKED =
  /^(?:[\s^=*_]*(?:URGENT|BULLETIN|FLASH|NEWS ?ALERT|NEWS ?FLASH|ENDS?|FIN|ENDE|FINE|FIM|XXX|REUTERS?|Reuters?|Ends?|Urgent|Bulletin)[\s.^=*_]*|[\s]*[([<*/—–-]+.+|.+[—–-]{2,}|&#\d+;|[Rr]euter&#\d+;|.*\P{ASCII}.*)$/u;
const CASED = /^[\s^=*_]*(?:more|end|ends|fin|fine|ende|fim|30|0|continues|to be continued)[\s.]*$/u;

/** Whether a paragraph is an advisory or an end mark: words between desks that no reader is meant to see. */
export function isAdvisory(text: string): boolean {
  if (text.length > 400) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  // `Reuters.` or `bulletin.` may be all that a wrapped sentence left for its last line.
  if (text.length < 40 && MARK.test(text))
    return MARKED.test(text) && !CASED.test(text) && !/^\p{Lu}?\p{Ll}+\.$/u.test(text);
  if (BRACKETED.test(text)) return /[)\]]$/u.test(text);
  if (TO_EDITORS.test(text) || (/^\^|<$/u.test(text) && MARKED_SLUG.test(text))) return true;
  return text.length < 120 && SLUG.test(text) && !/[.!?]["”’]?$/u.test(text);
}
