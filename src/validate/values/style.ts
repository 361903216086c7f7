const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

const SAFE_PROPERTIES = words(
  "azimuth background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse " +
    "border-color border-left border-left-color border-left-style border-left-width border-right border-right-color border-right-style " +
    "border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width clear " +
    "color cursor direction display elevation float font font-family font-size font-style font-variant font-weight height " +
    "letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top overflow padding " +
    "padding-bottom padding-left padding-right padding-top pause pause-after pause-before pitch pitch-range richness speak " +
    "speak-header speak-numeral speak-punctuation speech-rate stress text-align text-decoration text-indent unicode-bidi " +
    "vertical-align voice-family volume white-space width",
);
const SAFE_KEYWORDS = words(
  "aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray green !important italic left lime maroon " +
    "medium none navy normal nowrap olive pointer purple red right solid silver teal top transparent underline white yellow",
);
const SAFE_VALUE = /^(?:#[0-9a-f]+|rgb\(\d+%?,\d*%?,?\d*%?\)?|\d?\.?\d?\d(?:cm|em|ex|in|mm|pc|pt|px|%|,|\))?)$/;
const CHARACTERS =
  /^(?:[:,;#%.\sa-zA-Z0-9!]|[\p{L}\p{N}_]-[\p{L}\p{N}_]|'[\s\p{L}\p{N}_]+'|"[\s\p{L}\p{N}_]+"|\([\d,\s]+\))*$/u;

/**
 * What in a style attribute could cover the reader's page, load something or run something. Scripts hide behind escapes, comments,
 * url() and expression(), so what is not understood is refused as a whole.
 *
 * @returns the properties or values that are refused; empty: the style is harmless
 */
export function riskyStyle(style: string): readonly string[] {
  if (style.length > 10_000 || !CHARACTERS.test(style)) return [style];
  const risky = new Set<string>();
  for (const declaration of style.toLowerCase().split(";")) {
    if (declaration.trim() === "") continue;
    const match = /^\s*([-\w]+)\s*:\s*([^:]*)$/.exec(declaration);
    if (!match) return [style];
    const [, property = "", value = ""] = match;
    if (!SAFE_PROPERTIES.has(property)) risky.add(property);
    else if (/^(?:background|border|margin|padding)/.test(property)) {
      for (const part of value.split(/\s+/)) {
        if (part !== "" && !SAFE_KEYWORDS.has(part) && !SAFE_VALUE.test(part)) risky.add(part);
      }
    }
  }
  return [...risky];
}
