/** What a build does not do to subscribers unasked, and can be told to do once. */
export const GUARD_CODES = [
  "guard/id-changed",
  "guard/permalink-changed",
  "guard/id-reused",
  "guard/published-moved",
  "guard/updated-back",
  "guard/reappeared",
  "guard/clock-back",
  "guard/vanish",
  "guard/flood",
] as const;

export type GuardCode = (typeof GUARD_CODES)[number];

export function isGuardCode(code: string): code is GuardCode {
  return GUARD_CODES.some((known) => known === code);
}
