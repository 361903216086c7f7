import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Story } from "../../src/model/article.ts";
import { parseRelease, readRelease, releaseFolder, storyLine } from "../../src/publish/index.ts";
import { release, row, story } from "./fixtures.ts";

const out = mkdtempSync(join(tmpdir(), "wireroom-parse-"));
afterAll(() => rmSync(out, { recursive: true }));
const { id } = releaseFolder({ out, mode: "plain" }).publish(release({ "rss.xml": "<rss/>", "a/rss.xml": "<rss/>" }));
const manifest = readFileSync(join(out, "manifest.json"), "utf8");
const stories = readFileSync(join(out, "stories.json"), "utf8");

test("a release that was published is read back as it was", () => {
  const read = parseRelease(Buffer.from(manifest), Buffer.from(stories));
  if ("problem" in read) throw new Error(read.problem.message);
  expect(read.release.manifest).toEqual({
    format: 1,
    id,
    files: [
      { path: "a/rss.xml", ...digest("<rss/>") },
      { path: "rss.xml", ...digest("<rss/>") },
      { path: "stories.json", ...digest(stories) },
    ],
    feeds: [{ path: "", updated: 1_750_000_000, stories: [story("Rain").id] }],
    stories: [row("Rain")],
  });
  expect([...read.release.stories]).toEqual([[story("Rain").id, story("Rain")]]);
  expect(readRelease(out)).toEqual(read);
});

test("both files are printed one row per line with sorted keys, whatever order they were set in", () => {
  expect(manifest.split("\n").slice(0, 4)).toEqual([
    '{"format":1,',
    `"id":"${id}",`,
    '"files":[',
    `{"path":"a/rss.xml","sha256":"${digest("<rss/>").sha256}","size":6},`,
  ]);
  const ready = release({ "rss.xml": "<rss/>", "a/rss.xml": "<rss/>" });
  const turned = Object.fromEntries(Object.entries(story("Rain")).reverse()) as unknown as Story;
  const again = { ...ready, stories: [storyLine(turned)] };
  expect(releaseFolder({ out, mode: "plain" }).publish(again).changed).toEqual([]);
});

test.each<[name: string, manifest: string, stories: string, code: string]>([
  ["a manifest that was cut", manifest.slice(0, -20), stories, "publish/unusable-release"],
  ["a manifest of which one letter is another", manifest.replace("Rain", "Main"), stories, "publish/unusable-release"],
  ["an empty manifest", "", stories, "publish/unusable-release"],
  ["another program's manifest", '{"name":"App"}', stories, "publish/unusable-release"],
  ["bytes that are no UTF-8", "\xff\xfe", stories, "publish/unusable-release"],
  ["a later format", manifest.replace('"format":1', '"format":2'), stories, "publish/other-format"],
  ["stories of another release", manifest, stories.replace("Rain", "Sun"), "publish/mixed-release"],
  ["stories that are missing", manifest, "", "publish/mixed-release"],
  [
    "a path that climbs",
    signed({ files: [{ path: "../../etc/passwd", ...digest("") }] }),
    "",
    "publish/unusable-release",
  ],
  ["a row without a hash", signed({ files: [{ path: "rss.xml", size: 1 }] }), "", "publish/unusable-release"],
  ["a feed without stories", signed({ feeds: [{ path: "", updated: 1 }] }), "", "publish/unusable-release"],
  ["a story without an id", signed({ stories: [{ path: "a.md" }] }), "", "publish/unusable-release"],
  ["no stories.json among its files", signed({}), "", "publish/mixed-release"],
])("%s is refused", (_, manifestText, storiesText, code) => {
  const read = parseRelease(Buffer.from(manifestText, "latin1"), Buffer.from(storiesText));
  expect("problem" in read && read.problem.code).toBe(code);
});

test("an output folder without a manifest has no release, and one that cannot be read is a problem that names it", () => {
  expect(readRelease(join(out, "nothing"))).toEqual({});
  writeFileSync(join(out, "stories.json"), "{}");
  expect(readRelease(out)).toMatchObject({ problem: { code: "publish/mixed-release", severity: "error" } });
});

/** A manifest whose id is right. */
function signed(parts: Readonly<Record<"files" | "feeds" | "stories", unknown>> | object): string {
  const { files, feeds, stories: rows } = { files: [], feeds: [], stories: [], ...parts };
  const body = `"files":${JSON.stringify(files)},"feeds":${JSON.stringify(feeds)},"stories":${JSON.stringify(rows)}}\n`;
  return `{"format":1,\n"id":"${digest(body).sha256}",\n${body}`;
}

function digest(text: string) {
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { size: Buffer.byteLength(text), sha256 };
}
