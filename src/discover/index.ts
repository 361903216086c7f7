import type { ArticleStore } from "../model/doors.ts";
import { type FolderListing, list, listAgain } from "./list.ts";
import { peek, read } from "./read.ts";

export { ARTICLE_ENDINGS, kindOfFile } from "./kinds.ts";
export { LARGEST_ARTICLE } from "./list.ts";
export { FolderProblem } from "./problems.ts";

export interface ArticleFolderOptions {
  /** The time of day by which files are stamped: milliseconds. */
  readonly clock?: () => number;
  /** What this process has in mind of the folder. */
  readonly memory?: ListingMemory;
}

/** The last listing that a process has made. */
export interface ListingMemory {
  last?: { readonly folder: string; readonly listing: FolderListing };
}

/**
 * The articles below a folder.
 *
 * Dotfiles, leftovers of editors and files of other kinds are passed over. A link is followed only to a plain file inside the
 * folder, so that no article shows a file from elsewhere and no walk goes round in circles.
 */
export function articleFolder(
  folder: string,
  { clock = Date.now, memory = {} }: ArticleFolderOptions = {},
): ArticleStore {
  return {
    list: (changed) => {
      const { last } = memory;
      delete memory.last;
      const isKnown = last?.folder === folder && changed !== undefined;
      const listing =
        (isKnown ? listAgain(folder, last.listing, changed, clock()) : undefined) ?? list(folder, clock());
      memory.last = { folder, listing };
      return listing;
    },
    read: (file, desk) => read(`${folder}/${file.path}`, desk),
    peek: (path, bytes) => peek(folder, path, bytes, clock()),
  };
}
