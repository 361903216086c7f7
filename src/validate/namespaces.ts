/** Namespaces that the W3C validator knows, with the prefix that is usual for each. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "http://www.bloglines.com/about/specs/fac-1.0": "access",
    "http://webns.net/mvcb/": "admin",
    "http://purl.org/rss/1.0/modules/aggregation/": "ag",
    "http://purl.org/rss/1.0/modules/annotate/": "annotate",
    "http://www.w3.org/2007/app": "app",
    "http://media.tangent.org/rss/1.0/": "audio",
    "http://backend.userland.com/blogChannelModule": "blogChannel",
    "http://web.resource.org/cc/": "cc",
    "http://www.microsoft.com/schemas/rss/core/2005": "cf",
    "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
    "http://purl.org/rss/1.0/modules/company": "company",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://conversationsnetwork.org/rssNamespace-1.0/": "conversationsNetwork",
    "http://my.theinfo.org/changed/1.0/rss/": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/email/": "email",
    "http://purl.org/rss/1.0/modules/event/": "ev",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://geourl.org/rss/module/": "geourl",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://postneo.com/icbm": "icbm",
    "http://purl.org/rss/1.0/modules/image/": "image",
    "urn:atom-extension:indexing": "indexing",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://purl.org/rss/1.0/modules/link/": "l",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1998/Math/MathML": "mathml",
    "http://a9.com/-/spec/opensearchrss/1.0/": "opensearch10",
    "http://a9.com/-/spec/opensearch/1.1/": "opensearch",
    "http://www.opml.org/spec2": "opml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://purl.org/rss/1.0/modules/reference/": "ref",
    "http://purl.org/rss/1.0/modules/richequiv/": "reqv",
    "http://purl.org/rss/1.0/modules/rss091#": "rss091",
    "http://purl.org/rss/1.0/modules/search/": "search",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/servicestatus/": "ss",
    "http://hacks.benhammersley.com/rss/streaming/": "str",
    "http://purl.org/rss/1.0/modules/subscription/": "sub",
    "http://feedsync.org/2007/feedsync": "sx",
    "http://www.w3.org/2000/svg": "svg",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/taxonomy/": "taxo",
    "http://purl.org/rss/1.0/modules/threading/": "thr",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://purl.org/rss/1.0/modules/wiki/": "wiki",
    "http://www.usemod.com/cgi-bin/mb.pl?ModWiki": "wiki",
    "http://schemas.xmlsoap.org/soap/envelope/": "soap",
    "http://www.w3.org/2005/Atom": "atom",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://my.netscape.com/rdf/simple/0.9/": "rss090",
    "http://purl.org/rss/1.0/": "rss1",
    "http://purl.org/net/rss1.1#": "rss11",
    "http://base.google.com/ns/1.0": "g",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://openid.net/xmlns/1.0": "openid",
    "http://earth.google.com/kml/2.0": "kml20",
    "http://earth.google.com/kml/2.1": "kml21",
    "http://www.opengis.net/kml/2.2": "kml22",
    "http://www.w3.org/1999/xlink": "xlink",
    "xri://$xrd*($v*2.0)": "xrd",
    "xri://$xrds": "xrds",
  }),
);

/** Prefixes of the vocabularies whose elements we know one by one: in profile core, only theirs can be misspelt. */
export const JUDGED_PREFIXES: ReadonlySet<string> = new Set(
  "atom content creativeCommons dc dcterms fh geo georss gml itunes media slash sy thr wfw xhtml".split(" "),
);

/** Namespaces that the W3C validator names, but does not judge. */
export const UNSUPPORTED: ReadonlySet<string> = new Set([
  "http://schemas.google.com/g/2005",
  "http://www.rawvoice.com/rawvoiceRssModule/",
  "https://schema.org/",
  "http://schema.org/",
  "https://podcastindex.org/namespace/1.0",
  "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
]);

/** More namespaces that news feeds use, with the prefix that is usual for each. */
export const NEWS_NAMESPACES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://webfeeds.org/rss/1.0": "webfeeds",
    "http://www.smartnews.be/snf": "snf",
    "http://schemas.ingestion.microsoft.com/common/": "mi",
    "http://news.yandex.ru": "yandex",
    "http://source.scripting.com/": "source",
    "http://purl.org/atompub/tombstones/1.0": "at",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.google.com/schemas/play-podcasts/1.0": "googleplay",
    "http://schemas.google.com/g/2005": "gd",
    "http://www.rawvoice.com/rawvoiceRssModule/": "rawvoice",
    "http://www.rssboard.org/media-rss": "media",
    "https://schema.org/": "schema",
    "http://schema.org/": "schema",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://www.w3.org/2005/11/its": "its",
    "com-wordpress:feed-additions:1": "wp",
    "http://creativecommons.org/ns#": "ccns",
    "http://ozonehouse.com/dcsubject/": "dcs",
  }),
);

export const ATOM = "http://www.w3.org/2005/Atom";
export const XHTML = "http://www.w3.org/1999/xhtml";
export const SVG = "http://www.w3.org/2000/svg";
export const MATHML = "http://www.w3.org/1998/Math/MathML";

/** A namespace without case and what punctuation it ends with: how the W3C validator compares them. */
function loose(uri: string): string {
  return uri.replace(/\W+$/, "").toLowerCase();
}

const LOOSE = new Map([...NAMESPACES].map(([uri, prefix]) => [loose(uri), prefix]));

/** The usual prefix of a namespace, or of the one it was probably meant to be. */
export function usualPrefix(uri: string): string | undefined {
  return NAMESPACES.get(uri) ?? LOOSE.get(loose(uri));
}

/** Whether a namespace is one of the known ones but for case or punctuation at its end. */
export function nearMiss(uri: string): string | undefined {
  if (NAMESPACES.has(uri)) return undefined;
  const prefix = LOOSE.get(loose(uri));
  return prefix === undefined ? undefined : preferredUri(prefix);
}

/** The namespace that a prefix usually stands for. */
export function preferredUri(prefix: string): string | undefined {
  for (const [uri, usual] of NAMESPACES) if (usual === prefix) return uri;
  return undefined;
}

export const USUAL_PREFIXES: ReadonlySet<string> = new Set(NAMESPACES.values());
