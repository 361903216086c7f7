import { GUARD_CODES, isGuardCode } from "../guard-codes.ts";
import { languageTag } from "../language.ts";
import type { Article, Instant, MediaReference, Person } from "../model/article.ts";
import type { Decision, Decisions } from "../model/decision.ts";
import type { Problem, Report } from "../model/diagnostic.ts";
import type { Draft } from "../model/draft.ts";
import type { Outlet } from "../model/outlet.ts";
import { suggest } from "../suggest.ts";
import { oneLine, quote } from "../text.ts";
import { hostOf, webUrl } from "../url.ts";
import { correctionsOf } from "./corrections.ts";
import { isSafeSlug, permalinkOf, permanentId, slugOf } from "./identity.ts";
import { reportMistyped } from "./mistyped.ts";
import { peopleOf, type Registry } from "./people.ts";
import { decidePublished, decideUpdated, type OutsideDates } from "./published.ts";
import { sectionOf } from "./section.ts";
import { type Standing, standingOf } from "./status.ts";
import { tagsOf } from "./tags.ts";
import { decideTitle } from "./title.ts";
import { fieldOf, memberOf, textOf, textsOf } from "./values.ts";

/** What became of a draft: an article, or the problems that hold it back; and how everything was decided. */
export interface Normalized {
  readonly article?: Article;
  readonly decisions: Decisions;
  readonly problems: readonly Problem[];
}

/**
 * Decides everything about an article that listing it needs; nothing of its body is rendered.
 *
 * An article comes out unless a problem of severity error was found, here or in its text.
 */
export function normalizeArticle(
  draft: Draft,
  outlet: Outlet,
  registry: Registry,
  outside: OutsideDates = {},
): Normalized {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const title = decideTitle(draft, report);
  reportMistyped(draft.frontMatter, report);
  const standing = standingOf(draft, outlet, report);
  const published = decidePublished(draft, outlet, outside, report);
  const updated = published === undefined ? undefined : decideUpdated(draft, published.value, outlet, outside, report);
  const section = sectionOf(draft, report);
  const language = decideLanguage(draft, outlet, report);
  const tags = decideTags(draft, outlet, report);
  const summary = decideSummary(draft, report);
  const authors = decideAuthors(draft, outlet, registry, report);
  const corrections = correctionsOf(draft, outlet, report);
  const slug = decideSlug(draft, report);
  const decisions: Decisions = {};
  if (title !== undefined) decisions.title = title;
  if (published !== undefined) decisions.published = published;
  if (updated !== undefined) decisions.updated = updated;
  if (section !== undefined) decisions.section = section;
  decisions.language = language;
  decisions.tags = tags;
  if (summary !== undefined) decisions.summary = summary;
  decisions.authors = authors;
  decisions.corrections = corrections;
  // Also of a story that is held back: its writer asks where it will be.
  const url = slug === undefined ? undefined : decideUrl(draft, slug, section?.value, published?.value, outlet, report);
  const id = decideId(draft, url?.value, outlet, report);
  if (url !== undefined) decisions.url = url;
  if (id !== undefined) decisions.id = id;
  if (
    title === undefined ||
    standing === undefined ||
    published === undefined ||
    updated === undefined ||
    url === undefined ||
    id === undefined
  ) {
    return held();
  }
  if (draft.isBroken === true || problems.some(({ severity }) => severity === "error")) return held();
  const start = Math.max(published.value, standing.lift ?? published.value);
  const article: Article = {
    path: draft.path,
    id: id.value,
    url: url.value,
    title: title.value,
    published: start,
    revised: updated.value,
    updated: newest(start, updated.value, ...corrections.flatMap(({ date }) => date ?? [])),
    authors: authors.map(({ value }) => value),
    contributors: draft.findings.contributors,
    tags: tags.value,
    language: language.value,
    draft: standing.draft,
    corrections,
    related: draft.findings.related,
    fingerprint: draft.fingerprint,
    accepts: acceptedGuards(draft, report),
    ...(section !== undefined && { section: section.value }),
    ...(standing.expires !== undefined && { expires: standing.expires }),
    ...(standing.retracted !== undefined && { retracted: retraction(standing.retracted, outside, start, report) }),
    ...(draft.findings.dateline !== undefined && { dateline: draft.findings.dateline }),
    ...(draft.findings.bio !== undefined && { bio: draft.findings.bio }),
    ...(summary !== undefined && { summary: summary.value }),
    ...mediaOf(draft, report),
  };
  return { article, decisions, problems };

  function held(): Normalized {
    // Subscribers may be shown the last good version, unless the writer perhaps wanted it gone.
    if (standing === undefined || standing.draft || standing.retracted !== undefined) report(TAKEN_DOWN);
    return { decisions, problems };
  }
}

/** Told of an article that cannot be used and may have been meant to go: its last good version goes too. */
export const TAKEN_DOWN: Problem = {
  code: "status/taken-down",
  severity: "info",
  message:
    "Until this is mended no earlier version is shown: what it says of draft, status, embargo or retraction may mean that",
};

/** The guards that the article itself lets pass. */
function acceptedGuards(draft: Draft, report: Report): readonly string[] {
  const found = fieldOf(draft.frontMatter, "accept", report);
  return textsOf(found, "accept/not-text", report).filter((code) => {
    if (isGuardCode(code)) return true;
    const likely = suggest(code, GUARD_CODES);
    report({
      code: "accept/unknown",
      severity: "warning",
      message: `Cannot accept ${quote(code)}: ${likely === undefined ? "write the code that the build told, guard/published-moved" : `did you mean ${likely}?`}`,
      at: { field: [found?.key ?? "accept"] },
    });
    return false;
  });
}

/** A retraction without a date counts from the first build that saw it, and the manifest keeps that. */
function retraction(
  said: NonNullable<Standing["retracted"]>,
  outside: OutsideDates,
  published: Instant,
  report: Report,
): NonNullable<Article["retracted"]> {
  if (said.at === undefined) {
    report({
      code: "retraction/undated",
      severity: "warning",
      message: "Cannot tell since when this is retracted: write retracted: and the day",
    });
  }
  return {
    at: said.at ?? outside.retractionSeen ?? published,
    ...(said.reason !== undefined && { reason: said.reason }),
  };
}

function newest(...instants: readonly Instant[]): Instant {
  return Math.max(...instants);
}

function decideLanguage(draft: Draft, outlet: Outlet, report: Report): Decision<string> {
  const found = fieldOf(draft.frontMatter, "language", report);
  const text = textOf(found, "language/malformed", report);
  const tag = text === undefined ? undefined : languageTag(text);
  if (found !== undefined && tag !== undefined)
    return { value: tag, from: "front-matter", name: found.key, at: { field: [found.key] } };
  if (found !== undefined && text !== undefined) {
    report({
      code: "language/malformed",
      severity: "warning",
      message: `Cannot read the language ${quote(text)}: write a tag, such as en, pt-BR or ur`,
      at: { field: [found.key] },
    });
  }
  const said = draft.findings.language;
  const metadata = said === undefined ? undefined : languageTag(said.value);
  if (said !== undefined && metadata !== undefined) return { ...said, value: metadata };
  return { value: outlet.language, from: "outlet" };
}

function decideTags(draft: Draft, outlet: Outlet, report: Report): Decision<readonly string[]> {
  const found = fieldOf(draft.frontMatter, "tags", report);
  if (found !== undefined) {
    return {
      value: tagsOf(textsOf(found, "tags/not-text", report), outlet),
      from: "front-matter",
      name: found.key,
      at: { field: [found.key] },
    };
  }
  const [first] = draft.findings.tags;
  return {
    value: tagsOf(
      draft.findings.tags.map(({ value }) => value),
      outlet,
    ),
    from: first?.from ?? "content",
    ...(first?.name !== undefined && { name: first.name }),
  };
}

function decideSummary(draft: Draft, report: Report): Decision<string> | undefined {
  const found = fieldOf(draft.frontMatter, "summary", report);
  const text = textOf(found, "summary/not-text", report);
  if (found !== undefined && text !== undefined)
    return { value: text, from: "front-matter", name: found.key, at: { field: [found.key] } };
  const said = draft.findings.summary;
  const line = said === undefined ? "" : oneLine(said.value);
  return said === undefined || line === "" ? undefined : { ...said, value: line };
}

function decideAuthors(draft: Draft, outlet: Outlet, registry: Registry, report: Report): readonly Decision<Person>[] {
  const { credits } = draft.findings;
  const people = peopleOf(credits, registry, report);
  if (people.length === 0) {
    return [{ value: { id: "outlet", name: outlet.title, url: outlet.url }, from: "outlet" }];
  }
  const [first] = credits;
  return people.map((person, index) => {
    const credit = credits[index] ?? first;
    return { value: person, from: credit?.from ?? "byline", ...(credit?.at !== undefined && { at: credit.at }) };
  });
}

function decideSlug(draft: Draft, report: Report): string | undefined {
  const found = fieldOf(draft.frontMatter, "slug", report);
  const given = textOf(found, "slug/unsafe", report, "error");
  if (found !== undefined && given !== undefined && !isSafeSlug(given)) {
    report({
      code: "slug/unsafe",
      severity: "error",
      message: `Cannot use the slug ${quote(given)}: write one name without slashes, rain-in-the-hills`,
      at: { field: [found.key] },
    });
    return undefined;
  }
  const slug = slugOf(draft.path, given);
  if (slug !== "") return slug;
  report({
    code: "slug/empty",
    severity: "error",
    message: `Cannot make an address from ${quote(given ?? draft.path)}: write slug: and a name with letters or digits`,
    ...(found !== undefined && { at: { field: [found.key] } }),
  });
  return undefined;
}

/** A whole address, whatever is wrong with its scheme: the URL parser would take `http//news.example/x` for a path. */
const BROKEN_ADDRESS = /^\s*(?:[^/?#\s]+\/\/|www\.)/i;

function decideUrl(
  draft: Draft,
  slug: string,
  section: string | undefined,
  published: Instant | undefined,
  outlet: Outlet,
  report: Report,
): Decision<string> | undefined {
  const found = fieldOf(draft.frontMatter, "url", report);
  const text = textOf(found, "url/malformed", report, "error");
  if (found !== undefined && text !== undefined) {
    const url = BROKEN_ADDRESS.test(text) && webUrl(text) === undefined ? undefined : webUrl(text, outlet.url);
    if (url !== undefined) return { value: url, from: "front-matter", name: found.key, at: { field: [found.key] } };
    report({
      code: "url/malformed",
      severity: "error",
      message: `Cannot use the address ${quote(text)}: write a whole one, ${outlet.url}story/, or a path, /story/`,
      at: { field: [found.key] },
    });
    return undefined;
  }
  const parts = {
    slug,
    ...(section !== undefined && { section }),
    ...(published !== undefined && { published }),
  };
  const made = permalinkOf(parts, outlet);
  const canonical = draft.findings.canonical;
  const said = canonical === undefined ? undefined : webUrl(canonical.value, outlet.url);
  if (canonical !== undefined && said !== undefined && new URL(said).hostname === hostOf(outlet.url))
    return { ...canonical, value: said };
  return made === undefined ? undefined : { value: made, from: "outlet", name: "permalink" };
}

function decideId(draft: Draft, url: string | undefined, outlet: Outlet, report: Report): Decision<string> | undefined {
  const found = fieldOf(draft.frontMatter, "id", report);
  const given = textOf(found, "id/not-text", report, "error");
  const id = permanentId(draft.path, given, outlet);
  if (id !== undefined) {
    return found !== undefined && given !== undefined
      ? { value: id, from: "front-matter", name: found.key, at: { field: [found.key] } }
      : { value: id, from: "filename", name: "since" };
  }
  if (url === undefined) return undefined;
  if (found !== undefined && given !== undefined) {
    report({
      code: "id/not-whole",
      severity: "warning",
      message: `Cannot use ${quote(given)} as an id by itself: write since: into outlet.yaml, or a whole id, ${url}`,
      at: { field: [found.key] },
    });
  }
  // That the id hangs on the address is told once for the outlet, not once a story: see `id/permalink` in the build.
  return { value: url, from: "outlet", name: "permalink" };
}

function mediaOf(
  draft: Draft,
  report: Report,
): { readonly image?: MediaReference; readonly enclosure?: MediaReference } {
  const image = referenceOf(draft, "image", report) ?? findingImage(draft);
  const enclosure = referenceOf(draft, "enclosure", report);
  return { ...(image !== undefined && { image }), ...(enclosure !== undefined && { enclosure }) };
}

function findingImage(draft: Draft): MediaReference | undefined {
  const said = draft.findings.image?.value;
  if (said === undefined) return undefined;
  return {
    src: said.url,
    ...(said.alt !== undefined && { alt: oneLine(said.alt) }),
    ...(said.credit !== undefined && { credit: oneLine(said.credit) }),
  };
}

/** `image: rain.jpg`, or a group with src, alt, credit and caption; `imageAlt` and its like may stand beside the first form. */
function referenceOf(draft: Draft, name: "image" | "enclosure", report: Report): MediaReference | undefined {
  const found = fieldOf(draft.frontMatter, name, report);
  if (found === undefined) return undefined;
  const { value } = found;
  const src =
    value.kind === "map" ? memberOf(value, "src", "url", "file", "path") : textOf(found, "media/not-text", report);
  if (src === undefined) return undefined;
  const beside = (field: "imageAlt" | "imageCredit" | "imageCaption") =>
    name === "image" ? textOf(fieldOf(draft.frontMatter, field, report), "media/not-text", report) : undefined;
  const alt = memberOf(value, "alt", "title") ?? beside("imageAlt");
  const credit = memberOf(value, "credit", "by", "photographer") ?? beside("imageCredit");
  const caption = memberOf(value, "caption", "description") ?? beside("imageCaption");
  return {
    src,
    ...(alt !== undefined && { alt }),
    ...(credit !== undefined && { credit }),
    ...(caption !== undefined && { caption }),
  };
}
