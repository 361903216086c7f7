import { readFileSync } from "node:fs";

/** The version of the package. */
export const VERSION: string = versionOf(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

function versionOf(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
