import type { CheckOptions, DocumentCheck, Profile } from "../../src/validate/index.ts";
import { checkDocument, checkServed } from "../../src/validate/index.ts";
import type { ExamplePlace, RuleText } from "../../src/validate/rule.ts";

const RSS_NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:slash="http://purl.org/rss/1.0/modules/slash/"',
  'xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"',
  'xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"',
  'xmlns:georss="http://www.georss.org/georss"',
  'xmlns:ag="http://purl.org/rss/1.0/modules/aggregation/"',
].join(" ");

const ATOM_NAMESPACES = [
  'xmlns="http://www.w3.org/2005/Atom"',
  'xmlns:thr="http://purl.org/syndication/thread/1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(" ");

/** A channel in which only what `body` says can be wrong. */
export function rssWith(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" ${RSS_NAMESPACES}><channel><title>News</title><link>https://example.org/</link>${body}</channel></rss>`;
}

/** A feed in which only what `body` says can be wrong. */
export function atomWith(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed ${ATOM_NAMESPACES}>${body}</feed>`;
}

const HEAD = `<title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><author><name>Ana</name></author>`;

const STANDING: Readonly<Record<ExamplePlace, (fragment: string) => string>> = {
  document: (fragment) => fragment,
  channel: (fragment) => rssWith(`<description>News</description>${fragment}`),
  item: (fragment) => rssWith(`<description>News</description><item><title>Rain</title>${fragment}</item>`),
  feed: (fragment) => atomWith(HEAD + fragment),
  entry: (fragment) =>
    atomWith(
      `${HEAD}<entry><title>Rain</title><id>tag:example.org,2025:rain</id><updated>2025-08-19T11:30:00Z</updated>${fragment}</entry>`,
    ),
  json: (fragment) => fragment,
  http: (fragment) => fragment,
  "json-item": (fragment) => `{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[${fragment}]}`,
};

/** Noon on 19 August 2025: what is later lies in the future. */
export const NOW = Date.UTC(2025, 7, 19, 12) / 1000;

/** The profile in which a rule is on; core where it is on in both. */
export function profileOf(rule: RuleText): Profile {
  return rule.severity === "off" ? "w3c" : "core";
}

/** Judges the heads of one answer after the other: redirects, the feed, and what is said when it is asked for again. */
function checkAnswers(text: string): DocumentCheck {
  const answers = text.split("\n\n").map((one) => {
    const [first = "", ...lines] = one.split("\n");
    const headers = lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.replace(/^[^:]*:\s*/, ""),
    ]);
    return { status: Number(first.split(" ")[1]), headers: Object.fromEntries(headers) as Record<string, string> };
  });
  const isRedirect = ({ status }: { status: number }) => status >= 300 && status < 304;
  const hops = answers.filter(isRedirect).map(({ status, headers }) => ({ status, to: headers.location ?? "" }));
  const [found = { status: 0, headers: {} }, again] = answers.filter((one) => !isRedirect(one));
  const bytes = Number((found.headers as Record<string, string>)["content-length"] ?? 100);
  const served = { ...found, format: "rss", bytes, url: "https://example.org/", hops } as const;
  const diagnostics = checkServed({ ...served, ...(again && { again: again.status }) }, { now: NOW });
  return { format: "rss", valid: true, diagnostics, text };
}

/** Runs an example of a rule as its text says. */
export function checkExample(rule: RuleText, which: "bad" | "good", more: CheckOptions = {}): DocumentCheck {
  if (rule.example === "http") return checkAnswers(rule[which]);
  const text = rule.latin1 ? rule[which] : STANDING[rule.example](rule[which]);
  const bytes = Buffer.from(text, rule.latin1 ? "latin1" : "utf8");
  return checkDocument(bytes, {
    profile: profileOf(rule),
    now: NOW,
    url: "https://example.org/feed.xml",
    ...(rule.contentType !== undefined && { contentType: rule.contentType }),
    ...more,
  });
}

export function check(text: string | Uint8Array, options: CheckOptions = {}): DocumentCheck {
  return checkDocument(typeof text === "string" ? Buffer.from(text) : text, { now: NOW, ...options });
}

export function codes(result: { readonly diagnostics: readonly { readonly code: string }[] }): string[] {
  return result.diagnostics.map(({ code }) => code);
}
