import type { HtmlElement } from "../../html.ts";
import type { Problem } from "../../model/diagnostic.ts";
import type { Credit } from "../../model/draft.ts";
import { oneLine } from "../../text.ts";
import { webUrl } from "../../url.ts";
import { type Credits, parseCredits } from "../byline.ts";
import type { CopyLexicon } from "../copy/lexicon/lexicon.ts";
import type { Found } from "./found.ts";
import { itemOf, itemsOf, type LinkedItem, textOfNode, typesOf } from "./json-ld.ts";
import { valueOfProp, wordsOf } from "./page.ts";
import { hasRelation, type Sources } from "./precedence.ts";

export interface AuthorReading {
  readonly lexicon: CopyLexicon;
  /** BCP 47 tag. */
  readonly language: string;
  /** The elements between headline and text that name the writer. */
  readonly bylines: readonly HtmlElement[];
}

/** Credits of one page at most; a list of a thousand names was made to break something. */
const MOST = 50;

/**
 * The people that a page names as its authors, from the first of these that names a person, else from the first that names
 * anybody: JSON-LD author, creator; microdata; `rel=author`; the byline that readers see; `<meta>` author, article:author and
 * their like. An address is no name.
 */
export function authorsOf(sources: Sources, reading: AuthorReading): Credits {
  let organisations: readonly Credit[] | undefined;
  const rubbish: Problem[] = [];
  for (const source of [linkedAuthors, propAuthors, bylineAuthors, metaAuthors]) {
    const { credits, problems } = source(sources, reading);
    if (credits.some(({ sort }) => sort === "person")) return { credits: credits.slice(0, MOST), problems: [] };
    if (credits.length > 0) organisations ??= credits;
    rubbish.push(...problems);
  }
  return organisations === undefined
    ? { credits: [], problems: rubbish.slice(0, 1) }
    : { credits: organisations.slice(0, MOST), problems: [] };
}

type AuthorSource = (sources: Sources, reading: AuthorReading) => Credits;

const linkedAuthors: AuthorSource = ({ article, linked }, reading) => {
  const item = article ?? linked.pages.find((one) => one.has("author"));
  if (item === undefined) return { credits: [], problems: [] };
  const nodes = [...itemsOf(item.get("author")), ...(item.has("author") ? [] : itemsOf(item.get("creator")))];
  return joined(
    nodes.slice(0, MOST).flatMap((node) => {
      const person = itemOf(node, linked);
      const named = person === undefined ? [node] : itemsOf(person.get("name"));
      return named.slice(0, MOST).map((name) => {
        const value = textOfNode(name, "name");
        if (value === undefined) return { credits: [], problems: [] };
        const read = creditsIn({ value, name: "JSON-LD author", at: name.at }, reading);
        return person === undefined ? read : { ...read, credits: described(read.credits, value, person) };
      });
    }),
  );
};

/** What a description of one person or organisation adds to its name. */
function described(credits: readonly Credit[], name: string, item: LinkedItem): readonly Credit[] {
  const isOrganisation = typesOf(item).some((type) => /Organization|Corporation/.test(type));
  const [credit] = credits;
  if (isOrganisation && credit !== undefined && credits.every(({ sort }) => sort === "person"))
    return [{ ...credit, name, sort: "organisation" }];
  if (credit === undefined || credits.length > 1) return credits;
  const [role] = itemsOf(item.get("jobTitle")).map((node) => textOfNode(node, "name"));
  const [org] = [...itemsOf(item.get("worksFor")), ...itemsOf(item.get("affiliation"))].map((node) =>
    textOfNode(node, "name"),
  );
  const [url] = itemsOf(item.get("url")).map((node) => address(textOfNode(node, "@id")));
  const [avatar] = itemsOf(item.get("image")).map((node) => address(textOfNode(node, "url", "contentUrl", "@id")));
  const email = textOfNode(item.get("email"))?.replace(/^mailto:/i, "");
  return [
    {
      ...(role !== undefined && { role }),
      ...(org !== undefined && { org }),
      ...(email !== undefined && /^[^\s@<>]+@[^\s@<>]+$/.test(email) && { email }),
      ...credit,
      ...(url !== undefined && { url }),
      ...(avatar !== undefined && { avatar }),
    },
  ];
}

function address(text: string | undefined): string | undefined {
  return text === undefined ? undefined : webUrl(text);
}

const propAuthors: AuthorSource = ({ page }, reading) =>
  joined(
    [...(page.props.get("author") ?? []), ...(page.props.has("author") ? [] : (page.props.get("creator") ?? []))]
      .slice(0, MOST)
      .map((element) => {
        const value = element.attribs.content ?? nameIn(element) ?? wordsOf(element);
        return creditsIn({ value: oneLine(value), name: "itemprop author", at: element.startIndex ?? 0 }, reading);
      }),
  );

/** The `name` that is a property of an author with more than a name. */
function nameIn(author: HtmlElement): string | undefined {
  const stack = [...author.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!("attribs" in node)) continue;
    if (node.attribs.itemprop?.toLowerCase() === "name") return valueOfProp(node);
    stack.push(...node.childNodes);
  }
  return undefined;
}

/** The links to authors in the byline, else the words of the byline itself, also when they name more people than have a link. */
const bylineAuthors: AuthorSource = (_sources, reading) => {
  const links = reading.bylines.filter((element) => hasRelation(element, "author"));
  const [linked, whole] = [links, reading.bylines.filter((element) => !hasRelation(element, "author"))].map(
    (elements) =>
      joined(
        elements
          .slice(0, MOST)
          .map((element) =>
            creditsIn({ value: wordsOf(element), name: "byline", at: element.startIndex ?? 0 }, reading),
          ),
      ).credits,
  );
  const credits = [linked ?? [], whole ?? []].find(({ length }) => length > 0) ?? [];
  return { credits: whole !== undefined && namesMore(whole, credits) ? whole : credits, problems: [] };
};

/** Whether a byline names all of these people and others, and nothing that is no person. */
function namesMore(whole: readonly Credit[], linked: readonly Credit[]): boolean {
  return (
    whole.length > linked.length &&
    whole.every(({ sort }) => sort === "person") &&
    linked.every(({ name }) => whole.some((credit) => credit.name === name))
  );
}

const METAS = [
  "author",
  "byl",
  "parsely-author",
  "sailthru.author",
  "article:author",
  "article:author_name",
  "og:article:author",
  "dc.creator",
  "dcterms.creator",
  "dc:creator",
  "byline",
  "twitter:data1",
];

const metaAuthors: AuthorSource = ({ page }, reading) => {
  const problems: Problem[] = [];
  for (const key of METAS) {
    if (key === "twitter:data1" && !/written by|author/i.test(page.metas.get("twitter:label1")?.[0]?.value ?? ""))
      continue;
    const read = joined((page.metas.get(key) ?? []).slice(0, MOST).map((found) => creditsIn(found, reading)));
    if (read.credits.length > 0) return read;
    problems.push(...read.problems);
  }
  return { credits: [], problems };
};

function creditsIn({ value, at }: Found, { lexicon, language }: AuthorReading): Credits {
  const none = { credits: [], problems: [] };
  // Facebook pages and profiles: where a name should be, sites write the address of one.
  if (value === "" || /^(?:https?:)?\/\/|^@|^www\.\S+\/|^mailto:/i.test(value)) return none;
  const { credits, problems } = parseCredits(value, lexicon, "metadata", language);
  const place = { offset: at };
  return {
    credits: credits.map((credit) => ({ ...credit, at: place })),
    problems: problems.map((problem) => ({ ...problem, at: place })),
  };
}

function joined(readings: readonly Credits[]): Credits {
  const byName = new Map<string, Credit>();
  for (const credit of readings.flatMap(({ credits }) => credits)) {
    if (!byName.has(credit.name)) byName.set(credit.name, credit);
  }
  return { credits: [...byName.values()], problems: readings.flatMap(({ problems }) => problems) };
}
