import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadOutlet } from "../config/load.ts";
import { quote } from "../text.ts";
import { dayIn, isZone } from "../time.ts";
import type { Command, Given } from "./command.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";

export const initCommand: Command = {
  name: "init",
  about: "Write a commented outlet.yaml and a first article",
  operands: "",
  count: [0, 0],
  options: {
    title: { about: "the outlet's name", value: "TEXT" },
    url: { about: "its home page", value: "URL" },
    zone: { about: "the IANA zone of its dates", value: "ZONE" },
    adopt: { about: "give the articles the ids and dates that subscribers of an old feed know", value: "FILE|URL" },
    "allow-private": { about: "fetch the old feed from addresses that are not public" },
  },
  examples: [
    [
      'wireroom init --title "The Tide" --url https://tide.example/ --zone Asia/Karachi',
      "the same with its own name, address and zone, which later builds hold it to",
    ],
    ["wireroom init", "makes an outlet of the folder you are in; nothing that is there is touched"],
    ["wireroom init --adopt https://news.example/feed/", "before the first build of an outlet that had feeds already"],
  ],
  run,
};

async function run(given: Given, shell: Shell): Promise<number> {
  const feed = given.value("adopt");
  if (feed !== undefined) return (await import("./adopt.ts")).adoptFeed(feed, given, shell);
  const files = [
    { path: "outlet.yaml", text: newOutlet(given, EXAMPLE, shell) },
    { path: "articles/news/first-story.md", text: articleText(dayIn(shell.now(), shell.zone)) },
  ];
  for (const { path } of files) {
    if (existsSync(join(shell.folder, path)))
      throw new UsageError(`Cannot write ${quote(path)}: there is one already; go into an empty folder, or change it`);
  }
  for (const { path, text } of files) {
    writeNew(path, text, shell);
  }
  const isMade = OF_OUTLET.every((option) => given.has(option));
  shell.out(
    isMade
      ? "Now run: wireroom build\n"
      : "Now put the outlet's name, address and zone into outlet.yaml, and then run: wireroom build\n",
  );
  return EXIT.fine;
}

/** The options that go into a new outlet.yaml. */
export const OF_OUTLET = ["title", "url", "zone"] as const;

/**
 * Makes the text of an outlet.yaml.
 *
 * @param head what it says where no option does
 */
export function newOutlet(given: Given, head: OutletHead, shell: Shell): string {
  const text = outletText(
    { ...head, title: given.value("title") ?? head.title, url: given.value("url") ?? head.url },
    given.value("zone") ?? zoneOf(shell),
    dayIn(shell.now(), shell.zone),
  );
  const loaded = loadOutlet(text, "outlet.yaml");
  // What was given is read as any outlet.yaml is, and told in the same words.
  if ("diagnostics" in loaded)
    throw new UsageError(
      loaded.diagnostics.map(({ message }) => message).join("\n") || "Cannot make an outlet of this",
    );
  return text;
}

/** Writes a file where there is none. */
export function writeNew(path: string, text: string, shell: Shell): void {
  const target = join(shell.folder, path);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot write ${quote(path)}: ${reason}`, { cause });
  }
  shell.out(`Wrote ${path}\n`);
}

function zoneOf({ zone }: Shell): string {
  return isZone(zone) ? zone : "UTC";
}

/** What a new outlet.yaml says of the outlet. */
export interface OutletHead {
  readonly title: string;
  readonly url: string;
  readonly language: string;
}

const EXAMPLE: OutletHead = { title: "The Daily Example", url: "https://news.example/", language: "en" };

function outletText({ title, url, language }: OutletHead, zone: string, since: string): string {
  return `# What Wireroom knows of your outlet. Every setting and its default is in the README.
title: ${/^[A-Za-z][\w .']*$/.test(title) ? title : JSON.stringify(title)}
# The home page. Addresses of stories and feeds are below it.
url: ${/[\s#:]\s|\s#/.test(url) ? JSON.stringify(url) : url}
# The zone of every date that names none.
zone: ${zone}
# The day from which the outlet owns its domain: part of every story's id, so never change it.
since: ${since}
description: News of the town and the harbour
language: ${language}

# Folders below articles/ are sections; here they get names.
sections:
  news: News

# Who writes. Other names in bylines are fine too; a registered author keeps one feed through all spellings.
authors:
  - id: jane-doe
    name: Jane Doe
    aliases: [J. Doe]
    role: Staff Reporter
`;
}

function articleText(today: string): string {
  return `---
title: "Our first story"
date: ${today}
author: Jane Doe
tags: [Harbour, Markets]
---

The harbour market opened this morning with eleven stalls, two more than last year.

Write the next one into \`articles/news/\`: a Markdown, HTML or plain text file is an article.
`;
}
