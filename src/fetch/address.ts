import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Asks for the addresses of a name; tests give their own. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

/**
 * Whether everybody on the internet means the same machine by an address. Loopback, private, link-local, mapped, translated and reserved
 * ones fail, and of IPv6 everything outside 2000::/3, the one block that is given out.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const isGivenOut = !("parts" in parsed) || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
  return isGivenOut && parsed.range() === "unicast";
}

/** The address that a host of a URL is written as; undefined: it is a name. The URL parser has turned 0x7f.1 into 127.0.0.1 by then. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}

/** Raised inside a connection, since only there is known what a name stands for at this moment. */
export class PrivateAddress extends Error {}

/**
 * Looks a name up for the very connection that asks, and gives it nothing but addresses that were checked: a name that stands for another
 * address a moment later (DNS rebinding) gains nothing.
 */
export function checkedLookup(
  isAllowed: (address: string) => boolean,
  resolve: Resolve = resolveBySystem,
): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (all) => {
        const checked = all.filter(({ address }) => isAllowed(address));
        const [first] = checked;
        if (!first) callback(new PrivateAddress(host), []);
        else if (options.all) callback(null, [...checked]);
        else callback(null, first.address, first.family);
      },
      (cause: NodeJS.ErrnoException) => callback(cause, []),
    );
  };
}

function resolveBySystem(host: string): Promise<readonly Resolved[]> {
  return new Promise((done, fail) => {
    systemLookup(host, { all: true }, (error, all) => (error ? fail(error) : done(all)));
  });
}
