import type { CheckOptions, DocumentCheck, EntryCheck, EntryFacts, Finding, HeadCheck, HeadFacts } from "../finding.ts";
import type { RuleText } from "../rule.ts";

/** Every rule about JSON Feed. */
export const jsonRules: readonly RuleText[] = [];

/** Judges a JSON Feed document. */
export function checkJsonFeed(bytes: Uint8Array, _options: CheckOptions): DocumentCheck {
  return { format: "json", valid: true, diagnostics: [], text: new TextDecoder().decode(bytes) };
}

/** Judges one item between the head and the tail of a document; places count from the start of the item. */
export function checkJsonEntry(
  _head: Uint8Array,
  entry: Uint8Array,
  _tail: Uint8Array,
  _options: CheckOptions,
): EntryCheck {
  return { diagnostics: [], declared: { bytes: entry.length, line: 1, column: 1 } };
}

/** Judges a document without items. */
export function checkJsonHead(_head: Uint8Array, _tail: Uint8Array, _options: CheckOptions): HeadCheck {
  return { diagnostics: [], declared: { line: 1, column: 1 } };
}

/** Judges what only the whole document shows: unique ids, order, size. */
export function checkJsonWhole(
  _head: HeadFacts,
  _entries: readonly EntryFacts[],
  _bytes: number,
  _options: CheckOptions,
): readonly Finding[] {
  return [];
}
