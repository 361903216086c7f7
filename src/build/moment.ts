import type { Instant } from "../model/article.ts";
import type { Outlet } from "../model/outlet.ts";
import { parseDate } from "../normalize/date.ts";

export { inWords } from "../time.ts";

/** A moment that a person gives, in any form that articles may have. */
export function parseMoment(
  text: string,
  outlet: Outlet,
): { readonly instant: Instant } | { readonly problem: string } {
  const { instant, problems } = parseDate(text, { zone: outlet.zone, zoneNames: outlet.zoneNames });
  const [first] = problems;
  if (instant !== undefined) return { instant };
  return { problem: first?.message ?? `Cannot read ${text}: write 2025-08-19T16:30:00+05:00` };
}
