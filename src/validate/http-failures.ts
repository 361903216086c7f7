import type { RuleText } from "./rule.ts";

/** What keeps a feed from being fetched. Each is raised by the fetch under its code. */

const HTTP = "https://www.rfc-editor.org/rfc/rfc9110";
const FOUND = "HTTP/1.1 200 OK\nContent-Type: application/rss+xml; charset=utf-8";

interface Failure {
  readonly code: `http/${string}`;
  readonly what: string;
  readonly fix: string;
  readonly clause: string;
  readonly bad: string;
  readonly good?: string;
}

const failures: readonly Failure[] = [
  {
    code: "http/address",
    what: "Cannot fetch from such an address",
    fix: "write a plain http or https address",
    clause: "section-4.2.4",
    bad: "https://ana:secret@example.org/rss.xml",
  },
  {
    code: "http/private-address",
    what: "Cannot fetch from inside a network",
    fix: "give --allow-private where that is meant",
    clause: "section-17.1",
    bad: "http://127.0.0.1/rss.xml",
  },
  {
    code: "http/no-such-host",
    what: "Cannot find the host",
    fix: "check its name",
    clause: "section-4.3.3",
    bad: "https://example.invalid/rss.xml",
  },
  {
    code: "http/unreachable",
    what: "Cannot connect",
    fix: "check the address, and whether the server runs",
    clause: "section-4.3.3",
    bad: "https://example.org:9/rss.xml",
  },
  {
    code: "http/tls",
    what: "Cannot connect safely",
    fix: "renew the certificate, since readers refuse it too",
    clause: "section-4.3.4",
    bad: "https://expired.example.org/rss.xml",
  },
  {
    code: "http/not-http",
    what: "Cannot understand the answer",
    fix: "check the address and its port",
    clause: "section-2.5",
    bad: "SSH-2.0-OpenSSH_9.6",
    good: FOUND,
  },
  {
    code: "http/timeout",
    what: "Cannot wait any longer",
    fix: "make the server answer sooner, since readers give up too",
    clause: "section-15.6.5",
    bad: "",
    good: FOUND,
  },
  {
    code: "http/stopped",
    what: "Cannot go on",
    fix: "run it again",
    clause: "section-7.7",
    bad: "",
    good: FOUND,
  },
  {
    code: "http/redirect-loop",
    what: "Cannot follow the redirects",
    fix: "let one of them end at the feed",
    clause: "section-15.4",
    bad: "HTTP/1.1 301 Moved Permanently\nLocation: https://example.org/rss.xml",
    good: FOUND,
  },
  {
    code: "http/too-many-redirects",
    what: "Cannot follow so many redirects",
    fix: "redirect to the last address at once",
    clause: "section-15.4",
    bad: "HTTP/1.1 302 Found\nLocation: https://example.org/6/rss.xml",
    good: FOUND,
  },
  {
    code: "http/too-large",
    what: "Cannot read the whole feed",
    fix: "publish fewer stories",
    clause: "section-17.5",
    bad: "HTTP/1.1 200 OK\nContent-Length: 200000000",
    good: FOUND,
  },
  {
    code: "http/content-encoding",
    what: "Cannot unpack the feed",
    fix: "send it as it is, or packed with gzip or br",
    clause: "section-8.4",
    bad: "HTTP/1.1 200 OK\nContent-Encoding: zstd",
    good: "HTTP/1.1 200 OK\nContent-Encoding: br",
  },
];

export const failureRules: readonly RuleText[] = failures.map(
  ({ code, what, fix, clause, bad, good = "https://example.org/rss.xml" }) => ({
    code,
    severity: "error",
    message: `${what}, {reason}: ${fix}`,
    spec: `${HTTP}#${clause}`,
    example: "http",
    bad,
    good,
  }),
);
