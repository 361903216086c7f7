import { phraseSet } from "../phrase-key.ts";

/** Words in capitals that open a paragraph and are no place: labels of pictures, genres, warnings, advisories. */
export const LABELS = phraseSet(
  "file photo photos picture pictures video videos watch listen live exclusive breaking update updated updates alert flash".split(
    " ",
  ),
  "urgent bulletin newsalert news warning caution note notes notice editorial opinion analysis comment commentary review".split(
    " ",
  ),
  "reviews interview interviews feature features factbox timeline explainer explained profile obituary obituaries preview".split(
    " ",
  ),
  "story stories recap report reports reported recipe quiz poll gallery podcast transcript correction clarification corrected kill".split(
    " ",
  ),
  "withdrawn embargo embargoed hold advisory published posted rating result results score scores verdict summary background".split(
    " ",
  ),
  "context question answer q a fact facts keys highlights headlines tip tips spoiler spoilers advertisement sponsored".split(
    " ",
  ),
  "trending developing happening just confirmed revealed official poster trailer episode chapter part season series volume".split(
    " ",
  ),
  "scene lesson step week match team teams lineup line-up weather forecast".split(" "),
  "markets stocks shares prices price wanted missing dead died born important attention remember reminder disclaimer".split(
    " ",
  ),
  "more related read see also source sources caption credit copyright share follow subscribe newsletter headline standfirst".split(
    " ",
  ),
  "byline dateline slug title subject re fwd date venue tickets opening concert who what when where why how".split(" "),
  "rpt repeat text statement letter letters speech essay column blog diary sport".split(" "),
  "sports business culture politics world science health technology tech money travel food arts books film music".split(
    " ",
  ),
  "vs versus v wo foto bild quelle klar fazit hintergrund photo vidéo exclusif analyse".split(" "),
);

/** Subjects that head a column or a list in capitals. An agency or a date behind them makes a town of them: `OIL CITY, Pa. (AP)`. */
export const TOPICS = phraseSet(
  "football soccer baseball basketball hockey cricket tennis golf rugby boxing athletics olympics swimming cycling racing formula".split(
    " ",
  ),
  "elections election lottery births deaths marriages forex currencies commodities bonds gold oil metals grains street".split(
    " ",
  ),
  "person people reader readers dear first second third top good bad big new local national global crime courts law religion".split(
    " ",
  ),
  "mayor president minister senator governor king queen pope chef coach mother father summer winter autumn today tomorrow".split(
    " ",
  ),
  "yesterday tonight earth solution solutions ingredients method directions fc cf afc real brent bank wall".split(" "),
  "enquiries inquiries orders bids offers home garden motoring property theatre television radio games gaming puzzles horoscope crossword".split(
    " ",
  ),
);

/** Organisations whose names are said as a word and look like a town in capitals. */
export const ACRONYMS = phraseSet(
  "unesco unicef unhcr unrwa undp unep unido unctad nato otan nasa noaa opec asean nafta mercosur saarc ecowas interpol europol".split(
    " ",
  ),
  "frontex eurostat brexit covid hiv aids fifa uefa fiba ioc icrc osce oecd ocde usaid darpa fema ofcom nafdac pemex petronas".split(
    " ",
  ),
  "wikileaks facebook google apple microsoft amazon twitter boeing airbus toyota samsung spacex tesla greenpeace oxfam amnesty".split(
    " ",
  ),
  "isis isil hamas fatah plo eta ira farc swapo anc swat scotus potus aipac naacp acorn radar laser sonar gmail imax ikea".split(
    " ",
  ),
);

/** Words that begin a sentence and never a place name. */
export const SENTENCE_OPENERS = phraseSet(
  "the a an this that these those it he she they we you i his her their our my your its one two three four five six seven".split(
    " ",
  ),
  "in on at by for from with without after before when while if as but and or so yet then now here there who what why how".split(
    " ",
  ),
  "not no yes all some many most more every each both few several another such even only just also still perhaps maybe".split(
    " ",
  ),
  "to of into over under between among during since until because although though despite mr mrs ms dr prof sir lady lord".split(
    " ",
  ),
  "un une ce cette il elle on una uno esto der die das ein eine es er sie wir os as um uma".split(" "),
);

/** Place names that begin with such a word all the same. */
export const OPENED_PLACES = phraseSet(
  "the hague,the valley,the dalles,the bronx,the woodlands,the villages,the pas,the gambia,des moines,to kwa wan".split(
    ",",
  ),
);
