/** A document of the library in two: entries stand between. */
export interface Cut {
  readonly head: string;
  readonly tail: string;
}

/** A document in two before its last lines. */
export function cutBefore(document: string, tail: string): Cut {
  if (!document.endsWith(tail)) throw unexpected(tail);
  return { head: document.slice(0, -tail.length), tail };
}

/** A JSON Feed in two between the brackets of its items, which are its last key. */
export function cutEmptyList(document: string): Cut {
  const list = '\n    "items": []\n}';
  if (!document.endsWith(list)) throw unexpected(list);
  return { head: document.slice(0, -"]\n}".length), tail: "\n    ]\n}" };
}

/** What a document has more than its wrapper: no text of a writer can be taken for the seam. */
export function cutOut(document: string, { head, tail }: Cut): string {
  if (!document.startsWith(`${head}\n`)) throw unexpected(head);
  if (!document.endsWith(tail)) throw unexpected(tail);
  return document.slice(head.length + 1, -tail.length);
}

/** A document with its first lines replaced. */
export function replaceStart(document: string, start: string, by: string): string {
  if (!document.startsWith(start)) throw unexpected(start);
  return by + document.slice(start.length);
}

/**
 * An item of a JSON Feed with its content after its title: people look into these files, and the library puts the content before both.
 * Strings of JSON have no line ends, so lines are keys here.
 */
export function contentAfterTitle(item: string): string {
  const indent = " ".repeat(12);
  const starts = [
    "        {\n",
    `${indent}"id": `,
    `${indent}"content_html": `,
    `${indent}"url": `,
    `${indent}"title": `,
  ];
  const lines: string[] = [];
  let at = 0;
  for (const start of starts) {
    const end = item.indexOf("\n", at) + 1;
    if (end === 0 || !item.startsWith(start, at)) throw unexpected(start);
    lines.push(item.slice(at, end));
    at = end;
  }
  const [brace, id, content, url, title] = lines;
  return `${brace}${id}${url}${title}${content}${item.slice(at)}`;
}

function unexpected(wanted: string): Error {
  return new Error(`The feed library does not print ${JSON.stringify(wanted)} where it stood in 6.0.0`);
}
