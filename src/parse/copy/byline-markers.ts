/** The word that makes a line a byline, and what follows it. */
export interface BylineMarker {
  readonly rest: string;
  /** `From …` credits agencies only: people are not written so. */
  readonly organisationsOnly: boolean;
}

/** Words that need no colon. They are prepositions too, so what follows must be names. */
const WORDS =
  /^(?:by|par|por|von|di|oleh|door|af|av|door|från|fra|autor|de|written by|story by|(?:story|text|words|report)(?: and| &) (?:photos?|photographs|photography|pictures|video|images)(?: by)?|(?:report|interview|review|analysis|opinion|commentary|column) by|reported by|words by|text by|texte de|texte par|texto de|texto por|text von|testo di|escrito por)(?:\s*[:：]\s*|\s+)(?=\S)/iu;

/** Words that need their colon. */
const LABELS =
  /^(?:byline|author|authors|reporter|writer|auteur|autor|autora|autore|autoren|text|texte|texto|testo|words|story|reportage|penulis|reporter|yazar|haber|muhabir|تحریر|رپورٹ|از|تحریر و تحقیق|بقلم|كتب|کتب|كتبت|كتبه|إعداد|اعداد|تقرير|بواسطة|रिपोर्ट|रिपोर्टर|लेखक|लेखिका|लेख|द्वारा|লেখক|প্রতিবেদক|автор|текст|文|作者|記者|记者|文／|글)\s*[:：]\s*(?=\S)/iu;

/** Those among them that also have a dash behind them, and no other meaning before one. */
const DASHED_LABELS = /^(?:(?:تحریر|رپورٹ|بقلم|كتب|کتب|كتبت|تقرير|रिपोर्ट|लेखक|लेखिका)\s+[-–—]\s+|文[/／])(?=\S)/iu;

/** Arabic and Urdu words that stand before a name without a colon, too. */
const BARE_LABELS = /^(?:بقلم|تحریر|كتب|كتبت)\s+(?=\S)/u;

/** The byline word at the start of a line, in any of the languages that bylines come in. */
export function bylineMarker(line: string): BylineMarker | undefined {
  const head = line.slice(0, 60);
  const match = LABELS.exec(head) ?? DASHED_LABELS.exec(head) ?? WORDS.exec(head) ?? BARE_LABELS.exec(head);
  if (match !== null) return { rest: line.slice(match[0].length).trim(), organisationsOnly: false };
  const from = /^from[:\s]\s*(?=\S)/iu.exec(head);
  return from === null ? undefined : { rest: line.slice(from[0].length), organisationsOnly: true };
}
