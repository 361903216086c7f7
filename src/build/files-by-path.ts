import type { Listing } from "../model/doors.ts";
import type { SourceFile } from "../model/draft.ts";
import { rememberedOf } from "../remembered.ts";

/** The files of a listing by their path; worked out once a listing. */
export const filesByPath = rememberedOf(
  ({ files }: Listing): ReadonlyMap<string, SourceFile> => new Map(files.map((file) => [file.path, file])),
);
