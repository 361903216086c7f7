import type { Value } from "../element.ts";
import { around, attribute } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";
import { plain, where } from "../values/family.ts";
import { COUNTRIES } from "../values/language-tag.ts";
import { absoluteUri } from "../values/uri.ts";

const MRSS = "https://www.rssboard.org/media-rss";

/** Roles of the European Broadcasting Union, the default scheme of media:credit. */
const ROLES: ReadonlySet<string> = new Set(
  (
    "actor|adaptor|anchor person|animal trainer|animator|announcer|armourer|art director|artist/performer|assistant camera|" +
    "assistant chief lighting technician|assistant director|assistant producer|assistant visual editor|author|broadcast assistant|" +
    "broadcast journalist|camera operator|carpenter|casting|causeur|chief lighting technician|choir|choreographer|clapper loader|" +
    "commentary or commentator|commissioning broadcaster|composer|computer programmer|conductor|consultant|continuity checker|" +
    "correspondent|costume designer|dancer|dialogue coach|director|director of photography|distribution company|draughtsman|dresser|" +
    "dubber|editor/producer|editor|ensemble|executive producer|expert|fight director|floor manager|focus puller|foley artist|" +
    "foley editor|foley mixer|graphic assistant|graphic designer|greensman|grip|hairdresser|illustrator|interviewed guest|interviewer|" +
    "key character|key grip|key talents|leadman|librettist|lighting director|lighting technician|location manager|lyricist|" +
    "make up artist|manufacturer|matte artist|music arranger|music group|musician|news reader|orchestra|participant|photographer|post|" +
    "producer|production assistant|production company|production department|production manager|production secretary|" +
    "programme production researcher|property manager|publishing company|puppeteer|pyrotechnician|reporter|rigger|runner|scenario|" +
    "scenic operative|script supervisor|second assistant camera|second assistant director|second unit director|set designer|" +
    "set dresser|sign language|singer|sound designer|sound mixer|sound recordist|special effects|stunts|subtitles|technical director|" +
    "term|translation|transportation manager|treatment/programme proposal|vision mixer|visual editor|visual effects|wardrobe|witness|" +
    "artist|performer|treatment|treatment proposal|programme proposal"
  ).split("|"),
);

export const creditRole: readonly Rule<Value>[] = [
  plain(
    {
      code: "media/credit-role",
      w3c: "InvalidCreditRole",
      severity: "error",
      message:
        "There is no role {value}: write one of the EBU's in lower case, like photographer, or name your own scheme",
      spec: MRSS,
      example: "item",
      bad: '<media:credit role="Photographer">Ana Ruiz</media:credit>',
      good: '<media:credit role="photographer">Ana Ruiz</media:credit>',
    },
    ({ text, element }) => {
      if (text === "") return false;
      const scheme = attribute(element, "scheme") || "urn:ebu";
      return scheme === "urn:ebu" ? !ROLES.has(text) : text !== text.toLowerCase();
    },
    "element",
  ),
];

const HASH_DIGITS: ReadonlyMap<string, number> = new Map([
  ["md5", 32],
  ["sha-1", 40],
]);

export const hashRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "media/hash",
      w3c: "InvalidMediaHash",
      severity: "error",
      message: "{value} is no hash of its kind: write 32 digits for md5, 40 for sha-1",
      spec: MRSS,
      example: "item",
      bad: '<media:hash algo="sha-1">9e107d9d372bb6826bd81d3542a419d6</media:hash>',
      good: '<media:hash algo="md5">9e107d9d372bb6826bd81d3542a419d6</media:hash>',
    },
    ({ text, element }) => {
      const digits = HASH_DIGITS.get(attribute(element, "algo") || "md5");
      return digits === undefined || text.length !== digits || !/^[0-9A-Za-z]+$/.test(text);
    },
  ),
];

const RATINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    "urn:simple": new Set(["adult", "nonadult"]),
    "urn:mpaa": new Set("g m nc-17 pg pg-13 r x".split(" ")),
    "urn:v-chip": new Set("14+ 18+ c c8 g pg tv-14 tv-g tv-ma tv-pg tv-y tv-y7 tv-y7-fv".split(" ")),
  }),
);
const ICRA_CODE = "(?:[nsvlocx]z [01]|(?:n[a-c]|s[a-f]|v[a-j]|l[a-c]|o[a-h]|c[a-b]|x[a-e]) 1)";
const ICRA = new RegExp(`^r \\(${ICRA_CODE}(?: ${ICRA_CODE})*\\)$`);

export const ratingRules: readonly Rule<Value>[] = [
  plain(
    {
      code: "media/rating",
      w3c: "InvalidMediaRating",
      severity: "error",
      message: "There is no rating {value} in its scheme: write adult or nonadult, or name the scheme",
      spec: MRSS,
      example: "item",
      bad: '<media:rating scheme="urn:mpaa">nonadult</media:rating>',
      good: "<media:rating>nonadult</media:rating>",
    },
    ({ text, element }) => {
      const scheme = attribute(element, "scheme") || "urn:simple";
      if (scheme === "urn:icra") return text.length > 1000 || !ICRA.test(text);
      const ratings = RATINGS.get(scheme);
      return ratings !== undefined && !ratings.has(text);
    },
  ),
  ...absoluteUri.map(
    (rule): Rule<Value> => ({
      ...rule,
      isFine: undefined,
      *check({ element }) {
        const scheme = element.attributes.find(({ key }) => key === "scheme");
        if (!scheme || scheme.value === "" || RATINGS.has(scheme.value) || scheme.value === "urn:icra") return;
        yield* rule.check({ text: scheme.value, raw: scheme.value, element, attribute: scheme });
      },
    }),
  ),
];

interface Restriction {
  readonly text: Omit<RuleText, "w3c" | "severity" | "spec" | "example"> & { w3c: string };
  readonly isWrong: (relationship: string, type: string, value: string) => boolean;
}

const restrictions: readonly Restriction[] = [
  {
    text: {
      code: "media/restriction-relationship",
      w3c: "InvalidMediaRestrictionRel",
      message: "A restriction either allows or denies: write relationship as allow or deny",
      bad: '<media:restriction relationship="only" type="country">ie</media:restriction>',
      good: '<media:restriction relationship="allow" type="country">ie</media:restriction>',
    },
    isWrong: (relationship) => relationship !== "" && relationship !== "allow" && relationship !== "deny",
  },
  {
    text: {
      code: "media/restriction-type",
      w3c: "InvalidMediaRestrictionType",
      message: "A restriction is by country or by uri: write type as one of them",
      bad: '<media:restriction relationship="deny" type="city">Cork</media:restriction>',
      good: '<media:restriction relationship="deny">all</media:restriction>',
    },
    // "sharing" came with Media RSS 1.5.
    isWrong: (_, type) => !["", "country", "uri", "sharing"].includes(type),
  },
  {
    text: {
      code: "media/restriction",
      w3c: "InvalidMediaRestriction",
      message: "{value} restricts nothing: write all or none, or say the type",
      bad: '<media:restriction relationship="deny">ie</media:restriction>',
      good: '<media:restriction relationship="deny">none</media:restriction>',
    },
    isWrong: (_, type, value) => type === "" && value !== "" && value !== "all" && value !== "none",
  },
  {
    text: {
      code: "media/restriction-country",
      w3c: "InvalidCountryCode",
      message: "{value} holds no country: write codes of two letters with spaces between",
      bad: '<media:restriction relationship="allow" type="country">Ireland</media:restriction>',
      good: '<media:restriction relationship="allow" type="country">ie gb</media:restriction>',
    },
    isWrong: (_, type, value) =>
      type === "country" &&
      !value
        .toUpperCase()
        .split(" ")
        .every((code) => code !== "EU" && code !== "UN" && COUNTRIES.has(code)),
  },
];

export const restrictionRules: readonly Rule<Value>[] = [
  ...restrictions.map(
    ({ text, isWrong }): Rule<Value> => ({
      ...text,
      severity: "error",
      spec: MRSS,
      example: "item",
      *check(value) {
        const { element } = value;
        if (isWrong(attribute(element, "relationship") ?? "", attribute(element, "type") ?? "", value.text))
          yield around(value);
      },
    }),
  ),
  {
    code: "media/restriction-sharing",
    w3c: "InvalidMediaRestrictionType",
    severity: "off",
    w3cSeverity: "error",
    message: "The W3C validator does not know restrictions of sharing: other readers do",
    spec: MRSS,
    example: "item",
    bad: '<media:restriction relationship="deny" type="sharing"/>',
    good: '<media:restriction relationship="deny">all</media:restriction>',
    *check(value) {
      if (attribute(value.element, "type") === "sharing") yield around(value);
    },
  },
  ...where(absoluteUri, ({ element }) => attribute(element, "type") === "uri"),
];

/** Times within a recording. @see https://www.rfc-editor.org/rfc/rfc2326#section-3.6 */
export const npt: readonly Rule<Value>[] = [
  plain(
    {
      code: "media/time",
      w3c: "InvalidNPTTime",
      severity: "error",
      message: "{value} is no time in a recording: write seconds, or hours:minutes:seconds",
      spec: "https://www.rfc-editor.org/rfc/rfc2326#section-3.6",
      example: "item",
      bad: '<media:thumbnail url="https://example.org/a.jpg" time="start"/>',
      good: '<media:thumbnail url="https://example.org/a.jpg" time="12:05:01.123"/>',
    },
    ({ text }) => text !== "" && !/^(?:now|\d)/.test(text),
    "element",
  ),
];
