import { diagnosticLine, placeText } from "../diagnostics/line.ts";
import { escapeControls, firstGraphemes } from "../text.ts";
import type { Considered, Explained, Explanation } from "./explanation.ts";

/** Characters of a value that are shown. */
const WIDEST = 100;

/** How an article was understood, for a person: a field a line, where it came from behind it, what lost below it. */
export function explanationText(explanation: Explanation): string {
  const { file, kind, title, published, updated, id, url, section, tags, language, summary, status } = explanation;
  const field = (name: string, explained: Explained<string> | undefined) =>
    explained === undefined ? [] : [row(name, explained.value, sourceText(explained)), ...losers(name, explanation)];
  return [
    `${escapeControls(file)} (${KINDS[kind]})`,
    ...field("title", title as Explained<string> | undefined),
    ...authors(explanation),
    ...field("published", published),
    ...(updated?.value === published?.value ? [] : field("updated", updated)),
    ...field("status", status),
    ...field("id", id),
    ...field("url", url),
    ...field("section", section),
    ...field(
      "tags",
      tags === undefined || tags.value.length === 0 ? undefined : { ...tags, value: tags.value.join(", ") },
    ),
    ...field("language", language),
    ...(explanation.image === undefined ? [] : [row("image", explanation.image)]),
    ...findings(explanation),
    ...field("summary", summary),
    ...presenceRows(explanation),
    ...explanation.diagnostics.map((one) => `  ${diagnosticLine(one)}`),
    "",
  ].join("\n");
}

const KINDS = { markdown: "Markdown", html: "HTML", copy: "plain copy" } as const;

function row(name: string, value: string, source = ""): string {
  const shown = escapeControls(value);
  const cut = firstGraphemes(shown, WIDEST);
  const told = cut === shown ? shown : `${cut}…`;
  return `  ${name.padEnd(11)} ${told}${source === "" ? "" : `  [${source}]`}`;
}

function sourceText({ from, name, location }: Explained<unknown>): string {
  const what = name === undefined ? FROM[from] : `${FROM[from]} ${escapeControls(name)}`;
  return location === undefined ? what : `${what}, ${placeText(location)}`;
}

const FROM: Readonly<Record<Explained<unknown>["from"], string>> = {
  "front-matter": "front matter",
  metadata: "metadata",
  heading: "headline",
  filename: "file name",
  folder: "folder",
  lead: "first sentence",
  byline: "byline",
  bio: "closing bio",
  "sign-off": "sign-off",
  dateline: "dateline",
  content: "text",
  outlet: "outlet.yaml",
  git: "git",
  "first-seen": "first build that saw it",
  release: "last release",
};

function losers(field: string, { considered }: Explanation): readonly string[] {
  return considered.filter((one) => one.field === field).map(loser);
}

function loser({ value, from, why }: Considered): string {
  return row("", `not "${value}"${from === undefined ? "" : ` (${FROM[from]})`}: ${why}`);
}

/** The people that feeds name, with the words they were read from. */
function authors(explanation: Explanation): readonly string[] {
  const { people = [], authors: read = [] } = explanation;
  const rows = people.map(({ id, name, role, org }, index) => {
    const about = [role, org].filter((part) => part !== undefined).join(", ");
    const from = read[index]?.from;
    const source = from === undefined ? "outlet.yaml" : (FROM[from as keyof typeof FROM] ?? from);
    return row(index === 0 ? "authors" : "", `${name}${about === "" ? "" : `, ${about}`} (${id})`, source);
  });
  return [...rows, ...losers("byline", explanation), ...losers("authors", explanation)];
}

function findings(explanation: Explanation): readonly string[] {
  const { dateline, contributors = [], related = [], notes = [], paragraphs = [] } = explanation;
  const list = (name: string, values: readonly string[]) =>
    values.map((value, index) => row(index === 0 ? name : "", value));
  return [
    ...(dateline === undefined ? [] : [row("dateline", dateline.text)]),
    ...losers("dateline", explanation),
    ...list(
      "contributors",
      contributors.map(({ name, role }) => (role === undefined ? name : `${name}, ${role}`)),
    ),
    ...list(
      "related",
      related.map(({ title, url }) => (url === undefined ? title : `${title} <${url}>`)),
    ),
    ...list(
      "notes",
      notes.map(({ kind, text }) => `${kind}: ${text}`),
    ),
    ...list(
      "corrections",
      (explanation.corrections ?? []).flatMap(({ kind, text, date }) =>
        date === undefined ? [] : [`${kind}, ${date.slice(0, 10)}: ${text}`],
      ),
    ),
    row("text", `${paragraphs.length} ${paragraphs.length === 1 ? "paragraph" : "paragraphs"}`),
  ];
}

function presenceRows({ feeds, absent, lastGood }: Explanation): readonly string[] {
  if (lastGood === true && feeds !== undefined)
    return [row("feeds", "the last good version is shown, until this is mended, in"), ...feedRows(feeds, "")];
  if (feeds === undefined) return absent === undefined ? [] : [row("feeds", `none: ${absent}`)];
  return feedRows(feeds, "feeds");
}

function feedRows(feeds: readonly string[], name: string): readonly string[] {
  return feeds.map((path, index) => row(index === 0 ? name : "", path === "" ? "the main feed" : path));
}
