import type { Article, Instant, Story } from "../model/article.ts";
import type { Tombstone } from "../model/feed.ts";
import type { ReleasedStory } from "../model/release.ts";
import { escapeMarkup } from "../text.ts";

/** "Retracted", as a mark before a headline, in the languages we know; English elsewhere. */
const MARKS: Readonly<Record<string, { readonly mark: string; readonly sentence: string }>> = {
  ar: { mark: "سُحب", sentence: "سُحبت هذه المادة." },
  de: { mark: "Zurückgezogen", sentence: "Dieser Beitrag wurde zurückgezogen." },
  en: { mark: "Retracted", sentence: "This story has been retracted." },
  es: { mark: "Retirado", sentence: "Este artículo ha sido retirado." },
  fr: { mark: "Retiré", sentence: "Cet article a été retiré." },
  hi: { mark: "वापस लिया गया", sentence: "यह ख़बर वापस ले ली गई है।" },
  id: { mark: "Ditarik", sentence: "Berita ini telah ditarik." },
  it: { mark: "Ritirato", sentence: "Questo articolo è stato ritirato." },
  pt: { mark: "Retirado", sentence: "Este artigo foi retirado." },
  tr: { mark: "Geri çekildi", sentence: "Bu haber geri çekildi." },
  ur: { mark: "واپس لی گئی", sentence: "یہ خبر واپس لے لی گئی ہے۔" },
};

/**
 * What stays of a retracted story: the same id, address and date, a headline that says so, the reason, and nothing of the story.
 *
 * @param article its `updated` is when readers are told of the retraction
 */
export function stubOf(
  article: Article & { readonly retracted: NonNullable<Article["retracted"]> },
  section: Story["section"],
): Story {
  const { retracted } = article;
  const words = MARKS[article.language.split("-")[0] ?? "en"] ?? MARKS.en;
  const sentence = [words?.sentence ?? "", retracted.reason ?? ""].filter(Boolean).join(" ");
  return {
    id: article.id,
    url: article.url,
    title: `${words?.mark ?? "Retracted"}: ${article.title}`,
    published: article.published,
    updated: article.updated,
    authors: article.authors,
    contributors: [],
    tags: article.tags,
    language: article.language,
    summary: sentence,
    content: `<p>${escapeMarkup(sentence)}</p>`,
    media: [],
    related: [],
    corrections: [],
    retracted,
    ...(section !== undefined && { section }),
  };
}

/** When readers are no longer told of retracted stories that have no article any more. */
export function tombstoneEnds(
  rows: readonly ReleasedStory[],
  articles: readonly Article[],
  seconds: number,
): readonly { readonly expires: Instant }[] {
  const retracted = rows.filter(({ state }) => state === "retracted");
  // Retractions are rare, and archives large.
  if (retracted.length === 0) return [];
  const known = new Set(articles.map(({ id }) => id));
  return retracted.flatMap(({ id, retracted }) =>
    retracted !== undefined && !known.has(id) ? [{ expires: retracted.at + seconds }] : [],
  );
}

/** The retractions that Atom readers are still told of, newest first. */
export function tombstonesOf(
  retractions: readonly { readonly id: string; readonly retracted: NonNullable<ReleasedStory["retracted"]> }[],
  now: Instant,
  seconds: number,
): readonly Tombstone[] {
  return retractions
    .filter(({ retracted }) => retracted.at <= now && now < retracted.at + seconds)
    .map(({ id, retracted }) => ({
      id,
      when: retracted.at,
      ...(retracted.reason !== undefined && { reason: retracted.reason }),
    }))
    .sort((a, b) => b.when - a.when || (a.id < b.id ? -1 : 1));
}
