import type { Rule, RuleText } from "../rule.ts";
import { absoluteUri } from "../values/uri.ts";
import type { UriFault } from "../values/uri-text.ts";
import { badCharacter, uriFault } from "../values/uri-text.ts";
import type { JsonText } from "./thing.ts";
import { NOWHERE, placeOf, sharedRule } from "./thing.ts";

const TEXTS: Readonly<Record<UriFault, RuleText>> = {
  malformed: sharedRule(absoluteUri, "uri/not-absolute"),
  tag: sharedRule(absoluteUri, "uri/tag"),
  uuid: sharedRule(absoluteUri, "uri/uuid"),
  urn: sharedRule(absoluteUri, "uri/urn"),
  character: sharedRule(absoluteUri, "uri/character"),
  "not-ascii": sharedRule(absoluteUri, "uri/not-ascii"),
  scheme: sharedRule(absoluteUri, "uri/scheme"),
  "old-scheme": sharedRule(absoluteUri, "uri/scheme-unknown-to-w3c"),
};

/** The rules of every address, with the codes they have in RSS: a `{value}` is an absolute URL (RFC 3986). */
export const address: readonly Rule<JsonText>[] = (Object.keys(TEXTS) as UriFault[]).map((fault) => ({
  ...TEXTS[fault],
  check(value) {
    if (addressFault(value.node.text) !== fault) return NOWHERE;
    return [placeOf(value, fault === "character" ? { character: badCharacter(value.node.text) } : undefined)];
  },
}));

let lastText = "";
let lastFault: UriFault | undefined = "malformed";

/** The rules ask one after the other about the same address, so the last answer is kept. */
function addressFault(text: string): UriFault | undefined {
  if (text !== lastText) {
    lastText = text;
    lastFault = /^https?:(?!\/\/[^/?#])/i.test(text) ? "malformed" : uriFault(text, "absolute", false);
  }
  return lastFault;
}
