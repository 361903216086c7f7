import { canonicalUri } from "../values/canonical-uri.ts";

/** Whether two addresses are the same, once relative ones are made whole and the form is canonical; a fragment does not count. */
export function sameAddress(first: string, second: string, base: string): boolean {
  return whole(first, base) === whole(second, base);
}

function whole(address: string, base: string): string {
  const around = base === "" ? undefined : base;
  // What stays relative is compared as it is written. An exception for each would take longer than everything else.
  const full = URL.canParse(address, around) ? new URL(address, around).href : address;
  return (canonicalUri(full) ?? full).replace(/#.*$/s, "");
}
