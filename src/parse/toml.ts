import { parse, TomlDate, TomlError } from "smol-toml";
import type { Problem } from "../model/diagnostic.ts";
import type { FieldMap, FieldValue } from "../model/draft.ts";

/** Reads TOML; long whole numbers and dates keep their text. */
export function readToml(text: string): { readonly value: FieldMap } | { readonly problem: Problem } {
  try {
    const value = fieldOf(parse(text, { integersAsBigInt: true, maxDepth: 32 }));
    return value.kind === "map" ? { value } : { value: { kind: "map", entries: new Map() } };
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [reason = "it is no TOML"] = cause.message.replace(/^Invalid TOML document: /, "").split("\n");
    return {
      problem: {
        code: "front-matter/toml",
        severity: "error",
        message: `Cannot read the TOML front matter: ${reason}`,
        at: { line: cause.line, column: cause.column },
      },
    };
  }
}

function fieldOf(node: unknown): FieldValue {
  if (node instanceof TomlDate) return { kind: "scalar", type: "string", text: node.toISOString(), quoted: false };
  if (Array.isArray(node)) return { kind: "list", items: node.map(fieldOf) };
  if (typeof node === "object" && node !== null) {
    return { kind: "map", entries: new Map(Object.entries(node).map(([key, value]) => [key, fieldOf(value)])) };
  }
  const type =
    typeof node === "bigint" || typeof node === "number" ? "number" : typeof node === "boolean" ? "boolean" : "string";
  return { kind: "scalar", type, text: String(node), quoted: type === "string" };
}
