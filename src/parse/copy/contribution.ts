import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isPersonName } from "./names.ts";
import { isInHouse, isKnownAgency } from "./organisations.ts";
import { LONGEST_SIGN_OFF, namesIn } from "./sign-off.ts";

const CONTRIBUTED =
  /^(.{3,300}?) (?:also )?contributed (?:(?:additional )?reporting )?(?:to|for|from) (?:this|the) (?:report|story|article|piece|dispatch)\.?$/iu;
const CONTRIBUTED_ALONE =
  /^(.{3,300}?) (?:also )?contributed (?:additional )?reporting(?: from \p{Lu}[\p{L}\s,.'’-]{1,60})?\.?$/u;
const CONTRIBUTED_ONLY = /^(.{3,120}?) contributed\.?$/u;
const REPORTED_FROM = /^(.{3,200}?) (?:also )?reported from (\p{Lu}[\p{L}\p{M}\s,.'’-]{1,80}?)\.?$/u;
const WRITERS =
  /^(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3} )?(?:staff |video |medical |science |business |sports |special )?(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Jj]ournalists?|[Pp]hotographers?|[Pp]roducers?|[Ee]ditors?|[Rr]esearchers?) (?=\p{Lu})/u;

/** Who gave to a story, as told in a sentence: `A in PLACE and B contributed to this report.` */
export interface Contribution {
  /** Names that contributed, without a role. */
  readonly contributors: readonly string[];
  /** Names that `reported from` a place; perhaps a surname only. */
  readonly reporters: readonly string[];
}

/** Reads a paragraph that consists of such sentences and nothing else. */
export function readContribution(text: string, lexicon: CopyLexicon): Contribution | undefined {
  if (text.length > LONGEST_SIGN_OFF || !/contributed/i.test(text)) return undefined;
  const bare = text.replace(/^[-–—*_([\s]+|[*_)\]\s]+$/gu, "");
  const contributors: string[] = [];
  const reporters: string[] = [];
  for (const sentence of bare.split(/(?<=[\p{Ll}]\.)\s+(?=\p{Lu})/u)) {
    const gave = CONTRIBUTED.exec(sentence) ?? CONTRIBUTED_ALONE.exec(sentence) ?? CONTRIBUTED_ONLY.exec(sentence);
    const from = gave === null ? REPORTED_FROM.exec(sentence) : null;
    const who = (gave?.[1] ?? from?.[1] ?? "").replace(/^with /iu, "").replace(WRITERS, "");
    if (who === "") return undefined;
    const names = namesIn(
      who.replace(/,? and (?:\p{Lu}\S* )?(?:writers?|reporters?|correspondents?) (?=\p{Lu})/gu, " and "),
      lexicon,
    );
    if (names === undefined) return undefined;
    const sure = (name: string): boolean =>
      isPersonName(name) || isInHouse(name, lexicon) || isKnownAgency(name, lexicon);
    if (gave !== null && !names.every(sure)) return undefined;
    (gave === null ? reporters : contributors).push(...names);
  }
  return contributors.length === 0 ? undefined : { contributors, reporters };
}
