import { elementsOf, type HtmlElement, type HtmlNode, isElement } from "../../html.ts";

const FILE = /^(?:https?:)?\/?\/?[^\s"<>]+\.(?:jpe?g|png|webp|avif|gif)(?:[?#][^\s"<>]*)?$/i;
const SET = /\S+\s+\d+(?:\.\d+)?[wx](?:\s*,|\s*$)/;
const PLACEHOLDER =
  /^data:|(?:^|[/_-])(?:placeholder|blank|spacer|transparent|pixel|loading|lazy|1x1|grey|gray|empty)[\w-]*\.\w{3,4}(?:[?#]|$)/i;

/**
 * Makes the pictures of a page what they are once its scripts have run: sources out of the lazy loader's attributes, out of
 * `<noscript>` and `<picture>`, AMP elements as the HTML they stand for. Changes the elements.
 */
export function resolvePictures(elements: readonly HtmlElement[]): void {
  for (const element of elements) {
    if (element.name.startsWith("amp-")) resolveAmp(element);
    if (element.name === "img") resolveLazy(element);
  }
  for (const element of elements) {
    if (element.name === "picture") resolvePicture(element);
    if (element.name === "noscript") resolveNoscript(element);
  }
}

function hasSource({ attribs }: HtmlElement): boolean {
  return attribs.src !== undefined || attribs.srcset !== undefined;
}

/** Takes the address out of whatever `data-` attribute a lazy loader reads; a placeholder is none. */
function resolveLazy(image: HtmlElement): void {
  const { attribs } = image;
  const src = attribs.src?.trim() ?? "";
  if (src === "" || PLACEHOLDER.test(src)) delete attribs.src;
  if (attribs.srcset !== undefined && PLACEHOLDER.test(attribs.srcset.trim())) delete attribs.srcset;
  for (const [name, value] of Object.entries(attribs)) {
    if (!/^data-|^(?:original|file|lazy-?src)$/.test(name)) continue;
    const written = value.trim();
    if (SET.test(written)) attribs.srcset ??= written;
    else if (FILE.test(written) && !PLACEHOLDER.test(written)) {
      if (attribs.src === undefined || /^data-(?:src|original|lazy-?src|orig-file|hi-?res-?src)$/.test(name))
        attribs.src = written;
    }
    delete attribs[name];
  }
}

/** One image out of a `<picture>`: its own, else the first source that says more than a placeholder. */
function resolvePicture(picture: HtmlElement): void {
  const image = [...elementsOf(picture)].find(({ name }) => name === "img");
  if (image === undefined) return;
  if (!hasSource(image)) {
    for (const source of elementsOf(picture)) {
      const set = source.attribs.srcset ?? source.attribs["data-srcset"] ?? "";
      if (source.name !== "source" || set.trim() === "" || PLACEHOLDER.test(set.trim())) continue;
      image.attribs.srcset = set;
      break;
    }
  }
  become(picture, image);
}

/**
 * The picture that readers without scripts see: in place of the lazy one beside it, or by itself. What else stands in a
 * `<noscript>` is counters and pleas to turn scripts on.
 */
function resolveNoscript(noscript: HtmlElement): void {
  const image = [...elementsOf(noscript)].find(({ name }) => name === "img");
  noscript.children = [];
  if (image === undefined || !hasSource(image) || isCounter(image)) return;
  const beside = neighbour(noscript);
  if (beside === undefined) {
    noscript.name = "span";
    noscript.children = [image];
  } else if (!hasSource(beside)) {
    beside.attribs = { ...beside.attribs, ...image.attribs, alt: image.attribs.alt ?? beside.attribs.alt ?? "" };
  }
}

/** A picture of one pixel counts visits. */
function isCounter({ attribs }: HtmlElement): boolean {
  return /^[01](?:px)?$/.test(attribs.width ?? "") || /^[01](?:px)?$/.test(attribs.height ?? "");
}

/** The picture that a `<noscript>` repeats: the element before or after it, or in it. */
function neighbour(noscript: HtmlElement): HtmlElement | undefined {
  for (const next of [beside(noscript, "previousSibling"), beside(noscript, "nextSibling")]) {
    if (next === undefined) continue;
    if (next.name === "img") return next;
    if (/^(?:picture|span|div|a|figure)$/.test(next.name)) {
      const [image, another] = [...elementsOf(next)].filter(({ name }) => name === "img");
      if (image !== undefined && another === undefined) return image;
    }
  }
  return undefined;
}

function beside(element: HtmlElement, way: "previousSibling" | "nextSibling"): HtmlElement | undefined {
  for (let node: HtmlNode | null = element[way]; node !== null; node = node[way]) {
    if (isElement(node)) return node;
    if (node.type === "text" && "data" in node && node.data.trim() !== "") return undefined;
  }
  return undefined;
}

const AMP: Readonly<Record<string, string>> = {
  "amp-img": "img",
  "amp-anim": "img",
  "amp-iframe": "iframe",
  "amp-video": "video",
  "amp-audio": "audio",
};

function resolveAmp(element: HtmlElement): void {
  const stands = AMP[element.name];
  const video = element.attribs["data-videoid"] ?? "";
  if (stands !== undefined) {
    element.name = stands;
    if (stands === "img") element.children = [];
  } else if (element.name === "amp-youtube" && /^[\w-]{5,20}$/.test(video)) {
    element.name = "iframe";
    element.attribs = { src: `https://www.youtube.com/embed/${video}` };
    element.children = [];
  }
}

function become(element: HtmlElement, other: HtmlElement): void {
  element.name = other.name;
  element.attribs = other.attribs;
  element.children = [];
}
