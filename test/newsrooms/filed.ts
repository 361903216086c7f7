import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { BuildReport } from "../../src/build.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { FeedFormat } from "../../src/model/feed.ts";
import { type Newsroom, newsroom, OUTLET } from "../newsroom.ts";
import { readStories, type Told } from "../render/read.ts";

/** What became of one article. */
export interface Filed {
  /** Codes of its errors and warnings, sorted, each once; notes are left out. */
  readonly codes: readonly string[];
  readonly problems: readonly Diagnostic[];
  readonly held: boolean;
  /** As JSON Feed, Atom and RSS tell it, where it is published. */
  readonly json: Told | undefined;
  readonly atom: Told | undefined;
  readonly rss: Told | undefined;
}

export const GOOD = `---
title: The good story
date: 2025-08-01 09:00
author: Jane Doe
tags: [Weather]
---
Nothing is wrong with this one.
`;

/** Room for every article of a table in one feed. */
export const ROOMY = `${OUTLET}limit: {items: 10000, size: 900 MB}\n`;

/** An article of a table: the folder that it is alone in, its file name, and what it holds. */
export interface Filing {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Files the articles of a table, each in a section of its own, beside a good one, and builds them as `builtWell` asks. The rows of a table
 * share one newsroom: each of them is also a trial of what it does to the others.
 *
 * @returns what became of each, in their order
 */
export async function fileAll(filings: readonly Filing[], outlet = ROOMY): Promise<readonly Filed[]> {
  const paths = filings.map(({ name }, index) => `r${index}/${name}`);
  const room = newsroom({
    "outlet.yaml": outlet,
    "articles/news/good.md": GOOD,
    ...Object.fromEntries(filings.map(({ content }, index) => [`articles/${paths[index]}`, content])),
  });
  const report = await builtWell(room);
  const stories = storiesIn(room);
  const sources = new Map<string, string>(
    JSON.parse(room.read("dist/manifest.json")).stories.map((story: { path: string; id: string }) => [
      story.path,
      story.id,
    ]),
  );
  return paths.map((path): Filed => {
    const problems = report.diagnostics.filter(({ location }) => location?.file === `articles/${path}`);
    const held = report.held.some(({ source }) => source === `articles/${path}`);
    const own = ({ id }: Told) => id !== undefined && id === sources.get(path);
    return {
      codes: codesOf(problems),
      problems,
      held,
      json: stories.json.find(own),
      atom: stories.atom.find(own),
      rss: stories.rss.find(own),
    };
  });
}

/** Builds the articles of a table when the first of its tests asks, and tells each what became of its own. */
export function filingTable(filings: readonly Filing[], outlet?: string): (index: number) => Promise<Filed> {
  let all: Promise<readonly Filed[]> | undefined;
  return async (index) => {
    all ??= fileAll(filings, outlet);
    const filed = (await all)[index];
    if (filed === undefined) throw new Error(`No article ${index}`);
    return filed;
  };
}

/** Codes of errors and warnings, sorted, each once. */
export function codesOf(problems: readonly Diagnostic[]): readonly string[] {
  return [...new Set(problems.filter(({ severity }) => severity !== "info").map(({ code }) => code))].sort();
}

/** Where the first error or warning is: `5:4`. */
export function placeOf({ problems }: Filed): string {
  const { line, column } = problems.find(({ severity }) => severity !== "info")?.location ?? {};
  return `${line}:${column}`;
}

/** A feed's stories in the three formats. */
export function storiesIn(room: Newsroom, feed = ""): Readonly<Record<FeedFormat, readonly Told[]>> {
  return {
    rss: readStories("rss", room.read(`dist/${feed}rss.xml`)),
    atom: readStories("atom", room.read(`dist/${feed}atom.xml`)),
    json: readStories("json", room.read(`dist/${feed}feed.json`)),
  };
}

/**
 * Builds twice and holds what must always be so: exit code 0 or 1, no stack trace, the good story published, nothing written outside
 * the output and state folders, the three formats of one mind, valid documents, and the same bytes again from nothing.
 */
export async function builtWell(room: Newsroom, ...options: readonly string[]): Promise<BuildReport> {
  const before = digests(room, outside(room));
  const { code, out, err } = await room.run("build", "--format", "json", "--verify", ...options);
  expect([code, err, code === 0 || code === 1 ? "" : out]).toEqual([code === 1 ? 1 : 0, "", ""]);
  const report = JSON.parse(out);
  expect(code).toBe(report.held.length > 0 ? 1 : 0);
  for (const { message } of report.diagnostics) {
    expect(message).not.toMatch(/\n|^\s+at |Error:/);
    expect(message).not.toMatch(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E]/);
    expect(message.length).toBeLessThan(400);
  }
  expect(digests(room, outside(room))).toEqual(before);
  expect(room.read("dist/rss.xml")).toContain("<title>The good story</title>");
  ofOneMind(room);
  await judgedWell(room);
  const published = digests(room, room.list("dist").map(below("dist")));
  await room.run("build", "--fresh", ...options);
  expect(digests(room, room.list("dist").map(below("dist")))).toEqual(published);
  return report;
}

function outside(room: Newsroom): readonly string[] {
  return room.list(".").filter((path) => !/^(?:dist|\.wireroom)\//.test(path));
}

function below(folder: string): (path: string) => string {
  return (path) => `${folder}/${path}`;
}

function digests(room: Newsroom, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const file = join(room.folder, path);
    if (!existsSync(file) || !statSync(file).isFile()) return [];
    const bytes = readFileSync(file);
    return `${createHash("sha256").update(bytes).digest("hex").slice(0, 16)} ${path}`;
  });
}

/** The three formats tell the same stories, with the same titles, ids, dates, people and content. */
function ofOneMind(room: Newsroom): void {
  const { rss, atom, json } = storiesIn(room);
  const core = ({ id, url, title, published, updated, labels, summary, content }: Told) => ({
    ...{ id, url, title, published, updated, labels, summary, content },
  });
  expect(rss.map(core)).toEqual(json.map(core));
  expect(atom.map(core)).toEqual(json.map(core));
  expect(atom.map(({ authors }) => authors)).toEqual(json.map(({ authors }) => authors));
}

async function judgedWell(room: Newsroom): Promise<void> {
  const documents = room.list("dist").filter((path) => /(?:rss|atom)\.xml$|feed\.json$/.test(path));
  const { out } = await room.run("check", "--format", "json", "--severity", "error", ...documents.map(below("dist")));
  for (const { file, diagnostics } of JSON.parse(out).files) expect([file, diagnostics]).toEqual([file, []]);
}
