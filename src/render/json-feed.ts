import type { Media, Person, Story } from "../model/article.ts";
import type { FeedHead } from "../model/feed.ts";
import { categoriesOf } from "./categories.ts";
import { printDate } from "./dates.ts";
import { oneLineEnd } from "./element.ts";
import { cutJsonFeed, cutJsonItem } from "./feed-library.ts";
import type { EntryOptions, HeadParts } from "./format.ts";
import { captionOf, downloadsOf } from "./media.ts";
import { NEWS_NAMESPACE } from "./namespaces.ts";

/** The feed around the items, which are its last key. */
export function jsonHead(head: FeedHead): HeadParts {
  const { title, url, description, language, updated, self, icon, logo, publisher, hubs, tombstones } = head;
  // JSON Feed has no date for the feed; one that cannot be printed is a mistake all the same.
  printDate(updated);
  const cut = cutJsonFeed(
    { title, link: url, description: oneLineEnd(description), self: self.json },
    {
      version: "https://jsonfeed.org/version/1.1",
      language,
      // The icon of JSON Feed is the large picture, its favicon the small one.
      icon: logo ?? icon,
      favicon: icon,
      authors: [{ name: publisher }],
      hubs: listed(hubs.map((hub) => ({ type: "WebSub", url: hub }))),
      _wireroom: {
        about: NEWS_NAMESPACE,
        tombstones: listed(
          tombstones.map(({ id, when, reason }) => ({ id, when: printDate(when), reason: lines(reason) })),
        ),
      },
    },
  );
  return { head: cut.head, tail: `${cut.tail}\n` };
}

/** The item of a story. */
export function jsonItem(story: Story, { content }: EntryOptions): string {
  const { id, url, title, published, updated, language, image, authors } = story;
  const summary = oneLineEnd(story.summary);
  return cutJsonItem(
    { id, link: url, title, ...(content === "full" && { content: oneLineEnd(story.content) }) },
    {
      content_text: content === "full" ? undefined : summary,
      summary,
      image: image?.url,
      date_published: printDate(published),
      date_modified: printDate(updated),
      authors: listed(authors.map(author)),
      tags: listed(categoriesOf(story).map(({ label }) => label)),
      language,
      attachments: listed(downloadsOf(story).map(attachment)),
      _wireroom: extensionOf(story),
    },
  );
}

function author({ name, url, avatar }: Person): Readonly<Record<string, string | undefined>> {
  return { name, url, avatar };
}

function attachment(media: Media): Readonly<Record<string, string | number | undefined>> {
  return { url: media.url, mime_type: media.type, title: lines(captionOf(media)), size_in_bytes: media.length };
}

/** What JSON Feed has no key for; docs/extensions.md describes it. */
function extensionOf(story: Story): Readonly<Record<string, unknown>> | undefined {
  const { section, image, contributors, related, corrections, retracted } = story;
  const extension = {
    section: section && { id: section.id, title: section.title },
    image: image === undefined ? undefined : wordsOf(image),
    contributors: listed(contributors.map(({ name, role }) => ({ name, role }))),
    related: listed(related.map(({ title, url }) => ({ title, url }))),
    corrections: listed(
      corrections.map(({ kind, text, date }) => ({
        kind,
        when: date === undefined ? undefined : printDate(date),
        text: oneLineEnd(text),
      })),
    ),
    retracted: retracted === undefined ? undefined : { when: printDate(retracted.at), reason: lines(retracted.reason) },
  };
  return hasValue(extension) ? extension : undefined;
}

function wordsOf({ alt, credit, caption, width, height }: Media): Readonly<Record<string, unknown>> | undefined {
  const words = { alt: lines(alt), credit: lines(credit), caption: lines(caption), width, height };
  return hasValue(words) ? words : undefined;
}

function hasValue(object: Readonly<Record<string, unknown>>): boolean {
  return Object.values(object).some((value) => value !== undefined);
}

/** Absent where there is nothing: an empty list says no more. */
function listed<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function lines(text: string | undefined): string | undefined {
  return text === undefined ? undefined : oneLineEnd(text);
}
