/** What stands before the headline of another story, by language. */
export const RELATED_MARKERS: readonly string[] = [
  // English; "More" is told apart in related.ts
  ..."Read More,Read Also,Also Read,See Also,Also See,Related,Related story,Related stories,Related article,Related articles".split(
    ",",
  ),
  ..."Related coverage,Related news,Related posts,Related content,Related reading,Related links,Read more here,Read next".split(
    ",",
  ),
  ..."Read this also,More on this story,Further reading,Recommended reading,You may also like,You might also like,More".split(
    ",",
  ),
  ..."Lire aussi,À lire aussi,A lire aussi,Lire également,À lire également,Lire plus,Voir aussi,À voir aussi,Sur le même sujet".split(
    ",",
  ),
  ..."Lea también,Lee también,Leer también,Lea además,Lee además,Te puede interesar,Le puede interesar,Vea también,Ver también".split(
    ",",
  ),
  ..."También te puede interesar,También le puede interesar,Leer más,Lea más,Lee más,Notas relacionadas,Nota relacionada".split(
    ",",
  ),
  ..."Noticias relacionadas,Leia também,Leia mais,Veja também,Veja mais,Saiba mais,Ler também,Leia ainda".split(","),
  ..."Leggi anche,Leggi di più,Leggi tutto,Vedi anche,Potrebbe interessarti,Articoli correlati".split(","),
  ..."Lesen Sie auch,Lesen Sie mehr,Lesen Sie hier,Lesen Sie dazu,Mehr zum Thema,Zum Thema,Auch interessant,Siehe auch".split(
    ",",
  ),
  ..."Lies auch,Mehr dazu,Lees ook,Lees meer,Lees verder,Zie ook,Läs också,Läs mer,Läs även,Les også,Les mer,Læs også,Læs mere".split(
    ",",
  ),
  ..."Lue myös,Lue lisää,Czytaj także,Czytaj też,Czytaj więcej,Zobacz też,Zobacz także,Čtěte také,Čítajte aj,Citește și".split(
    ",",
  ),
  ..."Citeste si,Olvassa el,Διαβάστε επίσης,Читайте также,Читать также,Смотрите также,Читайте також,Прочетете още".split(
    ",",
  ),
  ..."Ayrıca okuyun,Bunu da okuyun,Bunlar da ilginizi çekebilir,İlgili haber,İlgili haberler,Devamını oku".split(","),
  ..."Baca juga,Baca selengkapnya,Simak juga,Lihat juga,Berita terkait,Xem thêm,Đọc thêm,Soma pia,Basahin din".split(
    ",",
  ),
  ..."یہ بھی پڑھیں,یہ بھی پڑھئے,یہ بھی پڑھیے,مزید پڑھیں,مزید پڑھیے,مزید پڑھئے,یہ بھی دیکھیں,متعلقہ خبر,متعلقہ خبریں,مزید جانیے".split(
    ",",
  ),
  ..."اقرأ أيضا,إقرأ أيضا,اقرأ ايضا,اقرأ المزيد,اقرأ كذلك,اقرؤوا أيضا,اقرأوا أيضا,شاهد أيضا,طالع أيضا,انظر أيضا,ذات صلة".split(
    ",",
  ),
  ..."مواضيع ذات صلة,موضوعات ذات صلة,أخبار ذات صلة,بیشتر بخوانید,همچنین بخوانید".split(","),
  ..."यह भी पढ़ें,यह भी पढ़े,ये भी पढ़ें,ये भी पढ़े,इसे भी पढ़ें,और पढ़ें,और भी पढ़ें,यह भी देखें,संबंधित खबर,संबंधित खबरें,हे पण वाचा,हेही वाचा".split(
    ",",
  ),
  ..."আরও পড়ুন,আরো পড়ুন,மேலும் படிக்க,ఇవి కూడా చదవండి,延伸阅读,相关阅读,相关新闻,相關新聞,関連記事,関連ニュース,관련기사,관련 기사".split(
    ",",
  ),
];
