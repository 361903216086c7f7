import { phraseSet } from "../phrase-key.ts";

/** Month names and their usual short forms, without a full stop, in the languages that datelines come in. */
export const MONTHS = phraseSet(
  "january february march april may june july august september october november december".split(" "),
  "jan feb febr mar apr jun jul aug sep sept oct nov dec".split(" "),
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil déc".split(
    " ",
  ),
  "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre".split(" "),
  "ene abr may ago set dic".split(" "),
  "januar februar märz juni juli oktober dezember jänner mär mrz okt dez".split(" "),
  "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out".split(" "),
  "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug ott".split(" "),
  "januari februari maart mei augustus desember mrt".split(" "),
  "maret agustus peb agt agu des".split(" "),
  "ledna února března dubna května června července srpna září října listopadu prosince".split(" "),
  "mars maj augusti oktober marts".split(" "),
  "ianuarie februarie martie aprilie mai iunie iulie septembrie octombrie noiembrie decembrie".split(" "),
  "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
  "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split(" "),
  "styczeń stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia".split(
    " ",
  ),
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря янв фев мар апр авг сен сент окт ноя дек".split(
    " ",
  ),
  "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "),
  "شباط آذار نيسان أيار حزيران تموز آب أيلول".split(" "),
  "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر".split(" "),
  "जनवरी फरवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर दिसंबर दिसम्बर".split(" "),
);

/** Names of the days of the week, and short forms. */
export const WEEKDAYS = phraseSet(
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split(" "),
  "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  "lunes martes miércoles jueves viernes sábado domingo".split(" "),
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split(" "),
  "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira".split(" "),
  "lunedì martedì mercoledì giovedì venerdì sabato domenica".split(" "),
  "senin selasa rabu kamis jumat sabtu minggu pazartesi salı çarşamba perşembe cuma cumartesi pazar".split(" "),
);

/** Whether a word, with or without its full stop, names a month. */
export function isMonth(key: string): boolean {
  return MONTHS.has(key) || (key.endsWith(".") && MONTHS.has(key.slice(0, -1)));
}
