import { VERSION } from "../version.ts";

/** What servers are told of us. */
export const USER_AGENT = `wireroom/${VERSION} (+feed validator)`;
