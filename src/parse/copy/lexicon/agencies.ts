/** News agencies, wire services and papers whose names stand in credits, by short and long name. Data: order does not matter. */
export const AGENCIES: readonly string[] = [
  ..."AP,Associated Press,The Associated Press,Reuters,Reuter,Thomson Reuters,AFP,Agence France-Presse,Agence France Presse".split(
    ",",
  ),
  ..."UPI,United Press International,DPA,dpa,Deutsche Presse-Agentur,dpa-AFX,EFE,Agencia EFE,ANSA,AGI,Adnkronos,LaPresse".split(
    ",",
  ),
  ..."askanews,CNN Indonesia,CNN Türk,CNN Brasil".split(","),
  ..."LUSA,Agência Lusa,Europa Press,EP,Notimex,Télam,Telam,NA,DyN,Andina,Prensa Latina,PL,ABI,ANF,SERVIMEDIA,Colpisa,ACN".split(
    ",",
  ),
  ..."Agência Brasil,Estadão Conteúdo,Folhapress,Xinhua,Xinhua News Agency,新华社,新華社,CNS,CNA,中央社,Kyodo,Kyodo News,共同".split(
    ",",
  ),
  ..."Jiji,Jiji Press,時事,NHK,Yonhap,Yonhap News,연합뉴스,Newsis,뉴시스,KCNA,VNA,TASS,ITAR-TASS,Itar-Tass,RIA Novosti,RIA,Sputnik".split(
    ",",
  ),
  ..."Interfax,Ukrinform,UNIAN,BelTA,PAP,ČTK,CTK,TASR,SITA,MTI,APA,Austria Presse Agentur,ATS,Keystone-ATS,SDA,BTA,Agerpres".split(
    ",",
  ),
  ..."Mediafax,Tanjug,Beta,FoNet,Hina,STA,MIA,ATA,ANA,AMNA,ANA-MPA,CNA,NTB,TT,Ritzau,STT,BNS,ELTA,LETA,ANP,Belga,PA,PA Media".split(
    ",",
  ),
  ..."Press Association,Anadolu,Anadolu Agency,AA,İHA,DHA,ANKA,IRNA,ISNA,Mehr,MNA,Fars,FNA,Tasnim,WAM,SPA,QNA,KUNA,BNA,ONA".split(
    ",",
  ),
  ..."Petra,NNA,SANA,MENA,MAP,TAP,APS,LANA,INA,WAFA,Maan,Ma'an,APP,PPI,NNI,INP,Online,KMS,ANI,PTI,IANS,UNI,UNB,BSS,bdnews24".split(
    ",",
  ),
  ..."Press Trust of India,Asian News International,Indo-Asian News Service,Associated Press of Pakistan,RSS,LBO,Bernama".split(
    ",",
  ),
  ..."Antara,PNA,Philippine News Agency,AAP,Australian Associated Press,NZPA,NZN,RNZ,PACNEWS,CP,The Canadian Press".split(
    ",",
  ),
  ..."Canadian Press,La Presse Canadienne,PC,QMI,SAPA,PANA,Panapress,NAN,News Agency of Nigeria,GNA,Ghana News Agency,KNA,KBC".split(
    ",",
  ),
  ..."ENA,SUNA,ZANA,ZIANA,New Ziana,AIM,ANGOP,SLENA,Thomson Reuters Foundation,IRIN,IPS,Inter Press Service,UN News,VOA".split(
    ",",
  ),
  ..."Voice of America,RFE/RL,RFERL,RFA,RFI,BBC,BBC News,CNN,CBS,CBS News,NBC,NBC News,ABC,ABC News,Fox News,NPR,CBC,CNBC,CNA".split(
    ",",
  ),
  ..."Bloomberg,Bloomberg News,Dow Jones,Dow Jones Newswires,MarketWatch,The New York Times,New York Times,NYT,The Washington Post".split(
    ",",
  ),
  ..."Washington Post,Los Angeles Times,Tribune News Service,TNS,McClatchy,Gannett,Scripps Howard,Cox,Knight Ridder,KRT,MCT".split(
    ",",
  ),
  ..."The Guardian,The Times,The Telegraph,Financial Times,Wall Street Journal,The Wall Street Journal,USA Today,USA TODAY".split(
    ",",
  ),
  ..."Deutsche Welle,DW,Al Jazeera,The Hill,Politico,Axios,PRNewswire,PR Newswire,Business Wire,BUSINESS WIRE,GlobeNewswire".split(
    ",",
  ),
  ..."GLOBE NEWSWIRE,Marketwired,Marketwire,Accesswire,ACCESSWIRE,CNW,CNW Group,AllAfrica,Newswire,NewsWire,Canal 6,OCHA,UNHCR".split(
    ",",
  ),
  ..."CNBC,CNBC Indonesia,Detik,বাসস,ইউএনবি".split(","),
  ..."Dawn,Dawn.com,The News,The Nation,Express Tribune,Geo News,ARY News,The Hindu,Times of India,TNN,HT,DHNS,ENS,Express News Service".split(
    ",",
  ),
  ..."رويترز,أ ف ب,ا ف ب,أ.ف.ب,فرانس برس,أسوشيتد برس,د ب أ,د ب ا,أ ش أ,الأناضول,وام,واس,سانا,بترا,كونا,قنا,بنا,شينخوا,و ص ف,معا,وفا".split(
    ",",
  ),
  ..."رائٹرز,اے ایف پی,اے پی,اے پی پی,این این آئی,آن لائن,آئی این پی,پی پی آئی,بی بی سی,ڈی پی اے,ژنہوا,ایجنسیاں".split(
    ",",
  ),
  ..."भाषा,वार्ता,एएनआई,एएफपी,पीटीआई,रॉयटर्स,आईएएनएस,यूएनआई,एजेंसी,एजेंसियां".split(","),
  ..."РИА Новости,ТАСС,Интерфакс,Рейтер,УНИАН,Укринформ".split(","),
];

/** Agencies that sell pictures: credits, never people. */
export const PICTURE_AGENCIES: readonly string[] =
  "Getty Images,Getty,Shutterstock,Alamy,iStock,EPA,EPA-EFE,Pexels,Unsplash,Pixabay,Wikimedia Commons,AFP via Getty Images,AP Photo,Adobe Stock".split(
    ",",
  );

/** Last words of the names of papers, agencies and other organisations. */
export const ORGANISATION_WORDS: readonly string[] = [
  ..."agency agencies press news newspaper newspapers newswire wire service services times post tribune gazette herald".split(
    " ",
  ),
  ..."ledger courier chronicle journal dispatch observer examiner inquirer sentinel telegraph mail express mirror guardian".split(
    " ",
  ),
  ..."standard star sun record register reporter-herald bulletin bugle argus echo argonaut advertiser messenger mercury".split(
    " ",
  ),
  ..."independent globe daily weekly today monitor magazine review radio television tv broadcasting media network online".split(
    " ",
  ),
  ..."university college school institute academy foundation council committee commission association society union trust".split(
    " ",
  ),
  ..."company corporation corp inc ltd group bank ministry department office bureau centre center club party museum library".split(
    " ",
  ),
  ..."beacon citizen intelligencer patriot pioneer recorder republican reporter-news spectator tidings voice".split(
    " ",
  ),
  ..."watch forum alliance coalition archive archives board authority federation league initiative project organisation organization consortium lab".split(
    " ",
  ),
  ..."presse zeitung nachrichten agentur rundfunk journal nouvelles agence diario noticias agencia periódico prensa jornal notícias".split(
    " ",
  ),
  ..."نیوز ایجنسی اخبار ٹائمز وكالة صحيفة أنباء الأنباء جريدة न्यूज न्यूज़ एजेंसी समाचार टाइम्स".split(" "),
  ..."agência giornale agenzia notizie corriere haber gazetesi ajansı kompas pos harian kabar berita tribun suara warta".split(
    " ",
  ),
];
