import { textOfHtml } from "../../html.ts";
import { languageTag } from "../../language.ts";
import type { Evidence, Note } from "../../model/draft.ts";
import { fold, oneLine } from "../../text.ts";
import { evidenceOf, type Found } from "./found.ts";
import type { HeadLines } from "./head-lines.ts";
import { itemsOf, type LinkedData, type LinkedItem, memberTexts, textOfNode } from "./json-ld.ts";
import type { Page } from "./page.ts";
import type { StoryRoot } from "./story-root.ts";

/** The description of this story among those of a page: the one with its address or headline, else the first. */
export function articleOf({ articles }: LinkedData, page: Page, head: HeadLines): LinkedItem | undefined {
  if (articles.length < 2) return articles[0];
  const address = (page.metas.get("og:url") ?? [])[0]?.value;
  const headlines = [...head.headings, ...(page.metas.get("og:title") ?? [])].map(({ value }) => fold(value));
  const says = (item: LinkedItem, name: string, test: (value: string) => boolean) =>
    memberTexts(item, name, "@id", "url").some(({ value }) => test(value));
  return (
    articles.find((item) => says(item, "headline", (value) => headlines.includes(fold(value)))) ??
    articles.find((item) =>
      ["url", "@id", "mainEntityOfPage"].some((name) => says(item, name, (value) => value === address)),
    ) ??
    articles.find((item) => item.has("headline")) ??
    articles[0]
  );
}

/** A day without a time goes behind the same day with one. */
export function withTimeFirst(found: readonly Found[]): readonly Found[] {
  const [first] = found;
  if (first === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(first.value)) return found;
  const timed = found.find(({ value }) => value.startsWith(`${first.value}T`));
  return timed === undefined ? found : [timed, ...found.filter((one) => one !== timed)];
}

/** Letters that a language in Latin script has at least, of all letters of a page. */
const LATIN = /^(?:en|fr|de|es|pt|it|nl|sv|da|nb|no|fi|pl|cs|tr|id|ms|vi)\b/;

/** Letters of the scripts that no language in Latin letters is written in. */
const FOREIGN =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/gu;

/** The language of a page. Templates call pages English whose story is in Urdu or Japanese: those are not believed. */
export function languageOf(found: readonly Found[], { root }: StoryRoot): Found | undefined {
  const sample = textOfHtml(root).slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const foreign = sample.match(FOREIGN)?.length ?? 0;
  for (const one of found) {
    const tag = languageTag(one.value);
    if (tag === undefined || (LATIN.test(tag) && foreign > letters * 0.6)) continue;
    return { ...one, value: tag };
  }
  return undefined;
}

/** The first description that was not cut off in the middle of a sentence. */
export function summaryOf(found: readonly Found[]): Found | undefined {
  for (const one of found) {
    const value = oneLine(one.value.replace(/<[^<>]{1,200}>/g, " "));
    if (value !== "" && !/(?:…|\.{3}|\[…\]|\[\.\.\.\]|&hellip;)\s*$/u.test(value)) return { ...one, value };
  }
  return undefined;
}

export function tagsOf(found: readonly Found[]): readonly Evidence<string>[] {
  const [only] = found;
  const all =
    found.length === 1 && only !== undefined
      ? only.value.split(/[,;،、|]/u).map((value) => ({ ...only, value }))
      : found;
  const tags = new Map<string, Evidence<string>>();
  for (const one of all) {
    const value = oneLine(one.value).replace(/^#/, "");
    if (value !== "" && value.length <= 100 && !tags.has(fold(value)))
      tags.set(fold(value), evidenceOf({ ...one, value }));
  }
  return [...tags.values()].slice(0, 100);
}

/** JSON-LD `correction`: a text, or a CorrectionComment with one. */
export function correctionsOf(article: LinkedItem): readonly Note[] {
  return itemsOf(article.get("correction")).flatMap((node): readonly Note[] => {
    const text = textOfNode(node, "text", "description", "name");
    // An address leads to a policy of corrections, not to one.
    return text === undefined || /^https?:\S+$/.test(text) ? [] : [{ kind: "correction", text }];
  });
}
