import type { Problem } from "../../model/diagnostic.ts";
import type { TextFindings } from "../../model/draft.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
export function readHtmlArticle(
  text: string,
  _o: { lexicon: CopyLexicon; language?: string },
): { findings: TextFindings; body: { format: "html"; text: string }; problems: readonly Problem[] } {
  return {
    findings: {
      titles: [],
      credits: [],
      contributors: [],
      related: [],
      notes: [],
      published: [],
      updated: [],
      tags: [],
    },
    body: { format: "html", text },
    problems: [],
  };
}
