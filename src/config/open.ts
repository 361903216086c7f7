import { readFileSync, statSync } from "node:fs";
import type { Diagnostic } from "../model/diagnostic.ts";
import { quote } from "../text.ts";
import { type LoadResult, loadOutlet } from "./load.ts";

/** Bytes of a configuration at most: room for tens of thousands of authors. */
const LARGEST = 5_000_000;

/**
 * Reads the configuration file of an outlet.
 *
 * @param path of `outlet.yaml`
 * @param name as problems call the file
 */
export function openOutlet(path: string, name: string): LoadResult {
  let bytes: Uint8Array;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return missing(name, "it is no file");
    if (stats.size > LARGEST) return missing(name, `it has more than ${LARGEST} bytes`);
    bytes = readFileSync(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    return missing(
      name,
      code === "ENOENT" ? "there is no such file" : code === "EACCES" ? "no permission" : String(code),
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder tells no place; the remedy is the same wherever it is.
    return told("config/encoding", `Cannot read the configuration ${quote(name)}: save it as UTF-8`, name);
  }
  return loadOutlet(text, name);
}

function missing(name: string, reason: string): LoadResult {
  return told(
    "config/missing",
    `Cannot read the configuration ${quote(name)}: ${reason}; write --config and its path, or make one with wireroom init`,
    name,
  );
}

function told(code: Diagnostic["code"], message: string, file: string): LoadResult {
  return { diagnostics: [{ code, severity: "error", message, location: { file } }] };
}
