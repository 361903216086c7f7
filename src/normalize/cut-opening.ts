/**
 * Takes a prefix off the text of safe HTML, leaving every tag in place: `KARACHI: ` off `<p><b>KARACHI</b>: Rain …`. Text that does
 * not begin with the prefix stays as it is.
 *
 * @param prefix as readers see it, white space normalised
 */
export function cutOpening(html: string, prefix: string): string {
  let at = 0;
  let left = prefix.replace(/\s+/g, "");
  let kept = "";
  while (left !== "" && at < html.length) {
    const rest = html.slice(at, at + 40);
    if (rest.startsWith("<")) {
      const end = html.indexOf(">", at) + 1;
      if (end === 0) return html;
      kept += html.slice(at, end);
      at = end;
      continue;
    }
    const [written = "", name] = /^&(#\d+|\w+);/.exec(rest) ?? [String.fromCodePoint(html.codePointAt(at) ?? 32)];
    const character = name === undefined ? written : (ENTITIES[name] ?? "");
    if (!/^\s$/.test(character)) {
      if (!left.startsWith(character) || character === "") return html;
      left = left.slice(character.length);
    }
    at += written.length;
  }
  if (left !== "") return html;
  return kept + html.slice(at).replace(/^\s+/, "");
}

/** What the cleaner of HTML writes as references. */
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
