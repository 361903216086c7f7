import type { Kind, Value } from "../element.ts";
import { leaf, nodes, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { family, plain } from "../values/family.ts";
import { decimalNumber, integer, unsigned } from "../values/number.ts";
import { newerAttribute } from "./newer-attribute.ts";

const GEO = "https://www.w3.org/2003/01/geo/";
const GEORSS = "https://docs.ogc.org/cs/17-002r1/17-002r1.html";

function within(
  limit: number,
  text: Pick<RuleText, "code" | "w3c" | "message" | "bad" | "good">,
): readonly Rule<Value>[] {
  return [
    plain({ ...text, severity: "error", spec: GEO, example: "item" }, (value) => {
      const number = decimalNumber(value.text);
      return number === undefined || Math.abs(number) > limit;
    }),
  ];
}

const latitude = within(90, {
  code: "geo/latitude",
  w3c: "InvalidLatitude",
  message: "{value} is no latitude: write degrees from -90 to 90",
  bad: "<geo:lat>91</geo:lat>",
  good: "<geo:lat>-90</geo:lat>",
});
const longitude = within(180, {
  code: "geo/longitude",
  w3c: "InvalidLongitude",
  message: "{value} is no longitude: write degrees from -180 to 180",
  bad: "<geo:long>180.5</geo:long>",
  good: "<geo:long>-180</geo:long>",
});
const decimal: readonly Rule<Value>[] = [
  plain(
    {
      code: "geo/not-a-number",
      w3c: "InvalidFloatUnit",
      severity: "error",
      message: "{value} is no number: write metres as digits",
      spec: GEORSS,
      example: "item",
      bad: "<georss:elev>313 m</georss:elev>",
      good: "<georss:elev>-3.5</georss:elev>",
    },
    ({ text }) => !/^[-+]?\d+\.?\d*$/.test(text),
  ),
];

type PointFault = "malformed" | "comma" | "range";

/** Whether pairs of latitude and longitude lie on Earth. */
function onEarth(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => Math.abs(number) <= (index % 2 === 0 ? 90 : 180));
}

const comma: RuleText = {
  code: "georss/comma",
  w3c: "CoordComma",
  severity: "warning",
  message: "The numbers of {value} are parted by a comma: write a space",
  spec: GEORSS,
  example: "item",
  bad: "<georss:point>52.1,-6.9</georss:point>",
  good: "<georss:point>52.1 -6.9</georss:point>",
};
const range: RuleText = {
  code: "georss/off-earth",
  severity: "error",
  w3cSeverity: "off",
  message: "{value} is no place on Earth: write latitude up to 90 degrees, then longitude up to 180",
  spec: GEORSS,
  example: "item",
  bad: "<georss:point>152.1 -6.9</georss:point>",
  good: "<georss:point>-6.9 152.1</georss:point>",
};

const point: readonly Rule<Value>[] = family<PointFault>(
  ({ text }) => {
    const match = /^([-+]?\d+\.?\d*)[ ,]([-+]?\d+\.?\d*)$/.exec(text);
    if (!match) return [{ is: "malformed" }];
    const faults: { is: PointFault }[] = text.includes(",") ? [{ is: "comma" }] : [];
    return onEarth([Number(match[1]), Number(match[2])]) ? faults : [...faults, { is: "range" }];
  },
  {
    malformed: {
      code: "georss/point",
      w3c: "InvalidCoord",
      severity: "error",
      message: "{value} is no point: write latitude, one space, longitude, like 52.1 -6.9",
      spec: GEORSS,
      example: "item",
      bad: "<georss:point>52.1</georss:point>",
      good: "<georss:point>52.1 -6.9</georss:point>",
    },
    comma,
    range,
  },
);

const line: readonly Rule<Value>[] = family<PointFault>(
  ({ text }) => {
    const numbers = text.replaceAll(",", " ").split(/\s+/);
    const isFine =
      numbers.length >= 4 && numbers.length % 2 === 0 && numbers.every((number) => /^[-+]?\d+\.?\d*$/.test(number));
    if (!isFine) return [{ is: "malformed" }];
    const faults: { is: PointFault }[] = text.includes(",") ? [{ is: "comma" }] : [];
    return onEarth(numbers.map(Number)) ? faults : [...faults, { is: "range" }];
  },
  {
    malformed: {
      code: "georss/line",
      w3c: "InvalidCoordList",
      severity: "error",
      message: "{value} is no list of points: write pairs of latitude and longitude with spaces between",
      spec: GEORSS,
      example: "item",
      bad: "<georss:line>52.1 -6.9 52.2</georss:line>",
      good: "<georss:line>52.1 -6.9 52.2 -6.8</georss:line>",
    },
    comma: {
      ...comma,
      code: "georss/line-comma",
      bad: "<georss:line>1,2 3,4</georss:line>",
      good: "<georss:line>1 2 3 4</georss:line>",
    },
    range: {
      ...range,
      code: "georss/line-off-earth",
      bad: "<georss:line>100 2 3 4</georss:line>",
      good: "<georss:line>2 100 3 4</georss:line>",
    },
  },
);

const longComma = plain(
  {
    ...comma,
    code: "georss/commas-unknown-to-w3c",
    w3c: "InvalidCoordList",
    severity: "off",
    w3cSeverity: "error",
    message: "The W3C validator reads commas in {value} before numbers of one digit alone: write spaces",
    bad: "<georss:line>52.1,-6.9 52.2,-6.8</georss:line>",
    good: "<georss:line>52.1 -6.9 52.2 -6.8</georss:line>",
  },
  ({ text }) => text.includes(",") && !/^[-+.0-9]+[, ][-+.0-9](?: [-+.0-9]+[, ][-+.0-9])+$/.test(text),
);

/** At least four points, of which the last is the first again. */
const closed = plain(
  {
    code: "georss/polygon",
    severity: "error",
    w3cSeverity: "off",
    message: "{value} is no closed shape: write at least four points, and end with the first one",
    spec: GEORSS,
    example: "item",
    bad: "<georss:polygon>1 2 3 4 5 6 7 8</georss:polygon>",
    good: "<georss:polygon>1 2 3 4 5 6 1 2</georss:polygon>",
  },
  ({ text }) => {
    const numbers = text.replaceAll(",", " ").split(/\s+/).map(Number);
    // What is no list of points is told as such.
    if (numbers.length < 4 || numbers.length % 2 !== 0 || numbers.some(Number.isNaN)) return false;
    const [latitude, longitude] = numbers;
    return numbers.length < 8 || numbers.at(-2) !== latitude || numbers.at(-1) !== longitude;
  },
);

/** Two corners: south-west, then north-east. */
const box: readonly Rule<Value>[] = [
  ...line,
  plain(
    {
      code: "georss/box",
      severity: "error",
      w3cSeverity: "off",
      message: "{value} is no box: write its south-west corner, then its north-east corner, like 52.1 -6.9 52.2 -6.8",
      spec: GEORSS,
      example: "item",
      bad: "<georss:box>52.2 -6.9 52.1 -6.8</georss:box>",
      good: "<georss:box>52.1 -6.9 52.2 -6.8</georss:box>",
    },
    ({ text }) => {
      const [south = 0, , north = 0, ...more] = text.replaceAll(",", " ").split(/\s+/).map(Number);
      return more.length !== 1 || south > north;
    },
  ),
];

const circle = plain(
  {
    code: "georss/circle",
    severity: "error",
    w3cSeverity: "off",
    message: "{value} is no circle: write latitude, longitude and metres, like 52.1 -6.9 500",
    spec: GEORSS,
    example: "item",
    bad: "<georss:circle>52.1 -6.9</georss:circle>",
    good: "<georss:circle>52.1 -6.9 500</georss:circle>",
  },
  ({ text }) => {
    const numbers = text.replaceAll(",", " ").split(/\s+/);
    const isFine = numbers.length === 3 && numbers.every((number) => /^[-+]?\d+\.?\d*$/.test(number));
    return !isFine || !onEarth(numbers.slice(0, 2).map(Number)) || Number(numbers[2]) <= 0;
  },
);

const radius = unsigned({
  code: "georss/radius",
  spec: GEORSS,
  example: "item",
  bad: "<georss:radius>far</georss:radius>",
  good: "<georss:radius>500.5</georss:radius>",
});

/** What GML lets a shape or a list of positions say of its coordinates. */
const srs = { attributes: { srsName: [], srsDimension: newerAttribute, "gml:id": newerAttribute } };
const ofPositions = { attributes: { srsName: newerAttribute, srsDimension: newerAttribute, count: newerAttribute } };
const positions = leaf(line, ofPositions);
const position = leaf(point, { attributes: { srsName: newerAttribute, srsDimension: newerAttribute } });
const ring = nodes(table({ "gml:posList": leaf([...line, closed], ofPositions) }), srs);

/** What GeoRSS Simple lets a shape say of itself. */
const simple = {
  attributes: {
    featuretypetag: newerAttribute,
    relationshiptag: newerAttribute,
    featurename: newerAttribute,
    elev: newerAttribute,
    floor: newerAttribute,
    radius: newerAttribute,
  },
};

/** Places of stories: W3C Basic Geo, GeoRSS Simple and GML. */
export const geo: Readonly<Record<string, Kind>> = {
  "geo:lat": leaf(latitude),
  "geo:long": leaf(longitude),
  "geo:alt": leaf(decimal),
  "geo:Point": nodes(table({ "geo:lat": leaf(latitude), "geo:long": leaf(longitude) }), {
    requires: [
      ["geo:lat", missingElement],
      ["geo:long", missingElement],
    ],
  }),
  "geourl:latitude": leaf(latitude),
  "geourl:longitude": leaf(longitude),
  "icbm:latitude": leaf(latitude),
  "icbm:longitude": leaf(longitude),
  "georss:point": leaf(point, simple),
  "georss:line": leaf([...line, longComma], simple),
  "georss:polygon": leaf([...line, longComma, closed], simple),
  "georss:box": leaf(box, { newer: true, ...simple }),
  "georss:circle": leaf([circle], { newer: true, ...simple }),
  "georss:featuretypetag": leaf([], { newer: true }),
  "georss:relationshiptag": leaf([], { newer: true }),
  "georss:featurename": leaf([], { newer: true }),
  "georss:featureTypeTag": leaf(),
  "georss:relationshipTag": leaf(),
  "georss:featureName": leaf(),
  "georss:elev": leaf(decimal),
  "georss:floor": leaf(integer),
  "georss:radius": leaf([radius]),
  "georss:where": nodes(
    table({
      "gml:Point": nodes(table({ "gml:pos": position }), srs),
      "gml:LineString": nodes(table({ "gml:posList": positions }), srs),
      "gml:Polygon": nodes(table({ "gml:exterior": nodes(table({ "gml:LinearRing": ring })) }), srs),
      "gml:Envelope": nodes(table({ "gml:lowerCorner": position, "gml:upperCorner": position }), srs),
    }),
  ),
};
