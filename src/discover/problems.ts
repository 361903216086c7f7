import type { Problem } from "../model/diagnostic.ts";

/** The articles folder is missing, empty or cannot be listed whole: nothing may be published from half a listing. */
export class FolderProblem extends Error {
  readonly code: "articles/missing" | "articles/unreadable";
  constructor(code: FolderProblem["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export function error(code: Problem["code"], message: string): Problem {
  return { code, severity: "error", message };
}

export const NOT_PLAIN = error(
  "file/not-plain",
  "Cannot read an article from what is no plain file: take it out of the folder",
);

export function unreadable(cause: unknown): Problem {
  return error("file/unreadable", `Cannot read the file: ${reasonOf(cause)}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file, or its name is not UTF-8",
  EACCES: "no permission, let the build's user read it",
  EPERM: "no permission, let the build's user read it",
  EIO: "the disk reports an error",
  ELOOP: "its links go round in circles",
  EMFILE: "too many files are open",
  ESTALE: "the network folder has changed, build again",
};

export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return REASONS[code] ?? (code === "" ? "unknown reason" : code);
}
