import type { PublishListener } from "../model/doors.ts";
import type { ReadyRelease, ReleasedFile } from "../model/release.ts";
import { quote } from "../text.ts";
import { type Content, documentContent, manifestContent, storiesContent } from "./contents.ts";
import { checkPath } from "./layout.ts";
import { PublishProblem } from "./problem.ts";

/**
 * Visits every file of a release: its documents, then `stories.json`, then `manifest.json`, which names them.
 *
 * One file's bytes are held at a time.
 */
export function eachContent(
  release: ReadyRelease,
  visit: (content: Content) => void,
  { onFile }: PublishListener,
): { readonly id: string; readonly paths: ReadonlySet<string> } {
  const rows: ReleasedFile[] = [];
  const paths = new Set<string>();
  const all = release.documents.length + 2;
  const add = (content: Content) => {
    if (paths.has(content.path))
      throw new PublishProblem(
        "publish/unsafe-path",
        `Cannot publish ${quote(content.path)}: two documents have that path`,
      );
    onFile?.(paths.size, all);
    paths.add(content.path);
    visit(content);
    rows.push({ path: content.path, ...content.digest });
  };
  for (const document of release.documents) {
    checkPath(document.path);
    add(documentContent(document));
  }
  add(storiesContent(release));
  const files = rows.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const { id, content } = manifestContent(release, files);
  add(content);
  return { id, paths };
}
