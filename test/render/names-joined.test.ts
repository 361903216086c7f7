import { describe, expect, test } from "vitest";
import { joinNames } from "../../src/render/names-joined.ts";

describe("names in one byline", () => {
  test.each<readonly [string, readonly string[], string]>([
    ["en", [], ""],
    ["en", ["Ana Ruiz"], "Ana Ruiz"],
    ["en", ["Ana Ruiz", "Bo Åkesson"], "Ana Ruiz and Bo Åkesson"],
    ["en-GB", ["Ana", "Bo", "Caro"], "Ana, Bo and Caro"],
    ["en", ["Ana", "Bo", "Caro", "Dee"], "Ana, Bo, Caro and Dee"],
    ["EN", ["Ana", "Bo"], "Ana and Bo"],
    ["de-AT", ["Ana", "Bo"], "Ana und Bo"],
    ["fr", ["Ana", "Bo"], "Ana et Bo"],
    ["pt-BR", ["Ana", "Bo"], "Ana e Bo"],
    ["nl", ["Ana", "Bo"], "Ana en Bo"],
    ["sv", ["Ana", "Bo"], "Ana och Bo"],
    ["tr", ["Ana", "Bo"], "Ana ve Bo"],
    ["id", ["Ana", "Bo"], "Ana dan Bo"],
    ["es", ["Ana", "Bo"], "Ana y Bo"],
    ["es", ["Ana", "Isabel"], "Ana e Isabel"],
    ["es", ["Ana", "Íñigo"], "Ana e Íñigo"],
    ["es", ["Ana", "Hilario"], "Ana e Hilario"],
    ["es", ["Ana", "Hierro"], "Ana y Hierro"],
    ["es", ["Ana", "Ian"], "Ana y Ian"],
    ["it", ["Anna", "Elena"], "Anna ed Elena"],
    ["it", ["Anna", "Bo"], "Anna e Bo"],
    ["sr", ["Ana", "Bo"], "Ana и Bo"],
    ["sr-Latn-RS", ["Ana", "Bo"], "Ana i Bo"],
    ["ur", ["عائشہ", "احمد", "علی"], "عائشہ، احمد اور علی"],
    ["ar", ["ليلى", "أحمد"], "ليلى وأحمد"],
    ["fa", ["لیلا", "احمد"], "لیلا و احمد"],
    ["he", ["דנה", "יוסי"], "דנה ויוסי"],
    ["hi", ["अनीता", "रवि"], "अनीता और रवि"],
    ["ja", ["田中", "鈴木", "佐藤"], "田中、鈴木、佐藤"],
    ["zh-Hant-TW", ["王", "李", "張"], "王、李和張"],
    ["ko", ["김", "이"], "김, 이"],
    ["und", ["Ana", "Bo"], "Ana, Bo"],
    ["constructor", ["Ana", "Bo"], "Ana, Bo"],
    ["en", ["$& A", "$1 B"], "$& A and $1 B"],
  ])("in %s of %j are %j", (language, names, joined) => {
    expect(joinNames(names, language)).toBe(joined);
  });
});
