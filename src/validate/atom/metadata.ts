import type { Kind } from "../element.ts";
import { dublinCore } from "../extensions/dublin-core.ts";
import { geo } from "../extensions/geo.ts";
import { itunesChannel } from "../extensions/itunes.ts";
import { mediaNotes } from "../extensions/media.ts";
import { channelModules } from "../extensions/modules.ts";
import { newsFeed } from "../extensions/news.ts";
import { anything, leaf, onlyOne, single, table } from "../kind.ts";
import { rfc3339Rules, w3cdtfRules } from "../values/date.ts";
import { nonBlank, noSpaceAround, plainTextRules } from "../values/text.ts";
import { absoluteUri, permanentIri, uriAttribute, uriReference } from "../values/uri.ts";
import { category } from "./category.ts";
import { link } from "./link.ts";
import { person } from "./person.ts";
import { textConstruct } from "./text.ts";

const date = single([...rfc3339Rules, ...noSpaceAround]);
const id = single([...permanentIri, ...noSpaceAround]);
const picture = single([...nonBlank, ...noSpaceAround, ...uriReference]);
const text: Kind = { ...textConstruct, ...onlyOne };
const generator = single([...plainTextRules, ...nonBlank], { attributes: { uri: uriAttribute, version: [] } });

/** What a feed, and the source of an entry, says of itself. @see https://www.rfc-editor.org/rfc/rfc4287#section-4.1.1 */
export const feedMetadata: Readonly<Record<string, Kind>> = {
  "atom:author": person,
  "atom:category": category,
  "atom:contributor": person,
  "atom:generator": generator,
  "atom:icon": picture,
  "atom:id": id,
  "atom:link": link,
  "atom:logo": picture,
  "atom:rights": text,
  "atom:subtitle": text,
  "atom:title": text,
  "atom:updated": date,
};

/** What Dublin Core and others add to Atom. */
export const atomExtras: Readonly<Record<string, Kind>> = {
  "dc:creator": leaf(),
  "dc:subject": leaf(),
  "dc:date": single(w3cdtfRules),
  "creativeCommons:license": leaf(absoluteUri),
};

/** What may stand in a feed and in the source of an entry, but for entries. */
export const feedChildren = table(
  feedMetadata,
  atomExtras,
  dublinCore,
  mediaNotes,
  itunesChannel,
  channelModules,
  geo,
  newsFeed,
  { "access:restriction": anything, "app:collection": anything },
);

/** Atom where it has no place of its own, judged all the same. */
export const questionableAtom = table({
  ...feedMetadata,
  "atom:content": textConstruct,
  "atom:published": single(rfc3339Rules),
  "atom:summary": text,
  "atom:id": single(permanentIri),
  "atom:icon": single(uriReference),
  "atom:logo": single(uriReference),
  "atom:updated": single(rfc3339Rules),
});

export { date, generator, id };
