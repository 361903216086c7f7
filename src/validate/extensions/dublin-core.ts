import type { Kind } from "../element.ts";
import { anything, leaf, onlyOne, single } from "../kind.ts";
import { w3cdtfRules } from "../values/date.ts";
import { languageRules } from "../values/language.ts";
import { positiveInteger } from "../values/number.ts";
import { nonBlank, plainTextRules } from "../values/text.ts";
import { uriReference } from "../values/uri.ts";

/** An RDF statement about another page; its address stands in rdf:resource. */
export const resource: Kind = leaf([], { attributes: { "rdf:resource": uriReference, "dc:title": [] } });

/** Dublin Core, wherever it may stand. @see https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
export const dublinCore: Readonly<Record<string, Kind>> = {
  "dc:title": single(),
  "dc:description": single(),
  "dc:publisher": leaf(),
  "dc:contributor": leaf(),
  "dc:type": single(),
  "dc:format": single(),
  "dc:identifier": leaf(),
  "dc:source": single(),
  "dc:language": single(languageRules),
  "dc:relation": leaf(),
  "dc:coverage": leaf(),
  "dc:rights": single(plainTextRules),
  "dcterms:alternative": leaf(),
  "dcterms:abstract": single(),
  "dcterms:tableOfContents": { ...resource, ...onlyOne },
  "dcterms:created": single(w3cdtfRules),
  "dcterms:issued": single(w3cdtfRules),
  "dcterms:modified": single(w3cdtfRules),
  "dcterms:dateAccepted": single(),
  "dcterms:dateCopyrighted": single(),
  "dcterms:dateSubmitted": single(),
  "dcterms:extent": single([...positiveInteger, ...nonBlank]),
  "dcterms:audience": leaf(),
  "dcterms:mediator": single(),
  ...all(
    resource,
    "isVersionOf hasVersion isReplacedBy replaces isRequiredBy requires isPartOf hasPart isReferencedBy references",
  ),
  ...all(resource, "isFormatOf hasFormat conformsTo"),
  ...all(
    anything,
    "valid available spatial temporal accessRights accrualMethod accrualPeriodicity accrualPolicy bibliographicCitation",
  ),
  ...all(anything, "educationLevel instructionalMethod license provenance rightsHolder"),
  "rdf:RDF": anything,
  "rdf:type": anything,
  "rdf:Description": anything,
  "rdfs:seeAlso": resource,
};

function all(kind: Kind, names: string): Readonly<Record<string, Kind>> {
  return Object.fromEntries(names.split(" ").map((name) => [`dcterms:${name}`, kind]));
}
