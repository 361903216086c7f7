import { phraseSet } from "../phrase-key.ts";

/** Small words inside people's names, and inside place names. */
export const NAME_PARTICLES = phraseSet(
  "van von der den de del della delle dello dei di da do dos das du des la le lo y e i ten ter te zu zum zur vom op af av".split(
    " ",
  ),
  "bin ibn bint binti abu abd al el ul ud ur ould san santa mac st af ap ab mar é".split(" "),
);

export const NAME_SUFFIXES = phraseSet("jr sr ii iii iv v phd ph.d md m.d esq cbe obe mbe mp mla".split(" "));

/** Titles before a name. They stay in the name as it is printed, and are left out when names are compared. */
export const HONORIFICS = phraseSet(
  "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister hon sen rep gov gen col maj capt lt sgt".split(
    " ",
  ),
  "sheikh shaikh haji hafiz maulana mufti syed engr adv justice judge m mme mlle maître sr sra srta don doña herr frau ing dott".split(
    " ",
  ),
  "sig bpk ibu datuk tan sri shri smt kumari pandit ustad dr. د دكتور الدكتور ڈاکٹر مولانا جناب श्री श्रीमती डॉ".split(
    " ",
  ),
);

/** Words that join the last two names of a byline. */
export const CONJUNCTIONS = phraseSet(
  "and & und et y e och og en dan ve و اور और एवं तथा и та і i এবং மற்றும்".split(" "),
);

/** Words before the place that a reporter writes from. */
export const PLACE_PREPOSITIONS = phraseSet("in at from en à a au em da aus di de bei".split(" "));
