import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/normalize/date.ts";
import { DATE_FORMS } from "../../src/normalize/date-forms.ts";
import { civil, rfc3339 } from "../../src/time.ts";

const zone = "Asia/Karachi";

function read(text: string, options = { zone }) {
  const { instant, problems } = parseDate(text, options);
  return instant === undefined ? problems[0]?.code : rfc3339(instant);
}

describe("accepted forms", () => {
  test.each([
    ["2025-08-19", "2025-08-18T19:00:00Z"],
    ["2025-08-19T16:30:00+05:00", "2025-08-19T11:30:00Z"],
    ["2025-08-19T16:30:00+0500", "2025-08-19T11:30:00Z"],
    ["2025-08-19T16:30:00+05", "2025-08-19T11:30:00Z"],
    ["2025-08-19T11:30Z", "2025-08-19T11:30:00Z"],
    ["2025-08-19t11:30:00.999z", "2025-08-19T11:30:00Z"],
    ["2025-08-19 16:30", "2025-08-19T11:30:00Z"],
    ["2025-08-19 16:30:05", "2025-08-19T11:30:05Z"],
    ["2025-08-19 16:30:00 +0500", "2025-08-19T11:30:00Z"],
    ["20250819T163000+0500", "2025-08-19T11:30:00Z"],
    ["20250819T1130Z", "2025-08-19T11:30:00Z"],
    ["2025/08/19", "2025-08-18T19:00:00Z"],
    ["2025/08/19 16:30", "2025-08-19T11:30:00Z"],
    ["19 August 2025", "2025-08-18T19:00:00Z"],
    ["19 Aug 2025, 16:30 PKT", "2025-08-19T11:30:00Z"],
    ["Tue, 19 Aug 2025 16:30:00 +0500", "2025-08-19T11:30:00Z"],
    ["Tue, 19 Aug 2025 11:30:00 GMT", "2025-08-19T11:30:00Z"],
    ["Tuesday, August 19th, 2025 at 4:30 p.m.", "2025-08-19T11:30:00Z"],
    ["August 19, 2025 4:30 PM", "2025-08-19T11:30:00Z"],
    ["August 19, 2025 4:30\u202fPM", "2025-08-19T11:30:00Z"],
    ["Aug. 19, 2025, 12:05 a.m.", "2025-08-18T19:05:00Z"],
    ["19-Aug-2025", "2025-08-18T19:00:00Z"],
    ["Tue Aug 19 16:30:00 2025", "2025-08-19T11:30:00Z"],
    ["Tue Aug 19 11:30:00 UTC 2025", "2025-08-19T11:30:00Z"],
    ["1755603000", "2025-08-19T11:30:00Z"],
    ["1755603000000", "2025-08-19T11:30:00Z"],
    ["19. August 2025, 16:30 Uhr", "2025-08-19T11:30:00Z"],
    ["1er août 2025", "2025-07-31T19:00:00Z"],
    ["19 août 2025 à 16h30".replace("h", ":"), "2025-08-19T11:30:00Z"],
    ["19 de agosto de 2025", "2025-08-18T19:00:00Z"],
    ["martes, 19 de agosto de 2025", "2025-08-18T19:00:00Z"],
    ["19 Ağustos 2025", "2025-08-18T19:00:00Z"],
    ["19 Agustus 2025", "2025-08-18T19:00:00Z"],
    ["١٩ أغسطس ٢٠٢٥", "2025-08-18T19:00:00Z"],
    ["۱۹ اگست ۲۰۲۵", "2025-08-18T19:00:00Z"],
    ["१९ अगस्त २०२५", "2025-08-18T19:00:00Z"],
    ["19 تشرين الثاني 2025", "2025-11-18T19:00:00Z"],
    ["2025年8月19日", "2025-08-18T19:00:00Z"],
    ["2025년 8월 19일", "2025-08-18T19:00:00Z"],
    ["Tue, 19 Aug 2025 16:30:00 +0500 (PKT)", "2025-08-19T11:30:00Z"],
    ["Tue,19 Aug 2025 16:30 +0500", "2025-08-19T11:30:00Z"],
    ["2025-08-19T16Z", "2025-08-19T16:00:00Z"],
    ["2025-08-19T16:30:00,250Z", "2025-08-19T16:30:00Z"],
    ["2025-08-19T163000", "2025-08-19T11:30:00Z"],
    ["2025-08-19T16:30:00\u221205:00", "2025-08-19T21:30:00Z"],
    ["2025-08-19 16:30 UTC+5", "2025-08-19T11:30:00Z"],
    ["2025-08-19 16:30 GMT+05:30", "2025-08-19T11:00:00Z"],
    ["2025-08-19 16:30 Europe/Lisbon", "2025-08-19T15:30:00Z"],
    ["2025-08-19 4:30 PM", "2025-08-19T11:30:00Z"],
    ["Aug 19 2025 4pm", "2025-08-19T11:00:00Z"],
    ["Aug 19, 2025 12:00 PM", "2025-08-19T07:00:00Z"],
    ["August 19,2025", "2025-08-18T19:00:00Z"],
    ["the 19th of August, 2025", "2025-08-18T19:00:00Z"],
    ["19/Aug/2025", "2025-08-18T19:00:00Z"],
    ["le 19 août 2025 à 16h30", "2025-08-19T11:30:00Z"],
    ["Di., 19. August 2025", "2025-08-18T19:00:00Z"],
    ["19 Ağustos 2025 Salı 16:30", "2025-08-19T11:30:00Z"],
    ["Selasa, 19 Agustus 2025 16:30 WIB", "2025-08-19T09:30:00Z"],
    ["الثلاثاء، 19 أغسطس/آب 2025", "2025-08-18T19:00:00Z"],
    ["منگل، ۱۹ اگست ۲۰۲۵ء", "2025-08-18T19:00:00Z"],
    ["मंगलवार, 19 अगस्त 2025", "2025-08-18T19:00:00Z"],
    ["19 августа 2025 г.", "2025-08-18T19:00:00Z"],
    ["2024-02-29", "2024-02-28T19:00:00Z"],
    ["2000-02-29", "2000-02-28T19:00:00Z"],
    ["2026-06-30T23:59:60Z", "2026-06-30T23:59:59Z"],
    ["0001-01-02T00:00:00Z", "0001-01-02T00:00:00Z"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(`  ${text} `)).toBe(expected);
  });

  test("every example of the table is read", () => {
    for (const { name, examples } of DATE_FORMS) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const example of examples)
        expect(read(example), `${name}: ${example}`).toMatch(/^2025-08-(18|19|31)T|^2025-07-31T/);
    }
  });
});

describe("docs/dates.md", () => {
  const page = readFileSync(new URL("../../docs/dates.md", import.meta.url), "utf8");
  const [accepted = "", refused = ""] = page.split("## What it refuses");

  test("shows every form of the table with all its examples", () => {
    for (const { name, examples } of DATE_FORMS) {
      const row = accepted.split("\n").find((line) => line.startsWith(`| ${name} `)) ?? "";
      expect(
        [...row.matchAll(/`([^`]+)`/g)].map(([, example]) => example),
        name,
      ).toEqual(examples);
    }
  });

  test("gives the codes that its refused dates have", () => {
    const rows = refused.split("\n").filter((line) => /^\| `.*date\//.test(line));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const [written = "", , code = ""] = row.split("|").slice(1);
      const place = written.includes("Lisbon") ? "Europe/Lisbon" : zone;
      for (const [, example = ""] of written.matchAll(/`([^`]+)`/g))
        expect(parseDate(example, { zone: place }).problems[0]?.code, example).toBe(code.replaceAll(/[` ]/g, ""));
    }
  });
});

describe("month names", () => {
  test.each([
    ["English", "January February March April May June July August September October November December"],
    ["short English", "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"],
    ["French", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"],
    ["French without accents", "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE"],
    ["Spanish", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"],
    ["short Spanish", "ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic."],
    ["German", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"],
    ["Portuguese", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"],
    ["Turkish", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"],
    ["Turkish in capitals", "OCAK ŞUBAT MART NİSAN MAYIS HAZİRAN TEMMUZ AĞUSTOS EYLÜL EKİM KASIM ARALIK"],
    ["Indonesian", "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"],
    ["Arabic", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"],
    ["Urdu", "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"],
    ["Hindi", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"],
    ["Italian", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"],
    ["Dutch", "januari februari maart april mei juni juli augustus september oktober november december"],
    ["Russian", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"],
    ["Polish", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"],
    ["Czech", "ledna února března dubna května června července srpna září října listopadu prosince"],
  ])("%s", (_, names) => {
    const months = names.split(" ").map((name) => read(`5 ${name} 2025`, { zone: "UTC" }));
    expect(months).toEqual(
      Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}-05T00:00:00Z`),
    );
  });
});

describe("names of weekdays are compared with the day", () => {
  test.each([
    ["English", "Sunday Monday Tuesday Wednesday Thursday Friday Saturday"],
    ["short English", "Sun Mon Tue Wed Thu Fri Sat"],
    ["French", "dimanche lundi mardi mercredi jeudi vendredi samedi"],
    ["Spanish", "domingo lunes martes miércoles jueves viernes sábado"],
    ["German", "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"],
    ["Portuguese", "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado"],
    ["Turkish", "Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi"],
    ["Indonesian", "Minggu Senin Selasa Rabu Kamis Jumat Sabtu"],
    ["Arabic", "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت"],
    ["Urdu", "اتوار پیر منگل بدھ جمعرات جمعہ ہفتہ"],
    ["Hindi", "रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार"],
  ])("%s", (_, names) => {
    for (const [at, name] of names.split(" ").entries()) {
      const day = 17 + at;
      expect(read(`${name}, ${day} August 2025`, { zone: "UTC" }), name).toBe(`2025-08-${day}T00:00:00Z`);
      expect(read(`${name}, ${day + 1} August 2025`, { zone: "UTC" }), name).toBe("date/weekday");
    }
  });
});

describe("refused forms", () => {
  test.each([
    ["03/04/2024", "date/ambiguous", "2024-04-03 or 2024-03-04"],
    ["19/08/2025", "date/ambiguous", "write 2025-08-19"],
    ["03.04.2024 10:00", "date/ambiguous", "2024-04-03 or 2024-03-04"],
    ["19/8/25", "date/two-digit-year", "four digits"],
    ["19 Aug 25", "date/two-digit-year", "four digits"],
    ["August 19, '25", "date/two-digit-year", "four digits"],
    ["20250819", "date/unknown-form", "2025-08-19"],
    ["2025-8-9", "date/unknown-form", "2025-08-09"],
    ["2025/8/9", "date/unknown-form", "2025-08-09"],
    ["2025.08.19", "date/unknown-form", "2025-08-19"],
    ["20250819163000", "date/unknown-form", "10 digits"],
    ["175560300", "date/unknown-form", "10 digits"],
    ["1755603000.5", "date/unknown-form", "2025-08-19"],
    ["-1755603000", "date/unknown-form", "2025-08-19"],
    ["+2025-08-19", "date/unknown-form", "2025-08-19"],
    ["2025-08-19Z", "date/unknown-form", "2025-08-19"],
    ["August 2025", "date/no-day", "19 August 2025"],
    ["19 Ağustos 2025 Pazar", "date/weekday", "weekday"],
    ["19 أغسطس/أيلول 2025", "date/unknown-form", "2025-08-19"],
    ["2016-12-31T12:00:60Z", "date/time", "no clock showed"],
    ["2016-12-31T23:59:60+05:00", "date/time", "no clock showed"],
    ["2016-12-31T23:59:61Z", "date/time", "16:30"],
    ["2025-08-19T24:00", "date/time", "16:30"],
    ["2025-08-19 16:30 Europe/Nowhere", "date/zone-unknown", "zoneNames"],
    ["2025-08-19T16:30+14:01", "date/offset", "+14:00"],
    ["2100-02-29", "date/impossible", "no such day"],
    ["31 April 2025", "date/impossible", "no such day"],
    ["tomorrow", "date/relative", "2025-08-19"],
    ["last Tuesday", "date/relative", "2025-08-19"],
    ["Q3 2025", "date/unknown-form", "2025-08-19"],
    ["noon", "date/unknown-form", "2025-08-19"],
    ["2025", "date/no-day", "2025-08-19"],
    ["2025-08", "date/no-day", "2025-08-19"],
    ["2025-W34-2", "date/no-day", "2025-08-19"],
    ["2025-231", "date/no-day", "2025-08-19"],
    ["2026-02-30", "date/impossible", "no such day"],
    ["31 February 2026", "date/impossible", "no such day"],
    ["2025-02-29", "date/impossible", "no such day"],
    ["2026-13-01", "date/impossible", "no such day"],
    ["0000-00-00", "date/impossible", "no such day"],
    ["2025-08-19T25:00", "date/time", "16:30"],
    ["2025-08-19T10:60", "date/time", "16:30"],
    ["August 19, 2025 14:30 PM", "date/time", "16:30"],
    ["2025-08-19T10:00+25:00", "date/offset", "+14:00"],
    ["Mon, 19 Aug 2025 16:30:00 GMT", "date/weekday", "weekday"],
    ["19 Aug 2025 16:30 XYZ", "date/zone-unknown", "zoneNames"],
    ["19 Aug 2025 16:30 IST", "date/zone-ambiguous", "+05:30"],
    ["yesterday", "date/relative", "2025-08-19"],
    ["2 hours ago", "date/relative", "2025-08-19"],
    ["19 August", "date/no-year", "year"],
    ["0", "date/unknown-form", "10 digits"],
    ["12345678901", "date/unknown-form", "10 digits"],
    ["275761-01-01", "date/unknown-form", "2025-08-19"],
    ["soon", "date/unknown-form", "2025-08-19"],
    ["", "date/unknown-form", "2025-08-19"],
  ])("%s", (text, code, hint) => {
    const { instant, problems } = parseDate(text, { zone });
    expect(instant).toBeUndefined();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message).toContain(hint);
  });
});

describe("zones", () => {
  test.each([
    ["2025-03-30 01:30", "Europe/Lisbon", "date/skipped"],
    ["2025-03-30 02:00", "Europe/Lisbon", "2025-03-30T01:00:00Z"],
    ["2025-10-26 01:30", "Europe/Lisbon", "2025-10-26T00:30:00Z"],
    ["2025-03-09 02:30", "America/New_York", "date/skipped"],
    ["2025-11-02 01:30", "America/New_York", "2025-11-02T05:30:00Z"],
    ["2025-10-05 02:15", "Australia/Lord_Howe", "date/skipped"],
    ["2025-04-06 01:45", "Australia/Lord_Howe", "2025-04-05T14:45:00Z"],
    ["2011-12-30", "Pacific/Apia", "date/skipped"],
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["2025-08-19", "UTC", "2025-08-19T00:00:00Z"],
    ["19 Aug 2025 16:30 EST", "America/Panama", "2025-08-19T21:30:00Z"],
    ["19 Aug 2025 16:30 EST", "Asia/Karachi", "date/zone-ambiguous"],
    ["19 Aug 2025 16:30 IST", "Asia/Kolkata", "2025-08-19T11:00:00Z"],
    ["19 Aug 2025 16:30 IST", "Europe/Dublin", "2025-08-19T15:30:00Z"],
    ["19 Jan 2025 16:30 IST", "Europe/Dublin", "date/zone-ambiguous"],
    ["19 Aug 2025 16:30 IST", "Europe/Lisbon", "date/zone-ambiguous"],
    ["19 Aug 2025 16:30 PST", "Asia/Karachi", "2025-08-19T11:30:00Z"],
    ["19 Jan 2025 16:30 CST", "America/Chicago", "2025-01-19T22:30:00Z"],
    ["19 Jan 2025 16:30 CST", "Asia/Shanghai", "2025-01-19T08:30:00Z"],
    ["19 Aug 2025 16:30 CST", "America/Chicago", "date/zone-ambiguous"],
    ["19 Aug 2025 16:30 BST", "Europe/London", "2025-08-19T15:30:00Z"],
    ["19 Aug 2025 16:30 BST", "Asia/Dhaka", "2025-08-19T10:30:00Z"],
    ["19 Aug 2025 16:30 CEST", "Asia/Dhaka", "2025-08-19T14:30:00Z"],
    ["19 Aug 2025 16:30 WIB", "Asia/Dhaka", "2025-08-19T09:30:00Z"],
    ["19 Aug 2025 16:30 EDT", "Asia/Karachi", "2025-08-19T20:30:00Z"],
  ])("%s in %s", (text, place, expected) => {
    expect(read(text, { zone: place })).toBe(expected);
  });

  test("a time that happens twice says so, whatever the day of the build", () => {
    expect(parseDate("2025-10-26 01:30", { zone: "Europe/Lisbon" }).problems.map(({ code }) => code)).toEqual([
      "date/twice",
    ]);
    expect(parseDate("2025-10-26 02:30", { zone: "Europe/Lisbon" }).problems).toEqual([]);
  });

  test("the outlet's own zone names come first", () => {
    const zoneNames = new Map([
      ["IST", "Europe/Dublin"],
      ["XYZ", "-03:30"],
    ]);
    expect(read("19 Aug 2025 16:30 IST", { zone, zoneNames } as { zone: string })).toBe("2025-08-19T15:30:00Z");
    expect(read("19 Aug 2025 16:30 xyz", { zone, zoneNames } as { zone: string })).toBe("2025-08-19T20:00:00Z");
  });
});

describe("for any input", () => {
  const instants = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
  const zones = fc.constantFrom(
    "UTC",
    "Asia/Karachi",
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
  );

  test("what is printed in UTC is read back", () => {
    fc.assert(
      fc.property(instants, zones, (instant, place) => {
        expect(parseDate(rfc3339(instant), { zone: place }).instant).toBe(instant);
      }),
    );
  });

  test("a wall clock is read back where the zone shows it", () => {
    const recent = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(
      fc.property(recent, zones, (instant, place) => {
        const { year, month, day, hour, minute, second } = civil(instant, place);
        const pad = (number: number) => String(number).padStart(2, "0");
        const result = parseDate(`${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}`, {
          zone: place,
        });
        const twice = result.problems.some(({ code }) => code === "date/twice");
        expect(result.instant === instant || (twice && (result.instant ?? instant) < instant)).toBe(true);
      }),
    );
  });

  test("never throws, and explains every refusal", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[0-9A-Za-z ,.:/+-]{0,40}$/)),
        (text) => {
          const { instant, problems } = parseDate(text, { zone });
          expect(instant !== undefined || problems.some(({ severity }) => severity === "error")).toBe(true);
        },
      ),
    );
  });
});
