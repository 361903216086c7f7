import type { Kind, Value } from "../element.ts";
import { leaf, nodes, table } from "../kind.ts";
import type { Rule, RuleText } from "../rule.ts";
import { missingElement } from "../structure.ts";
import { family, plain } from "../values/family.ts";
import { decimalNumber, integer, unsigned } from "../values/number.ts";

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

const radius = unsigned({
  code: "georss/radius",
  spec: GEORSS,
  example: "item",
  bad: "<georss:radius>far</georss:radius>",
  good: "<georss:radius>500.5</georss:radius>",
});

const srs = { attributes: { srsName: [], srsDimension: [] } };
const ring = nodes(table({ "gml:posList": leaf(line) }), srs);

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
  "georss:point": leaf(point),
  "georss:line": leaf(line),
  "georss:polygon": leaf(line),
  "georss:box": leaf(line, { newer: true }),
  "georss:circle": leaf([], { newer: true }),
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
      "gml:Point": nodes(table({ "gml:pos": leaf(point) }), srs),
      "gml:LineString": nodes(table({ "gml:posList": leaf(line) }), srs),
      "gml:Polygon": nodes(table({ "gml:exterior": nodes(table({ "gml:LinearRing": ring })) }), srs),
      "gml:Envelope": nodes(table({ "gml:lowerCorner": leaf(point), "gml:upperCorner": leaf(point) }), srs),
    }),
  ),
};
