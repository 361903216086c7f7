import type { Instant } from "../model/article.ts";
import { civil } from "../time.ts";
import { parseDate } from "./date.ts";

const HALF_YEAR = 183 * 86_400;

/**
 * The day that a dateline names. `Oct 22` takes its year from other evidence in the article, the one that brings it nearest;
 * without any it is no evidence. Never the clock.
 *
 * @param evidence other dates of the article
 */
export function datelineDate(text: string, evidence: readonly Instant[], zone: string): Instant | undefined {
  const whole = parseDate(text, { zone });
  if (whole.instant !== undefined) return whole.instant;
  const [near] = evidence;
  if (near === undefined) return undefined;
  const { year } = civil(near, zone);
  const candidates = [year - 1, year, year + 1].flatMap(
    (candidate) => parseDate(`${text.replace(/[.,\s]+$/, "")} ${candidate}`, { zone }).instant ?? [],
  );
  const [nearest] = candidates.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  return nearest !== undefined && Math.abs(nearest - near) <= HALF_YEAR ? nearest : undefined;
}
