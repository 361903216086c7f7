import type { Credit } from "../../model/draft.ts";
import type { Part } from "./byline-parts.ts";
import { inCapitals } from "./headline.ts";
import { LABELS, SENTENCE_OPENERS } from "./lexicon/labels.ts";
import type { CopyLexicon } from "./lexicon/lexicon.ts";
import { isMonth, WEEKDAYS } from "./lexicon/months.ts";
import { NAME_SUFFIXES, PLACE_PREPOSITIONS } from "./lexicon/names.ts";
import { IN_HOUSE_WORDS } from "./lexicon/roles.ts";
import { isPersonName } from "./names.ts";
import {
  agencyStrength,
  isAgencyService,
  isCapitalPhrase,
  isInHouse,
  isKnownAgency,
  isNamedAgency,
  isOrganisation,
} from "./organisations.ts";
import { phraseKey, phraseSet } from "./phrase-key.ts";
import { isRole, readPosition } from "./roles.ts";

export interface PartReading {
  readonly name?: string;
  readonly sort: "person" | "organisation";
  readonly suffix?: string;
  readonly role?: string;
  readonly org?: string;
  readonly email?: string;
  /** Whether the place that the person writes from stood behind the name. */
  readonly placed?: boolean;
}

const EMAIL =
  /[<([]?\s*(?:mailto:|e-?mail:?\s*)?([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24})\s*[>)\]]?/iu;

export function readPart(
  part: Part,
  list: readonly Pick<Credit, "sort" | "name">[],
  lexicon: CopyLexicon,
  strict: boolean,
  byline = false,
): PartReading | undefined {
  const email = EMAIL.exec(part.text);
  const address = email?.[1] === undefined ? {} : { email: email[1] };
  const bracket = /^(.+?)\s*[(（]([^()（）]{2,60})[)）]$/u.exec(part.text);
  if (email !== null) {
    const text = part.text.replace(EMAIL, " ").replace(/\s+/gu, " ").trim();
    if (text === "" || /^e-?mail:?$/iu.test(text)) {
      return list.length === 0 ? undefined : { sort: "person", ...address };
    }
    const rest = readPart({ text, apart: part.apart }, list, lexicon, strict);
    return rest === undefined ? undefined : { ...rest, ...address };
  }
  if (bracket !== null) {
    const [, before = "", inside = ""] = bracket;
    const rest = readPart({ text: before, apart: part.apart }, list, lexicon, strict);
    if (rest?.name === undefined) return undefined;
    if (isRole(inside, lexicon)) return { ...rest, role: inside };
    if (lexicon.places.has(phraseKey(inside)) || isMore(inside) || /^ret(?:d|ired)?\.?$/iu.test(inside)) return rest;
    if (agencyStrength(inside, lexicon) !== undefined) return { ...rest, org: inside };
    return strict ? undefined : rest;
  }
  const named = list.length > 0;
  if (isMore(part.text)) return strict || !named ? undefined : { sort: "person" };
  if (named && isDate(part.text)) return { sort: "person" };
  // `By A, in Turin`
  if (
    named &&
    part.apart &&
    /^(?:in|à|en|em|aus|from) \p{Lu}/u.test(part.text) &&
    isCapitalPhrase(part.text.replace(/^\S+ /u, ""))
  )
    return { sort: "person", placed: true };
  const text = part.text.replace(/\.$/u, (stop) =>
    /(?:^|[\s.])(?:\p{L}{1,2}|Esq|Ph\.?D)\.$/u.test(part.text) ? stop : "",
  );
  if (named && NAME_SUFFIXES.has(phraseKey(text).replace(/\.$/u, ""))) return { sort: "person", suffix: text };
  const house = text.replace(/^the (?=\p{Lu})/u, "");
  if (house !== text && isInHouse(house, lexicon)) return { name: house, sort: "organisation" };
  const site = /^(?:[\p{L}\p{N}-]{1,63}\.)+(?:com|org|net|info|news|co\.\p{L}{2})$/iu.test(text);
  if (isNamedAgency(text) && !part.apart) return { name: text, sort: "organisation" };
  if (isKnownAgency(text, lexicon) || isAgencyService(text, lexicon) || isInHouse(text, lexicon) || (site && named)) {
    const last = list.at(-1);
    // `AP, Reuters`: two agencies, neither belongs to the other.
    if (last?.sort === "organisation" && isKnownAgency(last.name, lexicon)) return { name: text, sort: "organisation" };
    if (isRole(text, lexicon) && named && part.apart) return { sort: "person", role: text };
    return named && part.apart ? { sort: "person", org: text } : { name: text, sort: "organisation" };
  }
  // `AFP in Manila`
  const filed = named ? undefined : /^(\p{Lu}[\p{L}-]+) (?:in|from|à|aus|en) \p{Lu}/u.exec(text)?.[1];
  if (filed !== undefined && SHORT_AGENCIES.test(filed)) return { name: filed, sort: "organisation", placed: true };
  const special = /^(?:special )?(?:to|for) (?:the )?(\p{Lu}.*)$/iu.exec(text);
  if (named && special !== null && isCapitalPhrase(special[1] ?? "")) {
    return { sort: "person", org: text.replace(/^(?:special )?(?:to|for) (?:the )?/u, "") };
  }
  const joined = named && part.apart ? undefined : (nameBeforeRole(text, lexicon) ?? nameAfterRole(text, lexicon));
  if (joined !== undefined) return joined;
  // `A, a reporter at The Gazette`
  const told = named && part.apart ? /^(?:an?|the) (\p{Ll}.*)$/u.exec(text)?.[1] : undefined;
  const position = told === undefined ? undefined : readPosition(told);
  if (position?.role !== undefined && isRole(position.role, lexicon)) return { sort: "person", ...position };
  if (isRole(text, lexicon)) return named ? { sort: "person", ...roleOf(text) } : { name: text, sort: "organisation" };
  if (named && part.apart && lexicon.places.has(phraseKey(text))) return { sort: "person" };
  if (isSingleOpener(text)) return undefined;
  const split = nameBeforePreposition(text);
  if (split !== undefined) return split;
  if (isOrganisation(text))
    return named && part.apart ? { sort: "person", org: text } : { name: text, sort: "organisation" };
  if (lexicon.places.has(phraseKey(text)) && !named) return undefined;
  if (part.apart && named && !list.some((credit) => credit.sort === "person")) return undefined;
  // `By Ada Crum, Kalvik`: one word behind a whole name is no second person.
  const alone = byline && list.length === 1 && part.apart && !text.includes(" ") && /^\p{Lu}/u.test(text);
  if (alone && list.at(-1)?.name.includes(" ") === true) return { sort: "person", org: text };
  if (isPersonName(text, 1)) return { name: text, sort: "person" };
  if (named && part.apart && isCapitalPhrase(text)) return { sort: "person", org: text.replace(/^the /u, "") };
  return strict ? undefined : looseName(text);
}

/** A role that names its organisation too: `Staff Reporter at the Ostra Times`. */
function roleOf(text: string): { readonly role?: string; readonly org?: string } {
  const role = text.replace(/ in \p{Lu}[\p{L}\s,-]*$/u, "");
  return / (?:at|for|of|with) (?:the )?\p{Lu}/u.test(role) ? readPosition(role) : { role };
}

const ROLE_OPENERS = phraseSet(
  "staff senior chief special associated associate managing executive deputy".split(" "),
  IN_HOUSE_WORDS.filter((word) => word.length > 3),
);

/** Agencies of one word that no surname equals. */
const SHORT_AGENCIES = /^(?:Reuters?|REUTERS?|AP|AFP|UPI|PTI|CNN|BBC)$/;

/** A name and a role or agency with nothing between them: `Jane Doe Staff Writer`, `JANE DOE Associated Press`, `김하늘 기자`. */
function nameBeforeRole(text: string, lexicon: CopyLexicon): PartReading | undefined {
  const words = text.split(" ");
  const uncased = /^[\P{L}\p{Lo}]+$/u.test(text);
  for (let at = uncased ? 1 : 2; at < Math.min(words.length, 5); at++) {
    const name = words.slice(0, at).join(" ");
    const after = words.slice(at).join(" ");
    if (!isPersonName(name)) continue;
    if (isKnownAgency(after, lexicon) && (words.length - at > 1 || SHORT_AGENCIES.test(after)))
      return { name, sort: "person", org: after };
    const key = phraseKey(words[at] ?? "");
    const opens =
      at < words.length - 1 && (ROLE_OPENERS.has(key) || lexicon.agencies.has(key) || isOrganisation(words[at] ?? ""));
    const said = uncased && at === words.length - 1 && lexicon.roles.has(key);
    if ((opens || said) && isRole(after, lexicon)) return { name, sort: "person", ...roleOf(after) };
  }
  return undefined;
}

/** `our`, in the languages of bylines. */
const OURS = /^(?:our|notre|nos|unser(?:e|em|en|er)?|nuestr[oa]s?|nostr[oa]|noss[oa]|onze) /iu;

/** `Staff Writer Jane Doe`, `political editor Jane Doe`: the role first. */
function nameAfterRole(text: string, lexicon: CopyLexicon): PartReading | undefined {
  const words = text.split(" ");
  const uncased = /^[\P{L}\p{Lo}]+$/u.test(text);
  for (let at = 1; at <= words.length - (uncased ? 1 : 2); at++) {
    if (!lexicon.roles.has(phraseKey(words[at - 1] ?? ""))) continue;
    const role = words.slice(0, at).join(" ");
    const name = words.slice(at).join(" ");
    if (isRole(role, lexicon) && isPersonName(name) && !isRole(name, lexicon))
      return { name, sort: "person", role: role.replace(OURS, "") };
  }
  return undefined;
}

/** `et al.`, `& Co`: there are more, and nobody says who. */
function isMore(text: string): boolean {
  return /^(?:al|others|more|co|team)\.?$/iu.test(text);
}

/** A date that stands in a byline: `Jan 3, 2020` in its parts. */
function isDate(text: string): boolean {
  const words = phraseKey(text).split(" ");
  return (
    words.length < 5 &&
    words.every((word) => isMonth(word) || WEEKDAYS.has(word) || /^\d{1,2}(?:st|nd|rd|th)?$|^\d{4}$/.test(word))
  );
}

/** `A in Turin`: the place is dropped. `A for the Valley Ledger`, `A of …`: an organisation. */
function nameBeforePreposition(text: string): PartReading | undefined {
  const words = text.split(" ");
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at] ?? "";
    const after = words.slice(at + 1).join(" ");
    const capitals = /^(?:IN|AT|FROM)$/.test(word) && !/\p{Ll}/u.test(text);
    if (
      !(capitals || /^\p{Ll}+$/u.test(word)) ||
      !/^(?:the )?[\p{Lu}\p{Lo}]/u.test(after) ||
      !isPersonName(words.slice(0, at).join(" "))
    )
      continue;
    const name = words.slice(0, at).join(" ");
    if (/^(?:for|of|with)$/u.test(word) && isCapitalPhrase(after.replace(/^the /u, ""))) {
      return { name, sort: "person", org: after.replace(/^the /u, "") };
    }
    if (PLACE_PREPOSITIONS.has(phraseKey(word)) && isCapitalPhrase(after))
      return { name, sort: "person", placed: true };
  }
  return undefined;
}

/** One word that opens sentences or names a day: `Friday`, `Then`. */
function isSingleOpener(text: string): boolean {
  const key = phraseKey(text);
  return SENTENCE_OPENERS.has(key) || WEEKDAYS.has(key) || (inCapitals(text) && text.length < 2);
}

/** A front matter name that does not look like one: typed in small letters, or in a way of its own. */
function looseName(text: string): PartReading | undefined {
  const words = text.split(" ");
  if (words.length > 5 || !/^[\p{L}\p{M}'’.\s-]+$/u.test(text)) return undefined;
  if (words.some((word) => SENTENCE_OPENERS.has(phraseKey(word)) || LABELS.has(phraseKey(word)))) return undefined;
  return { name: text, sort: "person" };
}
