import type { Outlet } from "./model/outlet.ts";

/** The title of a section: the outlet's, else its id in words, `Local news` for `local-news`. */
export function sectionTitle(id: string, { sections }: Pick<Outlet, "sections">): string {
  const words = id.replaceAll("-", " ");
  return sections.get(id)?.title ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
