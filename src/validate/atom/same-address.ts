import { canonicalUri } from "../values/canonical-uri.ts";

/** Whether two addresses are the same, once relative ones are made whole and the form is canonical; a fragment does not count. */
export function sameAddress(first: string, second: string, base: string): boolean {
  return whole(first, base) === whole(second, base);
}

function whole(address: string, base: string): string {
  let full = address;
  try {
    full = new URL(address, base === "" ? undefined : base).href;
  } catch {
    // Stays relative: it is compared as it is written.
  }
  return (canonicalUri(full) ?? full).replace(/#.*$/s, "");
}
