/** What languages call themselves. A table, because the runtime's own names change with its version. */
const NAMES: Readonly<Record<string, string>> = {
  ar: "العربية",
  bn: "বাংলা",
  cs: "čeština",
  da: "dansk",
  de: "Deutsch",
  el: "Ελληνικά",
  en: "English",
  es: "español",
  fa: "فارسی",
  fi: "suomi",
  fr: "français",
  he: "עברית",
  hi: "हिन्दी",
  hu: "magyar",
  id: "Bahasa Indonesia",
  it: "italiano",
  ja: "日本語",
  ko: "한국어",
  nb: "norsk bokmål",
  nl: "Nederlands",
  no: "norsk",
  pl: "polski",
  ps: "پښتو",
  pt: "português",
  ro: "română",
  ru: "русский",
  sd: "سنڌي",
  sv: "svenska",
  sw: "Kiswahili",
  ta: "தமிழ்",
  th: "ไทย",
  tr: "Türkçe",
  uk: "українська",
  ur: "اردو",
  vi: "Tiếng Việt",
  zh: "中文",
};

/** The name of a language in that language; the tag itself when we know none. */
export function languageName(tag: string): string {
  const [language = tag, ...rest] = tag.split("-");
  const name = NAMES[language];
  if (name === undefined) return tag;
  return rest.length === 0 ? name : `${name} (${tag})`;
}
