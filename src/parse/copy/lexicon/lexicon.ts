import { phraseKey, phraseSet } from "../phrase-key.ts";
import { AGENCIES, PICTURE_AGENCIES } from "./agencies.ts";
import { LATIN_PLACES } from "./places-latin.ts";
import { REGIONAL_PLACES } from "./places-regional.ts";
import { PLACES_BY_SCRIPT } from "./places-scripts.ts";
import { RELATED_MARKERS } from "./related-markers.ts";
import { IN_HOUSE_PHRASES, ROLE_WORDS } from "./roles.ts";

/** The lists that plain copy is read with. All entries are in the form `phraseKey` gives. */
export interface CopyLexicon {
  /** Names of agencies and papers that stand in credits. */
  readonly agencies: ReadonlySet<string>;
  /** Cities that may open a story without a date or an agency. */
  readonly places: ReadonlySet<string>;
  /** Single words that make a credit a role. */
  readonly roles: ReadonlySet<string>;
  /** Whole credits that name no person: `Web Desk`. */
  readonly inHouse: ReadonlySet<string>;
  /** Markers of related stories: `Read More`. */
  readonly related: ReadonlySet<string>;
}

/** What an outlet adds to the lists, as typed in its configuration. */
export interface LexiconAdditions {
  readonly agencies?: readonly string[];
  readonly places?: readonly string[];
  readonly roles?: readonly string[];
  readonly inHouse?: readonly string[];
  readonly related?: readonly string[];
}

/** The lists that come with wireroom, and what the outlet adds to them. */
export function copyLexicon(additions: LexiconAdditions = {}): CopyLexicon {
  return {
    agencies: extended(DEFAULTS.agencies, additions.agencies),
    places: extended(DEFAULTS.places, additions.places),
    roles: extended(DEFAULTS.roles, additions.roles),
    inHouse: extended(DEFAULTS.inHouse, additions.inHouse),
    related: extended(DEFAULTS.related, additions.related),
  };
}

const DEFAULTS: CopyLexicon = {
  agencies: phraseSet(AGENCIES, PICTURE_AGENCIES),
  places: phraseSet(LATIN_PLACES, REGIONAL_PLACES, PLACES_BY_SCRIPT),
  roles: phraseSet(ROLE_WORDS),
  inHouse: phraseSet(IN_HOUSE_PHRASES),
  related: phraseSet(RELATED_MARKERS),
};

function extended(set: ReadonlySet<string>, more: readonly string[] | undefined): ReadonlySet<string> {
  return more === undefined || more.length === 0 ? set : new Set([...set, ...more.map(phraseKey)]);
}
