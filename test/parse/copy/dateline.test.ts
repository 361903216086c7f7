import { describe, expect, test } from "vitest";
import { readDateline } from "../../../src/parse/copy/dateline.ts";
import { copyLexicon } from "../../../src/parse/copy/lexicon/lexicon.ts";

const lexicon = copyLexicon();

function read(text: string): unknown {
  const reading = readDateline(text, lexicon);
  return reading !== undefined && "dateline" in reading ? reading.dateline : undefined;
}

describe("a dateline is read", () => {
  test.each<[string, string | undefined, string | undefined, string | undefined, string]>([
    ["LONDON, March 11 - Oil rose.", "LONDON", undefined, "March 11", "LONDON, March 11 -"],
    ["ROTTERDAM, Feb 26 - Reuter - Grain rose.", "ROTTERDAM", "Reuter", "Feb 26", "ROTTERDAM, Feb 26 - Reuter -"],
    ["RICHMOND, Va. Feb 26 -", "RICHMOND, Va.", undefined, "Feb 26", "RICHMOND, Va. Feb 26 -"],
    ["Scarborough, Ontario, Feb 26 -", "Scarborough, Ontario", undefined, "Feb 26", "Scarborough, Ontario, Feb 26 -"],
    ["WASHINGTON (Reuters) - The Senate voted.", "WASHINGTON", "Reuters", undefined, "WASHINGTON (Reuters) -"],
    ["BEIJING, Nov. 4 (Xinhua) -- A port opens.", "BEIJING", "Xinhua", "Nov. 4", "BEIJING, Nov. 4 (Xinhua) --"],
    ["Islamabad: The minister said so.", "Islamabad", undefined, undefined, "Islamabad:"],
    ["GENEVA, 12 March 2019 – The council met.", "GENEVA", undefined, "12 March 2019", "GENEVA, 12 March 2019 –"],
    ["(CNN)A storm hit the coast.", undefined, "CNN", undefined, "(CNN)"],
    ["London (CNN)A storm hit the coast.", "London", "CNN", undefined, "London (CNN)"],
    ["TOBA TEK SINGH: Police held five men.", "TOBA TEK SINGH", undefined, undefined, "TOBA TEK SINGH:"],
    ["(Beirut) – The court sat.", "Beirut", undefined, undefined, "(Beirut) –"],
    ["NEW YORK--(BUSINESS WIRE)--It grew.", "NEW YORK", "BUSINESS WIRE", undefined, "NEW YORK--(BUSINESS WIRE)--"],
    ["NAIROBI, KENYA — Farmers met.", "NAIROBI, KENYA", undefined, undefined, "NAIROBI, KENYA —"],
    ["ST. PAUL, Minn. — The river rose.", "ST. PAUL, Minn.", undefined, undefined, "ST. PAUL, Minn. —"],
    ["WASHINGTON, D.C. – The Senate voted.", "WASHINGTON, D.C.", undefined, undefined, "WASHINGTON, D.C. –"],
    ["DES MOINES, Iowa (AP) _ Voters met.", "DES MOINES, Iowa", "AP", undefined, "DES MOINES, Iowa (AP) _"],
    ["MADRID.- El consejo dijo.", "MADRID", undefined, undefined, "MADRID.-"],
    ["(ANSA) - ROMA, 3 MAR - Il governo.", "ROMA", "ANSA", "3 MAR", "(ANSA) - ROMA, 3 MAR -"],
    ["SAN JOSE — eBay said so.", "SAN JOSE", undefined, undefined, "SAN JOSE —"],
    [
      "ON BOARD THE USS NORDEN (AP) - It sailed.",
      "ON BOARD THE USS NORDEN",
      "AP",
      undefined,
      "ON BOARD THE USS NORDEN (AP) -",
    ],
    ["القاهرة (رويترز) - قالت الحكومة.", "القاهرة", "رويترز", undefined, "القاهرة (رويترز) -"],
    ["اسلام آباد (آئی این پی) وزیراعظم نے کہا۔", "اسلام آباد", "آئی این پی", undefined, "اسلام آباد (آئی این پی)"],
    ["मुंबई, 3 मार्च (भाषा) शहर में", "मुंबई", "भाषा", "3 मार्च", "मुंबई, 3 मार्च (भाषा)"],
    ["July 28 (Reuters) - The port opened.", undefined, "Reuters", "July 28", "July 28 (Reuters) -"],
    ["QUETTA: (APP) The minister opened it.", "QUETTA", "APP", undefined, "QUETTA: (APP)"],
    [
      "MULTAN (APP - Valley Point News - 3rd March, 2019): The mill",
      "MULTAN",
      "APP - Valley Point News - 3rd March, 2019",
      undefined,
      "MULTAN (APP - Valley Point News - 3rd March, 2019):",
    ],
    ["SYDNEY, AAP - The harbour froze.", "SYDNEY", "AAP", undefined, "SYDNEY, AAP -"],
    ["Jakarta, CNN Indonesia -- Hujan turun.", "Jakarta", "CNN Indonesia", undefined, "Jakarta, CNN Indonesia --"],
    ["BANDUNG, LEDGER.com - Hujan turun.", "BANDUNG", "LEDGER.com", undefined, "BANDUNG, LEDGER.com -"],
    ["LEDGER.CO, Jakarta - Hujan turun.", "Jakarta", "LEDGER.CO", undefined, "LEDGER.CO, Jakarta -"],
    ["Lisbon, 9 June (NNS) – iron prices fell.", "Lisbon", "NNS", "9 June", "Lisbon, 9 June (NNS) –"],
    ["Oberau (mk). Der Bach stieg.", "Oberau", "mk", undefined, "Oberau (mk)."],
    ["Oberau (mk/ls) – Der Bach stieg.", "Oberau", "mk/ls", undefined, "Oberau (mk/ls) –"],
    ["Bad Oberau. (dpa) Der Bach stieg.", "Bad Oberau", "dpa", undefined, "Bad Oberau. (dpa)"],
    ["TELUK BARU, Kabar Pantai – Hujan turun.", "TELUK BARU", "Kabar Pantai", undefined, "TELUK BARU, Kabar Pantai –"],
    ["عين الحور - وكالة الساحل - فتحت", "عين الحور", "وكالة الساحل", undefined, "عين الحور - وكالة الساحل -"],
    ["Braga (NNS/CDN) - Iron rose.", "Braga", "NNS/CDN", undefined, "Braga (NNS/CDN) -"],
    [
      "Braga (Minho News, with agencies) - Iron rose.",
      "Braga",
      "Minho News, with agencies",
      undefined,
      "Braga (Minho News, with agencies) -",
    ],
    ["BREST, le 3 mai (ADN) — Le port ouvre.", "BREST", "ADN", "3 mai", "BREST, le 3 mai (ADN) —"],
    ["BRAGA, May 3 - MNA - The port opens.", "BRAGA", "MNA", "May 3", "BRAGA, May 3 - MNA -"],
    ["BRAGA, May 3 - UNESCO - the body - met.", "BRAGA", undefined, "May 3", "BRAGA, May 3 -"],
    ["BRAGA - (MNA) - The port opens.", "BRAGA", "MNA", undefined, "BRAGA - (MNA) -"],
    ["ALGER- Le port ouvre.", "ALGER", undefined, undefined, "ALGER-"],
    ["WATCH HILL, R.I., Sept 1 - The mill", "WATCH HILL, R.I.", undefined, "Sept 1", "WATCH HILL, R.I., Sept 1 -"],
    ["DETROIT - March 26 - The mill", "DETROIT", undefined, "March 26", "DETROIT - March 26 -"],
    ["ON BOARD THE NORDEN, Sept 1 - It", "ON BOARD THE NORDEN", undefined, "Sept 1", "ON BOARD THE NORDEN, Sept 1 -"],
    ["OIL CITY, Pa. (AP) — The well", "OIL CITY, Pa.", "AP", undefined, "OIL CITY, Pa. (AP) —"],
    ["TOKYO, MARCH 3 - THE PORT OPENED TODAY", "TOKYO", undefined, "MARCH 3", "TOKYO, MARCH 3 -"],
    ["لندن - «صوت المرفأ»: قالت الحكومة.", "لندن", "صوت المرفأ", undefined, "لندن - «صوت المرفأ»:"],
    ["लखनऊ, 3 मार्च (आईएएनएस)। शहर में बारिश", "लखनऊ", "आईएएनएस", "3 मार्च", "लखनऊ, 3 मार्च (आईएएनएस)।"],
    ["Praha 3. března (ČTK) - Vláda", "Praha", "ČTK", "3. března", "Praha 3. března (ČTK) -"],
    ["Lisboa, 12 jun 2023 (Lusa) - O porto", "Lisboa", "Lusa", "12 jun 2023", "Lisboa, 12 jun 2023 (Lusa) -"],
    ["İSTANBUL (AA) - Liman", "İSTANBUL", "AA", undefined, "İSTANBUL (AA) -"],
    ["Москва, 3 марта (ТАСС) - Совет", "Москва", "ТАСС", "3 марта", "Москва, 3 марта (ТАСС) -"],
  ])("%s", (line, place, agency, date, text) => {
    expect(read(line)).toEqual({
      ...(place === undefined ? {} : { place }),
      ...(agency === undefined ? {} : { agency }),
      ...(date === undefined ? {} : { date }),
      text,
    });
  });
});

describe("nothing is taken for a dateline", () => {
  test.each([
    "FILE - In this picture goats cross a road.",
    "EXCLUSIVE — The council will vote again.",
    "WARNING LOUD NOISE: The show has gun shots.",
    "NASA — The agency will launch again.",
    "NOSA - the Northern Ocean Safety Agency - has said so.",
    "Northern Ocean Safety Agency (NOSA) - The body has said so.",
    "OSLO-based firms said so.",
    "Oslo — a city of ferries — wants fewer cars.",
    "Verona: a play in two parts.",
    "Glassland: The second film opens.",
    "Halden vs Moss: The match ended.",
    "07:45 - The gates open.",
    "Chapter 4 — The flood.",
    "Aug. 8, 1904: The bridge fell.",
    "Turin (home of two clubs) – like Milan – has a derby.",
    "“OSLO — that is where it began,” she said.",
    "Fest steht: Der Zug kommt heute.",
    "On Monday, March 3 - a cold day - the river froze.",
    "PORT TOLLS TO END JULY 1 - MINISTER",
    "March 3 - The bridge fell.",
    "(RPT) Oil prices rose again.",
    "(CENTIGRADE) AND RAIN (MM) IN ONE DAY",
    "Norden (NRDN) - The shares rose.",
    "Norden Oil (NOIL.N) - The shares rose.",
    "Sydney: I am new here.",
    "LOTTERY — The numbers were drawn.",
    "LOCAL ELECTIONS — The count begins.",
    "FOOTBALL - The hosts won.",
    "Oberau (top). The village seen from the air.",
    "Adler (ret). The last of the line.",
    "Lisbon, 9 June – so ends the diary of a cook.",
  ])("%s", (line) => {
    expect(read(line)).toBeUndefined();
  });
});

test("a refusal says what was refused and why", () => {
  expect(readDateline("NASA — The agency will launch again.", lexicon)).toEqual({
    value: "NASA —",
    why: "a label or an acronym",
  });
});

test("an outlet's own places and agencies count as known", () => {
  const line = "Nether Wallow: The mill will be sold.";
  expect(read(line)).toBeUndefined();
  const own = copyLexicon({ places: ["Nether Wallow"], agencies: ["Mill Street Wire"] });
  expect(readDateline(line, own)).toMatchObject({ dateline: { place: "Nether Wallow" }, evidence: "thin" });
  const credit = "(Mill Street Wire) - the mill will be sold.";
  expect(read(credit)).toBeUndefined();
  expect(readDateline(credit, own)).toMatchObject({ dateline: { agency: "Mill Street Wire" } });
});
