/** Names that mean one offset wherever they are written. */
const KNOWN: Readonly<Record<string, string>> = {
  Z: "+00:00",
  UT: "+00:00",
  UTC: "+00:00",
  GMT: "+00:00",
  WET: "+00:00",
  WEST: "+01:00",
  CET: "+01:00",
  CEST: "+02:00",
  MEZ: "+01:00",
  MESZ: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
  TRT: "+03:00",
  WAT: "+01:00",
  CAT: "+02:00",
  SAST: "+02:00",
  EAT: "+03:00",
  AFT: "+04:30",
  PKT: "+05:00",
  NPT: "+05:45",
  ICT: "+07:00",
  WIB: "+07:00",
  WITA: "+08:00",
  WIT: "+09:00",
  HKT: "+08:00",
  SGT: "+08:00",
  PHT: "+08:00",
  AWST: "+08:00",
  JST: "+09:00",
  KST: "+09:00",
  AEST: "+10:00",
  AEDT: "+11:00",
  NZST: "+12:00",
  NZDT: "+13:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MDT: "-06:00",
  PDT: "-07:00",
  AKST: "-09:00",
  AKDT: "-08:00",
  HST: "-10:00",
  BRT: "-03:00",
  ART: "-03:00",
};

/** One meaning of a zone name: an offset, and the IANA zones whose people call their own clocks so. */
export interface OwnName {
  readonly offset: string;
  readonly zones: RegExp;
}

/** Names that mean different offsets to different desks. */
const SEVERAL: Readonly<Record<string, readonly OwnName[]>> = {
  IST: [
    { offset: "+05:30", zones: /^Asia\/(?:Kolkata|Calcutta)$/ },
    { offset: "+01:00", zones: /^Europe\/Dublin$|^Eire$/ },
    { offset: "+02:00", zones: /^Asia\/(?:Jerusalem|Tel_Aviv)$|^Israel$/ },
  ],
  BST: [
    { offset: "+01:00", zones: /^Europe\/(?:London|Belfast|Jersey|Guernsey|Isle_of_Man)$|^GB/ },
    { offset: "+06:00", zones: /^Asia\/Dhaka$/ },
  ],
  CST: [
    { offset: "-06:00", zones: /^America\/|^US\// },
    { offset: "+08:00", zones: /^Asia\/(?:Shanghai|Chongqing|Taipei|Macau)$|^PRC$/ },
    { offset: "-05:00", zones: /^America\/Havana$|^Cuba$/ },
  ],
  EST: [
    { offset: "-05:00", zones: /^America\/|^US\/|^EST/ },
    { offset: "+10:00", zones: /^Australia\// },
  ],
  MST: [
    { offset: "-07:00", zones: /^America\/|^US\/|^MST/ },
    { offset: "+08:00", zones: /^Asia\/(?:Kuala_Lumpur|Kuching)$/ },
  ],
  PST: [
    { offset: "-08:00", zones: /^America\/|^US\/|^PST/ },
    { offset: "+08:00", zones: /^Asia\/Manila$/ },
    { offset: "+05:00", zones: /^Asia\/Karachi$/ },
  ],
  AST: [
    { offset: "-04:00", zones: /^America\/|^Atlantic\// },
    { offset: "+03:00", zones: /^Asia\/(?:Riyadh|Kuwait|Baghdad|Qatar|Bahrain|Aden)$/ },
  ],
  GST: [
    { offset: "+04:00", zones: /^Asia\/(?:Dubai|Muscat)$/ },
    { offset: "-02:00", zones: /^Atlantic\/South_Georgia$/ },
  ],
};

/** What a zone name in a date means: an offset or IANA zone, several offsets, or nothing we know. */
export type ZoneMeaning = { readonly zone: string } | { readonly several: readonly OwnName[] } | undefined;

/** Looks a zone name up, the outlet's own table first. */
export function zoneMeaning(name: string, own: ReadonlyMap<string, string>): ZoneMeaning {
  for (const [key, zone] of own) if (key.toUpperCase() === name.toUpperCase()) return { zone };
  const upper = name.toUpperCase();
  if (Object.hasOwn(KNOWN, upper)) return { zone: KNOWN[upper] ?? "+00:00" };
  return Object.hasOwn(SEVERAL, upper) ? { several: SEVERAL[upper] ?? [] } : undefined;
}
