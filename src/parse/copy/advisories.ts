/** The first words of long lines between desks, those of ASCII that a space follows. */
export const DESK_WORDS =
  "eds ed attn attention editors desk note for to memo fwd forwarded sent resent filed copied submitted".split(" ");

/** The first words of lines that begin the part for editors. */
export const EDITORS_WORDS = "note notes editor editors press media for".split(" ");

/** Bracketed words to other desks: `(Adds quote)`, `(Updates with comment)`. They never end in a full stop. */
const BRACKETED =
  /^[([]\s*(?:adds?|adding|updates?|updating|recasts?|refiles?|refiling|repeats?|releads?|rewrites?|writes? ?thr(?:u|ough)|writethru|removes?|deletes?|drops?|trims?|fixes|changes|inserts?|resends?|restores?|edits|amends?|combines|eliminates|substitutes|tops|sub(?:s|bing)|new throughout|with (?:photos?|pictures?|video|graphic|ap photos))\b(?!.*[.!?]["'”’]?[)\]]?$)/iu;

/** A line to editors that needs no brackets. */
const TO_EDITORS =
  /^(?:eds|ed\.?s|attn|attention editors|attn editors|editors|(?:desk|note to|for the|to the|memo to) ?(?:note|news ?desk|copy ?desk|picture desk|desk|subs|sub-editors)s?)\s*[:—]\s*\S/iu;

/** What somebody did with the file, told to a desk: `Forwarded to newsdesk - please use Saturday`. */
const TO_DESK =
  /^(?:fwd|forwarded|sent|resent|filed|copied|submitted|attn|attention|memo)(?: to| for)?:? (?:the )?(?:news ?|copy ?|picture |photo |night |city |sports |foreign |subs )desks?(?:\s*[-–—:.(!]|$)/iu;

/** Versions that wires number, alone on their line: `UPDATE 2`, `2nd Lead`, `Ld-Writethru`, `TAKE 2`. */
const VERSION =
  /^(?:(?:UPDATE|WRAPUP|ADD|TAKE|LEAD|SUB|INSERT|RPT|REFILE|VERSION)[ -]?\d{1,2}|\d{1,2}(?:st|nd|rd|th)? ?(?:UPDATE|LEAD|ADD|TAKE|Lead|Update|Add|Take))[\s:.=^*-]*$/u;

/** The first line of a wire's file: its code, priority, section, length: `NNS0042 3 SPO 210 NNS`, `AP-NY-03-04-19 1405EST`. */
const WIRE_HEADER =
  /^(?:\p{Lu}{1,5}\d{3,6}(?: [\p{Lu}\p{N}/:-]{1,8}){2,8}|\p{Lu}{2}-\p{Lu}{2}-\d\d-\d\d-\d\d(?: [\p{Lu}\p{N}/:-]{1,8}){0,8}|(?:ZCZC|NNNN)(?: [\p{Lu}\p{N}/:-]{1,8}){0,8})$/u;

/** Who wrote and who cleared the text, by their initials: `NNS ab/cd`, `ab/cd/ef`. */
const INITIALS = /^(?:\p{Lu}{2,6}[ /])?(?!(?:and\/or|he\/she|w\/o|n\/a|km\/h)$)\p{Ll}{2,3}(?:\/\p{Ll}{2,3}){1,3}$/u;

/** What a desk's system writes above a file: `SLUG: pump-blue`, `Words: 120`. */
const FILED = /^(?:slug(?:line)?\s*[:：]\s*\S{2,40}|(?:words?|word ?count|length)\s*[:：]\s*\d{1,5}(?: words)?)$/iu;

/** Whose the text is, and that nobody may copy it. */
const RIGHTS =
  /^(?:© ?(?:\p{N}|\p{L})|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4},? (?:by )?\p{Lu})|(?:all rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|todos os direitos reservados|tutti i diritti riservati|riproduzione riservata|جميع الحقوق محفوظة|جملہ حقوق محفوظ)[.!]?$)/iu;

/** Slug lines: `BC-EU--Harbour Plan, 1st Ld-Writethru, 400`. */
const SLUG =
  /^(?:(?:bc|am|pm)-{1,2}[\p{Lu}\d]|[A-Z]{2,4}--[A-Z])|\b(?:\d{1,2}(?:st|nd|rd|th) ?(?:ld|lead|add|sub|nl|writethru)\b|ld-writethru|writethru)/iu;

/** A slug between the marks of old wires: `^Bells-Return,0250<`. */
const MARKED_SLUG = /^\^?[\p{L}\p{N}-]{3,40}, ?\d{3,4}<?$/u;

const MARK = new RegExp(
  `^[\\s(\\[<^=*_/\\\\—–-]*(?:${[
    "more|more to (?:come|follow)|mtf|morend|end|ends|end of (?:story|text|article)|fin|fine|ende|fim|30|0|xxx|urgent|bulletin|flash|newsalert",
    "news ?alert|news ?flash|breaking news alert|reuters?|&#\\d+;|reuter&#\\d+;|to be continued|continues|ختم|انتهى|समाप्त",
  ].join("|")})[\\s.)\\]>^=*_/\\\\—–-]*$`,
  "iu",
);

/** Marks that are words of the language too: they count in brackets, between dashes, in capitals, or as a wire writes them. */
const MARKED =
  /^(?:[\s^=*_]*(?:URGENT|BULLETIN|FLASH|NEWS ?ALERT|NEWS ?FLASH|ENDS?|FIN|ENDE|FINE|FIM|XXX|MOREND|REUTERS?|Reuters?|Ends?|Urgent|Bulletin)[\s.^=*_]*|[\s]*[([<*/—–-]+.+|.+[—–-]{2,}|&#\d+;|[Rr]euter&#\d+;|.*\P{ASCII}.*)$/u;
const CASED = /^[\s^=*_]*(?:more|end|ends|fin|fine|ende|fim|30|0|continues|to be continued)[\s.]*$/u;

/** What outlets are told below the end of a handout: who to ask, what the sender is. */
const BELOW_END =
  /^(?:notes? (?:to|for) (?:the )?editors?|editors?['’]? notes?|(?:press|media) (?:contacts?|enquiries|inquiries)|for (?:more|further|media|press) (?:information|details|enquiries|inquiries))\b/iu;

/** `#end#`: hashes on both sides, so that no heading of a list is one. */
const HASHED = /^#{1,3} ?(?:end|ends|fin|ende|more|30) ?#{1,3}$/iu;

/** Whether a paragraph ends the story: `-30-`, `ENDS`. */
export function isEndMark(text: string): boolean {
  return (
    text.length < 40 &&
    (MARK.test(text) || HASHED.test(text) || !/[\p{L}\p{N}]/u.test(text)) &&
    !/more|follow|urgent|bulletin|flash|alert|continue/iu.test(text)
  );
}

/**
 * Whether a paragraph begins the part of a handout that is for editors: below an end mark, or as a heading that says so.
 *
 * @param ended whether an end mark stands above it
 */
export function isForEditors(text: string, ended: boolean): boolean {
  return ended ? BELOW_END.test(text) : /^notes? (?:to|for) (?:the )?editors?:?$/iu.test(text);
}

/** Whether a first line is the one word that a desk files the story under: `HARBOUR-FIRE`, `Harbour-Fire-Folo`. */
export function isSlug(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{N}]{1,20}(?:[-_]\p{Lu}[\p{L}\p{N}]{0,20}){1,5}$/u.test(text);
}

/** Whether a paragraph is an advisory or an end mark: words between desks that no reader is meant to see. */
export function isAdvisory(text: string): boolean {
  if (text.length > 400) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  // `Reuters.` or `bulletin.` may be all that a wrapped sentence left for its last line.
  if (HASHED.test(text)) return true;
  if (text.length < 40 && MARK.test(text))
    return MARKED.test(text) && !CASED.test(text) && !/^\p{Lu}?\p{Ll}+\.$/u.test(text);
  if (BRACKETED.test(text)) return /[)\]]$/u.test(text);
  if (TO_EDITORS.test(text) || ((text.startsWith("^") || text.endsWith("<")) && MARKED_SLUG.test(text))) return true;
  if (TO_DESK.test(text) || (text.length < 160 && RIGHTS.test(text))) return true;
  if (text.length < 60 && (VERSION.test(text) || WIRE_HEADER.test(text) || INITIALS.test(text) || FILED.test(text)))
    return true;
  return text.length < 120 && SLUG.test(text) && !/[.!?]["”’]?$/u.test(text);
}
