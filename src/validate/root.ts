import { entry } from "./atom/entry.ts";
import { feed } from "./atom/feed.ts";
import { questionableAtom } from "./atom/metadata.ts";
import type { Kind } from "./element.ts";
import { dublinCore } from "./extensions/dublin-core.ts";
import { geo } from "./extensions/geo.ts";
import { anything, table } from "./kind.ts";
import { oldAtom, rootNamespace, rootWithoutNamespace } from "./namespace-rules.ts";
import { ATOM } from "./namespaces.ts";
import { otherFormat, unknownRoot } from "./prolog.ts";
import { rss } from "./rss/channel.ts";
import type { RuleText } from "./rule.ts";
import type { XmlTag } from "./xml.ts";

/** What the root element makes of a document. */
export interface Root {
  /** Null: no feed. */
  readonly format: "rss" | "atom" | null;
  readonly kind: Kind;
  /** Namespaces of the core vocabulary. */
  readonly core: ReadonlySet<string>;
  readonly rule?: RuleText;
}

/** Tells the format of a document by its first tag. */
export function readRoot({ local, uri }: XmlTag): Root {
  if (local === "rss") {
    return { format: "rss", kind: rss, core: new Set(["", uri]), ...(uri !== "" && { rule: rootNamespace }) };
  }
  if (local === "feed" || local === "entry") {
    const kind = local === "feed" ? feed : entry;
    if (uri === ATOM) return { format: "atom", kind, core: new Set([ATOM]) };
    if (uri === "http://purl.org/atom/ns#")
      return { format: "atom", kind: anything, core: new Set([uri]), rule: oldAtom };
    const rule = uri === "" ? rootWithoutNamespace : rootNamespace;
    return { format: "atom", kind, core: new Set(uri === "" ? [""] : [ATOM, uri]), rule };
  }
  const isOther = ["RDF", "Channel", "opml", "OpenSearchDescription", "kml", "XRDS", "service", "categories"].includes(
    local,
  );
  return { format: null, kind: anything, core: new Set([uri]), rule: isOther ? otherFormat : unknownRoot };
}

/** Kinds that are judged wherever they stand, though readers look for them elsewhere. */
export const questionable = table(questionableAtom, dublinCore, geo);
