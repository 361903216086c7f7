import type { Person } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Credit } from "../model/draft.ts";
import type { RegisteredAuthor } from "../model/outlet.ts";
import { nameKey } from "../names.ts";
import { remembered } from "../remembered.ts";
import { slugify } from "../slug.ts";
import { oneLine, quote } from "../text.ts";
import { webUrl } from "../url.ts";

/** The outlet's authors, ready to be looked up. */
export interface Registry {
  readonly byId: ReadonlyMap<string, RegisteredAuthor>;
  readonly byEmail: ReadonlyMap<string, RegisteredAuthor>;
  /** By name and alias; two people with one name stand in one list. */
  readonly byName: ReadonlyMap<string, readonly RegisteredAuthor[]>;
}

export function registryOf(authors: readonly RegisteredAuthor[]): Registry {
  const byName = new Map<string, RegisteredAuthor[]>();
  for (const author of authors) {
    for (const key of new Set([author.name, ...author.aliases].map(nameKey))) {
      byName.set(key, [...(byName.get(key) ?? []), author]);
    }
  }
  return {
    byId: new Map(authors.map((author) => [author.id, author])),
    byEmail: new Map(
      authors.flatMap((author) => (author.email === undefined ? [] : [[author.email.toLowerCase(), author]])),
    ),
    byName,
  };
}

/**
 * The people that credits mean, in their order, each once: by id, then e-mail, then name or alias without regard to case,
 * accents, spacing and honorifics. Somebody the registry does not know gets a stable id made from the name.
 *
 * E-mail addresses help to recognize people and are not carried on: what is published of an author is in the registry.
 */
export function peopleOf(credits: readonly Credit[], registry: Registry, report: Report): readonly Person[] {
  const people = new Map<string, Person>();
  for (const credit of credits) {
    const person = personOf(credit, registry, report);
    if (person === undefined) continue;
    const known = people.get(person.id);
    people.set(person.id, known === undefined ? person : { ...person, ...known });
  }
  return [...people.values()];
}

function personOf(credit: Credit, registry: Registry, report: Report): Person | undefined {
  const registered = lookUp(credit, registry, report);
  const role = credit.role ?? registered?.role;
  const org = credit.org ?? registered?.org;
  const url = registered?.url ?? (credit.url === undefined ? undefined : webUrl(credit.url));
  const avatar = registered?.avatar ?? (credit.avatar === undefined ? undefined : webUrl(credit.avatar));
  const name = registered?.name ?? plainName(credit, report);
  const id = registered?.id ?? idOfName(name);
  if (id === "" || name === "") return undefined;
  return {
    id,
    name,
    ...(role !== undefined && { role }),
    ...(org !== undefined && { org }),
    ...(url !== undefined && { url }),
    ...(avatar !== undefined && { avatar }),
  };
}

const idOfName = remembered((name: string) => slugify(nameKey(name)));

/** Names are plain text; readers strip a tag in one, or show the page that it makes. */
function plainName({ name, at }: Credit, report: Report): string {
  if (!name.includes("<")) return oneLine(name);
  const plain = oneLine(name.replace(/<\/?[a-z][^<>]{0,200}>/gi, ""));
  if (plain !== oneLine(name)) {
    report({
      code: "author/markup",
      severity: "warning",
      message: `Cannot publish markup in the name ${quote(name)}: it was taken out`,
      ...(at !== undefined && { at }),
    });
  }
  return plain;
}

function lookUp(credit: Credit, registry: Registry, report: Report): RegisteredAuthor | undefined {
  if (credit.id !== undefined) {
    const author = registry.byId.get(credit.id);
    if (author !== undefined) return author;
  }
  const email = credit.email === undefined ? undefined : registry.byEmail.get(credit.email.toLowerCase());
  if (email !== undefined) return email;
  const [first, ...others] = registry.byName.get(nameKey(credit.name)) ?? [];
  if (first !== undefined && others.length > 0) {
    report({
      code: "author/ambiguous",
      severity: "warning",
      message: `Cannot tell which ${quote(credit.name)} is meant: write the author's id, ${[first, ...others].map(({ id }) => id).join(" or ")}`,
      ...(credit.at !== undefined && { at: credit.at }),
    });
  }
  return first ?? registry.byId.get(credit.name);
}
