import type { Problem } from "../model/diagnostic.ts";
import { quote } from "../text.ts";

/** The release could not be published: exit code 4. */
export class PublishProblem extends Error {
  readonly code: `publish/${string}`;
  constructor(code: PublishProblem["code"], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Does something with one path, and names the path when it fails. */
export function during<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw problemOf(path, cause);
  }
}

/** What failed, as an operator can use it. */
export function problemOf(path: string, cause: unknown): PublishProblem {
  if (cause instanceof PublishProblem) return cause;
  const errno = errnoOf(cause);
  // What has no number of the system is a mistake of ours, and stays one.
  if (errno === undefined) throw cause;
  return new PublishProblem(
    REASONS[errno]?.[0] ?? "publish/failed",
    `Cannot publish ${quote(path)}: ${reasonOf(cause)}`,
    cause,
  );
}

/** An error as the system would raise it, for what the system does not say: `during` names the path. */
export function systemError(errno: "ENOSPC" | "NOT_WHOLE"): Error {
  return Object.assign(new Error(errno), { code: errno });
}

/** A warning of something that did no harm to the release. */
export function leftOver(path: string, cause: unknown): Problem {
  return {
    code: "publish/left-over",
    severity: "warning",
    message: `Cannot remove ${quote(path)}: ${reasonOf(cause)}`,
  };
}

/** Why the system refused, and what to do. */
export function reasonOf(cause: unknown): string {
  const errno = errnoOf(cause) ?? "nothing more";
  return REASONS[errno]?.[1] ?? `the system says ${errno}`;
}

/** `ENOSPC`; undefined when it is no error of the system. */
export function errnoOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}

const FULL = ["publish/no-space", "the disk is full, free some space and build again"] as const;
const DENIED = ["publish/no-permission", "no permission, let the build's user write there"] as const;

const REASONS: Readonly<Record<string, readonly [PublishProblem["code"], string]>> = {
  ENOSPC: FULL,
  EDQUOT: ["publish/no-space", "the quota of the build's user is used up, free some space and build again"],
  EFBIG: ["publish/no-space", "files may not grow that large here, raise the limit (ulimit -f)"],
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: ["publish/no-permission", "the file system is read-only, mount it for writing"],
  EIO: ["publish/failed", "the disk reports an error, look at it before building again"],
  EXDEV: ["publish/failed", "it is on another file system than the output folder, keep the output folder on one"],
  EMFILE: ["publish/failed", "too many files are open, raise the limit (ulimit -n)"],
  ENFILE: ["publish/failed", "too many files are open on this machine"],
  ENAMETOOLONG: ["publish/failed", "its name is too long for this file system"],
  EBUSY: ["publish/failed", "something else is using it"],
  ESTALE: ["publish/failed", "the network folder has changed, build again"],
  NOT_WHOLE: [
    "publish/not-whole",
    "what was read back from the disk is not what was written, look for what is wrong with it",
  ],
  ENOENT: ["publish/failed", "something took it away meanwhile, build again"],
};
