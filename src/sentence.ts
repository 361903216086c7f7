/** Short forms whose full stop ends no sentence. `No.` only does so before a figure, see below. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "dr mr mrs ms mx prof st ste mt ft rev hon gen sen rep reps sens gov lt col sgt capt cmdr cpl maj adm pres supt insp jr sr inc co corp ltd llc plc bros dept univ assn vs etc approx est fig vol jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta sask sra srta mme mlle mgr bzw ca usw evtl ggf inkl nr str sog dra av eng ing dott sig e.g i.e u.k u.s u.n a.m p.m d.c z.b d.h u.a ee.uu".split(
    " ",
  ),
);

/** Short forms that end a headline. */
const CLOSING_ABBREVIATIONS: ReadonlySet<string> = new Set(
  "jr sr inc co corp ltd llc plc bros dept univ assn etc esq calif mass mich minn wis tenn conn fla ala ariz colo".split(
    " ",
  ),
);

const CLOSERS = /["'”’»›“)\]）］」』*_\s]+$/u;

/** Whether a line ends the way a sentence does: a full stop of any script, a colon, a comma, also before a closing quote. */
export function endsLikeSentence(line: string): boolean {
  const bare = line.slice(-200).replace(CLOSERS, "");
  const last = bare.at(-1);
  if (last === undefined || !"。.．۔।॥;,:،؛、，：；".includes(last)) return false;
  if (last !== ".") return true;
  return !bare.endsWith("..") && !endsWithAbbreviation(bare);
}

function endsWithAbbreviation(bare: string): boolean {
  const word = bare.slice(bare.lastIndexOf(" ") + 1).replace(/^["'“‘(«]+/u, "");
  return /^(?:\p{L}\.){2,}$/u.test(word) || CLOSING_ABBREVIATIONS.has(word.slice(0, -1).toLowerCase());
}

/**
 * The first sentence of a paragraph, with its closing quote. Abbreviations, initials, ordinals before a month and decimals
 * do not end one.
 *
 * @returns the whole text when nothing ends a sentence in it
 */
export function firstSentence(text: string): string {
  // A lead is printed at 110 characters: what stands far behind cannot matter.
  const head = text.slice(0, 4000);
  for (const match of head.matchAll(/[.!?…。！？۔؟।॥]+["'”’»」』)\]]*/gu)) {
    const end = match.index + match[0].length;
    if (end >= text.length) break;
    const wide = /[。！？]/u.test(match[0]);
    if (!wide && !/\s/u.test(head.charAt(end))) continue;
    const next = head.slice(end).trimStart();
    if (!wide && /^["'“‘«(]*\p{Ll}/u.test(next)) continue;
    if (match[0] === "." && stopsNothing(head.slice(0, match.index), next)) continue;
    return text.slice(0, end);
  }
  return text;
}

/** Whether the full stop after `before` belongs to a short form. */
function stopsNothing(before: string, next: string): boolean {
  const word = before.slice(before.lastIndexOf(" ") + 1).replace(/^["'“‘«([]+/u, "");
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word)) return /\p{Lu}/u.test(word) || word.includes(".");
  const key = word.toLowerCase();
  if (key === "no" || key === "nos") return /^\d/.test(next);
  if (/^\d{1,2}$/.test(word)) return /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jän)/u.test(next);
  return ABBREVIATIONS.has(key);
}
