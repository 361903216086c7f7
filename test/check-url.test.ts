import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type CheckUrlSettings, checkUrl } from "../src/check-url.ts";
import { rules } from "../src/validate/index.ts";
import { freePort, serve, serveRaw } from "./fetch/server.ts";

const NOW = Date.UTC(2025, 7, 19, 12) / 1000;
const here: CheckUrlSettings = { allowPrivate: true, now: NOW, limits: { seconds: 20 } };

const rss = (self: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title><link>https://example.org/</link><description>News</description><language>en</language><atom:link rel="self" type="application/rss+xml" href="${self}"/></channel></rss>`;
const atom = (self: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>tag:example.org,2025:feed</id><updated>2025-08-19T11:30:00Z</updated><author><name>Ana</name></author><link rel="self" href="${self}"/></feed>`;
const json = (self: string) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "News",
    home_page_url: "https://example.org/",
    feed_url: self,
    items: [],
  });

interface Given {
  readonly body?: (self: string) => string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** Status of the answer to a conditional request. Default: 304. */
  readonly again?: number;
}

const RSS = "application/rss+xml; charset=utf-8";

/** Serves one feed, and gives the codes of what is told of it. */
async function codesOf({ body = rss, headers = {}, status = 200, again = 304 }: Given, settings = here) {
  const address = await serve((request, response) => {
    const isAgain =
      request.headers["if-none-match"] !== undefined || request.headers["if-modified-since"] !== undefined;
    const all = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
    response.writeHead(isAgain ? again : status, all);
    response.end(isAgain && again === 304 ? undefined : body(`http://${request.headers.host}/`));
  });
  const { diagnostics } = await checkUrl(`${address}/`, settings);
  return diagnostics.map(({ code }) => code);
}

describe("how a feed is served", () => {
  test.each<[name: string, given: Given, ...codes: string[]]>([
    ["well", { headers: { "content-type": RSS, etag: '"1"' } }],
    ["well, by date", { headers: { "content-type": RSS, "last-modified": "Tue, 19 Aug 2025 11:30:00 GMT" } }],
    ["well, as Atom", { body: atom, headers: { "content-type": "application/atom+xml;charset=UTF-8", etag: 'W/"1"' } }],
    ["well, as JSON Feed", { body: json, headers: { "content-type": "application/feed+json", etag: '"1"' } }],
    [
      "as plain JSON",
      { body: json, headers: { "content-type": "application/json; charset=utf-8", etag: '"1"' } },
      "http/content-type-generic",
    ],
    [
      "as JSON with another charset",
      { body: json, headers: { "content-type": "application/feed+json; charset=latin1", etag: '"1"' } },
      "http/charset",
    ],
    ["without a type", { headers: { etag: '"1"' } }, "http/content-type-missing"],
    ["as a web page", { headers: { "content-type": "text/html; charset=utf-8", etag: '"1"' } }, "http/content-type"],
    [
      "as Atom, though it is RSS",
      { headers: { "content-type": "application/atom+xml; charset=utf-8", etag: '"1"' } },
      "http/content-type",
    ],
    ["as RSS, though it is JSON", { body: json, headers: { "content-type": RSS, etag: '"1"' } }, "http/content-type"],
    [
      "as XML",
      { headers: { "content-type": "application/xml; charset=utf-8", etag: '"1"' } },
      "http/content-type-generic",
    ],
    ["without a charset", { headers: { "content-type": "application/rss+xml", etag: '"1"' } }, "http/charset-missing"],
    [
      "with another charset",
      { headers: { "content-type": "application/rss+xml; charset=iso-8859-1", etag: '"1"' } },
      "http/charset",
      "encoding/mismatch",
    ],
    ["without a validator", { headers: { "content-type": RSS } }, "http/validators-missing"],
    [
      "with an ETag that is not honoured",
      { headers: { "content-type": RSS, etag: '"1"' }, again: 200 },
      "http/not-modified",
    ],
    [
      "with a date that is not honoured",
      { headers: { "content-type": RSS, "last-modified": "Tue, 19 Aug 2025 11:30:00 GMT" }, again: 200 },
      "http/not-modified",
    ],
    [
      "with an error when it is asked again",
      { headers: { "content-type": RSS, etag: '"1"' }, again: 500 },
      "http/not-modified",
    ],
    [
      "with a date from tomorrow",
      { headers: { "content-type": RSS, "last-modified": "Wed, 20 Aug 2025 11:30:00 GMT" } },
      "http/last-modified-future",
    ],
    [
      "with a date of no use",
      { headers: { "content-type": RSS, etag: '"1"', "last-modified": "yesterday" } },
      "http/last-modified",
    ],
    [
      "unpacked, though it is large",
      { body: (self) => rss(self).padEnd(5000), headers: { "content-type": RSS, etag: '"1"' } },
      "http/not-compressed",
    ],
    [
      "packed",
      {
        body: (self) => gzipSync(rss(self).padEnd(5000)),
        headers: { "content-type": RSS, etag: '"1"', "content-encoding": "gzip" },
      },
    ],
    ["not, with 404", { status: 404, headers: { "content-type": "text/html" } }, "http/status"],
    ["not, with 500", { status: 500 }, "http/status"],
    ["not, with 204", { status: 204 }, "http/status"],
    ["empty", { body: () => "", headers: { "content-type": RSS, etag: '"1"' } }, "document/empty"],
  ])("%s", async (_, given, ...expected) => {
    expect(await codesOf(given)).toEqual(expected);
  });

  test("a redirect for good is where readers subscribe, one for now is not", async () => {
    const address = await serve((request, response) => {
      const to = { "/old": [301, "/moved"], "/moved": [302, "/now"] }[request.url ?? ""] as
        | [number, string]
        | undefined;
      if (to) response.writeHead(to[0], { location: to[1] }).end();
      else
        response
          .writeHead(request.headers["if-none-match"] ? 304 : 200, { "content-type": RSS, etag: '"1"' })
          .end(rss(`${address}/moved`));
    });
    const { diagnostics, file } = await checkUrl(`${address}/old`, here);
    // The feed calls itself what is there for good, so nothing is said of its self link.
    expect(diagnostics.map(({ code }) => code)).toEqual(["http/redirect-permanent", "http/redirect-temporary"]);
    expect(diagnostics[0]?.message).toContain(`${address}/moved`);
    expect(diagnostics[1]?.message).toContain(`${address}/now`);
    expect(file).toBe(`${address}/old`);
  });

  test("the second request asks with what the first answer gave, at the last address", async () => {
    const asked: unknown[] = [];
    const modified = "Tue, 19 Aug 2025 11:30:00 GMT";
    const address = await serve(({ url, headers }, response) => {
      asked.push([url, headers["if-none-match"], headers["if-modified-since"]]);
      if (url === "/") response.writeHead(301, { location: "/feed" }).end();
      else response.writeHead(200, { "content-type": RSS, etag: 'W/"7"', "last-modified": modified }).end(rss("a"));
    });
    await checkUrl(`${address}/`, here);
    expect(asked).toEqual([
      ["/", undefined, undefined],
      ["/feed", undefined, undefined],
      ["/feed", 'W/"7"', modified],
    ]);
  });

  test("a second request that fails is told, and the feed judged all the same", async () => {
    const address = await serve((request, response) => {
      if (request.headers["if-none-match"] !== undefined) request.socket.destroy();
      else response.writeHead(200, { "content-type": RSS, etag: '"1"' }).end(rss(`http://${request.headers.host}/`));
    });
    const { diagnostics, format, valid } = await checkUrl(`${address}/`, here);
    expect(diagnostics.map(({ code }) => code)).toEqual(["http/unreachable"]);
    expect({ format, valid }).toEqual({ format: "rss", valid: false });
  });
});

describe("what cannot be fetched", () => {
  test.each<[name: string, address: () => Promise<string>, settings: Partial<CheckUrlSettings>, code: string]>([
    ["an address inside", async () => "http://127.0.0.1/", { allowPrivate: false }, "http/private-address"],
    ["an address with a password", async () => "http://ana:secret@example.org/", {}, "http/address"],
    ["a dead host", async () => `http://127.0.0.1:${await freePort()}/`, {}, "http/unreachable"],
    ["a server that never answers", () => serveRaw(() => {}), { limits: { seconds: 0.05 } }, "http/timeout"],
    [
      "a redirect loop",
      () => serve((_, response) => response.writeHead(301, { location: "/" }).end()),
      {},
      "http/redirect-loop",
    ],
    ["a feed above the limit", () => serve((_, response) => response.end(rss("a"))), { bytes: 100 }, "http/too-large"],
    [
      "a bomb",
      () =>
        serve((_, response) =>
          response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(2_000_000))),
        ),
      { bytes: 1_000_000 },
      "http/too-large",
    ],
    ["a run that is stopped", () => serveRaw(() => {}), { signal: AbortSignal.abort() }, "http/stopped"],
  ])("%s: %s", async (_, address, settings, code) => {
    const { diagnostics, format, valid, file, text } = await checkUrl(await address(), { ...here, ...settings });
    expect({ codes: diagnostics.map((found) => found.code), format, valid, text }).toEqual({
      codes: [code],
      format: null,
      valid: false,
      text: "",
    });
    expect(JSON.stringify([diagnostics, file])).not.toContain("secret");
    expect(diagnostics[0]?.location).toEqual({ file });
    expect(rules.map((rule) => rule.code)).toContain(code);
  });
});

describe("what is told", () => {
  test("what is ignored is not told and does no harm, what is below the severity is not told", async () => {
    const given = { status: 404 };
    expect(await codesOf(given, { ...here, ignore: ["http/status"] })).toEqual([]);
    const plain = { headers: { "content-type": "application/rss+xml" } };
    expect(await codesOf(plain, { ...here, severity: "warning" })).toEqual(["http/validators-missing"]);
    expect(await codesOf(plain, { ...here, severity: "error" })).toEqual([]);
    const address = await serve((_, response) => response.writeHead(404).end());
    expect((await checkUrl(address, { ...here, ignore: ["http/status"] })).valid).toBe(true);
    expect((await checkUrl(address, { ...here, severity: "error" })).valid).toBe(false);
  });
});
