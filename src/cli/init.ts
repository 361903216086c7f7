import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { quote } from "../text.ts";
import { civil, isZone } from "../time.ts";
import type { Command, Given } from "./command.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";

export const initCommand: Command = {
  name: "init",
  about: "Write a commented outlet.yaml and a first article",
  operands: "",
  count: [0, 0],
  options: {},
  examples: [["wireroom init", "makes an outlet of the folder you are in; nothing that is there is touched"]],
  run,
};

function run(_given: Given, shell: Shell): number {
  const { year, month, day } = civil(shell.now(), shell.zone);
  const today = [String(year).padStart(4, "0"), two(month), two(day)].join("-");
  const files = [
    { path: "outlet.yaml", text: outletText(isZone(shell.zone) ? shell.zone : "UTC", today) },
    { path: "articles/news/first-story.md", text: articleText(today) },
  ];
  for (const { path } of files) {
    if (existsSync(join(shell.folder, path)))
      throw new UsageError(`Cannot write ${quote(path)}: there is one already; go into an empty folder, or change it`);
  }
  for (const { path, text } of files) {
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
  shell.out("Now put the outlet's name and address into outlet.yaml, and run: wireroom build\n");
  return EXIT.fine;
}

function outletText(zone: string, since: string): string {
  return `# What Wireroom knows of your outlet. Every setting and its default is in the README.
title: The Daily Example
# The home page. Addresses of stories and feeds are below it.
url: https://news.example/
# The zone of every date that names none.
zone: ${zone}
# The day from which the outlet owns its domain: part of every story's id, so never change it.
since: ${since}
description: News of the town and the harbour
language: en

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

function two(number: number): string {
  return String(number).padStart(2, "0");
}
