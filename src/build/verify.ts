import type { FeedDocument } from "../model/feed.ts";
import { checkDocument } from "../validate/index.ts";

/**
 * Judges finished documents as a stranger would, from their bytes alone. Entries and heads were judged one by one, so anything found here
 * is a bug of ours.
 *
 * @throws Error that names the document and what is wrong in it
 */
export function verifyDocuments(documents: readonly FeedDocument[]): void {
  for (const document of documents) {
    const { path } = document;
    const { diagnostics } = checkDocument(Buffer.concat(document.pieces()), { file: path });
    const [first] = diagnostics.filter(({ severity }) => severity === "error");
    if (first !== undefined)
      throw new Error(
        `The finished ${path} is not valid: ${first.code} at ${first.location?.line}:${first.location?.column}: ${first.message}`,
      );
  }
}
