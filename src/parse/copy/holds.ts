import type { Hold, Note } from "../../model/draft.ts";

/** The first words of the orders below, those of ASCII that a space follows. */
export const HOLD_WORDS = (
  "strictly news embargoed embargo under lift lifts this sous bajo sob sotto embargado onder sperrfrist unter ambargolu not hold for " +
  "adv advance on story please awaiting do no ne nicht non"
).split(" ");

/** Marks and brackets that may stand around an order. */
const OPENING = /^[([*_^=\s#]+/u;

/** Orders that are about an embargo by their words alone. */
const EMBARGO =
  /^(?:(?:strictly |news )?embargoed(?:\s*$|\s*[:：—–-]|\s+(?:until|till|to|for|before|from|copy|material|not)\b|\s+\d)|(?:strictly |news |under |lifts?:? )?embargo(?:\s*$|\s+(?:until|till|to|lifts|ends|hasta|jusqu|bis|fino|até|tot)\b|\s+\d)|(?:this (?:story|article|report|copy|material) is )?under (?:strict )?embargo\b|this (?:story|article|report|copy|material) is (?:strictly )?embargoed\b|sous embargo\b|bajo embargo\b|sob embargo\b|sotto embargo\b|embargado hasta\b|embargoé|onder embargo\b|sperrfrist\b|unter sperrfrist\b|ambargolu\b|not (?:for|to be) (?:release|released|publication|published|broadcast|use|used)\b.{0,30}\b(?:before|until|till|prior)\b|hold for release\b|for release (?:at|on|after|not before|\d)|adv(?:ance)?\.? (?:for )?(?:\S+ )?(?:\d{1,2}\b|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|محظور النشر|حظر النشر|پابندی:|प्रकाशन प्रतिबंध)/iu;

/** `Embargo: 6 May`: with a colon it is an order when a time follows, and a sentence otherwise. */
const EMBARGO_LABEL =
  /^embargo\s*[:：—–-]\s*(?=.{0,40}(?:\d|until|midnight|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day))/iu;

const HOLD =
  /^[([*^=\s]*(?:hold|on hold|story on hold|hold story|please hold|(?:please )?hold for (?:legal|lawyers?|clearance|approval|review|publication|the editor|sign-?off)[\p{L} ]{0,20}|awaiting (?:legal|clearance|approval)|do not publish|do not use|not for publication|not yet for publication|no publicar|ne pas publier|nicht veröffentlichen|não publicar|non pubblicare|ناقابل اشاعت|غير للنشر|ليس للنشر)(?:\s*[:：—–!.)\]*^=-]|\s*$)/iu;

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
  const bare = text.replace(OPENING, "");
  return (EMBARGO.test(bare) || EMBARGO_LABEL.test(bare)) && bare.split(" ").length < 30;
}

/** The hold that a withdrawal makes. */
export function holdOfNotes(notes: readonly Note[]): Hold | undefined {
  const note = notes.find(({ kind }) => kind === "withdrawn");
  return note === undefined ? undefined : { kind: "withdrawn", text: note.text };
}
