import { readFileSync } from "node:fs";

/** What servers are told of us. */
export const USER_AGENT: string = `wireroom/${versionOf(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))} (+feed validator)`;

function versionOf(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
