import { undeclaredHtml } from "../atom/text-markup.ts";
import type { Element, Kind, Value } from "../element.ts";
import { at, attribute, has } from "../element.ts";
import { anything, leaf, nodes, single, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingAttribute } from "../structure.ts";
import { plain, where } from "../values/family.ts";
import { atomHtml } from "../values/html.ts";
import { languageRules } from "../values/language.ts";
import { mediaTypeAttributeRules } from "../values/media-type.ts";
import { nonNegativeInteger, positiveInteger, unsigned } from "../values/number.ts";
import { characterDataRule, containsHtml, plainText, plainTextRules } from "../values/text.ts";
import { absoluteUri } from "../values/uri.ts";
import { dublinCore } from "./dublin-core.ts";
import { oneOf } from "./enumeration.ts";
import { geo } from "./geo.ts";
import { creditRole, hashRules, npt, ratingRules, restrictionRules } from "./media-values.ts";

const MRSS = "https://www.rssboard.org/media-rss";

const content = (more: string) => `<media:content url="https://example.org/a.jpg" ${more}/>`;

function number(code: RuleText["code"], name: string): Rule<Value> {
  const rule = unsigned({
    code,
    spec: MRSS,
    example: "item",
    bad: content(`${name}="fast"`),
    good: content(`${name}="29.97"`),
  });
  // The W3C validator looks at the beginning alone, so that "128 kbps" passes; readers do the same.
  return plain(rule, ({ text }) => text !== "" && !/^\d/.test(text));
}

const textType = oneOf(
  {
    code: "media/text-type",
    w3c: "InvalidMediaTextType",
    severity: "error",
    message: "{value} is no kind of text: write plain or html",
    spec: MRSS,
    example: "item",
    bad: '<media:title type="text">Rain</media:title>',
    good: '<media:title type="plain">Rain</media:title>',
  },
  ["plain", "html"],
);

/** Rules of a text that is HTML where its type says so. */
function typedText(): readonly Rule<Value>[] {
  const isHtml = ({ element }: Value) => attribute(element, "type") === "html";
  return [...where(atomHtml, isHtml), ...where([undeclaredHtml, characterDataRule], (value) => !isHtml(value))];
}

const medium = oneOf(
  {
    code: "media/medium",
    w3c: "InvalidMediaMedium",
    severity: "error",
    message: "There is no medium {value}: write image, audio, video, document or executable",
    spec: MRSS,
    example: "item",
    bad: content('medium="photo"'),
    good: content('medium="image"'),
  },
  ["image", "audio", "video", "document", "executable"],
);

const expression = oneOf(
  {
    code: "media/expression",
    w3c: "InvalidMediaExpression",
    severity: "error",
    message: "{value} says nothing of how much is shown: write sample, full or nonstop",
    spec: MRSS,
    example: "item",
    bad: content('expression="trailer"'),
    good: content('expression="full"'),
  },
  ["sample", "full", "nonstop"],
);

const trueOrFalse: RuleText = {
  code: "media/true-false",
  w3c: "InvalidTrueFalse",
  severity: "error",
  message: "{value} is neither true nor false: write one of them",
  spec: MRSS,
  example: "item",
  bad: content('isDefault="yes"'),
  good: content('isDefault="true"'),
};

const needsAddress: Rule<Element> = {
  code: "media/content-without-address",
  severity: "error",
  w3cSeverity: "off",
  message: "This media:content has neither a url nor a media:player: readers have nothing to show",
  spec: MRSS,
  example: "item",
  bad: '<media:content type="image/jpeg"/>',
  good: '<media:content type="image/jpeg"><media:player url="https://example.org/player"/></media:content>',
  *check(element) {
    if (!attribute(element, "url") && !has(element, "media:player")) yield at(element);
  },
};

const alternatives: Rule<Element> = {
  code: "media/group-of-one",
  w3c: "MediaGroupWithoutAlternatives",
  severity: "off",
  w3cSeverity: "error",
  message: "The W3C validator wants two media:content in a media:group: Media RSS is content with one",
  spec: MRSS,
  example: "item",
  bad: `<media:group>${content("")}</media:group>`,
  good: `<media:group>${content("")}${content('medium="image"')}</media:group>`,
  *check(element) {
    if (element.children.filter((child) => child.key === "media:content").length < 2) yield at(element);
  },
};

const emptyGroup: Rule<Element> = {
  code: "media/empty-group",
  severity: "error",
  w3cSeverity: "off",
  message: "This media:group holds no media:content: remove it",
  spec: MRSS,
  example: "item",
  bad: "<media:group><media:title>Rain</media:title></media:group>",
  good: `<media:group>${content("")}</media:group>`,
  *check(element) {
    if (!has(element, "media:content")) yield at(element);
  },
};

const adult: Rule<Element> = {
  code: "media/adult",
  w3c: "DeprecatedMediaAdult",
  severity: "warning",
  message: "media:adult is obsolete: write media:rating",
  spec: MRSS,
  example: "item",
  bad: "<media:adult>false</media:adult>",
  good: "<media:rating>nonadult</media:rating>",
  *check(element) {
    yield at(element);
  },
};

const labelRule: Rule<Value> = plainText({
  ...containsHtml,
  code: "media/label-html",
  bad: '<media:category label="&lt;b>Rain&lt;/b>">weather</media:category>',
  good: '<media:category label="Rain &lt; snow">weather</media:category>',
  spec: MRSS,
});
const label: readonly Rule<Value>[] = [
  {
    ...labelRule,
    *check(value) {
      for (const place of labelRule.check(value)) yield { ...place, element: "label" };
    },
  },
];

const blankable = (rules: readonly Rule<Value>[]) => where(rules, ({ raw }) => raw !== "");

/** Blank is as good as missing. */
const address: readonly Rule<Value>[] = [
  ...blankable(absoluteUri),
  plain(
    {
      ...missingAttribute,
      code: "media/blank-address",
      message: "This address is empty: fill it in",
      spec: MRSS,
      bad: '<media:thumbnail url=""/>',
      good: '<media:thumbnail url="https://example.org/a.jpg"/>',
    },
    ({ raw }) => raw === "",
    "element",
  ),
];

const blankRelationship: Rule<Value> = plain(
  {
    ...missingAttribute,
    code: "media/blank-relationship",
    message: "The relationship is empty: write allow or deny",
    spec: MRSS,
    bad: '<media:restriction relationship="">all</media:restriction>',
    good: '<media:restriction relationship="deny">all</media:restriction>',
  },
  ({ raw }) => raw === "",
  "element",
);

const size = { height: blankable(positiveInteger), width: blankable(positiveInteger) };
const url = blankable(absoluteUri);
const title: Kind = single(typedText(), { attributes: { type: [textType] } });

const notes: Readonly<Record<string, Kind>> = {
  "media:adult": single(
    [
      oneOf(
        {
          ...trueOrFalse,
          code: "media/adult-value",
          bad: "<media:adult>yes</media:adult>",
          good: "<media:rating>adult</media:rating>",
        },
        ["true", "false"],
        { anyCase: true, raw: true },
      ),
    ],
    { rules: [adult] },
  ),
  "media:category": leaf(plainTextRules, { attributes: { label, scheme: url } }),
  "media:copyright": single(plainTextRules, { attributes: { url } }),
  "media:credit": leaf([], { attributes: { role: creditRole, scheme: blankable(notEbu(absoluteUri)) } }),
  "media:description": title,
  "media:title": title,
  "media:keywords": leaf(),
  "media:hash": leaf(hashRules, { attributes: { algo: [] } }),
  "media:player": nodes(table(), { attributes: { url: address, ...size }, required: ["url"] }),
  "media:rating": leaf(ratingRules, { attributes: { scheme: [] } }),
  "media:restriction": leaf(restrictionRules, {
    attributes: { relationship: [blankRelationship], type: [] },
    required: ["relationship"],
  }),
  "media:text": leaf(typedText(), {
    attributes: { type: [textType], start: npt, end: npt, lang: blankable(languageRules) },
  }),
  "media:thumbnail": leaf([], { attributes: { url: address, time: npt, ...size }, required: ["url"] }),
};

/** A scheme that is the default one needs no address. */
function notEbu(rules: readonly Rule<Value>[]): readonly Rule<Value>[] {
  return where(rules, ({ text }) => text !== "urn:ebu");
}

/** Elements of Media RSS 1.5, which came after the W3C validator. */
const newer: Readonly<Record<string, Kind>> = Object.fromEntries(
  "community comments embed responses backLinks status price license subTitle peerLink location rights scenes"
    .split(" ")
    .map((name) => [`media:${name}`, { ...anything, newer: true }]),
);

const mediaContent: Kind = nodes(table(notes, newer, dublinCore, geo), {
  attributes: {
    bitrate: [number("media/bitrate", "bitrate")],
    channels: blankable(nonNegativeInteger),
    duration: [number("media/duration", "duration")],
    expression: [expression],
    fileSize: blankable(positiveInteger),
    framerate: [number("media/framerate", "framerate")],
    isDefault: [oneOf(trueOrFalse, ["true", "false"], { anyCase: true })],
    lang: blankable(languageRules),
    medium: [medium],
    samplingrate: [number("media/samplingrate", "samplingrate")],
    type: blankable(mediaTypeAttributeRules),
    url,
    ...size,
  },
  rules: [needsAddress],
});

/** Media RSS that may stand in a channel or feed, and in a media:group. */
export const mediaNotes: Readonly<Record<string, Kind>> = { ...notes, ...newer };

/** Media RSS of an item or entry. @see https://www.rssboard.org/media-rss */
export const media: Readonly<Record<string, Kind>> = {
  ...mediaNotes,
  "media:content": mediaContent,
  "media:group": nodes(table(notes, newer, { "media:content": mediaContent }), { rules: [alternatives, emptyGroup] }),
};
