import type { Hold, Note } from "../../model/draft.ts";

const EMBARGO =
  /^[([*^=\s]*(?:strictly |news |under |sous |unter )?(?:embargo(?:ed|ée?|ado|ato)?|sperrfrist|پابندی|محظور النشر|حظر النشر|प्रतिबंधित)\b.{0,20}?(?::|until|till|to|for|before|jusqu|hasta|bis|fino|até|\d|—|–|-|$)|^[([*^=\s]*not (?:for|to be) (?:release|released|publication|published|broadcast|use|used)\b.{0,20}?(?:before|until|till|prior)|^[([*^=\s]*(?:hold for release|for release (?:at|on|after|not before|\d)|release (?:at|after|not before)\b.{0,60}$|advance for (?:\w+ )?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iu;

const HOLD =
  /^[([*^=\s]*(?:hold|on hold|story on hold|hold story|please hold|do not publish|do not use|not for publication|not yet for publication|no publicar|ne pas publier|nicht veröffentlichen|não publicar|non pubblicare|ناقابل اشاعت|غير للنشر|ليس للنشر)(?:\s*[:：—–!.)\]*^=-]|\s*$)/iu;

/**
 * What in a story asks not to be published: an embargo, a hold. The line stays in the text.
 *
 * @param first whether it stands above the story; `Hold: …` further down is text
 */
export function readHold(text: string, first: boolean): Hold | undefined {
  if (text.length > 300) return undefined;
  if (isEmbargo(text)) return { kind: "embargo", text };
  return first && HOLD.test(text) ? { kind: "hold", text } : undefined;
}

/** A line about an embargo: its own line, not a sentence about one (`Embargo on oil lifted`). */
function isEmbargo(text: string): boolean {
  if (!EMBARGO.test(text)) return false;
  return /^[([*^=\s]*(?:\p{Lu}{5,}|not |strictly|under embargo|sous|unter|hold|for release|release|advance)/iu.test(
    text,
  ) && text.split(" ").length < 30
    ? /\d|:|\bbefore\b|\buntil\b|release|embargoed|sperrfrist|^[\P{Ll}]*$/iu.test(text)
    : false;
}

/** The hold that a withdrawal makes. */
export function holdOfNotes(notes: readonly Note[]): Hold | undefined {
  const note = notes.find(({ kind }) => kind === "withdrawn");
  return note === undefined ? undefined : { kind: "withdrawn", text: note.text };
}
