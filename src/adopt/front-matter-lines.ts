/** A field to write, under the name that it has in the file or the one that we give it. */
export interface FieldLine {
  readonly key: string;
  /** Whether the file has the field, and its line is to be replaced. */
  readonly replace: boolean;
  readonly value: string;
}

/**
 * Writes fields into an article's front matter and leaves every other byte as it is; a file without front matter gets one.
 *
 * @returns undefined where a person has to write it: JSON, or a value that is no single line
 */
export function withFields(text: string, fields: readonly FieldLine[]): string | undefined {
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*(yaml|yml|toml)?[ \t]*\r?\n/i.exec(text);
  if (opening === null) {
    if (/^\uFEFF?(?:---|\+\+\+)/.test(text)) return undefined;
    return ["---", ...fields.map(({ key, value }) => `${key}: ${JSON.stringify(value)}`), "---", text].join(end);
  }
  const [head, fence = "---", language = ""] = opening;
  const joint = fence === "+++" || language.toLowerCase() === "toml" ? " =" : ":";
  const close = text.indexOf(`\n${fence}`, head.length - 1);
  if (close === -1) return undefined;
  let block = text.slice(head.length, close + 1);
  for (const { key, replace, value } of fields) {
    const line = `${key}${joint} ${JSON.stringify(value)}`;
    if (!replace) {
      block = `${line}${end}${block}`;
      continue;
    }
    const old = new RegExp(`^${key.replace(/[^\w ]/g, "\\$&")}[ \\t]*[:=][^\\r\\n]*$`, "im");
    if (!old.test(block)) return undefined;
    block = block.replace(old, () => line);
  }
  return head + block + text.slice(close + 1);
}
