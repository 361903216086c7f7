/** Words that make a credit a role: what people do in a newsroom, in the languages of bylines. */
export const ROLE_WORDS: readonly string[] = [
  ..."reporter reporters writer writers correspondent correspondents editor editors columnist columnists photographer".split(
    " ",
  ),
  ..."photographers producer producers journalist journalists critic critics commentator contributor contributors stringer".split(
    " ",
  ),
  ..."stringers freelancer intern newsman newswoman cartoonist illustrator videographer anchor presenter blogger subeditor".split(
    " ",
  ),
  ..."sub-editor copyeditor photojournalist cameraman researcher analyst essayist reviewer publisher chief fellow".split(
    " ",
  ),
  ..."envoyé envoyée envoyés envoyées journaliste journalistes correspondant correspondante rédacteur rédactrice reporteur éditorialiste chroniqueur".split(
    " ",
  ),
  ..."chroniqueuse photographe periodista periodistas corresponsal redactor redactora columnista editora reportero".split(
    " ",
  ),
  ..."reportera fotógrafo fotógrafa enviado enviada redakteur redakteurin reporterin korrespondent korrespondentin".split(
    " ",
  ),
  ..."journalistin autor autorin kolumnist kolumnistin fotograf fotografin jornalista jornalistas repórter".split(" "),
  ..."correspondente colunista giornalista giornalisti corrispondente inviato inviata redattore redattrice muhabir".split(
    " ",
  ),
  ..."muhabiri gazeteci yazar yazarı editör editörü wartawan wartawati jurnalis redaktur koresponden penulis kontributor".split(
    " ",
  ),
  ..."mitarbeiter mitarbeiterin redaktionsmitglied reporteri toimittaja verslaggever verslaggeefster redacteur fotojournalist".split(
    " ",
  ),
  // Beats: `By A, Rural Affairs`
  "affairs",
  ..."collaborateur collaboratrice colaborador colaboradora collaboratore collaboratrice pigiste".split(" "),
  ..."صحافی رپورٹر نامہ نگار نمائندہ مدیر کالم صحفي صحفية مراسل مراسلة محرر محررة كاتب كاتبة".split(" "),
  ..."الكاتب الكاتبة المراسل المراسلة الصحفي الصحفية المحرر 기자 특파원 논설위원 記者 记者 編集委員 特派員".split(" "),
  ..."पत्रकार संवाददाता रिपोर्टर संपादक लेखक लेखिका स्तंभकार".split(" "),
];

/** Words that credits without a person are made of; `IN_HOUSE_NOUNS` are those that make one by themselves. */
export const IN_HOUSE_NOUNS: readonly string[] =
  "staff desk newsroom newsdesk agencies agency reporter reporters correspondent correspondents reports services writers editors bureau wires wire team board monitoring".split(
    " ",
  );

/** Words that may stand beside them. */
export const IN_HOUSE_WORDS: readonly string[] =
  "a an the our own special web news digital online city local sports sport business national international foreign world editorial crime court features culture science political education health diplomatic district metro regional central main and with from other input inputs report service writer editor news-desk monitor".split(
    " ",
  );

/** Whole in-house credits that are not made of these words. */
export const IN_HOUSE_PHRASES: readonly string[] = [
  "la rédaction",
  "rédaction",
  "agences",
  "avec agences",
  "notre correspondant",
  "notre envoyé spécial",
  "redacción",
  "la redacción",
  "agencias",
  "corresponsal",
  "redaktion",
  "unserer redaktion",
  "die redaktion",
  "da redação",
  "redação",
  "agências",
  "redazione",
  "la redazione",
  "della redazione",
  "dalla redazione",
  "redaksi",
  "haber merkezi",
  "dış haberler",
  "ویب ڈیسک",
  "نیوز ڈیسک",
  "مانیٹرنگ ڈیسک",
  "اسٹاف رپورٹر",
  "سٹاف رپورٹر",
  "نمائندہ خصوصی",
  "خصوصی نمائندہ",
  "نامہ نگار",
  "نامہ نگار خصوصی",
  "ہمارے نمائندے",
  "ہمارے نامہ نگار",
  "بیورو رپورٹ",
  "ڈیسک رپورٹ",
  "وقائع نگار",
  "خبر نگار",
  "جنرل رپورٹر",
  "کرائم رپورٹر",
  "کورٹ رپورٹر",
  "اسپورٹس ڈیسک",
  "اسپورٹس رپورٹر",
  "کامرس رپورٹر",
  "نمائندہ",
  "خبر ایجنسیاں",
  "مراسلنا",
  "مراسلتنا",
  "موفدنا",
  "وكالات",
  "الوكالات",
  "قسم التحرير",
  "هيئة التحرير",
  "वेब डेस्क",
  "न्यूज़ डेस्क",
  "न्यूज डेस्क",
  "डिजिटल डेस्क",
  "ब्यूरो",
  "संवाददाता",
  "विशेष संवाददाता",
  "हमारे संवाददाता",
  "निज संवाददाता",
  "नगर संवाददाता",
  "एजेंसी",
  "एजेंसियां",
  "स्टाफ रिपोर्टर",
];

/** Nouns for people in closing bios, beside the newsroom's. */
export const PERSON_NOUNS: readonly string[] = [
  ..."author professor lecturer teacher student graduate fellow scholar economist lawyer attorney barrister solicitor".split(
    " ",
  ),
  ..."doctor physician nurse surgeon engineer scientist historian poet novelist chef cook baker farmer pilot sailor fisherman".split(
    " ",
  ),
  ..."director head chair chairman chairwoman president founder co-founder partner member host consultant adviser advisor".split(
    " ",
  ),
  ..."activist politician diplomat ambassador minister senator officer manager executive expert specialist strategist".split(
    " ",
  ),
  ..."psychologist philosopher sociologist biologist physicist chemist geographer architect designer artist musician composer".split(
    " ",
  ),
  ..."candidate intern assistant associate coordinator librarian archivist curator translator gardener beekeeper carpenter".split(
    " ",
  ),
  ..."veteran resident native alumnus alumna dean provost judge priest pastor imam rabbi monk soldier general colonel captain".split(
    " ",
  ),
  ..."retiree pensioner mother father parent volunteer organiser organizer campaigner".split(" "),
];
