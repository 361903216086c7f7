import type { Element } from "./element.ts";
import { at } from "./element.ts";
import {
  ATOM,
  NAMESPACES,
  NEWS_NAMESPACES,
  nearMiss,
  preferredUri,
  UNSUPPORTED,
  USUAL_PREFIXES,
} from "./namespaces.ts";
import type { Place, Rule, RuleText } from "./rule.ts";
import { uriFault } from "./values/uri-text.ts";

const NAMES = "https://www.w3.org/TR/xml-names/";
const rss = (declaration: string) =>
  `<rss version="2.0" ${declaration}><channel><title>News</title><link>https://example.org/</link><description>News</description></channel></rss>`;
const atom = (declaration: string) => `<feed xmlns="http://www.w3.org/2005/Atom" ${declaration}/>`;

/** Each declaration of an element that a rule is about. */
function onDeclarations(
  text: Omit<RuleText, "example" | "spec"> & Partial<RuleText>,
  isWrong: (prefix: string, uri: string, element: Element) => boolean,
): Rule<Element> {
  return {
    example: "document",
    spec: NAMES,
    ...text,
    *check(element): Iterable<Place> {
      const { declares = {} } = element;
      for (const prefix in declares) {
        const uri = declares[prefix] ?? "";
        if (prefix === "xml" || prefix === "xmlns" || !isWrong(prefix, uri, element)) continue;
        const values = {
          prefix,
          uri,
          usual: NAMESPACES.get(uri) ?? "",
          preferred: preferredUri(prefix) ?? nearMiss(uri) ?? "",
        };
        yield { offset: at(element).offset, element: element.name, values };
      }
    },
  };
}

const MEDIA_TYPO = "http://search.yahoo.com/mrss";

function isKnown(uri: string): boolean {
  return NAMESPACES.has(uri) || uri === MEDIA_TYPO;
}

/** Rules of the namespaces that an element declares. */
export const namespaceRules: readonly Rule<Element>[] = [
  onDeclarations(
    {
      code: "namespace/media",
      w3c: "MediaRssNamespace",
      severity: "error",
      message: 'The namespace of Media RSS ends in a slash: write "http://search.yahoo.com/mrss/"',
      spec: "https://www.rssboard.org/media-rss#namespace-declaration",
      bad: rss(`xmlns:media="${MEDIA_TYPO}"`),
      good: rss(`xmlns:media="${MEDIA_TYPO}/"`),
    },
    (_, uri) => uri === MEDIA_TYPO,
  ),
  onDeclarations(
    {
      code: "namespace/prefix-taken",
      w3c: "ReservedPrefix",
      severity: "warning",
      message: "Readers that look at prefixes take {prefix} for {preferred}: choose another prefix for {uri}",
      bad: rss('xmlns:dc="https://example.org/ns"'),
      good: rss('xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    },
    (prefix, uri) =>
      USUAL_PREFIXES.has(prefix) && NAMESPACES.get(uri) !== prefix && uri !== MEDIA_TYPO && !NEWS_NAMESPACES.has(uri),
  ),
  onDeclarations(
    {
      code: "namespace/prefix-unusual",
      w3c: "NonstdPrefix",
      severity: "info",
      message: "Readers that look at prefixes expect {usual} for {uri}, not {prefix}: write the usual prefix",
      bad: rss('xmlns:dcore="http://purl.org/dc/elements/1.1/"'),
      good: rss('xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    },
    (prefix, uri) => prefix !== "" && !USUAL_PREFIXES.has(prefix) && NAMESPACES.has(uri),
  ),
  onDeclarations(
    {
      code: "namespace/prefix-avoid",
      w3c: "AvoidNamespacePrefix",
      severity: "warning",
      message: "Some readers of Atom cannot read the prefix {prefix}: make it the default namespace where it is used",
      spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
      bad: atom('xmlns:xhtml="http://www.w3.org/1999/xhtml"'),
      good: atom('xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    },
    (prefix, uri, { context, parent }) => {
      if (prefix === "atom" || prefix === "xhtml") return context.format === "atom";
      const usual = NAMESPACES.get(uri);
      return (
        prefix !== "" &&
        !USUAL_PREFIXES.has(prefix) &&
        (usual === "atom" || usual === "xhtml") &&
        (context.format === "atom" || !parent)
      );
    },
  ),
  onDeclarations(
    {
      code: "namespace/near-miss",
      severity: "error",
      w3cSeverity: "off",
      message: "The namespace {uri} is nearly {preferred}: write exactly that, or no reader knows its elements",
      bad: rss('xmlns:slash="http://purl.org/rss/1.0/modules/Slash"'),
      good: rss('xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'),
    },
    (_, uri) => uri !== MEDIA_TYPO && nearMiss(uri) !== undefined,
  ),
  onDeclarations(
    {
      code: "namespace/unknown-to-w3c",
      w3c: "UnknownNamespace",
      severity: "off",
      w3cSeverity: "warning",
      message: "The W3C validator does not know the namespace {uri}: its elements are not judged",
      bad: rss('xmlns:x="https://example.org/ns"'),
      good: rss('xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    },
    (prefix, uri) =>
      !USUAL_PREFIXES.has(prefix) &&
      !isKnown(uri) &&
      !UNSUPPORTED.has(uri) &&
      (uri === "" || uriFault(uri, "reference", true) === undefined),
  ),
  onDeclarations(
    {
      code: "namespace/unsupported-by-w3c",
      w3c: "UnsupportedNamespace",
      severity: "off",
      w3cSeverity: "info",
      message: "The W3C validator knows the namespace {uri} by name alone: its elements are not judged",
      bad: rss('xmlns:podcast="https://podcastindex.org/namespace/1.0"'),
      good: rss('xmlns:dc="http://purl.org/dc/elements/1.1/"'),
    },
    (prefix, uri) => !USUAL_PREFIXES.has(prefix) && UNSUPPORTED.has(uri),
  ),
  onDeclarations(
    {
      code: "namespace/old-wiki",
      w3c: "ObsoleteWikiNamespace",
      severity: "warning",
      message: "The namespace {uri} is obsolete: write {preferred}",
      spec: "https://web.resource.org/rss/1.0/modules/wiki/",
      bad: rss('xmlns:wiki="http://www.usemod.com/cgi-bin/mb.pl?ModWiki"'),
      good: rss('xmlns:wiki="http://purl.org/rss/1.0/modules/wiki/"'),
    },
    (prefix, uri) => prefix === "wiki" && uri.includes("usemod") && isKnown(uri),
  ),
  onDeclarations(
    {
      code: "namespace/space",
      w3c: "SAXError",
      severity: "error",
      message: "The namespace {uri} holds white space: write it as its specification does",
      bad: rss('xmlns:x="https://example.org/ my ns"'),
      good: rss('xmlns:x="https://example.org/my-ns"'),
    },
    (_, uri) => /\s/.test(uri.trim()),
  ),
  onDeclarations(
    {
      code: "namespace/not-a-uri",
      w3c: "InvalidIRI",
      severity: "error",
      message: "The namespace {uri} is no address: write it as its specification does",
      bad: rss('xmlns:x="http:///ns"'),
      good: rss('xmlns:x="http://example.org/ns"'),
    },
    (prefix, uri) => {
      if (uri === "" || /\s/.test(uri) || USUAL_PREFIXES.has(prefix) || isKnown(uri)) return false;
      const fault = uriFault(uri, "reference", true);
      return fault === "malformed" || fault === "character";
    },
  ),
];

/** Rules of the root's own namespace, raised while it is read. */
export const rootNamespace: RuleText = {
  code: "namespace/root",
  w3c: "InvalidNamespace",
  severity: "error",
  message: "{value} is in the namespace {uri}: RSS has none, Atom has http://www.w3.org/2005/Atom",
  spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
  example: "document",
  bad: '<feed xmlns="http://www.w3.org/2005/atom"/>',
  good: `<feed xmlns="${ATOM}"/>`,
};

export const rootWithoutNamespace: RuleText = {
  code: "namespace/missing",
  w3c: "MissingNamespace",
  severity: "error",
  message: '{value} is in no namespace: add xmlns="http://www.w3.org/2005/Atom"',
  spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
  example: "document",
  bad: "<feed/>",
  good: `<feed xmlns="${ATOM}"/>`,
};

export const oldAtom: RuleText = {
  code: "atom/obsolete",
  w3c: "ObsoleteNamespace",
  severity: "error",
  message: "This is Atom 0.3, which was a draft: publish Atom 1.0",
  spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
  example: "document",
  bad: '<feed version="0.3" xmlns="http://purl.org/atom/ns#"/>',
  good: `<feed xmlns="${ATOM}"/>`,
};

export const rootRules: readonly RuleText[] = [rootNamespace, rootWithoutNamespace, oldAtom];
