import { linksOf } from "./atom/links.ts";
import { relation } from "./atom/relation.ts";
import type { Element, Value } from "./element.ts";
import { at, attribute } from "./element.ts";
import type { Rule, RuleText } from "./rule.ts";
import { plain } from "./values/family.ts";

/** What no specification forbids, but readers were seen to break at. */
const READERS = "https://www.rssboard.org/rss-profile#data-types-characterdata";

const own = { severity: "warning", w3cSeverity: "off" } as const satisfies Partial<RuleText>;

/** Text of a title that some readers strip, or decode again. */
export const titleRules: readonly Rule<Value>[] = [
  plain(
    {
      ...own,
      code: "readers/title-markup",
      message:
        "The title {value} holds what looks like a tag or a reference: some readers strip or decode it, so say it in words",
      spec: READERS,
      example: "item",
      bad: "<title>Use &lt;b> tags</title>",
      good: "<category>Use &lt; with care</category>",
    },
    ({ text }) => /<\/?[a-zA-Z]|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/.test(text),
  ),
  plain(
    {
      ...own,
      code: "readers/title-lines",
      message:
        "The title {value} goes over several lines: write it on one, since four of twenty readers keep the breaks",
      spec: READERS,
      example: "item",
      bad: "<title>Storm\ncloses pier</title>",
      good: "<category>Storm closes pier</category>",
    },
    ({ text }) => /[\n\r\t]/.test(text),
  ),
];

/** Links and content of Atom. */
export const atomReaderRules: readonly Rule<Element>[] = [
  {
    ...own,
    code: "readers/self-before-alternate",
    message: "The self link comes first: put the alternate before it, since three readers take the first for the page",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    example: "feed",
    bad: '<link rel="self" href="https://example.org/feed.xml"/><link rel="alternate" href="https://example.org/"/>',
    good: '<link rel="alternate" href="https://example.org/"/><link rel="self" href="https://example.org/feed.xml"/>',
    *check(element) {
      const links = linksOf(element);
      const self = links.findIndex((link) => relation(link) === "self");
      const alternate = links.findIndex((link) => relation(link) === "alternate");
      const found = links[self];
      if (found && alternate > self) yield at(found);
    },
  },
  {
    ...own,
    code: "readers/self-twice",
    message: "There is another self link: keep one, since hubs need to know where the feed is",
    spec: "https://www.w3.org/TR/websub/#discovery",
    example: "feed",
    bad: '<link rel="self" href="https://example.org/feed.xml"/><link rel="self" href="https://example.org/2.xml"/>',
    good: '<link rel="self" href="https://example.org/feed.xml"/><link rel="hub" href="https://example.org/hub"/>',
    *check(element) {
      for (const link of linksOf(element)
        .filter((candidate) => relation(candidate) === "self")
        .slice(1))
        yield at(link);
    },
  },
  {
    ...own,
    code: "readers/xhtml-content",
    message: 'Readers corrupt XHTML in {value}: write type="html"',
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1.2",
    example: "entry",
    bad: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Rain</div></content>',
    good: '<content type="html">&lt;div>Rain&lt;/div></content>',
    *check(element) {
      for (const child of element.children) {
        const isText = child.key === "atom:content" || child.key === "atom:title" || child.key === "atom:summary";
        if (isText && attribute(child, "type") === "xhtml") yield at(child, { value: child.name });
      }
    },
  },
];
