import { chmodSync, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Adoption, adopt, type OldFeed, readOldFeed } from "../adopt/index.ts";
import { articleFolder, FolderProblem } from "../discover/index.ts";
import { fetchBytes, withoutSecrets } from "../fetch/index.ts";
import { languageTag } from "../language.ts";
import { escapeControls, oneLine, quote } from "../text.ts";
import { webUrl } from "../url.ts";
import type { Given } from "./command.ts";
import { newOutlet, OF_OUTLET, type OutletHead, writeNew } from "./init.ts";
import { writeWhole } from "./report-file.ts";
import { EXIT, type Shell, UsageError } from "./shell.ts";
import { outletAt } from "./surroundings.ts";

/** Bytes of an old feed at most. */
const LARGEST = 50_000_000;

/** Items that are named one by one. */
const MOST_SHOWN = 200;

/** Gives the articles the ids and dates of an old feed, and tells what a person has to look after. */
export async function adoptFeed(named: string, given: Given, shell: Shell): Promise<number> {
  const hasOutlet = existsSync(join(shell.folder, "outlet.yaml"));
  const unheard = OF_OUTLET.find((option) => given.has(option));
  if (hasOutlet && unheard !== undefined)
    throw new UsageError(
      `Cannot use "--${unheard}": there is an outlet.yaml already; change it there, and leave --${unheard} out`,
    );
  const feed = readOldFeed(await bytesOf(named, given.has("allow-private"), shell));
  if (feed === undefined) throw new UsageError(`Cannot adopt ${quote(named)}: it is no RSS, Atom or JSON feed`);
  if (!hasOutlet) writeNew("outlet.yaml", newOutlet(given, headOf(feed), shell), shell);
  const { outlet, folder } = outletAt("outlet.yaml", shell);
  const articles = resolve(folder, outlet.articles);
  try {
    const adoption = adopt(feed, articleFolder(articles), outlet, shell.now());
    for (const { path, text } of adoption.edits) replace(join(articles, path), text, shell);
    shell.out(told(adoption, `${outlet.articles}/`));
    return EXIT.fine;
  } catch (problem) {
    if (problem instanceof FolderProblem)
      throw new UsageError(`Cannot adopt ${quote(named)}: put the articles into ${outlet.articles}/ first`, {
        cause: problem,
      });
    throw problem;
  }
}

async function bytesOf(named: string, allowPrivate: boolean, shell: Shell): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(named)) {
    try {
      return readFileSync(resolve(shell.folder, named));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new UsageError(`Cannot read ${quote(named)}: ${reason}`, { cause });
    }
  }
  const limits = { bytes: LARGEST, redirects: 5, seconds: 60 };
  const answer = await fetchBytes(named, { allowPrivate, signal: shell.signal, limits });
  if ("problem" in answer)
    throw new UsageError(`Cannot fetch ${quote(withoutSecrets(named))}: ${answer.problem.reason}`);
  if (answer.status !== 200)
    throw new UsageError(`Cannot fetch ${quote(withoutSecrets(named))}: the server answers ${answer.status}`);
  return answer.bytes;
}

/** What the old feed says of the outlet. */
function headOf({ title, link, language }: OldFeed): OutletHead {
  const home = link === undefined ? undefined : webUrl(link);
  return {
    title: oneLine(title ?? "") || "The Daily Example",
    url: home === undefined ? "https://news.example/" : new URL("/", home).href,
    language: languageTag(language ?? "") ?? "en",
  };
}

/** Writes an article anew where it really is, with the permissions that it has. */
function replace(path: string, text: string, shell: Shell): void {
  const target = realpathSync(path);
  const { mode } = statSync(target);
  writeWhole(target, text, shell);
  chmodSync(target, mode & 0o777);
}

function told({ edits, kept, byHand }: Adoption, label: string): string {
  const lines = [
    `Adopted: ${edits.length} ${edits.length === 1 ? "article" : "articles"} written, ${kept.length} right already`,
  ];
  for (const { path, lines: written } of edits) lines.push(`  ${escapeControls(label + path)}: ${written.join(", ")}`);
  if (byHand.length > 0) lines.push(`Not adopted: ${byHand.length}`);
  for (const { item, why } of byHand.slice(0, MOST_SHOWN))
    lines.push(`  ${quote(item.title)} (${escapeControls(item.link ?? item.id)}): ${escapeControls(why)}`);
  if (byHand.length > MOST_SHOWN) lines.push(`  … and ${byHand.length - MOST_SHOWN} more`);
  lines.push("Look at what changed, then run: wireroom build");
  return `${lines.join("\n")}\n`;
}
