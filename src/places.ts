/** A place in a text, both from 1; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset, in UTF-16 units from 0. */
export function placeOfOffset(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/**
 * Where a field's value stands, in YAML, TOML or JSON, found by looking for the keys on its way. Worked out only for problems and
 * `explain`; where the text is written in an unusual way, the place is that of the nearest key above.
 *
 * @param path keys and 0-based list positions: `["authors", 1, "email"]`
 * @param ofKey whether the place of the last key is wanted, not that of its value
 */
export function placeOfField(text: string, path: readonly (string | number)[], ofKey = false): Place | undefined {
  let from = 0;
  let until = text.length;
  let found: number | undefined;
  for (const [depth, step] of path.entries()) {
    const block = text.slice(from, until);
    const at = typeof step === "number" ? itemAt(block, step) : keyAt(block, step, depth === 0);
    if (at === undefined) break;
    found = from + (ofKey && depth === path.length - 1 ? at.key : at.value);
    until = from + at.end;
    from += at.value;
  }
  return found === undefined ? undefined : placeOfOffset(text, found);
}

interface Span {
  /** Where the key begins; of an item of a list, its value. */
  readonly key: number;
  /** Where the value begins. */
  readonly value: number;
  /** Where the next key of the same level begins. */
  readonly end: number;
}

function keyAt(block: string, key: string, top: boolean): Span | undefined {
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const indent = top ? "^" : "(?:^|[{,]|- )[ \\t]*";
  const match =
    new RegExp(`${indent}(?:[ \\t]*["']${name}["']|${name})[ \\t]*[:=][ \\t]*`, "im").exec(block) ??
    new RegExp(`["']${name}["'][ \\t]*:[ \\t]*`, "i").exec(block);
  if (match === null) return undefined;
  const value = match.index + match[0].length;
  const before = /^(?:[{,]|- )?\s*["']?/.exec(match[0])?.[0].length ?? 0;
  const next = top
    ? /^[^\s#\-}\]]/m.exec(block.slice(value).replace(/^[^\n]*/, (line) => " ".repeat(line.length)))
    : null;
  return { key: match.index + before, value, end: next === null ? block.length : value + next.index };
}

function itemAt(block: string, index: number): Span | undefined {
  const dashes = [...block.matchAll(/^[ \t]*- +/gm)];
  const dash = dashes[index];
  if (dash !== undefined) {
    const next = dashes[index + 1];
    return item(dash.index + dash[0].length, next?.index ?? block.length);
  }
  const open = block.indexOf("[");
  if (open === -1) return index === 0 ? item(0, block.length) : undefined;
  let at = open + 1;
  for (let passed = 0; passed < index; passed++) {
    const comma = block.indexOf(",", at);
    if (comma === -1) return undefined;
    at = comma + 1;
  }
  const value = at + (/^\s*/.exec(block.slice(at))?.[0].length ?? 0);
  return item(value, block.length);
}

function item(value: number, end: number): Span {
  return { key: value, value, end };
}
