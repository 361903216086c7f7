import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { file } from "../normalize/newsroom.ts";

const FIELDS = "---\ntitle: Rain in São Bento\ndate: 2026-04-03\n---\n";
const STORY = "It rained in São Bento — “all day”.\n\nThen it stopped. 🌧";

/** What every build so far has written into its manifest: a change here shows every story as changed. */
const FINGERPRINT = createHash("sha1").update(STORY, "utf8").digest("hex").slice(0, 16);

test.each([
  ["as it stands", `${FIELDS}${STORY}`],
  ["between white space", `${FIELDS}\n \u00a0\u3000${STORY}\u2003\ufeff\n\n`],
  ["with the line ends of Windows", `${FIELDS}${STORY}\n`.replaceAll("\n", "\r\n")],
  ["with the line ends of old Macs", `${FIELDS}${STORY}\n`.replaceAll("\n", "\r")],
  ["behind a mark of byte order", `\ufeff${FIELDS}${STORY}`],
  ["under other front matter", `---\ntitle: "Schnee — überall"\n---\n${STORY}`],
])("a story has one fingerprint: %s", (_, content) => {
  expect(file("rain.md", content).draft?.fingerprint).toBe(FINGERPRINT);
});

test("a story without front matter that begins with a letter of three bytes has the fingerprint of its text", () => {
  expect(file("rain.md", "\uff21 b").draft?.fingerprint).toBe(
    createHash("sha1").update("\uff21 b", "utf8").digest("hex").slice(0, 16),
  );
});
