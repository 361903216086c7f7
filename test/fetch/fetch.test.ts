import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { isPublic } from "../../src/fetch/address.ts";
import { type FetchCode, type FetchOptions, fetchBytes, type Resolved, withoutSecrets } from "../../src/fetch/index.ts";
import { failureRules } from "../../src/validate/http-failures.ts";
import { freePort, serve, serveRaw } from "./server.ts";

const here: FetchOptions = { allowPrivate: true, limits: { seconds: 20 } };

async function problemOf(url: string, options: FetchOptions = here) {
  const fetched = await fetchBytes(url, options);
  return "problem" in fetched ? fetched.problem : undefined;
}

async function textOf(url: string, options: FetchOptions = here) {
  const fetched = await fetchBytes(url, options);
  return "problem" in fetched ? fetched.problem.code : Buffer.from(fetched.bytes).toString();
}

/** A resolver that answers without asking anybody. */
function resolving(...addresses: readonly string[]): Pick<FetchOptions, "resolve"> {
  const all: Resolved[] = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  return { resolve: async () => all };
}

const seen = new Set<FetchCode>();

async function expectProblem(code: FetchCode, url: string, options: FetchOptions = here): Promise<void> {
  const problem = await problemOf(url, options);
  expect(problem?.code).toBe(code);
  expect(problem?.reason).not.toBe("");
  seen.add(code);
}

describe("an address inside a network", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.8.9.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://2130706433/",
    "http://127.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.1.2.3/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://198.18.0.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "https://127.0.0.1/",
    "http://①②⑦.0.0.1/",
  ])("%s is not fetched", (url) => expectProblem("http/private-address", url, { limits: { seconds: 20 } }));

  test.each([
    ["localhost", ["127.0.0.1", "::1"]],
    ["localhost.", ["127.0.0.1"]],
    ["inside.example.org", ["10.0.0.7"]],
    ["mapped.example.org", ["::ffff:10.0.0.7"]],
    ["both.example.org", ["fd00::1", "169.254.169.254"]],
    ["odd.example.org", ["not an address"]],
  ])("%s that stands for %j is not connected to", (host, addresses) =>
    expectProblem("http/private-address", `http://${host}/`, { ...resolving(...addresses), limits: { seconds: 20 } }),
  );

  test("is fetched where that is allowed", async () => {
    const address = await serve((_, response) => response.end("Rain"));
    expect(await textOf(address)).toBe("Rain");
    const named = address.replace("127.0.0.1", "inside.example.org");
    expect(await textOf(named, { ...here, ...resolving("127.0.0.1") })).toBe("Rain");
  });

  test("is checked again at every redirect, whether it is written as a number or a name", async () => {
    const inside: string[] = [];
    const target = await serve((request, response) => response.end(String(inside.push(request.url ?? ""))));
    const port = new URL(target).port;
    for (const host of ["127.0.0.2", "0x7f.2", "inside.example.org"]) {
      const address = await serve((_, response) =>
        response.writeHead(302, { location: `http://${host}:${port}/` }).end(),
      );
      const isPublic = (candidate: string) => candidate === "127.0.0.1";
      await expectProblem("http/private-address", address, { isPublic, ...resolving("127.0.0.2") });
    }
    expect(inside).toEqual([]);
  });

  test("is asked for once for a connection, and the answer is what is connected to", async () => {
    const address = await serve((_, response) => response.end("Rain"));
    let asked = 0;
    // A name that stands for something else the second time.
    const resolve = async () => [{ address: asked++ === 0 ? "127.0.0.1" : "10.0.0.7", family: 4 }];
    expect(await textOf(address.replace("127.0.0.1", "rebinding.example.org"), { ...here, resolve })).toBe("Rain");
    expect(asked).toBe(1);
  });

  test("is left out where a name stands for public ones too", async () => {
    const address = await serve((_, response) => response.end("Rain"));
    const isPublic = (candidate: string) => candidate === "127.0.0.1";
    const url = address.replace("127.0.0.1", "both.example.org");
    expect(await textOf(url, { isPublic, ...resolving("10.0.0.7", "127.0.0.1", "fd00::1") })).toBe("Rain");
  });

  test.each([
    ["8.8.8.8", true],
    ["2606:4700::1111", true],
    ["172.15.255.255", true],
    ["172.32.0.0", true],
    ["2001:db8::1", false],
    ["2001::1", false],
    ["::7f00:1", false],
    ["4000::1", false],
    ["127.0.0.1.example.org", false],
  ])("%s is public: %s", (address, expected) => expect(isPublic(address)).toBe(expected));
});

describe("an address that is none", () => {
  test.each([
    "feed.xml",
    "",
    "file:///etc/passwd",
    "ftp://example.org/rss.xml",
    "data:text/xml,<rss/>",
    "http://",
    "https://ana:secret@example.org/rss.xml",
    "https://ana@example.org/rss.xml",
  ])("%s is not fetched", (url) => expectProblem("http/address", url));

  test.each(["file:///etc/passwd", "http://ana:secret@example.org/", "http://[", "gopher://example.org/"])(
    "a redirect to %s is not followed",
    async (location) => {
      const address = await serve((_, response) => response.writeHead(301, { location }).end());
      await expectProblem("http/address", address);
    },
  );

  test("a password is not told", async () => {
    const problem = await problemOf("https://ana:secret@example.org/rss.xml");
    expect(JSON.stringify(problem)).not.toMatch(/secret|ana/);
    expect(withoutSecrets("https://ana:secret@example.org/rss.xml")).toBe("https://example.org/rss.xml");
    expect(withoutSecrets("https://ana:secret@[/rss.xml")).not.toContain("secret");
    expect(withoutSecrets("https://example.org/rss.xml")).toBe("https://example.org/rss.xml");
  });
});

describe("a server that does not answer well", () => {
  test("a host that nobody knows", () =>
    expectProblem("http/no-such-host", "http://example.invalid/", {
      resolve: () => Promise.reject(Object.assign(new Error("not found"), { code: "ENOTFOUND" })),
    }));

  test("a port on which nobody listens", async () =>
    expectProblem("http/unreachable", `http://127.0.0.1:${await freePort()}/`));

  test("a connection that is broken off", async () =>
    expectProblem("http/unreachable", await serveRaw((socket) => socket.on("data", () => socket.destroy()))));

  test("a body that is broken off", async () => {
    const address = await serveRaw((socket) =>
      socket.on("data", () => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nRain")),
    );
    await expectProblem("http/unreachable", address);
  });

  test("another protocol", async () =>
    expectProblem("http/not-http", await serveRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"))));

  test("no TLS where https is asked for: it is not fetched without", async () => {
    let requests = 0;
    const address = await serve((_, response) => {
      requests++;
      response.end("Rain");
    });
    await expectProblem("http/tls", address.replace("http:", "https:"));
    expect(requests).toBe(0);
  });

  test("no answer at all", async () =>
    expectProblem("http/timeout", await serveRaw(() => {}), { ...here, limits: { seconds: 0.05 } }));

  test("a body that never ends, slowly", async () => {
    const address = await serve((_, response) => {
      response.writeHead(200);
      response.write("Rain");
    });
    await expectProblem("http/timeout", address, { ...here, limits: { seconds: 0.1 } });
  });

  test("redirects share one deadline", async () => {
    let requests = 0;
    const address = await serve((request, response) => {
      requests++;
      if (request.url === "/1") return;
      response.writeHead(302, { location: "/1" }).end();
    });
    await expectProblem("http/timeout", address, { ...here, limits: { seconds: 1 } });
    expect(requests).toBe(2);
  });

  test("whoever asked no longer wants it", async () => {
    const stop = new AbortController();
    const address = await serveRaw(() => stop.abort());
    await expectProblem("http/stopped", address, { ...here, signal: stop.signal });
    await expectProblem("http/stopped", address, { ...here, signal: AbortSignal.abort() });
  });

  test("a body that never ends, fast", async () => {
    const chunk = Buffer.alloc(65_536, "rain ");
    const address = await serve((_, response) => {
      const send = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", send);
      send();
    });
    await expectProblem("http/too-large", address, { ...here, limits: { bytes: 1_000_000 } });
  });

  test("a small body that unpacks to a large one", async () => {
    const zeros = Buffer.alloc(5_000_000);
    for (const [encoding, bomb] of [
      ["gzip", gzipSync(zeros)],
      ["br", brotliCompressSync(zeros)],
      ["deflate", deflateSync(zeros)],
    ] as const) {
      expect(bomb.length).toBeLessThan(100_000);
      const address = await serve((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bomb));
      await expectProblem("http/too-large", address, { ...here, limits: { bytes: 100_000 } });
    }
  });

  test.each([
    ["gzip", "no gzip"],
    ["br", "no brotli"],
    ["deflate", "no deflate"],
    ["zstd", "Rain"],
    ["gzip, gzip", "Rain"],
  ])("a body that says it is %s and is not", async (encoding, body) => {
    const address = await serve((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(body));
    await expectProblem("http/content-encoding", address);
  });

  test("a packed body that is cut", async () => {
    const packed = gzipSync("rain ".repeat(1000));
    const address = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed.subarray(0, packed.length - 9)),
    );
    await expectProblem("http/content-encoding", address);
  });
});

describe("redirects", () => {
  test("a circle of one and of two", async () => {
    const address = await serve((request, response) =>
      response.writeHead(301, { location: request.url === "/a" ? "/b" : request.url === "/b" ? "/a" : "/self" }).end(),
    );
    await expectProblem("http/redirect-loop", `${address}/self`);
    await expectProblem("http/redirect-loop", `${address}/a#fragment`);
  });

  test("five are followed, six are not", async () => {
    const address = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.end("Rain");
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    expect(await textOf(`${address}/5`)).toBe("Rain");
    await expectProblem("http/too-many-redirects", `${address}/6`);
  });

  test("are told, with where they lead", async () => {
    const address = await serve((request, response) => {
      if (request.url === "/c") response.end("Rain");
      else
        response
          .writeHead(request.url === "/a" ? 301 : 302, { location: request.url === "/a" ? "b" : "./c#top" })
          .end();
    });
    const fetched = await fetchBytes(`${address}/a`, here);
    expect(fetched).toMatchObject({
      status: 200,
      url: `${address}/c`,
      hops: [
        { status: 301, to: `${address}/b` },
        { status: 302, to: `${address}/c` },
      ],
    });
  });

  test.each([300, 304, 301])("status %i without a location is an answer", async (status) => {
    const address = await serve((_, response) => response.writeHead(status).end());
    expect(await fetchBytes(address, here)).toMatchObject({ status, hops: [] });
  });
});

describe("what is sent and read", () => {
  test("the request says who asks, and takes packed bodies", async () => {
    let headers: NodeJS.Dict<string | string[]> = {};
    const address = await serve((request, response) => {
      headers = request.headers;
      response.end();
    });
    await fetchBytes(address, { ...here, headers: { "if-none-match": '"1"' } });
    expect(headers["user-agent"]).toMatch(/^wireroom\/\d+\.\d+\.\d+ \(\+feed validator\)$/);
    expect(headers["accept-encoding"]).toBe("gzip, deflate, br");
    expect(headers["if-none-match"]).toBe('"1"');
    expect(headers.authorization).toBeUndefined();
  });

  const text = "Rain over the harbour. ".repeat(1000);
  test.each([
    ["gzip", gzipSync(text)],
    ["x-gzip", gzipSync(text)],
    ["GZIP", gzipSync(text)],
    ["br", brotliCompressSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["identity", Buffer.from(text)],
  ])("a body packed with %s is unpacked", async (encoding, body) => {
    const address = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": encoding });
      // In two parts, so that the first byte decides alone.
      response.write(body.subarray(0, 1));
      response.end(body.subarray(1));
    });
    expect(await textOf(address)).toBe(text);
  });

  test("an empty packed body is empty", async () => {
    const address = await serve((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end());
    expect(await textOf(address)).toBe("");
  });

  test("a body of exactly the limit is read", async () => {
    const address = await serve((_, response) => response.end("Rain"));
    expect(await textOf(address, { ...here, limits: { bytes: 4 } })).toBe("Rain");
    expect(await textOf(address, { ...here, limits: { bytes: 3 } })).toBe("http/too-large");
  });
});

test("every code of a failed fetch has a rule, and was raised here", () => {
  expect([...seen].sort()).toEqual(failureRules.map(({ code }) => code).sort());
});
