import type { Decision, Rejected } from "../model/decision.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Draft, Evidence } from "../model/draft.ts";
import { firstGraphemes, hasForbidden, oneLine, quote } from "../text.ts";
import { fieldOf } from "./values.ts";

/** Grapheme clusters that a title has at most; headlines stay far below. */
const LONGEST = 500;

/** The headline: front matter, else what the text shows, strongest first. An empty `title:` is a slip, never an invitation to guess. */
export function decideTitle(draft: Draft, report: Report): Decision<string> | undefined {
  const found = fieldOf(draft.frontMatter, "title", report);
  const rejected: Rejected[] = draft.findings.titles.map(({ value, from, name }) => ({
    value: oneLine(value),
    from,
    ...(name !== undefined && { name }),
    why: found === undefined ? "weaker evidence" : "front matter decides",
  }));
  if (found === undefined) {
    const [first, ...others] = draft.findings.titles;
    if (first !== undefined)
      return published({ ...first, others: rejected.slice(rejected.length - others.length) }, report);
    report({
      code: "title/missing",
      severity: "error",
      message: "Cannot find a title: write title: and the headline into the front matter",
    });
    return undefined;
  }
  const { key, value } = found;
  const at = { field: [key] };
  if (value.kind !== "scalar") {
    report({
      code: "title/not-text",
      severity: "error",
      message: `Cannot use ${value.kind === "list" ? "a list" : "a group of fields"} as title: write one text in quotes`,
      at,
    });
    return undefined;
  }
  if (value.type === "null" || oneLine(value.text) === "") {
    report({
      code: "title/empty",
      severity: "error",
      message: `Cannot publish without a title: write it after ${quote(`${key}:`)}, in quotes when it begins with # or holds a colon`,
      at,
    });
    return undefined;
  }
  return published(
    { value: value.text, from: "front-matter", name: key, at, ...(rejected.length > 0 && { others: rejected }) },
    report,
  );
}

/** The title as it will be printed, with warnings about what readers will not show as it is meant. */
function published(
  evidence: Evidence<string> & { readonly others?: readonly Rejected[] },
  report: Report,
): Decision<string> {
  const at = evidence.at === undefined ? {} : { at: evidence.at };
  let value = oneLine(evidence.value);
  if (hasForbidden(evidence.value)) {
    report({
      code: "title/forbidden-character",
      severity: "warning",
      message: `Cannot publish a control character or noncharacter in the title ${quote(evidence.value)}: it was taken out`,
      ...at,
    });
  }
  const cut = firstGraphemes(value, LONGEST);
  if (cut !== value) {
    report({
      code: "title/too-long",
      severity: "warning",
      message: `Cannot publish a title of ${value.length} characters: it was cut after ${LONGEST}`,
      ...at,
    });
    value = cut;
  }
  const markup = /<\/?[a-z][^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i.exec(value)?.[0];
  if (markup !== undefined) {
    report({
      code: "title/markup",
      severity: "warning",
      message: `Cannot promise that every reader shows ${quote(markup)} in the title: write it in words, titles are plain text`,
      ...at,
    });
  }
  return { ...evidence, value };
}
