import { findField } from "../fields.ts";
import type { Instant } from "../model/article.ts";
import type { ArticleStore } from "../model/doors.ts";
import type { Draft, SourceFile } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { type Normalized, normalizeArticle } from "../normalize/article.ts";
import { parseDate } from "../normalize/date.ts";
import { registryOf } from "../normalize/people.ts";
import { lexiconOf, parseArticle } from "../parse/index.ts";
import { rfc3339 } from "../time.ts";
import { type FieldLine, withFields } from "./front-matter-lines.ts";
import { type Adoptable, matchItems } from "./match.ts";
import type { OldFeed, OldItem } from "./old-feed.ts";

export { type OldFeed, type OldItem, readOldFeed } from "./old-feed.ts";

/** A file that is to be written anew, with the lines that it gets. */
export interface Edit {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** A story whose id or date a person has to look after. */
export interface ByHand {
  readonly item: OldItem;
  readonly path?: string;
  readonly why: string;
}

export interface Adoption {
  readonly edits: readonly Edit[];
  /** Paths of articles that say already what the old feed said. */
  readonly kept: readonly string[];
  readonly byHand: readonly ByHand[];
}

/**
 * Matches the items of an old feed with articles, and works out the lines that give each article the id and the date that
 * subscribers know. Lines in the articles, because they go where the story goes: through renames, clones and the loss of every
 * folder but this one. Writes nothing.
 *
 * @param now the present; any moment serves
 */
export function adopt(feed: OldFeed, store: ArticleStore, outlet: Outlet, now: Instant): Adoption {
  const read = reader(outlet, now);
  const articles = store.list().files.flatMap((file) => {
    const found = store.read(file);
    const known = "bytes" in found ? read(file, found.bytes) : undefined;
    return known === undefined ? [] : [known];
  });
  const { matched, unmatched } = matchItems(feed.items, articles);
  const edits: Edit[] = [];
  const kept: string[] = [];
  const byHand: ByHand[] = unmatched.map(({ item, why }) => ({ item, why }));
  for (const { item, article } of matched) {
    const { path } = article;
    const published = instantOf(item.published, outlet);
    const updated = newerUpdate(instantOf(item.updated, outlet), published, article);
    const lines = linesFor(item, article, published, updated);
    if (lines.length === 0) {
      kept.push(path);
      continue;
    }
    const text = withFields(article.text, lines);
    const written = lines.map(({ key, value }) => `${key}: ${JSON.stringify(value)}`);
    // Read back: a line that does not do what it should is not written.
    const after = text === undefined ? undefined : read(article.file, Buffer.from(text, "utf8"));
    const isRight =
      after !== undefined &&
      after.id === item.id &&
      after.title === article.title &&
      after.draft.fingerprint === article.draft.fingerprint &&
      (published === undefined || after.published === published) &&
      (updated === undefined || after.updated === updated);
    if (text !== undefined && isRight) edits.push({ path, text, lines: written });
    else byHand.push({ item, path, why: whyNot(item, article, after, written) });
  }
  return { edits, kept, byHand };
}

interface Known extends Adoptable {
  readonly file: SourceFile;
  readonly text: string;
  readonly id: string;
  readonly updated: Instant;
  readonly draft: Draft;
}

function reader(outlet: Outlet, now: Instant): (file: SourceFile, bytes: Uint8Array) => Known | undefined {
  const lexicon = lexiconOf(outlet);
  const registry = registryOf(outlet.authors);
  return (file, bytes) => {
    const { draft } = parseArticle(file, bytes, { outlet, lexicon });
    if (draft === undefined) return undefined;
    // Without a date of its own an article is known by when it was seen: the old feed may tell the date.
    const { article, decisions }: Normalized = normalizeArticle(draft, outlet, registry, { firstSeen: now });
    if (article === undefined) return undefined;
    return {
      file,
      path: file.path,
      text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
      draft,
      id: article.id,
      url: article.url,
      title: article.title,
      updated: article.updated,
      ...(decisions.published?.from !== "first-seen" && { published: article.published }),
    };
  };
}

function instantOf(text: string | undefined, { zone, zoneNames }: Outlet): Instant | undefined {
  return text === undefined ? undefined : parseDate(text, { zone, zoneNames }).instant;
}

/** An update that readers were told of and the article does not know: what they would be shown without it goes back in time. */
function newerUpdate(told: Instant | undefined, published: Instant | undefined, article: Known): Instant | undefined {
  const start = published ?? article.published;
  const known = article.published === undefined || article.updated === article.published ? start : article.updated;
  return told !== undefined && known !== undefined && told > known ? told : undefined;
}

function linesFor(
  item: OldItem,
  article: Known,
  published: Instant | undefined,
  updated: Instant | undefined,
): readonly FieldLine[] {
  const { frontMatter } = article.draft;
  const lines: FieldLine[] = [];
  if (article.id !== item.id) lines.push({ key: "id", value: item.id, ...placeOf(frontMatter, "id") });
  if (published !== undefined && article.published !== published)
    lines.push({ key: "date", value: rfc3339(published), ...placeOf(frontMatter, "published") });
  if (updated !== undefined)
    lines.push({ key: "updated", value: rfc3339(updated), ...placeOf(frontMatter, "updated") });
  return lines;
}

function placeOf(
  frontMatter: Draft["frontMatter"],
  name: "id" | "published" | "updated",
): { readonly key?: string; readonly replace: boolean } {
  const found = findField(frontMatter, name);
  return found === undefined ? { replace: false } : { key: found.key, replace: true };
}

function whyNot(item: OldItem, article: Known, after: Known | undefined, lines: readonly string[]): string {
  if (after !== undefined && after.id !== item.id)
    return "its id is no whole IRI, so no feed may carry it: readers will see the story once more";
  return `write ${lines.join(" and ")} into ${article.path}`;
}
