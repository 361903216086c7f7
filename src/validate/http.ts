import type { FeedFormat } from "../model/feed.ts";
import type { CheckOptions, Finding } from "./finding.ts";
import { failureRules } from "./http-failures.ts";
import type { Place, RuleText } from "./rule.ts";
import { toFinding } from "./rule.ts";
import { readRfc822 } from "./values/date-text.ts";

/** How a document came over HTTP. */
export interface Served {
  readonly format: FeedFormat | null;
  /** Of the answer that was judged. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Size of the body, unpacked. */
  readonly bytes: number;
  /** Where it was asked for. */
  readonly url: string;
  /** Redirects that were followed, in their order. */
  readonly hops: readonly { readonly status: number; readonly to: string }[];
  /** Status of the answer to a second request, that asked for changes alone; absent: nothing could be asked by. */
  readonly again?: number;
}

const HTTP = "https://www.rfc-editor.org/rfc/rfc9110";
const answer = (...headers: readonly string[]) => ["HTTP/1.1 200 OK", ...headers].join("\n");
const TYPE = "Content-Type: application/rss+xml; charset=utf-8";
const example = { example: "http" } as const satisfies Partial<RuleText>;

interface Type {
  readonly type: string;
  readonly charset: string | undefined;
}

function typeOf({ headers }: Served): Type | undefined {
  const text = headers["content-type"];
  if (text === undefined) return undefined;
  const [type = "", ...parameters] = text.split(";");
  return {
    type: type.trim().toLowerCase(),
    charset: /(?:^|;)\s*charset\s*=\s*"?([^";\s]+)/i.exec(parameters.join(";"))?.[1]?.toLowerCase(),
  };
}

/** The type of each format, and those that readers take for it too. */
const TYPES: Readonly<Record<FeedFormat, { readonly own: string; readonly others: readonly string[] }>> = {
  rss: { own: "application/rss+xml", others: ["application/xml", "text/xml"] },
  atom: { own: "application/atom+xml", others: ["application/xml", "text/xml"] },
  json: { own: "application/feed+json", others: ["application/json"] },
};

const NOWHERE: readonly Place[] = [];
const here = (values: Readonly<Record<string, string>> = {}): readonly Place[] => [{ offset: 0, values }];

function validators({ headers }: Served): boolean {
  return headers.etag !== undefined || headers["last-modified"] !== undefined;
}

/** Bytes below which packing saves nothing. */
const WORTH_PACKING = 2048;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

interface HttpRule extends RuleText {
  check(served: Served, now: number | undefined): Iterable<Place>;
}

const headerRules: readonly HttpRule[] = [
  {
    ...example,
    code: "http/status",
    severity: "error",
    message: "The server answers with status {value}: check the address, or publish the feed there",
    spec: `${HTTP}#section-15`,
    bad: "HTTP/1.1 404 Not Found",
    good: answer(TYPE),
    check: ({ status }) => (status === 200 ? NOWHERE : here({ value: String(status) })),
  },
  {
    ...example,
    code: "http/content-type-missing",
    severity: "warning",
    message: "The server does not say what the feed is: send the header Content-Type: {wanted}",
    spec: `${HTTP}#section-8.3`,
    bad: answer('ETag: "1"'),
    good: answer(TYPE),
    check(served) {
      if (typeOf(served) || served.format === null) return NOWHERE;
      return here({ wanted: TYPES[served.format].own });
    },
  },
  {
    ...example,
    code: "http/content-type",
    severity: "warning",
    message: "The server calls the feed {value}, and some readers refuse it: send {wanted}",
    spec: `${HTTP}#section-8.3`,
    bad: answer("Content-Type: text/plain; charset=utf-8"),
    good: answer("Content-Type: application/xml; charset=utf-8"),
    check(served) {
      const given = typeOf(served);
      if (!given || served.format === null) return NOWHERE;
      const { own, others } = TYPES[served.format];
      return given.type === own || others.includes(given.type) ? NOWHERE : here({ value: given.type, wanted: own });
    },
  },
  {
    ...example,
    code: "http/content-type-generic",
    severity: "info",
    message: "The server calls the feed {value}, as it would any document: send {wanted}, by which feeds are found",
    spec: "https://www.jsonfeed.org/version/1.1/#suggestions-for-publishers",
    bad: answer("Content-Type: text/xml; charset=utf-8"),
    good: answer(TYPE),
    check(served) {
      const given = typeOf(served);
      if (!given || served.format === null) return NOWHERE;
      const { own, others } = TYPES[served.format];
      return others.includes(given.type) ? here({ value: given.type, wanted: own }) : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/charset-missing",
    severity: "info",
    message:
      "The server does not say in which encoding the feed is: add charset=utf-8 to Content-Type, or browsers garble it",
    spec: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
    bad: answer("Content-Type: application/rss+xml"),
    good: answer(TYPE),
    check(served) {
      const given = typeOf(served);
      // JSON has no charset: RFC 8259 11.
      const isAsked = given !== undefined && (served.format === "rss" || served.format === "atom");
      return isAsked && given.charset === undefined ? here() : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/charset",
    severity: "warning",
    message:
      "The server says the feed is in {value}, which some readers believe before the feed: publish in utf-8, and say so",
    spec: "https://www.rfc-editor.org/rfc/rfc7303#section-3",
    bad: answer("Content-Type: application/rss+xml; charset=iso-8859-1"),
    good: answer('Content-Type: application/rss+xml; charset="UTF-8"'),
    check(served) {
      const charset = typeOf(served)?.charset;
      return charset === undefined || charset === "utf-8" || charset === "utf8" ? NOWHERE : here({ value: charset });
    },
  },
  {
    ...example,
    code: "http/validators-missing",
    severity: "warning",
    message: "Readers must fetch the whole feed every time: send an ETag or a Last-Modified header",
    spec: `${HTTP}#section-8.8`,
    bad: answer(TYPE),
    good: answer(TYPE, 'ETag: "1"'),
    check: (served) => (served.status === 200 && !validators(served) ? here() : NOWHERE),
  },
  {
    ...example,
    code: "http/not-modified",
    severity: "warning",
    message:
      "Asked for changes alone, the server answers {value} though there are none: answer 304 where ETag or date match",
    spec: `${HTTP}#section-13.2.2`,
    bad: `${answer(TYPE, 'ETag: "1"')}\n\nHTTP/1.1 200 OK`,
    good: `${answer(TYPE, 'ETag: "1"')}\n\nHTTP/1.1 304 Not Modified`,
    check: ({ again }) => (again === undefined || again === 304 ? NOWHERE : here({ value: String(again) })),
  },
  {
    ...example,
    code: "http/last-modified",
    severity: "warning",
    message: "Last-Modified is no date, {value}: write it like Tue, 19 Aug 2025 11:30:00 GMT",
    spec: `${HTTP}#section-5.6.7`,
    bad: answer(TYPE, "Last-Modified: 2025-08-19T11:30:00Z"),
    good: answer(TYPE, "Last-Modified: Tue, 19 Aug 2025 11:30:00 GMT"),
    check({ headers: { "last-modified": text } }) {
      return text === undefined || readRfc822(text).instant !== undefined ? NOWHERE : here({ value: text });
    },
  },
  {
    ...example,
    code: "http/last-modified-future",
    severity: "warning",
    message:
      "Last-Modified is {value}, in the future: set the clock of the server, or readers miss what changes until then",
    spec: `${HTTP}#section-8.8.2.1`,
    bad: answer(TYPE, "Last-Modified: Tue, 19 Aug 2098 11:30:00 GMT"),
    good: answer(TYPE, "Last-Modified: Tue, 19 Aug 2025 11:30:00 GMT"),
    check({ headers: { "last-modified": text = "" } }, now) {
      const { instant } = readRfc822(text);
      // Ten minutes for clocks that differ.
      return now !== undefined && (instant ?? 0) > now + 600 ? here({ value: text }) : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/not-compressed",
    severity: "info",
    message:
      "The feed comes unpacked though gzip was asked for: have the server pack it, to a fifth of its {value} bytes",
    spec: `${HTTP}#section-8.4`,
    bad: answer(TYPE, "Content-Length: 250000"),
    good: answer(TYPE, "Content-Encoding: gzip", "Content-Length: 50000"),
    check({ headers, bytes, status }) {
      const isPacked = headers["content-encoding"] !== undefined && headers["content-encoding"] !== "identity";
      return status === 200 && !isPacked && bytes > WORTH_PACKING ? here({ value: String(bytes) }) : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/redirect-permanent",
    severity: "info",
    message: "The feed has moved for good to {value}: give readers that address",
    spec: `${HTTP}#section-15.4.2`,
    bad: `HTTP/1.1 301 Moved Permanently\nLocation: https://example.org/rss.xml\n\n${answer(TYPE)}`,
    good: answer(TYPE),
    check({ hops }) {
      const moved = hops.findLast((_, index) => hops.slice(0, index + 1).every(({ status }) => PERMANENT.has(status)));
      return moved ? here({ value: moved.to }) : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/redirect-temporary",
    severity: "info",
    message: "The feed is for now at {value}, so readers ask twice each time: answer 301 if it stays there",
    spec: `${HTTP}#section-15.4.3`,
    bad: `HTTP/1.1 302 Found\nLocation: https://example.org/rss.xml\n\n${answer(TYPE)}`,
    good: `HTTP/1.1 301 Moved Permanently\nLocation: https://example.org/rss.xml\n\n${answer(TYPE)}`,
    check({ hops }) {
      const lent = hops.find(({ status }) => !PERMANENT.has(status));
      return lent ? here({ value: lent.to }) : NOWHERE;
    },
  },
  {
    ...example,
    code: "http/downgrade",
    severity: "warning",
    message: "A redirect leads from https to {value}: stay with https, or anybody on the way can change the feed",
    spec: `${HTTP}#section-4.2.2`,
    bad: `HTTP/1.1 301 Moved Permanently\nLocation: http://example.org/rss.xml\n\n${answer(TYPE)}`,
    good: `HTTP/1.1 301 Moved Permanently\nLocation: https://example.org/rss.xml\n\n${answer(TYPE)}`,
    check({ url, hops }) {
      const before = [url, ...hops.map(({ to }) => to)];
      const found = hops.find(({ to }, index) => before[index]?.startsWith("https:") && to.startsWith("http:"));
      return found ? here({ value: found.to }) : NOWHERE;
    },
  },
];

/** Rules of how a feed is served, and of what keeps it from being fetched. */
export const httpRules: readonly RuleText[] = [...headerRules, ...failureRules];

/** Judges how a document was served. Nothing in the document is wrong, so the findings have a file and no line. */
export function checkServed(served: Served, options: CheckOptions = {}): readonly Finding[] {
  // What a page of an error says of itself is no matter.
  const rules = served.status === 200 ? headerRules : headerRules.filter(({ code }) => code === "http/status");
  return rules.flatMap((rule) =>
    Array.from(rule.check(served, options.now)).flatMap((place) => findingOf(rule, place, options)),
  );
}

/** Tells why a document could not be fetched. */
export function unfetched(code: RuleText["code"], reason: string, options: CheckOptions = {}): readonly Finding[] {
  const rule = failureRules.find((candidate) => candidate.code === code);
  if (!rule) throw new Error(`no rule ${code}`);
  return findingOf(rule, { offset: 0, values: { reason } }, options);
}

function findingOf(rule: RuleText, place: Place, { profile = "core", file = "" }: CheckOptions): readonly Finding[] {
  const finding = toFinding(rule, place, profile, file, () => ({ line: 1, column: 1 }));
  return finding ? [{ ...finding, location: { file } }] : [];
}
