import { type HtmlElement, type HtmlNode, isElement } from "../../html.ts";
import { isMonth, WEEKDAYS } from "../copy/lexicon/months.ts";
import { phraseKey, phraseSet } from "../copy/phrase-key.ts";
import { isInline, type Measure, type Measures } from "./measure.ts";
import { isFragment, type Page, wordsOf } from "./page.ts";

/** What an element is instead of story: something beside it, or the lines of its head that metadata gives, too. */
export type FurnitureKind = "aside" | "head";

/** Elements that never hold a story. */
const ELEMENTS = new Set(
  "nav form input select option textarea button dialog menu object embed applet canvas map svg script style template noscript link meta title base head frameset noframes amp-ad amp-sidebar amp-social-share amp-consent amp-analytics amp-auto-ads amp-sticky-ad amp-user-notification amp-list amp-next-page".split(
    " ",
  ),
);

const ROLES = new Set("navigation banner contentinfo search dialog alertdialog alert menu menubar toolbar".split(" "));

/** Words of class names and ids that name a box beside the story, whatever sentences it holds. */
const BESIDE = words(
  "related relatedposts relatedstories relatedarticles recirc recirculation recommended recommendation recommendations",
  "readmore readnext trending popular mostread comments comment commentlist commentform respond disqus",
  "newsletter newsletters subscribe subscription subscriptions signup cookie cookies consent gdpr ad ads advert adverts",
  "advertisement advertisements advertising adsbygoogle adslot sponsor sponsors sponsored outbrain taboola paywall popup",
  "modal sidebar donate donation membership authorbox authorbio bio aboutauthor",
  "offscreen visuallyhidden sronly screenreadertext",
);

/** Words of boxes that lead to another story when there is a link in them, and open this one when there is none. */
const LEADS = words("promo promos promobox teaser teasers interstitial");

/** Words that name a tool of the page; a box with a sentence of the story in it stays all the same. */
const TOOLS = words(
  "share sharing sharebar sharedaddy social socials addtoany tags taglist breadcrumb breadcrumbs menu nav navigation",
  "navbar toolbar tools pagination pager skip footer masthead banner copyright cta follow like likes rating",
  "views readtime readingtime toc topics backlinks editsection mediaplayer notice login",
);

/** Words that name the lines between headline and text. */
const HEAD = words(
  "byline bylines author authors date datetime timestamp published posted pubdate meta postmeta entrymeta postmetadata",
  "kicker eyebrow category categories vcard updated modified time",
);

/** Whole paragraphs that a page puts between those of the story. */
const LINES = phraseSet([
  ..."Advertisement,Advertisements,Advertising,Ad,Sponsored,Sponsored content,Story continues below,Share,Share this".split(
    ",",
  ),
  ..."Article continues below,Article continues after advertisement,Story continues after advertisement,Skip to content".split(
    ",",
  ),
  ..."Story continues below advertisement,Scroll to continue with content,Subscribe,Sign up,Log in,Listen,Listen to this".split(
    ",",
  ),
  ..."Share this:,Share this article,Share this story,Share on Facebook,Share on Twitter,Print,Print this page,E-mail,Email".split(
    ",",
  ),
  ..."Like this:,Loading...,Loading…,Leave a comment,Leave a reply,Comments,Back to top,Home,Tweet,Follow us,Copy link".split(
    ",",
  ),
  ..."Publicité,Anzeige,Werbung,Publicidad,Publicidade,Pubblicità,Reklam,Iklan,اشتہار,إعلان,विज्ञापन,広告,スポンサーリンク".split(
    ",",
  ),
  ..."Partager,Teilen,Compartir,Compartilhar,Condividi,Bagikan,شیئر کریں,شارك,シェア,シェアする,ツイート".split(","),
]);

/** Share of a page's story that no box beside it has. */
const TOO_MUCH = 0.3;

/** Characters of sentences that a box beside a short story has at most. */
const LONG_BOX = 400;

/** The elements of a page that are no story, the outermost of each. */
export function findFurniture(page: Page, measures: Measures): ReadonlyMap<HtmlElement, FurnitureKind> {
  const found = new Map<HtmlElement, FurnitureKind>();
  const whole = measures.of(page.root).story;
  const alone = isFragment(page);
  let until = -1;
  let figureUntil = -1;
  for (const element of page.elements) {
    const isInFigure = (element.startIndex ?? 0) <= figureUntil;
    if (element.name === "figure") figureUntil = Math.max(figureUntil, element.endIndex ?? -1);
    if ((element.startIndex ?? 0) <= until) continue;
    const kind = kindOf(element, measures, whole, { isInFigure, alone });
    if (kind === undefined) continue;
    found.set(element, kind);
    until = element.endIndex ?? until;
  }
  return found;
}

function kindOf(
  element: HtmlElement,
  measures: Measures,
  whole: number,
  { isInFigure, alone }: { readonly isInFigure: boolean; readonly alone: boolean },
): FurnitureKind | undefined {
  const { name, attribs } = element;
  if (name === "html" || name === "body" || name === "main") return undefined;
  if (name === "head" || name === "script" || name === "style" || name === "noscript") return "aside";
  const size = measures.of(element);
  // What holds nearly every sentence of a page is no box beside them, whatever it is called; old servers wrap pages in a form.
  if (size.story > whole * TOO_MUCH && (size.story > LONG_BOX || size.story > whole * 0.8)) return undefined;
  if (ELEMENTS.has(name) || ROLES.has(attribs.role?.toLowerCase() ?? "")) return "aside";
  if (attribs.hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? ""))
    return "aside";
  const tokens = tokensOf(attribs);
  const has = (set: ReadonlySet<string>) => tokens.some((token) => set.has(token));
  const inText = isInline(element) && standsInParagraph(element, measures);
  if (name === "figure" || name === "figcaption" || isInFigure)
    return has(BESIDE) && size.story === 0 && size.pictures === 0 ? "aside" : undefined;
  if (inText) return undefined;
  // `class="post tag-newsletter"`: a story's tags are among its class names.
  const isStoryItself = size.headlines > 0 && size.story > 0;
  if ((has(BESIDE) || (has(LEADS) && size.links > 0)) && !isStoryItself && !/^(?:em|strong|b|i|h1)$/.test(name))
    return "aside";
  if (size.story > 0) return name === "aside" && size.linked > size.text * 0.4 ? "aside" : undefined;
  if (name === "aside" || name === "footer") return size.text === 0 && size.pictures > 0 ? undefined : "aside";
  if (/^h[1-6]$|^blockquote$|^pre$|^table$/.test(name)) return undefined;
  if (has(TOOLS) && !(size.pictures > 0 && size.links === 0)) return "aside";
  if (!alone && isToolLine(element, size)) return "aside";
  const isHead =
    has(HEAD) ||
    attribs.rel?.toLowerCase() === "author" ||
    /\b(?:author|datepublished|datemodified)\b/i.test(attribs.itemprop ?? "");
  if (
    (isHead || (name === "time" && !standsInLine(element)) || name === "address") &&
    size.text < 300 &&
    size.pictures < 2 &&
    !standsInParagraph(element, measures)
  ) {
    return holdsBlocksOfStory(element) ? undefined : "head";
  }
  return isDateLine(element, size) ? "head" : undefined;
}

/** The times of a timeline are part of it. */
function standsInLine({ parent }: HtmlElement): boolean {
  return parent !== null && "name" in parent && /^(?:li|td|th|dd|dt|p|b|strong)$/.test(parent.name);
}

/** Lists, pictures of the story, quotations: a box with these is more than a byline. */
export function holdsBlocksOfStory(element: HtmlElement): boolean {
  const stack: HtmlNode[] = [...element.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (/^(?:figure|blockquote|table|pre|h1|h2|h3)$/.test(node.name)) return true;
    stack.push(...node.childNodes);
  }
  return false;
}

function isToolLine(element: HtmlElement, size: Measure): boolean {
  if (isInline(element) || size.text === 0 || size.text > 60) return false;
  return isToolText(wordsOf(element)) || (size.linked === size.text && size.pictures === 0 && leadsNowhere(element));
}

/** Whether a line is one of those that pages put between paragraphs: `Advertisement`, `3 min read`. */
export function isToolText(text: string): boolean {
  return LINES.has(phraseKey(text).trim()) || /^\d{1,3}[ -]min(?:ute)?s?(?: read)?$/i.test(text);
}

/** Links to a script or a place of the page: buttons. */
function leadsNowhere(element: HtmlElement): boolean {
  const stack: HtmlNode[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (node.name === "a" && !/^(?:#|javascript:)/i.test(node.attribs.href?.trim() ?? "#")) return false;
    stack.push(...node.childNodes);
  }
  return true;
}

/** `Published: Monday, March 3, 2025, 4:30 PM`, and nothing else. */
export function isDateLine(element: HtmlElement, size: Measure): boolean {
  if (isInline(element) || size.text < 8 || size.text > 90 || element.name === "td" || element.name === "li")
    return false;
  return isDateText(wordsOf(element));
}

const DATE_LABELS = phraseSet(
  "published updated posted modified last on at first created am pm a.m p.m et est edt gmt utc ist pkt date filed".split(
    " ",
  ),
  "publié mis à jour le veröffentlicht am aktualisiert uhr publicado actualizado el de publicado atualizado em às".split(
    " ",
  ),
  "شائع اپ ڈیٹ تاریخ نشر تحديث يوم th st nd rd t z".split(" "),
);

export function isDateText(text: string): boolean {
  if (!/\d{4}/.test(text.replace(/[٠-٩۰-۹]/g, "0"))) return false;
  const parts = phraseKey(text).split(/[\s,.:;|/()–—-]+|(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/u);
  const named = parts.some((part) => isMonth(part)) || /\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}/.test(text);
  return (
    named &&
    parts.every(
      (part) =>
        part === "" ||
        /^[\p{N}年月日時分]+$/u.test(part) ||
        isMonth(part) ||
        WEEKDAYS.has(part) ||
        DATE_LABELS.has(part),
    )
  );
}

function standsInParagraph(element: HtmlElement, measures: Measures): boolean {
  for (let above = element.parent; above !== null; above = above.parent) {
    if ("name" in above && isInline(above as HtmlElement)) continue;
    return measures.paragraphs.has(above as HtmlElement);
  }
  return false;
}

/** The words of an element's class names and id: `relatedPosts`, `related-posts` and `related_posts` have the same. */
export function tokensOf(attribs: Readonly<Record<string, string>>): readonly string[] {
  const written = `${attribs.class ?? ""} ${attribs.id ?? ""}`.slice(0, 1_000);
  const names = written.split(/\s+/).filter((name) => name !== "");
  return names.flatMap((name) => {
    const parts = name
      .replace(/([a-z\d])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .split(/[^a-z\d]+/);
    return [...parts, parts.join("")];
  });
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}
