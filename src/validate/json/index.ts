import { inOrder, locateAll } from "../document.ts";
import type { CheckOptions, DocumentCheck, EntryCheck, EntryFacts, Finding, HeadCheck, HeadFacts } from "../finding.ts";
import { isEmpty, notOneEntry } from "../prolog.ts";
import type { RuleText } from "../rule.ts";
import { judgeWhole } from "../whole.ts";
import { readFeed, readItem } from "./document.ts";
import { jsonRules } from "./rules.ts";
import { textAfter, tooManyFaults } from "./syntax.ts";
import type { JsonContext } from "./thing.ts";
import { jsonWholeRules } from "./whole.ts";

export { jsonRules };

/** Judges a JSON Feed document. */
export function checkJsonFeed(bytes: Uint8Array, options: CheckOptions): DocumentCheck {
  const { isFeed, found, head, entries, text, node, locate } = readFeed(bytes, options);
  const whole = node?.type === "object" ? checkJsonWhole(head, entries, bytes.length, options) : [];
  const diagnostics = inOrder([...locateAll(found, options, locate), ...whole]);
  const valid = !diagnostics.some(({ severity }) => severity === "error");
  return { format: isFeed ? "json" : null, valid, diagnostics, text };
}

/**
 * Judges one item between the head and the tail of a document; places count from the start of the item. Nothing in an item depends on
 * the others, and of the head only the version matters, so the item is read alone.
 */
export function checkJsonEntry(
  head: Uint8Array,
  entry: Uint8Array,
  tail: Uint8Array,
  options: CheckOptions,
): EntryCheck {
  const { found, node, locate, declared } = readItem(entry, versionOf(head, tail, options), options);
  const all = found.map(({ rule, place }) => ({ rule: NOT_ONE.has(rule) ? notOneEntry : rule, place }));
  if (node && !declared) all.push({ rule: notOneEntry, place: { offset: node.at } });
  const diagnostics = inOrder(locateAll(all, options, locate));
  return { diagnostics, declared: declared ?? { line: 1, column: 1, bytes: entry.length } };
}

/** Judges a document without items. */
export function checkJsonHead(head: Uint8Array, tail: Uint8Array, options: CheckOptions): HeadCheck {
  const { found, locate, head: declared } = readFeed(Buffer.concat([head, tail]), options);
  return { diagnostics: inOrder(locateAll(found, options, locate)), declared };
}

/** Judges what only the whole document shows: unique ids, order, size. */
export function checkJsonWhole(
  head: HeadFacts,
  entries: readonly EntryFacts[],
  bytes: number,
  options: CheckOptions,
): readonly Finding[] {
  const whole = { format: "json", head, entries, bytes } as const;
  return judgeWhole(whole, options.profile ?? "core", options.file ?? "", jsonWholeRules, tooManyFaults);
}

/** What tells that an item is none, or more than one. */
const NOT_ONE: ReadonlySet<RuleText> = new Set([isEmpty, textAfter]);

interface KnownHead {
  readonly tail: Uint8Array;
  readonly version: JsonContext["version"];
}

/** A build judges every story between the same head and tail. */
const known = new WeakMap<Uint8Array, KnownHead>();

function versionOf(head: Uint8Array, tail: Uint8Array, options: CheckOptions): JsonContext["version"] {
  const before = known.get(head);
  if (before?.tail === tail) return before.version;
  const { version } = readFeed(Buffer.concat([head, tail]), options).context;
  known.set(head, { tail, version });
  return version;
}
