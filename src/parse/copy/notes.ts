import type { Note } from "../../model/draft.ts";
import { tellsOfLabel } from "./label-sentence.ts";

type Kind = Note["kind"];

/** Labels, by kind. What follows them is the note. */
const LABELS: readonly (readonly [Kind, string])[] = [
  [
    "correction",
    "corrections?|corrected|erratum|errata|corrigendum|rectificatif|corrección|correccion|rectificación|fe de erratas?|fe de errores|korrektur|berichtigung|richtigstellung|correção|errei|rettifica|correzione|rectificatie|correctie|düzeltme|koreksi|ralat|تصحیح|درستی|تصحيح|تصويب|शुद्धि|सुधार|भूल सुधार|संशोधन|исправление|correction notice|correction to this story",
  ],
  [
    "clarification",
    "clarifications?|clarified|précision|aclaración|aclaracion|klarstellung|esclarecimento|precisazione|chiarimento|verduidelijking|klarifikasi|açıklama|وضاحت|توضيح|स्पष्टीकरण|уточнение",
  ],
  [
    "update",
    "updates?|updated|last updated|mise à jour|mise a jour|actualización|actualizacion|actualizado|aktualisierung|aktualisiert|update der redaktion|atualização|atualizado|aggiornamento|aggiornato|güncelleme|pembaruan|اپ ڈیٹ|اپڈیٹ|تحديث|अपडेट|अद्यतन|обновление|обновлено",
  ],
  [
    "editors-note",
    "editor['’]s note|editors['’] note|editors note|editor note|ed\\.? note|ed['’]s note|editorial note|a note from the editors?|note from the editors?|note to readers|note de la rédaction|note de l['’]éditeur|ndlr|nota del editor|nota de la redacción|nota de redacción|anmerkung der redaktion|anm\\. d\\. red\\.|nota do editor|nota da redação|nota della redazione|nota del direttore|noot van de redactie|editörün notu|catatan redaksi|catatan editor|ادارتی نوٹ|مدیر کا نوٹ|نوٹ از مدیر|ایڈیٹر کا نوٹ|ملاحظة المحرر|ملاحظة من المحرر|ملحوظة المحرر|संपादक की टिप्पणी|संपादकीय टिप्पणी|संपादकीय नोट|संपादक का नोट|от редакции|примечание редакции",
  ],
  [
    "withdrawn",
    "story withdrawn|withdrawn|article withdrawn|story removed|story retracted|retracted|retraction|retraction notice|kill|story kill|kill notice|mandatory kill|bulletin kill|story killed|dépêche annulée|article retiré|nota retirada|artículo retirado|noticia anulada|zurückgezogen|meldung zurückgezogen|artigo retirado|articolo ritirato|خبر واپس|واپس لی گئی خبر|خبر ملغى|خبر ملغي|सामग्री वापस|खबर वापस",
  ],
];

/** A bare label and its separator; after a label with a date or time in it, everything stays. */
const MATCHERS = LABELS.map(([kind, words]) => ({
  kind,
  openings: new Set(words.split("|").map((word) => word.slice(0, 2))),
  bare: new RegExp(`^(?:${words})\\s*(?:[:：]|\\s?[—–]|\\s-{1,2}(?=\\s))\\s*`, "iu"),
  dated: new RegExp(`^(?:${words})(?:\\s*,\\s*|\\s*\\(|\\s+)(?:on |at |as of )?(.{1,60}?)\\)?\\s*(?:[:：—–]|$)`, "iu"),
}));

/** What a label may hold beside its word: a date or a time. */
const WHEN =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|[०-९٠-٩۰-۹]/iu;

/** Sentences that are notes without a label. */
const SENTENCES: readonly (readonly [Kind, RegExp])[] = [
  ["correction", /^[([]corrects\b/iu],
  [
    "correction",
    /^this (?:story|article|report|item|piece|version|post|copy)(?: \S+){0,6}? (?:has been|was|is) (?:\S+ )?(?:correct(?:ed|s)|amended)\b/iu,
  ],
  ["correction", /^this is a corrected version\b|^this (?:story|article|report|version|item) corrects\b/iu],
  // `(This May 4 story corrects the hour in paragraph 2)`
  [
    "correction",
    /^this (?:\p{L}{3,9}\.? \d{1,2} |version of (?:the|this) )(?:story|article|report|item) (?:corrects|(?:has been|was|is) corrected)\b/iu,
  ],
  [
    "correction",
    /^(?:an?|the) (?:earlier|previous|original) version of this (?:story|article|report|item|piece|post|caption|headline|text)\b/iu,
  ],
  [
    "clarification",
    /^this (?:story|article|report|item|piece|post)(?: \S+){0,6}? (?:has been|was) (?:\S+ )?clarified\b/iu,
  ],
  [
    "update",
    /^this (?:story|article|report|item|piece|post|page|copy)(?: \S+){0,3}? (?:has been|was|is being|will be) (?:\S+ )?updated\b/iu,
  ],
  ["update", /^(?:last )?updated (?:at|on) (?:\d|[A-Z][a-z]+ \d|[A-Z][a-z]+day\b)/u],
  [
    "withdrawn",
    /^(?:the|this) (?:above |following |previous |earlier )?(?:story|article|report|item|dispatch|copy)\b.{0,200}\b(?:is|are|was|has been|have been) (?:hereby )?(?:withdrawn|retracted|killed)\b/iu,
  ],
];

/** Characters of the longest note; what is longer is a story. */
const LONGEST = 1500;

/** What every label has behind it. */
const LABEL_MARK = /[:：—–]|\s-/u;

/** The first words of the sentences above. Emphasis may end inside the last of them. */
const SENTENCE_OPENING =
  /^[\s*†•_([（]*(?:this (?:\p{L}{3,9}\.? \d{1,2} )?(?:story|article|report|item|piece|version|post|copy|page|is|above|following|previous|earlier|dispatch)|an? (?:earlier|previous|original)|the (?:earlier|previous|original|above|following|story|article|report|item|dispatch|copy)|(?:last )?updated|corrects)/iu;

/** The note that a paragraph is: a correction, clarification, update, editor's note or withdrawal. */
export function readNote(text: string): Note | undefined {
  if (text.length > LONGEST) return undefined;
  const opening = openingOf(text);
  const labelled = opening === undefined || LABEL_OPENINGS.has(opening);
  if (!labelled && !SENTENCE_OPENINGS.has(opening)) return undefined;
  if (!SENTENCE_OPENING.test(text) && !(labelled && LABEL_MARK.test(text.slice(0, 180)))) return undefined;
  const inner = unwrapped(text);
  for (const { kind, openings, bare, dated } of MATCHERS) {
    if (opening !== undefined && !openings.has(opening)) continue;
    const label = bare.exec(inner);
    if (label !== null) {
      const rest = inner
        .slice(label[0].length)
        .replace(/^[*_]+\s*/u, "")
        .trim();
      if (tellsOfLabel(rest)) return undefined;
      return { kind, text: rest === "" ? inner : rest };
    }
    const when = dated.exec(inner);
    if (when !== null && WHEN.test(when[1] ?? "") && isLabelled(kind, when[0], when[1] ?? ""))
      return { kind, text: inner };
  }
  if (opening !== undefined && !SENTENCE_OPENINGS.has(opening)) return undefined;
  // `* This article was updated …`: the mark of a footnote
  const plain = inner.replace(/^[*†•]\s+/u, "");
  for (const [kind, pattern] of SENTENCES) {
    const at = pattern.source.startsWith("^[(") ? text : plain;
    if (pattern.test(at)) return { kind, text: plain };
  }
  return undefined;
}

/**
 * Whether a note may begin with this word of ASCII.
 *
 * @param word in small letters; a space follows it
 * @param text the paragraph that it opens
 */
export function mayOpenNote(word: string, text: string): boolean {
  // Every second story has a paragraph that begins with an article.
  if (word === "the" || word === "a") return SENTENCE_OPENING.test(text) || /^a note\b/iu.test(text);
  return LABEL_WORDS.has(word) || SENTENCE_WORDS.has(word);
}

/** The first words of labels. `corrections?` is two. */
const LABEL_WORDS = new Set(
  LABELS.flatMap(([, words]) => words.split("|")).flatMap((label) => {
    const [, word = "", optional] = /^([a-z]+)(\?)?/.exec(label) ?? [];
    return optional === undefined ? [word] : [word, word.slice(0, -1)];
  }),
);

/** The first words of the sentences above. */
const SENTENCE_WORDS = new Set(["this", "an", "a", "the", "last", "updated", "corrects"]);

/** Two letters with which labels begin. */
const LABEL_OPENINGS = new Set(MATCHERS.flatMap(({ openings }) => [...openings]));

/** Two letters with which the sentences above begin. */
const SENTENCE_OPENINGS = new Set(["co", "th", "an", "a ", "la", "up"]);

/**
 * The first two letters of a paragraph behind brackets and emphasis: what begins otherwise than any note is the story. Undefined
 * beyond ASCII, where letters have more than one form.
 */
function openingOf(text: string): string | undefined {
  return /^[*†•_\s([（]*([ -~]{2})/u.exec(text)?.[1]?.toLowerCase();
}

/** A dated label ends in a colon or dash; `Updated 3 May` may be the whole line. `Correction 3 officers …` is text. */
function isLabelled(kind: Kind, label: string, when: string): boolean {
  if (/[:：—–]$/u.test(label)) return /^[\p{L}\p{N}\p{M}.,:'’ /+-]+$/u.test(when) && when.split(" ").length < 9;
  return (
    kind === "update" &&
    /^(?:last )?updated\s/iu.test(label) &&
    when.split(" ").length < 8 &&
    /^(?:on |at )?(?:\d|[A-Z][a-z]+day\b|[A-Z][a-z]{2,8}\.? \d)/u.test(when)
  );
}

/** Without brackets or emphasis around the whole. */
function unwrapped(text: string): string {
  let inner = text.replace(/^[*_]{1,3}(?=\S)|[*_]{1,3}$/gu, "").trim();
  if (/^[([（]/u.test(inner) && /[)\]）]$/u.test(inner)) inner = inner.slice(1, -1).trim();
  return inner.replace(/^([\p{L}\p{M}'’ ]{1,40})(?:[*_]{1,3}(?=\s*[:—–])|(?<=:)[*_]{1,3})/u, "$1");
}
