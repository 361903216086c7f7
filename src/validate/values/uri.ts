import type { Value } from "../element.ts";
import type { ExamplePlace, Rule, RuleText } from "../rule.ts";
import { canonicalUri } from "./canonical-uri.ts";
import { family } from "./family.ts";
import type { UriFault, UriForm } from "./uri-text.ts";
import { badCharacter, uriFault } from "./uri-text.ts";

const RFC3986 = "https://www.rfc-editor.org/rfc/rfc3986#section-3";
const RFC3987 = "https://www.rfc-editor.org/rfc/rfc3987#section-2.2";

/** Rules of everything that should be an address, whatever names it. */
const shared = {
  tag: {
    code: "uri/tag",
    w3c: "InvalidTAG",
    severity: "error",
    message: "{value} is no tag: address: write tag:HOST,YEAR:NAME with a lower-case host",
    spec: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
    example: "entry",
    bad: "<id>tag:example.org:story</id>",
    good: "<id>tag:example.org,2025:story</id>",
  },
  uuid: {
    code: "uri/uuid",
    w3c: "InvalidUUID",
    severity: "error",
    message: "{value} is no UUID: write 8-4-4-4-12 hexadecimal digits",
    spec: "https://www.rfc-editor.org/rfc/rfc9562#section-4",
    example: "entry",
    bad: "<id>urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950</id>",
    good: "<id>urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950a</id>",
  },
  urn: {
    code: "uri/urn",
    w3c: "InvalidURN",
    severity: "error",
    message: "{value} is no URN: write urn:NAMESPACE:NAME without spaces, slashes or a bare percent sign",
    spec: "https://www.rfc-editor.org/rfc/rfc8141#section-2",
    example: "entry",
    bad: "<id>urn:isbn:a/b c</id>",
    good: "<id>urn:isbn:9780141036144</id>",
  },
  character: {
    code: "uri/character",
    w3c: "InvalidUriChar",
    severity: "error",
    message: "The address {value} holds the character {character}: percent-encode it",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-2",
    example: "item",
    bad: "<link>https://example.org/a b</link>",
    good: "<link>https://example.org/a%20b</link>",
  },
  "not-ascii": {
    code: "uri/not-ascii",
    w3c: "UriNotIri",
    severity: "error",
    message: "The address {value} holds characters beyond ASCII: percent-encode them, and write the host in Punycode",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-2",
    example: "item",
    bad: "<link>https://example.org/caf\u00e9</link>",
    good: "<link>https://example.org/caf%C3%A9</link>",
  },
  scheme: {
    code: "uri/scheme",
    w3c: "SchemeNotIANARegistered",
    severity: "warning",
    message: "The scheme of {value} is not registered: readers cannot open it",
    spec: "https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml",
    example: "item",
    bad: "<link>htp://example.org/story</link>",
    good: "<link>http://example.org/story</link>",
  },
  "old-scheme": {
    code: "uri/scheme-unknown-to-w3c",
    w3c: "SchemeNotIANARegistered",
    severity: "off",
    w3cSeverity: "warning",
    message: "The W3C validator does not know the scheme of {value}: it was registered since",
    spec: "https://www.iana.org/assignments/uri-schemes/uri-schemes.xhtml",
    example: "item",
    bad: "<link>webcal://example.org/story</link>",
    good: "<link>ftp://example.org/story</link>",
  },
} as const satisfies Readonly<Record<Exclude<UriFault, "malformed">, RuleText>>;

interface UriOptions {
  /** Characters beyond ASCII are fine: Atom speaks of IRIs. */
  readonly iri?: boolean;
  readonly names?: "attribute" | "element";
}

function uriRules(
  form: UriForm,
  malformed: RuleText,
  { iri = false, names = "attribute" }: UriOptions = {},
): readonly Rule<Value>[] {
  return family(
    (value) => {
      const fault = uriFault(value.text, form, iri);
      if (fault === undefined) return [];
      return [{ is: fault, ...(fault === "character" && { values: { character: badCharacter(value.text) } }) }];
    },
    { malformed, ...shared },
    names,
  );
}

function malformed(
  code: RuleText["code"],
  w3c: string,
  message: string,
  spec: string,
  example: ExamplePlace,
  bad: string,
  good: string,
): RuleText {
  return { code, w3c, severity: "error", message, spec, example, bad, good };
}

const notAbsolute = malformed(
  "uri/not-absolute",
  "InvalidFullLink",
  "{value} is no absolute address: write it with its scheme, like https://example.org/story",
  RFC3986,
  "item",
  "<link>/story</link>",
  "<link>https://example.org/story</link>",
);

/** An address with a scheme, in ASCII: every address of RSS. */
export const absoluteUri = uriRules("absolute", notAbsolute);
/** An address with a scheme, of Atom. */
export const absoluteIri = uriRules("absolute", notAbsolute, { iri: true });

/** An address that may be relative, in ASCII. */
export const uriReference = uriRules(
  "reference",
  malformed(
    "uri/reference",
    "InvalidLink",
    "{value} is no address: write it like https://example.org/story",
    RFC3986,
    "feed",
    "<icon>http:/example.org/icon.png</icon>",
    "<icon>/icon.png</icon>",
  ),
);

/** An address that may be relative, of Atom. */
export const iriReference = uriRules(
  "reference",
  malformed(
    "uri/iri",
    "InvalidIRI",
    "{value} is no address: write it like https://example.org/story",
    RFC3987,
    "entry",
    '<link rel="related" href="http:///story"/>',
    '<link rel="related" href="story"/>',
  ),
  { iri: true },
);

/** An address that may be relative, in an attribute of an element that is named in the finding. */
export const uriAttribute = uriRules(
  "reference",
  malformed(
    "uri/attribute",
    "InvalidURIAttribute",
    "{value} is no address: write it like https://example.org/story",
    RFC3986,
    "entry",
    '<summary>Rain.</summary><content type="image/png" src="http:///a.png"/>',
    '<summary>Rain.</summary><content type="image/png" src="http://example.org/a.png"/>',
  ),
  { names: "element" },
);

/** The address of a page, for a guid that is one. */
export const permalinkRules = uriRules(
  "absolute",
  malformed(
    "rss/guid-not-a-url",
    "InvalidHttpGUID",
    'The guid {value} claims to be a page\'s address: add isPermaLink="false"',
    "https://www.rssboard.org/rss-specification#ltguidgtSubelementOfLtitemgt",
    "item",
    "<guid>12345678901</guid>",
    "<guid>http://example.org/story</guid>",
  ),
);

/** The page that an entry answers. RFC 4685 lets it be relative; the W3C validator does not. */
export const answeredIri = uriRules(
  "absolute",
  {
    ...malformed(
      "thr/relative",
      "InvalidIRI",
      "{value} is relative: write the address in full, since threads cross feeds",
      "https://www.rfc-editor.org/rfc/rfc4685#section-3",
      "entry",
      '<thr:in-reply-to ref="tag:example.org,2025:rain" href="rain"/>',
      '<thr:in-reply-to ref="tag:example.org,2025:rain" href="https://example.org/rain"/>',
    ),
    severity: "warning",
    w3cSeverity: "error",
  },
  { iri: true },
);

/** A permanent name: an absolute IRI in its canonical form, because it is compared character by character. */
export const permanentIri: readonly Rule<Value>[] = [
  ...absoluteIri,
  {
    code: "uri/not-canonical",
    w3c: "NonCanonicalURI",
    severity: "warning",
    message: "The id {value} can be written in other ways too: write {canonical}, or readers may take it for another",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6.1",
    example: "entry",
    bad: "<id>HTTP://Example.org:80/a/../story</id>",
    good: "<id>http://example.org/story</id>",
    *check(value) {
      const canonical = canonicalUri(value.text);
      if (canonical === value.raw || uriFault(value.text, "absolute", true) !== undefined) return;
      const { element } = value;
      const named = value.attribute
        ? { element: value.attribute.name }
        : { element: element.name, parent: element.parent?.name ?? "root" };
      yield { offset: element.end, ...named, values: { value: value.raw, canonical: canonical ?? "another" } };
    },
  },
];

const HTTP =
  /^https?:\/\/(?:(?:[0-9]{1,3}\.){3}[0-9a-z][-0-9a-z]*|[A-Z0-9-]+(?:\.[A-Z0-9-]+)*\.[A-Z0-9][-A-Z0-9]*)(?::\d+)?(?:\/|$)/i;

/** An http or https address, as enclosures and iTunes images need. */
export const webUrl: readonly Rule<Value>[] = family(
  (value) => (HTTP.test(value.text) && uriFault(value.text, "absolute", false) === undefined ? [] : [{ is: "notWeb" }]),
  {
    notWeb: malformed(
      "uri/not-web",
      "InvalidURLAttribute",
      "{value} is no web address: write it in full, like https://example.org/a.mp3, in ASCII",
      "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt",
      "item",
      '<enclosure url="/a.mp3" length="1" type="audio/mpeg"/>',
      '<enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/>',
    ),
  },
);
