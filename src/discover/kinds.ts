import type { ArticleKind } from "../model/draft.ts";

const KINDS: Readonly<Record<string, ArticleKind>> = {
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  txt: "copy",
};

/** What the names of articles end in. */
export const ARTICLE_ENDINGS: readonly string[] = Object.keys(KINDS);

/** What editors, sync programs and version control leave behind: `.x.swp`, `x~`, `#x#`, `x.tmp`, `x.orig`, `x.part`, `~$x`. */
export function isLeftover(name: string): boolean {
  return (
    name.startsWith(".") ||
    name.startsWith("~$") ||
    /[~#]$|\.(?:tmp|temp|bak|orig|rej|swp|swo|part|partial|crdownload)(?:\.|$)/i.test(name)
  );
}

/** How a file of this name is written; undefined when it is no article. */
export function kindOfFile(name: string): ArticleKind | undefined {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? undefined : KINDS[name.slice(dot + 1).toLowerCase()];
}
