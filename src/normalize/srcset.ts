/** Widths that no reader needs more than. */
const WIDEST = 1600;

/**
 * The best picture of a `srcset`: the widest up to 1600 pixels, else the narrowest above, else the one for the densest screen.
 *
 * @see https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
 */
export function bestSource(srcset: string): string | undefined {
  const sources = srcset
    .slice(0, 10_000)
    .split(/,\s+|,(?=\S+\s+\d)/)
    .flatMap((part) => {
      const [url = "", size = "1x"] = part.trim().split(/\s+/);
      return url === "" ? [] : [{ url, size: Number.parseFloat(size) || 1, isWidth: size.endsWith("w") }];
    });
  const widths = sources.filter(({ isWidth }) => isWidth).sort((a, b) => a.size - b.size);
  if (widths.length > 0) return (widths.findLast(({ size }) => size <= WIDEST) ?? widths[0])?.url;
  return sources.sort((a, b) => b.size - a.size)[0]?.url;
}
