import { type IncomingHttpHeaders, type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { checkedLookup, isPublic, literalAddress, type Resolve } from "./address.ts";
import { readBody } from "./body.ts";
import { FetchError, type FetchProblem, problemOf } from "./problem.ts";
import { USER_AGENT } from "./user-agent.ts";

export interface FetchLimits {
  /** Bytes of a body, unpacked. */
  readonly bytes: number;
  /** Redirects that are followed. */
  readonly redirects: number;
  /** From the first request to the last byte, whatever happens between. */
  readonly seconds: number;
}

export const FETCH_LIMITS: FetchLimits = { bytes: 20 * 1024 * 1024, redirects: 5, seconds: 30 };

export interface FetchOptions {
  /** Fetch from addresses that only this machine or its network knows. Default: no. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<FetchLimits>;
  /** More headers of the requests. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: as the system resolves names. */
  readonly resolve?: Resolve;
  /** Whether an address may be fetched from without `allowPrivate`. Default: as the registries of IANA say. */
  readonly isPublic?: (address: string) => boolean;
}

export interface Hop {
  readonly status: number;
  /** Where it leads, absolute. */
  readonly to: string;
}

export interface Fetched {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** The address that answered. */
  readonly url: string;
  /** Redirects on the way there. */
  readonly hops: readonly Hop[];
}

/**
 * Fetches what is at an address, bounded in time, size and redirects. Without `allowPrivate` every address is checked when it is connected
 * to, again at every redirect, so that nothing inside an outlet's network can be read or called from outside by way of a feed.
 */
export async function fetchBytes(
  url: string,
  options: FetchOptions = {},
): Promise<Fetched | { readonly problem: FetchProblem }> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), limits.seconds * 1000);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline.signal]) : deadline.signal;
  const trip: Trip = { host: "the address", hops: [] };
  try {
    return await follow(url, trip, { ...options, limits, signal });
  } catch (error) {
    if (options.signal?.aborted) return { problem: { code: "http/stopped", reason: "the fetch was stopped" } };
    if (deadline.signal.aborted) {
      const reason = `${trip.host} takes longer than ${limits.seconds} s`;
      return { problem: { code: "http/timeout", reason } };
    }
    const problem = problemOf(error, trip.host);
    if (!problem) throw error;
    return { problem };
  } finally {
    clearTimeout(timer);
  }
}

/** What is known of a fetch while it goes on. */
interface Trip {
  host: string;
  readonly hops: Hop[];
}

type Bounded = FetchOptions & { readonly limits: FetchLimits; readonly signal: AbortSignal };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

async function follow(start: string, trip: Trip, options: Bounded): Promise<Fetched> {
  const isAllowed = options.allowPrivate ? () => true : (options.isPublic ?? isPublic);
  const seen = new Set<string>();
  for (let address = start; ; ) {
    const url = checkedUrl(address, isAllowed);
    trip.host = url.host;
    if (seen.has(url.href)) throw new FetchError("http/redirect-loop", `${url.host} redirects in a circle`);
    seen.add(url.href);
    const answer = await ask(url, isAllowed, options);
    const status = answer.statusCode ?? 0;
    const location = answer.headers.location;
    if (!REDIRECTS.has(status) || location === undefined) {
      const bytes = await readBody(answer, options.limits.bytes);
      return { status, headers: oneEach(answer.headers), bytes, url: url.href, hops: trip.hops };
    }
    answer.destroy();
    if (trip.hops.length >= options.limits.redirects)
      throw new FetchError(
        "http/too-many-redirects",
        `more than ${options.limits.redirects} redirects follow each other`,
      );
    if (!URL.canParse(location, url.href)) throw new FetchError("http/address", "a redirect leads to no address");
    const to = new URL(location, url);
    to.hash = "";
    trip.hops.push({ status, to: withoutSecrets(to) });
    address = to.href;
  }
}

function checkedUrl(address: string, isAllowed: (address: string) => boolean): URL {
  if (!URL.canParse(address)) throw new FetchError("http/address", "it is no address");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchError("http/address", `${url.protocol} is neither http: nor https:`);
  if (url.username !== "" || url.password !== "")
    throw new FetchError("http/address", `the address of ${url.host} holds a name or password`);
  url.hash = "";
  const literal = literalAddress(url.hostname);
  if (literal !== undefined && !isAllowed(literal))
    throw new FetchError("http/private-address", `${url.hostname} is not public`);
  return url;
}

/** An address as it may be shown. */
export function withoutSecrets(address: string | URL): string {
  if (typeof address === "string" && !URL.canParse(address)) return address.replace(/\/\/[^/@]*@/, "//");
  const url = new URL(address);
  if (url.username === "" && url.password === "") return String(address);
  url.username = "";
  url.password = "";
  return url.href;
}

function ask(
  url: URL,
  isAllowed: (address: string) => boolean,
  { resolve, headers, signal }: Bounded,
): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((done, fail) => {
    const asked = request(url, {
      // An agent of its own: no connection to an address that was checked for somebody else is used again.
      agent: false,
      lookup: checkedLookup(isAllowed, resolve),
      signal,
      headers: { "user-agent": USER_AGENT, "accept-encoding": "gzip, deflate, br", accept: ACCEPT, ...headers },
    });
    asked.on("response", done);
    asked.on("error", fail);
    asked.end();
  });
}

const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5";

function oneEach(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const named = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
