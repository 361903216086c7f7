import sanitize from "sanitize-html";
import { escapeMarkup, hasForbidden, removeForbidden } from "../text.ts";
import { webUrl } from "../url.ts";
import { bestSource } from "./srcset.ts";

export interface ContentOptions {
  /** Where the story is published; relative addresses and `#note` are below it. */
  readonly permalink: string;
  /** Players and frames become a link, or stay. */
  readonly embeds: "link" | "keep";
  /** The published address of a picture or sound that an article names; undefined leaves it out. */
  readonly mediaUrl: (src: string) => string | undefined;
}

const TEXT =
  "p br hr div section article blockquote pre code h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a em strong b i u s del ins mark small sub sup q cite abbr dfn kbd samp var time span bdi bdo ruby rt rp wbr figure figcaption img picture source table caption colgroup col thead tbody tfoot tr th td details summary address".split(
    " ",
  );
const EMBEDS = ["iframe", "video", "audio", "track"];

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["lang", "dir"],
  a: ["href", "title"],
  img: ["src", "alt", "title", "width", "height"],
  abbr: ["title"],
  time: ["datetime"],
  blockquote: ["cite"],
  q: ["cite"],
  del: ["datetime"],
  ins: ["datetime"],
  ol: ["start", "reversed", "type"],
  li: ["value"],
  th: ["colspan", "rowspan", "scope"],
  td: ["colspan", "rowspan"],
  col: ["span"],
  colgroup: ["span"],
  iframe: ["src", "title", "width", "height", "allowfullscreen"],
  video: ["src", "poster", "controls", "width", "height"],
  audio: ["src", "controls"],
  source: ["src", "type"],
  track: ["src", "kind", "srclang", "label"],
};

/** Elements that go with everything in them. `picture` gives up its one `img`. */
const SILENT =
  "script style template noscript textarea option select button form object embed applet frameset noframes noembed svg math title head xmp listing plaintext portal dialog canvas map".split(
    " ",
  );

/** Elements that have no end, of those that stay. */
const VOID = ["img", "br", "hr", "wbr", "col", "source", "track"];

/** Elements inside elements; what is deeper was made to break a reader, and loses its marks but not its words. */
const DEEPEST = 100;

/** Elements that go when nothing is in them. */
const HOLDERS = new Set(["p", "figure", "figcaption"]);

const WITH_EMBEDS = [...TEXT, ...EMBEDS];
const WITHOUT_EMBEDS = TEXT.filter((tag) => tag !== "source" && tag !== "picture");

/** What the cleaner is told alike for every story. */
const FIXED = {
  allowedAttributes: ATTRIBUTES as Record<string, string[]>,
  // Addresses are judged by `link` and `mediaUrl`; what comes out of them has one of these.
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowProtocolRelative: false,
  nonTextTags: SILENT,
  selfClosing: VOID,
  nestingLimit: DEEPEST,
  disallowedTagsMode: "discard",
  parser: { lowerCaseTags: true, decodeEntities: true },
} satisfies sanitize.IOptions;

type Attributes = Readonly<Record<string, string>>;

/**
 * HTML that is safe in every reader: only what is on the list stays, every address is absolute and leads to the web, no
 * character is left that XML forbids, and `>` in text is escaped, so that no `]]>` can stand in it.
 */
export function safeContent(html: string, options: ContentOptions): string {
  const { permalink, embeds, mediaUrl } = options;
  const link = (href: string | undefined): string | undefined => {
    const trimmed = href?.trim() ?? "";
    if (/^(?:mailto|tel):[^\s<>"\\]+$/i.test(trimmed)) return removeForbidden(trimmed);
    return webUrl(trimmed, permalink);
  };
  const embedded = (tag: string, kind: string) => (_name: string, attributes: Attributes) => {
    const src = tag === "iframe" ? link(attributes.src) : mediaUrl(attributes.src ?? "");
    if (src === undefined && tag === "iframe") return gone(tag);
    if (embeds === "keep") {
      const safe = { ...allowed(attributes, "title", "controls", "allowfullscreen"), ...numbers(attributes) };
      return { tagName: tag, attribs: src === undefined ? safe : { ...safe, src } };
    }
    if (src === undefined) return { tagName: "div", attribs: {} };
    const label = attributes.title?.trim() || `${kind}: ${new URL(src).hostname}`;
    return { tagName: "a", attribs: { href: src }, text: escapeMarkup(label) };
  };
  const quoted = (tagName: string, attributes: Attributes) => {
    const cite = link(attributes.cite);
    return { tagName, attribs: { ...allowed(attributes, "lang", "dir"), ...(cite !== undefined && { cite }) } };
  };
  const cleaned = sanitize(withoutBrokenReferences(removeForbidden(html)), {
    ...FIXED,
    allowedTags: embeds === "keep" ? WITH_EMBEDS : WITHOUT_EMBEDS,
    transformTags: {
      a: (_name, attributes) => {
        const href = link(attributes.href);
        const rest = allowed(attributes, "title", "lang", "dir");
        return href === undefined ? { tagName: "span", attribs: rest } : { tagName: "a", attribs: { href, ...rest } };
      },
      img: (_name, attributes) => {
        const src = pictureSource(attributes, mediaUrl);
        if (src === undefined) return gone("img");
        return {
          tagName: "img",
          attribs: { src, ...allowed(attributes, "title"), ...numbers(attributes), alt: attributes.alt ?? "" },
        };
      },
      source: (_name, attributes) => {
        const src = attributes.src === undefined ? undefined : mediaUrl(attributes.src);
        return src === undefined
          ? gone("source")
          : { tagName: "source", attribs: { src, ...allowed(attributes, "type") } };
      },
      track: (_name, attributes) => {
        const src = attributes.src === undefined ? undefined : mediaUrl(attributes.src);
        return src === undefined
          ? gone("track")
          : { tagName: "track", attribs: { ...allowed(attributes, "kind", "srclang", "label"), src } };
      },
      iframe: embedded("iframe", "Embedded"),
      video: embedded("video", "Video"),
      audio: embedded("audio", "Audio"),
      blockquote: quoted,
      q: quoted,
      // A story's own headline is its title; readers show it above.
      h1: "h2",
    },
    exclusiveFilter: ({ tag, attribs, text, mediaChildren }) =>
      tag === "iframe"
        ? attribs.src === undefined && attribs.href === undefined
        : HOLDERS.has(tag) && mediaChildren?.length === 0 && text.trim() === "",
  });
  // Numeric references are characters by now.
  return removeForbidden(withoutEmpty(cleaned))
    .replace(/<(p|figure)>\s*<\/\1>/g, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Without pictures that lost their address and links that lost their words. They are taken out of the whole at once: the filter above
 * copies what is before an element for each one that goes.
 */
function withoutEmpty(html: string): string {
  return html
    .replace(/<(?:img|source|track)(?: (?!src=|href=)[a-z-]+="[^"]*")* \/>/g, "")
    .replace(/<a(?: [a-z-]+="[^"]*")*>\s*<\/a>/g, "");
}

/**
 * HTML makes replacement characters of references to NUL, to surrogates and beyond Unicode: nobody means one. What refers to a C1 control
 * stays, HTML reads it as windows-1252 (`&#150;` is a dash).
 */
function withoutBrokenReferences(html: string): string {
  if (!html.includes("&#")) return html;
  return html.replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code >= 0x80 && code <= 0x9f) return reference;
    return code > 0x10ffff || hasForbidden(String.fromCodePoint(code)) ? "" : reference;
  });
}

/**
 * An element that goes: it keeps its name and loses everything else, and what has no `src` is taken out below. A name that is on no
 * list would be cheaper, but sanitize-html 2.17 then closes the next element of that depth under this name.
 */
const gone = (tagName: string) => ({ tagName, attribs: {} });

/** Those of the named attributes that an element has. */
function allowed(attributes: Attributes, ...names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = attributes[name];
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** A width and height in plain pixels. */
function numbers(attributes: Attributes): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of ["width", "height"]) {
    const value = attributes[name];
    if (value !== undefined && /^\d{1,5}$/.test(value)) found[name] = value;
  }
  return found;
}

/** The real address of a picture: lazy loaders put a placeholder into `src`. */
function pictureSource(attributes: Attributes, mediaUrl: (src: string) => string | undefined): string | undefined {
  const candidates = [
    attributes["data-src"],
    attributes["data-original"],
    attributes["data-lazy-src"],
    sourceOf(attributes["data-srcset"]),
    attributes.src,
    sourceOf(attributes.srcset),
  ];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate.trim() === "" || /^data:/i.test(candidate.trim())) continue;
    const src = mediaUrl(candidate);
    if (src !== undefined) return src;
  }
  return undefined;
}

function sourceOf(srcset: string | undefined): string | undefined {
  return srcset === undefined ? undefined : bestSource(srcset);
}
