import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import type { Instant } from "./model/article.ts";
import type { Severity } from "./model/diagnostic.ts";
import { escapeControls } from "./text.ts";
import { checkDocument, DEFAULT_LIMITS, type DocumentCheck, type Finding, type Profile } from "./validate/index.ts";

export interface CheckSettings {
  /** Default: core, our own judgement; `w3c` answers as the W3C validator would. */
  readonly profile?: Profile;
  /** The least severity that is told. Default: info, everything. */
  readonly severity?: Severity;
  /** Codes that are not told. */
  readonly ignore?: readonly string[];
  /** Dates after it lie in the future; absent: nothing does. */
  readonly now?: Instant;
  /** Bytes of a document at most. */
  readonly bytes?: number;
}

/** A document and what is wrong with it. */
export interface CheckedFeed extends DocumentCheck {
  /** As it was named. */
  readonly file: string;
}

/** How a document came, where that tells something about it. */
export interface Origin {
  readonly contentType?: string;
  readonly url?: string;
}

/** Judges the bytes of a feed. */
export function checkBytes(
  bytes: Uint8Array,
  file: string,
  { profile = "core", severity = "info", ignore = [], now, bytes: most }: CheckSettings,
  origin: Origin = {},
): CheckedFeed {
  const judged = checkDocument(bytes, {
    profile,
    file,
    ...origin,
    ...(now !== undefined && { now }),
    ...(most !== undefined && { limits: { bytes: most } }),
  });
  return toldOf({ ...judged, file }, severity, ignore);
}

/** Judges a file. What cannot be read is told as a finding, for the other files go on. */
export function checkFile(path: string, file: string, settings: CheckSettings): CheckedFeed {
  const read = readUpTo(path, (settings.bytes ?? DEFAULT_LIMITS.bytes) + 1);
  return "bytes" in read ? checkBytes(read.bytes, file, settings) : unread(file, read.code, read.reason);
}

/** A document that could not be had. */
export function unread(file: string, code: Finding["code"], reason: string): CheckedFeed {
  const message = `Cannot read ${escapeControls(basename(file))}: ${reason}`;
  return {
    file,
    format: null,
    valid: false,
    text: "",
    diagnostics: [{ code, severity: "error", message, location: { file } }],
  };
}

const SEVERITIES: readonly Severity[] = ["info", "warning", "error"];

function toldOf(checked: CheckedFeed, least: Severity, ignore: readonly string[]): CheckedFeed {
  const diagnostics = checked.diagnostics.filter(
    ({ severity, code }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least) && !ignore.includes(code),
  );
  // What is ignored does not make a feed invalid, what is merely not shown does.
  const valid = !checked.diagnostics.some(({ severity, code }) => severity === "error" && !ignore.includes(code));
  return { ...checked, diagnostics, valid };
}

type ReadFile = { readonly bytes: Uint8Array } | { readonly code: Finding["code"]; readonly reason: string };

/** The first bytes of a file: one more than a limit tells that it is passed, and a device never fills the memory. */
function readUpTo(path: string, most: number): ReadFile {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    if (fstatSync(file).isDirectory()) return { code: "file/folder", reason: "it is a folder, name the feeds in it" };
    const chunks: Uint8Array[] = [];
    for (let left = most; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(left, 1_048_576));
      const length = readSync(file, chunk, 0, chunk.length, null);
      if (length === 0) break;
      chunks.push(chunk.subarray(0, length));
      left -= length;
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "ENOENT") return { code: "file/missing", reason: "there is no such file" };
    if (code === "EACCES") return { code: "file/unreadable", reason: "it is not yours to read, check its permissions" };
    return { code: "file/unreadable", reason: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
