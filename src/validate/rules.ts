import { feed } from "./atom/feed.ts";
import { questionableAtom } from "./atom/metadata.ts";
import type { Kind } from "./element.ts";
import { encodingRules } from "./encoding.ts";
import { namespaceRules, rootRules } from "./namespace-rules.ts";
import { prologRules } from "./prolog.ts";
import { rss } from "./rss/channel.ts";
import type { RuleText } from "./rule.ts";
import { structureRules } from "./structure.ts";
import { iriReference } from "./values/uri.ts";
import { wholeRules } from "./whole.ts";

/** Every rule of RSS, Atom and their namespaces: what the kinds of elements hold, and what is raised on the way. */
export const xmlRules: readonly RuleText[] = collect();

function collect(): readonly RuleText[] {
  const rules = new Map<string, RuleText>();
  const add = (rule: RuleText) => void (rules.has(rule.code) || rules.set(rule.code, rule));
  for (const rule of [
    ...encodingRules,
    ...prologRules,
    ...rootRules,
    ...namespaceRules,
    ...structureRules,
    ...wholeRules,
    ...iriReference,
  ])
    add(rule);
  const seen = new Set<Kind>();
  const visit = (kind: Kind | undefined) => {
    if (!kind || seen.has(kind)) return;
    seen.add(kind);
    for (const rule of [...(kind.rules ?? []), ...(kind.value ?? []), ...Object.values(kind.attributes ?? {}).flat()])
      add(rule);
    for (const [, rule] of kind.requires ?? []) add(rule);
    if (kind.once) add(kind.once);
    if (kind.requiredRule) add(kind.requiredRule);
    for (const child of kind.children?.values() ?? []) visit(child);
    visit(kind.inside);
    visit(kind.markup);
  };
  for (const kind of [rss, feed, ...questionableAtom.values()]) visit(kind);
  return [...rules.values()];
}
