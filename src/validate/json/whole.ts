import type { RuleText } from "../rule.ts";
import type { WholeRule } from "../whole.ts";
import { repeated, wholeRules } from "../whole.ts";
import { JSON_FEED } from "./structure.ts";

const feed = (...items: readonly string[]) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[${items.join(",")}]}`;
const item = (id: string, text = "Rain") => `{"id":${id},"content_text":"${text}"}`;

const own: readonly WholeRule[] = [
  {
    code: "json/id-twice",
    severity: "error",
    message: "Another item has the id {value} too: give each story its own, or readers hide one",
    spec: `${JSON_FEED}#items`,
    example: "json",
    bad: feed(item('"1"'), item("1")),
    good: feed(item('"1"'), item('"01"')),
    *find({ entries }) {
      for (const at of repeated(entries, ({ id }) => id))
        yield { at, element: "id", parent: "item", values: { value: at.id ?? "" } };
    },
  },
  {
    code: "json/burden",
    severity: "info",
    message: "The feed has {value} bytes: publish fewer stories or summaries, 250 KB are fine and 1 MB a burden",
    spec: `${JSON_FEED}#suggestions-for-publishers`,
    example: "json",
    bad: feed(item('"1"', "rain ".repeat(220_000))),
    good: feed(item('"1"', "rain ".repeat(50_000))),
    *find({ head, bytes }) {
      if (bytes > 1024 * 1024 && bytes <= 2 * 1024 * 1024) yield { at: head, values: { value: String(bytes) } };
    },
  },
];

/** What holds of items in every format. */
const SHARED: ReadonlySet<RuleText["code"]> = new Set(["feed/link-twice", "feed/order", "feed/too-large"]);

export const jsonWholeRules: readonly WholeRule[] = [...own, ...wholeRules.filter(({ code }) => SHARED.has(code))];
export const ownWholeRules: readonly RuleText[] = own;
