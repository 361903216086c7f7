import type { Kind } from "../element.ts";
import { resource } from "../extensions/dublin-core.ts";
import { leaf, nodes, single, table } from "../kind.ts";
import { missingElement } from "../structure.ts";
import { addressRules, nameRules } from "../values/email.ts";
import { nonBlank, noSpaceAround, plainTextRules } from "../values/text.ts";
import { iriReference } from "../values/uri.ts";
import { xhtmlDiv } from "./xhtml.ts";

/** Authors and contributors. @see https://www.rfc-editor.org/rfc/rfc4287#section-3.2 */
export const person: Kind = nodes(
  table({
    "atom:name": single([...plainTextRules, ...nameRules, ...nonBlank]),
    "atom:email": single(addressRules),
    "atom:uri": single([...nonBlank, ...iriReference, ...noSpaceAround]),
    "foaf:workplaceHomepage": resource,
    "foaf:homepage": resource,
    "foaf:weblog": resource,
    "foaf:plan": leaf(),
    "foaf:firstName": leaf(),
    "xhtml:div": xhtmlDiv,
  }),
  { attributes: { "rdf:parseType": [] }, requires: [["atom:name", missingElement]] },
);
