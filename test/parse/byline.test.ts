import { describe, expect, test } from "vitest";
import type { Credit } from "../../src/model/draft.ts";
import { findByline, parseCredits, readRoleLine } from "../../src/parse/byline.ts";
import { copyLexicon } from "../../src/parse/copy/lexicon/lexicon.ts";

const lexicon = copyLexicon();

/** `Jane Doe <Staff Reporter> @The Gazette jane@x.example`; organisations begin with `#`. */
function shown(credits: readonly Credit[]): string {
  return credits
    .map(({ name, sort, role, org, email }) =>
      [sort === "person" ? name : `#${name}`, role && `<${role}>`, org && `@${org}`, email].filter(Boolean).join(" "),
    )
    .join("; ");
}

describe("a byline in front matter", () => {
  test.each([
    ["By Jane Doe", "Jane Doe"],
    ["JANE DOE", "Jane Doe"],
    ["Jane Doe | Staff Reporter", "Jane Doe <Staff Reporter>"],
    ["Jane Doe in Karachi", "Jane Doe"],
    ["Jane Doe and agencies", "Jane Doe; #agencies"],
    ["Doe, Jane", "Jane Doe"],
    ["AFP, MANILA", "#AFP"],
    ["Reuters staff", "#Reuters staff"],
    ["MND Staff", "#MND Staff"],
    ["www.dw.com", "#www.dw.com"],
    ["Dell Roe Is A Staff Reporter At The Paper.", "Dell Roe <Staff Reporter> @The Paper"],
    ["Getty Images", "#Getty Images"],
    ["Jane Doe, John Roe and Ana Paz", "Jane Doe; John Roe; Ana Paz"],
    ["Jane Doe; John Roe", "Jane Doe; John Roe"],
    ["bell hooks", "bell hooks"],
    ["Ludwig van der Berg", "Ludwig van der Berg"],
    ["Mohammed bin Salman al-Rashid", "Mohammed bin Salman al-Rashid"],
    ["By MARIA DE LA CRUZ AND SEAN O'BRIEN", "Maria de la Cruz; Sean O'Brien"],
    ["By JANE DOE, Staff Writer", "Jane Doe <Staff Writer>"],
    ["By J.K. MCALPINE", "J.K. McAlpine"],
    ["Dr. Jane Doe, PhD", "Dr. Jane Doe, PhD"],
    ["Kim Ha-neul, 김하늘 and 王小明", "Kim Ha-neul; 김하늘; 王小明"],
    ["By Jane Doe for the Valley Ledger", "Jane Doe @Valley Ledger"],
    ["By Jane Doe, Arts Editor, and John Roe, Critic", "Jane Doe <Arts Editor>; John Roe <Critic>"],
    [
      "By Jane Doe and John Roe, Staff Writers, The Gazette",
      "Jane Doe <Staff Writers> @The Gazette; John Roe <Staff Writers> @The Gazette",
    ],
    ["By Jane Doe (jane@x.example)", "Jane Doe jane@x.example"],
    ["Por José Ortega y Gasset", "José Ortega y Gasset"],
    ["Por Ana Paz y Luis Gil", "Ana Paz; Luis Gil"],
    ["رپورٹ: علی رضا اور سارہ خان", "علی رضا; سارہ خان"],
    ["كتب: أحمد علي ومحمد حسن", "أحمد علي; محمد حسن"],
    ["लेखक: अनीता वर्मा और रवि शर्मा", "अनीता वर्मा; रवि शर्मा"],
    ["BY OUR STAFF REPORTER", "#Our Staff Reporter"],
    ["by jane doe", "jane doe"],
    ["Staff Writer Jane Doe", "Jane Doe <Staff Writer>"],
    ["By political editor Jane Doe", "Jane Doe <political editor>"],
    ["By our correspondent Jane Doe", "Jane Doe <correspondent>"],
    ["By Jane Doe Political Editor", "Jane Doe <Political Editor>"],
    ["JANE DOE Associated Press", "Jane Doe @Associated Press"],
    ["By Jane Doe Reuters", "Jane Doe @Reuters"],
    ["By Jane Doe BBC News", "Jane Doe @BBC News"],
    ["Jane Doe/AP", "Jane Doe @AP"],
    ["AP, Reuters", "#AP; #Reuters"],
    ["Jane Doe, a reporter at The Gazette", "Jane Doe <reporter> @The Gazette"],
    ["Jane Doe, ledger.com", "Jane Doe @ledger.com"],
    ["Jane Doe in Karachi, Pakistan", "Jane Doe"],
    ["Jane Doe (Karachi)", "Jane Doe"],
    ["Jane Doe in Karachi and John Roe in Lahore", "Jane Doe; John Roe"],
    ["By JANE DOE IN NEW YORK", "Jane Doe"],
    ["Par Jane Doe avec AFP", "Jane Doe; #AFP"],
    ["By Jane Doe with agencies", "Jane Doe; #agencies"],
    ["Jane Doe And John Roe", "Jane Doe; John Roe"],
    ["Jane Doe/John Roe", "Jane Doe; John Roe"],
    ["Jane Doe et al", "Jane Doe"],
    ["de la Cruz, Maria", "Maria de la Cruz"],
    ["van der Berg, Jan", "Jan van der Berg"],
    ["O'BRIEN, SEAN", "Sean O'Brien"],
    ["NGUYEN VAN AN", "Nguyen Van An"],
    ["JEAN-PIERRE DE VILLIERS", "Jean-Pierre de Villiers"],
    ["J. R. R. Doe", "J. R. R. Doe"],
    ["Jane Doe, Jr.", "Jane Doe, Jr."],
    ["John Roe III", "John Roe III"],
    ["Lt. Col. Jane Doe", "Lt. Col. Jane Doe"],
    ["Jane Doe (@janedoe)", "Jane Doe"],
    ["Posted by Jane Doe", "Jane Doe"],
    ["Written by Jane Doe on March 3, 2020", "Jane Doe"],
    ["By Jane Doe Updated 2 hours ago", "Jane Doe"],
    ["Jane Doe Published P.M. Et Feb.", "Jane Doe"],
    ["By . Jane Doe .", "Jane Doe"],
    ["Human Rights Watch", "#Human Rights Watch"],
    ["Redacción BBC Mundo", "#Redacción BBC Mundo"],
    ["김영희 기자", "김영희 <기자>"],
    ["記者 王小明", "王小明 <記者>"],
    ["الكاتب أحمد علي", "أحمد علي <الكاتب>"],
    ["محمد بن سلمان", "محمد بن سلمان"],
    ["Анна Иванова и Пётр Сидоров", "Анна Иванова; Пётр Сидоров"],
    ["Nguyễn Văn An", "Nguyễn Văn An"],
    ["Oleh: Jane Doe", "Jane Doe"],
    ["Haber: Jane Doe", "Jane Doe"],
    ["Von Jane Doe, Berlin", "Jane Doe"],
    ["Da Redação", "#Da Redação"],
  ])("%s", (text, expected) => {
    const { credits, problems } = parseCredits(text, lexicon, "front-matter");
    expect(shown(credits)).toBe(expected);
    expect(problems).toEqual([]);
  });

  test.each([
    "Published P.M. Et Feb.",
    "Last Updated",
    "admin",
    "12 March 2020",
    "Updated | 3 min read",
    "Share",
    "Super User",
    "Karachi",
    "@janedoe",
    "1 of 3",
    "null",
    "—",
    "Editorial",
  ])("rubbish gives a warning and no credit: %s", (text) => {
    const { credits, problems } = parseCredits(text, lexicon, "front-matter");
    expect(credits).toEqual([]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["byline/rubbish", "warning"]]);
  });

  test("an empty byline is absent, not rubbish", () => {
    expect(parseCredits("  ", lexicon, "front-matter")).toEqual({ credits: [], problems: [] });
  });

  test("Turkish capitals are lowered by Turkish rules", () => {
    expect(shown(parseCredits("IŞIL DEMİR", lexicon, "front-matter", "tr").credits)).toBe("Işıl Demir");
  });

  test("an outlet's own roles and in-house credits are told apart", () => {
    const own = copyLexicon({ roles: ["wordsmith"], inHouse: ["The Night Owls"] });
    expect(shown(parseCredits("Jane Doe, Chief Wordsmith", own, "byline").credits)).toBe("Jane Doe <Chief Wordsmith>");
    expect(shown(parseCredits("The Night Owls", own, "byline").credits)).toBe("#The Night Owls");
  });
});

describe("a line of a story", () => {
  test.each([
    "By Sunday noon, the last boat was gone.",
    "By Ormond Gate, the buses stop",
    "By contrast, the ferries carried more.",
    "By the dozen: a week among bakers",
    "By Rail Across Norland",
    "By popular demand",
    "From field to fork: a short history",
    "Written in pencil on the wall",
    "Updated | The short history",
    "Tarn Valley | Floods close road",
  ])("is no byline: %s", (line) => {
    expect(findByline(line, lexicon, false)).toBeUndefined();
  });

  test.each(["By Ormond Gate, Buses Stop Early", "By Ship"])("is a headline when it comes first: %s", (line) => {
    expect(findByline(line, lexicon, true)).toBeUndefined();
  });

  test.each([
    ["Staff Reporter", { role: "Staff Reporter" }],
    ["Arts Editor, The Strand Gazette", { role: "Arts Editor", org: "The Strand Gazette" }],
    ["Harbour Press Agency", { org: "Harbour Press Agency" }],
    ["jane@x.example", { email: "jane@x.example" }],
    ["Harbour Museum Opens New Wing", undefined],
    ["The editor said no", undefined],
  ])("below a byline: %s", (line, expected) => {
    expect(readRoleLine(line, lexicon)).toEqual(expected);
  });
});
