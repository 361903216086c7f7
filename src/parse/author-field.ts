import { findField } from "../fields.ts";
import type { Problem } from "../model/diagnostic.ts";
import type { Credit, FieldMap, FieldValue, FrontMatter } from "../model/draft.ts";
import type { RegisteredAuthor } from "../model/outlet.ts";
import { nameKey } from "../names.ts";
import { remembered, rememberedOf } from "../remembered.ts";
import { oneLine, quote } from "../text.ts";
import { type Credits, parseCredits } from "./byline.ts";
import type { CopyLexicon } from "./copy/lexicon/lexicon.ts";

export interface AuthorFieldOptions {
  readonly lexicon: CopyLexicon;
  readonly authors: readonly RegisteredAuthor[];
  readonly language: string;
}

/**
 * The people that front matter names: one byline text, a list of names or bylines, or groups with name, id, email, role, org,
 * url and avatar. An item of a list is one credit; a comma in it splits nothing.
 */
export function creditsOfField(frontMatter: FrontMatter, options: AuthorFieldOptions): Credits {
  const found = findField(frontMatter, "authors");
  if (found === undefined) return { credits: [], problems: [] };
  const { key, value } = found;
  if (value.kind === "scalar" && (value.type === "null" || oneLine(value.text) === ""))
    return { credits: [], problems: [] };
  const known = spellings(options.authors);
  const items = value.kind === "list" ? value.items : [value];
  const credits: Credit[] = [];
  const problems: Problem[] = [];
  for (const [index, item] of items.entries()) {
    const at = { field: value.kind === "list" ? [key, index] : [key] };
    const read = creditsOf(item, value.kind === "list", known, options);
    credits.push(...read.credits.map((credit) => ({ at, ...credit })));
    problems.push(...read.problems.map((problem) => ({ ...problem, at })));
  }
  return { credits, problems };
}

/** The credit of a line that is a registered spelling. */
type Spellings = (line: string) => Credits | undefined;

/** The outlet's authors by everything they are called; those of an archive are the same few, and are looked up once. */
const spellings = rememberedOf((authors: readonly RegisteredAuthor[]): Spellings => {
  const byKey = knownSpellings(authors);
  return remembered((line): Credits | undefined => {
    const registered = byKey.get(line) ?? byKey.get(nameKey(line)) ?? byKey.get(line.toLowerCase());
    return registered && { credits: [{ ...registered, sort: "person", from: "front-matter" }], problems: [] };
  });
});

/** Ids as they stand, names and aliases by their key, addresses in lower case. A name that two people have names neither by itself. */
function knownSpellings(
  authors: readonly RegisteredAuthor[],
): ReadonlyMap<string, { readonly id?: string; readonly name: string }> {
  const spellings = new Map<string, { readonly id?: string; readonly name: string }>();
  for (const { id, name, aliases } of authors) {
    for (const key of new Set([name, ...aliases].map(nameKey)))
      spellings.set(key, spellings.has(key) ? { name } : { id, name });
  }
  for (const { id, name, email } of authors) if (email !== undefined) spellings.set(email.toLowerCase(), { id, name });
  for (const { id, name } of authors) spellings.set(id, { id, name });
  return spellings;
}

function creditsOf(
  item: FieldValue,
  isListItem: boolean,
  known: Spellings,
  { lexicon, language }: AuthorFieldOptions,
): Credits {
  if (item.kind === "map") return creditOfGroup(item, known);
  const line = item.kind === "scalar" && item.type === "string" ? oneLine(item.text) : "";
  if (line === "") return { credits: [], problems: [notAName(item)] };
  // A registered spelling is a whole name, whatever words are in it.
  const registered = known(line);
  if (registered !== undefined) return registered;
  const read = bylineReader(lexicon)(language)(line);
  return isListItem && isSplit(read.credits) && line.includes(",") && !/\s(?:and|&|und|et|y|و|اور)\s/u.test(line)
    ? { credits: [{ name: line, sort: "person", from: "front-matter" }], problems: [] }
    : read;
}

/** Reads bylines of front matter in one language; those of an archive are the same few, and are read once. */
const bylineReader = rememberedOf((lexicon: CopyLexicon) =>
  remembered((language) => remembered((line): Credits => parseCredits(line, lexicon, "front-matter", language))),
);

/** Whether a name was taken apart at its comma: into two people, or a surname and what was taken for a paper ("Ruiz, Ana"). */
function isSplit([first, ...others]: readonly Credit[]): boolean {
  return others.length > 0 || (first?.sort === "person" && !first.name.includes(" "));
}

function creditOfGroup({ entries }: FieldMap, known: Spellings): Credits {
  const member = (...names: readonly string[]): string | undefined => {
    for (const [key, value] of entries) {
      const line = names.includes(key.toLowerCase()) && value.kind === "scalar" ? oneLine(value.text) : "";
      if (line !== "") return line;
    }
    return undefined;
  };
  const id = member("id", "slug", "login", "username");
  const email = member("email", "mail");
  const registered = email === undefined ? undefined : known(email)?.credits[0];
  const name = member("name", "display_name", "displayname", "title") ?? id ?? registered?.name;
  if (name === undefined) {
    return {
      credits: [],
      problems: [
        {
          code: "author/no-name",
          severity: "warning",
          message: `Cannot use an author without a name${email === undefined ? "" : ` (${quote(email)})`}: write name: and who it is`,
        },
      ],
    };
  }
  const role = member("role", "jobtitle", "job_title", "position");
  const org = member("org", "organisation", "organization", "affiliation", "agency");
  const url = member("url", "link", "homepage", "website");
  const avatar = member("avatar", "image", "photo", "picture");
  const sort = member("type", "sort", "@type")?.toLowerCase() === "organization" ? "organisation" : "person";
  return {
    credits: [
      {
        name,
        sort,
        from: "front-matter",
        ...(id !== undefined && { id }),
        ...(email !== undefined && { email }),
        ...(role !== undefined && { role }),
        ...(org !== undefined && { org }),
        ...(url !== undefined && { url }),
        ...(avatar !== undefined && { avatar }),
      },
    ],
    problems: [],
  };
}

function notAName(item: FieldValue): Problem {
  const what =
    item.kind === "list"
      ? "a list"
      : item.kind === "scalar" && item.type !== "null"
        ? quote(item.text)
        : "an empty item";
  return {
    code: "author/not-a-name",
    severity: "warning",
    message: `Cannot use ${what} as an author: write a name, in quotes`,
  };
}

/**
 * The credits of an article: those of front matter where it names anybody, else those of the text. What the text knows of a
 * person whom front matter names (role, paper, address) is added.
 */
export function mergedCredits(written: readonly Credit[], found: readonly Credit[]): readonly Credit[] {
  if (written.length === 0) return found;
  const byName = new Map(found.map((credit) => [nameKey(credit.name), credit]));
  return written.map((credit) => {
    const told = byName.get(nameKey(credit.name));
    if (told === undefined) return credit;
    return {
      ...(told.role !== undefined && { role: told.role }),
      ...(told.org !== undefined && { org: told.org }),
      ...(told.email !== undefined && { email: told.email }),
      ...credit,
    };
  });
}
