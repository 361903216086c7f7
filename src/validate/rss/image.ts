import type { Element, Kind, Value } from "../element.ts";
import { child, of } from "../element.ts";
import { dublinCore } from "../extensions/dublin-core.ts";
import { geo } from "../extensions/geo.ts";
import { anything, leaf, nodes, onlyOne, single, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingDescription, missingElement, missingLink, missingTitle } from "../structure.ts";
import { w3cdtfRules } from "../values/date.ts";
import { plain } from "../values/family.ts";
import { wholeNumber } from "../values/number.ts";
import { nonBlank, plainTextRules } from "../values/text.ts";
import { absoluteUri } from "../values/uri.ts";

const IMAGE = "https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt";
const PROFILE = "https://www.rssboard.org/rss-profile#element-channel-image";

const image = (more: string, title = "News", link = "https://example.org/") =>
  `<image><url>https://example.org/a.png</url><title>${title}</title><link>${link}</link>${more}</image>`;

function upTo(most: number, name: string, w3c: string): Rule<Value> {
  return plain(
    {
      code: `rss/image-${name}` as RuleText["code"],
      w3c,
      severity: "error",
      message: `The ${name} {value} is not allowed: write pixels from 1 to ${most}`,
      spec: IMAGE,
      example: "channel",
      bad: image(`<${name}>${most + 1}</${name}>`),
      good: image(`<${name}>${most}</${name}>`),
    },
    ({ text }) => {
      const pixels = wholeNumber(text);
      return pixels === undefined || pixels <= 0 || pixels > most;
    },
  );
}

/** The channel around an image. */
function textOfChannel(value: Value, key: string): string {
  const channel: Element | undefined = value.element.parent?.parent;
  return (channel && child(channel, key)?.text.trim()) ?? "";
}

function likeChannel(text: Omit<RuleText, "severity" | "spec" | "example">, key: string): Rule<Value> {
  return {
    severity: "warning",
    spec: PROFILE,
    example: "channel",
    ...text,
    *check(value) {
      const wanted = textOfChannel(value, key);
      if (wanted !== "" && wanted !== value.text) yield of(value, { wanted });
    },
  };
}

const format = plain(
  {
    code: "rss/image-format",
    w3c: "ImageUrlFormat",
    severity: "warning",
    message: "Readers show GIF, JPEG and PNG, not {value}: publish one of these",
    spec: IMAGE,
    example: "channel",
    bad: "<image><url>https://example.org/a.svg</url><title>News</title><link>https://example.org/</link></image>",
    good: "<image><url>https://example.org/a.JPEG</url><title>News</title><link>https://example.org/</link></image>",
  },
  ({ text }) => {
    const extension = (text.split(".").at(-1) ?? "").toLowerCase();
    return /^\w+$/.test(extension) && !["jpg", "jpeg", "gif", "png"].includes(extension);
  },
);

const title: readonly Rule<Value>[] = [
  ...nonBlank,
  ...plainTextRules,
  likeChannel(
    {
      code: "rss/image-title",
      w3c: "ImageTitleDoesntMatch",
      message: "The title of the image is {value}, that of the channel {wanted}: make them the same",
      bad: image("", "Rain"),
      good: image("", "News"),
    },
    "title",
  ),
];

const link: readonly Rule<Value>[] = [
  ...absoluteUri,
  likeChannel(
    {
      code: "rss/image-link",
      w3c: "ImageLinkDoesntMatch",
      message: "The link of the image is {value}, that of the channel {wanted}: make them the same",
      bad: image("", "News", "https://example.org/rain"),
      good: image("", "News", "https://example.org/"),
    },
    "link",
  ),
];

const dates: Readonly<Record<string, Kind>> = {
  "dc:creator": leaf(),
  "dc:subject": leaf(),
  "dc:date": single(w3cdtfRules),
  "cc:license": anything,
};
const rdf = { "rdf:resource": [], "rdf:about": [], "rdf:parseType": [] };

/** @see https://www.rssboard.org/rss-specification#ltimagegtSubelementOfLtchannelgt */
export const imageKind: Kind = nodes(
  table(
    {
      description: single(plainTextRules),
      height: single([upTo(400, "height", "InvalidHeight")]),
      link: single(link),
      title: single(title),
      url: single([...absoluteUri, format]),
      width: single([upTo(144, "width", "InvalidWidth")]),
    },
    dates,
    dublinCore,
    geo,
  ),
  {
    ...onlyOne,
    attributes: rdf,
    requires: [
      ["title", missingTitle],
      ["url", missingElement],
      ["link", missingLink],
    ],
  },
);

const name = plain(
  {
    code: "rss/input-name",
    w3c: "InvalidFormComponentName",
    severity: "error",
    message: "{value} is no name of a form field: begin with a letter",
    spec: "https://www.rssboard.org/rss-specification#lttextinputgtSubelementOfLtchannelgt",
    example: "channel",
    bad: "<textInput><title>Search</title><description>a</description><name>1q</name><link>https://example.org/</link></textInput>",
    good: "<textInput><title>Search</title><description>a</description><name>q1</name><link>https://example.org/</link></textInput>",
  },
  ({ text }) => !/^[a-zA-Z_]/.test(text),
);

/** @see https://www.rssboard.org/rss-specification#lttextinputgtSubelementOfLtchannelgt */
export const textInput: Kind = nodes(
  table(
    {
      description: single(),
      link: single(absoluteUri),
      name: single([name]),
      title: single(plainTextRules),
    },
    dates,
    dublinCore,
    geo,
  ),
  {
    ...onlyOne,
    attributes: { "rdf:about": [] },
    requires: [
      ["title", missingTitle],
      ["link", missingLink],
      ["description", missingDescription],
      ["name", missingElement],
    ],
  },
);
