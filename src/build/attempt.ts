import { wholeOf } from "../catalog/index.ts";
import type { Instant } from "../model/article.ts";
import type { StateStore } from "../model/doors.ts";
import { rfc3339 } from "../time.ts";
import type { BuildExit, BuildReport } from "./report.ts";

/** The last build that began, however it ended: an operator asks for it when feeds stand still. */
export interface Attempt {
  /** `2025-08-19T11:30:00Z` */
  readonly at: string;
  readonly exit: BuildExit;
  /** Codes of what went wrong, each once. */
  readonly codes: readonly string[];
}

const NAME = "last-attempt.json";

/** Writes down how a build ended, for `wireroom status`; what cannot be written is forgotten. */
export function noteAttempt(state: StateStore, now: Instant, { exit, diagnostics }: BuildReport): void {
  const codes = [...new Set(diagnostics.flatMap(({ code, severity }) => (severity === "error" ? [code] : [])))];
  const attempt: Attempt = { at: rfc3339(now), exit, codes };
  state.write(NAME, [Buffer.from(`${JSON.stringify(attempt)}\n`, "utf8")]);
}

/** How the last build ended; undefined when nobody wrote it down. */
export function lastAttempt(state: StateStore): Attempt | undefined {
  const bytes = wholeOf(state, NAME);
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return isAttempt(value) ? value : undefined;
  } catch {
    // Damaged: as if nobody had written it down.
    return undefined;
  }
}

function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== "object" || value === null) return false;
  const { at, exit, codes } = value as Record<string, unknown>;
  return typeof at === "string" && typeof exit === "number" && Array.isArray(codes);
}
