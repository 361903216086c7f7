import type { Kind, Value } from "../element.ts";
import { attribute, of } from "../element.ts";
import { single } from "../kind.ts";
import type { Rule } from "../rule.ts";
import { NOWHERE } from "../rule.ts";
import { plain, where } from "../values/family.ts";
import { nonBlank } from "../values/text.ts";
import { permalinkRules } from "../values/uri.ts";
import { uriFault } from "../values/uri-text.ts";

const GUID = "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt";
const PROFILE = "https://www.rssboard.org/rss-profile#element-channel-item-guid";

/** Whether a guid claims to be the address of a page. */
function isPermalink(value: Value): boolean {
  return (attribute(value.element, "isPermaLink") ?? "true") === "true";
}

const isPermaLink: readonly Rule<Value>[] = [
  plain(
    {
      code: "rss/is-permalink",
      w3c: "InvalidBooleanAttribute",
      severity: "error",
      message: "isPermaLink is {value}: write true or false",
      spec: GUID,
      example: "item",
      bad: '<guid isPermaLink="no">tag:example.org,2025:rain</guid>',
      good: '<guid isPermaLink="false">tag:example.org,2025:rain</guid>',
    },
    ({ raw }) => raw !== "true" && raw !== "false",
    "element",
  ),
];

const value: readonly Rule<Value>[] = [
  ...where(permalinkRules, isPermalink),
  {
    code: "rss/guid-no-permalink",
    w3c: "InvalidPermalink",
    severity: "error",
    message: 'The guid {value} is no page that can be opened: add isPermaLink="false"',
    spec: GUID,
    example: "item",
    bad: "<guid>tag:example.org,2025:rain</guid>",
    good: '<guid isPermaLink="false">tag:example.org,2025:rain</guid>',
    check(guid) {
      const isName = /^(?:tag:|urn:uuid:)/i.test(guid.text);
      const isWrong = isName && isPermalink(guid) && uriFault(guid.text, "reference", false) === undefined;
      return isWrong ? [of(guid)] : NOWHERE;
    },
  },
  {
    code: "rss/guid-short",
    w3c: "NotSufficientlyUnique",
    severity: "warning",
    message: "The guid {value} is a short number: readers that compare across feeds take it for another story's",
    spec: PROFILE,
    example: "item",
    bad: '<guid isPermaLink="false">12345678</guid>',
    good: '<guid isPermaLink="false">123456789</guid>',
    check(guid) {
      return !isPermalink(guid) && /^\d{1,8}$/.test(guid.text) ? [of(guid)] : NOWHERE;
    },
  },
  ...nonBlank,
];

/** @see https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt */
export const guid: Kind = single(value, { attributes: { isPermaLink } });
