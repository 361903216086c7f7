import { PrivateAddress } from "./address.ts";

/** Why nothing could be fetched. The validator has a rule for each code. */
export interface FetchProblem {
  readonly code: FetchCode;
  /** What happened, as the end of a sentence. Names and passwords of the address do not appear in it. */
  readonly reason: string;
}

export type FetchCode =
  | "http/address"
  | "http/private-address"
  | "http/no-such-host"
  | "http/unreachable"
  | "http/tls"
  | "http/not-http"
  | "http/timeout"
  | "http/stopped"
  | "http/redirect-loop"
  | "http/too-many-redirects"
  | "http/too-large"
  | "http/content-encoding";

/** Ends a fetch from anywhere inside it. */
export class FetchError extends Error {
  readonly problem: FetchProblem;
  constructor(code: FetchCode, reason: string) {
    super(reason);
    this.problem = { code, reason };
  }
}

/** What an error of the platform means; undefined: a bug of ours. */
export function problemOf(error: unknown, host: string): FetchProblem | undefined {
  if (error instanceof FetchError) return error.problem;
  if (error instanceof PrivateAddress) return { code: "http/private-address", reason: `${host} is not public` };
  if (error instanceof AggregateError && error.errors.length > 0) return problemOf(error.errors[0], host);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const meant = CODES.find(([pattern]) => pattern.test(code));
  return meant && { code: meant[1], reason: `${host} ${meant[2]}` };
}

const CODES: readonly (readonly [pattern: RegExp, code: FetchCode, reason: string])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL)$/, "http/no-such-host", "stands for no address"],
  [/^ECONNREFUSED$/, "http/unreachable", "refuses the connection"],
  [/^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, "http/unreachable", "breaks the connection off"],
  [
    /^(?:EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM|EINVAL)$/,
    "http/unreachable",
    "cannot be reached",
  ],
  [/^HPE_/, "http/not-http", "does not speak HTTP"],
  [
    /^(?:ERR_TLS_|ERR_SSL_|CERT_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/,
    "http/tls",
    "has no certificate to trust",
  ],
  [
    /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING|ERR_BUFFER)/,
    "http/content-encoding",
    "sends a body that cannot be unpacked",
  ],
];
