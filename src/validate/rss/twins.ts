import type { Element } from "../element.ts";
import { at } from "../element.ts";
import type { Rule, RuleText } from "../rule.ts";

const PROFILE = "https://www.rssboard.org/rss-profile#namespace-elements-dublin";

/** A core element and the one of a namespace that means the same: readers take either, or show both. */
interface Twins {
  readonly core: string;
  readonly other: string;
}

function twinRule(
  code: RuleText["code"],
  w3c: string,
  twins: readonly Twins[],
  example: "item" | "channel",
  bad: string,
  good: string,
): Rule<Element> {
  const others = new Set(twins.map(({ other }) => other));
  return {
    code,
    w3c,
    severity: "warning",
    message: "{value} and {other} say the same: keep one, since some readers show both",
    spec: PROFILE,
    example,
    bad,
    good,
    *check(element) {
      if (!element.children.some(({ key }) => others.has(key))) return;
      for (const { core, other } of twins) {
        if (!element.children.some((child) => child.key === core)) continue;
        const second = element.children.find((child) => child.key === other);
        if (second) yield { offset: at(second).offset, values: { value: core, other } };
      }
    },
  };
}

/** In an item. */
export const itemTwins: readonly Rule<Element>[] = [
  twinRule(
    "rss/item-twins",
    "DuplicateItemSemantics",
    [
      { core: "author", other: "dc:creator" },
      { core: "category", other: "dc:subject" },
      { core: "pubDate", other: "dc:date" },
      { core: "source", other: "dc:source" },
      { core: "guid", other: "atom:id" },
      { core: "pubDate", other: "atom:published" },
      { core: "creativeCommons:license", other: "cc:license" },
    ],
    "item",
    "<category>Rain</category><dc:subject>Rain</dc:subject>",
    "<category>Rain</category><dc:creator>Ana Ruiz</dc:creator>",
  ),
];

/** In a channel. */
export const channelTwins: readonly Rule<Element>[] = [
  twinRule(
    "rss/channel-twins",
    "DuplicateSemantics",
    [
      { core: "managingEditor", other: "dc:creator" },
      { core: "webMaster", other: "dc:publisher" },
      { core: "language", other: "dc:language" },
      { core: "copyright", other: "dc:rights" },
      { core: "pubDate", other: "dc:date" },
      { core: "lastBuildDate", other: "dcterms:modified" },
      { core: "category", other: "dc:subject" },
      { core: "generator", other: "admin:generatorAgent" },
      { core: "creativeCommons:license", other: "cc:license" },
    ],
    "channel",
    "<language>en</language><dc:language>en</dc:language>",
    "<language>en</language><dc:creator>Harbour News</dc:creator>",
  ),
];
