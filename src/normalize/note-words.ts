import type { Note } from "../model/draft.ts";

type NoteWords = Readonly<Record<Exclude<Note["kind"], "withdrawn"> | "related", string>>;

/** What stands before a note at the head of a story, and above related links below it, by language. */
const WORDS: Readonly<Record<string, NoteWords>> = {
  ar: {
    correction: "تصحيح",
    clarification: "توضيح",
    update: "تحديث",
    "editors-note": "ملاحظة المحرر",
    related: "اقرأ أيضاً",
  },
  de: {
    correction: "Korrektur",
    clarification: "Klarstellung",
    update: "Aktualisierung",
    "editors-note": "Anmerkung der Redaktion",
    related: "Mehr dazu",
  },
  es: {
    correction: "Corrección",
    clarification: "Aclaración",
    update: "Actualización",
    "editors-note": "Nota de la redacción",
    related: "Más información",
  },
  fr: {
    correction: "Correction",
    clarification: "Précision",
    update: "Mise à jour",
    "editors-note": "Note de la rédaction",
    related: "À lire aussi",
  },
  hi: {
    correction: "सुधार",
    clarification: "स्पष्टीकरण",
    update: "अपडेट",
    "editors-note": "संपादक की टिप्पणी",
    related: "यह भी पढ़ें",
  },
  id: {
    correction: "Koreksi",
    clarification: "Klarifikasi",
    update: "Pembaruan",
    "editors-note": "Catatan redaksi",
    related: "Baca juga",
  },
  it: {
    correction: "Correzione",
    clarification: "Precisazione",
    update: "Aggiornamento",
    "editors-note": "Nota della redazione",
    related: "Leggi anche",
  },
  pt: {
    correction: "Correção",
    clarification: "Esclarecimento",
    update: "Atualização",
    "editors-note": "Nota da redação",
    related: "Leia também",
  },
  tr: {
    correction: "Düzeltme",
    clarification: "Açıklama",
    update: "Güncelleme",
    "editors-note": "Editörün notu",
    related: "İlgili haberler",
  },
  ur: {
    correction: "تصحیح",
    clarification: "وضاحت",
    update: "اپ ڈیٹ",
    "editors-note": "مدیر کا نوٹ",
    related: "یہ بھی پڑھیں",
  },
};

const ENGLISH: NoteWords = {
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  "editors-note": "Editor’s note",
  related: "Related",
};

/** The words for notes in a language; English where we know none. */
export function noteWords(language: string): NoteWords {
  return WORDS[language.split("-")[0] ?? ""] ?? ENGLISH;
}
