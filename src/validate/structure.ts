import type { RuleText } from "./rule.ts";

/** Rules that hold for every element by its kind; the walk raises them, so they have no check of their own. */

const RSS = "https://www.rssboard.org/rss-specification";
const ATOM = "https://www.rfc-editor.org/rfc/rfc4287";

export const undefinedElement: RuleText = {
  code: "element/undefined",
  w3c: "UndefinedElement",
  severity: "error",
  message: "There is no {value} in {parent}: check the spelling, or put it into a namespace",
  spec: `${RSS}#extendingRss`,
  example: "item",
  bad: "<summary>Rain</summary>",
  good: '<x:summary xmlns:x="https://example.org/ns">Rain</x:summary>',
};

export const newerElement: RuleText = {
  code: "element/unknown-to-w3c",
  w3c: "UndefinedElement",
  severity: "off",
  w3cSeverity: "error",
  message: "The W3C validator does not know {value}: it was specified since",
  spec: "https://www.rssboard.org/media-rss",
  example: "item",
  bad: '<media:license type="text/html" href="https://example.org/terms">CC BY</media:license>',
  good: "<media:copyright>Harbour News</media:copyright>",
};

export const duplicateElement: RuleText = {
  code: "element/duplicate",
  w3c: "DuplicateElement",
  severity: "error",
  message: "There is more than one {value} in {parent}: keep one, since readers take the first or the last",
  spec: RSS,
  example: "item",
  bad: "<pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate><pubDate>Tue, 19 Aug 2025 11:30:00 GMT</pubDate>",
  good: "<category>Rain</category><category>Weather</category>",
};

export const unexpectedText: RuleText = {
  code: "element/text",
  w3c: "UnexpectedText",
  severity: "error",
  message: "Text stands between the elements of {value}: remove it, or put it into an element",
  spec: RSS,
  example: "channel",
  bad: "<image>Rain<url>https://example.org/a.png</url><title>News</title><link>https://example.org/</link></image>",
  good: "<image> <url>https://example.org/a.png</url><title>News</title><link>https://example.org/</link></image>",
};

export const missingElement: RuleText = {
  code: "element/missing",
  w3c: "MissingElement",
  severity: "error",
  message: "{parent} has no {value}: add one",
  spec: `${ATOM}#section-4.1`,
  example: "entry",
  bad: "<contributor><uri>https://example.org/ana</uri></contributor>",
  good: "<contributor><name>Ana Ruiz</name></contributor>",
};

export const missingTitle: RuleText = {
  code: "rss/title-missing",
  w3c: "MissingTitle",
  severity: "error",
  message: "{parent} has no title: add one",
  spec: `${RSS}#requiredChannelElements`,
  example: "channel",
  bad: "<image><url>https://example.org/a.png</url><link>https://example.org/</link></image>",
  good: "<image><url>https://example.org/a.png</url><title>News</title><link>https://example.org/</link></image>",
};

export const missingLink: RuleText = {
  code: "rss/link-missing",
  w3c: "MissingLink",
  severity: "error",
  message: "{parent} has no link: add the address of the page it belongs to",
  spec: `${RSS}#requiredChannelElements`,
  example: "channel",
  bad: "<image><url>https://example.org/a.png</url><title>News</title></image>",
  good: "<image><url>https://example.org/a.png</url><title>News</title><link>https://example.org/</link></image>",
};

export const missingDescription: RuleText = {
  code: "rss/description-missing",
  w3c: "MissingDescription",
  severity: "error",
  message: "{parent} has no description: add one",
  spec: `${RSS}#requiredChannelElements`,
  example: "channel",
  bad: "<textInput><title>Search</title><name>q</name><link>https://example.org/</link></textInput>",
  good:
    "<textInput><title>Search</title><description>Search the archive</description><name>q</name>" +
    "<link>https://example.org/</link></textInput>",
};

export const missingAttribute: RuleText = {
  code: "attribute/missing",
  w3c: "MissingAttribute",
  severity: "error",
  message: "{parent} has no attribute {value}: add it",
  spec: `${RSS}#ltenclosuregtSubelementOfLtitemgt`,
  example: "item",
  bad: '<enclosure url="https://example.org/a.mp3" type="audio/mpeg"/>',
  good: '<enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="0"/>',
};

export const missingHref: RuleText = {
  code: "atom/href-missing",
  w3c: "MissingHref",
  severity: "error",
  message: "{parent} has no href: add the address",
  spec: `${ATOM}#section-4.2.7.1`,
  example: "entry",
  bad: '<link rel="related"/>',
  good: '<link rel="related" href="https://example.org/rain"/>',
};

export const unexpectedAttribute: RuleText = {
  code: "attribute/unexpected",
  w3c: "UnexpectedAttribute",
  severity: "error",
  message: "There is no attribute {value} of {parent}: remove it",
  spec: RSS,
  example: "item",
  bad: '<category scheme="https://example.org/tags">Rain</category>',
  good: '<category domain="https://example.org/tags">Rain</category>',
};

export const extensionAttribute: RuleText = {
  code: "attribute/extension",
  w3c: "UseOfExtensionAttr",
  severity: "warning",
  message: "The attribute {value} is from another namespace: RSS readers may refuse it on {parent}",
  spec: `${RSS}#extendingRss`,
  example: "item",
  bad: '<category x:weight="1" xmlns:x="https://example.org/ns">Rain</category>',
  good: '<x:category weight="1" xmlns:x="https://example.org/ns">Rain</x:category>',
};

export const notInANamespace: RuleText = {
  code: "element/not-in-a-namespace",
  w3c: "NotInANamespace",
  severity: "error",
  message: "The element {value} is not in a namespace: give it the prefix of {parent}",
  spec: `${RSS}#extendingRss`,
  example: "item",
  bad: '<x:photo xmlns:x="https://example.org/ns"><taken>2025</taken></x:photo>',
  good: '<x:photo xmlns:x="https://example.org/ns"><x:taken>2025</x:taken></x:photo>',
};

export const undeterminable: RuleText = {
  code: "element/without-vocabulary",
  w3c: "UndeterminableVocabulary",
  severity: "warning",
  message: "The element {value} is not in a namespace: nobody can tell what it means",
  spec: `${ATOM}#section-6.4`,
  example: "entry",
  bad: '<weather xmlns="">rain</weather>',
  good: '<weather xmlns="https://example.org/ns">rain</weather>',
};

export const misplacedXhtml: RuleText = {
  code: "element/misplaced-xhtml",
  w3c: "MisplacedXHTMLContent",
  severity: "warning",
  message: "Readers do not look for XHTML in {parent}: put it into the content",
  spec: `${ATOM}#section-3.1.1.3`,
  example: "entry",
  bad: '<p xmlns="http://www.w3.org/1999/xhtml">Rain</p>',
  good: '<rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rain</p></div></rights>',
};

export const questionableUsage: RuleText = {
  code: "element/questionable",
  w3c: "QuestionableUsage",
  severity: "warning",
  message: "Readers do not look for {value} in {parent}: put it into the feed or the entry",
  spec: `${ATOM}#section-6.3`,
  example: "item",
  bad: '<atom:rights xmlns:atom="http://www.w3.org/2005/Atom">Harbour News</atom:rights>',
  good: "<dc:rights>Harbour News</dc:rights>",
};

export const badCharacters: RuleText = {
  code: "text/bad-characters",
  w3c: "BadCharacters",
  severity: "warning",
  message: "The text holds characters that come from a wrong encoding, near {value}: save the story in utf-8",
  spec: "https://www.w3.org/TR/xml/#charsets",
  example: "item",
  bad: "<category>Rain\u0097</category>",
  good: "<category>Rain\u2014</category>",
};

export const structureRules: readonly RuleText[] = [
  undefinedElement,
  newerElement,
  duplicateElement,
  unexpectedText,
  missingElement,
  missingTitle,
  missingLink,
  missingDescription,
  missingAttribute,
  missingHref,
  unexpectedAttribute,
  extensionAttribute,
  notInANamespace,
  undeterminable,
  misplacedXhtml,
  questionableUsage,
  badCharacters,
];
