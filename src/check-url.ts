import { type CheckedFeed, type CheckSettings, checkBytes } from "./check.ts";
import {
  type Fetched,
  type FetchLimits,
  type FetchOptions,
  type FetchProblem,
  fetchBytes,
  type Resolve,
  withoutSecrets,
} from "./fetch/index.ts";
import type { Severity } from "./model/diagnostic.ts";
import { type CheckOptions, checkServed, DEFAULT_LIMITS, type Finding, unfetched } from "./validate/index.ts";

export interface CheckUrlSettings extends CheckSettings {
  /** Fetch from addresses that only this machine or its network knows. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  /** Default: 20 MB, 5 redirects, 30 s for each request. */
  readonly limits?: Partial<FetchLimits>;
  /** Default: as the system resolves names. */
  readonly resolve?: Resolve;
}

/**
 * Fetches a feed and judges it, with how it was served. It is asked for a second time with what the first answer gave for that, as
 * readers do who want changes alone.
 */
export async function checkUrl(url: string, settings: CheckUrlSettings): Promise<CheckedFeed> {
  const file = withoutSecrets(url);
  const { allowPrivate = false, profile = "core", signal, resolve, now } = settings;
  const options: CheckOptions = { profile, file, ...(now !== undefined && { now }) };
  const fetching: FetchOptions = {
    allowPrivate,
    limits: { bytes: settings.bytes ?? DEFAULT_LIMITS.bytes, ...settings.limits },
    ...(signal && { signal }),
    ...(resolve && { resolve }),
  };
  const fetched = await fetchBytes(url, fetching);
  if ("problem" in fetched) return withFindings(nothing(file), problemFindings(fetched.problem, options), settings);
  const { status, headers, bytes, hops } = fetched;
  const served = { status, headers, bytes: bytes.length, url: file, hops };
  if (status !== 200) return withFindings(nothing(file), checkServed({ ...served, format: null }, options), settings);

  const contentType = headers["content-type"];
  const origin = { url: lastingAddress(url, fetched), ...(contentType !== undefined && { contentType }) };
  const checked = checkBytes(bytes, file, settings, origin);
  const again = await askAgain(fetched, fetching);
  if (again !== undefined && "problem" in again) {
    const found = [
      ...checkServed({ ...served, format: checked.format }, options),
      ...problemFindings(again.problem, options),
    ];
    return withFindings(checked, found, settings);
  }
  const judged = { ...served, format: checked.format, ...(again && { again: again.status }) };
  return withFindings(checked, checkServed(judged, options), settings);
}

/** Asks whether anything has changed; undefined: the first answer gave nothing to ask by. */
async function askAgain(
  { url, headers: { etag, "last-modified": modified } }: Fetched,
  fetching: FetchOptions,
): Promise<Fetched | { readonly problem: FetchProblem } | undefined> {
  if (etag === undefined && modified === undefined) return undefined;
  const headers = {
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(modified !== undefined && { "if-modified-since": modified }),
  };
  return await fetchBytes(url, { ...fetching, headers });
}

/** Where readers subscribe: at the end of the redirects that are permanent, before one that is not. */
function lastingAddress(url: string, { hops }: Fetched): string {
  let lasting = url;
  for (const { status, to } of hops) {
    if (status !== 301 && status !== 308) break;
    lasting = to;
  }
  return lasting;
}

function nothing(file: string): CheckedFeed {
  return { file, format: null, valid: true, diagnostics: [], text: "" };
}

function problemFindings({ code, reason }: FetchProblem, options: CheckOptions): readonly Finding[] {
  return unfetched(code, reason, options);
}

const SEVERITIES: readonly Severity[] = ["info", "warning", "error"];

/** Puts what is told of the serving before what is told of the document. */
function withFindings(
  checked: CheckedFeed,
  found: readonly Finding[],
  { severity = "info", ignore = [] }: CheckSettings,
): CheckedFeed {
  const heeded = found.filter(({ code }) => !ignore.includes(code));
  const shown = heeded.filter((finding) => SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(severity));
  const valid = checked.valid && !heeded.some((finding) => finding.severity === "error");
  return { ...checked, valid, diagnostics: [...shown, ...checked.diagnostics] };
}
