export type { Resolve, Resolved } from "./address.ts";
export type { Fetched, FetchLimits, FetchOptions, Hop } from "./fetch.ts";
export { FETCH_LIMITS, fetchBytes, withoutSecrets } from "./fetch.ts";
export type { FetchCode, FetchProblem } from "./problem.ts";
