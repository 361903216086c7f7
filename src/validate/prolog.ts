import type { RuleText } from "./rule.ts";

/** Rules of the document as XML, raised while it is read. */

const XML = "https://www.w3.org/TR/xml/";
const feed = (body: string) =>
  `<rss version="2.0"><channel><title>News</title><link>https://example.org/</link>${body}</channel></rss>`;
const fine = feed("<description>News</description>");
const example = { example: "document", severity: "error" } as const satisfies Partial<RuleText>;
const DOCTYPE = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"';

export const malformed: RuleText = {
  ...example,
  code: "xml/malformed",
  w3c: "SAXError",
  message: "This is not well-formed XML, and nine of twenty readers lose the whole feed here: {reason}",
  spec: `${XML}#sec-well-formed`,
  bad: feed("<description>Rain & storm</description>"),
  good: feed("<description>Rain &amp; storm</description>"),
};

export const undefinedEntity: RuleText = {
  ...example,
  code: "xml/entity",
  w3c: "SAXError",
  message: "XML knows no such named character, nor are entities expanded here: write the character itself ({reason})",
  spec: `${XML}#wf-entdeclared`,
  bad: feed("<description>Rain&nbsp;storm</description>"),
  good: feed("<description>Rain&#xA0;storm</description>"),
};

export const declaredEntity: RuleText = {
  ...example,
  code: "xml/entity-declared",
  w3c: "ContainsSystemEntity",
  w3cSeverity: "info",
  message: "The document type declares entities, which no reader should expand: remove it",
  spec: `${XML}#sec-entity-decl`,
  bad: `<!DOCTYPE rss [<!ENTITY rain SYSTEM "https://example.org/rain">]>${fine}`,
  good: fine,
};

export const otherDoctype: RuleText = {
  ...example,
  code: "xml/doctype",
  w3c: "ContainsSystemEntity",
  severity: "warning",
  w3cSeverity: "info",
  message: "Feeds have no document type: remove it, since readers refuse it for their safety",
  spec: `${XML}#dtd`,
  bad: `<!DOCTYPE rss SYSTEM "https://example.org/rss.dtd">${fine}`,
  good: `${DOCTYPE} "http://www.rssboard.org/rss-0.91.dtd">${fine.replace("2.0", "0.91")}`,
};

export const oldDoctype: RuleText = {
  ...example,
  code: "xml/doctype-netscape",
  w3c: "DeprecatedDTD",
  message: "Netscape no longer serves this document type: remove it",
  spec: "https://www.rssboard.org/rss-0-9-1-netscape",
  bad: `${DOCTYPE} "http://my.netscape.com/publish/formats/rss-0.91.dtd">${fine.replace("2.0", "0.91")}`,
  good: `${DOCTYPE} "http://www.rssboard.org/rss-0.91.dtd">${fine.replace("2.0", "0.91")}`,
};

export const xmlVersion: RuleText = {
  ...example,
  code: "xml/version",
  w3c: "BadXmlVersion",
  message: "Readers know XML 1.0 alone, not {value}: write 1.0",
  spec: `${XML}#sec-prolog-dtd`,
  bad: `<?xml version="1.1"?>${fine}`,
  good: `<?xml version="1.0"?>${fine}`,
};

export const tooDeep: RuleText = {
  ...example,
  code: "document/too-deep",
  message: "The rest was not read: {reason}",
  spec: "https://www.rssboard.org/rss-specification",
  bad: feed(`<description>News</description>${"<a>".repeat(300)}`),
  good: fine,
};

export const tooSlow: RuleText = {
  ...example,
  code: "document/too-slow",
  message: "The rest was not read: {reason}",
  spec: "https://www.rssboard.org/rss-specification",
  bad: "",
  good: fine,
};

export const tooManyElements: RuleText = {
  ...example,
  code: "xml/too-many-elements",
  message: "The rest was not read, since there are more than {limit} elements and attributes: publish fewer stories",
  spec: "https://www.rssboard.org/rss-specification",
  bad: "",
  good: fine,
};

export const tooManyFaults: RuleText = {
  ...example,
  code: "xml/too-many-faults",
  message: "There are more than {limit} faults, and the rest is not told: correct these first",
  spec: "https://www.rssboard.org/rss-specification",
  bad: "",
  good: fine,
};

export const tooLarge: RuleText = {
  ...example,
  code: "document/too-large",
  w3c: "ValidatorLimit",
  message: "The document has more than {limit} bytes and was not read: publish fewer stories",
  spec: "https://www.rssboard.org/rss-specification",
  bad: "",
  good: fine,
};

export const isHtml: RuleText = {
  ...example,
  code: "document/html",
  w3c: "SAXError",
  message: "This is a web page, not a feed: check the address, or what the server answers there",
  spec: "https://www.rssboard.org/rss-specification#whatIsRss",
  bad: "<!doctype html><title>News</title><p>Rain",
  good: fine,
};

export const isEmpty: RuleText = {
  ...example,
  code: "document/empty",
  w3c: "SAXError",
  message: "The document is empty: publish the feed again",
  spec: "https://www.rssboard.org/rss-specification#whatIsRss",
  bad: " \n",
  good: fine,
};

export const unknownRoot: RuleText = {
  ...example,
  code: "document/unknown",
  w3c: "UndefinedElement",
  message: "A document that begins with {value} is no feed: publish RSS 2.0, Atom 1.0 or JSON Feed",
  spec: "https://www.rssboard.org/rss-specification#whatIsRss",
  bad: "<channel><title>News</title></channel>",
  good: fine,
};

export const otherFormat: RuleText = {
  ...example,
  code: "document/other-format",
  message: "{value} is a format that is not judged here: publish RSS 2.0, Atom 1.0 or JSON Feed",
  spec: "https://www.rssboard.org/rss-specification#whatIsRss",
  bad: '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>',
  good: fine,
};

/** Raised by `checkEntry` alone: what is joined into a feed must be one whole entry, or it could end the feed and begin another. */
export const notOneEntry: RuleText = {
  ...example,
  code: "document/not-one-entry",
  w3cSeverity: "error",
  message: "This is not one whole item or entry: close every element, and put nothing around it",
  spec: "https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt",
  bad: "",
  good: fine,
};

export const prologRules: readonly RuleText[] = [
  malformed,
  undefinedEntity,
  declaredEntity,
  otherDoctype,
  oldDoctype,
  xmlVersion,
  tooDeep,
  tooSlow,
  tooManyElements,
  tooManyFaults,
  tooLarge,
  isHtml,
  isEmpty,
  unknownRoot,
  otherFormat,
  notOneEntry,
];
