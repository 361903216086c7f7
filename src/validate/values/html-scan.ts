import { MOST_FAULTS } from "../rule.ts";
import { ENTITY_NAMES, HTML_ELEMENTS, RISKY_ELEMENTS, SAFE_ATTRIBUTES } from "./html-names.ts";
import { riskyStyle } from "./style.ts";

/** What is questionable in a piece of HTML. */
export interface HtmlFault {
  readonly is:
    | "syntax"
    | "element"
    | "risky-element"
    | "risky-attribute"
    | "risky-style"
    | "relative"
    | "relative-hidden";
  /** What it is about: a tag, an attribute, an address. */
  readonly what: string;
  /** UTF-16 units from the start of the HTML. */
  readonly at: number;
}

const VOID: ReadonlySet<string> = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** Elements whose end tag may be left out. */
const OPTIONAL: ReadonlySet<string> = new Set(
  "p li dt dd tr td th thead tbody tfoot option optgroup rp rt body html head colgroup caption".split(" "),
);
/** Elements that end an open paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header " +
    "hgroup hr main menu nav ol p pre section table ul"
  ).split(" "),
);
/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(
  "script style textarea title xmp iframe noembed noframes plaintext".split(" "),
);
/** Attributes that are addresses. */
const ADDRESSES: ReadonlySet<string> = new Set(["href", "src", "poster"]);

/** What the scanner knows of an element by its name. */
interface Tag {
  readonly name: string;
  readonly isKnown: boolean;
  readonly isRisky: boolean;
  readonly isVoid: boolean;
  readonly isRaw: boolean;
  readonly isBlock: boolean;
}

const GREATER = 62;
const SLASH = 47;
const SPACE = 32;
const LOWER_A = 97;
const LOWER_Z = 122;
const NAME = /[a-zA-Z][^\s/>]*/y;
const ATTRIBUTE = /[\s/]*([^\s=>/"'<][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;
const CLOSE = /[\s/]*>/y;

/** The last text and its faults: a build judges what a story says once in each of three formats. */
let last: { readonly html: string; readonly faults: readonly HtmlFault[] } | undefined;

/** Looks through a piece of HTML once. Linear in its length. */
export function scanHtml(html: string): readonly HtmlFault[] {
  if (last?.html !== html) last = { html, faults: faultsIn(html) };
  return last.faults;
}

function faultsIn(html: string): readonly HtmlFault[] {
  const faults: HtmlFault[] = [];
  const open: string[] = [];
  let position = html.indexOf("<");
  while (position !== -1 && faults.length <= MOST_FAULTS) {
    position = html.indexOf("<", readTag(html, position, open, faults));
  }
  while (open.length > 0 && OPTIONAL.has(open.at(-1) ?? "")) open.pop();
  const unclosed = open.at(-1);
  if (unclosed !== undefined) faults.push({ is: "syntax", what: `<${unclosed}>`, at: html.length });
  return faults;
}

/** Reads what begins with a "<"; gives where to go on. */
function readTag(html: string, start: number, open: string[], faults: HtmlFault[]): number {
  if (html.charCodeAt(start + 1) === SLASH) return readEndTag(html, start, open, faults);
  if (html.startsWith("<!--", start)) {
    const close = html.indexOf("-->", start + 4);
    if (close === -1) faults.push({ is: "syntax", what: "<!--", at: start });
    return close === -1 ? html.length : close + 3;
  }
  const plain = plainName(html, start + 1);
  if (plain) return readStartTag(html, start, plain, open, faults);
  NAME.lastIndex = start + 1;
  const name = NAME.exec(html)?.[0];
  if (name === undefined) {
    if (/^<\?import\s/i.test(html.slice(start, start + 10)))
      faults.push({ is: "risky-element", what: "?import", at: start });
    else faults.push({ is: "syntax", what: html.slice(start, start + 2), at: start });
    return start + 1;
  }
  return readStartTag(html, start, tagOf(name), open, faults);
}

/** The element of a name in lower case, by far the most frequent ones. */
function plainName(html: string, start: number): Tag | undefined {
  let end = start;
  let code = html.charCodeAt(end);
  while (code >= LOWER_A && code <= LOWER_Z) code = html.charCodeAt(++end);
  return code === GREATER || code === SPACE ? TAGS.get(html.slice(start, end)) : undefined;
}

function readStartTag(html: string, start: number, tag: Tag, open: string[], faults: HtmlFault[]): number {
  const { name } = tag;
  if (!tag.isKnown) faults.push({ is: "element", what: name, at: start });
  else if (tag.isRisky) faults.push({ is: "risky-element", what: name, at: start });
  let position = start + 1 + name.length;
  if (html.charCodeAt(position) === GREATER && !tag.isRaw) {
    openElement(tag, open);
    return position + 1;
  }
  for (let first = true; ; first = false) {
    ATTRIBUTE.lastIndex = position;
    const match = ATTRIBUTE.exec(html);
    if (match === null) break;
    position = ATTRIBUTE.lastIndex;
    const attribute = (match[1] ?? "").toLowerCase();
    judgeAttribute(name, attribute, match[2] ?? match[3] ?? match[4], first, start, faults);
  }
  CLOSE.lastIndex = position;
  if (html.charCodeAt(position) === GREATER) CLOSE.lastIndex = position + 1;
  else if (!CLOSE.test(html)) {
    faults.push({ is: "syntax", what: `<${name}`, at: start });
    const next = html.indexOf(">", position);
    return next === -1 ? html.length : next + 1;
  }
  position = CLOSE.lastIndex;
  openElement(tag, open);
  if (tag.isVoid) return position;
  if (tag.isRaw) {
    const end = indexOfEnd(html, name, position);
    if (end === -1) return position;
    return end;
  }
  return position;
}

function openElement({ name, isBlock, isVoid }: Tag, open: string[]): void {
  if (open.length > 0) {
    if (isBlock && open.at(-1) === "p") open.pop();
    const implied = IMPLIED.get(name);
    while (implied?.has(open.at(-1) ?? "")) open.pop();
  }
  if (!isVoid) open.push(name);
}

function tagOf(written: string): Tag {
  const known = TAGS.get(written);
  if (known) return known;
  const name = written.toLowerCase();
  return TAGS.get(name) ?? makeTag(name);
}

function makeTag(name: string): Tag {
  return {
    name,
    isKnown: HTML_ELEMENTS.has(name),
    isRisky: RISKY_ELEMENTS.has(name),
    isVoid: VOID.has(name),
    isRaw: RAW.has(name),
    isBlock: BLOCKS.has(name),
  };
}

const TAGS: ReadonlyMap<string, Tag> = new Map([...HTML_ELEMENTS].map((name) => [name, makeTag(name)]));

/** Which open elements a start tag ends. */
const IMPLIED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: new Set(["li", "p"]),
    dt: new Set(["dt", "dd", "p"]),
    dd: new Set(["dt", "dd", "p"]),
    tr: new Set(["tr", "td", "th", "p", "caption", "colgroup"]),
    td: new Set(["td", "th", "p"]),
    th: new Set(["td", "th", "p"]),
    tbody: new Set(["tbody", "thead", "tr", "td", "th", "p", "caption", "colgroup"]),
    tfoot: new Set(["tbody", "thead", "tr", "td", "th", "p"]),
    option: new Set(["option"]),
    optgroup: new Set(["option", "optgroup"]),
    rt: new Set(["rt", "rp"]),
    rp: new Set(["rt", "rp"]),
  }),
);

/** Where the content of an element ends that is no markup; -1: nowhere. */
function indexOfEnd(html: string, name: string, from: number): number {
  // Without an end tag of that name after one place, there is none after a later one: looking again for each element would be quadratic.
  if (endless?.html !== html) endless = { html, names: new Set() };
  if (endless.names.has(name)) return -1;
  let at = html.indexOf("</", from);
  while (at !== -1 && html.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) at = html.indexOf("</", at + 2);
  if (at === -1) endless.names.add(name);
  return at;
}

let endless: { readonly html: string; readonly names: Set<string> } | undefined;

function readEndTag(html: string, start: number, open: string[], faults: HtmlFault[]): number {
  const close = html.indexOf(">", start);
  // Most end tags close what was opened last.
  const last = open.at(-1);
  if (last !== undefined && close === start + 2 + last.length && html.startsWith(last, start + 2)) {
    open.pop();
    return close + 1;
  }
  NAME.lastIndex = start + 2;
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (close === -1 || name === undefined) {
    faults.push({ is: "syntax", what: html.slice(start, start + 12), at: start });
    return close === -1 ? html.length : close + 1;
  }
  while (open.length > 0 && open.at(-1) !== name && OPTIONAL.has(open.at(-1) ?? "")) open.pop();
  if (open.at(-1) === name) open.pop();
  else {
    // Deep enough for any page; without a bound, crossed tags would make this quadratic.
    const at = open.lastIndexOf(name, -1) === -1 ? -1 : open.lastIndexOf(name);
    if (at !== -1 && open.length - at < 64) open.length = at;
    faults.push({ is: "syntax", what: `</${name}>`, at: start });
  }
  return close + 1;
}

function judgeAttribute(
  element: string,
  name: string,
  value: string | undefined,
  first: boolean,
  at: number,
  faults: HtmlFault[],
): void {
  if (name === "style") {
    for (const what of riskyStyle(decodeReferences(value ?? ""))) faults.push({ is: "risky-style", what, at });
  } else if (!SAFE_ATTRIBUTES.has(name) && !name.startsWith("data-")) {
    faults.push({ is: "risky-attribute", what: name, at });
  } else if (value !== undefined && ADDRESSES.has(name)) {
    // Nearly every address is one of these, and no reference can change that.
    if (value.startsWith("https://") || value.startsWith("http://")) return;
    const address = decodeReferences(value).trim();
    if (/^\w+:/.test(address)) {
      if (/^(?:javascript|vbscript|data(?!:image\/))\b/i.test(address))
        faults.push({ is: "risky-attribute", what: name, at });
      return;
    }
    // The W3C validator sees img src, and href where it is the first attribute of a link.
    const seen = (element === "img" && name === "src") || (element === "a" && name === "href" && first);
    faults.push({ is: seen ? "relative" : "relative-hidden", what: address, at });
  }
}

/** An attribute value as HTML means it, as far as names of HTML 4 and numbers go. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{1,10}));?/g, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED.get(name) ?? (ENTITY_NAMES.has(name) ? "\u00a0" : whole);
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : "\ufffd";
  });
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", colon: ":", Tab: "\t" }),
);
