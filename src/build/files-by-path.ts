import type { Listing } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";

const known = new WeakMap<Listing, ReadonlyMap<string, SourceFile>>();

/** The files of a listing by their path; worked out once. */
export function filesByPath(listing: Listing): ReadonlyMap<string, SourceFile> {
  const found = known.get(listing);
  if (found !== undefined) return found;
  const files = new Map<string, SourceFile>();
  for (const file of listing.files) files.set(file.path, file);
  known.set(listing, files);
  return files;
}
