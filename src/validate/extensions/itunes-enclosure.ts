import type { Element } from "../element.ts";
import { at, attribute } from "../element.ts";
import type { Rule } from "../rule.ts";

const FORMATS: ReadonlySet<string> = new Set(["m4a", "mp3", "mov", "mp4", "m4v", "pdf", "epub"]);

/** An episode must be in a format that podcast apps play. */
export const episodeFormat: Rule<Element> = {
  code: "itunes/format",
  w3c: "UnsupportedItunesFormat",
  severity: "warning",
  message: "Podcast apps do not play {value}: publish it as mp3, m4a, mp4, m4v, mov, pdf or epub, with that ending",
  spec: "https://podcasters.apple.com/support/823-podcast-requirements",
  example: "item",
  bad: '<itunes:block>no</itunes:block><enclosure url="https://example.org/a.ogg" length="1" type="audio/ogg"/>',
  good: '<itunes:block>no</itunes:block><enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/>',
  *check(item) {
    if (!item.children.some(({ key }) => key.startsWith("itunes:"))) return;
    for (const enclosure of item.children) {
      if (enclosure.key !== "enclosure") continue;
      const url = attribute(enclosure, "url") ?? "";
      const path = item.context.profile === "core" ? url.replace(/[?#].*$/s, "") : url;
      if (!FORMATS.has(path.split(".").at(-1) ?? "")) yield at(enclosure, { value: url });
    }
  },
};
