import { fold } from "../../text.ts";
import type { Found } from "./found.ts";
import type { LinkedData } from "./json-ld.ts";
import { memberTexts } from "./json-ld.ts";
import type { Sources } from "./precedence.ts";

/** What stands between a headline and the name of the site. */
const BAR = /\s+[|•·»«—–:-]\s+|\s*[|｜]\s*|:\s+/gu;

/** Characters of the longest title that is taken apart. */
const LONGEST = 500;

/**
 * The headlines of a page without the name of its site, each once, strongest first. `| The Paper` is taken off only when
 * something else on the page says that this is its name, or that the rest is the headline. A headline that was cut for
 * search engines goes behind the one that is whole.
 *
 * @param shown lines above the text that may be the headline, on pages that mark none
 */
export function titlesOf(found: readonly Found[], sources: Sources, shown: readonly string[] = []): readonly Found[] {
  const sites = new Set(siteNames(sources).map(fold));
  const others = [...found.filter(({ name }) => name !== "<title>").map(({ value }) => value), ...shown].map(fold);
  const titles = new Map<string, Found>();
  for (const title of found) {
    const value = withoutSite(title.value, sites, new Set(others));
    const key = fold(value);
    if (key !== "" && !sites.has(key) && !titles.has(key)) titles.set(key, { ...title, value });
  }
  const [first, ...rest] = [...titles.values()];
  if (first === undefined) return [];
  const cut = fold(first.value).replace(/\s*(?:…|\.{3})$/u, "");
  const whole = rest.find(
    ({ name, value }) =>
      name !== "<title>" && fold(value).startsWith(cut) && (cut !== fold(first.value) || first.value.length > 90),
  );
  return whole === undefined ? [first, ...rest] : [whole, first, ...rest.filter((title) => title !== whole)];
}

function withoutSite(title: string, sites: ReadonlySet<string>, others: ReadonlySet<string>): string {
  if (title.length > LONGEST) return title;
  for (const bar of title.matchAll(BAR)) {
    const before = title.slice(0, bar.index);
    const after = title.slice(bar.index + bar[0].length);
    if (before === "" || after === "") continue;
    if (sites.has(fold(after)) || (!bar[0].includes(":") && others.has(fold(before))))
      return withoutSite(before, sites, others);
    if (sites.has(fold(before)) || (!bar[0].includes(":") && others.has(fold(after)) && after.length > 20))
      return withoutSite(after, sites, others);
  }
  return title;
}

/** What a title could be without the name of its site, folded. */
export function partsOfTitle(title: string): readonly string[] {
  if (title.length > LONGEST) return [];
  return [...title.matchAll(BAR)].flatMap(({ index, 0: bar }) =>
    [title.slice(0, index), title.slice(index + bar.length)].filter((part) => part.length > 20).map(fold),
  );
}

/** What the page calls the site it stands on. */
function siteNames({ page, linked, article }: Sources): readonly string[] {
  const metas = [
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "dc.publisher",
    "dcterms.publisher",
    "copyright",
  ];
  const publishers = (article === undefined ? linked.pages : [article]).flatMap((item) => [
    ...memberTexts(item, "publisher", "name"),
    ...memberTexts(item, "isPartOf", "name"),
  ]);
  return [...metas.flatMap((name) => page.metas.get(name) ?? []), ...publishers, ...namesById(linked)].map(
    ({ value }) => value,
  );
}

/** Names of the organisation and site that a graph describes apart. */
function namesById({ byId }: LinkedData): readonly Found[] {
  return [...byId.values()]
    .filter((item) => /Organization|WebSite|NewsMediaOrganization/.test(String(item.get("@type")?.value ?? "")))
    .flatMap((item) => memberTexts(item, "name"));
}
