import type { Decision } from "../model/decision.ts";
import type { Report } from "../model/diagnostic.ts";
import type { Draft } from "../model/draft.ts";
import { remembered } from "../remembered.ts";
import { slugify } from "../slug.ts";
import { fieldOf, textOf } from "./values.ts";

/** The section's id: the front matter field, else the first folder below `articles/` that is no date, else HTML metadata. */
export function sectionOf(draft: Draft, report: Report): Decision<string> | undefined {
  const found = fieldOf(draft.frontMatter, "section", report);
  const text = textOf(found, "section/not-text", report);
  if (found !== undefined && text !== undefined && slugify(text) !== "") {
    return { value: slugify(text), from: "front-matter", name: found.key, at: { field: [found.key] } };
  }
  const folder = sectionFolder(draft.path.slice(0, draft.path.lastIndexOf("/") + 1));
  if (folder !== undefined) return { value: slugify(folder), from: "folder", name: folder };
  const said = draft.findings.section;
  return said === undefined || slugify(said.value) === "" ? undefined : { ...said, value: slugify(said.value) };
}

/** The first of some folders that is no date. */
const sectionFolder = remembered((folders: string) =>
  folders.split("/").find((part) => !/^\d{1,4}(-\d{2}){0,2}$/.test(part) && slugify(part) !== ""),
);
