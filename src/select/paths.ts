import { shortHash, slugify } from "../slug.ts";
import { fold } from "../text.ts";

/**
 * A path segment for each label, safe and unique whatever the script. When two labels give one slug, the one that the slug
 * spells out keeps it and the others end in a hash of the label, so that a new tag never takes an old tag's address.
 *
 * @param labels no two equal after folding
 */
export function segmentsOf(labels: readonly string[]): ReadonlyMap<string, string> {
  const bySlug = new Map<string, string[]>();
  for (const label of labels) {
    const slug = slugify(label);
    const sharing = bySlug.get(slug);
    if (sharing === undefined) bySlug.set(slug, [label]);
    else sharing.push(label);
  }
  const segments = new Map<string, string>();
  for (const [slug, sharing] of bySlug) {
    const owner =
      slug === ""
        ? undefined
        : (sharing.filter((label) => spellsOut(slug, label)).sort()[0] ??
          (sharing.length === 1 ? sharing[0] : undefined));
    for (const label of sharing) {
      const hashed = `${slug === "" ? "tag" : slug}-${shortHash(fold(label))}`;
      segments.set(label, label === owner ? slug : hashed);
    }
  }
  return segments;
}

function spellsOut(slug: string, label: string): boolean {
  return slug === fold(label).replaceAll(" ", "-");
}
