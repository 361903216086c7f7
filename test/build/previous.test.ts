import { createServer } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";

const RAIN = "---\ntitle: Rain closes the coast road\ndate: 2025-08-19 16:30\n---\nThe road was closed.\n";

/** Serves what a newsroom has published; `change` may answer otherwise. */
async function serve(room: Newsroom, change?: (path: string) => number | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const status = change?.(path);
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    response.end(room.read(`dist${path}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

describe("a job that starts on an empty disk", () => {
  test.each(["/manifest.json", "/", ""])("has its memory from the published site: %j", async (path) => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    await site.run("build");
    const origin = await serve(site);
    const job = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": "---\ntitle: [\n---\n" });
    const { code, out } = await job.run("build", "--previous", origin + path, "--allow-private");
    expect([code, out]).toEqual([1, expect.stringContaining("the last good version is shown since")]);
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(job.read(`dist/${file}`)).toBe(site.read(`dist/${file}`));
  });

  test("refuses what it would do to subscribers of the published site", async () => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    await site.run("build");
    const origin = await serve(site);
    const job = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN.replace("2025-08-19", "2025-08-18") });
    const { code, out } = await job.run("build", "--previous", `${origin}/manifest.json`, "--allow-private");
    expect([code, out]).toEqual([3, expect.stringContaining("guard/published-moved")]);
    expect(job.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });

  test.each([
    ["is not there", 404],
    ["fails", 500],
  ])("publishes nothing when the manifest %s, and says how to begin", async (_what, status) => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    const origin = await serve(site, () => status);
    const { code, out } = await site.run("build", "--previous", origin, "--allow-private");
    expect(code).toBe(3);
    expect(out).toContain("previous/unusable");
    expect(out).toContain("for a first build write --previous none");
    expect(site.list(".").filter((path) => path.startsWith("dist"))).toEqual([]);
  });

  test("does not mix the manifest of one release with the stories of another", async () => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    await site.run("build");
    const manifest = site.read("dist/manifest.json");
    site.write("articles/rain.md", RAIN.replace("Rain", "Heavy rain"));
    await site.run("build");
    site.write("dist/manifest.json", manifest);
    const origin = await serve(site);
    const { code, out } = await site.run("build", "--previous", `${origin}/manifest.json`, "--allow-private");
    expect([code, out]).toEqual([3, expect.stringContaining("publish/mixed-release")]);
  });

  test("says that a manifest has no stories beside it", async () => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    await site.run("build");
    site.write("half/manifest.json", site.read("dist/manifest.json"));
    const { code, out } = await site.run("build", "--previous", "half/manifest.json");
    expect([code, out]).toEqual([
      3,
      expect.stringContaining('"half/manifest.json": there is no stories.json beside it;'),
    ]);
  });

  test("fetches from no address inside a network unasked", async () => {
    const site = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    const { code, out } = await site.run("build", "--previous", "http://127.0.0.1:9/manifest.json");
    expect([code, out]).toEqual([3, expect.stringContaining("previous/unusable")]);
    expect(out).toContain("not public");
  });
});

describe("init --adopt", () => {
  test("takes over the ids of a feed at an address", async () => {
    const old = newsroom({ "outlet.yaml": OUTLET.replace(/since.*\n/, ""), "articles/rain.md": RAIN });
    await old.run("build");
    const origin = await serve(old);
    const moved = newsroom({ "outlet.yaml": OUTLET, "articles/rain.md": RAIN });
    expect((await moved.run("init", "--adopt", `${origin}/rss.xml`, "--allow-private")).code).toBe(0);
    expect(moved.read("articles/rain.md")).toContain("https://news.example/rain/");
    await moved.run("build");
    expect(moved.read("dist/rss.xml")).toContain("https://news.example/rain/</guid>");
  });
});
